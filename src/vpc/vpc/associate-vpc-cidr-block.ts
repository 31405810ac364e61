import type { VpcAssociateVpcCidrBlockParameters } from '../../contracts/operations.generated.ts';
import type { OperationContext } from '../../operation/context.ts';
import { operation, type Rule } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { formatIpv6Cidr, isSameBlock, parseIpv6Cidr } from '../ipv6.ts';
import { refuse } from '../refusals.ts';
import { routeEntriesIn } from '../route-entry/route-entry.table.ts';
import { overlaps, parseCidr } from '../vswitch/address-range.ts';
import { secondaryCidrBlock } from './cidr-blocks.ts';
import { maskOfPool, noIpam } from './ipam.ts';
import { ipv6Isp, ipv6On, vpcIpv6CidrBlock } from './ipv6-cidr-block.ts';
import { findVpc, saveVpcAttributes, type Vpc } from './vpc.table.ts';
import { blocksOf, insertVpcCidrBlock, type VpcCidrBlock } from './vpc-cidr-block.table.ts';

const versions = ['IPV4', 'IPV6'];

const ipVersion: Rule<string> = (value) =>
  versions.includes(value.toUpperCase())
    ? undefined
    : refuse('IllegalParam.IpVersion', { value, allowed: versions.join(' or ') });

/**
 * Adds a CIDR block to a VPC, IPv4 or IPv6, for vSwitches to lie in; an IPv6 block that is not named is chosen. The first
 * IPv6 block of a VPC switches IPv6 on.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/AssociateVpcCidrBlock
 */
export const associateVpcCidrBlock = operation('Vpc', 'AssociateVpcCidrBlock', {
  permits: ['vpc/{VpcId}'],
  rules: {
    IpVersion: ipVersion,
    SecondaryCidrBlock: secondaryCidrBlock,
    IPv6CidrBlock: vpcIpv6CidrBlock,
    Ipv6Isp: ipv6Isp,
    IpamPoolId: noIpam,
    Ipv6CidrMask: maskOfPool,
    SecondaryCidrMask: maskOfPool,
  },
  check: (parameters) => checkWanted(parameters),

  async execute(parameters, context) {
    const { tx, accountId, regionId, regionGiven } = context;
    const { VpcId: id } = parameters;
    const vpc = await findVpc(tx, accountId, regionGiven ? regionId : undefined, id);
    if (vpc === undefined) return refuse('InvalidVpc.NotFound', { id });
    if (vpc.status !== 'Available') return refuse('IncorrectStatus.Vpc', { id, status: vpc.status });
    const added = await addedBlock(vpc, parameters, context);
    return isRefusal(added) ? added : { CidrBlock: added.cidrBlock, IpVersion: added.ipVersion };
  },
});

function checkWanted({
  SecondaryCidrBlock: value,
  IPv6CidrBlock: ipv6,
  IpVersion,
}: VpcAssociateVpcCidrBlockParameters): Refusal | undefined {
  if (value !== undefined && ipv6 !== undefined) {
    return refuse('ParamExclusive.SecondaryCidrAndIpv6Cidr', { value, ipv6 });
  }
  const version = IpVersion?.toUpperCase();
  if (value === undefined && ipv6 === undefined) {
    return version === 'IPV6' ? undefined : refuse('MissingParam.SecondaryCidrOrIpv6Cidr');
  }
  const fitting = value === undefined ? 'IPV6' : 'IPV4';
  return version === undefined || version === fitting
    ? undefined
    : refuse('IllegalParam.IpVersion', { value: IpVersion ?? '', allowed: `that of "${value ?? ipv6 ?? ''}"` });
}

type Added = Pick<VpcCidrBlock, 'cidrBlock' | 'ipVersion'>;

function addedBlock(
  vpc: Vpc,
  { SecondaryCidrBlock: ipv4, IPv6CidrBlock: ipv6, Ipv6Isp: isp }: VpcAssociateVpcCidrBlockParameters,
  context: OperationContext,
): Promise<Added | Refusal> {
  return ipv4 === undefined ? addIpv6(vpc, { cidrBlock: ipv6, isp }, context) : addIpv4(vpc, ipv4, context);
}

async function addIpv4(vpc: Vpc, value: string, { tx, quota, nowMs, accountId }: OperationContext) {
  const { vpcId } = vpc;
  const range = parseCidr(value);
  if (range === undefined) return refuse('InvalidCidrBlock.Malformed', { value });
  const blocks = (await blocksOf(tx, vpc)).ipv4;
  const cidrBlock = blocks.find((block) => {
    const other = parseCidr(block);
    return other !== undefined && overlaps(range, other);
  });
  if (cidrBlock !== undefined) return refuse('Duplicated.SecondaryCidrBlock', { value, cidrBlock, id: vpcId });
  const limit = quota('secondary-cidr-blocks-per-vpc');
  const count = blocks.length - 1;
  if (count >= limit) return refuse('QuotaExceeded.VpcMultiCidr', { id: vpcId, count, limit });
  const entry = (await routeEntriesIn(tx, vpcId)).find(({ destinationCidrBlock }) => destinationCidrBlock === value);
  if (entry) return refuse('OperationFailed.ConflictWithEntry', { value, routeEntryId: entry.routeEntryId });
  const added = { cidrBlock: value, ipVersion: 'IPV4' } as const;
  await insertVpcCidrBlock(tx, { ...added, vpcId, accountId, ipv6Isp: '', createdAtMs: nowMs });
  return added;
}

async function addIpv6(
  vpc: Vpc,
  wanted: { readonly cidrBlock: string | undefined; readonly isp: string | undefined },
  { tx, quota, random, nowMs, accountId }: OperationContext,
) {
  const { vpcId } = vpc;
  const { ipv6: blocks } = await blocksOf(tx, vpc);
  const value = wanted.cidrBlock;
  if (value !== undefined && blocks.some((block) => isSameBlock(value, block))) {
    return refuse('OperationFailed.Ipv6CidrBlockExisted', { id: vpcId, value });
  }
  const limit = quota('secondary-cidr-blocks-per-vpc');
  const count = Math.max(blocks.length - 1, 0);
  if (count >= limit && blocks.length > 0) return refuse('QuotaExceeded.IPv6CidrBlock', { id: vpcId, count, limit });
  const parsed = value === undefined ? undefined : parseIpv6Cidr(value);
  const ipv6 = await ipv6On(tx, random, { ...wanted, cidrBlock: parsed && formatIpv6Cidr(parsed) });
  if (isRefusal(ipv6)) return ipv6;
  const added = { cidrBlock: ipv6.ipv6CidrBlock, ipVersion: 'IPV6' } as const;
  if (blocks.length === 0) await saveVpcAttributes(tx, { ...vpc, ...ipv6 });
  else await insertVpcCidrBlock(tx, { ...added, vpcId, accountId, ipv6Isp: ipv6.ipv6Isp, createdAtMs: nowMs });
  return added;
}
