import { expect, it } from 'vitest';
import { quotasPage } from './generate-quotas-page.ts';

it('docs/quotas.md says what the code holds to', () => {
  expect(quotasPage().isStale).toBe(false);
});
