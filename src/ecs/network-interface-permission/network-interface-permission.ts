/** What a permission is on its way to. A revoked one is gone. */
export type PermissionState = 'Pending' | 'Granted' | 'Revoking';

/** The permission of another account to attach an owner's network interface to an instance of its own. */
export interface NetworkInterfacePermission {
  readonly networkInterfacePermissionId: string;
  /** The interface's owner. */
  readonly accountId: string;
  readonly regionId: string;
  readonly networkInterfaceId: string;
  /** Need not be an account that is known here. */
  readonly granteeAccountId: string;
  readonly permission: 'InstanceAttach';
  readonly permissionState: PermissionState;
  readonly createdAtMs: number;
}

/** Under this name permissions' delayed changes are recorded. */
export const permissionResource = 'network-interface-permission';
