import { randomBytes, randomUUID } from 'node:crypto';
import type { Random } from '../operation/context.ts';

const alphabet = '0123456789abcdefghijklmnopqrstuvwxyz';

/** Draws from the operating system, or repeats the run of a seed. */
export function createRandom(seed?: number): Random {
  const next = seed === undefined ? systemWords() : seededWords(seed);
  const below = (limit: number) => Math.floor((next() / 2 ** 32) * limit);
  return {
    below,
    token(length) {
      let text = '';
      for (let index = 0; index < length; index += 1) text += alphabet[below(36)];
      return text;
    },
    uuid() {
      if (seed === undefined) return randomUUID().toUpperCase();
      const hex = [next(), next(), next(), next()].map((word) => word.toString(16).padStart(8, '0')).join('');
      const variant = '89ab'[below(4)];
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`.toUpperCase();
    },
  };
}

function systemWords(): () => number {
  let pool = Buffer.alloc(0);
  let offset = 0;
  return () => {
    if (offset >= pool.length) {
      pool = randomBytes(4096);
      offset = 0;
    }
    const word = pool.readUInt32LE(offset);
    offset += 4;
    return word;
  };
}

/** mulberry32: small, well spread, and the same on every platform. */
function seededWords(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let word = state;
    word = Math.imul(word ^ (word >>> 15), word | 1);
    word ^= word + Math.imul(word ^ (word >>> 7), word | 61);
    return (word ^ (word >>> 14)) >>> 0;
  };
}
