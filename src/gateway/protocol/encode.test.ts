import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formDecode, percentEncode, percentEncodeTwice } from './encode.ts';

describe('percentEncode', () => {
  it('leaves exactly the unreserved characters of RFC 3986', () => {
    for (let code = 0; code < 128; code++) {
      const character = String.fromCharCode(code);
      const expected = /[A-Za-z0-9\-_.~]/.test(character)
        ? character
        : `%${code.toString(16).toUpperCase().padStart(2, '0')}`;
      expect(percentEncode(character)).toBe(expected);
    }
  });

  it('encodes UTF-8 bytes in upper case', () => {
    expect(percentEncode('é€😀')).toBe('%C3%A9%E2%82%AC%F0%9F%98%80');
    expect(percentEncode("k 1*~!'()")).toBe('k%201%2A~%21%27%28%29');
    expect(percentEncode("é 1*~!'()")).toBe('%C3%A9%201%2A~%21%27%28%29');
  });

  it('encodes every text byte by byte', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = percentEncode(text).replace(/%([0-9A-F]{2})|([A-Za-z0-9\-_.~])/g, (_, hex, plain) =>
          hex === undefined ? plain.charCodeAt(0).toString(16) : hex,
        );
        expect(bytes.toLowerCase()).toBe(Buffer.from(text).toString('hex'));
      }),
    );
  });
});

it('percentEncodeTwice is percentEncode done twice', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
      expect(percentEncodeTwice(text)).toBe(percentEncode(percentEncode(text)));
    }),
  );
});

describe('formDecode', () => {
  it('undoes percentEncode', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(formDecode(percentEncode(text))).toBe(text);
      }),
    );
  });

  it('reads + as a space and %2B as a plus', () => {
    expect(formDecode('a+b%20c%2Bd')).toBe('a b c+d');
  });

  it.each(['%', '%4', '%zz', 'a%', '%C3', '%FF', '%C0%80', '%ED%A0%80'])('refuses %j', (text) => {
    expect(formDecode(text)).toBeUndefined();
  });
});
