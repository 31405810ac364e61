import ipaddr from 'ipaddr.js';

/** An IPv4 block as whole numbers; both ends belong to it. */
export interface AddressRange {
  readonly first: number;
  readonly last: number;
}

/** How many addresses one row of the address count stands for. */
export const blockSize = 256;

/** Parses strict CIDR notation (host bits zero), or answers undefined. */
export function parseCidr(cidrBlock: string): (AddressRange & { readonly prefixLength: number }) | undefined {
  if (!/^\d{1,3}(\.\d{1,3}){3}\/\d{1,2}$/.test(cidrBlock) || !ipaddr.IPv4.isValidCIDR(cidrBlock)) return undefined;
  const [address, prefixLength] = ipaddr.IPv4.parseCIDR(cidrBlock);
  const first = toNumber(address.octets);
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
