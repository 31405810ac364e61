import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repository = fileURLToPath(new URL('..', import.meta.url));

/**
 * Writes a file that is made from the sources; with `--check` on the command line it is only looked at, and the process
 * ends with 1 when it is stale.
 * @param path from the folder of the repository
 */
export function keepGenerated(path: string, text: string): void {
  const file = join(repository, path);
  if (existsSync(file) && readFileSync(file, 'utf8') === text) return;
  if (process.argv.includes('--check')) {
    process.stderr.write(`${path} is stale; run npm run generate\n`);
    process.exitCode = 1;
    return;
  }
  writeFileSync(file, text);
}
