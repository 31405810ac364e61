import type { VpcModifyVpcAttributeParameters } from '../../contracts/operations.generated.ts';
import type { OperationContext } from '../../operation/context.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { isSameBlock } from '../ipv6.ts';
import { refuse } from '../refusals.ts';
import { vpcDescription, vpcName } from '../rules.ts';
import { contains } from '../vswitch/address-range.ts';
import { ipv6RangesIn, vSwitchRangesIn } from '../vswitch/v-switch.table.ts';
import { changedVpcCidrBlock, vpcRange } from './cidr-blocks.ts';
import { type Ipv6Setting, ipv6Isp, ipv6Off, ipv6On, vpcIpv6CidrBlock } from './ipv6-cidr-block.ts';
import { findVpc, saveVpcAttributes, type Vpc } from './vpc.table.ts';

/**
 * Changes name, description, DNS host names or CIDR block of a VPC, or switches IPv6 on or off; every vSwitch must stay
 * inside the VPC's blocks.
 */
export const modifyVpcAttribute = operation('Vpc', 'ModifyVpcAttribute', {
  permits: ['vpc/{VpcId}'],
  keepEmpty: ['VpcName', 'Description'],
  rules: {
    VpcName: vpcName,
    Description: vpcDescription,
    CidrBlock: changedVpcCidrBlock,
    Ipv6CidrBlock: vpcIpv6CidrBlock,
    Ipv6Isp: ipv6Isp,
  },

  check: ({ EnableIPv6, Ipv6CidrBlock: value }) =>
    value === undefined || EnableIPv6 === true
      ? undefined
      : refuse('MissingParam.EnableIpv6', { value, name: 'EnableIPv6' }),

  async execute(parameters, context) {
    const { tx, accountId, regionId, regionGiven } = context;
    const { VpcId: id, CidrBlock: cidrBlock, EnableDnsHostname: enableDnsHostname } = parameters;
    const vpc = await findVpc(tx, accountId, regionGiven ? regionId : undefined, id);
    if (vpc === undefined) return refuse('InvalidVpcId.NotFound', { id });
    if (vpc.status !== 'Available') return refuse('IncorrectVpcStatus', { id, status: vpc.status });
    if (cidrBlock !== undefined) {
      const range = vpcRange(cidrBlock, 'InvalidCidrBlock.Malformed');
      if (isRefusal(range)) return range;
      const outside = (await vSwitchRangesIn(tx, id)).find((vSwitch) => !contains(range, vSwitch));
      if (outside !== undefined) {
        return refuse('OperationDenied.CidrConflictWithExistCidr', { ...outside, value: cidrBlock });
      }
    }
    const ipv6 = await changedIpv6(context, vpc, parameters);
    if (isRefusal(ipv6)) return ipv6;
    await saveVpcAttributes(tx, {
      ...vpc,
      ...ipv6,
      vpcName: parameters.VpcName ?? vpc.vpcName,
      description: parameters.Description ?? vpc.description,
      cidrBlock: cidrBlock ?? vpc.cidrBlock,
      dnsHostnameStatus:
        enableDnsHostname === undefined ? vpc.dnsHostnameStatus : enableDnsHostname ? 'ENABLED' : 'DISABLED',
    });
    return {};
  },
});

/** What the VPC's IPv6 is to be. A block that is there stays; switched off, it must not be in use. */
async function changedIpv6(
  { tx, random }: OperationContext,
  { vpcId: id, ipv6CidrBlock, ipv6Isp: isp }: Vpc,
  { EnableIPv6, Ipv6CidrBlock: wanted, Ipv6Isp = isp }: VpcModifyVpcAttributeParameters,
): Promise<Ipv6Setting | Refusal> {
  if (EnableIPv6 === false) {
    const [user] = await ipv6RangesIn(tx, id);
    return user === undefined ? ipv6Off : refuse('DependencyViolation.Ipv6VSwitch', { ...user, id });
  }
  if (ipv6CidrBlock === '') {
    return EnableIPv6 === true ? ipv6On(tx, random, { cidrBlock: wanted, isp: Ipv6Isp || undefined }) : ipv6Off;
  }
  if (wanted !== undefined && !isSameBlock(wanted, ipv6CidrBlock)) {
    const reason = `the VPC has "${ipv6CidrBlock}", which cannot be changed`;
    return refuse('IllegalParam.Ipv6CidrBlock', { value: wanted, reason });
  }
  return { ipv6CidrBlock, ipv6Isp: Ipv6Isp };
}
