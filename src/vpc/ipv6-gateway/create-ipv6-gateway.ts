import { putTags } from '../../ecs/tag/tags.ts';
import { newId } from '../../operation/ids.ts';
import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { checkResourceGroup } from '../resource-group/check-resource-group.ts';
import { newTags } from '../tag/rules.ts';
import { findVpc } from '../vpc/vpc.table.ts';
import { insertIpv6Gateway, ipv6GatewayOf } from './ipv6-gateway.table.ts';
import { ipv6GatewayResource, ipv6GatewayTags } from './ipv6-gateway.ts';
import { ipv6GatewayDescription, ipv6GatewayName } from './rules.ts';

/**
 * Creates the IPv6 gateway of a VPC that has IPv6; it is Pending first and Available soon after, and then the default
 * route of the system route table leads to it, unless that table has one.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/CreateIpv6Gateway
 */
export const createIpv6Gateway = operation('Vpc', 'CreateIpv6Gateway', {
  permits: ['ipv6gateway/*', 'vpc/{VpcId}'],
  rules: { Name: ipv6GatewayName, Description: ipv6GatewayDescription, Tag: newTags },

  async execute(parameters, context) {
    const { tx, accountId, regionId, nowMs, transitions } = context;
    const { VpcId: vpcId } = parameters;
    const vpc = await findVpc(tx, accountId, regionId, vpcId);
    if (vpc === undefined) return refuse('InvalidVpcId.NotFound', { id: vpcId });
    if (vpc.status !== 'Available') return refuse('IncorrectStatus.Vpc', { id: vpcId, status: vpc.status });
    if (vpc.ipv6CidrBlock === '') return refuse('OperationUnsupported.VpcWithoutIpv6', { vpcId });
    const noResourceGroup = await checkResourceGroup(context, parameters.ResourceGroupId);
    if (noResourceGroup) return noResourceGroup;
    const present = await ipv6GatewayOf(tx, vpcId);
    if (present) return refuse('QuotaExceeded.Ipv6Gateway', { vpcId, id: present.ipv6GatewayId });
    if (parameters.DryRun === true) return refuse('DryRunOperation');
    const ipv6GatewayId = newId('ipv6gw', context);
    const resourceGroupId = parameters.ResourceGroupId ?? '';
    await insertIpv6Gateway(tx, {
      ipv6GatewayId,
      accountId,
      regionId,
      vpcId,
      ipv6GatewayName: parameters.Name ?? '',
      description: parameters.Description ?? '',
      status: 'Pending',
      resourceGroupId,
      createdAtMs: nowMs,
    });
    await putTags(context, ipv6GatewayTags, ipv6GatewayId, parameters.Tag);
    await transitions.schedule(ipv6GatewayResource, ipv6GatewayId, 'create');
    return { Ipv6GatewayId: ipv6GatewayId, ResourceGroupId: resourceGroupId };
  },
});
