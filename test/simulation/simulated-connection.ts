import type { Connection, NamedStatement, QueryAnswer } from '../../src/store/connection.ts';
import type { Faults } from './faults.ts';
import { failure, inPostgres, isWriterBusy, lost, serializationFailure } from './postgres-failures.ts';
import type { Scheduler } from './scheduler.ts';
import type { Handle, SimulatedPostgres } from './simulated-postgres.ts';

/** What a statement and its answer take on their way at most, in milliseconds. */
const wayMs = 2;
const slowestMs = 5_000;
/** As `lock_timeout` has it. */
const lockTimeoutMs = 30_000;

export interface ConnectionParts {
  readonly postgres: SimulatedPostgres;
  readonly handle: Handle;
  readonly scheduler: Scheduler;
  readonly faults: Faults;
  /** The server on this end dies. */
  readonly crash: () => void;
  readonly ended: (connection: SimulatedConnection) => void;
}

type Answered = (error: Error | null) => void;

/** One connection to the simulated PostgreSQL. */
export class SimulatedConnection implements Connection {
  readonly #parts: ConnectionParts;
  #tail: Promise<unknown> = Promise.resolve();
  #transaction: 'none' | 'open' | 'failed' = 'none';
  #hasEnded: Error | undefined;
  #released: (destroy: boolean) => void = () => undefined;

  constructor(parts: ConnectionParts) {
    this.#parts = parts;
  }

  query(statement: NamedStatement): Promise<QueryAnswer>;
  query(text: string): Promise<QueryAnswer>;
  query(text: string, answered: Answered): void;
  query(text: string, values: unknown[], answered: Answered): void;
  query(what: NamedStatement | string, second?: unknown[] | Answered, third?: Answered): unknown {
    const { text, values } =
      typeof what === 'string' ? { text: what, values: Array.isArray(second) ? second : [] } : what;
    const answered = typeof second === 'function' ? second : third;
    const answer = this.#tail.then(() => this.#answer(text, values));
    this.#tail = answer.catch(() => undefined);
    if (answered === undefined) return answer;
    answer.then(() => answered(null), answered);
    return undefined;
  }

  release(destroy = false): void {
    this.#released(destroy || this.#hasEnded !== undefined);
  }

  /** Somebody uses it from now on; `released` hears when that ends. */
  taken(released: (destroy: boolean) => void): void {
    this.#released = released;
  }

  /** The connection breaks: what it had begun is undone, its locks are free, and what is asked over it fails. */
  end(): void {
    if (this.#hasEnded !== undefined) return;
    const { faults, postgres, handle, ended } = this.#parts;
    this.#hasEnded = lost[faults.draw(lost.length)]!();
    this.#rollBack();
    postgres.locks.release(this);
    postgres.giveBack(handle);
    ended(this);
    postgres.transactionEnded(false);
  }

  async #answer(text: string, values: readonly unknown[]): Promise<QueryAnswer> {
    const { scheduler, faults, crash } = this.#parts;
    await scheduler.pause(faults.happens('slow statement') ? slowestMs : wayMs, 'statement');
    this.#check();
    if (faults.happens('crash at a statement')) crash();
    if (faults.happens('lost connection')) this.end();
    this.#check();
    if (/^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)/.test(text)) return this.#control(text);
    if (text.includes('pg_advisory')) return this.#lock(text, values);
    if (this.#transaction === 'failed') throw failure('25P02', 'current transaction is aborted');
    if (this.#transaction === 'open' && faults.happens('conflict')) throw this.#failed(this.#conflict());
    return this.#ask(text, values);
  }

  #check(): void {
    if (this.#hasEnded !== undefined) throw this.#hasEnded;
  }

  async #control(text: string): Promise<QueryAnswer> {
    const { handle, faults, scheduler, crash } = this.#parts;
    const [command = ''] = text.split(' ');
    if (command === 'BEGIN') {
      handle.database.exec('BEGIN');
      // References are checked at the end.
      handle.database.pragma('defer_foreign_keys = ON');
      this.#transaction = 'open';
    } else if (text === 'ROLLBACK' || (text === 'COMMIT' && this.#transaction === 'failed')) {
      this.#rollBack();
      this.#transaction = 'none';
      return answerOf('ROLLBACK');
    } else if (text === 'COMMIT') {
      if (faults.happens('conflict')) throw this.#failed(this.#conflict(), 'none');
      this.#commit();
      if (faults.happens('crash after a commit')) crash();
      else if (faults.happens('commit in doubt')) this.end();
      await scheduler.pause(wayMs, 'committed');
      this.#check();
    } else if (this.#transaction === 'failed') {
      throw failure('25P02', 'current transaction is aborted');
    } else {
      handle.database.exec(text);
    }
    return answerOf(command);
  }

  #commit(): void {
    const { handle, postgres } = this.#parts;
    try {
      handle.database.exec('COMMIT');
    } catch (error) {
      throw this.#failed(inPostgres(error), 'none');
    }
    this.#transaction = 'none';
    postgres.transactionEnded(true);
  }

  async #ask(text: string, values: readonly unknown[]): Promise<QueryAnswer> {
    for (;;) {
      try {
        return this.#execute(text, values);
      } catch (error) {
        if (!isWriterBusy(error)) throw this.#failed(inPostgres(error));
      }
      await this.#parts.postgres.writerEnded();
      this.#check();
    }
  }

  #execute(text: string, values: readonly unknown[]): QueryAnswer {
    const { database, prepared } = this.#parts.handle;
    let statement = prepared.get(text);
    if (statement === undefined) {
      statement = database.prepare(text.replace(/\$\d+/g, '?'));
      prepared.set(text, statement);
    }
    if (statement.reader) {
      const rows = statement.all(...values);
      return { rows, rowCount: rows.length, command: 'SELECT' };
    }
    const { changes } = statement.run(...values);
    if (this.#transaction === 'none') this.#parts.postgres.transactionEnded(true);
    return { rows: [], rowCount: changes, command: 'UPDATE' };
  }

  /** What a failed statement leaves of its transaction. */
  #failed(error: Error, left: 'failed' | 'none' = 'failed'): Error {
    if (this.#transaction === 'none') return error;
    this.#rollBack();
    this.#transaction = left;
    return error;
  }

  #rollBack(): void {
    const { handle, postgres } = this.#parts;
    if (!handle.database.open || !handle.database.inTransaction) return;
    handle.database.exec('ROLLBACK');
    postgres.transactionEnded(false);
  }

  #conflict(): Error {
    return this.#parts.faults.draw(4) === 0 ? failure('40P01', 'deadlock detected') : serializationFailure();
  }

  async #lock(text: string, values: readonly unknown[]): Promise<QueryAnswer> {
    const { postgres, faults } = this.#parts;
    if (text.includes('unlock_all')) {
      postgres.locks.release(this);
      return answerOf('SELECT');
    }
    if (faults.happens('lock timeout')) throw lockTimeout();
    for (const [, shared, ...places] of text.matchAll(/pg_advisory_lock(_shared)?\((\$\d|0), (\$\d|0)\)/g)) {
      const key = places.map((place) => (place === '0' ? 0 : values[Number(place.slice(1)) - 1]));
      await this.#waitFor(key.join('/'), shared !== undefined);
    }
    return answerOf('SELECT');
  }

  async #waitFor(key: string, isShared: boolean): Promise<void> {
    const { postgres, scheduler } = this.#parts;
    const isGranted = await new Promise<boolean>((resolve) => {
      const callOff = scheduler.later(lockTimeoutMs, 'lock timeout', () => resolve(false));
      postgres.locks.ask(key, this, isShared, () => {
        callOff();
        resolve(true);
      });
    });
    this.#check();
    if (isGranted) return;
    postgres.locks.giveUp(this);
    throw lockTimeout();
  }
}

function lockTimeout(): Error {
  return failure('55P03', 'canceling statement due to lock timeout');
}

function answerOf(command: string): QueryAnswer {
  return { rows: [], rowCount: null, command };
}
