import { operation } from '../../operation/operation.ts';
import { pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { allOf, equals, isInResourceGroup, listRows, nothing } from '../list.ts';
import { vpcPaging } from '../rules.ts';
import { carriesTags, wantedTags } from '../tag/rules.ts';
import { routeTableTable, routeTableTags } from './route-table.table.ts';
import { describedRouteTables } from './view.ts';

/** Lists the region's route tables by any combination of filters, newest first; naming a VPC means its VRouter. */
export const describeRouteTableList = operation('Vpc', 'DescribeRouteTableList', {
  permits: ['routetable/*'],
  rules: { Tag: wantedTags },

  async execute(parameters, { tx, accountId, regionId }) {
    const page = pageOf(parameters, vpcPaging);
    if (isRefusal(page)) return page;
    const { RouterType: routerType, VpcId: vpcId } = parameters;
    const condition = allOf(
      equals('route_table.account_id', accountId),
      equals('route_table.region_id', regionId),
      equals('route_table.vpc_id', vpcId),
      equals('route_table.v_router_id', parameters.RouterId),
      equals('route_table.route_table_id', parameters.RouteTableId),
      equals('route_table.route_table_name', parameters.RouteTableName),
      equals('route_table.route_table_type', parameters.RouteTableType),
      isInResourceGroup('route_table', accountId, parameters.ResourceGroupId),
      vpcId === undefined && routerType !== undefined && routerType !== 'VRouter' ? nothing : undefined,
      carriesTags(routeTableTags, 'route_table.route_table_id', parameters.Tag, { accountId, regionId }),
    );
    const { rows, totalCount } = await listRows(tx, routeTableTable, 'route_table_id', condition, page);
    return {
      TotalCount: totalCount,
      PageNumber: page.pageNumber,
      PageSize: page.pageSize,
      RouterTableList: { RouterTableListType: await describedRouteTables(tx, rows) },
    };
  },
});
