/** Bundles the web console into a folder: `index.html` and, under `assets/`, everything it loads. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { bundledLicenses } from './bundled-licenses.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const source = join(root, 'console');

/** Where the server serves the folder. */
const servedUnder = '/_localyun';

/** Builds into a folder, which may be there. File names carry a hash of what is in them, so browsers may keep them. */
export async function buildConsoleInto(folder: string): Promise<void> {
  const { metafile } = await build({
    entryPoints: [join(source, 'src/main.tsx')],
    outdir: join(folder, 'assets'),
    absWorkingDir: root,
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
  const page = readFileSync(join(source, 'index.html'), 'utf8')
    .replace('<!-- styles -->', styleSheetsOf(metafile).map(linkTo).join('\n    '))
    .replace('{script}', addressOf(scriptOf(metafile)));
  mkdirSync(folder, { recursive: true });
  writeWhole(join(folder, 'licenses.txt'), bundledLicenses(root, Object.keys(metafile.inputs)));
  writeWhole(join(folder, 'index.html'), page);
}

/** A server that is running meanwhile reads the old file or the new one. */
function writeWhole(file: string, text: string): void {
  const unfinished = `${file}.${process.pid}`;
  writeFileSync(unfinished, text);
  renameSync(unfinished, file);
}

function scriptOf({ outputs }: Metafile): string {
  const entry = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint?.endsWith('main.tsx') === true);
  if (entry === undefined) throw new Error('the bundle has no script');
  return entry[0];
}

/** Those of all pages: a page that is loaded later brings only its script. The ones of the entry go first. */
function styleSheetsOf({ outputs }: Metafile): readonly string[] {
  const sheets = Object.keys(outputs).filter((file) => file.endsWith('.css'));
  const isOfEntry = (file: string): boolean => basename(file).startsWith('main-');
  return [...sheets.filter(isOfEntry), ...sheets.filter((file) => !isOfEntry(file))];
}

function linkTo(sheet: string): string {
  return `<link rel="stylesheet" href="${addressOf(sheet)}" />`;
}

function addressOf(file: string): string {
  return `${servedUnder}/assets/${basename(file)}`;
}
