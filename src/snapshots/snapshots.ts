import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Store } from '../store/store.ts';
import { checkUsable, type LoadingParts, loadSnapshot } from './load-snapshot.ts';
import { readHeader } from './read-snapshot.ts';
import { saveSnapshot } from './save-snapshot.ts';
import type { NewSnapshot, Shelf } from './shelf.ts';
import type { SnapshotHeader } from './snapshot-format.ts';
import { SnapshotRefused } from './snapshot-refused.ts';

/** A snapshot as lists show it. */
export interface ListedSnapshot extends Pick<SnapshotHeader, 'savedAt' | 'engine' | 'schemaVersion' | 'localyun'> {
  readonly name: string;
  readonly sizeBytes: number;
}

/** The snapshots of a server's state, by name. */
export class Snapshots {
  readonly #shelf: Shelf;

  constructor(shelf: Shelf) {
    this.#shelf = shelf;
  }

  /** The newest first. Files that are no snapshots are left out. */
  async list(): Promise<readonly ListedSnapshot[]> {
    const shelved = await this.#shelf.list();
    const listed = await Promise.all(shelved.map(({ name }) => this.#listed(name).catch(() => undefined)));
    return listed.filter((one) => one !== undefined).sort((one, other) => (one.savedAt < other.savedAt ? 1 : -1));
  }

  /** Saves the whole state under a name, in the place of what had the name. */
  async save(name: string, store: Store, nowMs: number): Promise<ListedSnapshot> {
    return this.#put(name, async (draft) => {
      await saveSnapshot(store, nowMs, () => draft.begin());
    });
  }

  /** Replaces the whole state by that of a snapshot. */
  async load(name: string, parts: LoadingParts): Promise<SnapshotHeader> {
    await this.#find(name);
    return loadSnapshot(() => this.#shelf.open(name), parts);
  }

  async remove(name: string): Promise<void> {
    if (!(await this.#shelf.remove(name))) throw absent(name);
  }

  /** The bytes of the file. */
  async export(name: string): Promise<Readable> {
    await this.#find(name);
    return this.#shelf.open(name);
  }

  /** Keeps a file that was exported somewhere, once it was looked through. */
  async import(name: string, bytes: Readable): Promise<ListedSnapshot> {
    return this.#put(name, async (draft) => {
      await pipeline(bytes, draft.begin());
      await checkUsable(() => draft.open());
    });
  }

  async #put(name: string, write: (draft: NewSnapshot) => Promise<void>): Promise<ListedSnapshot> {
    const draft = this.#shelf.put(name);
    try {
      await write(draft);
      await draft.keep();
    } catch (error) {
      await draft.forget();
      throw error;
    }
    return this.#listed(name);
  }

  async #listed(name: string): Promise<ListedSnapshot> {
    const { sizeBytes } = await this.#find(name);
    const { savedAt, engine, schemaVersion, localyun } = await readHeader(this.#shelf.open(name));
    return { name, savedAt, engine, schemaVersion, localyun, sizeBytes };
  }

  async #find(name: string) {
    const found = await this.#shelf.find(name);
    if (found === undefined) throw absent(name);
    return found;
  }
}

function absent(name: string): SnapshotRefused {
  return new SnapshotRefused(`there is no snapshot ${name}`, { isAbsence: true });
}
