import { once } from 'node:events';
import http, { type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { Readable } from 'node:stream';
import type { HttpBody, HttpHandler, HttpResponse } from '../http-message.ts';
import { refuseConnection, writeAnswer } from './answer.ts';
import type { TransportLimits } from './limits.ts';
import { announcesMoreThan, EMPTY_BODY, hasBody, receiveBody, toHttpRequest } from './receive.ts';
import { type TransportErrorAnswer, type TransportErrorKind, transportErrorKind } from './transport-error.ts';
import { inTurn, isBusy } from './turns.ts';

export interface RequestServerOptions {
  readonly handle: HttpHandler<HttpBody>;
  readonly onTransportError: TransportErrorAnswer;
  /** Told when the handler rejects, which is a bug; the client has got the answer of kind `internal`. */
  readonly onFailure: (error: unknown) => void;
  readonly limits: TransportLimits;
}

/** The newest request of a connection. A property, because a weak map with sockets for keys costs 12 us a connection. */
const newest = Symbol('newest');
type ServedSocket = Socket & { [newest]?: ServerResponse };

export interface RequestServer {
  /** Not listening yet. */
  readonly server: http.Server;
  /** Resolves when no answer is on its way any more that its client is slow to take. */
  readonly answersTaken: () => Promise<void>;
  /** Ends the streams that have no end of their own, and lets no new one begin. */
  readonly endStreams: () => void;
}

/** Makes the http server: from a connection's bytes to the handler and back, errors included. */
export function createRequestServer(options: RequestServerOptions): RequestServer {
  const { handle, onTransportError, onFailure, limits } = options;
  const refused = new WeakSet<Socket>();
  /** Answers larger than what the system takes at once. */
  const leaving = new Set<ServerResponse>();
  const endless = new Set<Readable>();
  const headersTimeout = Math.min(limits.headersTimeoutMs, limits.requestTimeoutMs);
  const server = http.createServer({
    maxHeaderSize: limits.maxHeaderBytes,
    headersTimeout,
    requestTimeout: limits.requestTimeoutMs,
    keepAliveTimeout: limits.keepAliveTimeoutMs,
    connectionsCheckingInterval: Math.ceil(Math.min(headersTimeout, 20_000) / 4),
    requireHostHeader: false,
  });
  server.maxConnections = limits.maxConnections;
  // A client that ends its side after the request still waits for the answer; the types do not know the property.
  Object.assign(server, { httpAllowHalfOpen: true });

  function onRequest(message: IncomingMessage, response: ServerResponse): void {
    (message.socket as ServedSocket)[newest] = response;
    take(message, response);
  }

  function begin(message: IncomingMessage, response: ServerResponse): void {
    if (message.headers.host === undefined && message.httpVersion === '1.1') {
      refuseRequest(message, 'bad-request');
    } else if (hasBody(message)) {
      receiveBody(message, limits.maxBodyBytes, (body) => {
        if (body === undefined) refuseRequest(message, 'body-too-large');
        else answer(message, response, body);
      });
    } else {
      answer(message, response, EMPTY_BODY);
    }
  }

  const take = inTurn(begin, (response) => leaving.delete(response));

  async function answer(message: IncomingMessage, response: ServerResponse, body: Buffer): Promise<void> {
    let answered: HttpResponse<HttpBody>;
    try {
      answered = await handle(toHttpRequest(message, body));
    } catch (error) {
      answered = onTransportError('internal');
      onFailure(error);
    }
    atEndOfTurn(() => write(response, answered));
  }

  function write(response: ServerResponse, answered: HttpResponse<HttpBody>): void {
    if (answered.endless && answered.body instanceof Readable) watch(answered.body);
    try {
      writeAnswer(response, answered, !server.listening);
    } catch (error) {
      writeAnswer(response, onTransportError('internal'), !server.listening);
      onFailure(error);
    }
    if (!response.writableFinished && !response.destroyed) {
      leaving.add(response);
      // From now on the connection counts as idle when nothing of the answer is taken for so long.
      response.socket?.setTimeout(limits.requestTimeoutMs);
    }
  }

  function watch(stream: Readable): void {
    endless.add(stream);
    stream.once('close', () => endless.delete(stream));
    if (!server.listening) end(stream);
  }

  /** Answers a request that is not read to its end. */
  function refuseRequest(message: IncomingMessage, kind: TransportErrorKind): void {
    const { socket } = message;
    if (refused.has(socket)) return;
    refused.add(socket);
    refuseConnection(socket, onTransportError(kind), message);
  }

  /** Answers a connection that cannot be read any further, once the complete requests on it have been answered. */
  function refuseSocket(socket: ServedSocket, kind: TransportErrorKind): void {
    if (refused.has(socket)) return;
    refused.add(socket);
    const refuse = (): void => refuseConnection(socket, onTransportError(kind), socket);
    const before = socket[newest];
    if (before?.req.complete && !before.writableFinished) {
      before.once('close', refuse);
      // Whoever goes on sending does not count as one who takes the answer.
      socket.pause();
    } else {
      refuse();
    }
  }

  server.on('request', onRequest);
  // Whoever has nothing to take, because the answer is still being made, is not slow to take it.
  server.on('timeout', (socket: Socket) => {
    if (!isBusy(socket) || socket.writableLength > 0) socket.destroy();
  });
  server.on('checkContinue', (message: IncomingMessage, response: ServerResponse) => {
    if (!announcesMoreThan(message, limits.maxBodyBytes)) response.writeContinue();
    onRequest(message, response);
  });
  // Without a listener Node refuses expectations that it does not know, in words of its own.
  server.on('checkExpectation', onRequest);
  server.on('connect', (_message: IncomingMessage, socket: Socket) => refuseSocket(socket, 'bad-request'));
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const kind = transportErrorKind(error.code);
    if (kind === undefined) socket.destroy();
    else refuseSocket(socket, kind);
  });

  async function answersTaken(): Promise<void> {
    while (leaving.size > 0) await Promise.all([...leaving].map((response) => once(response, 'close')));
  }
  return {
    server,
    answersTaken,
    endStreams: () => endless.forEach(end),
  };
}

/** Its client sees the connection end. */
function end(stream: Readable): void {
  stream.destroy();
}

let held: (() => void)[] = [];

/** Writes of one turn of the event loop go out together: whoever waits for them wakes once and not for each. */
function atEndOfTurn(write: () => void): void {
  held.push(write);
  if (held.length === 1) {
    setImmediate(() => {
      const writes = held;
      held = [];
      for (const one of writes) one();
    });
  }
}
