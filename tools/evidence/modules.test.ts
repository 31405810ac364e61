import { describe, expect, it } from 'vitest';
import { readModule } from './modules.ts';

describe('readModule', () => {
  it('finds what a file declares at its top level and in groups of tests, and nothing deeper', () => {
    const { declarations } = readModule({
      path: 'a.test.ts',
      text: `const one = 1, { two, three: [four] } = f();
        export function five() { const hidden = 1; }
        class Six {}
        type Seven = string;
        describe.each([1])('group', () => { const eight = 8; });`,
    });
    expect([...declarations.keys()]).toEqual(['one', 'two', 'four', 'five', 'Six', 'eight']);
  });

  it('knows where imported names of the repository come from', () => {
    const { imports } = readModule({
      path: 'src/ecs/tag/tags.ts',
      text: `import { refuse } from '../refusals.ts';
        import { find as findTag, type Tag } from './tag.table.ts';
        import { z } from 'zod';`,
    });
    expect(Object.fromEntries(imports)).toEqual({
      refuse: { path: 'src/ecs/refusals.ts', name: 'refuse' },
      findTag: { path: 'src/ecs/tag/tag.table.ts', name: 'find' },
      Tag: { path: 'src/ecs/tag/tag.table.ts', name: 'Tag' },
    });
  });
});
