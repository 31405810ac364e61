import { Readable, Writable } from 'node:stream';
import type { Shelf, ShelvedSnapshot } from './shelf.ts';

/** Keeps snapshots as long as the process lives. */
export class MemoryShelf implements Shelf {
  readonly #snapshots = new Map<string, Buffer>();

  async list(): Promise<readonly ShelvedSnapshot[]> {
    return [...this.#snapshots].map(([name, bytes]) => ({ name, sizeBytes: bytes.length }));
  }

  async find(name: string): Promise<ShelvedSnapshot | undefined> {
    const bytes = this.#snapshots.get(name);
    return bytes === undefined ? undefined : { name, sizeBytes: bytes.length };
  }

  open(name: string): Readable {
    return readableOf(this.#snapshots.get(name) ?? Buffer.alloc(0));
  }

  put(name: string) {
    let chunks: Buffer[] = [];
    return {
      begin: () => {
        const own: Buffer[] = [];
        chunks = own;
        return new Writable({
          write(chunk: Buffer, _encoding, done) {
            own.push(chunk);
            done();
          },
        });
      },
      open: () => readableOf(Buffer.concat(chunks)),
      keep: async () => {
        this.#snapshots.set(name, Buffer.concat(chunks));
      },
      forget: async () => {
        chunks = [];
      },
    };
  }

  async remove(name: string): Promise<boolean> {
    return this.#snapshots.delete(name);
  }
}

function readableOf(bytes: Buffer): Readable {
  return Readable.from([bytes], { objectMode: false });
}
