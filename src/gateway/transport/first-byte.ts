import type { Socket } from 'node:net';

/** Holds new connections until their first byte has come. */
export interface FirstByteGate {
  /** Takes a connection; `onFirst` of the gate gets it with its first chunk, still to be put back into the socket. */
  readonly hold: (socket: Socket) => void;
  /** Destroys what is still silent. */
  readonly destroyHeld: () => void;
}

/**
 * Makes a gate that costs a few listeners once a connection and nothing afterwards. A connection that says nothing for
 * `timeoutMs`, ends or fails is destroyed. `onFirst` runs while the socket flows: a listener for its data that is added
 * there gets the chunk as soon as it is put back (`socket.unshift`).
 */
export function createFirstByteGate(
  timeoutMs: number,
  onFirst: (socket: Socket, chunk: Buffer) => void,
): FirstByteGate {
  const held = new Set<Socket>();

  function onData(this: Socket, chunk: Buffer): void {
    release(this);
    onFirst(this, chunk);
  }

  function onClose(this: Socket): void {
    held.delete(this);
  }

  function release(socket: Socket): void {
    held.delete(socket);
    socket.setTimeout(0);
    socket.off('data', onData);
    socket.off('end', destroy);
    socket.off('timeout', destroy);
    socket.off('error', destroy);
    socket.off('close', onClose);
  }

  return {
    hold(socket) {
      held.add(socket);
      socket.setTimeout(timeoutMs);
      socket.on('data', onData);
      socket.on('end', destroy);
      socket.on('timeout', destroy);
      socket.on('error', destroy);
      socket.on('close', onClose);
    },
    destroyHeld() {
      for (const socket of held) socket.destroy();
    },
  };
}

function destroy(this: Socket): void {
  this.destroy();
}
