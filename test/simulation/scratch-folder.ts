import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where there is one, memory stands in for the disk: what happens to it is simulated anyway. */
const memory = '/dev/shm';
const parent = existsSync(memory) ? memory : tmpdir();

/** A new folder, for a moment. */
export function scratchFolder(): string {
  return mkdtempSync(join(parent, 'localyun-simulation-'));
}
