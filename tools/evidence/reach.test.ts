import { describe, expect, it } from 'vitest';
import { readModules } from './modules.ts';
import { reachedFrom } from './reach.ts';

const modules = readModules([
  {
    path: 'src/a.ts',
    text: `import { helper, type Unused } from './b.ts';
      export const start = () => helper(local);
      const local = { notFollowed: 1 };
      const aside = () => other();
      function other() {}`,
  },
  {
    path: 'src/b.ts',
    text: `export function helper(value: Shape) { return value.notFollowed ? helper(value) : deeper(); }
      const deeper = () => 1;
      const notFollowed = 2;
      interface Shape { aside: number }`,
  },
]);

function reached(name: string): string[] {
  const module = modules.get('src/a.ts')!;
  const places = reachedFrom(modules, [{ module, node: module.declarations.get(name)! }]);
  return places.map(
    ({ module: { path }, node }) => `${path} ${/\w+/.exec(node.getText().replace(/^export |function /g, ''))}`,
  );
}

describe('reachedFrom', () => {
  it('follows names into other files, round in circles only once, and not through property names', () => {
    expect(reached('start').sort()).toEqual(['src/a.ts local', 'src/a.ts start', 'src/b.ts deeper', 'src/b.ts helper']);
  });

  it('leaves out what is not named', () => {
    expect(reached('aside').sort()).toEqual(['src/a.ts aside', 'src/a.ts other']);
  });
});
