import { join } from 'node:path';
import { FolderShelf } from './folder-shelf.ts';
import { MemoryShelf } from './memory-shelf.ts';
import { Snapshots } from './snapshots.ts';

/** @param folder the data directory; without one snapshots are kept in memory */
export function openSnapshots(folder: string | undefined): Snapshots {
  return new Snapshots(folder === undefined ? new MemoryShelf() : new FolderShelf(join(folder, 'snapshots')));
}
