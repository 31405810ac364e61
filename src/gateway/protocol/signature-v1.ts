import { Buffer } from 'node:buffer';
import { createHmac, hash } from 'node:crypto';
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
  const key = `${accessKeySecret}&`;
  const algorithm = signatureMethod === 'HMAC-SHA256' ? 'sha256' : 'sha1';
  if (key.length > blockBytes || !asciiOnly.test(key)) {
    return createHmac(algorithm, key).update(stringToSign).digest('base64');
  }
  if (key !== padded.key) padded = padsOf(key);
  // The definition of an HMAC in two one-shot hashes: half the time of an Hmac object, and nothing to collect.
  const inner = hash(algorithm, padded.inner + stringToSign, 'binary');
  return hash(algorithm, Buffer.from(padded.outer + inner, 'latin1'), 'base64');
}

/** What both hashes take in at once; longer keys are hashed first. */
const blockBytes = 64;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII
const asciiOnly = /^[\x00-\x7f]*$/;

/** The key of the last signature as its two hashes begin with it: mostly the next one is made with the same key. */
let padded = padsOf('');

function padsOf(key: string): { readonly key: string; readonly inner: string; readonly outer: string } {
  const bytes = Buffer.alloc(blockBytes);
  bytes.write(key, 'latin1');
  const pad = (by: number): string => Buffer.from(bytes.map((byte) => byte ^ by)).toString('latin1');
  return { key, inner: pad(0x36), outer: pad(0x5c) };
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
