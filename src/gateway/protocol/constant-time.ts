import { Buffer } from 'node:buffer';
import { timingSafeEqual } from 'node:crypto';

/** Compares two texts in a time that tells nothing but their lengths. */
export function sameText(expected: string, given: string): boolean {
  const expectedBytes = Buffer.from(expected);
  const givenBytes = Buffer.from(given);
  return expectedBytes.length === givenBytes.length && timingSafeEqual(expectedBytes, givenBytes);
}
