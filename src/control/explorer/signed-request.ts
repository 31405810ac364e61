import { Buffer } from 'node:buffer';
import type { HttpRequest } from '../../gateway/http-message.ts';
import { percentEncode } from '../../gateway/protocol/encode.ts';
import { signV1, stringToSignV1 } from '../../gateway/protocol/signature-v1.ts';
import {
  bodyHashV3,
  canonicalQuery,
  canonicalRequestV3,
  signV3,
  stringToSignV3,
} from '../../gateway/protocol/signature-v3.ts';
import { isRefusal } from '../../operation/refusal.ts';
import type { SignedRequest } from './signature-steps.ts';

/** A call that is to be signed. */
export interface UnsignedCall {
  readonly action: string;
  readonly version: string;
  /** As they travel: flat names and texts. */
  readonly parameters: readonly (readonly [name: string, value: string])[];
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken: string | undefined;
  readonly method: 'GET' | 'POST';
  readonly format: 'JSON' | 'XML';
  /** The `Host` header that the request will have. */
  readonly host: string;
  /** When it is sent, without milliseconds: `2026-01-02T03:04:05Z`. */
  readonly timestamp: string;
  /** A text that no other request of the key has. */
  readonly nonce: string;
}

const form = 'application/x-www-form-urlencoded';

/** By the first scheme, whose signature is a parameter: all of them are in the query of a GET, in the form of a POST. */
export function signedByV1(call: UnsignedCall): SignedRequest {
  const { method, accessKeySecret, securityToken } = call;
  const parameters = new Map(call.parameters);
  parameters.set('Action', call.action).set('Version', call.version).set('Format', call.format);
  parameters.set('AccessKeyId', call.accessKeyId).set('SignatureMethod', 'HMAC-SHA1').set('SignatureVersion', '1.0');
  parameters.set('SignatureNonce', call.nonce).set('Timestamp', call.timestamp);
  if (securityToken !== undefined) parameters.set('SecurityToken', securityToken);
  const stringToSign = stringToSignV1(method, parameters);
  const signature = signV1(stringToSign, accessKeySecret, 'HMAC-SHA1');
  const query = canonicalQuery(parameters);
  const sent = `${query}&Signature=${percentEncode(signature)}`;
  return {
    canonicalQuery: query,
    stringToSign,
    signingKey: `${accessKeySecret}&`,
    signature,
    request: {
      method,
      path: method === 'GET' ? `/?${sent}` : '/',
      headers: { host: call.host, ...(method === 'GET' ? {} : { 'content-type': form }) },
      body: method === 'GET' ? '' : sent,
    },
  };
}

/** By the third scheme, whose signature is a header: the parameters are the query of a GET, the form of a POST. */
export function signedByV3(call: UnsignedCall): SignedRequest {
  const { method, accessKeyId, accessKeySecret, securityToken } = call;
  const parameters = new Map(call.parameters);
  // JSON is what it answers anyhow.
  if (call.format === 'XML') parameters.set('Format', call.format);
  const inQuery = method === 'GET';
  const text = canonicalQuery(parameters);
  const body = inQuery ? '' : text;
  const headers: Record<string, string> = {
    ...(inQuery ? {} : { 'content-type': form }),
    host: call.host,
    'x-acs-action': call.action,
    'x-acs-content-sha256': bodyHashV3(Buffer.from(body)),
    'x-acs-date': call.timestamp,
    ...(securityToken === undefined ? {} : { 'x-acs-security-token': securityToken }),
    'x-acs-signature-nonce': call.nonce,
    'x-acs-version': call.version,
  };
  const signedHeaders = Object.keys(headers).sort();
  const query = inQuery ? parameters : new Map<string, string>();
  const request: Pick<HttpRequest, 'method' | 'path' | 'headers'> = { method, path: '/', headers };
  const canonicalRequest = canonicalRequestV3(request, query, signedHeaders, bodyHashV3(Buffer.from(body)));
  if (isRefusal(canonicalRequest)) throw new TypeError(canonicalRequest.message);
  const stringToSign = stringToSignV3(canonicalRequest);
  const signature = signV3(stringToSign, accessKeySecret);
  const proof = `Credential=${accessKeyId},SignedHeaders=${signedHeaders.join(';')},Signature=${signature}`;
  return {
    canonicalQuery: inQuery ? text : '',
    canonicalRequest,
    stringToSign,
    signingKey: accessKeySecret,
    signature,
    request: {
      method,
      path: inQuery && text !== '' ? `/?${text}` : '/',
      headers: { ...headers, authorization: `ACS3-HMAC-SHA256 ${proof}` },
      body,
    },
  };
}
