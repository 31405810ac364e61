import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { blockSize, parseAddress, usable } from '../../vpc/vswitch/address-range.ts';
import type { VSwitch } from '../../vpc/vswitch/v-switch.table.ts';
import { refuse } from '../refusals.ts';
import { ipv4PrefixLength } from './ipv4-prefixes.ts';
import { checkPrefixTexts, checkRepeated } from './prefix-text.ts';

/** An address or prefix that a request names. */
export interface RequestedIpv4 {
  readonly text: string;
  /** Of a prefix the first address. */
  readonly address: number;
}

/** What a request wants an interface to have more of. */
export interface WantedIpv4 {
  readonly addresses: readonly RequestedIpv4[];
  /** Random ones. */
  readonly addressCount: number;
  readonly prefixes: readonly RequestedIpv4[];
  readonly prefixCount: number;
}

export const noIpv4: WantedIpv4 = { addresses: [], addressCount: 0, prefixes: [], prefixCount: 0 };

/** How many of an interface's places it fills: a prefix counts one like an address. */
export function ipv4CountOf({ addresses, addressCount, prefixes, prefixCount }: WantedIpv4): number {
  return addresses.length + addressCount + prefixes.length + prefixCount;
}

/** The parameters that creation and assignment have in common. */
export interface Ipv4Parameters {
  readonly PrivateIpAddress: readonly string[];
  readonly SecondaryPrivateIpAddressCount?: number | undefined;
  readonly Ipv4Prefix: readonly string[];
  readonly Ipv4PrefixCount?: number | undefined;
}

/** Reads what is wanted; it can be given out as far as the vSwitch's block goes, and nothing is named twice (ENI-29..33). */
export function wantedIpv4(parameters: Ipv4Parameters, vSwitch: VSwitch): WantedIpv4 | Refusal {
  const addresses = requestedAddresses(parameters.PrivateIpAddress, vSwitch);
  if (isRefusal(addresses)) return addresses;
  const prefixes = requestedPrefixes(parameters.Ipv4Prefix);
  if (isRefusal(prefixes)) return prefixes;
  const range = usable({ first: vSwitch.firstAddress, last: vSwitch.lastAddress });
  const outside = prefixes.find(({ address }) => address < range.first || address + blockSize - 1 > range.last);
  if (outside) return refuse('InvalidVSwitchId.IpInvalid', { ip: outside.text, cidrBlock: vSwitch.cidrBlock });
  return {
    addresses,
    addressCount: parameters.SecondaryPrivateIpAddressCount ?? 0,
    prefixes,
    prefixCount: parameters.Ipv4PrefixCount ?? 0,
  };
}

/** The addresses named in a request, if the vSwitch can give all of them out and none is named twice. */
export function requestedAddresses(
  texts: readonly string[],
  { firstAddress, lastAddress, cidrBlock }: VSwitch,
): readonly RequestedIpv4[] | Refusal {
  const range = usable({ first: firstAddress, last: lastAddress });
  const requested: RequestedIpv4[] = [];
  for (const text of texts) {
    const address = parseAddress(text);
    if (address === undefined || address < range.first || address > range.last) {
      return refuse('InvalidVSwitchId.IpInvalid', { ip: text, cidrBlock });
    }
    requested.push({ text, address });
  }
  return checkRepeated(requested, ({ address }) => address) ?? requested;
}

/** The prefixes named in a request, if all are strict CIDR blocks of the one size and none is named twice. */
export function requestedPrefixes(texts: readonly string[]): readonly RequestedIpv4[] | Refusal {
  const malformed = checkPrefixTexts(texts, ipv4PrefixLength, (text) => parseAddress(text) !== undefined);
  if (malformed) return malformed;
  const requested = texts.map((text) => ({ text, address: parseAddress(text.split('/')[0] ?? '') ?? 0 }));
  const loose = requested.find(({ address }) => address % blockSize !== 0);
  if (loose) return refuse('InvalidIp.IpPrefixNotStrict', { value: loose.text });
  return checkRepeated(requested, ({ address }) => address) ?? requested;
}
