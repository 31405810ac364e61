import type { VpcCreateRouteEntryParameters } from '../../contracts/operations.generated.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { findRouteTable } from '../route-table/route-table.table.ts';
import { addRouteEntry, newRouteEntry } from './creation.ts';
import { nextHopType } from './next-hop.ts';
import { checkStable, routingOf } from './routing.ts';
import { routeEntryDescription, routeEntryName } from './rules.ts';

const maxNextHops = 16;

/**
 * Adds a custom entry to a route table; it is Pending first and Available soon after. Entries of one table are added one
 * after another. Several next hops could only be router interfaces, of which there are none.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/CreateRouteEntry
 */
export const createRouteEntry = operation('Vpc', 'CreateRouteEntry', {
  permits: ['routetable/{RouteTableId}'],
  rules: { NextHopType: nextHopType, RouteEntryName: routeEntryName, Description: routeEntryDescription },
  check: (parameters) => checkNextHops(parameters),

  async execute(parameters, context) {
    const { tx, accountId, regionId, regionGiven } = context;
    const { RouteTableId: id, NextHopType: type = 'Instance', NextHopId: nextHopId } = parameters;
    const routeTable = await findRouteTable(tx, accountId, regionGiven ? regionId : undefined, id);
    if (routeTable === undefined) return refuse('InvalidRouteTableId.NotFound', { id });
    const [several] = parameters.NextHopList;
    if (several !== undefined) {
      const { NextHopId: hopId = '', NextHopType: hopType = '' } = several;
      return refuse('InvalidRouterInterface', { id: hopId, type: hopType });
    }
    if (nextHopId === undefined) return refuse('MissingParameter', { name: 'NextHopId' });
    const routing = await routingOf(tx, routeTable);
    const unstable = checkStable(routing);
    if (unstable) return unstable;
    const wanted = {
      destination: parameters.DestinationCidrBlock,
      destinationName: 'DestinationCidrBlock',
      nextHopType: type,
      nextHopId,
      routeEntryName: parameters.RouteEntryName,
      description: parameters.Description,
    } as const;
    const entry = await newRouteEntry(wanted, routing, context);
    if (isRefusal(entry)) return entry;
    if (parameters.DryRun === true) return refuse('DryRunOperation');
    await addRouteEntry(entry, context);
    return { RouteEntryId: entry.routeEntryId };
  },
});

/** Exactly one of a next hop and a list of them. */
function checkNextHops({ NextHopId, NextHopType, NextHopList }: VpcCreateRouteEntryParameters): Refusal | undefined {
  const { length: count } = NextHopList;
  if (count === 0) {
    const isNone = NextHopId === undefined && NextHopType === undefined;
    return isNone ? refuse('InvalidNexthopTypeAndList.BothNull') : undefined;
  }
  if (NextHopId !== undefined || NextHopType !== undefined) {
    return refuse('InvalidNexthopTypeAndList.BothNotNull', { value: NextHopId ?? '' });
  }
  return count < 2 || count > maxNextHops ? refuse('InvalidNexthopListSize', { count, limit: maxNextHops }) : undefined;
}
