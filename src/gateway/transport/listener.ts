import type http from 'node:http';
import { type AddressInfo, Server, type Socket } from 'node:net';
import type { HttpBody, HttpHandler } from '../http-message.ts';
import { createFirstByteGate } from './first-byte.ts';
import { defaultTransportLimits, type TransportLimits } from './limits.ts';
import { ListenError } from './listen-error.ts';
import { createRequestServer } from './request-server.ts';
import { createTlsAcceptor, type TlsKeyPair } from './tls-acceptor.ts';
import type { TransportErrorAnswer } from './transport-error.ts';

/** The content type of a TLS record that carries a handshake, which no HTTP request can begin with. */
const TLS_HANDSHAKE = 0x16;

export interface ListenerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly handle: HttpHandler<HttpBody>;
  /** The certificate for https with its key; asked at every TLS connection and not before. A new object is a new pair. */
  readonly keyPair: () => Promise<TlsKeyPair>;
  readonly onTransportError: TransportErrorAnswer;
  /** Told what the operator should know: the handler rejected, there is no key pair, a connection cannot be accepted. */
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
  const { server, answersTaken, endStreams } = createRequestServer({ ...options, limits });

  // The http server listens itself, so that its timeouts and its closing work, and gets a connection when it is known.
  const serve = server.listeners('connection') as ((this: http.Server, socket: Socket) => void)[];
  server.removeAllListeners('connection');
  function serveHttp(socket: Socket, firstChunk: Buffer): void {
    for (const listener of serve) listener.call(server, socket);
    socket.unshift(firstChunk);
  }

  const secured = createFirstByteGate(limits.headersTimeoutMs, serveHttp);
  const tls = createTlsAcceptor({
    keyPair: options.keyPair,
    handshakeTimeoutMs: limits.headersTimeoutMs,
    onSecure: secured.hold,
    onFailure: options.onFailure,
  });
  const arrived = createFirstByteGate(limits.headersTimeoutMs, (socket, firstChunk) => {
    if (firstChunk[0] === TLS_HANDSHAKE) tls.accept(socket, firstChunk);
    else serveHttp(socket, firstChunk);
  });
  server.on('connection', arrived.hold);

  await listen(server, options.host, options.port);
  server.on('error', options.onFailure);

  let closed: Promise<void> | undefined;
  return {
    port: (server.address() as AddressInfo).port,
    close(graceMs) {
      closed ??= new Promise((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), graceMs);
        server.once('close', () => {
          clearTimeout(timer);
          resolve();
        });
        // Stops accepting only: the close of an http server takes a connection whose answer is on its way for idle.
        Server.prototype.close.call(server);
        endStreams();
        answersTaken().then(() => server.close());
        arrived.destroyHeld();
        tls.destroyHandshakes();
        secured.destroyHeld();
      });
      return closed;
    },
  };
}

function listen(server: http.Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => reject(new ListenError(host, port, error));
    server.once('error', fail);
    server.listen(port, host, () => {
      server.off('error', fail);
      resolve();
    });
  });
}
