import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { refusedStart } from '../crash/server-process.ts';
import { longestMs, ok, startScene } from './scene.ts';
import { canMount, mountAt } from './small-disk.ts';

const scene = startScene('read-only');
const mountPoint = join(scene.folder, 'disk');
mkdirSync(mountPoint);
const said =
  /^localyun: cannot open the data directory .+: it cannot be written \(.+\); let this user write .+ and its files, or use another data directory\n$/;

describe.skipIf(!canMount(mountPoint))('a server does not start on a disk that is read-only', () => {
  it(
    'with a state on it: it says so, and leaves it as it is',
    async () => {
      const disk = mountAt(mountPoint, 24);
      try {
        const directory = join(mountPoint, 'data');
        const server = await scene.start(directory);
        await ok(server, 'Vpc', 'CreateVpc', { CidrBlock: '10.0.0.0/8' });
        await server.stop();
        const files = readdirSync(directory);
        disk.makeReadOnly();
        expect(await refusedStart(scene.cli, ['--data-dir', directory])).toEqual({
          code: 1,
          said: expect.stringMatching(said),
        });
        expect(readdirSync(directory)).toEqual(files);
      } finally {
        disk.unmount();
      }
    },
    longestMs,
  );

  it(
    'with nothing on it',
    async () => {
      const disk = mountAt(mountPoint, 1);
      try {
        disk.makeReadOnly();
        const directory = join(mountPoint, 'data');
        const refused = await refusedStart(scene.cli, ['--data-dir', directory]);
        expect(refused).toEqual({ code: 1, said: expect.stringMatching(said) });
        expect(existsSync(directory)).toBe(false);
      } finally {
        disk.unmount();
      }
    },
    longestMs,
  );
});

/** Nobody, on most systems. */
const uid = 65_534;

/** Whether the server can be run as somebody else: that takes root, and a checkout that others can read. */
function canRunAsAnother(): boolean {
  const look = ['-e', 'require("node:fs").readFileSync(process.argv[1])', import.meta.filename];
  if (process.getuid?.() === 0 && spawnSync(process.execPath, look, { uid }).status === 0) return true;
  process.stderr.write('skipped: the tests of files that the user may not write, for nobody else can be here\n');
  return false;
}

describe.skipIf(!canRunAsAnother())('a server does not start where its user may not write', () => {
  const folder = mkdtempSync(join(tmpdir(), 'localyun-others-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each([
    ['the folder', 0o500, 0o600],
    ['the database', 0o700, 0o400],
    ['anything, or read it', 0o700, 0o000],
  ])(
    '%s',
    async (name, folderMode, fileMode) => {
      chmodSync(folder, 0o755);
      const directory = join(folder, name.replaceAll(' ', '-'));
      const server = await scene.start(directory);
      await server.stop();
      for (const file of readdirSync(directory)) {
        chownSync(join(directory, file), uid, uid);
        chmodSync(join(directory, file), fileMode);
      }
      chownSync(directory, uid, uid);
      chmodSync(directory, folderMode);
      const files = readdirSync(directory);
      const refused = await refusedStart(scene.cli, ['--data-dir', directory], { uid });
      expect(refused).toEqual({ code: 1, said: expect.stringMatching(said) });
      expect(readdirSync(directory)).toEqual(files);
    },
    longestMs,
  );
});
