import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matcherOf } from './wildcards.ts';

describe('a pattern', () => {
  it.each([
    ['', ['']],
    ['*', ['', 'a', '*']],
    ['**', ['', 'a']],
    ['a', ['a']],
    ['a*', ['a', 'ab', 'a*']],
    ['*a', ['a', 'ba', 'aa']],
    ['a*a', ['aa', 'aba', 'aaa']],
    ['a*b*c', ['abc', 'abbc', 'axbxc', 'abcbc']],
    ['?', ['a', '?', '*']],
    ['a?c', ['abc', 'a?c']],
    ['*a?c*', ['abc', 'xabcx', 'aabcc', 'a?c']],
    ['??*', ['ab', 'abc']],
  ])('%j matches what it stands for', (pattern, texts) => {
    expect(texts.filter((text) => !matcherOf(pattern)(text))).toEqual([]);
  });

  it.each([
    ['', ['a']],
    ['a', ['', 'A', 'aa', 'ab']],
    ['a*a', ['a', 'ab', 'ba']],
    ['ab*ba', ['aba', 'ab', 'ba']],
    ['a*b*c', ['acb', 'abcd', 'bac']],
    ['?', ['', 'ab']],
    ['*a?c*', ['ac', 'acb', 'abbc']],
    ['*ab?', ['ab', 'abcd']],
  ])('%j matches nothing else', (pattern, texts) => {
    expect(texts.filter((text) => matcherOf(pattern)(text))).toEqual([]);
  });

  it('means the same as the regular expression it stands for', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 8 });
    fc.assert(
      fc.property(letters, fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 10 }), (pattern, text) => {
        const expression = new RegExp(`^${pattern.replace(/\*+/g, '.*').replaceAll('?', '.')}$`);
        expect(matcherOf(pattern)(text)).toBe(expression.test(text));
      }),
      { numRuns: 2_000 },
    );
  });
});
