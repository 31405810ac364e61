import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { findResourceGroup } from './resource-group.table.ts';
import { defaultResourceGroupId, type ResourceGroup } from './resource-group.ts';

/** The account's group of this id, if it can be changed or deleted: not the default one, and neither being made nor going. */
export async function changeableGroup(
  { tx, accountId }: OperationContext,
  id: string,
): Promise<ResourceGroup | Refusal> {
  if (id === defaultResourceGroupId(accountId)) {
    return refuse('InvalidParameter.ResourceGroupId', { id, reason: 'is the default resource group' });
  }
  const group = await findResourceGroup(tx, accountId, id);
  if (group === undefined) return refuse('EntityNotExists.ResourceGroup', { id });
  return group.status === 'OK' ? group : refuse('DeleteConflict.ResourceGroup.Status', { id, status: group.status });
}
