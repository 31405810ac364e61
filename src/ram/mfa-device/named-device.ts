import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import type { Transaction } from '../../store/store.ts';
import { refuse } from '../refusals.ts';
import { namedUser } from '../user/named-user.ts';
import { deviceOf } from './mfa-device.table.ts';
import type { MfaDevice } from './mfa-device.ts';

/** The MFA device of the account's user of this name. */
export async function deviceOfNamed(
  scope: { readonly tx: Transaction; readonly accountId: string },
  userName: string | undefined,
): Promise<MfaDevice | Refusal> {
  const user = await namedUser(scope, userName);
  if (isRefusal(user)) return user;
  return (
    (await deviceOf(scope.tx, user.userId)) ?? refuse('EntityNotExist.User.MFADevice', { userName: user.userName })
  );
}
