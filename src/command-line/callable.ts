import { defaults } from '../options.ts';
import type { Configuration } from './server-options.ts';
import { urlHost } from './url-host.ts';

/** Addresses that a server listens on and no client can call. */
const everyAddress: readonly string[] = ['0.0.0.0', '::', ''];

/** The address by which clients on this machine call a server that listens on `host`. */
export function callableHost(host: string): string {
  return everyAddress.includes(host) ? defaults.host : host;
}

/** `host:port` for clients of a server that is configured so. */
export function callable({ host = defaults.host, port = defaults.port }: Configuration): string {
  return `${urlHost(callableHost(host))}:${port}`;
}
