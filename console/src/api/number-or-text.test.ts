import { describe, expect, it } from 'vitest';
import { numberOrText } from './number-or-text.ts';

describe('what is typed as a number', () => {
  it.each([
    ['7', 7],
    [' 0 ', 0],
    ['0.5', 0.5],
    ['-1', -1],
  ])('is one: %j', (typed, number) => expect(numberOrText(typed)).toBe(number));

  it.each([
    ['', ''],
    ['  ', ''],
    ['abc', 'abc'],
    ['1e400', '1e400'],
    ['NaN', 'NaN'],
  ])('goes along as text when it is none: %j', (typed, text) => expect(numberOrText(typed)).toBe(text));
});
