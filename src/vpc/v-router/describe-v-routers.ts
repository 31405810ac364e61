import { operation } from '../../operation/operation.ts';
import { pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { allOf, equals, listRows } from '../list.ts';
import { vpcPaging } from '../rules.ts';
import { vpcTable } from '../vpc/vpc.table.ts';
import { describedVRouters } from './view.ts';

/**
 * Lists the routers of the region's VPCs, one each, newest first. An unknown id is no error: it lists nothing.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/DescribeVRouters
 */
export const describeVRouters = operation('Vpc', 'DescribeVRouters', {
  permits: ['vrouter/*'],
  async execute(parameters, { tx, accountId, regionId }) {
    const page = pageOf(parameters, vpcPaging);
    if (isRefusal(page)) return page;
    const condition = allOf(
      equals('vpc.account_id', accountId),
      equals('vpc.region_id', regionId),
      equals('vpc.v_router_id', parameters.VRouterId),
    );
    const { rows, totalCount } = await listRows(tx, vpcTable, 'vpc_id', condition, page);
    return {
      TotalCount: totalCount,
      PageNumber: page.pageNumber,
      PageSize: page.pageSize,
      VRouters: { VRouter: await describedVRouters(tx, rows) },
    };
  },
});
