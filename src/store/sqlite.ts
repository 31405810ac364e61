import Database from 'better-sqlite3';
import { type Disk, realDisk } from './disk.ts';
import { LogSync } from './log-sync.ts';
import { migrateSqlite } from './migrate.ts';
import { logIn, openFile, refusalToOpen } from './sqlite-file.ts';
import { SqliteTransaction } from './sqlite-transaction.ts';
import type { Statement, Value } from './statement.ts';
import { type Outcome, type Store, type StoreCounts, StoreUnavailable, type Transaction } from './store.ts';

interface Job {
  readonly work: (tx: Transaction) => Promise<Outcome<unknown>>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** How many pieces of work share one durable commit at most. */
const maxBatch = 256;
/** How many turns of the event loop a commit is put off at most. */
const maxTurns = 64;

/**
 * The embedded engine: one connection, write-ahead log, synced commits. Work that arrives together shares a commit
 * (a savepoint each), commits that follow each other share a sync, and nobody is answered before what he changed or
 * saw is on disk. Reads run between batches, so they only ever see committed state.
 */
export class SqliteStore implements Store {
  readonly engine = 'sqlite';
  readonly exclusive = true;
  readonly counts: StoreCounts = { batches: 0, writes: 0 };
  readonly #database: Database.Database;
  readonly #tx: SqliteTransaction;
  readonly #begin: Database.Statement;
  readonly #commit: Database.Statement;
  readonly #rollback: Database.Statement;
  /** Undefined for a state in memory. */
  readonly #sync: LogSync | undefined;
  #queue: Job[] = [];
  #drainScheduled = false;
  #inBatch = false;
  #idle: (() => void) | undefined;

  private constructor(database: Database.Database, directory: string | undefined, disk: Disk) {
    this.#database = database;
    this.#sync = directory === undefined ? undefined : new LogSync(logIn(directory), disk);
    this.#tx = new SqliteTransaction(database);
    this.#begin = database.prepare('BEGIN IMMEDIATE');
    this.#commit = database.prepare('COMMIT');
    this.#rollback = database.prepare('ROLLBACK');
  }

  /**
   * Opens the state in `directory` (made if need be), or one in memory; brings its schema up to date.
   * @throws StoreRefused when the state cannot be opened
   */
  static open(directory: string | undefined, disk: Disk = realDisk): SqliteStore {
    const database = directory === undefined ? new Database(':memory:') : openFile(directory, disk);
    database.pragma('foreign_keys = ON');
    database.pragma('temp_store = MEMORY');
    try {
      migrateSqlite(database);
    } catch (error) {
      database.close();
      throw directory === undefined ? error : refusalToOpen(directory, error);
    }
    return new SqliteStore(database, directory, disk);
  }

  peek<Row>(statement: Statement<Row>, ...values: Value[]): Promise<Row | undefined> {
    return this.read((tx) => tx.one(statement, ...values));
  }

  read<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    if (this.#inBatch) return this.write(async (tx) => ({ keep: true, value: await work(tx) }));
    // What was committed last is seen, and may not be there any more once the server starts again.
    if (this.#sync?.failure !== undefined) return Promise.reject(notWritten(this.#sync.failure));
    const answer = this.#sync?.isBusy ? this.#readUnsynced(work, this.#sync) : work(this.#tx);
    return answer.catch(unreadable);
  }

  write<T>(work: (tx: Transaction) => Promise<Outcome<T>>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ work, resolve: resolve as (value: unknown) => void, reject });
      this.#scheduleDrain();
    });
  }

  async close(): Promise<void> {
    if (this.#drainScheduled) await new Promise<void>((resolve) => (this.#idle = resolve));
    if (this.#sync?.isBusy) await new Promise<void>((resolve) => this.#sync?.after(() => resolve()));
    this.#sync?.close();
    this.#database.close();
  }

  /** What was read may not be on disk yet: the answer waits until it is. */
  async #readUnsynced<T>(work: (tx: Transaction) => Promise<T>, sync: LogSync): Promise<T> {
    const value = await work(this.#tx);
    return new Promise((resolve, reject) => {
      sync.after((failure) => (failure === undefined ? resolve(value) : reject(notWritten(failure))));
    });
  }

  #scheduleDrain(): void {
    if (this.#drainScheduled) return;
    this.#drainScheduled = true;
    this.#gather(0, 0);
  }

  /** Waits as long as each turn of the event loop brings more work, so that what arrives together is synced together. */
  #gather(turns: number, gathered: number): void {
    setImmediate(() => {
      const more = this.#queue.length > gathered && this.#queue.length < maxBatch && turns < maxTurns;
      if (more) this.#gather(turns + 1, this.#queue.length);
      else void this.#drain();
    });
  }

  async #drain(): Promise<void> {
    const batch = this.#queue.splice(0, maxBatch);
    const answers: (() => void)[] = [];
    this.#inBatch = true;
    try {
      if (this.#sync?.failure !== undefined) throw this.#sync.failure;
      this.#begin.run();
      for (const job of batch) answers.push(await this.#runOne(job));
      this.#commit.run();
      this.counts.batches += 1;
      this.counts.writes += batch.length;
      this.#answer(batch, answers);
    } catch (error) {
      this.#abandon();
      refuseAll(batch, error);
    }
    this.#inBatch = false;
    this.#drainScheduled = false;
    if (this.#queue.length > 0) this.#scheduleDrain();
    else this.#idle?.();
  }

  /** Answers a committed batch, once it is on disk. */
  #answer(batch: readonly Job[], answers: readonly (() => void)[]): void {
    const tell = (failure: Error | undefined): void => {
      if (failure !== undefined) refuseAll(batch, failure);
      else for (const answer of answers) answer();
    };
    const sync = this.#sync;
    if (sync === undefined) tell(undefined);
    // With one caller, who waits, nothing can be done meanwhile.
    else if (batch.length === 1 && this.#queue.length === 0 && !sync.isBusy) tell(sync.now());
    else sync.after(tell);
  }

  /** After a failure of the engine: whatever of the batch was open is forgotten. */
  #abandon(): void {
    this.#tx.abandon();
    try {
      if (this.#database.inTransaction) this.#rollback.run();
    } catch {
      // The engine has rolled back itself, or will when it is opened again.
    }
  }

  async #runOne(job: Job): Promise<() => void> {
    try {
      const outcome = await job.work(this.#tx);
      this.#tx.end(outcome.keep);
      return () => job.resolve(outcome.value);
    } catch (error) {
      if (isEngineFailure(error)) throw error;
      this.#tx.end(false);
      return () => job.reject(error);
    }
  }
}

function refuseAll(batch: readonly Job[], cause: unknown): void {
  const unavailable = notWritten(cause);
  for (const job of batch) job.reject(unavailable);
}

function notWritten(cause: unknown): StoreUnavailable {
  return new StoreUnavailable('the state could not be written', { cause });
}

function unreadable(error: unknown): never {
  throw isEngineFailure(error) ? new StoreUnavailable('the state could not be read', { cause: error }) : error;
}

/** Full disk, I/O error, read-only or corrupt file: the whole batch is lost, not one piece of work. */
function isEngineFailure(error: unknown): boolean {
  return error instanceof Database.SqliteError && !ofOneStatement.test(error.code);
}

/** What one piece of work has done wrong. */
const ofOneStatement = /^SQLITE_(CONSTRAINT|ERROR|MISMATCH|RANGE|TOOBIG|MISUSE)/;
