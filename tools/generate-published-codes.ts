/**
 * Writes `src/faults/published-codes.generated.ts` from `docs/error-codes.json`.
 *
 *     npx tsx tools/generate-published-codes.ts            write it
 *     npx tsx tools/generate-published-codes.ts --check    write nothing; exit 1 when what is checked in is stale
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { keepGenerated } from './generated-file.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const published: Record<string, Record<string, readonly string[]>> = JSON.parse(
  readFileSync(join(repository, 'docs/error-codes.json'), 'utf8'),
);

const rows = Object.entries(published).map(([action, table]) => {
  const codes = Object.entries(table).flatMap(([status, ofStatus]) => ofStatus.map((code) => `${status} ${code}`));
  return `  ${action}:\n    '${codes.join(' ')}',\n`;
});

keepGenerated('src/faults/published-codes.generated.ts', [
  '// Made by tools/generate-published-codes.ts from docs/error-codes.json.\n\n',
  '/** The published errors of operations of ECS: pairs of HTTP status and code, with spaces between all of them. */\n',
  'export const publishedCodes: Readonly<Record<string, string>> = {\n',
  ...rows,
  '};\n',
].join(''));
