import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { HttpHandler } from '../http-message.ts';
import { refuseConnection, writeAnswer } from './answer.ts';
import { createFirstByteGate } from './first-byte.ts';
import { defaultTransportLimits, type TransportLimits } from './limits.ts';
import { ListenError } from './listen-error.ts';
import { announcesMoreThan, EMPTY_BODY, hasBody, receiveBody, toHttpRequest } from './receive.ts';
import { createTlsAcceptor, type TlsKeyPair } from './tls-acceptor.ts';
import { type TransportErrorAnswer, type TransportErrorKind, transportErrorKind } from './transport-error.ts';

/** The content type of a TLS record that carries a handshake, which no HTTP request can begin with. */
const TLS_HANDSHAKE = 0x16;

export interface ListenerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly handle: HttpHandler;
  /** The certificate for https; first asked at the first TLS connection. */
  readonly keyPair: () => Promise<TlsKeyPair>;
  readonly onTransportError: TransportErrorAnswer;
  /** Told what must not happen: the handler rejected, or there is no certificate. */
  readonly onFailure: (error: unknown) => void;
  readonly limits?: Partial<TransportLimits>;
}

export interface Listener {
  readonly port: number;
  /**
   * Stops accepting and closes idle connections at once; requests in flight have `graceMs` to be answered, then what is
   * left is cut off. Resolves when no connection is left.
   */
  readonly close: (graceMs: number) => Promise<void>;
}

/**
 * Serves http and https on one port: the first byte of a connection tells which it is.
 * @throws ListenError when the address cannot be listened on
 */
export async function startListener(options: ListenerOptions): Promise<Listener> {
  const limits = { ...defaultTransportLimits, ...options.limits };
  const { handle, onTransportError, onFailure } = options;
  /** The newest request of a connection, for the answers that have to wait for its end. */
  const newest = new WeakMap<Socket, ServerResponse>();
  const refused = new WeakSet<Socket>();
  let closing: Promise<void> | undefined;

  const server = http.createServer({
    maxHeaderSize: limits.maxHeaderBytes,
    headersTimeout: limits.headersTimeoutMs,
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    connectionsCheckingInterval: Math.max(50, Math.min(limits.headersTimeoutMs, limits.requestTimeoutMs, 20_000) / 4),
    requireHostHeader: false,
  });
  server.maxConnections = limits.maxConnections;

  function onRequest(message: IncomingMessage, response: ServerResponse): void {
    newest.set(message.socket, response);
    if (message.headers.host === undefined && message.httpVersionMinor === 1) {
      refuseRequest(message, response, 'bad-request');
    } else if (hasBody(message)) {
      receiveBody(message, limits.maxBodyBytes, (body) => {
        if (body === undefined) refuseRequest(message, response, 'body-too-large');
        else answer(message, response, body);
      });
    } else {
      answer(message, response, EMPTY_BODY);
    }
  }

  async function answer(message: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> {
    try {
      writeAnswer(response, await handle(toHttpRequest(message, body)), closing !== undefined);
    } catch (error) {
      writeAnswer(response, onTransportError('internal'), closing !== undefined);
      onFailure(error);
    }
  }

  /** Answers a request that is not read to its end, when those before it on the connection have been answered. */
  function refuseRequest(message: IncomingMessage, response: ServerResponse, kind: TransportErrorKind): void {
    const refuse = (): void => refuseSocket(message.socket, kind, message);
    if (response.socket === null) response.once('socket', refuse);
    else refuse();
  }

  function refuseSocket(socket: Socket, kind: TransportErrorKind, rest: Socket | IncomingMessage): void {
    if (refused.has(socket)) return;
    refused.add(socket);
    refuseConnection(socket, onTransportError(kind), rest);
  }

  server.on('request', onRequest);
  server.on('checkContinue', (message: IncomingMessage, response: ServerResponse) => {
    if (!announcesMoreThan(message, limits.maxBodyBytes)) response.writeContinue();
    onRequest(message, response);
  });
  server.on('connect', (_message: IncomingMessage, socket: Socket) => refuseSocket(socket, 'bad-request', socket));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const kind = transportErrorKind(error.code);
    const before = newest.get(socket);
    if (kind === undefined) socket.destroy();
    else if (before?.req.complete && !before.writableFinished) {
      before.once('close', () => refuseSocket(socket, kind, socket));
    } else refuseSocket(socket, kind, socket);
  });

  // The http server listens itself, so that its timeouts and its closing work; only what it does with a connection waits.
  const serveHttp = server.listeners('connection') as ((this: http.Server, socket: Socket) => void)[];
  server.removeAllListeners('connection');
  const startHttp = (socket: Socket, chunk: Buffer): void => {
    for (const serve of serveHttp) serve.call(server, socket);
    socket.unshift(chunk);
  };
  const secured = createFirstByteGate(limits.headersTimeoutMs, startHttp);
  const tls = createTlsAcceptor({
    keyPair: options.keyPair,
    handshakeTimeoutMs: limits.headersTimeoutMs,
    onSecure: secured.hold,
    onError: onFailure,
  });
  const arrived = createFirstByteGate(limits.headersTimeoutMs, (socket, chunk) => {
    if (chunk[0] === TLS_HANDSHAKE) tls.accept(socket, chunk);
    else startHttp(socket, chunk);
  });
  server.on('connection', arrived.hold);

  await listen(server, options.host, options.port);

  function close(graceMs: number): Promise<void> {
    closing ??= new Promise((resolve) => {
      const timer = setTimeout(() => server.closeAllConnections(), graceMs);
      server.close(() => {
        clearTimeout(timer);
        resolve();
      });
      arrived.destroyHeld();
      tls.destroyHandshakes();
      secured.destroyHeld();
    });
    return closing;
  }

  return { port: (server.address() as AddressInfo).port, close };
}

function listen(server: http.Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new ListenError(host, port, error)));
    server.listen(port, host, () => {
      server.removeAllListeners('error');
      resolve();
    });
  });
}
