import { operation } from '../../operation/operation.ts';
import { pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { allOf, equals, isInResourceGroup, listRows, nothing } from '../list.ts';
import { refuse } from '../refusals.ts';
import { vpcPaging } from '../rules.ts';
import { routeTableTable } from './route-table.table.ts';
import { olderDescribedRouteTables } from './view.ts';

/**
 * Lists route tables with all their entries, newest first; the older form of DescribeRouteTableList and
 * DescribeRouteEntryList together. A request has to say which tables it means.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/DescribeRouteTables
 */
export const describeRouteTables = operation('Vpc', 'DescribeRouteTables', {
  permits: ['routetable/{RouteTableId}'],
  check: ({ RouteTableId, RouteTableName, RouterId, VRouterId }) => {
    if (RouterId !== undefined && VRouterId !== undefined) {
      return refuse('InvalidParameter', { name: 'RouterId', value: `${RouterId}, beside VRouterId ${VRouterId}` });
    }
    const isNone = (RouteTableId ?? RouteTableName ?? RouterId ?? VRouterId) === undefined;
    return isNone ? refuse('MissingParameter', { name: 'RouteTableId' }) : undefined;
  },

  async execute(parameters, { tx, accountId, regionId, regionGiven }) {
    const page = pageOf(parameters, vpcPaging);
    if (isRefusal(page)) return page;
    const condition = allOf(
      equals('route_table.account_id', accountId),
      equals('route_table.region_id', regionGiven ? regionId : undefined),
      equals('route_table.route_table_id', parameters.RouteTableId),
      equals('route_table.route_table_name', parameters.RouteTableName),
      equals('route_table.v_router_id', parameters.RouterId ?? parameters.VRouterId),
      isInResourceGroup('route_table', accountId, parameters.ResourceGroupId),
      (parameters.RouterType ?? 'VRouter') === 'VRouter' ? undefined : nothing,
    );
    const { rows, totalCount } = await listRows(tx, routeTableTable, 'route_table_id', condition, page);
    return {
      TotalCount: totalCount,
      PageNumber: page.pageNumber,
      PageSize: page.pageSize,
      RouteTables: { RouteTable: await olderDescribedRouteTables(tx, rows, parameters.Type) },
    };
  },
});
