/** Bundles the library and the command into `dist/`, with the contracts' data beside them. */
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = new URL('..', import.meta.url);
const path = (relative: string) => fileURLToPath(new URL(relative, root));

rmSync(path('dist'), { recursive: true, force: true });
await build({
  entryPoints: [path('src/index.ts'), path('src/cli.ts')],
  outdir: path('dist'),
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  logLevel: 'warning',
});
cpSync(path('src/contracts/data'), path('dist/data'), { recursive: true });
