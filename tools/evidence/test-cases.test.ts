import { expect, it } from 'vitest';
import { readModules } from './modules.ts';
import { testCasesIn, titlesIn } from './test-cases.ts';

const modules = readModules([
  { path: 'src/server.ts', text: `export const start = () => ['RunInstances'];` },
  { path: 'test/support/harness.ts', text: `export const harness = () => 'DeleteVpc';` },
  { path: 'test/clients/life.ts', text: `export const life = (client) => client.createVpcWithOptions({});` },
  {
    path: 'test/life.test.ts',
    text: `import { start } from '../src/server.ts';
import { harness } from './support/harness.ts';
import { life } from './clients/life.ts';
const remove = 'DeleteNetworkInterface';
const causes = { MissingParameter: 1 };
describe('ENI-1 a life', () => {
  const helper = (code) => [remove, start(), harness()];
  it('ENI-2 ends', () => helper('InvalidEniId.NotFound'));
  it.each([['Described']])(\`ENI-3 \${name} begins\`, () => life(causes));
});
it(remove);`,
  },
]);

it('gives each test the texts it reaches in the tests, and nothing of the server and the harness', () => {
  const texts = testCasesIn(modules).map((test) => [test.title, [...test.texts].filter((text) => text.length > 5)]);
  expect(texts).toEqual([
    ['ENI-2 ends', expect.arrayContaining(['InvalidEniId.NotFound', 'DeleteNetworkInterface'])],
    ['ENI-3 … begins', expect.arrayContaining(['Described', 'CreateVpc', 'MissingParameter'])],
  ]);
  expect(texts.flat(2)).not.toContain('RunInstances');
  expect(texts.flat(2)).not.toContain('DeleteVpc');
});

it('gives titles of tests and groups with their lines', () => {
  expect(titlesIn(modules).map(({ path, line, title }) => `${path}:${line} ${title}`)).toEqual([
    'test/life.test.ts:6 ENI-1 a life',
    'test/life.test.ts:8 ENI-2 ends',
    'test/life.test.ts:9 ENI-3 … begins',
  ]);
});
