import type { Refusal } from '../../operation/refusal.ts';
import type { HttpRequest } from '../http-message.ts';
import type { RequestParameters } from './parse.ts';
import { refuse, shown } from './refusals.ts';

/**
 * How a request says who calls: `V1` signs its parameters, `V3` signs its headers (ACS3), `bearer` carries a bearer
 * token, `anonymous` says nothing.
 */
export type AuthenticationMode = 'V1' | 'V3' | 'bearer' | 'anonymous';

/** The common parameters of a request, from wherever its mode puts them. What is absent or empty is `undefined`. */
export interface CommonParameters {
  readonly mode: AuthenticationMode;
  readonly action: string | undefined;
  readonly version: string | undefined;
  readonly format: string | undefined;
  readonly accessKeyId: string | undefined;
  readonly securityToken: string | undefined;
  readonly bearerToken: string | undefined;
  /** As sent, see `checkTimestamp`. */
  readonly timestamp: string | undefined;
  readonly nonce: string | undefined;
  /** `HMAC-SHA1` or the like in V1, `ACS3-HMAC-SHA256` or the like in V3. */
  readonly signatureMethod: string | undefined;
  /** V1 only. */
  readonly signatureVersion: string | undefined;
  readonly signature: string | undefined;
  /** V3 only: the header names the signature covers, as sent. */
  readonly signedHeaders: readonly string[];
}

/** What a signed request certainly carries, once `requireCredentials` has looked. */
export interface Credentials {
  readonly mode: 'V1' | 'V3';
  readonly accessKeyId: string;
  readonly securityToken: string | undefined;
  readonly timestamp: string;
  readonly nonce: string;
  readonly signatureMethod: string;
  readonly signature: string;
  readonly signedHeaders: readonly string[];
}

const authorizationForm = /^(ACS3-[\w-]+) +Credential=([^,\s]+), *SignedHeaders=([^,\s]+), *Signature=([^,\s]+)$/;
const none: readonly string[] = [];

/**
 * Tells the mode of a request and gathers its common parameters. `x-acs-action` alone does not mean V3, since clients
 * send it with V1 too: only an `Authorization` beginning `ACS3-` does. Action, Version and SecurityToken are taken from
 * the parameters first and from the headers else. Refuses only an Authorization header it cannot read.
 */
export function readCommonParameters(request: HttpRequest, { all }: RequestParameters): CommonParameters | Refusal {
  const { headers } = request;
  const authorization = headers.authorization;
  const action = filled(all.get('Action')) ?? filled(headers['x-acs-action']);
  const version = filled(all.get('Version')) ?? filled(headers['x-acs-version']);
  const format = filled(all.get('Format'));

  if (authorization?.startsWith('ACS3-') === true) {
    const parts = authorizationForm.exec(authorization);
    if (parts === null) return refuse('MalformedAuthorization');
    const [, signatureMethod, accessKeyId, signedHeaders = '', signature] = parts;
    return {
      mode: 'V3',
      action,
      version,
      format,
      accessKeyId,
      securityToken: filled(all.get('SecurityToken')) ?? filled(headers['x-acs-security-token']),
      bearerToken: undefined,
      timestamp: filled(headers['x-acs-date']),
      nonce: filled(headers['x-acs-signature-nonce']),
      signatureMethod,
      signatureVersion: undefined,
      signature,
      signedHeaders: signedHeaders.split(';'),
    };
  }

  const accessKeyId = filled(all.get('AccessKeyId'));
  const signature = filled(all.get('Signature'));
  const bearerToken = filled(all.get('BearerToken')) ?? filled(headers['x-acs-bearer-token']);
  const isV1 = accessKeyId !== undefined || signature !== undefined;
  if (!isV1 && bearerToken === undefined && authorization !== undefined) return refuse('MalformedAuthorization');
  return {
    mode: isV1 ? 'V1' : bearerToken === undefined ? 'anonymous' : 'bearer',
    action,
    version,
    format,
    accessKeyId,
    securityToken: filled(all.get('SecurityToken')),
    bearerToken: isV1 ? undefined : bearerToken,
    timestamp: filled(all.get('Timestamp')),
    nonce: filled(all.get('SignatureNonce')),
    signatureMethod: filled(all.get('SignatureMethod')),
    signatureVersion: filled(all.get('SignatureVersion')),
    signature,
    signedHeaders: none,
  };
}

/** The Action and Version a request must have to be any operation at all, or `MissingParameter`. */
export function requireOperation(common: CommonParameters): { action: string; version: string } | Refusal {
  const { action, version } = common;
  if (action === undefined) return refuse('MissingParameter', { name: 'Action' });
  if (version === undefined) return refuse('MissingParameter', { name: 'Version' });
  return { action, version };
}

const v1Methods: readonly string[] = ['HMAC-SHA1', 'HMAC-SHA256'];
const v3Methods: readonly string[] = ['ACS3-HMAC-SHA256'];

/**
 * Everything a signature needs, or `MissingParameter` naming what is not there (`AccessKeyId` for a request that is
 * bearer or anonymous), or `InvalidParamater` for a signature method or version that is not supported.
 */
export function requireCredentials(common: CommonParameters): Credentials | Refusal {
  const isV3 = common.mode === 'V3';
  const { accessKeyId, signature, signatureMethod, timestamp, nonce, securityToken, signedHeaders } = common;
  if (accessKeyId === undefined) return refuse('MissingParameter', { name: 'AccessKeyId' });
  if (signature === undefined) return refuse('MissingParameter', { name: 'Signature' });
  if (signatureMethod === undefined) return refuse('MissingParameter', { name: 'SignatureMethod' });
  if (!isV3 && common.signatureVersion === undefined) return refuse('MissingParameter', { name: 'SignatureVersion' });
  if (timestamp === undefined) return refuse('MissingParameter', { name: isV3 ? 'x-acs-date' : 'Timestamp' });
  if (nonce === undefined) {
    return refuse('MissingParameter', { name: isV3 ? 'x-acs-signature-nonce' : 'SignatureNonce' });
  }

  const supported = isV3 ? v3Methods : v1Methods;
  if (!supported.includes(signatureMethod)) {
    return unsupported(isV3 ? 'signature algorithm' : 'SignatureMethod', signatureMethod, supported.join(' or '));
  }
  if (!isV3 && common.signatureVersion !== '1.0') {
    return unsupported('SignatureVersion', common.signatureVersion ?? '', '1.0');
  }
  return {
    mode: isV3 ? 'V3' : 'V1',
    accessKeyId,
    securityToken,
    timestamp,
    nonce,
    signatureMethod,
    signature,
    signedHeaders,
  };
}

function unsupported(name: string, value: string, supported: string): Refusal {
  return refuse('UnsupportedSignature', { name, value: shown(value), supported });
}

function filled(text: string | undefined): string | undefined {
  return text === '' ? undefined : text;
}
