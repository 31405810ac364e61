import { type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { pipeline, Readable } from 'node:stream';
import type { HttpBody, HttpResponse } from '../http-message.ts';
import { loseAnswer } from './lost-answer.ts';

/** What is still read, and for how long, from a client that was refused while it was sending. */
const LINGER_MAX_BYTES = 16 * 1024 * 1024;
const LINGER_TIMEOUT_MS = 1_000;

/**
 * Writes one answer: in one piece with its exact length, or a stream as it comes. Does nothing when the client has gone.
 * @throws TypeError when a header of the answer is not valid; nothing has been sent then.
 */
export function writeAnswer(response: ServerResponse, answer: HttpResponse<HttpBody>, lastOfConnection: boolean): void {
  const { body } = answer;
  if (response.destroyed) {
    if (body instanceof Readable) body.destroy();
    return;
  }
  if (answer.loss !== undefined && typeof body === 'string') {
    loseAnswer(response, { ...answer, body }, answer.loss);
    return;
  }
  const headers: string[] = [];
  for (const name in answer.headers) headers.push(name, answer.headers[name] as string);
  if (!(body instanceof Readable) && answer.status !== 204 && answer.status !== 304) {
    headers.push('Content-Length', String(Buffer.byteLength(body)));
  }
  if (lastOfConnection) headers.push('Connection', 'close');
  response.writeHead(answer.status, headers);
  if (body instanceof Readable) writeStream(response, body);
  else response.end(body);
}

/** A stream that breaks off breaks the connection off, so that its client does not take a part for the whole. */
function writeStream(response: ServerResponse, body: Readable): void {
  response.flushHeaders();
  if (response.req.method === 'HEAD') {
    body.destroy();
    response.end();
  } else {
    pipeline(body, response, () => undefined);
  }
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
