import type { Refusal } from '../../operation/refusal.ts';
import type { Transaction } from '../../store/store.ts';
import { refuse } from '../refusals.ts';
import { findGroup } from './group.table.ts';
import type { Group } from './group.ts';

/** The account's group of this name. */
export async function namedGroup(
  { tx, accountId }: { readonly tx: Transaction; readonly accountId: string },
  groupName: string | undefined = '',
): Promise<Group | Refusal> {
  return (await findGroup(tx, accountId, groupName)) ?? refuse('EntityNotExist.Group', { groupName });
}
