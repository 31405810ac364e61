import { expect, it } from 'vitest';
import { libraryPage } from './generate-library-page.ts';

it('docs/library.md says what the package exports', () => {
  const { text, isStale } = libraryPage();
  expect(isStale).toBe(false);
  for (const name of ['startLocalyun', 'connectLocalyun', 'startTestServer', 'localyunTest', 'TestLocalyun']) {
    expect(text).toContain(`\n### ${name}\n`);
  }
}, 60_000);
