import fc from 'fast-check';
import { type CommandKind, call } from '../command.ts';
import { type Model, own } from '../model.ts';
import { attachNetworkInterface, detachNetworkInterface } from '../operations/attachment.ts';
import { createPermission, deletePermission } from '../operations/permission.ts';
import {
  createResourceGroup,
  deleteResourceGroup,
  isEmpty,
  joinResourceGroup,
  moveResourceGroup,
} from '../operations/resource-group.ts';
import { idOf, type Pick, pick, seldom } from '../picks.ts';
import type { AccountName } from '../resources.ts';
import { takes } from './network-interface.ts';
import { eniOf, instanceOf, isIdle, resourceGroupOf } from './picked.ts';

function other(who: AccountName): AccountName {
  return who === 'owner' ? 'stranger' : 'owner';
}

/** Those that the account was given to attach. */
function givenOf(drawn: Pick, model: Model, who: AccountName): string {
  const granted = [...model.permissions.values()].filter(({ grantee, status }) => {
    return status === 'Granted' && grantee === model.accountIds[who];
  });
  const ids = new Set(granted.map(({ eniId }) => eniId));
  return eniOf(drawn, model, other(who), (eni) => isIdle(eni) && ids.has(eni.id));
}

/** Mostly by whom it was given to. */
const byPermission = {
  way: ' by permission',
  callers: fc.constantFrom<AccountName[]>('stranger', 'stranger', 'stranger', 'owner'),
};

const pair = fc.record({ eni: pick, instance: pick });

/** What accounts let each other do with their network interfaces. */
const permissionCommands: readonly CommandKind[] = [
  call(createPermission, 3, pick, (eni, model, who) => ({
    NetworkInterfaceId: eniOf(eni, model, who, (one) => isIdle(one) && one.type !== 'Trunk'),
    AccountId: model.accountIds[other(who)],
    Permission: 'InstanceAttach' as const,
  })),
  call(deletePermission, 2, fc.record({ permission: pick, force: seldom(2) }), ({ permission, force }, model, who) => ({
    NetworkInterfacePermissionId: idOf(permission, { model, who, resources: model.permissions, prefix: 'eni-perm' }),
    Force: force ? true : undefined,
  })),
  call(
    attachNetworkInterface,
    5,
    pair,
    ({ eni, instance }, model, who) => {
      const NetworkInterfaceId = givenOf(eni, model, who);
      const given = model.enis.get(NetworkInterfaceId);
      const InstanceId = instanceOf(instance, model, who, (one) => given !== undefined && takes(model, one, given));
      return { NetworkInterfaceId, InstanceId };
    },
    byPermission,
  ),
  call(
    detachNetworkInterface,
    4,
    pair,
    ({ eni, instance }, model, who) => {
      const NetworkInterfaceId = eniOf(eni, model, other(who), ({ instanceId }) => {
        return own(model.instances, who, instanceId ?? '') !== undefined;
      });
      const { instanceId } = model.enis.get(NetworkInterfaceId) ?? {};
      return { NetworkInterfaceId, InstanceId: instanceOf(instance, model, who, ({ id }) => id === instanceId) };
    },
    byPermission,
  ),
];

const kinds = fc.record({
  resource: pick,
  group: pick,
  type: fc.constantFrom('eni', 'eni', 'instance', 'securitygroup'),
});
const vpcKinds = fc.record({ resource: pick, group: pick, type: fc.constantFrom('VPC' as const, 'EIP' as const) });

const resourceGroupCommands: readonly CommandKind[] = [
  call(createResourceGroup, 1, fc.constantFrom('red', 'blue', 'green'), (Name) => ({ Name, DisplayName: Name })),
  call(deleteResourceGroup, 2, pick, (group, model, who) => ({
    ResourceGroupId: resourceGroupOf(group, model, who, ({ id, status }) => status === 'OK' && isEmpty(model, id)),
  })),
  call(joinResourceGroup, 3, kinds, ({ resource, group, type }, model, who) => {
    const [resources, prefix, ResourceType] =
      type === 'eni'
        ? ([model.enis, 'eni', 'eni'] as const)
        : type === 'instance'
          ? ([model.instances, 'i', 'instance'] as const)
          : ([model.groups, 'sg', 'securitygroup'] as const);
    return {
      ResourceType,
      ResourceId: idOf<{ id: string; owner: AccountName }>(resource, { model, who, resources, prefix }),
      ResourceGroupId: resourceGroupOf(group, model, who),
    };
  }),
  call(moveResourceGroup, 1, vpcKinds, ({ resource, group, type }, model, who) => ({
    ResourceType: type,
    ResourceId: idOf<{ id: string; owner: AccountName }>(resource, {
      model,
      who,
      resources: type === 'VPC' ? model.vpcs : model.eips,
      prefix: type === 'VPC' ? 'vpc' : 'eip',
    }),
    NewResourceGroupId: resourceGroupOf(group, model, who),
  })),
];

export const sharingCommands: readonly CommandKind[] = [...permissionCommands, ...resourceGroupCommands];
