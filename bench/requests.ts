import { randomUUID } from 'node:crypto';
import { flatten, type Parameters, type Product, signV1, versions } from '../test/support/signed-client.ts';

/** The bytes of one signed call, a form as most clients send it. */
export function signedRequest(product: Product, action: string, parameters: Parameters): Buffer {
  const all: Record<string, string> = {
    ...flatten(parameters),
    Action: action,
    Version: versions[product],
    Format: 'JSON',
    AccessKeyId: 'localyun',
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: randomUUID(),
    Timestamp: `${new Date().toISOString().slice(0, 19)}Z`,
  };
  const body = new URLSearchParams({ ...all, Signature: signV1('POST', all, 'localyun') }).toString();
  return Buffer.from(
    `POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
  );
}
