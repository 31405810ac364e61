import { givenOut, isIn, numberOf } from '../ipv4.ts';
import { blockOf, longIpv6, longIpv6Prefix, networkOf } from '../ipv6.ts';
import { allAddresses, enisIn, idleCount, type Model, prefixSize } from '../model.ts';
import type { Reasons } from '../operation.ts';
import type { NetworkInterface, VSwitch } from '../resources.ts';

/** What a request wants an interface to have more of: named or a number of any, addresses or prefixes. */
export interface Ipv4Wish {
  readonly PrivateIpAddress?: readonly string[] | undefined;
  readonly SecondaryPrivateIpAddressCount?: number | undefined;
  readonly Ipv4Prefix?: readonly string[] | undefined;
  readonly Ipv4PrefixCount?: number | undefined;
}

export interface Ipv6Wish {
  readonly Ipv6Address?: readonly string[] | undefined;
  readonly Ipv6AddressCount?: number | undefined;
  readonly Ipv6Prefix?: readonly string[] | undefined;
  readonly Ipv6PrefixCount?: number | undefined;
}

/** What is wrong with a wish by itself: only one way of asking at a time. */
export function judgeForm(reasons: Reasons, wish: Ipv4Wish & Ipv6Wish): void {
  const { PrivateIpAddress, SecondaryPrivateIpAddressCount, Ipv4Prefix, Ipv4PrefixCount } = wish;
  const { Ipv6Address, Ipv6AddressCount, Ipv6Prefix, Ipv6PrefixCount } = wish;
  for (const ways of [
    [PrivateIpAddress, SecondaryPrivateIpAddressCount, Ipv4Prefix, Ipv4PrefixCount],
    [Ipv6Address, Ipv6AddressCount, Ipv6Prefix, Ipv6PrefixCount],
  ]) {
    reasons.add(ways.filter((way) => way !== undefined).length > 1, 'InvalidParameter.Conflict');
    reasons.add(
      ways.some((way) => typeof way === 'number' && way < 1),
      'InvalidParameter',
    );
  }
}

/** How many IPv4 places a wish fills. */
export function ipv4PlacesOf({
  PrivateIpAddress = [],
  SecondaryPrivateIpAddressCount = 0,
  Ipv4Prefix = [],
  Ipv4PrefixCount = 0,
}: Ipv4Wish): number {
  return PrivateIpAddress.length + SecondaryPrivateIpAddressCount + Ipv4Prefix.length + Ipv4PrefixCount;
}

export function ipv6PlacesOf({
  Ipv6Address = [],
  Ipv6AddressCount = 0,
  Ipv6Prefix = [],
  Ipv6PrefixCount = 0,
}: Ipv6Wish): number {
  return Ipv6Address.length + Ipv6AddressCount + Ipv6Prefix.length + Ipv6PrefixCount;
}

interface Beside {
  /** Who asks, if it is there already. */
  readonly self?: NetworkInterface | undefined;
  /** The primary address of a new interface, where one is named. */
  readonly primary?: string | undefined;
  /** Whether a new interface takes any idle address for its primary one. */
  readonly anyPrimary?: boolean;
}

/** What is against giving out what is wanted of the vSwitch. */
export function judgeIpv4(
  reasons: Reasons,
  model: Model,
  vSwitch: VSwitch,
  wish: Ipv4Wish,
  { self, primary, anyPrimary = false }: Beside,
): void {
  const usable = givenOut(vSwitch.block);
  const texts = [...(primary === undefined ? [] : [primary]), ...(wish.PrivateIpAddress ?? [])];
  const addresses = texts.map(numberOf);
  const prefixes = (wish.Ipv4Prefix ?? []).map((text) => numberOf(text.replace(/\/28$/, '')));
  const named = [...addresses, ...prefixes.flatMap(allIn)];
  const held = new Map(enisIn(model, vSwitch.id).flatMap((eni) => allAddresses(eni).map((each) => [each, eni])));
  const strict = prefixes.every((first) => first % prefixSize === 0);
  reasons.add(!strict, 'InvalidIp.IpPrefixNotStrict');
  for (const address of named) reasons.add(!isIn(address, usable), 'InvalidVSwitchId.IpInvalid');
  reasons.add(hasRepeated(named), 'InvalidIp.IpRepeated');
  for (const address of named) {
    const holder = held.get(address);
    reasons.add(holder !== undefined && holder === self, 'InvalidIp.IpAssigned');
    reasons.add(holder !== undefined && holder !== self, 'InvalidPrivateIpAddress.Duplicated');
  }
  const { SecondaryPrivateIpAddressCount: count = 0, Ipv4PrefixCount: prefixCount = 0 } = wish;
  const wanted = named.length + count + prefixCount * prefixSize + (anyPrimary ? 1 : 0);
  reasons.add(wanted > idleCount(model, vSwitch), 'InvalidVSwitchId.IpNotEnough');
  const taken = new Set([...held.keys(), ...named]);
  reasons.add(prefixCount > idlePrefixes(vSwitch, taken), 'InvalidVSwitchId.IpNotEnough');
}

function allIn(first: number): number[] {
  return Array.from({ length: prefixSize }, (_, index) => first + index);
}

function hasRepeated(list: readonly unknown[]): boolean {
  return new Set(list).size < list.length;
}

function idlePrefixes(vSwitch: VSwitch, taken: ReadonlySet<number>): number {
  const usable = givenOut(vSwitch.block);
  let count = 0;
  const start = vSwitch.block.first - (vSwitch.block.first % prefixSize);
  for (let first = start; first <= usable.last; first += prefixSize) {
    if (allIn(first).every((address) => isIn(address, usable) && !taken.has(address))) count += 1;
  }
  return count;
}

/** What is against giving out what is wanted of the vSwitch's /64, which never runs out of any. */
export function judgeIpv6(
  reasons: Reasons,
  model: Model,
  vSwitch: VSwitch,
  wish: Ipv6Wish,
  self?: NetworkInterface | undefined,
): void {
  if (ipv6PlacesOf(wish) === 0) return;
  reasons.add(vSwitch.ipv6Network === null, 'InvalidVSwitch.Ipv6NotTurnOn');
  const addresses = (wish.Ipv6Address ?? []).map(longIpv6);
  const prefixes = (wish.Ipv6Prefix ?? []).map(longIpv6Prefix);
  reasons.add(hasRepeated(addresses) || hasRepeated(prefixes), 'InvalidIp.IpRepeated');
  for (const each of [...addresses, ...prefixes]) {
    reasons.add(networkOf(each) !== vSwitch.ipv6Network, 'InvalidVSwitchId.IpInvalid');
  }
  for (const eni of enisIn(model, vSwitch.id)) {
    const code = eni === self ? 'InvalidIp.IpAssigned' : 'InvalidPrivateIpAddress.Duplicated';
    for (const address of addresses) {
      const inPrefix = eni.ipv6Prefixes.some((prefix) => blockOf(prefix) === blockOf(address));
      reasons.add(eni.ipv6Addresses.includes(address) || inPrefix, code);
    }
    for (const prefix of prefixes) {
      const around = eni.ipv6Addresses.some((address) => blockOf(address) === blockOf(prefix));
      reasons.add(eni.ipv6Prefixes.includes(prefix) || around, code);
    }
  }
}
