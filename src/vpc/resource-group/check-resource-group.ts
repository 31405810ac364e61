import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { canHoldResources } from '../../resource-manager/resource-group/resource-group.table.ts';
import { refuse } from '../refusals.ts';

/** Refuses when a request names a resource group that nothing can be put in; naming none costs nothing. */
export async function checkResourceGroup(
  { tx, accountId }: OperationContext,
  id: string | undefined,
  name: 'ResourceGroupId' | 'NewResourceGroupId' = 'ResourceGroupId',
): Promise<Refusal | undefined> {
  if (id === undefined || (await canHoldResources(tx, accountId, id))) return undefined;
  return refuse('InvalidResourceGroupId', { name, id });
}
