import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { llmsText } from './generate-llms.ts';
import { pageDescriptions } from './page-descriptions.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

it('llms.txt lists every page', () => {
  expect(llmsText().isStale).toBe(false);
});

it('llms.txt describes pages that are there', () => {
  expect(Object.keys(pageDescriptions).filter((path) => !existsSync(join(root, path)))).toEqual([]);
  const lines = llmsText()
    .text.split('\n')
    .filter((line) => line.startsWith('- '));
  expect(lines.length).toBeGreaterThan(30);
  for (const line of lines) expect(line).toMatch(/^- \[.+\]\([\w./-]+\.md\): .+\.$/);
});
