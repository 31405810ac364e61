import { expect, it } from 'vitest';
import { readModule } from './modules.ts';
import { divideParameters, namesReadIn, parametersOf } from './parameters.ts';

it('writes members of objects and lists as the wire has them', () => {
  const shape = {
    RegionId: 'string',
    Tag: [{ Key: 'string' }],
    SystemDisk: { Size: 'number' },
    Ids: ['string'],
  } as const;
  expect(parametersOf(shape).map(({ written }) => written)).toEqual([
    'RegionId',
    'Tag.N.Key',
    'SystemDisk.Size',
    'Ids.N',
  ]);
});

it('reads names by property, by destructuring, as text and in rules, and not in answers', () => {
  const module = readModule({
    path: 'a.ts',
    text: `operation('Ecs', 'X', {
      rules: { Ruled: rule, 'Quoted': rule },
      execute({ Taken: taken, Short }, { Nested: { Deep } }) {
        return { Answered: parameters.Read, Type: pick('Named') };
      },
    })`,
  });
  const names = namesReadIn([{ module, node: module.source }]);
  expect([...names].sort()).toEqual([
    'Deep',
    'Ecs',
    'Named',
    'Nested',
    'Quoted',
    'Read',
    'Ruled',
    'Short',
    'Taken',
    'X',
  ]);
});

it('counts a parameter as used only when every name on the way to it is read', () => {
  const parameters = parametersOf({ A: { B: 'string', C: 'string' }, D: 'string' });
  expect(divideParameters(parameters, new Set(['A', 'B', 'C', 'E']))).toEqual({ used: ['A.B', 'A.C'], ignored: ['D'] });
  expect(divideParameters(parameters, new Set(['B', 'D']))).toEqual({ used: ['D'], ignored: ['A.B', 'A.C'] });
});
