import type { Rule } from '../../operation/operation.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { formatIpv6Cidr, isSameBlock, parseIpv6Cidr } from '../ipv6.ts';
import { refuse } from '../refusals.ts';
import type { Ipv6Range } from './v-switch.table.ts';

/** The mask of every vSwitch's IPv6 block, and how many such blocks a VPC's /56 has. */
const mask = 64;
const blocks = 256;

/** The IPv6 parameters that creation and modification of a vSwitch have in common. */
export interface WantedIpv6 {
  /** The last 8 bits of the block. */
  readonly Ipv6CidrBlock?: number | undefined;
  /** Without the one before: any free block of this size. */
  readonly Ipv6CidrMask?: number | undefined;
  readonly VpcIpv6CidrBlock?: string | undefined;
}

/** The VPC as far as IPv6 is concerned. */
export interface Ipv6Surroundings {
  readonly vpcId: string;
  /** Its first block, and then the secondary ones; none when IPv6 is off. */
  readonly vpcIpv6CidrBlocks: readonly string[];
  readonly taken: readonly Ipv6Range[];
}

/** The number of a /64 in the VPC's /56: 0 to 255. */
export const ipv6BlockNumber: Rule<number> = (value) =>
  Number.isInteger(value) && value >= 0 && value < blocks
    ? undefined
    : refuse('IllegalParam.Ipv6CidrBlock', { value, reason: `it is not a whole number from 0 to ${blocks - 1}` });

export const ipv6BlockMask: Rule<number> = (value) =>
  value === mask ? undefined : refuse('IllegalParam.Ipv6CidrMask', { value });

/** Whether the parameters ask for an IPv6 block. */
export function asksForIpv6({ Ipv6CidrBlock, Ipv6CidrMask }: WantedIpv6): boolean {
  return Ipv6CidrBlock !== undefined || Ipv6CidrMask !== undefined;
}

/**
 * The block of a vSwitch that IPv6 is switched on for, as canonical text: as asked for, or the first free one of the
 * VPC's block that is named, or else of its first.
 */
export function placeIpv6(wanted: WantedIpv6, { vpcId, vpcIpv6CidrBlocks, taken }: Ipv6Surroundings): string | Refusal {
  const { Ipv6CidrBlock: number, VpcIpv6CidrBlock: ofVpc } = wanted;
  if (vpcIpv6CidrBlocks.length === 0) {
    const [name, value] = number === undefined ? ['Ipv6CidrMask', mask] : ['Ipv6CidrBlock', number];
    return refuse('OperationUnsupported.Ipv6Feature', { vpcId, name, value });
  }
  const chosen = vpcIpv6CidrBlocks.find((block) => ofVpc === undefined || isSameBlock(ofVpc, block));
  const vpc = chosen === undefined ? undefined : parseIpv6Cidr(chosen);
  if (vpc === undefined) return refuse('VpcIpv6CidrBlock', { value: ofVpc ?? '', vpcId });
  const [first = 0, second = 0, third = 0, fourth = 0] = vpc.address;
  const blockOf = (n: number) =>
    formatIpv6Cidr({ address: [first, second, third, fourth | n, 0, 0, 0, 0], prefixLength: mask });
  const holderOf = (block: string) => taken.find(({ cidrBlock }) => cidrBlock === block);
  if (number === undefined) {
    const numbers = Array.from({ length: blocks }, (_, n) => n);
    const free = numbers.map(blockOf).find((block) => holderOf(block) === undefined);
    return free ?? refuse('OperationDenied.AvailableCidrInsufficient', { id: vpcId, mask });
  }
  const block = blockOf(number);
  const holder = holderOf(block);
  return holder === undefined ? block : refuse('InvalidCidrBlock.Ipv6Overlapped', { ...holder, value: number });
}
