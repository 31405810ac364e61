/** Bundles the web console into a folder: `index.html` and, under `assets/`, everything it loads. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';

const source = fileURLToPath(new URL('../console', import.meta.url));

/** Where the server serves the folder. */
const servedUnder = '/_localyun';

/** Builds into a folder, which may be there. File names carry a hash of what is in them, so browsers may keep them. */
export async function buildConsoleInto(folder: string): Promise<void> {
  const { metafile } = await build({
    entryPoints: [join(source, 'src/main.tsx')],
    outdir: join(folder, 'assets'),
    entryNames: '[name]-[hash]',
    chunkNames: '[name]-[hash]',
    assetNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
  });
  const { script, style } = entryOf(metafile);
  const page = readFileSync(join(source, 'index.html'), 'utf8')
    .replace('{script}', `${servedUnder}/assets/${script}`)
    .replace('{style}', `${servedUnder}/assets/${style}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'index.html'), page);
}

function entryOf({ outputs }: Metafile): { readonly script: string; readonly style: string } {
  for (const [file, { entryPoint, cssBundle }] of Object.entries(outputs)) {
    if (entryPoint?.endsWith('main.tsx') === true && cssBundle !== undefined) {
      return { script: basename(file), style: basename(cssBundle) };
    }
  }
  throw new Error('the bundle has no script with a style sheet');
}
