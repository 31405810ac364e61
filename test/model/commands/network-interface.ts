import fc from 'fast-check';
import { type CommandKind, call } from '../command.ts';
import { typeOf } from '../instance-types.ts';
import { enisOf, ipv4Places, ipv6Places, type Model } from '../model.ts';
import { attachNetworkInterface, detachNetworkInterface } from '../operations/attachment.ts';
import { createNetworkInterface, deleteNetworkInterface } from '../operations/network-interface.ts';
import { pick, seldom, sometimes } from '../picks.ts';
import type { Instance, NetworkInterface } from '../resources.ts';
import { groupsOf, vSwitchOf } from './network.ts';
import { clientToken, eniOf, instanceOf, isIdle, resourceGroup, resourceGroupOf, tags } from './picked.ts';
import { addressOf, ipv4WishOf, ipv6WishOf, wish } from './wishes.ts';

const attachment = fc.record({ eni: pick, instance: pick });

const newInterface = fc.record({
  vSwitch: pick,
  groups: fc.array(pick, { minLength: 1, maxLength: 3 }),
  form: fc.oneof(
    { weight: 30, arbitrary: fc.constant('right' as const) },
    { weight: 1, arbitrary: fc.constantFrom('noGroup' as const, 'bothGroups' as const) },
  ),
  primary: sometimes(3, fc.nat(60)),
  ipv4: sometimes(2, wish),
  ipv6: sometimes(6, wish),
  name: sometimes(3, fc.constantFrom('blue', 'green')),
  type: sometimes(6, fc.constant('Trunk' as const)),
  keep: seldom(3),
  tags,
  resourceGroup,
  token: clientToken,
});

export const networkInterfaceCommands: readonly CommandKind[] = [
  call(createNetworkInterface, 14, newInterface, (drawn, model, who) => {
    const { form, primary, ipv4, ipv6 } = drawn;
    const VSwitchId = vSwitchOf(drawn.vSwitch, model, who, ({ ipv6Network }) => {
      return ipv6 === undefined || ipv6Network !== null;
    });
    const groups = groupsOf(drawn.groups, model, who, VSwitchId);
    const listed = groups.length > 1 || form === 'bothGroups';
    return {
      VSwitchId,
      SecurityGroupId: form === 'noGroup' || (listed && form !== 'bothGroups') ? undefined : groups[0],
      SecurityGroupIds: form !== 'noGroup' && listed ? groups : undefined,
      PrimaryIpAddress: primary === undefined ? undefined : addressOf(primary, model, VSwitchId),
      ...(ipv4 && ipv4WishOf(ipv4, model, VSwitchId)),
      ...(ipv6 && ipv6WishOf(ipv6, model, VSwitchId)),
      NetworkInterfaceName: drawn.name,
      InstanceType: drawn.type,
      DeleteOnRelease: drawn.keep ? false : undefined,
      Tag: drawn.tags,
      ResourceGroupId: drawn.resourceGroup && resourceGroupOf(drawn.resourceGroup, model, who),
      ClientToken: drawn.token,
    };
  }),
  call(attachNetworkInterface, 16, attachment, ({ eni, instance }, model, who) => {
    const NetworkInterfaceId = eniOf(eni, model, who, isIdle);
    const free = model.enis.get(NetworkInterfaceId);
    const InstanceId = instanceOf(instance, model, who, (one) => free !== undefined && takes(model, one, free));
    return { NetworkInterfaceId, InstanceId };
  }),
  call(
    attachNetworkInterface,
    12,
    fc.record({ eni: pick, trunk: pick, instance: pick }),
    (drawn, model, who) => {
      const TrunkNetworkInstanceId = eniOf(drawn.trunk, model, who, ({ type, status }) => {
        return type === 'Trunk' && status === 'InUse';
      });
      const { instanceId, vpcId, zoneId } = model.enis.get(TrunkNetworkInstanceId) ?? {};
      const NetworkInterfaceId = eniOf(drawn.eni, model, who, (eni) => {
        return isIdle(eni) && eni.type !== 'Trunk' && eni.vpcId === vpcId && eni.zoneId === zoneId;
      });
      const InstanceId = instanceOf(drawn.instance, model, who, ({ id }) => id === instanceId);
      return { NetworkInterfaceId, InstanceId, TrunkNetworkInstanceId };
    },
    { way: ' to a trunk' },
  ),
  call(
    detachNetworkInterface,
    14,
    fc.record({ eni: pick, instance: pick, trunk: sometimes(3, pick) }),
    (drawn, model, who) => {
      const NetworkInterfaceId = eniOf(drawn.eni, model, who, ({ status, type }) => {
        return type !== 'Primary' && (status === 'InUse' || status === 'Detaching');
      });
      const { instanceId, trunkId } = model.enis.get(NetworkInterfaceId) ?? {};
      return {
        NetworkInterfaceId,
        InstanceId: instanceOf(drawn.instance, model, who, ({ id }) => id === instanceId),
        TrunkNetworkInstanceId: drawn.trunk && eniOf(drawn.trunk, model, who, ({ id }) => id === trunkId),
      };
    },
  ),
  call(deleteNetworkInterface, 8, pick, (eni, model, who) => ({ NetworkInterfaceId: eniOf(eni, model, who, isIdle) })),
];

/** Whether the instance would take the interface now. */
export function takes(model: Model, instance: Instance, eni: NetworkInterface): boolean {
  const { eniQuantity, ipv4PerEni, ipv6PerEni, hotPlug, members } = typeOf(instance);
  const isReady = instance.status === 'Stopped' || (hotPlug && instance.status === 'Running');
  const isNear = eni.zoneId === instance.zoneId && (eni.vpcId === instance.vpcId || eni.owner !== instance.owner);
  const attached = enisOf(model, instance.id).filter(({ type }) => type !== 'Member');
  const fits = ipv4Places(eni) <= ipv4PerEni && ipv6Places(eni) <= ipv6PerEni;
  return isReady && isNear && fits && attached.length < eniQuantity && (eni.type !== 'Trunk' || members > 0);
}
