import { Buffer } from 'node:buffer';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { HttpRequest } from '../http-message.ts';

/** The body of every request that has none. */
export const EMPTY_BODY: Buffer = Buffer.alloc(0);

/** Tells whether the headers announce a body, of whatever method. */
export function hasBody(message: IncomingMessage): boolean {
  const length = message.headers['content-length'];
  return message.headers['transfer-encoding'] !== undefined || (length !== undefined && length !== '0');
}

/** Tells whether the announced length alone is too much. */
export function announcesMoreThan(message: IncomingMessage, maxBytes: number): boolean {
  const length = message.headers['content-length'];
  return length !== undefined && Number(length) > maxBytes;
}

/**
 * Reads the body, chunked or not. `done` gets it once it is complete, or undefined as soon as it is larger than
 * `maxBytes`, with the rest unread. It is not called when the client goes away first.
 */
export function receiveBody(
  message: IncomingMessage,
  maxBytes: number,
  done: (body: Buffer | undefined) => void,
): void {
  if (announcesMoreThan(message, maxBytes)) {
    done(undefined);
    return;
  }
  const chunks: Buffer[] = [];
  let length = 0;
  const onData = (chunk: Buffer): void => {
    length += chunk.length;
    chunks.push(chunk);
    if (length > maxBytes) {
      message.off('data', onData);
      message.off('end', onEnd);
      done(undefined);
    }
  };
  const onEnd = (): void => {
    done(chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks, length));
  };
  message.on('data', onData);
  message.on('end', onEnd);
  message.on('error', ignore);
}

function ignore(): void {}

/** The request as the gateway sees it. */
export function toHttpRequest(message: IncomingMessage, body: Buffer): HttpRequest {
  const target = targetOf(message.url ?? '/');
  const mark = target.indexOf('?');
  const socket = message.socket as Socket & { readonly encrypted?: boolean };
  return {
    method: message.method ?? 'GET',
    path: mark === -1 ? target : target.slice(0, mark),
    query: mark === -1 ? '' : target.slice(mark + 1),
    headers: headersOf(message),
    body,
    secure: socket.encrypted === true,
    remoteAddress: addressOf(socket),
  };
}

/** The request target without the scheme and authority that a client which takes this server for a proxy puts before it. */
function targetOf(url: string): string {
  if (url.charCodeAt(0) === 0x2f) return url;
  const rest = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*(.*)$/is.exec(url)?.[1];
  if (rest === undefined) return url;
  return rest.startsWith('/') ? rest : `/${rest}`;
}

/** Node gives every header as text except `set-cookie`, which has no place in a request. */
function headersOf(message: IncomingMessage): HttpRequest['headers'] {
  const headers = message.headers;
  if (headers['set-cookie'] === undefined) return headers as HttpRequest['headers'];
  return { ...headers, 'set-cookie': headers['set-cookie'].join(', ') } as HttpRequest['headers'];
}

/** The client's address; an IPv4 client of a socket that listens on IPv6 has its IPv4 address. */
function addressOf(socket: Socket): string {
  const address = socket.remoteAddress ?? '';
  return address.startsWith('::ffff:') ? address.slice('::ffff:'.length) : address;
}
