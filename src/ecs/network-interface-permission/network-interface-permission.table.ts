import { dynamicSql, sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { NetworkInterfacePermission, PermissionState } from './network-interface-permission.ts';

const table = tableOf<NetworkInterfacePermission>('network_interface_permission', [
  'networkInterfacePermissionId',
  'accountId',
  'regionId',
  'networkInterfaceId',
  'granteeAccountId',
  'permission',
  'permissionState',
  'createdAtMs',
]);

const selectOne = table.select('WHERE network_interface_permission_id = ?');
const selectGiven = table.select(
  `WHERE network_interface_id = ? AND grantee_account_id = ? AND permission_state <> 'Revoking'
   ORDER BY permission_state LIMIT 1`,
);
const updateState = sql(
  'UPDATE network_interface_permission SET permission_state = ? WHERE network_interface_permission_id = ?',
);
const deleteOne = sql('DELETE FROM network_interface_permission WHERE network_interface_permission_id = ?');

/** The permission of this id, whoever gave it. */
export function findAnyPermission(tx: Transaction, id: string): Promise<NetworkInterfacePermission | undefined> {
  return tx.one(selectOne, id);
}

/** The permission that the account gave in the region. */
export async function findPermission(
  tx: Transaction,
  accountId: string,
  regionId: string,
  id: string,
): Promise<NetworkInterfacePermission | undefined> {
  const found = await findAnyPermission(tx, id);
  return found?.accountId === accountId && found.regionId === regionId ? found : undefined;
}

/** The permission an account has on an interface, or else is about to have. */
export function findGiven(
  tx: Transaction,
  networkInterfaceId: string,
  granteeAccountId: string,
): Promise<NetworkInterfacePermission | undefined> {
  return tx.one(selectGiven, networkInterfaceId, granteeAccountId);
}

export async function insertPermission(tx: Transaction, permission: NetworkInterfacePermission): Promise<void> {
  await tx.run(table.insert, ...table.values(permission));
}

export async function savePermissionState(tx: Transaction, id: string, state: PermissionState): Promise<void> {
  await tx.run(updateState, state, id);
}

export async function removePermission(tx: Transaction, id: string): Promise<void> {
  await tx.run(deleteOne, id);
}

/** A page of permissions for conditions put together by the caller, newest first. */
export function selectPermissions(
  tx: Transaction,
  where: string,
  values: readonly string[],
  limit: number,
  offset: number,
): Promise<readonly NetworkInterfacePermission[]> {
  const statement = dynamicSql<NetworkInterfacePermission>(
    `SELECT ${table.columns} FROM network_interface_permission WHERE ${where}
     ORDER BY created_at_ms DESC, network_interface_permission_id DESC LIMIT ? OFFSET ?`,
  );
  return tx.all(statement, ...values, limit, offset);
}

export async function countPermissions(tx: Transaction, where: string, values: readonly string[]): Promise<number> {
  const statement = dynamicSql<{ count: number }>(
    `SELECT COUNT(*) AS "count" FROM network_interface_permission WHERE ${where}`,
  );
  return (await tx.one(statement, ...values))?.count ?? 0;
}
