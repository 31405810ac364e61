import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { eipsOn } from '../../vpc/eip/eip.table.ts';
import { formatAddress } from '../../vpc/vswitch/address-range.ts';
import { refuse } from '../refusals.ts';
import { chargeGroups } from '../security-group/membership.ts';
import { checkIpv4AtCreation, checkIpv4OfType, ipv4PlacesOf } from './address-limits.ts';
import { checkIpv4Parameters } from './address-parameters.ts';
import { addressesOf } from './addresses.ts';
import { findChangeable } from './changeable.ts';
import { claimIpv4 } from './claims.ts';
import { formatIpv4Prefix } from './ipv4-prefixes.ts';
import { saveAddressCounts } from './network-interface.table.ts';
import { ipv4CountOf, wantedIpv4 } from './requested-ipv4.ts';
import { networkInterfaceId } from './rules.ts';

/** Gives a network interface secondary private addresses or IPv4 prefixes, all that are asked for or none (ENI-126..134). */
export const assignPrivateIpAddresses = operation('Ecs', 'AssignPrivateIpAddresses', {
  permits: ['eni/{NetworkInterfaceId}'],
  networkInterfaces: true,
  rules: { NetworkInterfaceId: networkInterfaceId },

  check(parameters) {
    const { PrivateIpAddress, SecondaryPrivateIpAddressCount, Ipv4Prefix, Ipv4PrefixCount } = parameters;
    const isGiven = PrivateIpAddress.length + Ipv4Prefix.length > 0;
    if (!isGiven && SecondaryPrivateIpAddressCount === undefined && Ipv4PrefixCount === undefined) {
      const names = 'PrivateIpAddress.N, SecondaryPrivateIpAddressCount, Ipv4Prefix.N, Ipv4PrefixCount';
      return refuse('MissingParameter.Addresses', { names });
    }
    return checkIpv4Parameters(parameters);
  },

  async execute(parameters, context) {
    const { tx } = context;
    const { NetworkInterfaceId: id } = parameters;
    const found = await findChangeable(context, id);
    if (isRefusal(found)) return found;
    const { eni, vSwitch, instanceType } = found;
    const wanted = wantedIpv4(parameters, vSwitch);
    if (isRefusal(wanted)) return wanted;
    // In cut-through mode the elastic IP address is on the interface itself, which then has one address only.
    if ((await eipsOn(tx, id)).some(({ mode }) => mode === 'BINDED'))
      return refuse('InvalidOperation.EniLinked', { id });
    const held = await addressesOf(tx, id);
    const more = ipv4CountOf(wanted);
    const count = ipv4PlacesOf(eni, held.length) + more;
    const refused =
      (instanceType ? checkIpv4OfType(count, instanceType) : checkIpv4AtCreation(count, context)) ??
      (await chargeGroups(context, id, more));
    if (refused) return refused;
    const nextPosition = (held.at(-1)?.position ?? 0) + 1;
    const claimed = await claimIpv4(context, { networkInterfaceId: id, vSwitch, nextPosition }, wanted);
    if (isRefusal(claimed)) return claimed;
    const { addresses, prefixes } = claimed;
    if (prefixes.length > 0) {
      await saveAddressCounts(tx, { ...eni, ipv4PrefixCount: eni.ipv4PrefixCount + prefixes.length });
    }
    return {
      AssignedPrivateIpAddressesSet: {
        NetworkInterfaceId: id,
        PrivateIpSet: { PrivateIpAddress: addresses.map(formatAddress) },
        Ipv4PrefixSet: { Ipv4Prefixes: prefixes.map(formatIpv4Prefix) },
      },
    };
  },
});
