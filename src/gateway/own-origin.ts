import type { HttpRequest } from './http-message.ts';
import { hostNameOf, isOwnName } from './web-pages.ts';

/** The address that a server listens on. */
export interface Listening {
  readonly host: string;
  readonly port: number;
}

/** A name or an address in brackets, and a port. */
const authority = /^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i;
const everyAddress: ReadonlySet<string> = new Set(['0.0.0.0', '::']);

/**
 * Where the sender of a request finds this server's own pages, `http://127.0.0.1:20140`: under the name it called, if
 * that is a name of this server; else under the address that it listens on.
 */
export function ownOrigin(
  request: Pick<HttpRequest, 'headers' | 'secure'> | undefined,
  { host, port }: Listening,
): string {
  const scheme = request?.secure === true ? 'https' : 'http';
  const called = request?.headers.host ?? '';
  if (authority.test(called) && isOwnName(hostNameOf(called), host)) {
    const origin = `${scheme}://${called}`;
    if (URL.canParse(origin)) return origin;
  }
  const name = everyAddress.has(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;
  return `${scheme}://${name}:${port}`;
}
