import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NonceMemory } from './nonces.ts';

const used = { code: 'SignatureNonceUsed', status: 400 };

describe('NonceMemory', () => {
  it('takes a nonce once for each access key', () => {
    const nonces = new NonceMemory();
    expect(nonces.use('alice', 'n-1', 0)).toBe(true);
    expect(nonces.use('alice', 'n-2', 0)).toBe(true);
    expect(nonces.use('bob', 'n-1', 0)).toBe(true);
    expect(nonces.use('alice', 'n-1', 1)).toMatchObject(used);
    expect(nonces.use('bob', 'n-1', 1)).toMatchObject({
      ...used,
      message: 'The signature nonce "n-1" was used already.',
    });
    expect(nonces.size).toBe(3);
  });

  it('remembers a nonce as long as a request dated a whole window ahead stays valid', () => {
    const windowMs = 1000;
    for (let usedAtMs = 0; usedAtMs < 5000; usedAtMs += 250) {
      const nonces = new NonceMemory({ windowMs });
      for (let nowMs = 0; nowMs < usedAtMs; nowMs += 250) nonces.use('key', `other-${nowMs}`, nowMs);
      expect(nonces.use('key', 'n', usedAtMs)).toBe(true);
      expect(nonces.use('key', 'n', usedAtMs + 2 * windowMs)).toMatchObject(used);
      expect(nonces.use('key', 'n', usedAtMs + 5 * windowMs)).toBe(true);
    }
  });

  it('forgets everything after a long silence', () => {
    const nonces = new NonceMemory({ windowMs: 1000 });
    nonces.use('key', 'a', 0);
    nonces.use('key', 'b', 2500);
    nonces.use('key', 'c', 100_000);
    expect(nonces.size).toBe(1);
  });

  it('never holds more than its limit and forgets the oldest when full', () => {
    const nonces = new NonceMemory({ maxEntries: 100 });
    for (let at = 0; at < 1000; at++) {
      expect(nonces.use('key', `n-${at}`, 0)).toBe(true);
      expect(nonces.size).toBeLessThanOrEqual(100);
    }
    for (let at = 951; at < 1000; at++) expect(nonces.use('key', `n-${at}`, 0)).toMatchObject(used);
    expect(nonces.use('key', 'n-0', 0)).toBe(true);
  });

  it('agrees with an unbounded memory while nothing is old or full', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 0, max: 20 }))), (uses) => {
        const nonces = new NonceMemory();
        const seen = new Set<string>();
        uses.forEach(([key, nonce], at) => {
          const entry = `${key}/${nonce}`;
          expect(nonces.use(key, `${nonce}`, at) === true).toBe(!seen.has(entry));
          seen.add(entry);
        });
      }),
    );
  });

  it('can be switched off and cleared', () => {
    const off = new NonceMemory({ enabled: false });
    expect(off.use('key', 'n', 0)).toBe(true);
    expect(off.use('key', 'n', 0)).toBe(true);
    expect(off.size).toBe(0);

    const nonces = new NonceMemory();
    nonces.use('key', 'n', 0);
    nonces.clear();
    expect(nonces.use('key', 'n', 0)).toBe(true);
  });

  it('refuses a nonce too long to remember', () => {
    expect(new NonceMemory().use('key', 'n'.repeat(256), 0)).toBe(true);
    expect(new NonceMemory().use('key', 'n'.repeat(257), 0)).toMatchObject({ code: 'InvalidParameter' });
  });
});
