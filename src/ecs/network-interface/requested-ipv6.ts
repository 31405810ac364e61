import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { formatIpv6, isStrict, parseIpv6, parseIpv6Cidr } from '../../vpc/ipv6.ts';
import {
  formatIpv6Prefix,
  ipv6BlockOf,
  ipv6PrefixLength,
  isBlockOfRange,
  isUsableIpv6,
} from '../../vpc/vswitch/ipv6-range.ts';
import type { VSwitch } from '../../vpc/vswitch/v-switch.table.ts';
import { refuse } from '../refusals.ts';
import { checkPrefixTexts, checkRepeated } from './prefix-text.ts';

/** An address or prefix that a request names. */
export interface RequestedIpv6 {
  readonly text: string;
  /** In canonical spelling; of a prefix with its mask. */
  readonly canonical: string;
  /** Which /80 of its /64 it lies in, or is. */
  readonly block: number;
}

/** What a request wants an interface to have more of. */
export interface WantedIpv6 {
  readonly addresses: readonly RequestedIpv6[];
  /** Random ones. */
  readonly addressCount: number;
  readonly prefixes: readonly RequestedIpv6[];
  readonly prefixCount: number;
}

export const noIpv6: WantedIpv6 = { addresses: [], addressCount: 0, prefixes: [], prefixCount: 0 };

/** How many of an interface's places it fills: a prefix counts one like an address. */
export function ipv6CountOf({ addresses, addressCount, prefixes, prefixCount }: WantedIpv6): number {
  return addresses.length + addressCount + prefixes.length + prefixCount;
}

/** The parameters that creation and assignment have in common. */
export interface Ipv6Parameters {
  readonly Ipv6Address: readonly string[];
  readonly Ipv6AddressCount?: number | undefined;
  readonly Ipv6Prefix?: readonly string[];
  readonly Ipv6PrefixCount?: number | undefined;
}

/** Reads what is wanted; the vSwitch has to have IPv6 as soon as anything is (ENI-38, 39). */
export function wantedIpv6(parameters: Ipv6Parameters, vSwitch: VSwitch): WantedIpv6 | Refusal {
  const { Ipv6Address, Ipv6AddressCount, Ipv6Prefix = [], Ipv6PrefixCount } = parameters;
  const count = Ipv6Address.length + Ipv6Prefix.length + (Ipv6AddressCount ?? 0) + (Ipv6PrefixCount ?? 0);
  if (count === 0) return noIpv6;
  const addresses = requestedIpv6Addresses(Ipv6Address);
  if (isRefusal(addresses)) return addresses;
  const prefixes = requestedIpv6Prefixes(Ipv6Prefix);
  if (isRefusal(prefixes)) return prefixes;
  const { vSwitchId, ipv6CidrBlock: cidrBlock } = vSwitch;
  if (cidrBlock === '') return refuse('InvalidVSwitch.Ipv6NotTurnOn', { vSwitchId });
  const outside =
    addresses.find(({ canonical }) => !isUsableIpv6(vSwitch, parseIpv6(canonical) ?? [])) ??
    prefixes.find(({ canonical, block }) => canonical !== formatIpv6Prefix(vSwitch, block) || !isBlockOfRange(block));
  if (outside) return refuse('InvalidVSwitchId.IpInvalid', { ip: outside.text, cidrBlock });
  return { addresses, addressCount: Ipv6AddressCount ?? 0, prefixes, prefixCount: Ipv6PrefixCount ?? 0 };
}

/** The addresses named in a request, if all are IPv6 and none is named twice. */
export function requestedIpv6Addresses(texts: readonly string[]): readonly RequestedIpv6[] | Refusal {
  const requested: RequestedIpv6[] = [];
  for (const text of texts) {
    const address = parseIpv6(text);
    if (address === undefined) return refuse('InvalidIp.Address', { ip: text });
    requested.push({ text, canonical: formatIpv6(address), block: ipv6BlockOf(address) });
  }
  return checkRepeated(requested, ({ canonical }) => canonical) ?? requested;
}

/** The prefixes named in a request, if all are strict CIDR blocks of the one size and none is named twice. */
export function requestedIpv6Prefixes(texts: readonly string[]): readonly RequestedIpv6[] | Refusal {
  const malformed = checkPrefixTexts(texts, ipv6PrefixLength, (text) => parseIpv6(text) !== undefined);
  if (malformed) return malformed;
  const requested: RequestedIpv6[] = [];
  for (const text of texts) {
    const cidr = parseIpv6Cidr(text);
    if (cidr === undefined || !isStrict(cidr)) return refuse('InvalidIp.IpPrefixNotStrict', { value: text });
    const canonical = `${formatIpv6(cidr.address)}/${ipv6PrefixLength}`;
    requested.push({ text, canonical, block: ipv6BlockOf(cidr.address) });
  }
  return checkRepeated(requested, ({ canonical }) => canonical) ?? requested;
}
