import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { canHoldResources } from '../../resource-manager/resource-group/resource-group.table.ts';
import { refuse } from '../refusals.ts';

/** Refuses when a request names a resource group that nothing can be put in (ENI-43); naming none costs nothing. */
export async function checkResourceGroup(
  { tx, accountId }: OperationContext,
  id: string | undefined,
): Promise<Refusal | undefined> {
  if (id === undefined || (await canHoldResources(tx, accountId, id))) return undefined;
  return refuse('InvalidResourceGroup.NotFound', { id });
}
