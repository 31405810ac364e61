import { operation } from '../../operation/operation.ts';
import { pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { allOf, equals, isInResourceGroup, listRows } from '../list.ts';
import { vpcPaging } from '../rules.ts';
import { carriesTags, wantedTags } from '../tag/rules.ts';
import { ipv6GatewayTable } from './ipv6-gateway.table.ts';
import { ipv6GatewayTags } from './ipv6-gateway.ts';
import { describedIpv6Gateways } from './view.ts';

/**
 * Lists the region's IPv6 gateways by any combination of filters, newest first. An unknown id is no error: it lists
 * nothing.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/DescribeIpv6Gateways
 */
export const describeIpv6Gateways = operation('Vpc', 'DescribeIpv6Gateways', {
  permits: ['ipv6gateway/*'],
  rules: { Tags: wantedTags },

  async execute(parameters, { tx, accountId, regionId }) {
    const page = pageOf(parameters, vpcPaging);
    if (isRefusal(page)) return page;
    const condition = allOf(
      equals('ipv6_gateway.account_id', accountId),
      equals('ipv6_gateway.region_id', regionId),
      equals('ipv6_gateway.ipv6_gateway_id', parameters.Ipv6GatewayId),
      equals('ipv6_gateway.ipv6_gateway_name', parameters.Name),
      equals('ipv6_gateway.vpc_id', parameters.VpcId),
      isInResourceGroup('ipv6_gateway', accountId, parameters.ResourceGroupId),
      carriesTags(ipv6GatewayTags, 'ipv6_gateway.ipv6_gateway_id', parameters.Tags, { accountId, regionId }),
    );
    const { rows, totalCount } = await listRows(tx, ipv6GatewayTable, 'ipv6_gateway_id', condition, page);
    return {
      TotalCount: totalCount,
      PageNumber: page.pageNumber,
      PageSize: page.pageSize,
      Ipv6Gateways: { Ipv6Gateway: await describedIpv6Gateways(tx, rows) },
    };
  },
});
