import { type AccountSummary, identityOf, type ListedAccessKey } from '../api/accounts.ts';
import type { ControlClient } from '../api/control.ts';
import { type Identity, isAccountName, rootOf } from '../settings/settings.ts';

/** An account and who in it is to call. */
export interface FoundCaller {
  readonly account: string;
  readonly identity: Identity;
  /** Whether the key that was asked for is not there, so that this is the root instead. */
  readonly isInstead: boolean;
}

/**
 * The account that an address names, and its root or the identity of a key.
 * @returns undefined when there is no such account
 * @throws ControlError
 */
export async function findCaller(
  control: ControlClient,
  { account, accessKeyId }: { readonly account: string; readonly accessKeyId: string | undefined },
  signal: AbortSignal,
): Promise<FoundCaller | undefined> {
  const { accounts } = await control.get<{ accounts: readonly AccountSummary[] }>('/accounts', {}, signal);
  const listed = accounts.find((one) => one.id === account || one.accessKeyId === account)?.accessKeyId;
  const isMissing = accessKeyId !== undefined;
  if (listed === undefined) {
    // One that comes into being when its key is first used; so far it has no other.
    return isAccountName(account) ? { account, identity: rootOf(account), isInstead: isMissing } : undefined;
  }
  const { accessKeys } = await control.get<{ accessKeys: readonly ListedAccessKey[] }>(
    '/access-keys',
    { account: listed },
    signal,
  );
  const key = accessKeys.find((one) => one.accessKeyId === accessKeyId);
  if (key !== undefined) return { account: listed, identity: identityOf(key), isInstead: false };
  const root = accessKeys.find((one) => one.accessKeyId === listed);
  return { account: listed, identity: root === undefined ? rootOf(listed) : identityOf(root), isInstead: isMissing };
}
