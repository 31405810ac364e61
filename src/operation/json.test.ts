import { describe, expect, it } from 'vitest';
import { isText, parseJson } from './json.ts';

describe('the JSON of a caller', () => {
  it('is read as JSON is', () => {
    expect(parseJson('[{"a":[1,-0.5,true,null,"é😀"]}]')).toEqual([{ a: [1, -0.5, true, null, 'é😀'] }]);
    expect(parseJson('null')).toBeNull();
    for (const text of ['', '[', "['a']", '[1,]', '[NaN]', '\ufeff[]']) expect(parseJson(text)).toBeUndefined();
  });

  it('has whole characters only, and no NUL', () => {
    for (const text of ['["\\u0000"]', '["\\ud83d"]', '["\\ude00\\ud83d"]', '{"\\ud800":1}', '"\\u0000"']) {
      expect(parseJson(text)).toBeUndefined();
    }
    expect(parseJson('"\\ud83d\\ude00"')).toBe('😀');
  });

  it('is not nested without end', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(parseJson(nested(64))).toBeDefined();
    expect(parseJson(nested(65))).toBeUndefined();
    expect(parseJson(nested(100_000))).toBeUndefined();
    expect(parseJson('{"a":'.repeat(100_000))).toBeUndefined();
  });
});

it('text is what has no half of a surrogate pair and no NUL', () => {
  for (const text of ['', 'a', '😀', '\ufffd', '\u0001']) expect(isText(text)).toBe(true);
  for (const text of ['\0', 'a\0', '\ud83d', '\ude00\ud83d', '😀\ud83d']) expect(isText(text)).toBe(false);
});
