import type { NetworkInterfacePermission } from './network-interface-permission.ts';

/** A permission as it is created and listed. */
export function describedPermission(permission: NetworkInterfacePermission) {
  return {
    AccountId: Number(permission.granteeAccountId),
    NetworkInterfaceId: permission.networkInterfaceId,
    NetworkInterfacePermissionId: permission.networkInterfacePermissionId,
    Permission: permission.permission,
    PermissionState: permission.permissionState,
    ServiceName: 'Elastic Compute Service',
  };
}
