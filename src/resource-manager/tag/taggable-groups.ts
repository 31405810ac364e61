import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { findResourceGroup } from '../resource-group/resource-group.table.ts';

/** Refuses when any of the ids is no resource group of the account. */
export async function checkGroups(
  { tx, accountId }: OperationContext,
  ids: readonly string[],
): Promise<Refusal | undefined> {
  for (const id of ids) {
    if ((await findResourceGroup(tx, accountId, id)) === undefined) {
      return refuse('EntityNotExists.ResourceGroup', { id });
    }
  }
  return undefined;
}
