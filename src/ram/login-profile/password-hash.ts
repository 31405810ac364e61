import { scryptSync, timingSafeEqual } from 'node:crypto';
import type { Random } from '../../operation/context.ts';
import { mixedToken } from '../token.ts';

// A millisecond: these passwords open nothing but tests.
const cost = { N: 256, r: 8, p: 1 };
const length = 32;

/** What is kept of a password: salt and hash. */
export function hashPassword(password: string, random: Random): string {
  const salt = mixedToken(random, 16);
  return `${salt}$${scryptSync(password, salt, length, cost).toString('base64url')}`;
}

/** Whether the password is the one that was hashed. */
export function isPassword(password: string, hashed: string): boolean {
  const [salt = '', hash = ''] = hashed.split('$');
  const wanted = Buffer.from(hash, 'base64url');
  return wanted.length === length && timingSafeEqual(scryptSync(password, salt, length, cost), wanted);
}
