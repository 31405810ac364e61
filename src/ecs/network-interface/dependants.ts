import type { ChangeContext } from '../../operation/context.ts';
import { sql } from '../../store/statement.ts';
import { freeEipsOn } from '../../vpc/eip/eip.table.ts';
import { eipResource } from '../../vpc/eip/eip.ts';
import { permissionResource } from '../network-interface-permission/network-interface-permission.ts';

/** What hangs on a network interface and has delayed changes of its own. */
const selectDependants = sql<{ resourceType: string; resourceId: string }>(
  `SELECT '${eipResource}' AS "resourceType", allocation_id AS "resourceId" FROM eip WHERE network_interface_id = ?
   UNION ALL
   SELECT '${permissionResource}', network_interface_permission_id FROM network_interface_permission
   WHERE network_interface_id = ?`,
);

/**
 * Elastic IP addresses on a network interface that goes are free and stay allocated (ENI-121), permissions to attach it
 * go with it, and nothing is left of what was on its way for either.
 */
export async function leaveDependants(
  { tx, transitions }: Pick<ChangeContext, 'tx' | 'transitions'>,
  networkInterfaceId: string,
): Promise<void> {
  const dependants = await tx.all(selectDependants, networkInterfaceId, networkInterfaceId);
  for (const { resourceType, resourceId } of dependants) await transitions.cancel(resourceType, resourceId);
  if (dependants.some(({ resourceType }) => resourceType === eipResource)) await freeEipsOn(tx, networkInterfaceId);
}
