import { numberOf, textOf } from '../ipv4.ts';
import { longIpv6, longIpv6Prefix } from '../ipv6.ts';
import { membersOf, own } from '../model.ts';
import { accepted, agree, type ModelOperation, Reasons } from '../operation.ts';
import { begin } from '../time.ts';
import {
  type Ipv4Wish,
  type Ipv6Wish,
  ipv4PlacesOf,
  ipv6PlacesOf,
  judgeForm,
  judgeIpv4,
  judgeIpv6,
} from './address-wish.ts';
import { checkGiven, mostIpv6 } from './addresses.ts';
import { judgeInterfaceQuota, learn } from './new-interface.ts';
import { judgeResourceGroup } from './resource-group.ts';
import { judgeGroups, judgeRoom } from './security-group.ts';
import type { Tag } from './tag.ts';

interface NewInterface extends Ipv4Wish, Ipv6Wish {
  readonly VSwitchId: string;
  readonly SecurityGroupId?: string | undefined;
  readonly SecurityGroupIds?: readonly string[] | undefined;
  readonly InstanceType?: 'Secondary' | 'Trunk' | undefined;
  readonly PrimaryIpAddress?: string | undefined;
  readonly NetworkInterfaceName?: string | undefined;
  readonly DeleteOnRelease?: boolean | undefined;
  readonly Tag?: readonly Tag[] | undefined;
  readonly ResourceGroupId?: string | undefined;
  readonly ClientToken?: string | undefined;
}

export const createNetworkInterface: ModelOperation<NewInterface> = {
  product: 'Ecs',
  action: 'CreateNetworkInterface',

  form(parameters) {
    const { SecurityGroupId, SecurityGroupIds = [] } = parameters;
    const reasons = new Reasons();
    reasons.add(SecurityGroupId === undefined && SecurityGroupIds.length === 0, 'MissingParameter');
    reasons.add(SecurityGroupId !== undefined && SecurityGroupIds.length > 0, 'InvalidParameter.Conflict');
    judgeForm(reasons, parameters);
    return reasons.codes;
  },

  judge(parameters, scene) {
    const { model, caller } = scene;
    const { PrimaryIpAddress: primary } = parameters;
    const reasons = new Reasons();
    const vSwitch = own(model.vSwitches, caller, parameters.VSwitchId);
    reasons.add(vSwitch === undefined, 'InvalidVSwitchId.NotFound');
    reasons.add(vSwitch !== undefined && vSwitch.status !== 'Available', 'IncorrectVSwitchStatus');
    const groups = judgeGroups(reasons, scene, groupIdsOf(parameters), vSwitch?.vpcId);
    const ipv4 = ipv4PlacesOf(parameters);
    const ipv6 = ipv6PlacesOf(parameters);
    const limit = model.quotas['secondary-private-addresses-at-creation'];
    reasons.add(ipv4 > limit, 'MaxEniPrivateIpsCountExceeded');
    reasons.add(ipv6 > mostIpv6, 'MaxEniIpv6IpsCountExceeded');
    judgeInterfaceQuota(reasons, scene, 1);
    judgeResourceGroup(reasons, scene, parameters.ResourceGroupId);
    if (vSwitch !== undefined) {
      judgeIpv4(reasons, model, vSwitch, parameters, { primary, anyPrimary: primary === undefined });
      judgeIpv6(reasons, model, vSwitch, parameters);
    }
    judgeRoom(reasons, model, groups, 1 + ipv4 + ipv6);
    return reasons.codes;
  },

  apply(parameters, scene, answer) {
    const { PrimaryIpAddress: primary } = parameters;
    const eni = learn(scene, answer, { type: parameters.InstanceType ?? 'Secondary' });
    agree('the vSwitch of the new interface', eni.vSwitchId, parameters.VSwitchId);
    agree('the status of the new interface', answer.Status, 'Available');
    agree('its groups', eni.groups, groupIdsOf(parameters));
    if (primary !== undefined) agree('its primary address', eni.addresses[0], numberOf(primary));
    const { PrivateIpAddress, SecondaryPrivateIpAddressCount, Ipv4Prefix, Ipv4PrefixCount } = parameters;
    checkGiven(eni.addresses.slice(1).map(textOf), PrivateIpAddress, SecondaryPrivateIpAddressCount);
    const prefixes = eni.prefixes.map((first) => `${textOf(first)}/28`);
    checkGiven(prefixes, Ipv4Prefix, Ipv4PrefixCount);
    checkGiven(eni.ipv6Addresses, parameters.Ipv6Address?.map(longIpv6), parameters.Ipv6AddressCount);
    checkGiven(eni.ipv6Prefixes, parameters.Ipv6Prefix?.map(longIpv6Prefix), parameters.Ipv6PrefixCount);
    agree('its name', answer.NetworkInterfaceName, parameters.NetworkInterfaceName ?? '');
    agree('its resource group', eni.resourceGroup, parameters.ResourceGroupId ?? '');
    eni.name = parameters.NetworkInterfaceName ?? '';
    eni.deleteOnRelease = parameters.DeleteOnRelease ?? true;
    for (const { Key, Value } of parameters.Tag ?? []) eni.tags.set(Key, Value);
  },
};

export const deleteNetworkInterface: ModelOperation<{ NetworkInterfaceId: string }> = {
  product: 'Ecs',
  action: 'DeleteNetworkInterface',
  /** The order is that of semantics, 3.2. */
  judge({ NetworkInterfaceId }, { model, caller }) {
    const eni = own(model.enis, caller, NetworkInterfaceId);
    if (eni === undefined) return ['InvalidEniId.NotFound'];
    if (eni.serviceId !== null) return ['InvalidOperation.EniServiceManaged'];
    if (eni.type === 'Primary' || eni.type === 'Member') return ['InvalidOperation.InvalidEniType'];
    if (membersOf(model, eni.id).length > 0) return ['InvalidOperation.InvalidEniType'];
    if (eni.slaveCount > 0) return ['InvalidOperation.HasSlaveEniBonded'];
    const isRight = eni.status === 'Available' || eni.status === 'Deleting';
    return isRight ? accepted : ['InvalidOperation.InvalidEniState'];
  },
  apply({ NetworkInterfaceId }, { model }) {
    const eni = model.enis.get(NetworkInterfaceId)!;
    begin(model, eni, 'Deleting', 'delete');
  },
};

function groupIdsOf({ SecurityGroupId, SecurityGroupIds = [] }: NewInterface): readonly string[] {
  return SecurityGroupId === undefined ? SecurityGroupIds : [SecurityGroupId];
}
