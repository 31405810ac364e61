import { createHmac } from 'node:crypto';
import type { Refusal } from '../../operation/refusal.ts';
import { sameText } from './constant-time.ts';
import { percentEncodeTwice } from './encode.ts';
import type { Credentials } from './mode.ts';
import { refuse } from './refusals.ts';

/**
 * The string a V1 (RPC, SignatureVersion 1.0) signature signs: the method, the path `/`, and every parameter of query
 * and form except `Signature`, sorted by name; names and values end up encoded twice.
 */
export function stringToSignV1(method: string, parameters: ReadonlyMap<string, string>): string {
  let signed = '';
  for (const name of [...parameters.keys()].sort()) {
    if (name === 'Signature') continue;
    const pair = `${percentEncodeTwice(name)}%3D${percentEncodeTwice(parameters.get(name) ?? '')}`;
    signed = signed === '' ? pair : `${signed}%26${pair}`;
  }
  return `${method}&%2F&${signed}`;
}

/**
 * The base64 V1 signature of a string to sign.
 *
 * @param signatureMethod `HMAC-SHA1`, which every client sends, or `HMAC-SHA256`
 */
export function signV1(stringToSign: string, accessKeySecret: string, signatureMethod: string): string {
  const algorithm = signatureMethod === 'HMAC-SHA256' ? 'sha256' : 'sha1';
  return createHmac(algorithm, `${accessKeySecret}&`).update(stringToSign).digest('base64');
}

/** Checks a V1 signature over all parameters of query and form: `true` or `SignatureDoesNotMatch`. */
export function verifyV1(
  method: string,
  parameters: ReadonlyMap<string, string>,
  credentials: Credentials,
  accessKeySecret: string,
): true | Refusal {
  const stringToSign = stringToSignV1(method, parameters);
  const expected = signV1(stringToSign, accessKeySecret, credentials.signatureMethod);
  return sameText(expected, credentials.signature) || refuse('SignatureDoesNotMatch', { stringToSign });
}
