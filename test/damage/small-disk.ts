import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A file system of its own. */
export interface SmallDisk {
  readonly folder: string;
  /** Leaves no byte free. */
  fill(): void;
  /** Frees what `fill` has taken. */
  free(): void;
  makeReadOnly(): void;
  unmount(): void;
}

/** Whether file systems can be mounted here: that takes root. Says so where they cannot. */
export function canMount(folder: string): boolean {
  try {
    mountAt(folder, 1).unmount();
    return true;
  } catch {
    process.stderr.write('skipped: the tests of full and read-only disks, for no file system can be mounted here\n');
    return false;
  }
}

/** Mounts memory on a folder that is there. @throws Error where that is not permitted */
export function mountAt(folder: string, sizeMib: number): SmallDisk {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) throw new Error('only root can mount');
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${sizeMib}m`, 'localyun-test', folder], { stdio: 'ignore' });
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: () => fillUp(filler),
    free: () => rmSync(filler, { force: true }),
    makeReadOnly: () => void execFileSync('mount', ['-o', 'remount,ro', folder]),
    unmount: () => void execFileSync('umount', [folder]),
  };
}

function fillUp(path: string): void {
  const file = openSync(path, 'a');
  try {
    for (let bytes = 1 << 20; bytes > 0; bytes = Math.floor(bytes / 2)) {
      while (hasWritten(file, Buffer.alloc(bytes)));
    }
  } finally {
    closeSync(file);
  }
}

/** A write may be cut short: then the next one fails. */
function hasWritten(file: number, bytes: Buffer): boolean {
  try {
    return writeSync(file, bytes) > 0;
  } catch {
    return false;
  }
}
