import type { OperationContext } from '../../operation/context.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { linkedInterfaceOf } from '../../vpc/eip/eip.table.ts';
import { routeEntryTo } from '../../vpc/route-entry/route-entry.table.ts';
import { refuse } from '../refusals.ts';
import type { Instance } from './instance.ts';
import { type Begun, beginRelease, type UnderWay } from './lifecycle.ts';
import { expiresAtMs } from './settings.ts';

/** How an instance is asked to be released. */
export interface WantedRelease {
  readonly Force?: boolean | undefined;
  readonly TerminateSubscription?: boolean | undefined;
}

/** Whether an instance can be released now, and the beginning of it. */
export async function requestRelease(
  { tx, nowMs }: Pick<OperationContext, 'tx' | 'nowMs'>,
  instance: Instance,
  { Force: force = false, TerminateSubscription }: WantedRelease,
): Promise<Begun | UnderWay | Refusal> {
  const mayEndSubscription = TerminateSubscription === true && (expiresAtMs(instance) ?? 0) <= nowMs;
  const move = beginRelease(instance, { force, mayEndSubscription });
  if (isRefusal(move)) return move;
  const linked = await linkedInterfaceOf(tx, instance.instanceId);
  if (linked !== undefined) return refuse('InvalidOperation.EniLinked', { id: linked });
  const routeEntryId = await routeEntryTo(tx, instance.instanceId);
  return routeEntryId === undefined
    ? move
    : refuse('DependencyViolation.RouteEntry', { id: instance.instanceId, routeEntryId });
}
