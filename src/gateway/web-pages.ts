import type { HttpHandler, HttpRequest, HttpResponse } from './http-message.ts';

/** The names of this machine for itself. */
const loopback = /^(localhost|[^.]+\.localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/i;
/** The names that official clients call, which a hosts file may lead here. */
const official = /(^|\.)aliyuncs\.com$/i;

/** Whether an address to listen on can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return loopback.test(host);
}

/** The host of a `Host` header without its port; empty when there is none. */
export function hostNameOf(header: string | undefined): string {
  return (header ?? '').replace(/:\d+$/, '');
}

/**
 * Why a request is refused that a browser sent for a web page of another site; undefined for every other. No client of
 * the protocol sends what browsers add. The built-in key's secret is known to all, so its signature is no protection.
 * @param listening the address that this server listens on
 */
export function foreignPage({ headers }: HttpRequest, listening: string): string | undefined {
  const { origin, host, 'sec-fetch-site': site } = headers;
  if (origin === undefined && site === undefined) return undefined;
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return `it comes from another site (${site})`;
  if (origin !== undefined && hostOfOrigin(origin) !== host) return `its Origin is "${origin}"`;
  // A name that a page's own server leads to this machine makes the page one of this origin.
  const name = hostNameOf(host);
  if (isOwnName(name, listening) || official.test(name)) return undefined;
  return `its Host is "${host ?? ''}"`;
}

/** Whether a name in a `Host` header is one that this server is meant by. */
export function isOwnName(name: string, listening: string): boolean {
  return loopback.test(name) || name === listening || !isLoopback(listening);
}

/** `null`, as sandboxed pages send it, has none. */
function hostOfOrigin(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** Refuses what web pages of other sites ask, and hands on the rest. */
export function withoutForeignPages(
  handle: HttpHandler,
  listening: string,
  refused: (reason: string) => HttpResponse,
): HttpHandler {
  return (request) => {
    const reason = foreignPage(request, listening);
    return reason === undefined ? handle(request) : Promise.resolve(refused(reason));
  };
}
