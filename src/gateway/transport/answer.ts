import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import type { HttpResponse } from '../http-message.ts';

/** What is still read, and for how long, from a client that was refused while it was sending. */
const LINGER_MAX_BYTES = 16 * 1024 * 1024;
const LINGER_TIMEOUT_MS = 1_000;

/**
 * Writes one answer in one piece with its exact length. Does nothing when the client has gone.
 * @throws TypeError when a header of the answer is not valid; nothing has been sent then.
 */
export function writeAnswer(response: ServerResponse, answer: HttpResponse, lastOfConnection: boolean): void {
  if (response.destroyed) return;
  const headers: string[] = [];
  for (const name in answer.headers) headers.push(name, answer.headers[name] as string);
  if (answer.status !== 204 && answer.status !== 304) {
    headers.push('Content-Length', String(Buffer.byteLength(answer.body)));
  }
  if (lastOfConnection) headers.push('Connection', 'close');
  response.writeHead(answer.status, headers);
  response.end(answer.body);
}

/**
 * Answers a connection whose request cannot be read to its end, and closes it. Closing while the client still sends
 * makes its system throw the answer away, so what comes is read a little longer.
 *
 * @param rest where the rest of the request comes from: the request when its body is refused, else the socket
 */
export function refuseConnection(socket: Socket, answer: HttpResponse, rest: Readable): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  socket.end(rawAnswer(answer));

  const enough = socket.bytesRead + LINGER_MAX_BYTES;
  const timer = setTimeout(() => socket.destroy(), LINGER_TIMEOUT_MS);
  socket.on('close', () => clearTimeout(timer));
  if (rest === socket) rest.removeAllListeners('data');
  rest.on('data', () => {
    if (socket.bytesRead > enough) socket.destroy();
  });
  rest.on('end', () => socket.destroySoon());
  rest.on('error', () => socket.destroy());
  rest.resume();
}

function rawAnswer(answer: HttpResponse): string {
  let head = `HTTP/1.1 ${answer.status} ${STATUS_CODES[answer.status] ?? 'Error'}\r\n`;
  for (const name in answer.headers) head += `${name}: ${answer.headers[name]}\r\n`;
  head += `Content-Length: ${Buffer.byteLength(answer.body)}\r\nDate: ${new Date().toUTCString()}\r\nConnection: close\r\n`;
  return `${head}\r\n${answer.body}`;
}
