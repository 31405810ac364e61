import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import type { RequestRecord } from '../gateway/pipeline.ts';
import { readCommonParameters } from '../gateway/protocol/mode.ts';
import { parseParameters } from '../gateway/protocol/parse.ts';
import { isRefusal, type Refusal } from '../operation/refusal.ts';
import { RequestLog } from './request-log.ts';

const refusal: Refusal = {
  kind: 'refusal',
  code: 'SignatureDoesNotMatch',
  status: 400,
  message: `server string to sign is:${'m'.repeat(5_000_000)}`,
  accessDeniedDetail: { AuthResource: 'r'.repeat(1_000_000) },
};

/** A refused V1 or V3 call, with a long text wherever there can be one. */
function record(form: Readonly<Record<string, string>>, signed: 'V1' | 'V3' = 'V1'): RequestRecord {
  const long = 'x'.repeat(20_000);
  const authorization = `ACS3-HMAC-SHA256 Credential=${long},SignedHeaders=host;x-long,Signature=${long}`;
  const request = {
    ...{ method: 'POST', path: '/', query: '', secure: false, remoteAddress: '127.0.0.1' },
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      ...{ host: long, 'x-long': long, 'user-agent': long, 'x-acs-date': '0', 'x-acs-signature-nonce': '0' },
      ...(signed === 'V3' ? { authorization } : {}),
    },
    body: Buffer.from(new URLSearchParams(form).toString()),
  };
  const parameters = parseParameters(request);
  if (isRefusal(parameters)) throw new Error(parameters.message);
  const common = readCommonParameters(request, parameters);
  if (isRefusal(common)) throw new Error(common.message);
  return {
    exchange: {
      ...{ request, parameters, common, requestId: 'id', receivedAtMs: 0, format: 'json' },
      ...{ action: form.Action ?? '', version: form.Version ?? '', regionId: long },
    },
    refusal,
    error: undefined,
    answer: {
      status: 400,
      headers: {},
      body: JSON.stringify({ HostId: long, Message: refusal.message, AccessDeniedDetail: refusal.accessDeniedDetail }),
    },
    durationMs: 1,
  };
}

const v1 = {
  Signature: 's',
  SignatureMethod: 'HMAC-SHA1',
  SignatureVersion: '1.0',
  SignatureNonce: 'n',
  Timestamp: 't',
};

/** Characters in all texts of a value, names of members left out. */
function charactersOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, one) => sum + charactersOf(one), 0);
}

describe('what the log keeps', () => {
  const many = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`${'n'.repeat(400)}.${at}.Password`, 'p']));

  it.each([
    ['an action', record({ ...v1, AccessKeyId: 'k', Action: 'a'.repeat(5_000_000) }), 400_000],
    ['a version', record({ ...v1, AccessKeyId: 'k', Version: 'a'.repeat(5_000_000) }), 400_000],
    ['an access key', record({ ...v1, AccessKeyId: 'k'.repeat(5_000_000) }), 400_000],
    ['a parameter', record({ ...v1, AccessKeyId: 'k', Filler: 'f'.repeat(5_000_000) }), 500_000],
    ['names of secrets', record({ ...v1, AccessKeyId: 'k', ...many }), 1_500_000],
    ['headers', record({}, 'V3'), 400_000],
  ])('is bounded, and all of it counted: %s', (_, long, atMost) => {
    const log = new RequestLog({ count: 1 });
    log.record(long);
    const [kept] = log.newestFirst();
    const characters = charactersOf(kept);
    expect(characters).toBeLessThan(atMost);
    expect(kept?.sizeBytes).toBeGreaterThanOrEqual(2 * characters);
    expect(kept?.sizeBytes).toBeLessThan(2 * atMost + 500_000);
  });

  it('never exceeds its bytes, whatever is sent', () => {
    const bytes = 2_000_000;
    const log = new RequestLog({ count: 1_000, bytes });
    for (let at = 0; at < 20; at += 1) log.record(record({ ...v1, AccessKeyId: 'k', Action: 'a'.repeat(1_000_000) }));
    const kept = log.newestFirst();
    expect(kept.length).toBeGreaterThan(1);
    expect(2 * charactersOf(kept)).toBeLessThan(bytes);
  });
});
