import type { Socket } from 'node:net';
import tls from 'node:tls';

/** A certificate and its private key, both PEM. */
export interface TlsKeyPair {
  readonly cert: string;
  readonly key: string;
}

export interface TlsAcceptorOptions {
  /** Asked at every connection; a new object is a new pair. */
  readonly keyPair: () => Promise<TlsKeyPair>;
  readonly handshakeTimeoutMs: number;
  readonly onSecure: (socket: tls.TLSSocket) => void;
  /** The key pair could not be had. */
  readonly onFailure: (error: unknown) => void;
}

export interface TlsAcceptor {
  /** Starts the handshake on a connection whose first chunk is a TLS record. */
  readonly accept: (socket: Socket, firstChunk: Buffer) => void;
  /** Destroys the connections whose handshake has not ended. */
  readonly destroyHandshakes: () => void;
}

/** The TLS side of the port; nothing of it exists before the first TLS connection. */
export function createTlsAcceptor(options: TlsAcceptorOptions): TlsAcceptor {
  const handshakes = new Map<string, Socket>();
  let server: tls.Server | undefined;
  let current: TlsKeyPair | undefined;

  async function serverOfNow(): Promise<tls.Server> {
    const keyPair = await options.keyPair();
    if (server === undefined) {
      server = tls.createServer({
        cert: keyPair.cert,
        key: keyPair.key,
        ALPNProtocols: ['http/1.1'],
        handshakeTimeout: options.handshakeTimeoutMs,
      });
      server.on('secureConnection', (socket) => {
        handshakes.delete(endpointsOf(socket));
        options.onSecure(socket);
      });
      server.on('tlsClientError', (_error, socket) => socket.destroy());
    } else if (keyPair !== current) {
      server.setSecureContext({ cert: keyPair.cert, key: keyPair.key });
    }
    current = keyPair;
    return server;
  }

  return {
    accept(socket, firstChunk) {
      const endpoints = endpointsOf(socket);
      handshakes.set(endpoints, socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        if (handshakes.get(endpoints) === socket) handshakes.delete(endpoints);
      });
      socket.pause();
      socket.unshift(firstChunk);
      serverOfNow().then(
        (secureServer) => {
          if (!socket.destroyed) secureServer.emit('connection', socket);
        },
        (error: unknown) => {
          socket.destroy();
          options.onFailure(error);
        },
      );
    },
    destroyHandshakes() {
      for (const socket of handshakes.values()) socket.destroy();
    },
  };
}

/** Names a connection alike for the plain socket and for the TLS socket over it, which do not know each other. */
function endpointsOf(socket: Socket): string {
  return `${socket.localAddress} ${socket.remoteAddress} ${socket.remotePort}`;
}
