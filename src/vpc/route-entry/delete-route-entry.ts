import type { VpcDeleteRouteEntryParameters } from '../../contracts/operations.generated.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { beginDeletion } from './deletion.ts';
import { checkExclusive, type EntryName, namedEntry } from './named-entry.ts';
import { checkStable } from './routing.ts';

/**
 * Starts the deletion of a custom entry, named by its id or by where it leads from and to; it is gone soon after. Entries
 * of one table are deleted one after another.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/DeleteRouteEntry
 */
export const deleteRouteEntry = operation('Vpc', 'DeleteRouteEntry', {
  permits: ['routetable/{RouteTableId}'],
  check: (parameters) => checkExclusive(nameIn(parameters)) ?? checkNextHops(parameters),

  async execute(parameters, context) {
    const { tx, accountId, regionId, regionGiven } = context;
    const scope = { tx, accountId, regionId: regionGiven ? regionId : undefined };
    const found = await namedEntry(nameIn(parameters), scope);
    if (isRefusal(found)) return found;
    const unstable = checkStable(found.routing);
    if (unstable) return unstable;
    if (parameters.DryRun === true) return refuse('DryRunOperation');
    await beginDeletion(found.entry, context);
    return {};
  },
});

function nameIn(parameters: VpcDeleteRouteEntryParameters): EntryName {
  return {
    routeEntryId: parameters.RouteEntryId,
    routeTableId: parameters.RouteTableId,
    destination: parameters.DestinationCidrBlock,
    destinationName: 'DestinationCidrBlock',
    // No entry leads to several; one of a list is as good as any for not being found.
    nextHopId: parameters.NextHopId ?? parameters.NextHopList[0]?.NextHopId,
  };
}

function checkNextHops({
  RouteEntryId,
  RouteTableId,
  DestinationCidrBlock,
  NextHopId,
  NextHopList,
}: VpcDeleteRouteEntryParameters): Refusal | undefined {
  if (NextHopId !== undefined && NextHopList.length > 0) {
    return refuse('ParamExclusive.NextHopIdAndList', { value: NextHopId });
  }
  const isNamed = RouteEntryId !== undefined || RouteTableId === undefined || DestinationCidrBlock === undefined;
  return isNamed || NextHopId !== undefined || NextHopList.length > 0 ? undefined : refuse('InvalidNextHop');
}
