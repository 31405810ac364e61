import type { OperationContext } from '../../operation/context.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import type { Transaction } from '../../store/store.ts';
import { findEip } from '../eip/eip.table.ts';
import { eipTags } from '../eip/eip.ts';
import { refuse } from '../refusals.ts';
import { findRouteTable, routeTableTags } from '../route-table/route-table.table.ts';
import { findVpc, vpcTags } from '../vpc/vpc.table.ts';
import { findVSwitch, vSwitchTags } from '../vswitch/v-switch.table.ts';

/** A kind of resource that can carry tags. */
export interface Taggable {
  /** As requests and answers name it. */
  readonly name: string;
  /** As the state names it, the product in front. */
  readonly resourceType: string;
  readonly find: (tx: Transaction, accountId: string, regionId: string, id: string) => Promise<object | undefined>;
}

const taggables: readonly Taggable[] = [
  { name: 'VPC', resourceType: vpcTags, find: findVpc },
  { name: 'VSWITCH', resourceType: vSwitchTags, find: findVSwitch },
  { name: 'ROUTETABLE', resourceType: routeTableTags, find: findRouteTable },
  { name: 'EIP', resourceType: eipTags, find: findEip },
];

const maxResources = 50;

/** The kind of resource a request names, in whatever case. */
export function taggableOf(value: string): Taggable | Refusal {
  const found = taggables.find(({ name }) => name === value.toUpperCase());
  const allowed = taggables.map(({ name }) => name).join(', ');
  return found ?? refuse('InvalidInstanceType.NotFound', { value, allowed });
}

export function checkResourceIds(ids: readonly string[]): Refusal | undefined {
  return ids.length > maxResources
    ? refuse('SizeLimitExceeded.ResourceId', { count: ids.length, limit: maxResources })
    : undefined;
}

/** The kind of resource a request names, once every id of it was found in the region. */
export async function foundResources(
  { tx, accountId, regionId }: Pick<OperationContext, 'tx' | 'accountId' | 'regionId'>,
  resourceType: string,
  ids: readonly string[],
): Promise<Taggable | Refusal> {
  const taggable = taggableOf(resourceType);
  if (isRefusal(taggable)) return taggable;
  for (const id of ids) {
    const found = await taggable.find(tx, accountId, regionId, id);
    if (found === undefined) return refuse('InvalidInstanceIds.NotFound', { id, type: taggable.name });
  }
  return taggable;
}
