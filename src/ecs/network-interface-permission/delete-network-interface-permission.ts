import { operation } from '../../operation/operation.ts';
import { findInstance } from '../instance/instance.table.ts';
import { findAnyNetworkInterface } from '../network-interface/network-interface.table.ts';
import { refuse } from '../refusals.ts';
import { findPermission, savePermissionState } from './network-interface-permission.table.ts';
import { permissionResource } from './network-interface-permission.ts';

/**
 * Takes a permission back: Revoking at first, then gone. While its account has the interface on an instance only with
 * Force, and the interface stays there.
 */
export const deleteNetworkInterfacePermission = operation('Ecs', 'DeleteNetworkInterfacePermission', {
  permits: ['eni/*'],
  networkInterfaces: true,

  async execute({ NetworkInterfacePermissionId: id, Force: force = false }, context) {
    const { tx, accountId, regionId, transitions } = context;
    const permission = await findPermission(tx, accountId, regionId, id);
    if (permission === undefined) return refuse('InvalidNetworkInterfacePermissionId.NotFound', { id });
    if (permission.permissionState === 'Revoking') {
      await transitions.again(permissionResource, id, 'revoke');
      return {};
    }
    const eni = await findAnyNetworkInterface(tx, permission.networkInterfaceId);
    if (!force && eni !== undefined && eni.instanceId !== null) {
      const used = await findInstance(tx, permission.granteeAccountId, regionId, eni.instanceId);
      if (used) return refuse('InvalidOperation.InvalidEniState', { expected: 'Available', current: eni.status });
    }
    await savePermissionState(tx, id, 'Revoking');
    await transitions.schedule(permissionResource, id, 'revoke');
    return {};
  },
});
