import { operation } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { eipsOn } from '../../vpc/eip/eip.table.ts';
import type { Eip } from '../../vpc/eip/eip.ts';
import { formatAddress, parseAddress } from '../../vpc/vswitch/address-range.ts';
import type { VSwitch } from '../../vpc/vswitch/v-switch.table.ts';
import { refuse } from '../refusals.ts';
import { unchargeGroups } from '../security-group/membership.ts';
import { checkLength } from './address-parameters.ts';
import { addressesOf, type HeldAddress, releaseAddresses } from './addresses.ts';
import { findChangeable } from './changeable.ts';
import { ipv4PrefixesOfAll, releaseIpv4Prefix } from './ipv4-prefixes.ts';
import { saveAddressCounts } from './network-interface.table.ts';
import { checkRepeated } from './prefix-text.ts';
import { type RequestedIpv4, requestedPrefixes } from './requested-ipv4.ts';
import { networkInterfaceId } from './rules.ts';

const maxAddresses = 32;
const maxPrefixes = 10;

/** Takes secondary private addresses or IPv4 prefixes from a network interface, all that are named or none (ENI-135..137). */
export const unassignPrivateIpAddresses = operation('Ecs', 'UnassignPrivateIpAddresses', {
  permits: ['eni/{NetworkInterfaceId}'],
  networkInterfaces: true,
  rules: {
    NetworkInterfaceId: (id, name) => networkInterfaceId(id, name) && refuse('InvalidEniId.Malformed', { id }),
    PrivateIpAddress(list, name) {
      const value = list.find((text) => parseAddress(text) === undefined);
      return value === undefined
        ? checkLength(list, `${name}.N`, maxAddresses)
        : refuse('InvalidPrivateIpAddress.Malformed.Unassign', { value });
    },
    Ipv4Prefix: (list, name) => checkLength(list, `${name}.N`, maxPrefixes),
  },

  check({ PrivateIpAddress, Ipv4Prefix }) {
    if (PrivateIpAddress.length + Ipv4Prefix.length === 0) {
      return refuse('MissingParameter.BothEmpty', { names: 'PrivateIpAddress.N and Ipv4Prefix.N' });
    }
    return PrivateIpAddress.length > 0 && Ipv4Prefix.length > 0
      ? refuse('InvalidParameter.Conflict', { first: 'PrivateIpAddress.N', second: 'Ipv4Prefix.N' })
      : undefined;
  },

  async execute({ NetworkInterfaceId: id, PrivateIpAddress, Ipv4Prefix }, context) {
    const { tx } = context;
    const found = await findChangeable(context, id);
    if (isRefusal(found)) return found;
    const { eni, vSwitch } = found;
    const { vSwitchId } = vSwitch;
    const prefixes = requestedPrefixes(Ipv4Prefix);
    if (isRefusal(prefixes)) return prefixes;
    const requested = PrivateIpAddress.map((text) => ({ text, address: parseAddress(text) ?? 0 }));
    const leaving = leavingAddresses(requested, await addressesOf(tx, id), vSwitch, await eipsOn(tx, id));
    if (isRefusal(leaving)) return leaving;
    const held = eni.ipv4PrefixCount === 0 ? [] : await ipv4PrefixesOfAll(tx, [id]);
    const foreign = prefixes.find(({ address }) => !held.some(({ first }) => first === address));
    if (foreign) return refuse('InvalidIp.IpUnassigned', { ip: foreign.text });

    await releaseAddresses(tx, leaving);
    for (const { address } of prefixes) await releaseIpv4Prefix(tx, vSwitchId, address);
    await unchargeGroups(tx, id, leaving.length + prefixes.length);
    if (prefixes.length > 0) {
      await saveAddressCounts(tx, { ...eni, ipv4PrefixCount: eni.ipv4PrefixCount - prefixes.length });
    }
    return {};
  },
});

/** The rows of the addresses named; the primary one and those with an elastic IP address stay. */
function leavingAddresses(
  requested: readonly RequestedIpv4[],
  held: readonly HeldAddress[],
  { firstAddress, lastAddress, cidrBlock }: VSwitch,
  eips: readonly Eip[],
): readonly HeldAddress[] | Refusal {
  const repeated = checkRepeated(requested, ({ address }) => address);
  if (repeated) return repeated;
  const leaving: HeldAddress[] = [];
  for (const { text: ip, address } of requested) {
    if (address < firstAddress || address > lastAddress) return refuse('InvalidVSwitchId.IpInvalid', { ip, cidrBlock });
    const row = held.find((each) => each.address === address);
    if (row === undefined) return refuse('InvalidIp.IpUnassigned', { ip });
    if (row.position === 0) return refuse('InvalidIp.IpUnassigned.Primary', { ip });
    leaving.push(row);
  }
  const eip = eips.find(({ privateAddress }) => leaving.some(({ address }) => address === privateAddress));
  if (eip === undefined) return leaving;
  const ip = formatAddress(eip.privateAddress ?? 0);
  return refuse('InvalidOperation.EniLinked.Address', { ip, allocationId: eip.allocationId });
}
