import type { Socket } from 'node:net';

/** Holds new connections until their first byte has come. */
export interface FirstByteGate {
  readonly hold: (socket: Socket) => void;
  /** Destroys what is still silent. */
  readonly destroyHeld: () => void;
}

/**
 * Makes a gate that costs a timer and four listeners a connection, and nothing afterwards. A connection that says
 * nothing for `timeoutMs`, ends or fails is destroyed.
 *
 * @param onFirst gets the connection with its first chunk, to be put back with `socket.unshift`. The socket flows: a
 *   listener for its data that is added before gets the chunk at once.
 */
export function createFirstByteGate(
  timeoutMs: number,
  onFirst: (socket: Socket, chunk: Buffer) => void,
): FirstByteGate {
  const held = new Set<Socket>();

  function release(this: Socket, chunk: Buffer): void {
    held.delete(this);
    this.off('data', release);
    this.setTimeout(0);
    onFirst(this, chunk);
  }

  // Stays on the socket: taking a listener off costs more than this look into the set.
  function drop(this: Socket): void {
    if (held.delete(this)) this.destroy();
  }

  return {
    hold(socket) {
      held.add(socket);
      socket.setTimeout(timeoutMs);
      socket.on('data', release);
      socket.on('timeout', drop);
      socket.on('end', drop);
      socket.on('error', drop);
    },
    destroyHeld() {
      for (const socket of held) drop.call(socket);
    },
  };
}
