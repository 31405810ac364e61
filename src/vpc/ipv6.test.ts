import { describe, expect, it } from 'vitest';
import {
  containsBlock,
  formatIpv6,
  formatIpv6Cidr,
  isInBlock,
  isSameBlock,
  isStrict,
  parseIpv6,
  parseIpv6Cidr,
} from './ipv6.ts';

describe('IPv6 text', () => {
  it.each([
    ['2001:DB8::1', '2001:db8::1'],
    ['2001:0db8:0000:0000:0000:0000:0000:0001', '2001:db8::1'],
    ['2001:db8:0:0:1:0:0:1', '2001:db8::1:0:0:1'],
    ['::ffff:1.2.3.4', '::ffff:102:304'],
    ['::', '::'],
    ['1:2:3:4:5:6:7:8', '1:2:3:4:5:6:7:8'],
  ])('%s has the one spelling %s', (text, canonical) => {
    expect(formatIpv6(parseIpv6(text)!)).toBe(canonical);
  });

  it.each([
    '',
    '1.2.3.4',
    'fe80::1%eth0',
    '2001:db8:::1',
    '2001:db8::g',
    '[::1]',
    ' ::1',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '2001:db8::00001',
  ])('%j is no address', (text) => {
    expect(parseIpv6(text)).toBeUndefined();
  });

  it.each(['2001:db8::', '2001:db8::/129', '2001:db8::/', '2001:db8::/064', '/64', 'x/64', '10.0.0.0/8', '::/64/64'])(
    '%j is no block',
    (text) => {
      expect(parseIpv6Cidr(text)).toBeUndefined();
    },
  );

  it.each([
    ['2001:db8::/32', true],
    ['2001:db8:1::/32', false],
    ['2001:db8:0:ff00::/56', true],
    ['2001:db8:0:ff80::/56', false],
    ['::/0', true],
    ['::1/128', true],
    ['2001:db8:0:0:0:1::/80', false],
  ])('%s is strict: %s', (text, strict) => {
    expect(isStrict(parseIpv6Cidr(text)!)).toBe(strict);
  });

  it.each([
    ['2001:db8::1', '2001:db8::/32', true],
    ['2001:db9::1', '2001:db8::/32', false],
    ['2001:db8:0:1234::1', '2001:db8:0:1200::/56', true],
    ['2001:db8:0:1334::1', '2001:db8:0:1200::/56', false],
    ['ffff::', '::/0', true],
    ['::1', '::1/128', true],
    ['::2', '::1/128', false],
  ])('%s is in %s: %s', (address, block, inside) => {
    expect(isInBlock(parseIpv6(address)!, parseIpv6Cidr(block)!)).toBe(inside);
  });

  it.each([
    ['2001:db8::/32', '2001:db8:1::/48', true],
    ['2001:db8::/32', '2001:db8::/32', true],
    ['2001:db8:1::/48', '2001:db8::/32', false],
    ['2001:db8::/32', '2001:db9::/48', false],
    ['::/0', 'ff00::/8', true],
  ])('%s contains %s: %s', (outer, inner, inside) => {
    expect(containsBlock(parseIpv6Cidr(outer)!, parseIpv6Cidr(inner)!)).toBe(inside);
  });

  it('compares blocks by what they mean', () => {
    expect(isSameBlock('2001:DB8:0::/56', '2001:db8::/56')).toBe(true);
    expect(isSameBlock('2001:db8::/56', '2001:db8::/64')).toBe(false);
    expect(isSameBlock('x', 'x')).toBe(false);
    expect(formatIpv6Cidr(parseIpv6Cidr('2001:0DB8::/56')!)).toBe('2001:db8::/56');
  });
});
