import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, formatAddress, overlaps, parseAddress, parseCidr, sizeOf, usable } from './address-range.ts';

const address = fc.integer({ min: 0, max: 2 ** 32 - 1 });

describe('IPv4 ranges', () => {
  it('reads strict CIDR notation', () => {
    expect(parseCidr('192.168.1.0/24')).toEqual({ first: 3232235776, last: 3232236031, prefixLength: 24 });
    expect(parseCidr('0.0.0.0/0')).toEqual({ first: 0, last: 2 ** 32 - 1, prefixLength: 0 });
    expect(parseCidr('255.255.255.255/32')).toEqual({ first: 2 ** 32 - 1, last: 2 ** 32 - 1, prefixLength: 32 });
  });

  it.each([
    '',
    '10.0.0.0',
    '10.0.0.0/',
    '10.0.0.0/33',
    '10.0.0.0/08',
    '10.0.0.1/8',
    '010.0.0.0/8',
    '10.0.0/8',
    '10.0.0.0.0/8',
    '10.0.0.256/32',
    '0xa.0.0.0/8',
    ' 10.0.0.0/8',
    '10.0.0.0/8\n',
    '10.0.0.0/-1',
    '::/0',
  ])('takes %j for no CIDR block', (text) => {
    expect(parseCidr(text)).toBeUndefined();
  });

  it('writes every address the way it reads it', () => {
    fc.assert(fc.property(address, (number) => parseAddress(formatAddress(number)) === number));
  });

  it('keeps the first and the last three addresses of a vSwitch back (ENI-31)', () => {
    const range = parseCidr('192.168.1.0/24')!;
    expect(formatAddress(usable(range).first)).toBe('192.168.1.1');
    expect(formatAddress(usable(range).last)).toBe('192.168.1.252');
    expect(sizeOf(usable(parseCidr('10.0.0.0/29')!))).toBe(4);
  });

  it('tells overlapping from separate ranges as comparing address by address does', () => {
    const small = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }));
    const rangeOf = ([a, b]: [number, number]) => ({ first: Math.min(a, b), last: Math.max(a, b) });
    const members = ({ first, last }: { first: number; last: number }) =>
      Array.from({ length: last - first + 1 }, (_, index) => first + index);
    fc.assert(
      fc.property(small, small, (a, b) => {
        const [one, other] = [rangeOf(a), rangeOf(b)];
        const common = members(one).filter((member) => members(other).includes(member)).length;
        expect(overlaps(one, other)).toBe(common > 0);
        expect(contains(one, other)).toBe(common === members(other).length);
      }),
    );
  });
});
