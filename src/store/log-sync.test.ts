import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { LogSync } from './log-sync.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'localyun-sync-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const afterSync = (sync: LogSync) => new Promise<Error | undefined>((resolve) => sync.after(resolve));

it('tells nobody before a sync that began after his commit has ended, and all of one sync at once', async () => {
  const path = join(folder, 'log');
  writeFileSync(path, 'frames');
  const sync = new LogSync(path);
  const told: string[] = [];
  sync.after(() => told.push('first'));
  expect(sync.isBusy).toBe(true);
  sync.after(() => told.push('second'));
  sync.after(() => told.push('third'));
  expect(told).toEqual([]);
  await afterSync(sync);
  expect(told).toEqual(['first', 'second', 'third']);
  expect(sync.isBusy).toBe(false);
  sync.close();
});

it('lets a commit that came during a sync wait for the next one', async () => {
  const path = join(folder, 'log');
  writeFileSync(path, 'frames');
  const sync = new LogSync(path);
  const busyWhenTold: boolean[] = [];
  await new Promise<void>((resolve) => {
    sync.after(() => busyWhenTold.push(sync.isBusy));
    sync.after(() => {
      busyWhenTold.push(sync.isBusy);
      resolve();
    });
  });
  // The first was alone in its sync; the second had one of its own afterwards.
  expect(busyWhenTold).toEqual([false, false]);
  expect(sync.now()).toBeUndefined();
  sync.close();
});

it('fails for good once a sync has failed', async () => {
  const path = join(folder, 'log');
  const sync = new LogSync(path);
  expect(await afterSync(sync)).toMatchObject({ code: 'ENOENT' });
  writeFileSync(path, 'frames');
  expect(await afterSync(sync)).toMatchObject({ code: 'ENOENT' });
  expect(sync.now()).toMatchObject({ code: 'ENOENT' });
  expect(sync.failure).toMatchObject({ code: 'ENOENT' });
});
