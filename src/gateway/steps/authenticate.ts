import { builtInKey } from '../../access/account.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { known } from '../exchange.ts';
import { requireCredentials } from '../protocol/mode.ts';
import { refuse, shown } from '../protocol/refusals.ts';
import { verifySignature } from '../protocol/signature.ts';
import { checkTimestamp } from '../protocol/timestamp.ts';
import type { Step } from '../step.ts';

/** Timestamp, access key, security token, signature, nonce - in this order, so that a nonce counts only once it is proven. */
export const authenticate: Step = async (exchange, { directory, nonces, auth, timestampWindowMs }) => {
  const common = known(exchange, 'common');
  const { receivedAtMs } = exchange;
  if (auth === 'off') {
    const accessKeyId = common.accessKeyId ?? builtInKey;
    const identity =
      (await directory.find(accessKeyId, receivedAtMs)) ?? (await directory.find(builtInKey, receivedAtMs));
    if (identity) exchange.identity = identity;
    return undefined;
  }
  const credentials = requireCredentials(common);
  if (isRefusal(credentials)) return credentials;
  const inTime = checkTimestamp(credentials.timestamp, receivedAtMs, timestampWindowMs);
  if (inTime !== true) return inTime;

  const { accessKeyId, securityToken } = credentials;
  const identity = await directory.find(accessKeyId, receivedAtMs);
  if (identity === undefined) return refuse('InvalidAccessKeyId.NotFound', { accessKeyId: shown(accessKeyId) });
  const { key } = identity;
  if (!key.active) return refuse('Forbidden.AccessKeyDisabled', { accessKeyId });
  if (key.securityToken !== '' && securityToken === undefined) return refuse('MissingSecurityToken', { accessKeyId });
  if (securityToken !== undefined && securityToken !== key.securityToken) {
    return refuse('InvalidSecurityToken.MismatchWithAccessKey', { accessKeyId });
  }
  const verified = verifySignature(exchange.request, known(exchange, 'parameters'), credentials, key.accessKeySecret);
  if (verified !== true) return verified;
  const fresh = nonces.use(accessKeyId, credentials.nonce, receivedAtMs);
  if (fresh !== true) return fresh;
  exchange.identity = identity;
  return undefined;
};
