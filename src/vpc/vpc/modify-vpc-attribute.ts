import type { VpcModifyVpcAttributeParameters } from '../../contracts/operations.generated.ts';
import type { OperationContext } from '../../operation/context.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { isSameBlock } from '../ipv6.ts';
import { ipv6GatewayOf } from '../ipv6-gateway/ipv6-gateway.table.ts';
import { refuse } from '../refusals.ts';
import { vpcDescription, vpcName } from '../rules.ts';
import { contains, formatAddress, overlaps, parseCidr } from '../vswitch/address-range.ts';
import { ipv6RangesIn, vSwitchRangesIn } from '../vswitch/v-switch.table.ts';
import { changedVpcCidrBlock, vpcRange } from './cidr-blocks.ts';
import { type Ipv6Setting, ipv6Isp, ipv6Off, ipv6On, vpcIpv6CidrBlock } from './ipv6-cidr-block.ts';
import { findVpc, saveVpcAttributes, type Vpc } from './vpc.table.ts';
import { removeIpv6CidrBlocks, secondaryBlocksOf } from './vpc-cidr-block.table.ts';

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
    const conflict = cidrBlock === undefined ? undefined : await conflictWith(cidrBlock, vpc, context);
    if (conflict) return conflict;
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

/** The VPC's vSwitches must stay inside its blocks, and those must not overlap; a default VPC keeps its own. */
async function conflictWith(
  value: string,
  { vpcId: id, isDefault, cidrBlock }: Vpc,
  { tx }: OperationContext,
): Promise<Refusal | undefined> {
  const range = vpcRange(value, 'InvalidCidrBlock.Malformed');
  if (isRefusal(range)) return range;
  if (isDefault === 1 && value !== cidrBlock) return refuse('InvalidParameter.DefaultVpc', { value, cidrBlock, id });
  const secondary = (await secondaryBlocksOf(tx, [id])).flatMap((block) => parseCidr(block.cidrBlock) ?? []);
  const inTheWay = secondary.find((block) => overlaps(range, block));
  if (inTheWay) {
    const { first, prefixLength } = inTheWay;
    return refuse('OperationDenied.CidrOverlapsSecondary', {
      value,
      cidrBlock: `${formatAddress(first)}/${prefixLength}`,
    });
  }
  const blocks = [range, ...secondary];
  const outside = (await vSwitchRangesIn(tx, id)).find((vSwitch) => !blocks.some((block) => contains(block, vSwitch)));
  return outside && refuse('OperationDenied.CidrConflictWithExistCidr', { ...outside, value });
}

/** What the VPC's IPv6 is to be. A block that is there stays; switched off, it must not be in use. */
async function changedIpv6(
  { tx, random }: OperationContext,
  { vpcId: id, ipv6CidrBlock, ipv6Isp: isp }: Vpc,
  { EnableIPv6, Ipv6CidrBlock: wanted, Ipv6Isp = isp }: VpcModifyVpcAttributeParameters,
): Promise<Ipv6Setting | Refusal> {
  if (EnableIPv6 === false) {
    const [user] = await ipv6RangesIn(tx, id);
    if (user !== undefined) return refuse('DependencyViolation.Ipv6VSwitch', { ...user, id });
    const gateway = await ipv6GatewayOf(tx, id);
    if (gateway) return refuse('DependencyViolation.Ipv6Gateway', { ...gateway, id });
    await removeIpv6CidrBlocks(tx, id);
    return ipv6Off;
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
