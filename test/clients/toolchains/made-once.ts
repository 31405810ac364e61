import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A folder that is filled once for what it is made of, by one process at a time, and then only used.
 * @param sources files whose text it depends on
 * @param fill fills the folder, which is there and empty
 */
export async function madeOnce(
  cache: string,
  { versions, sources }: { readonly versions: string; readonly sources: readonly string[] },
  fill: (folder: string) => Promise<void>,
): Promise<string> {
  const hash = createHash('sha256').update(versions);
  for (const source of sources) hash.update(readFileSync(source));
  const folder = path.join(cache, hash.digest('hex').slice(0, 16));
  const isDone = path.join(folder, 'done');
  mkdirSync(cache, { recursive: true });
  await alone(`${folder}.lock`, async () => {
    if (existsSync(isDone)) return;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    await fill(folder);
    writeFileSync(isDone, '');
  });
  return folder;
}

/** Does the work while no other process that asks for the same lock does; a lock whose process is gone does not count. */
async function alone(lock: string, work: () => Promise<void>): Promise<void> {
  while (!tryLock(lock)) await sleep(200);
  try {
    await work();
  } finally {
    rmSync(lock, { force: true });
  }
}

function tryLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!isHeld(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function isHeld(lock: string): boolean {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}
