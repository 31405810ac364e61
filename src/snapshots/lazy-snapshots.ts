import type { Snapshots } from './snapshots.ts';

/** The snapshots in a data directory, or in memory without one; what they are made of is loaded at the first use. */
export function lazySnapshots(folder?: string): () => Promise<Snapshots> {
  let opened: Promise<Snapshots> | undefined;
  return () => {
    opened ??= import('./open-snapshots.ts').then(({ openSnapshots }) => openSnapshots(folder));
    return opened;
  };
}
