import { type Flag, sql } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';

/** An access key of an account with everything its holder has. */
export interface ListedKey {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  /** Empty for permanent keys. */
  readonly securityToken: string;
  /** Empty for the root and for sessions of roles. */
  readonly userName: string;
  /** Empty for the root and for users. */
  readonly roleName: string;
  readonly sessionName: string;
  readonly active: boolean;
  /** 0 for permanent keys. */
  readonly expiresAtMs: number;
}

const selectKeys = sql<Omit<ListedKey, 'active'> & { readonly active: Flag }>(
  `SELECT access_key_id AS "accessKeyId", access_key_secret AS "accessKeySecret", security_token AS "securityToken",
     user_name AS "userName", role_name AS "roleName", session_name AS "sessionName", active AS "active",
     expires_at_ms AS "expiresAtMs"
   FROM access_key WHERE account_id = ? AND (expires_at_ms = 0 OR expires_at_ms > ?)
   ORDER BY user_name, role_name, session_name, created_at_ms, access_key_id`,
);

/** The access keys of an account that have not expired: those of the root, of users, of sessions. */
export async function listKeys(tx: Transaction, accountId: string, nowMs: number): Promise<readonly ListedKey[]> {
  const rows = await tx.all(selectKeys, accountId, nowMs);
  return rows.map((row) => ({ ...row, active: row.active === 1 }));
}
