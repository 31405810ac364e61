/**
 * Writes `docs/quotas.md` from `src/operation/quotas.ts`.
 *
 *     npx tsx tools/generate-quotas-page.ts            write it
 *     npx tsx tools/generate-quotas-page.ts --check    write nothing; exit 1 when what is checked in is stale
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fixedLimits } from '../src/operation/fixed-limits.ts';
import { accountAttributes, type Quota, quotas } from '../src/operation/quotas.ts';

const repository = fileURLToPath(new URL('..', import.meta.url));
const target = 'docs/quotas.md';

/** The page as it must be, and whether the one that is there differs. */
export function quotasPage(): { readonly text: string; readonly isStale: boolean } {
  const path = join(repository, target);
  const present = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const text = page();
  return { text, isStale: present !== text };
}

function page(): string {
  return `# Quotas and limits

Made by \`tools/generate-quotas-page.ts\` from [\`src/operation/quotas.ts\`](../src/operation/quotas.ts).

## Quotas

A quota is counted by account and region. Its value can be set for an account, or for an account in one region, in a
seed file or while the server runs:

\`\`\`sh
curl -X POST http://127.0.0.1:20140/_localyun/seed -d '{"accounts": [{"accessKeyId": "localyun-team",
  "quotas": {"network-interfaces": 500}, "quotasByRegion": {"cn-beijing": {"network-interfaces": 5}}}]}'
\`\`\`

What is there already when a quota shrinks stays. DescribeAccountAttributes answers those that have a name there.

| quota | default | what is counted | held to by, and refused with | DescribeAccountAttributes |
|---|---|---|---|---|
${(Object.entries(quotas) as [string, Quota][]).map(quotaRow).join('\n')}

## Limits that are no quotas

The same for every account. A name instead of a number is the field of DescribeInstanceTypes that has the number.

| limit | what is counted | held to by, and refused with |
|---|---|---|
${fixedLimits.map(({ value, counted, heldBy }) => row([figure(value), counted, held(heldBy)])).join('\n')}
`;
}

function quotaRow([name, quota]: [string, Quota]): string {
  const attributes = Object.entries(accountAttributes).filter(([, quotaName]) => quotaName === name);
  const attribute = attributes.map(([attributeName]) => `\`${attributeName}\``).join(', ');
  return row([`\`${name}\``, figure(quota.default), quota.counted, held(quota.heldBy), attribute]);
}

/** By code: most operations refuse with the same. */
function held(heldBy: Quota['heldBy']): string {
  const byCode = new Map<string, string[]>();
  for (const [operation, code] of Object.entries(heldBy)) {
    byCode.set(code, [...(byCode.get(code) ?? []), operation.replace(/^Ecs /, '')]);
  }
  return [...byCode].map(([code, operations]) => `${[...new Set(operations)].join(', ')}: \`${code}\``).join('; ');
}

function figure(value: number | string): string {
  return typeof value === 'number' ? value.toLocaleString('en-US') : value;
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`.replaceAll('|  |', '| |');
}

function main(): void {
  const { check: isCheck } = parseArgs({ options: { check: { type: 'boolean', default: false } } }).values;
  const { text, isStale } = quotasPage();
  if (!isStale) return;
  console.log(`${isCheck ? 'stale' : 'wrote'}: ${target}`);
  if (isCheck) process.exitCode = 1;
  else writeFileSync(join(repository, target), text);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
