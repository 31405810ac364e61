import type { Random } from '../../operation/context.ts';
import { formatIpv6Cidr, type Ipv6Address, isInBlock, parseIpv6Cidr } from '../ipv6.ts';

/** The mask of every IPv6 prefix of a network interface. */
export const ipv6PrefixLength = 80;

const lastGroup = 0xffff;
/** The last nine addresses of a vSwitch's /64 are reserved, and the first one. */
const firstReserved = 0xfff7;

type OfVSwitch = { readonly ipv6CidrBlock: string };

/** The first four groups of every address of the vSwitch; it has to have IPv6. */
export function ipv6NetworkOf({ ipv6CidrBlock }: OfVSwitch): Ipv6Address {
  const block = parseIpv6Cidr(ipv6CidrBlock);
  if (block === undefined) throw new Error(`a vSwitch has the IPv6 block "${ipv6CidrBlock}"`);
  return block.address.slice(0, 4);
}

/** Which /80 of its vSwitch an address lies in: the group behind the /64. */
export function ipv6BlockOf(address: Ipv6Address): number {
  return address[4] ?? 0;
}

/** Whether the vSwitch can give the address out: it is in its /64 and not reserved. */
export function isUsableIpv6({ ipv6CidrBlock }: OfVSwitch, address: Ipv6Address): boolean {
  const block = parseIpv6Cidr(ipv6CidrBlock);
  if (block === undefined || !isInBlock(address, block)) return false;
  const [last = 0, ...others] = address.slice(4).reverse();
  const isFirst = last === 0 && others.every((group) => group === 0);
  const isOneOfLast = last >= firstReserved && others.every((group) => group === lastGroup);
  return !isFirst && !isOneOfLast;
}

/** Whether a /80 can be given out as a prefix, or at random: the first and the last one hold the reserved addresses. */
export function isBlockOfRange(block: number): boolean {
  return block > 0 && block < lastGroup;
}

export function randomBlock(random: Random): number {
  return 1 + random.below(lastGroup - 1);
}

/** A /80 of the vSwitch as text. */
export function formatIpv6Prefix(vSwitch: OfVSwitch, block: number): string {
  const address = [...ipv6NetworkOf(vSwitch), block, 0, 0, 0];
  return formatIpv6Cidr({ address, prefixLength: ipv6PrefixLength });
}
