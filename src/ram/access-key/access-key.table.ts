import { type Flag, sql } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { OwnedKey } from './access-key.ts';

// Temporary keys have a token; they end by themselves and nobody lists them.
const columns =
  'access_key_id AS "accessKeyId", active AS "active", created_at_ms AS "createdAtMs", last_used_at_ms AS "lastUsedAtMs"';
const ofOwner = `account_id = ? AND user_name = ? AND security_token = ''`;

const selectAll = sql<OwnedKey>(
  `SELECT ${columns} FROM access_key WHERE ${ofOwner} ORDER BY created_at_ms, access_key_id`,
);
const selectOne = sql<OwnedKey>(`SELECT ${columns} FROM access_key WHERE access_key_id = ? AND ${ofOwner}`);
const insertOne = sql(
  `INSERT INTO access_key (access_key_id, account_id, access_key_secret, user_name, created_at_ms)
   VALUES (?, ?, ?, ?, ?)`,
);
const updateActive = sql(`UPDATE access_key SET active = ? WHERE access_key_id = ? AND ${ofOwner}`);
const deleteOne = sql(`DELETE FROM access_key WHERE access_key_id = ? AND ${ofOwner}`);

/** Whose key: the user's of the account, or the account's own when the name is empty. */
export interface OwnerScope {
  readonly tx: Transaction;
  readonly accountId: string;
  readonly userName: string;
}

/** The owner's permanent keys, the oldest first. */
export function keysOf({ tx, accountId, userName }: OwnerScope): Promise<readonly OwnedKey[]> {
  return tx.all(selectAll, accountId, userName);
}

export function findKey({ tx, accountId, userName }: OwnerScope, accessKeyId: string): Promise<OwnedKey | undefined> {
  return tx.one(selectOne, accessKeyId, accountId, userName);
}

export async function insertKey(
  { tx, accountId, userName }: OwnerScope,
  key: { readonly accessKeyId: string; readonly accessKeySecret: string; readonly createdAtMs: number },
): Promise<void> {
  await tx.run(insertOne, key.accessKeyId, accountId, key.accessKeySecret, userName, key.createdAtMs);
}

/** False when the owner has no such key. */
export async function saveKeyActive(
  { tx, accountId, userName }: OwnerScope,
  accessKeyId: string,
  active: Flag,
): Promise<boolean> {
  return (await tx.run(updateActive, active, accessKeyId, accountId, userName)) === 1;
}

/** False when the owner has no such key. */
export async function removeKey({ tx, accountId, userName }: OwnerScope, accessKeyId: string): Promise<boolean> {
  return (await tx.run(deleteOne, accessKeyId, accountId, userName)) === 1;
}
