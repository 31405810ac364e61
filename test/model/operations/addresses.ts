import type { Body } from '../../support/test-account.ts';
import { typeOf } from '../instance-types.ts';
import { isIn, numberOf } from '../ipv4.ts';
import { longIpv6, longIpv6Prefix } from '../ipv6.ts';
import { eipsOn, ipv4Places, ipv6Places, isLinked, own } from '../model.ts';
import { accepted, agree, type ModelOperation, Reasons, type Scene, type Verdict } from '../operation.ts';
import type { NetworkInterface } from '../resources.ts';
import {
  type Ipv4Wish,
  type Ipv6Wish,
  ipv4PlacesOf,
  ipv6PlacesOf,
  judgeForm,
  judgeIpv4,
  judgeIpv6,
} from './address-wish.ts';
import { give } from './new-interface.ts';
import { judgeRoom } from './security-group.ts';

interface OfInterface {
  readonly NetworkInterfaceId: string;
  readonly ClientToken?: string | undefined;
}

/** Most IPv6 addresses and prefixes of an interface that is not attached. */
export const mostIpv6 = 10;

export const assignPrivateIpAddresses: ModelOperation<OfInterface & Ipv4Wish> = {
  product: 'Ecs',
  action: 'AssignPrivateIpAddresses',
  form(parameters) {
    const reasons = new Reasons();
    judgeForm(reasons, parameters);
    reasons.add(isEmpty(parameters), 'MissingParameter');
    return reasons.codes;
  },
  judge(parameters, scene) {
    const { model } = scene;
    const eni = own(model.enis, scene.caller, parameters.NetworkInterfaceId);
    const refused = judgeChangeable(eni, scene);
    if (eni === undefined || refused.length > 0) return refused;
    const reasons = new Reasons();
    judgeIpv4(reasons, model, model.vSwitches.get(eni.vSwitchId)!, parameters, { self: eni });
    reasons.add(isLinked(model, eni), 'InvalidOperation.EniLinked');
    const more = ipv4PlacesOf(parameters);
    const count = ipv4Places(eni) + more;
    const holder = model.instances.get(eni.instanceId ?? '');
    if (holder !== undefined) reasons.add(count > typeOf(holder).ipv4PerEni, 'InvalidOperation.Ipv4CountExceeded');
    else {
      const limit = model.quotas['secondary-private-addresses-at-creation'];
      reasons.add(count - 1 > limit, 'MaxEniPrivateIpsCountExceeded');
    }
    judgeRoom(reasons, model, groupsOf(eni, scene), more);
    return reasons.codes;
  },
  apply(parameters, { model }, { AssignedPrivateIpAddressesSet: set }) {
    const eni = model.enis.get(parameters.NetworkInterfaceId)!;
    const addresses: string[] = set.PrivateIpSet.PrivateIpAddress;
    const prefixes: string[] = set.Ipv4PrefixSet.Ipv4Prefixes;
    agree('the interface', set.NetworkInterfaceId, eni.id);
    checkGiven(addresses, parameters.PrivateIpAddress, parameters.SecondaryPrivateIpAddressCount);
    checkGiven(prefixes, parameters.Ipv4Prefix, parameters.Ipv4PrefixCount);
    give(model, eni, { addresses, prefixes });
  },
};

export const assignIpv6Addresses: ModelOperation<OfInterface & Ipv6Wish> = {
  product: 'Ecs',
  action: 'AssignIpv6Addresses',
  form: assignPrivateIpAddresses.form!,
  judge(parameters, scene) {
    const { model } = scene;
    const eni = own(model.enis, scene.caller, parameters.NetworkInterfaceId);
    const refused = judgeChangeable(eni, scene);
    if (eni === undefined || refused.length > 0) return refused;
    const reasons = new Reasons();
    judgeIpv6(reasons, model, model.vSwitches.get(eni.vSwitchId)!, parameters, eni);
    const more = ipv6PlacesOf(parameters);
    const count = ipv6Places(eni) + more;
    const holder = model.instances.get(eni.instanceId ?? '');
    if (holder !== undefined) reasons.add(count > typeOf(holder).ipv6PerEni, 'InvalidOperation.Ipv6CountExceeded');
    else reasons.add(count > mostIpv6, 'MaxEniIpv6IpsCountExceeded');
    judgeRoom(reasons, model, groupsOf(eni, scene), more);
    return reasons.codes;
  },
  apply(parameters, { model }, answer: Body) {
    const eni = model.enis.get(parameters.NetworkInterfaceId)!;
    const ipv6Addresses: string[] = answer.Ipv6Sets.Ipv6Address;
    const ipv6Prefixes: string[] = answer.Ipv6PrefixSets.Ipv6Prefix;
    agree('the interface', answer.NetworkInterfaceId, eni.id);
    checkGiven(ipv6Addresses.map(longIpv6), parameters.Ipv6Address?.map(longIpv6), parameters.Ipv6AddressCount);
    checkGiven(
      ipv6Prefixes.map(longIpv6Prefix),
      parameters.Ipv6Prefix?.map(longIpv6Prefix),
      parameters.Ipv6PrefixCount,
    );
    give(model, eni, { ipv6Addresses, ipv6Prefixes });
  },
};

interface Ipv4Return extends OfInterface {
  readonly PrivateIpAddress?: readonly string[] | undefined;
  readonly Ipv4Prefix?: readonly string[] | undefined;
}

export const unassignPrivateIpAddresses: ModelOperation<Ipv4Return> = {
  product: 'Ecs',
  action: 'UnassignPrivateIpAddresses',
  judge({ NetworkInterfaceId, PrivateIpAddress = [], Ipv4Prefix = [] }, scene) {
    const { model } = scene;
    const eni = own(model.enis, scene.caller, NetworkInterfaceId);
    const refused = judgeChangeable(eni, scene);
    if (eni === undefined || refused.length > 0) return refused;
    const reasons = new Reasons();
    const { block } = model.vSwitches.get(eni.vSwitchId)!;
    reasons.add(new Set(PrivateIpAddress).size < PrivateIpAddress.length, 'InvalidIp.IpRepeated');
    reasons.add(new Set(Ipv4Prefix).size < Ipv4Prefix.length, 'InvalidIp.IpRepeated');
    for (const address of PrivateIpAddress.map(numberOf)) {
      const isInside = isIn(address, block);
      reasons.add(!isInside, 'InvalidVSwitchId.IpInvalid');
      reasons.add(isInside && !eni.addresses.slice(1).includes(address), 'InvalidIp.IpUnassigned');
      const hasEip = eipsOn(model, eni.id).some(({ bound }) => bound?.privateAddress === address);
      reasons.add(hasEip, 'InvalidOperation.EniLinked');
    }
    for (const first of Ipv4Prefix.map(prefixNumber)) {
      reasons.add(!eni.prefixes.includes(first), 'InvalidIp.IpUnassigned');
      reasons.add(first % 16 !== 0, 'InvalidIp.IpPrefixNotStrict');
    }
    return reasons.codes;
  },
  apply({ NetworkInterfaceId, PrivateIpAddress = [], Ipv4Prefix = [] }, { model }) {
    const eni = model.enis.get(NetworkInterfaceId)!;
    const [addresses, prefixes] = [PrivateIpAddress.map(numberOf), Ipv4Prefix.map(prefixNumber)];
    eni.addresses = eni.addresses.filter((address) => !addresses.includes(address));
    eni.prefixes = eni.prefixes.filter((first) => !prefixes.includes(first));
  },
};

interface Ipv6Return extends OfInterface {
  readonly Ipv6Address?: readonly string[] | undefined;
  readonly Ipv6Prefix?: readonly string[] | undefined;
}

export const unassignIpv6Addresses: ModelOperation<Ipv6Return> = {
  product: 'Ecs',
  action: 'UnassignIpv6Addresses',
  judge({ NetworkInterfaceId, Ipv6Address = [], Ipv6Prefix = [] }, scene) {
    const eni = own(scene.model.enis, scene.caller, NetworkInterfaceId);
    const refused = judgeChangeable(eni, scene);
    if (eni === undefined || refused.length > 0) return refused;
    const reasons = new Reasons();
    const [addresses, prefixes] = [Ipv6Address.map(longIpv6), Ipv6Prefix.map(longIpv6Prefix)];
    reasons.add(new Set(addresses).size < addresses.length, 'InvalidIp.IpRepeated');
    reasons.add(new Set(prefixes).size < prefixes.length, 'InvalidIp.IpRepeated');
    for (const address of addresses) reasons.add(!eni.ipv6Addresses.includes(address), 'InvalidIp.IpUnassigned');
    for (const prefix of prefixes) reasons.add(!eni.ipv6Prefixes.includes(prefix), 'InvalidIp.IpUnassigned');
    return reasons.codes;
  },
  apply({ NetworkInterfaceId, Ipv6Address = [], Ipv6Prefix = [] }, { model }) {
    const eni = model.enis.get(NetworkInterfaceId)!;
    const [addresses, prefixes] = [Ipv6Address.map(longIpv6), Ipv6Prefix.map(longIpv6Prefix)];
    eni.ipv6Addresses = eni.ipv6Addresses.filter((address) => !addresses.includes(address));
    eni.ipv6Prefixes = eni.ipv6Prefixes.filter((prefix) => !prefixes.includes(prefix));
  },
};

/** Available or InUse; of a primary interface the instance must not be on its way either (ENI-131, 132). */
function judgeChangeable(eni: NetworkInterface | undefined, { model }: Scene): Verdict {
  if (eni === undefined) return ['InvalidEniId.NotFound'];
  if (eni.serviceId !== null) return ['InvalidOperation.EniServiceManaged'];
  if (eni.status !== 'Available' && eni.status !== 'InUse') return ['InvalidOperation.InvalidEniState'];
  const status = model.instances.get(eni.instanceId ?? '')?.status;
  const isOnItsWay = eni.type === 'Primary' && status !== 'Running' && status !== 'Stopped';
  return isOnItsWay ? ['InvalidOperation.InvalidEcsState'] : accepted;
}

function groupsOf(eni: NetworkInterface, { model }: Scene) {
  return eni.groups.map((id) => model.groups.get(id)!);
}

function isEmpty(wish: Ipv4Wish & Ipv6Wish): boolean {
  const { PrivateIpAddress, SecondaryPrivateIpAddressCount, Ipv4Prefix, Ipv4PrefixCount } = wish;
  const { Ipv6Address, Ipv6AddressCount, Ipv6Prefix, Ipv6PrefixCount } = wish;
  const ipv4 = PrivateIpAddress ?? SecondaryPrivateIpAddressCount ?? Ipv4Prefix ?? Ipv4PrefixCount;
  return (ipv4 ?? Ipv6Address ?? Ipv6AddressCount ?? Ipv6Prefix ?? Ipv6PrefixCount) === undefined;
}

/** What was given is what was named, or as many as were asked for. */
export function checkGiven(given: readonly string[], named: readonly string[] = [], count = 0): void {
  agree('how many were given', given.length, named.length + count);
  if (named.length > 0) agree('what was given', given, named);
}

function prefixNumber(text: string): number {
  return numberOf(text.replace(/\/28$/, ''));
}
