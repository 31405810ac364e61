import { expect, it } from 'vitest';
import { readModules } from './modules.ts';
import { reachedFrom } from './reach.ts';
import { readCatalogue, refusalsIn } from './refusals.ts';

const modules = readModules([
  {
    path: 'src/ecs/refusals.ts',
    text: `export const refuse = refusalsOf({
      'InvalidEniId.NotFound': [404, 'There is no "{id}".'],
      MissingParameter: [400, 'Of ECS.'],
      'DependencyViolation.Member': [403, 'In use.', 'DependencyViolation'],
      never: [404, 'Nobody refuses with it.'],
      sizes: [1, 2],
    });`,
  },
  { path: 'src/vpc/refusals.ts', text: `export const refuse = refusalsOf({ MissingParameter: [403, 'Of VPC.'] });` },
  {
    path: 'src/ecs/delete.ts',
    text: `import { refuse } from './refusals.ts';
      export const remove = operation('Ecs', 'Delete', { execute: (id) =>
        id === '' ? refuse('MissingParameter') : id === 'x' ? refuse('DependencyViolation.Member') : 'Available' });`,
  },
]);

it('reads every entry of every catalogue', () => {
  const entries = [...readCatalogue(modules).values()].flat();
  expect(entries.map(({ path, key, status, code }) => `${path} ${key} ${status} ${code}`)).toEqual([
    'src/ecs/refusals.ts InvalidEniId.NotFound 404 InvalidEniId.NotFound',
    'src/ecs/refusals.ts MissingParameter 400 MissingParameter',
    'src/vpc/refusals.ts MissingParameter 403 MissingParameter',
    'src/ecs/refusals.ts DependencyViolation.Member 403 DependencyViolation',
    'src/ecs/refusals.ts never 404 never',
  ]);
});

it('takes from the nearest catalogue what an operation refuses with, and not the whole catalogue', () => {
  const module = modules.get('src/ecs/delete.ts')!;
  const places = reachedFrom(modules, [{ module, node: module.source }]);
  expect(refusalsIn(places, readCatalogue(modules))).toEqual([
    { code: 'MissingParameter', status: 400 },
    { code: 'DependencyViolation', status: 403 },
  ]);
});
