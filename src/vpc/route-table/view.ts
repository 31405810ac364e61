import type { VpcDescribeRouteTableListResponse } from '../../contracts/operations.generated.ts';
import { tagsOfRows } from '../../ecs/tag/tags.ts';
import { groupBy } from '../../operation/group-by.ts';
import { utcSeconds } from '../../operation/time.ts';
import { inList } from '../../store/placeholders.ts';
import type { Transaction } from '../../store/store.ts';
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
    RoutePropagationEnable: true,
    RouteTableId: routeTable.routeTableId,
    RouteTableName: routeTable.routeTableName,
    RouteTableType: routeTable.routeTableType,
    RouterId: routeTable.vRouterId,
    RouterType: 'VRouter',
    Status: 'Available',
    Tags: { Tag: describedTags(tags.get(routeTable.routeTableId)) },
    VSwitchIds: { VSwitchId: (vSwitches.get(routeTable.routeTableId) ?? []).map((row) => row.vSwitchId) },
    VpcId: routeTable.vpcId,
  }));
}
