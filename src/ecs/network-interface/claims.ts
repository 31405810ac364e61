import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { blockSize } from '../../vpc/vswitch/address-range.ts';
import type { VSwitch } from '../../vpc/vswitch/v-switch.table.ts';
import { refuse } from '../refusals.ts';
import { claimAddress, claimRandomAddresses, holdersOf } from './addresses.ts';
import { claimIpv4Prefix, claimRandomIpv4Prefixes } from './ipv4-prefixes.ts';
import { claimIpv6Address, claimRandomIpv6Addresses, ipv6HolderOf } from './ipv6-addresses.ts';
import { claimIpv6Prefix, claimRandomIpv6Prefixes, ipv6HoldersIn } from './ipv6-prefixes.ts';
import type { WantedIpv4 } from './requested-ipv4.ts';
import type { WantedIpv6 } from './requested-ipv6.ts';

/** Whom addresses are taken for, and where the next of them comes in its list. */
export interface Claimant {
  readonly networkInterfaceId: string;
  readonly vSwitch: VSwitch;
  readonly nextPosition: number;
}

/** IPv4 addresses, and prefixes by their first address. */
export interface ClaimedIpv4 {
  readonly addresses: readonly number[];
  readonly prefixes: readonly number[];
}

/** IPv6 addresses as canonical text, and prefixes by the number of their /80. */
export interface ClaimedIpv6 {
  readonly addresses: readonly string[];
  readonly prefixes: readonly number[];
}

type Means = Pick<OperationContext, 'tx' | 'random' | 'nowMs'>;

/**
 * Takes everything wanted, what is named before what is random. After a refusal the caller's transaction keeps nothing,
 * so that it is all or nothing (ENI-37, 129).
 */
export async function claimIpv4(
  means: Means,
  { networkInterfaceId: id, vSwitch, nextPosition }: Claimant,
  wanted: WantedIpv4,
): Promise<ClaimedIpv4 | Refusal> {
  const { tx, random } = means;
  const { vSwitchId } = vSwitch;
  for (const { text, address } of wanted.prefixes) {
    if (await claimIpv4Prefix(tx, vSwitch, id, address)) continue;
    const range = { first: address, last: address + blockSize - 1 };
    return taken(text, id, await holdersOf(tx, vSwitchId, range));
  }
  for (const [index, { text, address }] of wanted.addresses.entries()) {
    const held = { networkInterfaceId: id, vSwitchId, address, position: nextPosition + index };
    if (await claimAddress(tx, held)) continue;
    return taken(text, id, await holdersOf(tx, vSwitchId, { first: address, last: address }));
  }
  const next = nextPosition + wanted.addresses.length;
  const addresses = await claimRandomAddresses(means, vSwitch, id, next, wanted.addressCount);
  if (addresses === undefined) return refuse('InvalidVSwitchId.IpNotEnough', { id: vSwitchId });
  const prefixes = await claimRandomIpv4Prefixes(tx, random, vSwitch, id, wanted.prefixCount);
  if (prefixes === undefined) return refuse('InvalidVSwitchId.IpNotEnough', { id: vSwitchId });
  return {
    addresses: [...wanted.addresses.map(({ address }) => address), ...addresses],
    prefixes: [...wanted.prefixes.map(({ address }) => address), ...prefixes],
  };
}

/** Takes everything wanted, what is named before what is random; all or nothing as with IPv4. */
export async function claimIpv6(
  { tx, random }: Means,
  { networkInterfaceId: id, vSwitch, nextPosition }: Claimant,
  wanted: WantedIpv6,
): Promise<ClaimedIpv6 | Refusal> {
  const { vSwitchId } = vSwitch;
  for (const { text, block } of wanted.prefixes) {
    if (await claimIpv6Prefix(tx, vSwitchId, id, block)) continue;
    return taken(text, id, await ipv6HoldersIn(tx, vSwitchId, block));
  }
  for (const [index, { text, canonical: address, block }] of wanted.addresses.entries()) {
    const held = { networkInterfaceId: id, vSwitchId, address, block, position: nextPosition + index };
    if (await claimIpv6Address(tx, held)) continue;
    const holder = await ipv6HolderOf(tx, vSwitchId, address);
    return taken(text, id, holder === undefined ? await ipv6HoldersIn(tx, vSwitchId, block) : [holder]);
  }
  const next = nextPosition + wanted.addresses.length;
  const addresses = await claimRandomIpv6Addresses(tx, random, vSwitch, id, next, wanted.addressCount);
  if (addresses === undefined) return refuse('InvalidVSwitchId.Ipv6NotEnough', { id: vSwitchId });
  const prefixes = await claimRandomIpv6Prefixes(tx, random, vSwitch, id, wanted.prefixCount);
  if (prefixes === undefined) return refuse('InvalidVSwitchId.Ipv6NotEnough', { id: vSwitchId });
  return {
    addresses: [...wanted.addresses.map(({ canonical }) => canonical), ...addresses],
    prefixes: [...wanted.prefixes.map(({ block }) => block), ...prefixes],
  };
}

/** What is named is not idle: the interface has it or part of it already, or another one does (ENI-130). */
function taken(ip: string, id: string, holders: readonly string[]): Refusal {
  return holders.includes(id)
    ? refuse('InvalidIp.IpAssigned', { ip, id })
    : refuse('InvalidPrivateIpAddress.Duplicated', { ip });
}
