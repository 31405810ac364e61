import { putTags } from '../../ecs/tag/tags.ts';
import { newId } from '../../operation/ids.ts';
import { operation } from '../../operation/operation.ts';
import { takeQuota } from '../../operation/quota-usage.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { checkResourceGroup } from '../resource-group/check-resource-group.ts';
import { insertRouteTable } from '../route-table/route-table.table.ts';
import { vpcDescription, vpcName } from '../rules.ts';
import { newTags } from '../tag/rules.ts';
import { defaultCidrBlock, newVpcCidrBlock, userCidrList } from './cidr-blocks.ts';
import { ipv6Isp, ipv6Off, ipv6On, vpcIpv6CidrBlock } from './ipv6-cidr-block.ts';
import { insertVpc, vpcResource, vpcTags } from './vpc.table.ts';

const noIpam = (value: string, name: string) => refuse('UnsupportedFeature.Ipam', { name, value });
const maskOfPool = (value: number, name: string) => refuse('IllegalParam.IpamPool', { name, value });

/** Creates a VPC with its router and system route table; it is Pending first and Available soon after. */
export const createVpc = operation('Vpc', 'CreateVpc', {
  permits: ['vpc/*'],
  rules: {
    CidrBlock: newVpcCidrBlock,
    VpcName: vpcName,
    Description: vpcDescription,
    UserCidr: userCidrList,
    Tag: newTags,
    Ipv6CidrBlock: vpcIpv6CidrBlock,
    Ipv6Isp: ipv6Isp,
    Ipv4IpamPoolId: noIpam,
    Ipv6IpamPoolId: noIpam,
    Ipv4CidrMask: maskOfPool,
    Ipv6CidrMask: maskOfPool,
  },

  check: ({ EnableIpv6, Ipv6CidrBlock: value }) =>
    value === undefined || EnableIpv6 === true
      ? undefined
      : refuse('MissingParam.EnableIpv6', { value, name: 'EnableIpv6' }),

  async execute(parameters, context) {
    const { tx, accountId, regionId, nowMs, transitions } = context;
    const noResourceGroup = await checkResourceGroup(context, parameters.ResourceGroupId);
    if (noResourceGroup) return noResourceGroup;
    const limit = context.quota('vpcs');
    if (!(await takeQuota(context, 'vpcs', 1, limit))) return refuse('QuotaExceeded.Vpc', { limit });
    const wanted = { cidrBlock: parameters.Ipv6CidrBlock, isp: parameters.Ipv6Isp };
    const ipv6 = parameters.EnableIpv6 === true ? await ipv6On(tx, context.random, wanted) : ipv6Off;
    if (isRefusal(ipv6)) return ipv6;
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
      ...ipv6,
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
      status: 'Available',
      routePropagationEnable: 1,
      createdAtMs: nowMs,
    });
    await putTags(context, vpcTags, vpcId, parameters.Tag);
    await transitions.schedule(vpcResource, vpcId, 'create');
    return { VpcId: vpcId, VRouterId: vRouterId, RouteTableId: routeTableId, ResourceGroupId: resourceGroupId };
  },
});
