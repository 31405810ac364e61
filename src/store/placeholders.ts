import type { Value } from './statement.ts';

const sizes = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/**
 * Placeholders for `IN (...)` and the values for them. The list is filled up to one of a few sizes by repeating its
 * last value, so that a handful of prepared statements serves lists of every length.
 */
export function inList<T extends Value>(values: readonly T[]): { placeholders: string; values: readonly T[] } {
  const last = values.at(-1);
  if (last === undefined) return { placeholders: 'NULL', values };
  const size = sizes.find((candidate) => candidate >= values.length) ?? values.length;
  const filled = [...values, ...new Array<T>(size - values.length).fill(last)];
  return { placeholders: new Array(size).fill('?').join(', '), values: filled };
}
