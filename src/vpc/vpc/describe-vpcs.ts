import { operation } from '../../operation/operation.ts';
import { pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { allOf, equals, hasIpv6, isFlag, isInResourceGroup, isOneOf, listRows, nothing } from '../list.ts';
import { refuse } from '../refusals.ts';
import { idsOf, vpcPaging } from '../rules.ts';
import { carriesTags, wantedTags } from '../tag/rules.ts';
import { describedVpcs } from './view.ts';
import { vpcTable, vpcTags } from './vpc.table.ts';

/** Lists the region's VPCs by any combination of filters, newest first. An unknown id is no error: it lists nothing. */
export const describeVpcs = operation('Vpc', 'DescribeVpcs', {
  permits: ['vpc/*'],
  rules: { Tag: wantedTags },

  async execute(parameters, { tx, accountId, regionId }) {
    const page = pageOf(parameters, vpcPaging);
    if (isRefusal(page)) return page;
    const ids = idsOf(parameters.VpcId, 'InvalidVpcIdNumber.NotSupported');
    if (isRefusal(ids)) return ids;
    if (parameters.DryRun === true) return refuse('DryRunOperation');
    const { VpcOwnerId: ownerId } = parameters;
    const condition = allOf(
      equals('vpc.account_id', accountId),
      equals('vpc.region_id', regionId),
      isOneOf('vpc.vpc_id', ids),
      equals('vpc.vpc_name', parameters.VpcName),
      isInResourceGroup('vpc', accountId, parameters.ResourceGroupId),
      isFlag('vpc.is_default', parameters.IsDefault),
      hasIpv6('vpc', parameters.EnableIpv6),
      // No VPC has a DHCP options set, and other accounts' VPCs are never seen.
      parameters.DhcpOptionsSetId === undefined ? undefined : nothing,
      ownerId !== undefined && ownerId !== Number(accountId) ? nothing : undefined,
      carriesTags(vpcTags, 'vpc.vpc_id', parameters.Tag, { accountId, regionId }),
    );
    const { rows, totalCount } = await listRows(tx, vpcTable, 'vpc_id', condition, page);
    return {
      TotalCount: totalCount,
      PageNumber: page.pageNumber,
      PageSize: page.pageSize,
      Vpcs: { Vpc: await describedVpcs(tx, rows) },
    };
  },
});
