import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { passwordPolicyOf, weaknessOf } from '../account-setting/password-policy.ts';
import { refuse } from '../refusals.ts';
import { lastPasswords } from './login-profile.table.ts';
import type { LoginProfile } from './login-profile.ts';
import { hashPassword, isPassword } from './password-hash.ts';

type Setting = Pick<OperationContext, 'tx' | 'accountId' | 'random'>;

/** The hash of a password that is set for a user, if it is as strong as the account's policy demands. */
export async function givenPasswordHash(
  { tx, accountId, random }: Setting,
  password: string,
): Promise<string | Refusal> {
  const reason = weaknessOf(password, await passwordPolicyOf(tx, accountId));
  return reason === undefined
    ? hashPassword(password, random)
    : refuse('InvalidParameter.Password.TooWeak', { name: 'Password', reason });
}

/** The hash of a password that a user chooses for itself: strong enough, and none of its last ones. */
export async function chosenPasswordHash(
  { tx, accountId, random }: Setting,
  password: string,
  profile: LoginProfile,
): Promise<string | Refusal> {
  const policy = await passwordPolicyOf(tx, accountId);
  const name = 'NewPassword';
  const reason = weaknessOf(password, policy);
  if (reason !== undefined) return refuse('InvalidParameter.NewPassword.TooWeak', { name, reason });
  const count = policy.PasswordReusePrevention;
  const last = count === 0 ? [] : await lastPasswords(tx, profile, count);
  return last.some((hashed) => isPassword(password, hashed))
    ? refuse('InvalidParameter.NewPassword.ReusePrevention', { name, count })
    : hashPassword(password, random);
}
