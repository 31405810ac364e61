import type { Logger } from 'pino';
import type { RequestRecord } from './gateway/pipeline.ts';

/** Logs each request at debug level, and a defect of the server at error level. Secrets and signatures never appear. */
export function recorder(log: Logger): (record: RequestRecord) => void {
  return ({ exchange, refusal, error }) => {
    const { requestId, action } = exchange;
    if (error !== undefined) log.error({ requestId, action, err: error }, 'the request failed');
    if (!log.isLevelEnabled('debug')) return;
    const accountId = exchange.identity?.account.accountId;
    log.debug({ requestId, action, accountId, status: refusal?.status ?? 200, code: refusal?.code }, 'request');
  };
}
