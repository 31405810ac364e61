import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { formatIpv6Prefix } from '../../vpc/vswitch/ipv6-range.ts';
import { refuse } from '../refusals.ts';
import { unchargeGroups } from '../security-group/membership.ts';
import { checkLength } from './address-parameters.ts';
import { findChangeable } from './changeable.ts';
import { ipv6AddressesOfAll, releaseIpv6Addresses } from './ipv6-addresses.ts';
import { ipv6PrefixesOfAll, releaseIpv6Prefixes } from './ipv6-prefixes.ts';
import { saveAddressCounts } from './network-interface.table.ts';
import { requestedIpv6Addresses, requestedIpv6Prefixes } from './requested-ipv6.ts';
import { networkInterfaceId } from './rules.ts';
import { settingsOf } from './settings.ts';

const maxListed = 10;
const listed = (list: readonly string[], name: string) => checkLength(list, `${name}.N`, maxListed);

/** Takes IPv6 addresses or prefixes from a network interface, all that are named or none. */
export const unassignIpv6Addresses = operation('Ecs', 'UnassignIpv6Addresses', {
  permits: ['eni/{NetworkInterfaceId}'],
  networkInterfaces: 'ipv6',
  rules: { NetworkInterfaceId: networkInterfaceId, Ipv6Address: listed, Ipv6Prefix: listed },

  check({ Ipv6Address, Ipv6Prefix }) {
    if (Ipv6Address.length + Ipv6Prefix.length === 0) {
      return refuse('MissingParameter.BothEmpty', { names: 'Ipv6Address.N and Ipv6Prefix.N' });
    }
    return Ipv6Address.length > 0 && Ipv6Prefix.length > 0
      ? refuse('InvalidParameter.Conflict', { first: 'Ipv6Address.N', second: 'Ipv6Prefix.N' })
      : undefined;
  },

  async execute({ NetworkInterfaceId: id, Ipv6Address, Ipv6Prefix }, context) {
    const { tx } = context;
    const found = await findChangeable(context, id);
    if (isRefusal(found)) return found;
    const { eni } = found;
    const addresses = requestedIpv6Addresses(Ipv6Address);
    if (isRefusal(addresses)) return addresses;
    const prefixes = requestedIpv6Prefixes(Ipv6Prefix);
    if (isRefusal(prefixes)) return prefixes;

    const heldAddresses = eni.ipv6AddressCount === 0 ? [] : await ipv6AddressesOfAll(tx, [id]);
    const heldPrefixes = eni.ipv6PrefixCount === 0 ? [] : await ipv6PrefixesOfAll(tx, [id]);
    const primary = settingsOf(eni).primaryIpv6 === true ? heldAddresses[0] : undefined;
    const leavingAddresses = [];
    for (const { text: ip, canonical } of addresses) {
      const held = heldAddresses.find(({ address }) => address === canonical);
      if (held === undefined) return refuse('InvalidIp.IpUnassigned', { ip });
      if (held === primary) return refuse('InvalidIp.IpUnassigned.Primary', { ip });
      leavingAddresses.push(held);
    }
    const leavingPrefixes = [];
    for (const { text: ip, canonical } of prefixes) {
      const held = heldPrefixes.find((each) => formatIpv6Prefix(each, each.block) === canonical);
      if (held === undefined) return refuse('InvalidIp.IpUnassigned', { ip });
      leavingPrefixes.push(held);
    }

    await releaseIpv6Addresses(tx, leavingAddresses);
    await releaseIpv6Prefixes(tx, leavingPrefixes);
    await unchargeGroups(tx, id, leavingAddresses.length + leavingPrefixes.length);
    await saveAddressCounts(tx, {
      ...eni,
      ipv6AddressCount: eni.ipv6AddressCount - leavingAddresses.length,
      ipv6PrefixCount: eni.ipv6PrefixCount - leavingPrefixes.length,
    });
    return {};
  },
});
