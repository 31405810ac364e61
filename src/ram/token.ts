import type { Random } from '../operation/context.ts';

const mixed = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** `length` letters of both cases and digits, or characters of another alphabet. */
export function mixedToken(random: Random, length: number, alphabet = mixed): string {
  return Array.from({ length }, () => alphabet[random.below(alphabet.length)]).join('');
}
