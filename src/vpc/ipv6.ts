import ipaddr from 'ipaddr.js';

/** An IPv6 address as its eight groups of 16 bits. */
export type Ipv6Address = readonly number[];

/** The one spelling of a text that is an IPv6 address; any other text as it is. */
export function canonicalIpv6(text: string): string {
  const address = parseIpv6(text);
  return address === undefined ? text : formatIpv6(address);
}

export interface Ipv6Cidr {
  readonly address: Ipv6Address;
  readonly prefixLength: number;
}

/** Parses IPv6 text in any spelling, without a zone, or answers undefined. */
export function parseIpv6(text: string): Ipv6Address | undefined {
  return text.includes('%') || !ipaddr.IPv6.isValid(text) ? undefined : ipaddr.IPv6.parse(text).parts;
}

/** The one text of an address: lower case, shortest form (RFC 5952). */
export function formatIpv6(address: Ipv6Address): string {
  return new ipaddr.IPv6([...address]).toRFC5952String();
}

/** Parses `2001:db8::/32`; bits behind the prefix may be set: see `isStrict`. */
export function parseIpv6Cidr(text: string): Ipv6Cidr | undefined {
  const [, addressText = '', prefixText = ''] = /^([^/]+)\/(0|[1-9]\d{0,2})$/.exec(text) ?? [];
  const address = parseIpv6(addressText);
  const prefixLength = Number(prefixText);
  return address === undefined || prefixLength > 128 ? undefined : { address, prefixLength };
}

export function formatIpv6Cidr({ address, prefixLength }: Ipv6Cidr): string {
  return `${formatIpv6(address)}/${prefixLength}`;
}

/** Whether two texts name the same block, however they are spelt. */
export function isSameBlock(one: string, other: string): boolean {
  const [first, second] = [parseIpv6Cidr(one), parseIpv6Cidr(other)];
  return first !== undefined && second !== undefined && formatIpv6Cidr(first) === formatIpv6Cidr(second);
}

/** Whether all bits behind the prefix are zero. */
export function isStrict({ address, prefixLength }: Ipv6Cidr): boolean {
  return address.every((group, index) => (group & ~maskOf(prefixLength, index)) === 0);
}

/** Whether the address has the first bits of the block. */
export function isInBlock(address: Ipv6Address, block: Ipv6Cidr): boolean {
  return address.every(
    (group, index) => ((group ^ (block.address[index] ?? 0)) & maskOf(block.prefixLength, index)) === 0,
  );
}

/** Whether every address of the inner block is one of the outer's. */
export function containsBlock(outer: Ipv6Cidr, inner: Ipv6Cidr): boolean {
  return outer.prefixLength <= inner.prefixLength && isInBlock(inner.address, outer);
}

/** The bits of one group that a prefix covers. */
function maskOf(prefixLength: number, index: number): number {
  const covered = Math.min(Math.max(prefixLength - index * 16, 0), 16);
  return (0xffff << (16 - covered)) & 0xffff;
}
