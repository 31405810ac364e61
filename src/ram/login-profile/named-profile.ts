import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import type { Transaction } from '../../store/store.ts';
import { refuse } from '../refusals.ts';
import { namedUser } from '../user/named-user.ts';
import type { User } from '../user/user.ts';
import { findProfile } from './login-profile.table.ts';
import type { LoginProfile } from './login-profile.ts';

/** The account's user of this name and its login profile. */
export async function namedProfile(
  scope: { readonly tx: Transaction; readonly accountId: string },
  userName: string | undefined,
): Promise<{ readonly user: User; readonly profile: LoginProfile } | Refusal> {
  const user = await namedUser(scope, userName);
  if (isRefusal(user)) return user;
  const profile = await findProfile(scope.tx, user.userId);
  return profile === undefined
    ? refuse('EntityNotExist.User.LoginProfile', { userName: user.userName })
    : { user, profile };
}
