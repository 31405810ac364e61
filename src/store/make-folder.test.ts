import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from './make-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'localyun-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a folder', () => {
  it('is made with its parents, for its owner alone', () => {
    makeFolder(join(folder, 'a', 'b', 'c'));
    for (const path of ['a', 'a/b', 'a/b/c']) expect(statSync(join(folder, path)).mode & 0o777).toBe(0o700);
  });

  it('may be there, be named from the working directory, or end in a slash', () => {
    mkdirSync(join(folder, 'there'), { mode: 0o755 });
    makeFolder(join(folder, 'there'));
    expect(statSync(join(folder, 'there')).mode & 0o777).toBe(0o755);
    makeFolder(relative(process.cwd(), join(folder, 'relative', 'one')));
    expect(existsSync(join(folder, 'relative', 'one'))).toBe(true);
    makeFolder(`${join(folder, 'slash', 'one')}/`);
    expect(existsSync(join(folder, 'slash', 'one'))).toBe(true);
  });

  it('is not made where a file is', () => {
    writeFileSync(join(folder, 'file'), '');
    for (const path of ['file', 'file/below']) expect(() => makeFolder(join(folder, path))).toThrow(/EEXIST|ENOTDIR/);
  });

  it.skipIf(!existsSync('/proc/self'))('is refused, and not tried for ever, by a file system that takes none', () => {
    // In a process of its own: what is tried for ever cannot be interrupted.
    const module = fileURLToPath(new URL('make-folder.ts', import.meta.url));
    for (const path of ['/proc/localyun', '/proc/localyun/state']) {
      const program = `const { makeFolder } = await import(${JSON.stringify(module)});
        try { makeFolder(${JSON.stringify(path)}); } catch (error) { console.log(error.code); }`;
      const args = ['--import', 'tsx', '--input-type=module', '--eval', program];
      const { stdout, stderr } = spawnSync(process.execPath, args, { timeout: 20_000, encoding: 'utf8' });
      expect([stdout, stderr]).toEqual([expect.stringMatching(/^(ENOENT|EACCES|EPERM)\n$/), '']);
    }
  });
});
