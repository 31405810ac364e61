import fc from 'fast-check';
import { givenOut, sizeOf, textOf } from '../ipv4.ts';
import { type Model, prefixSize } from '../model.ts';
import type { Ipv4Wish, Ipv6Wish } from '../operations/address-wish.ts';
import { seldom } from '../picks.ts';

/** One way to ask for addresses, seldom two. */
export interface Wish {
  readonly way: 'addresses' | 'count' | 'prefixes' | 'prefixCount';
  readonly numbers: readonly number[];
  readonly count: number;
  readonly both: boolean;
}

export const wish: fc.Arbitrary<Wish> = fc.record({
  way: fc.constantFrom(
    'addresses' as const,
    'count' as const,
    'count' as const,
    'prefixes' as const,
    'prefixCount' as const,
  ),
  numbers: fc.array(fc.nat(60), { minLength: 1, maxLength: 4 }),
  count: fc.oneof(
    { weight: 12, arbitrary: fc.integer({ min: 1, max: 3 }) },
    { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 }) },
  ),
  both: seldom(25),
});

/** The address of a vSwitch that a number stands for; beyond the last usable one comes a reserved one. */
export function addressOf(n: number, model: Model, vSwitchId: string): string {
  const vSwitch = model.vSwitches.get(vSwitchId);
  if (vSwitch === undefined) return '10.0.0.5';
  const { first } = givenOut(vSwitch.block);
  return textOf(first + (n % (sizeOf(givenOut(vSwitch.block)) + 1)));
}

/** The prefix of a vSwitch that a number stands for; the first and the last hold reserved addresses, one is not strict. */
export function prefixOf(n: number, model: Model, vSwitchId: string): string {
  const block = model.vSwitches.get(vSwitchId)?.block ?? { first: 0x0a000000, last: 0x0a0000ff };
  const count = Math.max(1, Math.floor(sizeOf(block) / prefixSize));
  const first = block.first - (block.first % prefixSize) + (n % count) * prefixSize;
  return `${textOf(n === 13 ? first + 4 : first)}/28`;
}

export function ipv4WishOf(drawn: Wish, model: Model, vSwitchId: string): Ipv4Wish {
  const { way, numbers, count, both } = drawn;
  const prefixes = [...new Set(numbers.slice(0, 2))];
  return {
    PrivateIpAddress: way === 'addresses' ? numbers.map((n) => addressOf(n, model, vSwitchId)) : undefined,
    SecondaryPrivateIpAddressCount: way === 'count' || both ? count : undefined,
    Ipv4Prefix: way === 'prefixes' ? prefixes.map((n) => prefixOf(n, model, vSwitchId)) : undefined,
    Ipv4PrefixCount: way === 'prefixCount' ? Math.min(count, 2) : undefined,
  };
}

/** Few addresses in few prefixes, so that they meet. */
export function ipv6AddressOf(n: number, model: Model, vSwitchId: string): string {
  const network = model.vSwitches.get(vSwitchId)?.ipv6Network ?? '2001:db8:0:9';
  return `${network}:${1 + (n % 4)}::${1 + (n % 5)}`;
}

export function ipv6PrefixOf(n: number, model: Model, vSwitchId: string): string {
  const network = model.vSwitches.get(vSwitchId)?.ipv6Network ?? '2001:db8:0:9';
  return `${network}:${1 + (n % 4)}::/80`;
}

export function ipv6WishOf(drawn: Wish, model: Model, vSwitchId: string): Ipv6Wish {
  const { way, numbers, count, both } = drawn;
  return {
    Ipv6Address: way === 'addresses' ? numbers.map((n) => ipv6AddressOf(n, model, vSwitchId)) : undefined,
    Ipv6AddressCount: way === 'count' || both ? count : undefined,
    Ipv6Prefix: way === 'prefixes' ? numbers.slice(0, 2).map((n) => ipv6PrefixOf(n, model, vSwitchId)) : undefined,
    Ipv6PrefixCount: way === 'prefixCount' ? Math.min(count, 2) : undefined,
  };
}
