import type { VpcModifyRouteEntryParameters } from '../../contracts/operations.generated.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { parseDestination } from './destination.ts';
import { checkExclusive, type EntryName, type EntryScope, namedEntry } from './named-entry.ts';
import { findNextHop, nextHopType } from './next-hop.ts';
import { saveRouteEntry } from './route-entry.table.ts';
import { type RouteEntry, routeEntryResource } from './route-entry.ts';
import { checkStable } from './routing.ts';
import { routeEntryDescription, routeEntryName } from './rules.ts';

/**
 * Changes name and description of a custom entry, or has it lead somewhere else: then it is Modifying until that is
 * done. Empty text clears name and description.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/ModifyRouteEntry
 */
export const modifyRouteEntry = operation('Vpc', 'ModifyRouteEntry', {
  permits: ['routetable/{RouteTableId}'],
  keepEmpty: ['RouteEntryName', 'Description'],
  rules: { RouteEntryName: routeEntryName, Description: routeEntryDescription, NewNextHopType: nextHopType },
  check: (parameters) => checkExclusive(nameIn(parameters)) ?? checkNextHop(parameters),

  async execute(parameters, context) {
    const { tx, transitions, nowMs } = context;
    const found = await namedEntry(nameIn(parameters), context);
    if (isRefusal(found)) return found;
    const unstable = checkStable(found.routing);
    if (unstable) return unstable;
    const { entry } = found;
    const hop = await changedNextHop(parameters, entry, context);
    if (isRefusal(hop)) return hop;
    if (parameters.DryRun === true) return refuse('DryRunOperation');
    const leadsElsewhere = hop.nextHopId !== entry.nextHopId;
    await saveRouteEntry(tx, {
      ...entry,
      ...hop,
      routeEntryName: parameters.RouteEntryName ?? entry.routeEntryName,
      description: parameters.Description ?? entry.description,
      status: leadsElsewhere ? 'Modifying' : entry.status,
      modifiedAtMs: nowMs,
    });
    if (leadsElsewhere) await transitions.schedule(routeEntryResource, entry.routeEntryId, 'modify');
    return {};
  },
});

function nameIn({ RouteEntryId, RouteTableId, DestinationCidrBlock }: VpcModifyRouteEntryParameters): EntryName {
  return {
    routeEntryId: RouteEntryId,
    routeTableId: RouteTableId,
    destination: DestinationCidrBlock,
    destinationName: 'DestinationCidrBlock',
    nextHopId: undefined,
  };
}

/** A new next hop is named by type and id. */
function checkNextHop({ NewNextHopId, NewNextHopType }: VpcModifyRouteEntryParameters): Refusal | undefined {
  if ((NewNextHopId === undefined) === (NewNextHopType === undefined)) return undefined;
  return refuse('MissingParameter', { name: NewNextHopId === undefined ? 'NewNextHopId' : 'NewNextHopType' });
}

async function changedNextHop(
  { NewNextHopId: id, NewNextHopType: type }: VpcModifyRouteEntryParameters,
  entry: RouteEntry,
  { tx, accountId }: EntryScope,
): Promise<Pick<RouteEntry, 'nextHopType' | 'nextHopId'> | Refusal> {
  const { nextHopType: oldType, nextHopId, vpcId, destinationCidrBlock } = entry;
  if (id === undefined || type === undefined) return { nextHopType: oldType, nextHopId };
  const destination = parseDestination(destinationCidrBlock);
  if (destination === undefined) throw new Error(`a route leads from ${destinationCidrBlock}`);
  return findNextHop({ type, id }, { tx, accountId, vpcId, destination });
}
