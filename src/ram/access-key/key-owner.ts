import type { OperationContext } from '../../operation/context.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { shownCaller } from '../shown-caller.ts';
import { namedOrCalling } from '../user/named-user.ts';

/** Whose access keys are meant: a user's, or the account's own, whose user name is empty. */
export interface KeyOwner {
  readonly userName: string;
  /** As refusals call it. */
  readonly shown: string;
  /** How many keys it can have. */
  readonly limit: number;
}

const keysOfUser = 2;
const keysOfAccount = 5;

/**
 * The user of this name; without a name whoever calls: a user for itself, the account for itself. A session of a role has
 * no keys of its own and must name a user.
 */
export async function keyOwner(
  context: Pick<OperationContext, 'tx' | 'accountId' | 'caller'>,
  userName: string | undefined,
): Promise<KeyOwner | Refusal> {
  const { caller } = context;
  if (userName === undefined && caller.userName === '' && caller.roleName === '') {
    return { userName: '', shown: shownCaller(caller), limit: keysOfAccount };
  }
  const user = await namedOrCalling(context, userName);
  return isRefusal(user) ? user : { userName: user.userName, shown: `the user "${user.userName}"`, limit: keysOfUser };
}
