import type { Connection, QueryAnswer } from './connection.ts';
import { kindOfFailure } from './postgres-failure.ts';
import type { Statement, Value } from './statement.ts';
import type { Transaction } from './store.ts';

/** What opens a transaction, and what is to be waited for before it. */
export type Opening = readonly (string | { readonly text: string; readonly values: readonly number[] })[];

/**
 * A transaction on one connection, for one piece of work or for several, one after another. What only prepares the next
 * statement is sent together with it, so that nothing is waited for but what somebody reads.
 */
export class PostgresTransaction implements Transaction {
  readonly #client: Connection;
  readonly #isShared: boolean;
  /** Settles once everything is answered that opens the transaction. */
  readonly #opened: Promise<void>;
  #isOpen = false;
  #wrote = false;
  #isForgotten = false;
  #isInDoubt = false;
  #failure: Error | undefined;

  /** @param isShared whether several pieces of work share it, so that what one has changed can be forgotten alone */
  constructor(client: Connection, opening: Opening, isShared: boolean) {
    this.#client = client;
    this.#isShared = isShared;
    this.#opened = new Promise((resolve) => {
      for (const [index, statement] of opening.entries()) {
        this.#send(statement, () => index === opening.length - 1 && resolve());
      }
    });
  }

  /** Why nothing of it is kept, even if the work took no notice of a failed statement. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** Whether it may have been committed although it failed. */
  get isInDoubt(): boolean {
    return this.#isInDoubt;
  }

  async one<Row>(statement: Statement<Row>, ...values: Value[]): Promise<Row | undefined> {
    return (await this.#query(statement, values)).rows[0] as Row | undefined;
  }

  async all<Row>(statement: Statement<Row>, ...values: Value[]): Promise<readonly Row[]> {
    return (await this.#query(statement, values)).rows as readonly Row[];
  }

  async run(statement: Statement<never>, ...values: Value[]): Promise<number> {
    if (!this.#wrote) await this.#prepareToWrite();
    return (await this.#query(statement, values)).rowCount ?? 0;
  }

  /** Ends one piece of work. */
  end(keepChanges: boolean): void {
    if (!this.#wrote) return;
    this.#wrote = false;
    if (!this.#isShared) {
      this.#isForgotten = !keepChanges;
      return;
    }
    if (!keepChanges) this.#send('ROLLBACK TO SAVEPOINT work');
    this.#send('RELEASE SAVEPOINT work');
  }

  /**
   * Commits, and gives the connection back.
   * @param after what is to be done as soon as the transaction has ended, one way or the other
   * @throws what `failure` is from then on
   */
  async commit(after?: string): Promise<void> {
    const wanted = this.#isForgotten ? 'ROLLBACK' : 'COMMIT';
    this.#isInDoubt = true;
    const ended = this.#client.query(wanted);
    if (after !== undefined) this.#send(after);
    try {
      const { command } = await ended;
      if (command !== wanted) throw new Error(`the transaction ended in ${command}`);
    } catch (error) {
      this.#failure ??= error as Error;
    }
    this.#isInDoubt = this.#failure !== undefined && kindOfFailure(this.#failure) === 'gone';
    if (this.#failure !== undefined) throw this.#failure;
  }

  /** Rolls back what failed, or what nobody wants. */
  abandon(after?: string): void {
    this.#send('ROLLBACK');
    if (after !== undefined) this.#send(after);
  }

  /** A change that outran a BEGIN that fails would be a transaction of its own. */
  async #prepareToWrite(): Promise<void> {
    if (!this.#isOpen) await this.#opened;
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#isShared) this.#send('SAVEPOINT work');
    this.#wrote = true;
  }

  async #query(statement: Statement<unknown>, values: readonly Value[]): Promise<QueryAnswer> {
    const { id, postgresText: text } = statement;
    try {
      const result = await this.#client.query({ name: `s${id}`, text, values: values.map(storable) });
      this.#isOpen = true;
      if (this.#failure === undefined) return result;
    } catch (error) {
      this.#failure ??= error as Error;
    }
    throw this.#failure;
  }

  #send(statement: Opening[number], answered?: () => void): void {
    const done = (error: Error | null): void => {
      if (error) this.#failure ??= error;
      answered?.();
    };
    if (typeof statement === 'string') this.#client.query(statement, done);
    else this.#client.query(statement.text, [...statement.values], done);
  }
}

/** PostgreSQL's text holds every character but NUL; nothing stored has one, so a text with one matches nothing. */
function storable(value: Value): Value {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value;
}
