import { expect, it } from 'vitest';
import type { ProductContracts } from '../../src/contracts/contract.ts';
import { coverage } from '../generate-coverage.ts';
import { coveragePage } from './page.ts';
import { evidenceOf } from './read-evidence.ts';

const contract = (parameters: object) => ({ parameters, required: [], response: { RequestId: 'string' } });
const contracts = [
  {
    product: 'Ecs',
    version: '2014-05-26',
    operations: {
      DeleteThing: contract({ RegionId: 'string', ThingId: 'string', Force: 'boolean' }),
      CreateThing: contract({}),
    },
  },
] as unknown as readonly ProductContracts[];

const page = coveragePage(
  evidenceOf(
    [
      {
        path: 'src/ecs/refusals.ts',
        text: `export const refuse = refusalsOf({ Gone: [404, 'x'], Kept: [403, 'x'] });`,
      },
      {
        path: 'src/gateway/steps/admit.ts',
        text: `const refuse = refusalsOf({ Barred: [403, 'x'], 'Forbidden.RegionId': [400, 'x'] });
          export const admit = () => refuse('Barred') ?? refuse('Forbidden.RegionId');`,
      },
      {
        path: 'src/ecs/thing/delete-thing.ts',
        text: `import { refuse } from '../refusals.ts';
          export const deleteThing = operation('Ecs', 'DeleteThing', { execute: ({ ThingId }) => refuse('Gone') });`,
      },
      {
        path: 'src/ecs/thing/delete-thing.test.ts',
        text: `it('ENI-2 is barred', () => refused('Ecs', 'DeleteThing', 'Barred'));`,
      },
    ],
    {
      contracts,
      published: { DeleteThing: { 403: ['Barred', 'Kept'], 404: ['Gone'], 400: ['Forbidden.RegionId'] } },
      proven: { cli: { operations: [], codes: [] } },
      semantics: '<a id="eni-1"></a> <a id="eni-2"></a>',
      reasons: [{ reason: 'cannot occur: it is gone', operations: ['DeleteThing'], codes: ['Kept', 'Lost'] }],
    },
  ),
);

it('begins with the totals', () => {
  expect(page).toContain('| Ecs | 2 | 1 | 1 | 0 | 2 of 3 | 0 | 1 | 1 |');
  expect(page).toContain('| 2 | 1 | 1 |');
});

it('has a line for each operation, with a link to its details', () => {
  expect(page).toContain('| [DeleteThing](#ecs-deletething) | tested | 1 | 2 of 3 | 0 | 1 | 1 | 2 |');
  expect(page).toContain('- Parameters ignored: `Force`.');
  expect(page).toContain('- Codes tested: `Barred` (403).');
  expect(page).toContain('- Codes untested: `Gone` (404).');
  expect(page).toContain('- Codes not answered:\n  - **no reason given**: `Forbidden.RegionId` (400)\n');
  expect(page).toContain('  - cannot occur: it is gone: `Kept` (403)');
  expect(page).toContain('Ecs: 1</summary>\n\nCreateThing');
});

it('has an anchor for each statement, with links to the lines of its tests', () => {
  expect(page).toContain('| <a id="eni-1"></a>[ENI-1](semantics.md#eni-1) | not tested |');
  expect(page).toContain('[delete-thing:1](../src/ecs/thing/delete-thing.test.ts#L1) |');
});

it('is checked in as the sources and tests of now give it (else: npx tsx tools/generate-coverage.ts)', () => {
  expect(coverage().isStale).toBe(false);
});

it('finds every code with a test or a reason, and every reason with a code', () => {
  expect(coverage().problems).toEqual([]);
});
