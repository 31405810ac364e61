import { createHash, createHmac, randomUUID } from 'node:crypto';
import type { OutgoingHttpHeaders } from 'node:http';
import { flatten, formHeaders, type Parameters, type Product, signV1, versions } from '../support/signed-client.ts';
import type { KeyPair } from '../support/signed-request.ts';

/** One call as a program asks its client for it. Undefined values are not sent, empty texts are. */
export interface ClientCall {
  readonly key: KeyPair;
  /** `host:port` */
  readonly host: string;
  readonly regionId: string;
  readonly product: Product;
  readonly action: string;
  readonly parameters: Parameters;
  /** What the client puts into the query although it has a body: Terraform does so with a few ids. */
  readonly query?: Parameters | undefined;
}

/** One request as it goes over the socket. */
export interface WireRequest {
  readonly method: 'GET' | 'POST';
  /** The path with its query. */
  readonly path: string;
  readonly headers: OutgoingHttpHeaders;
  readonly body: string;
  /** What the client signed, to compare with what the server says it signed. */
  readonly stringToSign: string;
}

/** How a kind of client puts a call on the wire. */
export type Wire = (call: ClientCall) => WireRequest;

/**
 * Terraform's untyped calls (`tea-rpc`): a POST with everything of the protocol in the query and the parameters in the
 * form, one V1 signature over both.
 */
export const teaRpc: Wire = (call) => {
  const form = flatten(call.parameters);
  const common = { ...v1Common(call, 'json'), AcceptLanguage: 'en-US', ...flatten(call.query ?? {}) };
  const { signed, stringToSign } = signedV1('POST', common, form, call.key);
  return { method: 'POST', path: `/?${encoded(signed)}`, headers: formHeaders, body: encoded(form), stringToSign };
};

/**
 * The Go SDK of the first generation, typed: a POST with everything in the query and no body. It adds the region of the
 * client, and an empty SignatureType; empty texts of the program are left out.
 */
export const sdkV1: Wire = (call) => {
  const given = Object.entries(flatten({ ...call.parameters, ...call.query })).filter(([, value]) => value !== '');
  return sdkV1Common({ ...call, parameters: Object.fromEntries(given), query: undefined });
};

/** The same SDK's untyped calls (`CommonRequest`), as the CLI makes them too: what is an empty text is sent as one. */
export const sdkV1Common: Wire = (call) => {
  const all = {
    ...v1Common(call, 'JSON'),
    SignatureType: '',
    RegionId: call.regionId,
    ...flatten({ ...call.parameters, ...call.query }),
  };
  const { signed, stringToSign } = signedV1('POST', all, {}, call.key);
  return { method: 'POST', path: `/?${encoded(signed)}`, headers: formHeaders, body: '', stringToSign };
};

/** The SDKs of the second generation: a POST with the parameters in the query, the rest in signed headers (ACS3). */
export const acs3: Wire = ({ key, host, product, action, parameters, query }) => {
  const all = flatten({ ...parameters, ...query });
  const signedHeaders: Record<string, string> = {
    host,
    'x-acs-action': action,
    'x-acs-content-sha256': createHash('sha256').update('').digest('hex'),
    'x-acs-date': now(),
    'x-acs-signature-nonce': randomUUID(),
    'x-acs-version': versions[product],
  };
  const names = Object.keys(signedHeaders).sort();
  const canonical = [
    'POST',
    '/',
    encoded(all),
    ...names.map((name) => `${name}:${signedHeaders[name]}`),
    '',
    names.join(';'),
    signedHeaders['x-acs-content-sha256'],
  ].join('\n');
  const stringToSign = `ACS3-HMAC-SHA256\n${createHash('sha256').update(canonical).digest('hex')}`;
  const signature = createHmac('sha256', key.accessKeySecret).update(stringToSign).digest('hex');
  const authorization = `ACS3-HMAC-SHA256 Credential=${key.accessKeyId},SignedHeaders=${names.join(';')},Signature=${signature}`;
  const headers = { ...signedHeaders, accept: 'application/json', authorization };
  return { method: 'POST', path: `/?${encoded(all)}`, headers, body: '', stringToSign };
};

function v1Common({ key, product, action }: ClientCall, format: string): Record<string, string> {
  return {
    Action: action,
    Version: versions[product],
    Format: format,
    Timestamp: now(),
    SignatureNonce: randomUUID(),
    SignatureMethod: 'HMAC-SHA1',
    SignatureVersion: '1.0',
    AccessKeyId: key.accessKeyId,
  };
}

/** The query with its signature, which covers the form too. */
function signedV1(
  method: 'GET' | 'POST',
  query: Readonly<Record<string, string>>,
  form: Readonly<Record<string, string>>,
  key: KeyPair,
): { signed: Record<string, string>; stringToSign: string } {
  const all = { ...query, ...form };
  return {
    signed: { ...query, Signature: signV1(method, all, key.accessKeySecret) },
    stringToSign: `${method}&%2F&${encode(encoded(all))}`,
  };
}

/** Pairs in the order of their names, as all of these clients sort what they sign. */
function encoded(parameters: Readonly<Record<string, string>>): string {
  return Object.keys(parameters)
    .sort()
    .map((name) => `${encode(name)}=${encode(parameters[name] ?? '')}`)
    .join('&');
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
