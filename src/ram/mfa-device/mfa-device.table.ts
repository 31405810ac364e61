import { sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { MfaDevice } from './mfa-device.ts';

const table = tableOf<MfaDevice>('ram_mfa_device', [
  'serialNumber',
  'accountId',
  'userId',
  'seed',
  'activatedAtMs',
  'createdAtMs',
]);

const selectOne = table.select('WHERE serial_number = ? AND account_id = ?');
const selectOfUser = table.select('WHERE user_id = ?');
const selectCount = sql<{ count: number }>('SELECT COUNT(*) AS "count" FROM ram_mfa_device WHERE account_id = ?');
const selectBoundUser = sql<{ userName: string }>(
  `SELECT u.user_name AS "userName" FROM ram_mfa_device d JOIN ram_user u ON u.user_id = d.user_id
   WHERE d.serial_number = ?`,
);
const insertUnlessThere = sql(`${table.insert.text} ON CONFLICT (serial_number) DO NOTHING`);
const updateBinding = sql('UPDATE ram_mfa_device SET user_id = ?, activated_at_ms = ? WHERE serial_number = ?');
const deleteOne = sql('DELETE FROM ram_mfa_device WHERE serial_number = ?');

/** A device as the list of all shows it: with whom it is bound to. */
export interface ListedDevice {
  readonly serialNumber: string;
  readonly activatedAtMs: number;
  readonly userId: string | null;
  readonly userName: string | null;
  readonly displayName: string | null;
}

const selectAll = sql<ListedDevice>(
  `SELECT d.serial_number AS "serialNumber", d.activated_at_ms AS "activatedAtMs", u.user_id AS "userId",
     u.user_name AS "userName", u.display_name AS "displayName"
   FROM ram_mfa_device d LEFT JOIN ram_user u ON u.user_id = d.user_id
   WHERE d.account_id = ? ORDER BY d.serial_number`,
);

export function findDevice(tx: Transaction, accountId: string, serialNumber: string): Promise<MfaDevice | undefined> {
  return tx.one(selectOne, serialNumber, accountId);
}

/** The name of the user that the device is bound to; undefined when it is to nobody. */
export async function boundUser(tx: Transaction, serialNumber: string): Promise<string | undefined> {
  return (await tx.one(selectBoundUser, serialNumber))?.userName;
}

/** The device that the user has. */
export function deviceOf(tx: Transaction, userId: string): Promise<MfaDevice | undefined> {
  return tx.one(selectOfUser, userId);
}

export function devicesOfAccount(tx: Transaction, accountId: string): Promise<readonly ListedDevice[]> {
  return tx.all(selectAll, accountId);
}

export async function countDevices(tx: Transaction, accountId: string): Promise<number> {
  return (await tx.one(selectCount, accountId))?.count ?? 0;
}

/** Inserts; false when the account has one of the name. */
export async function insertDevice(tx: Transaction, device: MfaDevice): Promise<boolean> {
  return (await tx.run(insertUnlessThere, ...table.values(device))) === 1;
}

/** Binds the device to a user, or to nobody. */
export async function saveBinding(
  tx: Transaction,
  serialNumber: string,
  bound: { readonly userId: string; readonly activatedAtMs: number } | undefined,
): Promise<void> {
  await tx.run(updateBinding, bound?.userId ?? null, bound?.activatedAtMs ?? 0, serialNumber);
}

export async function removeDevice(tx: Transaction, serialNumber: string): Promise<void> {
  await tx.run(deleteOne, serialNumber);
}
