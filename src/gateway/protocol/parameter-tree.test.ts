import { describe, expect, it } from 'vitest';
import { treeOf } from './parameter-tree.ts';

describe('treeOf', () => {
  it('arranges wanted dotted names and keeps each whole name', () => {
    const parameters = new Map([
      ['Action', 'A'],
      ['Tag.1.Key', 'k'],
      ['Tag.1', 'both text and object'],
      ['Other.1', 'x'],
    ]);
    const tree = treeOf(parameters, new Set(['Tag', 'Action']));
    expect([...(tree?.keys() ?? [])]).toEqual(['Tag']);
    const item = tree?.get('Tag')?.children?.get('1');
    expect(item).toMatchObject({ name: 'Tag.1', value: 'both text and object' });
    expect(item?.children?.get('Key')).toEqual({ name: 'Tag.1.Key', value: 'k', children: undefined });
  });

  it('is nothing without dotted names', () => {
    expect(treeOf(new Map([['Tag', 'x']]), new Set(['Tag']))).toBeUndefined();
    expect(treeOf(new Map([['Tag.1', 'x']]), new Set())).toBeUndefined();
  });

  it('reads odd dots as empty parts', () => {
    const tree = treeOf(
      new Map([
        ['Tag.', 'a'],
        ['Tag..x', 'b'],
        ['.Tag', 'c'],
      ]),
      new Set(['Tag']),
    );
    expect(tree?.get('Tag')?.children?.get('')).toMatchObject({ name: 'Tag.', value: 'a' });
    expect(tree?.get('Tag')?.children?.get('')?.children?.get('x')?.value).toBe('b');
  });
});
