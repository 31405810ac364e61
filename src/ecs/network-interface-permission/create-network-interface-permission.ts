import { newId } from '../../operation/ids.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { findModifiable } from '../network-interface/modifiable.ts';
import { networkInterfaceId, oneOf } from '../network-interface/rules.ts';
import { refuse } from '../refusals.ts';
import { findGiven, insertPermission } from './network-interface-permission.table.ts';
import { type NetworkInterfacePermission, permissionResource } from './network-interface-permission.ts';
import { describedPermission } from './view.ts';

/**
 * Lets another account attach a network interface to its own instances: Pending at first, then Granted (ENI-152). An
 * account that has the permission already gets no second one.
 */
export const createNetworkInterfacePermission = operation('Ecs', 'CreateNetworkInterfacePermission', {
  permits: ['eni/{NetworkInterfaceId}'],
  networkInterfaces: true,
  rules: {
    NetworkInterfaceId: networkInterfaceId,
    Permission: oneOf('InstanceAttach'),
    AccountId: (value, name) =>
      Number.isSafeInteger(value) && value > 0 ? undefined : refuse('InvalidParameter', { name, value: String(value) }),
  },

  async execute({ NetworkInterfaceId: id, AccountId }, context) {
    const { tx, nowMs, accountId, regionId, transitions } = context;
    const eni = await findModifiable(context, id);
    if (isRefusal(eni)) return eni;
    if (eni.type === 'Primary' || eni.type === 'Trunk') {
      return refuse('InvalidOperation.InvalidEniType', { type: eni.type });
    }
    const granteeAccountId = String(AccountId);
    const given = await findGiven(tx, id, granteeAccountId);
    if (given !== undefined) return { NetworkInterfacePermission: describedPermission(given) };
    const permission: NetworkInterfacePermission = {
      networkInterfacePermissionId: newId('eni-perm', context),
      accountId,
      regionId,
      networkInterfaceId: id,
      granteeAccountId,
      permission: 'InstanceAttach',
      permissionState: 'Pending',
      createdAtMs: nowMs,
    };
    await insertPermission(tx, permission);
    await transitions.schedule(permissionResource, permission.networkInterfacePermissionId, 'grant');
    return { NetworkInterfacePermission: describedPermission(permission) };
  },
});
