import type Database from 'better-sqlite3';
import type { Statement, Value } from './statement.ts';
import type { Transaction } from './store.ts';

interface Prepared {
  readonly statement: Database.Statement;
  /** Of statements that answer rows: makes an object of a row's values. */
  readonly rowOf: ((values: unknown) => unknown) | undefined;
}

/** One piece of work at a time, inside the transaction of a batch or on committed state. */
export class SqliteTransaction implements Transaction {
  readonly #database: Database.Database;
  readonly #prepared = new Map<number, Prepared>();
  readonly #savepoint: Database.Statement;
  readonly #release: Database.Statement;
  readonly #rollbackTo: Database.Statement;
  #wrote = false;

  constructor(database: Database.Database) {
    this.#database = database;
    this.#savepoint = database.prepare('SAVEPOINT work');
    this.#release = database.prepare('RELEASE work');
    this.#rollbackTo = database.prepare('ROLLBACK TO work');
  }

  async one<Row>(statement: Statement<Row>, ...values: Value[]): Promise<Row | undefined> {
    const { statement: prepared, rowOf } = this.#prepare(statement);
    const row = prepared.get(...values);
    return (row === undefined ? undefined : rowOf?.(row)) as Row | undefined;
  }

  async all<Row>(statement: Statement<Row>, ...values: Value[]): Promise<readonly Row[]> {
    const { statement: prepared, rowOf } = this.#prepare(statement);
    const rows = prepared.all(...values);
    return (rowOf === undefined ? rows : rows.map(rowOf)) as Row[];
  }

  async run(statement: Statement<never>, ...values: Value[]): Promise<number> {
    // The savepoint is set only at the first change: most refused calls and all reads never pay for one.
    if (!this.#wrote) {
      this.#savepoint.run();
      this.#wrote = true;
    }
    return this.#prepare(statement).statement.run(...values).changes;
  }

  /** Ends one piece of work inside the batch. */
  end(keepChanges: boolean): void {
    if (!this.#wrote) return;
    this.#wrote = false;
    if (!keepChanges) this.#rollbackTo.run();
    this.#release.run();
  }

  /** Forgets that anything was begun. */
  abandon(): void {
    this.#wrote = false;
  }

  #prepare(statement: Statement<unknown>): Prepared {
    let prepared = this.#prepared.get(statement.id);
    if (!prepared) {
      const made = this.#database.prepare(statement.text);
      prepared = made.reader
        ? { statement: made.raw(), rowOf: rowMaker(made.columns().map(({ name }) => name)) }
        : { statement: made, rowOf: undefined };
      this.#prepared.set(statement.id, prepared);
    }
    return prepared;
  }
}

/**
 * A function from a row's values to an object with these names. Written as source, so that all rows of a statement
 * share a shape that is known from the first on: half the time of naming values one by one.
 */
function rowMaker(names: readonly string[]): (values: unknown) => unknown {
  const fields = names.map((name, index) => `${JSON.stringify(name)}: values[${index}]`);
  return new Function('values', `return { ${fields.join(', ')} };`) as (values: unknown) => unknown;
}
