import type { OperationContext } from '../../src/operation/context.ts';
import { isRefusal } from '../../src/operation/refusal.ts';
import { type Statement, sql, type Value } from '../../src/store/statement.ts';
import type { Outcome, Store, Transaction } from '../../src/store/store.ts';
import type { Model } from '../model/model.ts';
import type { History } from './history.ts';

/** In the state itself, so that what is kept of a transaction and what is known of it are kept or lost together. */
export const createMarks = 'CREATE TABLE simulation_mark (mark_id INTEGER PRIMARY KEY, attempt INTEGER NOT NULL)';
const insertMark = sql('INSERT INTO simulation_mark (attempt) VALUES (?)');
const selectPosition = sql<{ position: number }>('SELECT COALESCE(MAX(mark_id), 0) AS "position" FROM simulation_mark');

const selectsDue = /FROM transition WHERE due_at_ms <= \?/;
const forgetsTokens = /^DELETE FROM client_token WHERE expires_at_ms <= \?/;

/** Called before each statement of a piece of work; what it throws, the statement throws. */
export type BeforeStatement = (isWrite: boolean) => Promise<void> | undefined;

/** A store whose pieces of work leave a mark in the state, in the order in which they count. */
export class ObservedStore implements Store {
  readonly #inner: Store;
  readonly #history: History;
  readonly #before: BeforeStatement;
  #announced: ((model: Model) => void) | undefined;

  constructor(inner: Store, history: History, before: BeforeStatement = () => undefined) {
    this.#inner = inner;
    this.#history = history;
    this.#before = before;
  }

  get engine() {
    return this.#inner.engine;
  }

  get exclusive() {
    return this.#inner.exclusive;
  }

  /** Says what the next write, which is no call, changes of the model. */
  announce(change: (model: Model) => void): void {
    this.#announced = change;
  }

  peek<Row>(statement: Statement<Row>, ...values: Value[]): Promise<Row | undefined> {
    return this.#inner.peek(statement, ...values);
  }

  read<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#inner.read(async (tx) => {
      const seen = new ObservedTransaction(tx, () => this.#before(false));
      const value = await work(seen);
      await this.#place(seen, tx);
      return value;
    });
  }

  write<T>(work: (tx: Transaction) => Promise<Outcome<T>>, lane?: string): Promise<T> {
    const change = this.#announced;
    this.#announced = undefined;
    return this.#inner.write(async (tx) => {
      const seen = new ObservedTransaction(tx, () => this.#before(true));
      const outcome = await work(seen);
      const isCall = seen.sourceIp !== undefined;
      if (outcome.keep && (isCall || seen.wrote)) {
        const { nowMs, sourceIp, settledUntilMs, forgottenUntilMs } = seen;
        const answer = isCall && !isRefusal(outcome.value) ? outcome.value : undefined;
        await tx.run(
          insertMark,
          this.#history.attempt({ nowMs, sourceIp, settledUntilMs, forgottenUntilMs, answer, change }),
        );
      } else await this.#place(seen, tx);
      return outcome;
    }, lane);
  }

  close(): Promise<void> {
    return this.#inner.close();
  }

  /** Of a call that changes nothing: between which changes it counts. */
  async #place({ sourceIp, nowMs }: ObservedTransaction, tx: Transaction): Promise<void> {
    if (sourceIp === undefined) return;
    const { position = 0 } = (await tx.one(selectPosition)) ?? {};
    this.#history.placed(sourceIp, { position, nowMs });
  }
}

/** A transaction that knows for whom it is, and until when it lets delayed changes happen. */
export class ObservedTransaction implements Transaction {
  readonly #inner: Transaction;
  readonly #before: () => Promise<void> | undefined;
  wrote = false;
  sourceIp: string | undefined;
  nowMs = 0;
  settledUntilMs: number | undefined;
  forgottenUntilMs: number | undefined;

  constructor(inner: Transaction, before: () => Promise<void> | undefined) {
    this.#inner = inner;
    this.#before = before;
  }

  /** An operation is carried out in it. */
  carriesOut({ origin, nowMs }: OperationContext): void {
    this.sourceIp = origin.sourceIp;
    this.nowMs = nowMs;
  }

  async one<Row>(statement: Statement<Row>, ...values: Value[]): Promise<Row | undefined> {
    await this.#before();
    return this.#inner.one(statement, ...values);
  }

  async all<Row>(statement: Statement<Row>, ...values: Value[]): Promise<readonly Row[]> {
    await this.#before();
    if (selectsDue.test(statement.text)) this.settledUntilMs = Number(values[0]);
    return this.#inner.all(statement, ...values);
  }

  async run(statement: Statement<never>, ...values: Value[]): Promise<number> {
    await this.#before();
    this.wrote = true;
    if (forgetsTokens.test(statement.text)) this.forgottenUntilMs = Number(values[0]);
    return this.#inner.run(statement, ...values);
  }
}
