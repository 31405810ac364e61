import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { vpcDescription, vpcName } from '../rules.ts';
import { newTags } from '../tag/rules.ts';
import { defaultCidrBlock, newVpcCidrBlock, userCidrList } from './cidr-blocks.ts';
import { createdVpc } from './creation.ts';
import { maskOfPool, noIpam } from './ipam.ts';
import { ipv6Isp, vpcIpv6CidrBlock } from './ipv6-cidr-block.ts';

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
    const wanted = {
      vpcName: parameters.VpcName ?? '',
      description: parameters.Description ?? '',
      cidrBlock: parameters.CidrBlock ?? defaultCidrBlock,
      isDefault: 0,
      userCidrs: parameters.UserCidr ?? '',
      dnsHostname: parameters.EnableDnsHostname === true,
      resourceGroupId: parameters.ResourceGroupId,
      tags: parameters.Tag,
      ipv6:
        parameters.EnableIpv6 === true ? { cidrBlock: parameters.Ipv6CidrBlock, isp: parameters.Ipv6Isp } : undefined,
      dryRun: parameters.DryRun === true,
    } as const;
    const made = await createdVpc(wanted, context);
    if (isRefusal(made)) return made;
    return {
      VpcId: made.vpcId,
      VRouterId: made.vRouterId,
      RouteTableId: made.routeTableId,
      ResourceGroupId: made.resourceGroupId,
    };
  },
});
