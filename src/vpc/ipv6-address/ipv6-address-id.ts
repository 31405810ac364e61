import { findRegion } from '../../operation/regions.ts';
import { formatIpv6, type Ipv6Address, parseIpv6 } from '../ipv6.ts';

/** All addresses begin with these groups, see the range of VPCs' IPv6 blocks. */
const first: Ipv6Address = [0x2001, 0x0db8];
/** 96 bits in digits of base 36. */
const digits = 19;
const pattern = /^ipv6-[0-9a-z]{3}([0-9a-z]{19})$/;

/**
 * The id of an IPv6 address as the VPC product names it. It stands for the address itself, so that nobody has to keep
 * it: an address that is given out again has the id that it had.
 */
export function ipv6AddressIdOf(address: string, regionId: string): string {
  const groups = parseIpv6(address) ?? [];
  const number = groups.slice(first.length).reduce((value, group) => value * 0x10000n + BigInt(group), 0n);
  return `ipv6-${findRegion(regionId)?.idInfix ?? 'xxx'}${number.toString(36).padStart(digits, '0')}`;
}

/** The address that an id stands for, in canonical text; undefined for what is no such id. */
export function addressOfId(id: string): string | undefined {
  const [, text] = pattern.exec(id) ?? [];
  if (text === undefined) return undefined;
  let number = [...text].reduce((value, digit) => value * 36n + BigInt(Number.parseInt(digit, 36)), 0n);
  const groups: number[] = [];
  for (let index = first.length; index < 8; index += 1) {
    groups.unshift(Number(number % 0x10000n));
    number /= 0x10000n;
  }
  return number === 0n ? formatIpv6([...first, ...groups]) : undefined;
}
