import type {
  VpcDescribeRouteTableListResponse,
  VpcDescribeRouteTablesResponse,
} from '../../contracts/operations.generated.ts';
import { tagsOfRows } from '../../ecs/tag/tags.ts';
import { groupBy } from '../../operation/group-by.ts';
import { utcSeconds } from '../../operation/time.ts';
import { inList } from '../../store/placeholders.ts';
import type { Transaction } from '../../store/store.ts';
import { listedEntriesOf } from '../route-entry/routing.ts';
import { olderDescribedEntry } from '../route-entry/view.ts';
import { describedTags } from '../tag/view.ts';
import { type RouteTable, routeTableTags, vSwitchIdsUsing } from './route-table.table.ts';

type List = NonNullable<VpcDescribeRouteTableListResponse['RouterTableList']>;

/** A route table as DescribeRouteTableList lists it. */
export type DescribedRouteTable = NonNullable<List['RouterTableListType']>[number];

/** Describes route tables as they are in the state. */
export async function describedRouteTables(
  tx: Transaction,
  routeTables: readonly RouteTable[],
): Promise<readonly DescribedRouteTable[]> {
  if (routeTables.length === 0) return [];
  const { placeholders, values } = inList(routeTables.map((routeTable) => routeTable.routeTableId));
  const vSwitches = groupBy(await vSwitchIdsUsing(tx, placeholders, values), (row) => row.routeTableId);
  const allTags = await tagsOfRows(tx, routeTableTags, routeTables, (routeTable) => routeTable.routeTableId);
  const tags = groupBy(allTags, (tag) => tag.resourceId);
  return routeTables.map((routeTable) => ({
    AssociateType: 'VSwitch',
    CreationTime: utcSeconds(routeTable.createdAtMs),
    Description: routeTable.description,
    GatewayIds: { GatewayIds: [] },
    OwnerId: Number(routeTable.accountId),
    ResourceGroupId: routeTable.resourceGroupId,
    RoutePropagationEnable: routeTable.routePropagationEnable === 1,
    RouteTableId: routeTable.routeTableId,
    RouteTableName: routeTable.routeTableName,
    RouteTableType: routeTable.routeTableType,
    RouterId: routeTable.vRouterId,
    RouterType: 'VRouter',
    Status: routeTable.status,
    Tags: { Tag: describedTags(tags.get(routeTable.routeTableId)) },
    VSwitchIds: { VSwitchId: (vSwitches.get(routeTable.routeTableId) ?? []).map((row) => row.vSwitchId) },
    VpcId: routeTable.vpcId,
  }));
}

/** A route table as DescribeRouteTables lists it. */
export type OlderDescribedRouteTable = NonNullable<
  NonNullable<VpcDescribeRouteTablesResponse['RouteTables']>['RouteTable']
>[number];

/** Describes route tables with their entries, all of them or those of one type. */
export async function olderDescribedRouteTables(
  tx: Transaction,
  routeTables: readonly RouteTable[],
  type: string | undefined,
): Promise<readonly OlderDescribedRouteTable[]> {
  if (routeTables.length === 0) return [];
  const { placeholders, values } = inList(routeTables.map((routeTable) => routeTable.routeTableId));
  const vSwitches = groupBy(await vSwitchIdsUsing(tx, placeholders, values), (row) => row.routeTableId);
  const entries = await listedEntriesOf(tx, routeTables);
  return routeTables.map((routeTable) => {
    const { routeTableId } = routeTable;
    const shown = (entries.get(routeTableId) ?? []).filter((entry) => type === undefined || entry.type === type);
    return {
      CreationTime: utcSeconds(routeTable.createdAtMs),
      ResourceGroupId: routeTable.resourceGroupId,
      RouteEntrys: { RouteEntry: shown.map(olderDescribedEntry) },
      RouteTableId: routeTableId,
      RouteTableType: routeTable.routeTableType,
      Status: routeTable.status,
      VRouterId: routeTable.vRouterId,
      VSwitchIds: { VSwitchId: (vSwitches.get(routeTableId) ?? []).map((row) => row.vSwitchId) },
    };
  });
}
