import type { Body } from '../../support/test-account.ts';
import { givenOut, isIn, numberOf, textOf } from '../ipv4.ts';
import { blockOf, longIpv6, longIpv6Prefix, networkOf } from '../ipv6.ts';
import { enisIn, heldIn, type Model, prefixSize, used } from '../model.ts';
import { agree, claim, type Reasons, type Scene } from '../operation.ts';
import type { NetworkInterface, VSwitch } from '../resources.ts';

/** Whether the account may have so many more interfaces that are not primary ones (ENI-41). */
export function judgeInterfaceQuota(reasons: Reasons, { model, caller }: Scene, count: number): void {
  const limit = model.quotas['network-interfaces'];
  reasons.add(count > 0 && used(model, caller)['network-interfaces'] + count > limit, 'MaxEniCountExceeded');
}

/** Takes a new interface into the model, as an answer describes it. */
export function learn(
  { model, caller }: Scene,
  item: Body,
  { type, instanceId = null }: { readonly type: NetworkInterface['type']; readonly instanceId?: string | null },
): NetworkInterface {
  const id: string = item.NetworkInterfaceId;
  claim(/^eni-bp1[0-9a-z]{17}$/.test(id), () => `"${id}" has not the form of an id`);
  claim(!model.enis.has(id) && !model.gone.includes(id), () => `the id ${id} is given out twice`);
  const mac: string = item.MacAddress;
  claim(/^00:16:3e(:[0-9a-f]{2}){3}$/.test(mac), () => `"${mac}" has not the form of a MAC address`);
  claim(![...model.enis.values()].some((other) => other.mac === mac), () => `${mac} is given out twice`);
  agree(`the type of ${id}`, item.Type, type);
  const vSwitch = model.vSwitches.get(item.VSwitchId);
  claim(vSwitch !== undefined, () => `${id} is in ${item.VSwitchId}, which does not exist`);
  agree(`the zone and the VPC of ${id}`, [item.ZoneId, item.VpcId], [vSwitch!.zoneId, vSwitch!.vpcId]);
  const eni: NetworkInterface = {
    id,
    owner: caller,
    vpcId: item.VpcId,
    vSwitchId: item.VSwitchId,
    zoneId: item.ZoneId,
    mac,
    createdAtMs: model.nowMs,
    type,
    status: instanceId === null ? 'Available' : 'InUse',
    instanceId,
    trunkId: null,
    deviceIndex: null,
    addresses: [],
    prefixes: [],
    ipv6Addresses: [],
    ipv6Prefixes: [],
    groups: item.SecurityGroupIds.SecurityGroupId,
    tags: new Map(),
    resourceGroup: item.ResourceGroupId,
    name: '',
    description: '',
    deleteOnRelease: true,
    sourceDestCheck: false,
    serviceId: null,
    slaveCount: 0,
  };
  model.enis.set(id, eni);
  give(model, eni, {
    addresses: addressesIn(item),
    prefixes: item.Ipv4PrefixSets.Ipv4PrefixSet.map(({ Ipv4Prefix }: Body) => Ipv4Prefix),
    ipv6Addresses: item.Ipv6Sets.Ipv6Set.map(({ Ipv6Address }: Body) => Ipv6Address),
    ipv6Prefixes: item.Ipv6PrefixSets.Ipv6PrefixSet.map(({ Ipv6Prefix }: Body) => Ipv6Prefix),
  });
  return eni;
}

function addressesIn(item: Body): string[] {
  const sets: { Primary: boolean; PrivateIpAddress: string }[] = item.PrivateIpSets.PrivateIpSet;
  agree(
    'which address is the primary one',
    sets.map(({ Primary }) => Primary),
    sets.map((_, index) => index === 0),
  );
  agree('PrivateIpAddress', item.PrivateIpAddress, sets[0]?.PrivateIpAddress);
  return sets.map(({ PrivateIpAddress }) => PrivateIpAddress);
}

/** What an answer says was given out, as texts. */
export interface Given {
  readonly addresses?: readonly string[];
  readonly prefixes?: readonly string[];
  readonly ipv6Addresses?: readonly string[];
  readonly ipv6Prefixes?: readonly string[];
}

/** Gives an interface what an answer says, once it is seen that it could be given out. */
export function give(
  model: Model,
  eni: NetworkInterface,
  { addresses = [], prefixes = [], ipv6Addresses = [], ipv6Prefixes = [] }: Given,
): void {
  const vSwitch = model.vSwitches.get(eni.vSwitchId)!;
  for (const text of addresses) {
    claimAddress(model, vSwitch, numberOf(text));
    eni.addresses.push(numberOf(text));
  }
  for (const text of prefixes) {
    const first = numberOf(text.replace(/\/28$/, ''));
    claim(first % prefixSize === 0, () => `${text} is no strict prefix`);
    for (let address = first; address < first + prefixSize; address += 1) claimAddress(model, vSwitch, address);
    eni.prefixes.push(first);
  }
  for (const text of ipv6Addresses) {
    const address = longIpv6(text);
    const isFree = enisIn(model, vSwitch.id).every(
      (other) =>
        !other.ipv6Addresses.includes(address) &&
        !other.ipv6Prefixes.some((prefix) => blockOf(prefix) === blockOf(address)),
    );
    claim(isFree && networkOf(address) === vSwitch.ipv6Network, () => `${text} could not be given out`);
    eni.ipv6Addresses.push(address);
  }
  for (const text of ipv6Prefixes) {
    const prefix = longIpv6Prefix(text);
    const isFree = enisIn(model, vSwitch.id).every(
      (other) =>
        !other.ipv6Prefixes.includes(prefix) &&
        !other.ipv6Addresses.some((address) => blockOf(prefix) === blockOf(address)),
    );
    claim(isFree && networkOf(prefix) === vSwitch.ipv6Network, () => `${text} could not be given out`);
    eni.ipv6Prefixes.push(prefix);
  }
}

/** Of the vSwitch, none of its reserved ones, held by nobody. */
function claimAddress(model: Model, vSwitch: VSwitch, address: number): void {
  const isGood = isIn(address, givenOut(vSwitch.block)) && !heldIn(model, vSwitch.id).has(address);
  claim(isGood, () => `${textOf(address)} of ${vSwitch.id} could not be given out`);
}
