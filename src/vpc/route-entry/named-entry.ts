import type { Refusal } from '../../operation/refusal.ts';
import type { Transaction } from '../../store/store.ts';
import { refuse } from '../refusals.ts';
import { findAnyRouteTable, findRouteTable } from '../route-table/route-table.table.ts';
import { parseDestination } from './destination.ts';
import { systemEntries } from './listed-entry.ts';
import { findRouteEntry } from './route-entry.table.ts';
import type { RouteEntry } from './route-entry.ts';
import { type Routing, routingOf } from './routing.ts';

/** How a request names an entry: by its id, or by the table and where it leads from. */
export interface EntryName {
  readonly routeEntryId: string | undefined;
  readonly routeTableId: string | undefined;
  readonly destination: string | undefined;
  /** What the request calls the destination. */
  readonly destinationName: 'DestinationCidrBlock' | 'DstCidrBlock';
  /** Where the entry has to lead to, if the request says so. */
  readonly nextHopId: string | undefined;
}

export interface EntryScope {
  readonly tx: Transaction;
  readonly accountId: string;
  /** Undefined for any. */
  readonly regionId: string | undefined;
}

/** The custom entry that a request names, with the table it is in. */
export async function namedEntry(
  name: EntryName,
  scope: EntryScope,
): Promise<{ readonly entry: RouteEntry; readonly routing: Routing } | Refusal> {
  return name.routeEntryId === undefined ? byDestination(name, scope) : byId(name.routeEntryId, scope);
}

async function byId(id: string, { tx, accountId, regionId }: EntryScope) {
  const entry = await findRouteEntry(tx, accountId, regionId, id);
  const routeTable = entry && (await findAnyRouteTable(tx, entry.routeTableId));
  if (entry === undefined || routeTable === undefined) return refuse('InvalidRouteEntryId.NotFound', { id });
  return { entry, routing: await routingOf(tx, routeTable) };
}

async function byDestination(name: EntryName, { tx, accountId, regionId }: EntryScope) {
  const { routeTableId, destination: value, destinationName, nextHopId } = name;
  if (routeTableId === undefined) return refuse('MissingParameter', { name: 'RouteTableId' });
  if (value === undefined) return refuse('MissingParameter', { name: destinationName });
  const routeTable = await findRouteTable(tx, accountId, regionId, routeTableId);
  if (routeTable === undefined) return refuse('InvalidRouteTableId.NotFound', { id: routeTableId });
  const destination = parseDestination(value);
  if (destination === undefined) return refuse('InvalidCidrBlock.RouteDestination', { name: destinationName, value });
  const routing = await routingOf(tx, routeTable);
  const leadsFrom = (one: { readonly destinationCidrBlock: string }) => one.destinationCidrBlock === destination.text;
  if (systemEntries(routeTable, routing.vSwitches).some(leadsFrom)) {
    return refuse('OperationDenied', { destination: value, routeTableId });
  }
  const entry = routing.entries.find(leadsFrom);
  if (entry === undefined || (nextHopId !== undefined && nextHopId !== entry.nextHopId)) {
    return refuse('InvalidRouteEntry.NotFound', { destination: value, routeTableId, nextHopId: nextHopId ?? '' });
  }
  return { entry, routing };
}

/** What a request must not say beside the id of an entry. */
export function checkExclusive({
  routeEntryId: id,
  routeTableId,
  destination,
  destinationName,
}: EntryName): Refusal | undefined {
  if (id === undefined) return undefined;
  const [name, value] = destination === undefined ? ['RouteTableId', routeTableId] : [destinationName, destination];
  return value === undefined
    ? undefined
    : refuse('ParamExclusive.RouteEntryIdAndRouteTableIdOrDestCidrBlock', { id, name, value });
}
