/**
 * Writes `docs/coverage.md`: which operations, parameters, error codes and statements there is evidence for.
 *
 *     npx tsx tools/generate-coverage.ts            write it
 *     npx tsx tools/generate-coverage.ts --check    write nothing; exit 1 when what is checked in is stale
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { coveragePage } from './evidence/page.ts';
import { readEvidence } from './evidence/read-evidence.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const target = 'docs/coverage.md';

/** The page as it must be, and whether the one that is there differs. */
export function coverage(): { readonly text: string; readonly isStale: boolean } {
  const path = join(repository, target);
  const present = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const text = coveragePage(readEvidence(repository));
  return { text, isStale: present !== text };
}

function main(): void {
  const { check: isCheck } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values;
  const { text, isStale } = coverage();
  if (!isStale) return;
  console.log(`${isCheck ? 'stale' : 'wrote'}: ${target}`);
  if (isCheck) process.exitCode = 1;
  else writeFileSync(join(repository, target), text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
