import type { HttpHandler, HttpRequest, HttpResponse } from './http-message.ts';

/** The names of this machine for itself. */
const loopback = /^(localhost|[^.]+\.localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/i;
/** The names that official clients call, which a hosts file may lead here. */
const official = /(^|\.)aliyuncs\.com$/i;
/** Names that nobody can register: of services of a compose file, of a machine as its containers and guests call it. */
const unregistered = /^([^.:[\]]+|.+\.(localhost|local|internal|test))$/i;
/** Addresses, to which a name cannot lead. Systems take 0.0.0.0 for this machine, and browsers not for a local one. */
const address = /^(?!0+\.)\d{1,3}(\.\d{1,3}){3}$/;

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

/**
 * Why an operation is not carried out for a request: what browsers add gives it away, or, since they add nothing to a
 * picture's or a rebound page's GET under a name that is not local, that it came under a name that a web page can have.
 */
export function foreignCall(request: HttpRequest, listening: string): string | undefined {
  const marked = foreignPage(request, listening);
  if (marked !== undefined) return marked;
  const { host, referer } = request.headers;
  if (referer !== undefined && hostOfOrigin(referer) !== host) return `its Referer is "${referer}"`;
  if (mayBeCalled(hostNameOf(host), listening)) return undefined;
  return `its Host is "${host ?? ''}", a name that any web page can have`;
}

/** Without a name comes what is older than HTTP/1.1, and no browser. */
function mayBeCalled(name: string, listening: string): boolean {
  return (
    isOwnName(name, listening) || official.test(name) || unregistered.test(name) || address.test(name) || name === ''
  );
}

/** Whether a name in a `Host` header is one that this server is meant by. */
export function isOwnName(name: string, listening: string): boolean {
  return loopback.test(name) || name === listening || !isLoopback(listening);
}

/** `null`, as sandboxed pages send it, has none. */
function hostOfOrigin(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}

/** Refuses the operations that web pages of other sites may have asked for, and hands on the rest. */
export function withoutForeignPages(
  handle: HttpHandler,
  listening: string,
  refused: (reason: string) => HttpResponse,
): HttpHandler {
  return (request) => {
    const reason = foreignCall(request, listening);
    return reason === undefined ? handle(request) : Promise.resolve(refused(reason));
  };
}
