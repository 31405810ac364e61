import { timingSafeEqual } from 'node:crypto';
import type { HttpBody, HttpHandler, HttpRequest, HttpResponse } from '../gateway/http-message.ts';
import { foreignPage, hostNameOf, isLoopback, isOwnName } from '../gateway/web-pages.ts';
import { isConsolePath } from './console-files.ts';
import { controlPrefix } from './prefix.ts';

/** Who may use the control API. */
export interface ControlAccess {
  /** The address that the server listens on. */
  readonly host: string;
  /** What a call has to bring along as `Authorization: Bearer`; undefined asks for nothing on loopback. */
  readonly token: string | undefined;
}

/** Refuses calls of the control API by web pages, under foreign names, and without the token where one is needed. */
export function guardControl(handle: HttpHandler<HttpBody>, access: ControlAccess): HttpHandler<HttpBody> {
  return (request) => {
    const refusal = refusalOf(request, access);
    return refusal === undefined ? handle(request) : Promise.resolve(refusal);
  };
}

function refusalOf(request: HttpRequest, { host, token }: ControlAccess): HttpResponse | undefined {
  const foreign = isOpenedByHand(request) ? undefined : foreignPage(request, host);
  if (foreign !== undefined) return refused(403, `the control API takes no calls of other web sites: ${foreign}`);
  const name = hostNameOf(request.headers.host);
  if (!isOwnName(name, host)) return refused(403, `the control API is not served under the name "${name}"`);
  // Whoever watches over the server can ask whether it is well; the console asks its reader for the token.
  if (request.path === `${controlPrefix}/health` || isConsolePath(request.path)) return undefined;
  if (token === undefined) {
    if (isLoopback(host)) return undefined;
    return refused(403, `the server listens on ${host}: the control API is closed unless --control-token is given`);
  }
  if (isSame(request.headers.authorization ?? '', `Bearer ${token}`)) return undefined;
  return refused(401, 'the control API needs the header "Authorization: Bearer TOKEN" with the token of the server');
}

/** Following a link to the console is not a call: its page has no state in it, and cannot be framed. */
function isOpenedByHand({ method, path, headers }: HttpRequest): boolean {
  return (
    method === 'GET' &&
    path === `${controlPrefix}/` &&
    headers['sec-fetch-mode'] === 'navigate' &&
    headers['sec-fetch-dest'] === 'document'
  );
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function refused(status: number, error: string): HttpResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify({ error }) };
}
