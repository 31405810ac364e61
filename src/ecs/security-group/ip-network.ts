import ipaddr from 'ipaddr.js';

/** The version of the internet protocol that an address belongs to. */
export type AddressFamily = 4 | 6;

export type IpAddress = ipaddr.IPv4 | ipaddr.IPv6;

/** The addresses that have their first `prefixLength` bits in common with `address`. */
export interface IpNetwork {
  readonly address: IpAddress;
  readonly prefixLength: number;
}

/** Parses IPv4 text in four decimal parts or IPv6 text without a zone, or answers undefined. */
export function parseIpAddress(text: string): IpAddress | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  return text.includes(':') && !text.includes('%') && ipaddr.IPv6.isValid(text) ? ipaddr.IPv6.parse(text) : undefined;
}

export function familyOf(address: IpAddress): AddressFamily {
  return address.kind() === 'ipv4' ? 4 : 6;
}

/**
 * Parses `10.0.0.0/8`, `2001:db8::/32`, or an address alone, which is a network of one. Bits behind the prefix may be
 * set and mean nothing. Answers what is wrong when it is none of this.
 */
export function parseIpNetwork(text: string): IpNetwork | 'malformed-address' | 'illegal-prefix-length' {
  const [addressText = '', prefixText, ...rest] = text.split('/');
  const address = parseIpAddress(addressText);
  if (address === undefined || rest.length > 0) return 'malformed-address';
  const width = address.kind() === 'ipv4' ? 32 : 128;
  if (prefixText === undefined) return { address, prefixLength: width };
  if (!/^(0|[1-9]\d{0,2})$/.test(prefixText) || Number(prefixText) > width) return 'illegal-prefix-length';
  return { address, prefixLength: Number(prefixText) };
}

/** Whether the network has the address; never when they are of different families. */
export function hasAddress(network: IpNetwork, address: IpAddress): boolean {
  return network.address.kind() === address.kind() && address.match(network.address, network.prefixLength);
}

/** One text for all ways of writing the same network. */
export function canonicalNetwork({ address, prefixLength }: IpNetwork): string {
  const cidr = `${address.toNormalizedString()}/${prefixLength}`;
  const first =
    address.kind() === 'ipv4' ? ipaddr.IPv4.networkAddressFromCIDR(cidr) : ipaddr.IPv6.networkAddressFromCIDR(cidr);
  return `${first.toNormalizedString()}/${prefixLength}`;
}
