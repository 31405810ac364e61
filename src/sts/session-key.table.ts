import { sql } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';

/** A temporary access key of a role's session. */
export interface SessionKey {
  readonly accountId: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken: string;
  readonly roleName: string;
  readonly sessionName: string;
  /** What the session may at most, as JSON text; empty for all that the role may. */
  readonly sessionPolicy: string;
  readonly expiresAtMs: number;
  readonly createdAtMs: number;
}

const insertKey = sql(
  `INSERT INTO access_key (account_id, access_key_id, access_key_secret, security_token, role_name, session_name,
     session_policy, expires_at_ms, created_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
);
const deleteExpired = sql('DELETE FROM access_key WHERE expires_at_ms > 0 AND expires_at_ms < ?');

/** How long an expired key is still told from an unknown one. */
const keptAfterExpiryMs = 24 * 60 * 60 * 1000;

export async function insertSessionKey(tx: Transaction, key: SessionKey): Promise<void> {
  await tx.run(
    insertKey,
    key.accountId,
    key.accessKeyId,
    key.accessKeySecret,
    key.securityToken,
    key.roleName,
    key.sessionName,
    key.sessionPolicy,
    key.expiresAtMs,
    key.createdAtMs,
  );
}

/** Deletes the keys, of whatever account, that expired more than a day ago. */
export async function purgeSessionKeys(tx: Transaction, nowMs: number): Promise<void> {
  await tx.run(deleteExpired, nowMs - keptAfterExpiryMs);
}
