import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

type Serve = (message: IncomingMessage, response: ServerResponse) => void;

/** The requests of one connection. */
interface Turns {
  /** Whether one has begun and its answer has not left yet. */
  busy: boolean;
  /** Those that came with or after it, in their order. */
  readonly waiting: [IncomingMessage, ServerResponse][];
}

/** A property, because a weak map with sockets for keys costs 12 us a connection. */
const turns = Symbol('turns');
type ServedSocket = Socket & { [turns]?: Turns };

/**
 * Begins a request once the answer to the one before it on its connection has left: a client that sends many and reads
 * nothing has one answer in memory and not all. While some wait, no more are read than came in one piece with them.
 * @param end told of each response that has begun: its answer has left, or never will
 */
export function inTurn(begin: Serve, end: (response: ServerResponse) => void): Serve {
  function beginTurn(message: IncomingMessage, response: ServerResponse): void {
    response.once('close', endTurn);
    begin(message, response);
  }

  /** Shared by all requests: a function for each would cost more than what it does. */
  function endTurn(this: ServerResponse): void {
    end(this);
    const socket: ServedSocket = this.req.socket;
    const connection = socket[turns];
    if (connection === undefined) return;
    connection.busy = false;
    // After the last answer of a connection nothing that still waits counts.
    const next = socket.writable ? connection.waiting.shift() : undefined;
    if (next === undefined) return;
    connection.busy = true;
    if (connection.waiting.length === 0) socket.resume();
    beginTurn(...next);
  }

  return (message, response) => {
    const socket: ServedSocket = message.socket;
    let connection = socket[turns];
    if (connection === undefined) {
      connection = { busy: false, waiting: [] };
      socket[turns] = connection;
    }
    if (connection.busy) {
      wait(socket, connection, message, response);
    } else {
      connection.busy = true;
      beginTurn(message, response);
    }
  };
}

/** Whether a request of the connection has begun and its answer has not left yet. */
export function isBusy(socket: ServedSocket): boolean {
  return socket[turns]?.busy === true;
}

function wait(socket: Socket, { waiting }: Turns, message: IncomingMessage, response: ServerResponse): void {
  waiting.push([message, response]);
  if (waiting.length > 1) return;
  socket.pause();
  // Node reads on when an answer has left, or when it wants the body of a request that waits.
  const stay = (): void => {
    if (waiting.length === 0) socket.off('resume', stay);
    else socket.pause();
  };
  socket.on('resume', stay);
}
