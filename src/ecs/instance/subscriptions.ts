import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { findInstances } from './instance.table.ts';
import type { Instance } from './instance.ts';

const maxListed = 100;

/** The subscriptions of a list of 1 to 100 ids, separated by commas, in their order; all have to be there and be some. */
export async function subscriptionsIn(
  { tx, accountId, regionId }: OperationContext,
  text: string,
): Promise<readonly Instance[] | Refusal> {
  const ids = [...new Set(text.split(',').map((id) => id.trim()))];
  if (ids.length > maxListed) {
    return refuse('InvalidParameter.ToManyInstanceIds', { count: ids.length, limit: maxListed });
  }
  const found = new Map(
    (await findInstances(tx, accountId, regionId, ids)).map((instance) => [instance.instanceId, instance]),
  );
  const subscriptions: Instance[] = [];
  for (const id of ids) {
    const instance = found.get(id);
    if (instance === undefined) return refuse('InvalidParameter.InvalidInstanceId', { id });
    if (instance.instanceChargeType !== 'PrePaid') return refuse('ChargeTypeViolation.PostPaid', { id });
    subscriptions.push(instance);
  }
  return subscriptions;
}
