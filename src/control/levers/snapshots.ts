import { Readable } from 'node:stream';
import { ManualClock } from '../../engine/clock.ts';
import { lazySnapshots } from '../../snapshots/lazy-snapshots.ts';
import { snapshotName } from '../../snapshots/snapshot-name.ts';
import { SnapshotRefused } from '../../snapshots/snapshot-refused.ts';
import type { ListedSnapshot, Snapshots } from '../../snapshots/snapshots.ts';
import { writeClock } from '../../state-clock.ts';
import { ControlRefused } from '../control-refused.ts';
import type { LeverParts } from './parts.ts';

export interface SnapshotLevers {
  readonly snapshots: {
    /** The newest first. */
    list(): Promise<readonly ListedSnapshot[]>;
    /** Saves the whole state under a name, in the place of what had the name. */
    save(name: string): Promise<ListedSnapshot>;
    /** Replaces the whole state by that of a snapshot, all of it or nothing. A manual clock stands where it stood then. */
    load(name: string): Promise<{ readonly now: string }>;
    delete(name: string): Promise<void>;
    /** The file, as `import` takes it on any server. */
    export(name: string): Promise<Readable>;
    import(name: string, file: Uint8Array | Readable): Promise<ListedSnapshot>;
  };
}

export function createSnapshotLevers(parts: LeverParts): SnapshotLevers {
  const { unwatchedStore: store = parts.store, clock, engine, directory, snapshots = lazySnapshots() } = parts;
  return {
    snapshots: {
      list: () => refusing(async (shelf) => shelf.list(), snapshots),

      save: (name) =>
        refusing(async (shelf) => {
          await engine.catchUp();
          await engine.settle();
          return shelf.save(checked(name), store, clock.nowMs());
        }, snapshots),

      load: (name) =>
        refusing(async (shelf) => {
          await engine.catchUp();
          const isManual = clock instanceof ManualClock;
          const { nowMs } = await shelf.load(checked(name), {
            store,
            shiftMs: (header) => (isManual ? 0 : clock.nowMs() - header.nowMs),
            alongside: async (tx, header) => {
              if (isManual) await writeClock(tx, header.nowMs);
            },
          });
          if (isManual) clock.set(nowMs);
          directory.forget();
          engine.stateReplaced();
          return { now: new Date(clock.nowMs()).toISOString() };
        }, snapshots),

      delete: (name) => refusing((shelf) => shelf.remove(checked(name)), snapshots),

      export: (name) => refusing((shelf) => shelf.export(checked(name)), snapshots),

      import: (name, file) =>
        refusing(
          (shelf) => shelf.import(checked(name), file instanceof Readable ? file : Readable.from([Buffer.from(file)])),
          snapshots,
        ),
    },
  };
}

function checked(name: string): string {
  if (snapshotName.test(name)) return name;
  throw new ControlRefused(
    `name: must be 1 to 100 letters, digits, ".", "_" and "-", and not begin with ".", not ${JSON.stringify(name)}`,
  );
}

async function refusing<T>(work: (snapshots: Snapshots) => Promise<T>, open: () => Promise<Snapshots>): Promise<T> {
  try {
    return await work(await open());
  } catch (error) {
    if (!(error instanceof SnapshotRefused)) throw error;
    throw new ControlRefused(error.message, error.isAbsence ? 404 : 409);
  }
}
