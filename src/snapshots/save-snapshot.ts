import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { schemaVersion } from '../store/migrate.ts';
import { forget, type Store } from '../store/store.ts';
import { version } from '../version.ts';
import type { SnapshotHeader } from './snapshot-format.ts';
import { snapshotText } from './write-snapshot.ts';

/**
 * Writes the whole state as of one moment.
 * @param begin opens a place for the bytes; once more when the database wants the reading to begin again
 */
export async function saveSnapshot(store: Store, nowMs: number, begin: () => Writable): Promise<SnapshotHeader> {
  const header: SnapshotHeader = {
    format: 'localyun-snapshot',
    formatVersion: 1,
    localyun: version,
    schemaVersion,
    engine: store.engine,
    savedAt: new Date().toISOString(),
    nowMs,
  };
  const write: Parameters<Store['read']>[0] = async (tx) =>
    pipeline(Readable.from(snapshotText(tx, store.engine, header)), createGzip({ level: 6 }), begin());
  // Of an embedded engine whoever writes has the state for himself; reading would not keep others from writing.
  if (store.exclusive) await store.write(async (tx) => forget(await write(tx)));
  else await store.read(write);
  return header;
}
