import { type Statement, sql, type Value } from './statement.ts';

const sizes = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];

/**
 * Placeholders for `IN (...)` and the values for them. The list is filled up to one of a few sizes by repeating its
 * last value, so that a handful of prepared statements serves lists of every length.
 */
export function inList<T extends Value>(values: readonly T[]): { placeholders: string; values: readonly T[] } {
  const last = values.at(-1);
  if (last === undefined) return { placeholders: 'NULL', values };
  if (values.length === 1) return { placeholders: '?', values };
  const size = sizes.find((candidate) => candidate >= values.length) ?? values.length;
  const filled = [...values, ...new Array<T>(size - values.length).fill(last)];
  return { placeholders: new Array(size).fill('?').join(', '), values: filled };
}

/** A statement over a list, `IN (...)`: one prepared statement for each of the few sizes that lists are filled up to. */
export interface ListStatement<Row> {
  /** The statement for this many values, and the values filled up to its size. */
  of<T extends Value>(values: readonly T[]): { readonly statement: Statement<Row>; readonly values: readonly T[] };
}

/** Declares a statement whose text contains a list of placeholders. Call it once at module level. */
export function listSql<Row>(textOf: (placeholders: string) => string): ListStatement<Row> {
  const bySize = new Map<number, Statement<Row>>();
  return {
    of(given) {
      const { placeholders, values } = inList(given);
      let statement = bySize.get(values.length);
      if (statement === undefined) {
        statement = sql<Row>(textOf(placeholders));
        bySize.set(values.length, statement);
      }
      return { statement, values };
    },
  };
}
