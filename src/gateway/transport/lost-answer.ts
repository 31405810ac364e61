import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import type { HttpResponse, Loss } from '../http-message.ts';

/** Has an answer not arrive, or not whole: what an operator asked for to see what clients do. */
export function loseAnswer(response: ServerResponse, answer: HttpResponse, loss: Loss): void {
  switch (loss.kind) {
    case 'reset':
      onceItsTurn(response, reset);
      return;
    case 'truncate':
      truncate(response, answer);
      return;
    case 'hang': {
      const timer = setTimeout(() => response.destroy(), loss.limitMs);
      response.once('close', () => clearTimeout(timer));
    }
  }
}

/** Answers of one connection are given in order: before it is this one's turn it has no socket. */
function onceItsTurn(response: ServerResponse, act: (socket: Socket) => void): void {
  if (response.socket === null) response.once('socket', act);
  else act(response.socket);
}

/** Over TLS the connection just ends, without the alert that tells an end from a loss. */
function reset(socket: Socket): void {
  if (socket instanceof TLSSocket) socket.destroy();
  else socket.resetAndDestroy();
}

/** The headers promise the whole body; half of it comes. */
function truncate(response: ServerResponse, { status, headers, body }: HttpResponse): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, 'Content-Length': bytes.length });
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy());
}
