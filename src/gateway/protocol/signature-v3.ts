import type { Buffer } from 'node:buffer';
import { createHmac, hash } from 'node:crypto';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import type { HttpRequest } from '../http-message.ts';
import { sameText } from './constant-time.ts';
import { percentEncode } from './encode.ts';
import type { Credentials } from './mode.ts';
import { refuse, shown } from './refusals.ts';

const algorithm = 'ACS3-HMAC-SHA256';
const hashOfNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

/** The headers every V3 signature must cover; without them a signed request could be given another meaning. */
const alwaysSigned = ['host', 'x-acs-action', 'x-acs-version', 'x-acs-date', 'x-acs-signature-nonce'] as const;

type EncodeName = (name: string) => string;

/**
 * The request in the one form that is hashed and signed: method, path, query, the signed headers, their names, the hash
 * of the body. Headers are taken as received, the Host with its port.
 *
 * @returns `IncompleteSignature` when a header named in SignedHeaders is not in the request, or named twice: a long one
 *   that is named thousands of times would make a small request a very large one
 */
export function canonicalRequestV3(
  request: Pick<HttpRequest, 'method' | 'path' | 'headers'>,
  query: ReadonlyMap<string, string>,
  signedHeaders: readonly string[],
  bodyHash: string,
  encodeName: EncodeName = percentEncode,
): string | Refusal {
  let headerLines = '';
  const fields = new Set<string>();
  for (const name of signedHeaders) {
    const field = name.toLowerCase();
    if (fields.size === fields.add(field).size) return refuse('RepeatedSignedHeader', { name: shown(name) });
    const value = Object.hasOwn(request.headers, field) ? request.headers[field] : undefined;
    if (value === undefined) return refuse('AbsentSignedHeader', { name: shown(name) });
    headerLines += `${name}:${value.trim()}\n`;
  }
  const path = canonicalPath(request.path);
  const queryText = canonicalQuery(query, encodeName);
  return `${request.method}\n${path}\n${queryText}\n${headerLines}\n${signedHeaders.join(';')}\n${bodyHash}`;
}

function canonicalPath(path: string): string {
  if (path === '/' || path === '') return '/';
  return path.replaceAll('+', '%20').replaceAll('*', '%2A').replaceAll('%7E', '~');
}

/** Parameters as they are signed: sorted by name and encoded, `&` between them. */
export function canonicalQuery(query: ReadonlyMap<string, string>, encodeName: EncodeName = percentEncode): string {
  let text = '';
  for (const name of [...query.keys()].sort()) {
    const pair = `${encodeName(name)}=${percentEncode(query.get(name) ?? '')}`;
    text = text === '' ? pair : `${text}&${pair}`;
  }
  return text;
}

/** The string a V3 signature signs: the algorithm and the hash of the canonical request. */
export function stringToSignV3(canonicalRequest: string): string {
  return `${algorithm}\n${hash('sha256', canonicalRequest, 'hex')}`;
}

/** The hexadecimal V3 signature of a string to sign. */
export function signV3(stringToSign: string, accessKeySecret: string): string {
  return createHmac('sha256', accessKeySecret).update(stringToSign).digest('hex');
}

/** The hexadecimal SHA-256 of a body. */
export function bodyHashV3(body: Buffer): string {
  return body.length === 0 ? hashOfNothing : hash('sha256', body, 'hex');
}

/**
 * Checks a V3 signature over the request as received: `true`, `SignatureDoesNotMatch`, or `IncompleteSignature` when it
 * does not cover what it must, or when `x-acs-content-sha256` is not the hash of the body.
 */
export function verifyV3(
  request: HttpRequest,
  query: ReadonlyMap<string, string>,
  credentials: Credentials,
  accessKeySecret: string,
): true | Refusal {
  const { signature, signedHeaders } = credentials;
  for (const name of alwaysSigned) {
    if (!signedHeaders.includes(name)) return refuse('UnsignedHeader', { name });
  }
  const bodyHash = bodyHashV3(request.body);
  const canonicalRequest = canonicalRequestV3(request, query, signedHeaders, bodyHash);
  if (isRefusal(canonicalRequest)) return canonicalRequest;

  const stringToSign = stringToSignV3(canonicalRequest);
  if (
    !sameText(signV3(stringToSign, accessKeySecret), signature) &&
    !matchesWithRawNames(request, query, credentials, accessKeySecret, bodyHash)
  ) {
    return refuse('SignatureDoesNotMatch', { stringToSign });
  }
  const claimedHash = request.headers['x-acs-content-sha256'];
  if (claimedHash !== undefined && claimedHash.toLowerCase() !== bodyHash) {
    return refuse('ContentHashMismatch', { value: shown(claimedHash), expected: bodyHash });
  }
  return true;
}

/**
 * The TypeScript SDK signs query names without encoding them, which matters only for names with unusual characters.
 * Names that could be read as several parameters are not accepted in this form.
 */
function matchesWithRawNames(
  request: HttpRequest,
  query: ReadonlyMap<string, string>,
  { signature, signedHeaders }: Credentials,
  accessKeySecret: string,
  bodyHash: string,
): boolean {
  const names = [...query.keys()];
  if (names.every((name) => percentEncode(name) === name) || names.some((name) => /[&=\n]/.test(name))) return false;
  const canonicalRequest = canonicalRequestV3(request, query, signedHeaders, bodyHash, (name) => name);
  return !isRefusal(canonicalRequest) && sameText(signV3(stringToSignV3(canonicalRequest), accessKeySecret), signature);
}
