import fc from 'fast-check';
import { type CommandKind, call } from '../command.ts';
import { textOf } from '../ipv4.ts';
import type { Model } from '../model.ts';
import {
  assignIpv6Addresses,
  assignPrivateIpAddresses,
  unassignIpv6Addresses,
  unassignPrivateIpAddresses,
} from '../operations/addresses.ts';
import { type Pick, pick, sometimes } from '../picks.ts';
import type { AccountName, NetworkInterface } from '../resources.ts';
import { clientToken, eniOf } from './picked.ts';
import { addressOf, ipv4WishOf, ipv6AddressOf, ipv6PrefixOf, ipv6WishOf, prefixOf, wish } from './wishes.ts';

const assignment = fc.record({ eni: pick, wish, token: clientToken });
const end = fc.record({
  eni: pick,
  prefixes: fc.boolean(),
  numbers: fc.array(fc.nat(12), { minLength: 1, maxLength: 3 }),
  foreign: sometimes(8, fc.nat(60)),
});

function changeable(
  drawn: Pick,
  model: Model,
  who: AccountName,
  fits: (eni: NetworkInterface) => boolean = () => true,
): string {
  return eniOf(drawn, model, who, (eni) => (eni.status === 'Available' || eni.status === 'InUse') && fits(eni));
}

/** Some of what an interface has, or one more that it has not. */
function some<Value>(list: readonly Value[], numbers: readonly number[], foreign: Value | undefined): Value[] {
  const chosen = list.length === 0 ? [] : numbers.map((n) => list[n % list.length]!);
  return foreign === undefined ? [...new Set(chosen)] : [...chosen, foreign];
}

export const addressCommands: readonly CommandKind[] = [
  call(assignPrivateIpAddresses, 8, assignment, ({ eni, wish: drawn, token }, model, who) => {
    const NetworkInterfaceId = changeable(eni, model, who);
    const vSwitchId = model.enis.get(NetworkInterfaceId)?.vSwitchId ?? '';
    return { NetworkInterfaceId, ...ipv4WishOf(drawn, model, vSwitchId), ClientToken: token };
  }),
  call(assignIpv6Addresses, 6, assignment, ({ eni, wish: drawn, token }, model, who) => {
    const NetworkInterfaceId = changeable(eni, model, who, ({ vSwitchId }) => {
      return model.vSwitches.get(vSwitchId)?.ipv6Network !== null;
    });
    const vSwitchId = model.enis.get(NetworkInterfaceId)?.vSwitchId ?? '';
    return { NetworkInterfaceId, ...ipv6WishOf(drawn, model, vSwitchId), ClientToken: token };
  }),
  call(unassignPrivateIpAddresses, 8, end, ({ eni: drawn, prefixes, numbers, foreign }, model, who) => {
    const NetworkInterfaceId = changeable(drawn, model, who, (eni) => {
      return (prefixes ? eni.prefixes : eni.addresses.slice(1)).length > 0;
    });
    const eni = model.enis.get(NetworkInterfaceId);
    const stranger = foreign === undefined ? undefined : addressOf(foreign, model, eni?.vSwitchId ?? '');
    if (prefixes) {
      const held = (eni?.prefixes ?? []).map((first) => `${textOf(first)}/28`);
      const none = foreign === undefined ? undefined : prefixOf(foreign, model, eni?.vSwitchId ?? '');
      const named = some(held, numbers, none);
      return { NetworkInterfaceId, Ipv4Prefix: named.length > 0 ? named : ['10.0.0.16/28'] };
    }
    const named = some((eni?.addresses.slice(1) ?? []).map(textOf), numbers, stranger);
    return { NetworkInterfaceId, PrivateIpAddress: named.length > 0 ? named : ['10.0.0.9'] };
  }),
  call(unassignIpv6Addresses, 6, end, ({ eni: drawn, prefixes, numbers, foreign }, model, who) => {
    const NetworkInterfaceId = changeable(drawn, model, who, (eni) => {
      return (prefixes ? eni.ipv6Prefixes : eni.ipv6Addresses).length > 0;
    });
    const eni = model.enis.get(NetworkInterfaceId);
    const vSwitchId = eni?.vSwitchId ?? '';
    if (prefixes) {
      const none = foreign === undefined ? undefined : ipv6PrefixOf(foreign, model, vSwitchId);
      const named = some(
        (eni?.ipv6Prefixes ?? []).map((each) => `${each}/80`),
        numbers,
        none,
      );
      return { NetworkInterfaceId, Ipv6Prefix: named.length > 0 ? named : [ipv6PrefixOf(1, model, vSwitchId)] };
    }
    const none = foreign === undefined ? undefined : ipv6AddressOf(foreign, model, vSwitchId);
    const named = some(eni?.ipv6Addresses ?? [], numbers, none);
    return { NetworkInterfaceId, Ipv6Address: named.length > 0 ? named : [ipv6AddressOf(1, model, vSwitchId)] };
  }),
];
