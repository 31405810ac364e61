import type { TransitionHandler } from '../../operation/transition.ts';
import { findAnyPermission, removePermission, savePermissionState } from './network-interface-permission.table.ts';
import { permissionResource } from './network-interface-permission.ts';

/** How permissions' delayed changes end. Clients wait for Granted, and look after 5 s (ENI-152). */
export const transitions: readonly TransitionHandler[] = [
  {
    resourceType: permissionResource,
    kind: 'grant',
    fastMs: 800,
    realMs: 2_000,
    async complete(id, { tx }) {
      const permission = await findAnyPermission(tx, id);
      if (permission?.permissionState === 'Pending') await savePermissionState(tx, id, 'Granted');
    },
    async fail(id, { tx }) {
      await removePermission(tx, id);
    },
  },
  {
    resourceType: permissionResource,
    kind: 'revoke',
    fastMs: 800,
    realMs: 2_000,
    async complete(id, { tx }) {
      await removePermission(tx, id);
    },
    async fail(id, { tx }) {
      await savePermissionState(tx, id, 'Granted');
    },
  },
];
