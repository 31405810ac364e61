import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { formatIpv6Prefix } from '../../vpc/vswitch/ipv6-range.ts';
import { refuse } from '../refusals.ts';
import { chargeGroups } from '../security-group/membership.ts';
import { checkIpv6AtCreation, checkIpv6OfType, ipv6PlacesOf } from './address-limits.ts';
import { checkIpv6Parameters } from './address-parameters.ts';
import { findChangeable } from './changeable.ts';
import { claimIpv6 } from './claims.ts';
import { ipv6AddressesOfAll } from './ipv6-addresses.ts';
import { saveAddressCounts } from './network-interface.table.ts';
import { ipv6CountOf, wantedIpv6 } from './requested-ipv6.ts';
import { networkInterfaceId } from './rules.ts';

/** Most addresses in one request. */
const maxAddresses = 10;

/** Gives a network interface IPv6 addresses or prefixes, all that are asked for or none (ENI-138, 139). */
export const assignIpv6Addresses = operation('Ecs', 'AssignIpv6Addresses', {
  permits: ['eni/{NetworkInterfaceId}'],
  networkInterfaces: 'ipv6',
  rules: { NetworkInterfaceId: networkInterfaceId },

  check(parameters) {
    const { Ipv6Address, Ipv6AddressCount, Ipv6Prefix, Ipv6PrefixCount } = parameters;
    const isGiven = Ipv6Address.length + Ipv6Prefix.length > 0;
    if (!isGiven && Ipv6AddressCount === undefined && Ipv6PrefixCount === undefined) {
      const names = 'Ipv6Address.N, Ipv6AddressCount, Ipv6Prefix.N and Ipv6PrefixCount';
      return refuse('MissingParameter.BothEmpty', { names });
    }
    return checkIpv6Parameters(parameters);
  },

  async execute(parameters, context) {
    const { tx } = context;
    const { NetworkInterfaceId: id, Ipv6Address, Ipv6AddressCount } = parameters;
    const found = await findChangeable(context, id);
    if (isRefusal(found)) return found;
    const { eni, vSwitch, instanceType } = found;
    if (eni.trafficMode === 'HighPerformance') {
      return refuse('InvalidOperation.EniTrafficModeNotSupportIPv6.Assign', { id });
    }
    const wanted = wantedIpv6(parameters, vSwitch);
    if (isRefusal(wanted)) return wanted;
    const more = ipv6CountOf(wanted);
    const count = ipv6PlacesOf(eni) + more;
    const tooMany = instanceType ? checkIpv6OfType(count, instanceType) : checkIpv6AtCreation(count);
    if (tooMany) return tooMany;
    if (wanted.addresses.length + wanted.addressCount > maxAddresses) {
      const [name, value] =
        Ipv6AddressCount === undefined ? ['Ipv6Address.N', Ipv6Address.length] : ['Ipv6AddressCount', Ipv6AddressCount];
      return refuse('InvalidParameter', { name, value: `${value}, at most ${maxAddresses}` });
    }
    const full = await chargeGroups(context, id, more);
    if (full) return full;
    const held = eni.ipv6AddressCount === 0 ? [] : await ipv6AddressesOfAll(tx, [id]);
    const nextPosition = (held.at(-1)?.position ?? -1) + 1;
    const claimed = await claimIpv6(context, { networkInterfaceId: id, vSwitch, nextPosition }, wanted);
    if (isRefusal(claimed)) return claimed;
    const { addresses, prefixes } = claimed;
    await saveAddressCounts(tx, {
      ...eni,
      ipv6AddressCount: eni.ipv6AddressCount + addresses.length,
      ipv6PrefixCount: eni.ipv6PrefixCount + prefixes.length,
    });
    return {
      NetworkInterfaceId: id,
      Ipv6Sets: { Ipv6Address: addresses },
      Ipv6PrefixSets: { Ipv6Prefix: prefixes.map((block) => formatIpv6Prefix(vSwitch, block)) },
    };
  },
});
