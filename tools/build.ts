/** Bundles the library and the command into `dist/`, with the contracts' data and the web console beside them. */
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { buildConsoleInto } from './build-console.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Builds into a folder, which is emptied first. */
export async function buildInto(folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  await build({
    entryPoints: {
      index: join(root, 'src/index.ts'),
      cli: join(root, 'src/cli.ts'),
      testing: join(root, 'src/testing/index.ts'),
      vitest: join(root, 'src/testing/vitest.ts'),
    },
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
  cpSync(join(root, 'src/contracts/data'), join(folder, 'data'), { recursive: true });
  await buildConsoleInto(join(folder, 'console'));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildInto(join(root, 'dist'));
