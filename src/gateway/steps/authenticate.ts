import { builtInKey } from '../../access/account.ts';
import type { AccountDirectory } from '../../access/directory.ts';
import type { Identity } from '../../access/identity.ts';
import { nobody } from '../../access/nobody.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { utcSeconds } from '../../operation/time.ts';
import { type Exchange, known } from '../exchange.ts';
import { type Credentials, requireCredentials } from '../protocol/mode.ts';
import type { NonceMemory } from '../protocol/nonces.ts';
import { refuse, shown } from '../protocol/refusals.ts';
import { verifySignature } from '../protocol/signature.ts';
import { checkTimestamp } from '../protocol/timestamp.ts';
import type { Step } from '../step.ts';

/** Timestamp, access key, security token, signature, nonce - in this order, so that a nonce counts only once it is proven. */
export const authenticate: Step = (exchange, { directory, engine, nonces, auth, timestampWindowMs }) => {
  if (auth === 'off') return takeAtItsWord(exchange, directory);
  if (known(exchange, 'operation').anonymous && known(exchange, 'common').mode === 'anonymous') {
    exchange.identity = nobody;
    return undefined;
  }
  const credentials = requireCredentials(known(exchange, 'common'));
  if (isRefusal(credentials)) return credentials;
  const { receivedAtMs } = exchange;
  const inTime = checkTimestamp(credentials.timestamp, receivedAtMs, timestampWindowMs);
  if (inTime !== true) return inTime;
  const { accessKeyId } = credentials;
  const identity = directory.known(accessKeyId, receivedAtMs);
  const nowMs = engine.nowMs();
  if (identity !== undefined) return prove(exchange, credentials, identity, nonces, nowMs);
  // Who does not prove to be the root of an account has none made.
  const isProven = (root: Identity) => unproven(exchange, credentials, root, nowMs) === undefined;
  return directory
    .find(accessKeyId, receivedAtMs, isProven)
    .then((found) => prove(exchange, credentials, found, nonces, nowMs));
};

async function takeAtItsWord(exchange: Exchange, directory: AccountDirectory): Promise<Refusal | undefined> {
  const { receivedAtMs } = exchange;
  const accessKeyId = known(exchange, 'common').accessKeyId ?? builtInKey;
  const identity =
    (await directory.find(accessKeyId, receivedAtMs)) ?? (await directory.find(builtInKey, receivedAtMs));
  if (identity === undefined) return refuse('InvalidAccessKeyId.NotFound', { accessKeyId: shown(accessKeyId) });
  exchange.identity = identity;
  return undefined;
}

function prove(
  exchange: Exchange,
  credentials: Credentials,
  identity: Identity | undefined,
  nonces: NonceMemory,
  nowMs: number,
): Refusal | undefined {
  const { accessKeyId } = credentials;
  if (identity === undefined) return refuse('InvalidAccessKeyId.NotFound', { accessKeyId: shown(accessKeyId) });
  const refusal = unproven(exchange, credentials, identity, nowMs);
  if (refusal !== undefined) return refusal;
  const fresh = nonces.use(accessKeyId, credentials.nonce, exchange.receivedAtMs);
  if (fresh !== true) return fresh;
  exchange.identity = identity;
  return undefined;
}

/** Why a request is not proven to be of whom its key stands for; undefined when it is. */
function unproven(exchange: Exchange, credentials: Credentials, { key }: Identity, nowMs: number): Refusal | undefined {
  const { accessKeyId, securityToken } = credentials;
  if (!key.active) return refuse('Forbidden.AccessKeyDisabled', { accessKeyId });
  if (key.securityToken !== '' && securityToken === undefined) return refuse('MissingSecurityToken', { accessKeyId });
  if (securityToken !== undefined && securityToken !== key.securityToken) {
    return refuse('InvalidSecurityToken.MismatchWithAccessKey', { accessKeyId });
  }
  if (key.expiresAtMs !== 0 && nowMs >= key.expiresAtMs) {
    return refuse('InvalidSecurityToken.Expired', { expiration: utcSeconds(key.expiresAtMs) });
  }
  const verified = verifySignature(exchange.request, known(exchange, 'parameters'), credentials, key.accessKeySecret);
  return verified === true ? undefined : verified;
}
