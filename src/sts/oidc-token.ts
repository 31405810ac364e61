import { parseJson } from '../operation/json.ts';
import type { Refusal } from '../operation/refusal.ts';
import { utcSeconds } from '../operation/time.ts';
import { refuse } from './refusals.ts';

/** What an OIDC token says. */
export interface OidcClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly audiences: readonly string[];
  readonly issuedAtMs: number | undefined;
  readonly expiresAtMs: number;
}

const longestToken = 20_000;

/**
 * Reads the claims of a JSON Web Token: `iss`, `sub`, `aud` and `exp` have to be there, and it must not have expired.
 * Who signed it is not looked at.
 */
export function readOidcToken(token: string, nowMs: number): OidcClaims | Refusal {
  const parts = token.split('.');
  const [header = '', payload = ''] = parts;
  if (token.length > longestToken) return invalid(`it has more than ${longestToken} characters`);
  if (parts.length !== 3) return invalid('it has not three parts divided by "."');
  const claims = objectIn(payload);
  if (objectIn(header) === undefined || claims === undefined) return invalid('a part of it is no JSON in base64url');
  const { iss, sub, aud, iat, exp } = claims;
  const audiences = typeof aud === 'string' ? [aud] : aud;
  if (!isText(iss) || !isText(sub)) return invalid('it has no iss or no sub');
  if (!Array.isArray(audiences) || audiences.length === 0 || !audiences.every(isText)) return invalid('it has no aud');
  if (!isTime(exp) || (iat !== undefined && !isTime(iat))) return invalid('its exp or iat is no time');
  const expiresAtMs = exp * 1000;
  if (nowMs >= expiresAtMs) {
    return refuse('AuthenticationFail.OIDCToken.Expired', { expiration: utcSeconds(expiresAtMs) });
  }
  const issuedAtMs = iat === undefined ? undefined : iat * 1000;
  return { issuer: iss, subject: sub, audiences, issuedAtMs, expiresAtMs };
}

function invalid(reason: string): Refusal {
  return refuse('AuthenticationFail.OIDCToken.Invalid', { reason });
}

function objectIn(part: string): Readonly<Record<string, unknown>> | undefined {
  const value = parseJson(Buffer.from(part, 'base64url').toString());
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** Seconds since 1970, up to the year 9999. */
const isTime = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value < 253_402_300_800;
