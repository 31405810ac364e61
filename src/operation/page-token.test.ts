import { describe, expect, it } from 'vitest';
import { placeOf, tokenOf } from './page-token.ts';

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('page tokens', () => {
  it('give back the place they were made from', () => {
    expect(placeOf(tokenOf([1_700_000_000_000, 'eni-1']), ['number', 'string'])).toEqual([1_700_000_000_000, 'eni-1']);
    expect(placeOf(tokenOf(['vpc-ü', 'schlüssel']), ['string', 'string'])).toEqual(['vpc-ü', 'schlüssel']);
    expect(tokenOf(['a?b>c', '~~~'])).toMatch(/^[\w-]+$/);
  });

  it.each([
    ['', 'nothing'],
    ['nonsense', 'no JSON'],
    [encoded(null), 'no list'],
    [encoded({ 0: 'a', 1: 'b', length: 2 }), 'no list either'],
    [encoded(['a']), 'too short'],
    [encoded(['a', 'b', 'c']), 'too long'],
    [encoded([1, 'b']), 'another kind'],
    [encoded(['a\0', 'b']), 'a NUL character'],
    [encoded(['a\ud800', 'b']), 'half a character'],
  ])('refuse %j: %s', (token) => {
    expect(placeOf(token, ['string', 'string'])).toBeUndefined();
  });

  it.each([1.5, 2 ** 53, '1', null])('take %j for no number', (value) => {
    expect(placeOf(encoded([value]), ['number'])).toBeUndefined();
  });
});
