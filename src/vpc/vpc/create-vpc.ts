import { putTags } from '../../ecs/tag/tags.ts';
import { newId } from '../../operation/ids.ts';
import { operation } from '../../operation/operation.ts';
import { takeQuota } from '../../operation/quota-usage.ts';
import { refuse } from '../refusals.ts';
import { insertRouteTable } from '../route-table/route-table.table.ts';
import { noIpv6, vpcDescription, vpcName } from '../rules.ts';
import { newTags } from '../tag/rules.ts';
import { defaultCidrBlock, newVpcCidrBlock, userCidrList } from './cidr-blocks.ts';
import { insertVpc, vpcResource, vpcTags } from './vpc.table.ts';

/** Creates a VPC with its router and system route table; it is Pending first and Available soon after. */
export const createVpc = operation('Vpc', 'CreateVpc', {
  rules: {
    CidrBlock: newVpcCidrBlock,
    VpcName: vpcName,
    Description: vpcDescription,
    UserCidr: userCidrList,
    Tag: newTags,
    EnableIpv6: noIpv6,
    Ipv6CidrBlock: noIpv6,
    Ipv6CidrMask: noIpv6,
    Ipv6IpamPoolId: noIpv6,
    Ipv4IpamPoolId: (value, name) => refuse('UnsupportedFeature.Ipam', { name, value }),
    Ipv4CidrMask: (value, name) => refuse('IllegalParam.IpamPool', { name, value }),
  },

  async execute(parameters, context) {
    const { tx, accountId, regionId, nowMs, transitions } = context;
    const limit = context.quota('vpcs');
    if (!(await takeQuota(context, 'vpcs', 1, limit))) return refuse('QuotaExceeded.Vpc', { limit });
    if (parameters.DryRun === true) return refuse('DryRunOperation');
    const vpcId = newId('vpc', context);
    const vRouterId = newId('vrt', context);
    const routeTableId = newId('vtb', context);
    const resourceGroupId = parameters.ResourceGroupId ?? '';
    await insertVpc(tx, {
      vpcId,
      accountId,
      regionId,
      vpcName: parameters.VpcName ?? '',
      description: parameters.Description ?? '',
      cidrBlock: parameters.CidrBlock ?? defaultCidrBlock,
      status: 'Pending',
      isDefault: 0,
      userCidrs: parameters.UserCidr ?? '',
      dnsHostnameStatus: parameters.EnableDnsHostname === true ? 'ENABLED' : 'DISABLED',
      vRouterId,
      resourceGroupId,
      ipv6CidrBlock: '',
      ipv6Isp: '',
      createdAtMs: nowMs,
    });
    await insertRouteTable(tx, {
      routeTableId,
      accountId,
      regionId,
      vpcId,
      vRouterId,
      routeTableType: 'System',
      routeTableName: '',
      description: '',
      resourceGroupId,
      createdAtMs: nowMs,
    });
    await putTags(context, vpcTags, vpcId, parameters.Tag);
    await transitions.schedule(vpcResource, vpcId, 'create');
    return { VpcId: vpcId, VRouterId: vRouterId, RouteTableId: routeTableId, ResourceGroupId: resourceGroupId };
  },
});
