import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { createdVpc } from './creation.ts';
import { vpcIpv6CidrBlock } from './ipv6-cidr-block.ts';
import { findDefaultVpc } from './vpc.table.ts';

/** The block of every default VPC, which cannot be changed. */
const cidrBlock = '172.31.0.0/16';

/**
 * Creates the region's default VPC, with its router and system route table; it is Pending first and Available soon
 * after. A region has at most one.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/CreateDefaultVpc
 */
export const createDefaultVpc = operation('Vpc', 'CreateDefaultVpc', {
  permits: ['vpc/*'],
  rules: { Ipv6CidrBlock: vpcIpv6CidrBlock },

  check: ({ EnableIpv6, Ipv6CidrBlock: value }) =>
    value === undefined || EnableIpv6 === true
      ? undefined
      : refuse('MissingParam.EnableIpv6', { value, name: 'EnableIpv6' }),

  async execute({ EnableIpv6, Ipv6CidrBlock, ResourceGroupId: resourceGroupId }, context) {
    const { tx, accountId, regionId } = context;
    const present = await findDefaultVpc(tx, accountId, regionId);
    if (present) return refuse('QuotaExceeded.DefaultVpc', { regionId, id: present.vpcId });
    const wanted = {
      vpcName: '',
      description: '',
      cidrBlock,
      isDefault: 1,
      userCidrs: '',
      dnsHostname: false,
      resourceGroupId,
      tags: [],
      ipv6: EnableIpv6 === true ? { cidrBlock: Ipv6CidrBlock, isp: undefined } : undefined,
      dryRun: false,
    } as const;
    const made = await createdVpc(wanted, context);
    if (isRefusal(made)) return made;
    return { VpcId: made.vpcId, VRouterId: made.vRouterId, RouteTableId: made.routeTableId };
  },
});
