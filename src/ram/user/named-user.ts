import type { OperationContext } from '../../operation/context.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { shownCaller } from '../shown-caller.ts';
import { findUser } from './user.table.ts';
import type { User } from './user.ts';

type Asking = Pick<OperationContext, 'tx' | 'accountId' | 'caller'>;

/** The account's user of this name. */
export async function namedUser(
  { tx, accountId }: Omit<Asking, 'caller'>,
  userName: string | undefined = '',
): Promise<User | Refusal> {
  return (await findUser(tx, accountId, userName)) ?? refuse('EntityNotExist.User', { userName });
}

/** The user of this name; without a name the user that calls. Who calls and is no user has to give one. */
export function namedOrCalling(context: Asking, userName: string | undefined): Promise<User | Refusal> | Refusal {
  const name = userName ?? callingUser(context);
  return isRefusal(name) ? name : namedUser(context, name);
}

function callingUser({ caller }: Asking): string | Refusal {
  return caller.userName === ''
    ? refuse('MissingParameter', { name: 'UserName', caller: shownCaller(caller) })
    : caller.userName;
}
