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

  it('means the same where `?` stands in what is longer than a word of bits', () => {
    const parts = fc.constantFrom('a', 'b', '?', '*', 'a'.repeat(31), '?a', `b${'?'.repeat(32)}`, 'ab'.repeat(16));
    const patterns = fc.array(parts, { maxLength: 6 }).map((some) => `*?${some.join('')}*`);
    // Texts that fit but for a letter are found by filling patterns in.
    const filled = fc.tuple(patterns, fc.array(fc.constantFrom('', 'a', 'b', 'bb'), { minLength: 80, maxLength: 80 }));
    let matches = 0;
    fc.assert(
      fc.property(filled, fc.nat(300), fc.constantFrom('', 'a', 'b'), ([pattern, fillings], spoilt, letter) => {
        const text = [...pattern].map((one, at) => fillingOf(one, fillings[at % fillings.length]!)).join('');
        for (const tried of [text, text.slice(0, spoilt) + letter + text.slice(spoilt + 1)]) {
          const isMatch = matchesNaively(pattern, tried);
          matches += isMatch ? 1 : 0;
          expect(matcherOf(pattern)(tried)).toBe(isMatch);
        }
      }),
      { numRuns: 400 },
    );
    expect(matches).toBeGreaterThan(200);
  });

  it('looks for what fits at every place but for its end in one reading of a text', () => {
    const matches = matcherOf(`*?${'a'.repeat(500)}?b*`);
    // A place after the other would take two million looks.
    for (const [text, isMatch] of [
      ['a'.repeat(5_000), false],
      [`${'a'.repeat(5_000)}b`, true],
    ] as const) {
      const counted = countingLooks(text);
      expect(matches(counted.text)).toBe(isMatch);
      expect(counted.looks()).toBeLessThan(6 * text.length);
    }
  });
});

function fillingOf(one: string, filling: string): string {
  if (one === '*') return filling;
  return one === '?' ? filling[0] || 'a' : one;
}

/** Whether each rest of the pattern stands for each rest of the text, found from their ends. */
function matchesNaively(pattern: string, text: string): boolean {
  let below = Array.from({ length: text.length + 1 }, (_, at) => at === text.length);
  for (const one of [...pattern].reverse()) {
    const rests = Array.from({ length: text.length + 1 }, () => false);
    for (let at = text.length; at >= 0; at--) {
      if (one === '*') rests[at] = below[at]! || (at < text.length && rests[at + 1]!);
      else rests[at] = at < text.length && (one === '?' || one === text[at]) && below[at + 1]!;
    }
    below = rests;
  }
  return below[0]!;
}

/** A text that counts at how many of its characters it is looked; what works on all of it looks at all of them. */
function countingLooks(text: string): { readonly text: string; looks(): number } {
  let looks = 0;
  const counting = new Proxy(Object(text) as object, {
    get(_, name) {
      if (name === 'length') return text.length;
      if (typeof name === 'string' && /^\d+$/.test(name)) {
        looks += 1;
        return text[Number(name)];
      }
      const method = Reflect.get(String.prototype, name) as (...given: unknown[]) => unknown;
      return (...given: unknown[]) => {
        looks += name === 'charCodeAt' ? 1 : text.length;
        return method.apply(text, given);
      };
    },
  });
  return { text: counting as unknown as string, looks: () => looks };
}
