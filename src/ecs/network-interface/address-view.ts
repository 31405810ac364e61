import { groupBy } from '../../operation/group-by.ts';
import type { Transaction } from '../../store/store.ts';
import { formatIpv6Prefix } from '../../vpc/vswitch/ipv6-range.ts';
import { formatIpv4Prefix, type HeldIpv4Prefix, ipv4PrefixesOfAll } from './ipv4-prefixes.ts';
import { type HeldIpv6Address, ipv6AddressesOfAll } from './ipv6-addresses.ts';
import { type HeldIpv6Prefix, ipv6PrefixesOfAll } from './ipv6-prefixes.ts';
import type { NetworkInterface } from './network-interface.ts';
import { settingsOf } from './settings.ts';

/** The rows of prefixes and IPv6 addresses that belong to some interfaces. */
export interface AddressSets {
  readonly ipv4Prefixes: ReadonlyMap<string, readonly HeldIpv4Prefix[]>;
  readonly ipv6Addresses: ReadonlyMap<string, readonly HeldIpv6Address[]>;
  readonly ipv6Prefixes: ReadonlyMap<string, readonly HeldIpv6Prefix[]>;
}

export const noAddressSets: AddressSets = {
  ipv4Prefixes: new Map(),
  ipv6Addresses: new Map(),
  ipv6Prefixes: new Map(),
};

/** Looks up only what the interfaces' own rows say there is. */
export async function addressSetsOf(tx: Transaction, enis: readonly NetworkInterface[]): Promise<AddressSets> {
  return {
    ipv4Prefixes: await rowsOf(tx, enis, 'ipv4PrefixCount', ipv4PrefixesOfAll),
    ipv6Addresses: await rowsOf(tx, enis, 'ipv6AddressCount', ipv6AddressesOfAll),
    ipv6Prefixes: await rowsOf(tx, enis, 'ipv6PrefixCount', ipv6PrefixesOfAll),
  };
}

/** An interface's prefixes and IPv6 addresses as every description lists them. */
export function describedAddressSets(
  eni: NetworkInterface,
  { ipv4Prefixes, ipv6Addresses, ipv6Prefixes }: AddressSets,
) {
  const { networkInterfaceId: id } = eni;
  return {
    Ipv4PrefixSets: ipv4PrefixSets((ipv4Prefixes.get(id) ?? []).map(({ first }) => first)),
    Ipv6Sets: ipv6Sets(
      (ipv6Addresses.get(id) ?? []).map(({ address }) => address),
      eni,
    ),
    Ipv6PrefixSets: ipv6PrefixSets((ipv6Prefixes.get(id) ?? []).map((held) => formatIpv6Prefix(held, held.block))),
  };
}

export function ipv4PrefixSets(prefixes: readonly number[]) {
  return { Ipv4PrefixSet: prefixes.map((first) => ({ Ipv4Prefix: formatIpv4Prefix(first) })) };
}

/** The first address is the primary one if the interface is set so. */
export function ipv6Sets(addresses: readonly string[], eni: Pick<NetworkInterface, 'settings'>) {
  const hasPrimary = addresses.length > 0 && settingsOf(eni).primaryIpv6 === true;
  return {
    Ipv6Set: addresses.map((Ipv6Address, index) => ({ Ipv6Address, Primary: hasPrimary && index === 0 })),
  };
}

export function ipv6PrefixSets(prefixes: readonly string[]) {
  return { Ipv6PrefixSet: prefixes.map((Ipv6Prefix) => ({ Ipv6Prefix })) };
}

async function rowsOf<Row extends { readonly networkInterfaceId: string }>(
  tx: Transaction,
  enis: readonly NetworkInterface[],
  count: 'ipv4PrefixCount' | 'ipv6AddressCount' | 'ipv6PrefixCount',
  select: (tx: Transaction, ids: readonly string[]) => Promise<readonly Row[]>,
): Promise<ReadonlyMap<string, readonly Row[]>> {
  const ids = enis.filter((eni) => eni[count] > 0).map((eni) => eni.networkInterfaceId);
  return ids.length === 0 ? new Map() : groupBy(await select(tx, ids), (row) => row.networkInterfaceId);
}
