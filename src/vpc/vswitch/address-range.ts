import ipaddr from 'ipaddr.js';

/** An IPv4 block as whole numbers; both ends belong to it. */
export interface AddressRange {
  readonly first: number;
  readonly last: number;
}

/** How many addresses one row of the address count stands for: as many as an IPv4 prefix has. */
export const blockSize = 16;

/** Parses strict CIDR notation (host bits zero, no leading zeros), or answers undefined. */
export function parseCidr(cidrBlock: string): (AddressRange & { readonly prefixLength: number }) | undefined {
  const [, address = '', mask = ''] = /^([\d.]+)\/(0|[1-9]\d?)$/.exec(cidrBlock) ?? [];
  const prefixLength = Number(mask);
  const first = parseAddress(address);
  if (first === undefined || prefixLength > 32) return undefined;
  const size = 2 ** (32 - prefixLength);
  return first % size === 0 ? { first, last: first + size - 1, prefixLength } : undefined;
}

/** Parses dotted IPv4 text into a whole number, or answers undefined. */
export function parseAddress(text: string): number | undefined {
  if (!ipaddr.IPv4.isValidFourPartDecimal(text)) return undefined;
  return toNumber(ipaddr.IPv4.parse(text).octets);
}

export function formatAddress(address: number): string {
  return `${address >>> 24}.${(address >>> 16) & 255}.${(address >>> 8) & 255}.${address & 255}`;
}

export function contains(outer: AddressRange, inner: AddressRange): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

export function overlaps(one: AddressRange, other: AddressRange): boolean {
  return one.first <= other.last && other.first <= one.last;
}

/** The addresses that can be given out: all but the first and the last three of a vSwitch (ENI-31). */
export function usable(vSwitch: AddressRange): AddressRange {
  return { first: vSwitch.first + 1, last: vSwitch.last - 3 };
}

export function sizeOf(range: AddressRange): number {
  return range.last - range.first + 1;
}

/** The first address of the block of `blockSize` that an address is counted in. */
export function blockOf(address: number): number {
  return address - (address % blockSize);
}

function toNumber(octets: readonly number[]): number {
  return octets.reduce((number, octet) => number * 256 + octet, 0);
}
