import { createHash } from 'node:crypto';
import { type Refusal, refusalsOf } from '../operation/refusal.ts';
import { sql } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';

/** How long a ClientToken is remembered, in milliseconds. */
export const clientTokenLifeMs = 24 * 60 * 60 * 1000;

/** What a ClientToken can be refused with. */
export const refuseClientToken = refusalsOf({
  IdempotentParameterMismatch: [
    400,
    'The ClientToken "{token}" was used before with other parameters; a repeated request must be the same as the first.',
  ],
  InvalidClientToken: [
    400,
    'The specified parameter "ClientToken" is not valid: "{token}" is not 1 to 64 ASCII characters.',
    'InvalidParameter',
  ],
});

interface Remembered {
  readonly parametersHash: string;
  readonly response: string;
  readonly expiresAtMs: number;
}

const selectToken = sql<Remembered>(
  `SELECT parameters_hash AS "parametersHash", response, expires_at_ms AS "expiresAtMs" FROM client_token
   WHERE account_id = ? AND action = ? AND client_token = ?`,
);
const insertToken = sql(
  `INSERT INTO client_token (account_id, action, client_token, parameters_hash, response, expires_at_ms)
   VALUES (?, ?, ?, ?, ?, ?)
   ON CONFLICT (account_id, action, client_token) DO UPDATE
   SET parameters_hash = excluded.parameters_hash, response = excluded.response, expires_at_ms = excluded.expires_at_ms`,
);
const deleteExpired = sql('DELETE FROM client_token WHERE expires_at_ms <= ?');

/** A call that carries a ClientToken, and what makes it the same call as another. */
export interface TokenedCall {
  readonly accountId: string;
  readonly action: string;
  readonly token: string;
  readonly parametersHash: string;
}

/**
 * Reads the ClientToken of a call: at most 64 ASCII characters, case-sensitive (ENI-48..50).
 * Signature, nonce and timestamp never come here, so a retry hashes to the same value.
 */
export function tokenedCall(
  accountId: string,
  action: string,
  regionId: string,
  parameters: object,
): TokenedCall | Refusal | undefined {
  const { ClientToken: token, ...business } = parameters as { ClientToken?: string };
  if (token === undefined) return undefined;
  if (!/^[\x20-\x7e]{1,64}$/.test(token)) return refuseClientToken('InvalidClientToken', { token });
  const parametersHash = createHash('sha256')
    .update(JSON.stringify([regionId, business]))
    .digest('base64url');
  return { accountId, action, token, parametersHash };
}

/** The remembered answer of the same call, a refusal when the token stands for another call, or nothing. */
export async function replay(tx: Transaction, call: TokenedCall, nowMs: number): Promise<object | Refusal | undefined> {
  const remembered = await tx.one(selectToken, call.accountId, call.action, call.token);
  if (remembered === undefined || remembered.expiresAtMs <= nowMs) return undefined;
  if (remembered.parametersHash !== call.parametersHash) {
    return refuseClientToken('IdempotentParameterMismatch', { token: call.token });
  }
  return JSON.parse(remembered.response) as object;
}

/** Remembers an answer. Only successes are remembered: after an error the same token must be able to succeed. */
export async function remember(tx: Transaction, call: TokenedCall, response: object, nowMs: number): Promise<void> {
  const expiresAtMs = nowMs + clientTokenLifeMs;
  await tx.run(
    insertToken,
    call.accountId,
    call.action,
    call.token,
    call.parametersHash,
    JSON.stringify(response),
    expiresAtMs,
  );
}

/** Forgets what is too old to be repeated. */
export async function forgetExpired(tx: Transaction, nowMs: number): Promise<void> {
  await tx.run(deleteExpired, nowMs);
}
