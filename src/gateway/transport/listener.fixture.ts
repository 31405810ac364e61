import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { afterEach } from 'vitest';
import type { HttpRequest, HttpResponse } from '../http-message.ts';
import { type Listener, type ListenerOptions, startListener } from './listener.ts';
import { transportErrorStatus } from './transport-error.ts';

const started: Listener[] = [];
const sockets: net.Socket[] = [];

afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await Promise.all(started.splice(0).map((listener) => listener.close(0)));
});

/** Starts a listener on a free port that says what it received; it is closed after the test. */
export async function listen(options: Partial<ListenerOptions> = {}): Promise<Listener & { failures: unknown[] }> {
  const failures: unknown[] = [];
  const listener = await startListener({
    host: '127.0.0.1',
    port: 0,
    handle: echo,
    keyPair: () => Promise.reject(new Error('no certificate in this test')),
    onTransportError: (kind) => ({
      status: transportErrorStatus[kind],
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ Code: kind }),
    }),
    onFailure: (error) => failures.push(error),
    ...options,
  });
  started.push(listener);
  return { ...listener, failures };
}

export async function echo(request: HttpRequest): Promise<HttpResponse> {
  const { body, ...rest } = request;
  return {
    status: 200,
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ...rest, body: `${body}` }),
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: string;
  readonly reusedSocket: boolean;
}

/** Sends one request with Node's client, over https when `ca` is given. */
export function send(
  port: number,
  options: https.RequestOptions = {},
  write: (request: http.ClientRequest) => void = (request) => request.end(),
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const client = options.ca === undefined ? http : https;
    const request = client.request({ host: '127.0.0.1', port, agent: false, ...options }, (response) => {
      let body = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => {
        body += chunk;
      });
      response.on('error', reject);
      response.on('end', () => {
        const { statusCode = 0, headers } = response;
        resolve({ status: statusCode, headers, body, reusedSocket: request.reusedSocket });
      });
    });
    request.on('error', reject);
    write(request);
  });
}

export interface RawConnection {
  readonly socket: net.Socket;
  /** Everything received until the server closed the connection. */
  readonly received: Promise<string>;
}

/** Opens a bare connection and sends the text. */
export function connect(port: number, text: string | Buffer = ''): RawConnection {
  const socket = net.connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  sockets.push(socket);
  socket.write(text);
  const received = new Promise<string>((resolve) => {
    let all = '';
    socket.on('data', (chunk) => {
      all += chunk.toString('latin1');
    });
    socket.on('end', () => socket.end());
    socket.on('error', () => {});
    socket.on('close', () => resolve(all));
  });
  return { socket, received };
}

export function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
