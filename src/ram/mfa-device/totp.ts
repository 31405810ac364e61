import { createHmac } from 'node:crypto';
import type { Random } from '../../operation/context.ts';
import { mixedToken } from '../token.ts';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const seedLength = 32;
const stepMs = 30_000;
/** Clocks differ, and two codes take a step to read: the first may be this many steps old, or one ahead. */
const stepsBack = 3;
const stepsAhead = 1;

/** A new secret of 160 bits, in Base32. */
export function newSeed(random: Random): string {
  return mixedToken(random, seedLength, alphabet);
}

/** The six digits that a device with this seed shows at the time. @see RFC 6238 */
export function codeAt(seed: string, timeMs: number): string {
  return codeOfStep(keyOf(seed), Math.floor(timeMs / stepMs));
}

/** Whether the codes are two successive ones that a device with this seed shows around the time. */
export function areSuccessiveCodes(seed: string, [first, second]: readonly [string, string], nowMs: number): boolean {
  const key = keyOf(seed);
  const now = Math.floor(nowMs / stepMs);
  for (let step = Math.max(now - stepsBack, 0); step <= now + stepsAhead; step += 1) {
    if (codeOfStep(key, step) === first && codeOfStep(key, step + 1) === second) return true;
  }
  return false;
}

function codeOfStep(key: Buffer, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', key).update(counter).digest();
  const offset = digest.readUInt8(digest.length - 1) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

function keyOf(seed: string): Buffer {
  const bits = [...seed].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
}
