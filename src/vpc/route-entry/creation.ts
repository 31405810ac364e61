import type { OperationContext } from '../../operation/context.ts';
import { newId } from '../../operation/ids.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { checkDestination, parseDestination } from './destination.ts';
import { findNextHop } from './next-hop.ts';
import { insertRouteEntry } from './route-entry.table.ts';
import { type RouteEntry, routeEntryResource } from './route-entry.ts';
import type { Routing } from './routing.ts';

/** What a request says of a new entry. */
export interface WantedEntry {
  readonly destination: string;
  /** What the request calls the destination. */
  readonly destinationName: 'DestinationCidrBlock' | 'DstCidrBlock';
  readonly nextHopType: string;
  readonly nextHopId: string;
  readonly routeEntryName: string | undefined;
  readonly description: string | undefined;
}

/** A new entry of the table, if it can be one; nothing is stored yet. */
export async function newRouteEntry(
  wanted: WantedEntry,
  { routeTable, vpc, vSwitches, entries }: Routing,
  context: OperationContext,
): Promise<RouteEntry | Refusal> {
  const { tx, nowMs, accountId } = context;
  const { routeTableId, vpcId, regionId } = routeTable;
  const destination = parseDestination(wanted.destination);
  if (destination === undefined) {
    return refuse('InvalidCidrBlock.RouteDestination', { name: wanted.destinationName, value: wanted.destination });
  }
  const { text: value } = destination;
  const same = entries.find(({ destinationCidrBlock }) => destinationCidrBlock === value);
  if (same) return refuse('InvalidCIDRBlock.Duplicate', { value, routeEntryId: same.routeEntryId });
  const limit = context.quota('route-entries-per-route-table');
  if (entries.length >= limit) return refuse('QuotaExceeded', { limit, id: routeTableId });
  const misplaced = checkDestination(destination, { vpcId, hasIpv6: vpc.ipv6CidrBlock !== '', vSwitches });
  if (misplaced) return misplaced;
  const hop = await findNextHop(
    { type: wanted.nextHopType, id: wanted.nextHopId },
    { tx, accountId, vpcId, destination },
  );
  if (isRefusal(hop)) return hop;
  return {
    routeEntryId: newId('rte', { ...context, regionId }),
    accountId,
    regionId,
    vpcId,
    routeTableId,
    destinationCidrBlock: value,
    ...hop,
    routeEntryName: wanted.routeEntryName ?? '',
    description: wanted.description ?? '',
    status: 'Pending',
    createdAtMs: nowMs,
    modifiedAtMs: nowMs,
  };
}

/** Stores a new entry; it is Pending until the routers know it. */
export async function addRouteEntry(
  entry: RouteEntry,
  { tx, transitions }: Pick<OperationContext, 'tx' | 'transitions'>,
): Promise<void> {
  await insertRouteEntry(tx, entry);
  await transitions.schedule(routeEntryResource, entry.routeEntryId, 'create');
}
