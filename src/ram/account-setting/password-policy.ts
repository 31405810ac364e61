import type { Transaction } from '../../store/store.ts';
import { readSetting } from './setting.table.ts';

/** What an account demands of its users' passwords; the fields are those of the wire, misspelling included. */
export interface PasswordPolicy {
  readonly MinimumPasswordLength: number;
  readonly RequireLowercaseCharacters: boolean;
  readonly RequireUppercaseCharacters: boolean;
  readonly RequireNumbers: boolean;
  readonly RequireSymbols: boolean;
  /** Whether a user whose password has expired can only be given a new one by the account. */
  readonly HardExpiry: boolean;
  /** In days; 0: passwords do not expire. */
  readonly MaxPasswordAge: number;
  /** How many former passwords must not come back. */
  readonly PasswordReusePrevention: number;
  /** Wrong passwords in an hour; 0: as many as one likes. */
  readonly MaxLoginAttemps: number;
}

/** The policy of an account that has set none, and the value of what is left out when one is set. */
export const defaultPasswordPolicy: PasswordPolicy = {
  MinimumPasswordLength: 8,
  RequireLowercaseCharacters: false,
  RequireUppercaseCharacters: false,
  RequireNumbers: false,
  RequireSymbols: false,
  HardExpiry: false,
  MaxPasswordAge: 0,
  PasswordReusePrevention: 0,
  MaxLoginAttemps: 0,
};

export async function passwordPolicyOf(tx: Transaction, accountId: string): Promise<PasswordPolicy> {
  return (await readSetting<PasswordPolicy>(tx, accountId, 'PasswordPolicy')) ?? defaultPasswordPolicy;
}

/** No policy asks for more than 32; beyond this it is no password any more. */
const longestPassword = 128;

/** Why a password does not comply with the policy, in words; undefined when it does. */
export function weaknessOf(password: string, policy: PasswordPolicy): string | undefined {
  const length = [...password].length;
  if (length < policy.MinimumPasswordLength) {
    return `it has ${length} characters, at least ${policy.MinimumPasswordLength} are needed`;
  }
  if (length > longestPassword) return `it has ${length} characters, at most ${longestPassword} are possible`;
  if (policy.RequireLowercaseCharacters && !/\p{Ll}/u.test(password)) return 'it has no lower-case letter';
  if (policy.RequireUppercaseCharacters && !/\p{Lu}/u.test(password)) return 'it has no upper-case letter';
  if (policy.RequireNumbers && !/\p{Nd}/u.test(password)) return 'it has no digit';
  if (policy.RequireSymbols && !/[^\p{L}\p{Nd}]/u.test(password)) return 'it has no symbol';
  return undefined;
}
