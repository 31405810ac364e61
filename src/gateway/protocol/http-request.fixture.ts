import { Buffer } from 'node:buffer';
import type { HttpRequest } from '../http-message.ts';

/** A request for tests, received in plain text from this machine; `url` is path and query. */
export function httpRequest(
  method: string,
  url: string,
  { headers = {}, body = '' }: { headers?: Record<string, string>; body?: string | Buffer } = {},
): HttpRequest {
  const mark = url.indexOf('?');
  return {
    method,
    path: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? '' : url.slice(mark + 1),
    headers,
    body: Buffer.from(body),
    secure: false,
    remoteAddress: '127.0.0.1',
  };
}

export const formHeaders = { 'content-type': 'application/x-www-form-urlencoded' } as const;
