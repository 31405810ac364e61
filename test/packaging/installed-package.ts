import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildInto } from '../../tools/build.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** A project of its own in which the packed package is installed, beside the tools and SDKs of this checkout. */
export interface InstalledPackage {
  readonly folder: string;
  /** The paths in the tarball. */
  readonly packed: readonly string[];
  remove(): void;
}

/** What a project that tests with Localyun has too. Its packages are those of this checkout. */
const others = ['@alicloud', '@jest', '@types', 'jest', 'typescript', 'vitest'];

/**
 * Packs what `npm pack` packs, and installs the tarball from npm's cache where it is. What has to be compiled is taken
 * from here.
 */
export async function installPackage(): Promise<InstalledPackage> {
  const folder = mkdtempSync(join(tmpdir(), 'localyun-project-'));
  const staging = join(folder, 'staging');
  mkdirSync(staging);
  for (const name of ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md'])
    cpSync(join(root, name), join(staging, name));
  await buildInto(join(staging, 'dist'));
  const types = ['-p', 'tsconfig.types.json', '--outDir', join(staging, 'dist/types')];
  execFileSync(join(root, 'node_modules/.bin/tsc'), types, { cwd: root, stdio: 'pipe' });
  const npm = (args: readonly string[], cwd: string) =>
    execFileSync('npm', [...args, '--ignore-scripts', '--no-audit', '--no-fund'], { cwd, stdio: 'pipe' }).toString();
  const [{ filename, files }] = JSON.parse(npm(['pack', '--json', '--pack-destination', folder], staging));
  rmSync(staging, { recursive: true });
  writeFileSync(join(folder, 'package.json'), '{"name": "project", "private": true, "type": "module"}\n');
  npm(['install', '--prefer-offline', `./${filename}`], folder);
  const native = 'node_modules/better-sqlite3/build';
  cpSync(join(root, native), join(folder, native), { recursive: true });
  for (const name of others) {
    const target = join(folder, 'node_modules', name);
    rmSync(target, { recursive: true, force: true });
    symlinkSync(join(root, 'node_modules', name), target);
  }
  for (const name of readdirSync(join(root, 'examples'))) {
    cpSync(join(root, 'examples', name), join(folder, name), { recursive: true });
  }
  return {
    folder,
    packed: (files as readonly { readonly path: string }[]).map(({ path }) => path),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
