import type { Random } from '../../operation/context.ts';
import type { Rule } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import type { Transaction } from '../../store/store.ts';
import { formatIpv6Cidr, type Ipv6Cidr, isInBlock, isStrict, parseIpv6Cidr } from '../ipv6.ts';
import { refuse } from '../refusals.ts';
import { hasIpv6CidrBlock } from './vpc.table.ts';

/** The mask of every VPC's IPv6 block. */
const mask = 56;
/** Where the blocks of all VPCs come from: the documentation range, so that no address is a host of the internet. */
const range: Ipv6Cidr = { address: [0x2001, 0x0db8, 0, 0, 0, 0, 0, 0], prefixLength: 32 };
const rangeText = formatIpv6Cidr(range);
/** How often a random block is tried; the range has 2^24 of them. */
const probes = 32;

const isps = ['BGP', 'ChinaMobile', 'ChinaUnicom', 'ChinaTelecom'];
const defaultIpv6Isp = 'BGP';

export const ipv6Isp: Rule<string> = (value) =>
  isps.includes(value) ? undefined : refuse('IllegalParam.Ipv6Isp', { value, allowed: isps.join(', ') });

/** A strict /56. Whether it can be had is for the state to say. */
export const vpcIpv6CidrBlock: Rule<string> = (value) => {
  const block = parseIpv6Cidr(value);
  if (block === undefined) return refuse('InvalidIpv6CidrBlock.Malformed', { value });
  return block.prefixLength === mask && isStrict(block)
    ? undefined
    : refuse('IllegalParam.Ipv6CidrBlock', { value, reason: `it is not a strict CIDR block with the mask /${mask}` });
};

/**
 * The block for a VPC that IPv6 is switched on for, in canonical text: the one asked for, which has to be idle and of
 * the range that counts as reserved for everybody, or else a random idle one.
 */
async function takeIpv6CidrBlock(
  tx: Transaction,
  random: Random,
  wanted: string | undefined,
): Promise<string | Refusal> {
  if (wanted !== undefined) {
    const block = parseIpv6Cidr(wanted);
    const text = block && isInBlock(block.address, range) ? formatIpv6Cidr(block) : undefined;
    return text === undefined || (await hasIpv6CidrBlock(tx, text))
      ? refuse('OperationFailed.IPv6CidrNotReserved', { value: wanted, range: rangeText })
      : text;
  }
  for (let probe = 0; probe < probes; probe += 1) {
    const address = [0x2001, 0x0db8, random.below(0x10000), random.below(0x100) << 8, 0, 0, 0, 0];
    const text = formatIpv6Cidr({ address, prefixLength: mask });
    if (!(await hasIpv6CidrBlock(tx, text))) return text;
  }
  return refuse('ResourceNotEnough.Ipv6Cidr', { range: rangeText });
}

/** What a VPC's record says of IPv6. */
export interface Ipv6Setting {
  readonly ipv6CidrBlock: string;
  readonly ipv6Isp: string;
}

export const ipv6Off: Ipv6Setting = { ipv6CidrBlock: '', ipv6Isp: '' };

/** Switches IPv6 on. */
export async function ipv6On(
  tx: Transaction,
  random: Random,
  { cidrBlock, isp = defaultIpv6Isp }: { readonly cidrBlock: string | undefined; readonly isp: string | undefined },
): Promise<Ipv6Setting | Refusal> {
  const ipv6CidrBlock = await takeIpv6CidrBlock(tx, random, cidrBlock);
  return isRefusal(ipv6CidrBlock) ? ipv6CidrBlock : { ipv6CidrBlock, ipv6Isp: isp };
}
