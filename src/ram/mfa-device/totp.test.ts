import { describe, expect, it } from 'vitest';
import { areSuccessiveCodes, codeAt } from './totp.ts';

/** The twenty bytes `12345678901234567890`, with which RFC 6238 gives its examples. */
const seed = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('time-based codes', () => {
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('at second %d are those of RFC 6238', (second, code) => {
    expect(codeAt(seed, second * 1000)).toBe(code);
  });

  it('prove a device when two follow one another and are of now', () => {
    const nowMs = 1_234_567_890_000;
    const at = (steps: number) => codeAt(seed, nowMs + steps * 30_000);
    const proves = (first: number, second: number) => areSuccessiveCodes(seed, [at(first), at(second)], nowMs);
    for (const first of [-3, -2, -1, 0, 1]) expect(proves(first, first + 1)).toBe(true);
    for (const first of [-5, -4, 2, 3]) expect(proves(first, first + 1)).toBe(false);
    expect(proves(0, -1)).toBe(false);
    expect(proves(-1, 1)).toBe(false);
    expect(proves(0, 0)).toBe(false);
  });
});
