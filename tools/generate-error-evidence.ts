/**
 * Writes `src/errors/evidence.generated.ts`: which operations answer which codes, as sources and tests tell.
 *
 *     npx tsx tools/generate-error-evidence.ts            write it
 *     npx tsx tools/generate-error-evidence.ts --check    write nothing; exit 1 when what is checked in is stale
 */
import { fileURLToPath } from 'node:url';
import { readEvidence } from './evidence/read-evidence.ts';
import { keepGenerated } from './generated-file.ts';

const { products } = readEvidence(fileURLToPath(new URL('..', import.meta.url)));

const rows: string[] = [];
const unanswered = new Map<string, string[]>();
for (const { product, operations } of products) {
  for (const { action, codes } of operations) {
    const answered = codes
      .filter(({ verdict }) => verdict !== 'unanswered')
      .map(({ status, code }) => `${status} ${code}`);
    if (answered.length > 0) rows.push(`  '${product} ${action}':\n    '${answered.join(' ')}',\n`);
    for (const { status, code, reason } of codes) {
      if (reason === undefined) continue;
      unanswered.set(reason, [...(unanswered.get(reason) ?? []), `${product} ${action} ${status} ${code}`]);
    }
  }
}
const reasons = [...unanswered].map(([reason, codes]) => `  ${JSON.stringify(reason)}:\n    '${codes.join(', ')}',\n`);

keepGenerated(
  'src/errors/evidence.generated.ts',
  [
    '// Made by tools/generate-error-evidence.ts from the sources and tests.\n\n',
    '/** By product and action: pairs of HTTP status and code, with spaces between all of them. */\n',
    'export const answeredCodes: Readonly<Record<string, string>> = {\n',
    ...rows,
    '};\n\n',
    '/** Published codes that are not answered, by the reason: `Product Action status Code`, with commas between. */\n',
    'export const unansweredCodes: Readonly<Record<string, string>> = {\n',
    ...reasons,
    '};\n',
  ].join(''),
);
