/**
 * Writes `docs/coverage.md`: which operations, parameters, error codes and statements there is evidence for.
 *
 *     npx tsx tools/generate-coverage.ts            write it
 *     npx tsx tools/generate-coverage.ts --check    write nothing; exit 1 when what is checked in is stale
 *
 * Either way it exits with 1 when a code has neither a test nor a reason, or a reason explains nothing.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { coveragePage } from './evidence/page.ts';
import { readEvidence } from './evidence/read-evidence.ts';
import { codeProblems } from './evidence/reasons.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const target = 'docs/coverage.md';

/** The page as it must be, whether the one that is there differs, and what is wrong with the evidence itself. */
export interface Coverage {
  readonly text: string;
  readonly isStale: boolean;
  readonly problems: readonly string[];
}

export function coverage(): Coverage {
  const path = join(repository, target);
  const present = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const evidence = readEvidence(repository);
  const text = coveragePage(evidence);
  return { text, isStale: present !== text, problems: codeProblems(evidence) };
}

function main(): void {
  const { check: isCheck } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values;
  const { text, isStale, problems } = coverage();
  for (const problem of problems) console.log(problem);
  if (problems.length > 0) process.exitCode = 1;
  if (!isStale) return;
  console.log(`${isCheck ? 'stale' : 'wrote'}: ${target}`);
  if (isCheck) process.exitCode = 1;
  else writeFileSync(join(repository, target), text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
