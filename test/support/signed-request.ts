import { randomUUID } from 'node:crypto';
import { flatten, type Parameters, type Product, send, signV1, versions, type WireAnswer } from './signed-client.ts';

/** A key pair as a client holds it. */
export interface KeyPair {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

/** What a test wants to be different from a request that is in order. */
export interface RequestChanges {
  readonly method?: 'GET' | 'POST';
  /** Common parameters in place of the usual ones, before signing; undefined leaves one out. */
  readonly common?: Readonly<Record<string, string | undefined>>;
  /** Parameters already flat, such as a list with gaps. */
  readonly flat?: Readonly<Record<string, string>>;
  /** The last word over the encoded text, after signing. */
  readonly spoil?: (encoded: string) => string;
}

/** The encoded parameters of a call, signed by the first scheme: a query for GET, a form for POST. */
export function signedParameters(
  key: KeyPair,
  product: Product,
  action: string,
  parameters: Parameters,
  { method = 'POST', common = {}, flat = {}, spoil = (encoded) => encoded }: RequestChanges = {},
): string {
  const all: Record<string, string | undefined> = {
    ...flatten(parameters),
    ...flat,
    Action: action,
    Version: versions[product],
    Format: 'JSON',
    AccessKeyId: key.accessKeyId,
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    SignatureNonce: randomUUID(),
    Timestamp: `${new Date().toISOString().slice(0, 19)}Z`,
    ...common,
  };
  const present = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const signed: Record<string, string> = Object.fromEntries(present);
  const Signature = signV1(method, signed, key.accessKeySecret);
  return spoil(new URLSearchParams({ ...signed, Signature }).toString());
}

/** Sends a call by GET, all of it in the query, or by POST, all of it in the form. */
export function callWith(
  port: number,
  key: KeyPair,
  product: Product,
  action: string,
  parameters: Parameters,
  changes: RequestChanges = {},
): Promise<WireAnswer> {
  const encoded = signedParameters(key, product, action, parameters, changes);
  if (changes.method === 'GET') return send(port, 'GET', `/?${encoded}`);
  return send(port, 'POST', '/', encoded, { 'content-type': 'application/x-www-form-urlencoded' });
}
