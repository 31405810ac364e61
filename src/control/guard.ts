import { timingSafeEqual } from 'node:crypto';
import type { HttpHandler, HttpRequest, HttpResponse } from '../gateway/http-message.ts';
import { foreignPage, hostNameOf, isLoopback, isOwnName } from '../gateway/web-pages.ts';
import { controlPrefix } from './prefix.ts';

/** Who may use the control API. */
export interface ControlAccess {
  /** The address that the server listens on. */
  readonly host: string;
  /** What a call has to bring along as `Authorization: Bearer`; undefined asks for nothing on loopback. */
  readonly token: string | undefined;
}

/** Refuses calls of the control API by web pages, under foreign names, and without the token where one is needed. */
export function guardControl(handle: HttpHandler, access: ControlAccess): HttpHandler {
  return (request) => {
    const refusal = refusalOf(request, access);
    return refusal === undefined ? handle(request) : Promise.resolve(refusal);
  };
}

function refusalOf(request: HttpRequest, { host, token }: ControlAccess): HttpResponse | undefined {
  const foreign = foreignPage(request, host);
  if (foreign !== undefined) return refused(403, `the control API takes no calls of other web sites: ${foreign}`);
  const name = hostNameOf(request.headers.host);
  if (!isOwnName(name, host)) return refused(403, `the control API is not served under the name "${name}"`);
  // Whoever watches over the server can ask whether it is well.
  if (request.path === `${controlPrefix}/health`) return undefined;
  if (token === undefined) {
    if (isLoopback(host)) return undefined;
    return refused(403, `the server listens on ${host}: the control API is closed unless --control-token is given`);
  }
  if (isSame(request.headers.authorization ?? '', `Bearer ${token}`)) return undefined;
  return refused(401, 'the control API needs the header "Authorization: Bearer TOKEN" with the token of the server');
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function refused(status: number, error: string): HttpResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ error }) };
}
