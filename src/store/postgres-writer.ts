import { createHash } from 'node:crypto';
import type { Connection } from './connection.ts';
import { type Course, Lanes } from './lanes.ts';
import { type FailureKind, kindOfFailure } from './postgres-failure.ts';
import { type Opening, PostgresTransaction } from './postgres-transaction.ts';
import { type Outcome, type StoreCounts, StoreUnavailable, type Transaction } from './store.ts';

interface Job {
  readonly work: (tx: Transaction) => Promise<Outcome<unknown>>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** Why nothing of a batch is known to be kept. */
interface Failure {
  readonly error: Error;
  readonly kind: FailureKind;
  /** Whose statement failed; undefined when the transaction itself did. */
  readonly job: Job | undefined;
  readonly isInDoubt: boolean;
}

/** So many times a batch that had a conflict shares the database with other lanes. */
const attemptsInLane = 2;
const maxAttempts = 10;
/** How often work is begun again whose connection is lost, or that finds a key taken. */
const maxOtherAttempts = 3;

const begin = 'BEGIN ISOLATION LEVEL SERIALIZABLE';
/** Nobody may hold everything at the same time. */
const lockBesideAll = 'SELECT pg_advisory_lock_shared($1, 0)';
/** The same, and the lane is nobody else's. */
const lockLane = 'SELECT pg_advisory_lock_shared($1, 0), pg_advisory_lock($1, $2)';
/** Nobody else writes: nothing can make a transaction fail. */
const lockAll = 'SELECT pg_advisory_lock($1, 0)';
const unlock = 'SELECT pg_advisory_unlock_all()';

/**
 * Writes to PostgreSQL. Pieces of work of one lane that have gathered share a SERIALIZABLE transaction, one after
 * another, and are answered once it is committed. Servers take turns at a lane, by a lock that is held before the
 * transaction sees anything: side by side they would only undo each other's work.
 */
export class PostgresWriter {
  readonly counts: StoreCounts = { batches: 0, writes: 0 };
  readonly #connect: () => Promise<Connection>;
  readonly #schemaKey: number;
  readonly #lanes: Lanes<Job>;

  /** @param schema what locks are taken for; they hold in one database */
  constructor(connect: () => Promise<Connection>, schema: string) {
    this.#connect = connect;
    this.#schemaKey = lockKeyOf(schema);
    this.#lanes = new Lanes((lane, batch, isNarrow) => this.#carryOut(lane, batch, isNarrow ? 1 : 0));
  }

  write<T>(lane: string, work: (tx: Transaction) => Promise<Outcome<T>>): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#lanes.add(lane, { work, resolve: resolve as (value: unknown) => void, reject });
    });
  }

  /** Resolves once everything is answered. */
  idle(): Promise<void> {
    return this.#lanes.idle();
  }

  /**
   * Runs a batch until it is committed, or until it is known that it will not be.
   * @param firstStep whom to keep away at first: 0 nobody, 1 others of the lane; later everybody
   */
  async #carryOut(lane: string, batch: readonly Job[], firstStep: number): Promise<Course> {
    let course: Course = 'clean';
    for (let attempt = 1, step = firstStep; ; attempt += 1) {
      const failure = await this.#attempt(this.#openingOf(lane, step), batch);
      if (failure === undefined) return course;
      const { kind, error, job } = failure;
      if (kind === 'conflict') course = step === 0 ? 'own-lane' : 'other-lane';
      if (isWorthAnother(failure, batch, attempt)) {
        step += 1;
        if (step <= attemptsInLane) await pause(step);
      } else if (batch.length > 1 && (kind === 'other' || kind === 'duplicate' || kind === 'orphan')) {
        for (const part of apart(batch, job)) await this.#carryOut(lane, part, Math.max(step, 1));
        return course;
      } else if (kind === 'other' || kind === 'duplicate') {
        batch[0]?.reject(error);
        return course;
      } else {
        const unavailable = new StoreUnavailable(`${reasons[kind]}, attempt ${attempt}`, { cause: error });
        for (const { reject } of batch) reject(unavailable);
        return course;
      }
    }
  }

  /** Nothing when the batch is committed and answered. */
  async #attempt(opening: Opening, batch: readonly Job[]): Promise<Failure | undefined> {
    let client: Connection;
    try {
      client = await this.#connect();
    } catch (error) {
      return { error: error as Error, kind: 'gone', job: undefined, isInDoubt: true };
    }
    const tx = new PostgresTransaction(client, opening, batch.length > 1);
    const answers: (() => void)[] = [];
    let current: Job | undefined;
    try {
      for (const job of batch) {
        current = job;
        answers.push(await runOne(tx, job));
      }
      current = undefined;
      await tx.commit(unlock);
      this.counts.batches += 1;
      this.counts.writes += batch.length;
    } catch (error) {
      const kind = kindOfFailure(error);
      tx.abandon(unlock);
      client.release(kind === 'gone');
      return { error: error as Error, kind, job: current, isInDoubt: tx.isInDoubt };
    }
    client.release();
    for (const answer of answers) answer();
    return undefined;
  }

  /** The lock that is waited for, and BEGIN. */
  #openingOf(lane: string, step: number): Opening {
    const schema = this.#schemaKey;
    if (step === 0) return [{ text: lockBesideAll, values: [schema] }, begin];
    if (step <= attemptsInLane) return [{ text: lockLane, values: [schema, lockKeyOf(lane)] }, begin];
    return [{ text: lockAll, values: [schema] }, begin];
  }
}

/** Runs a piece of work inside the transaction; what it comes to is to be told after the commit. */
async function runOne(tx: PostgresTransaction, { work, resolve, reject }: Job): Promise<() => void> {
  try {
    const { keep, value } = await work(tx);
    if (tx.failure === undefined) {
      tx.end(keep);
      return () => resolve(value);
    }
  } catch (error) {
    if (tx.failure === undefined) {
      tx.end(false);
      return () => reject(error);
    }
  }
  throw tx.failure;
}

function isWorthAnother({ kind, isInDoubt }: Failure, batch: readonly Job[], attempt: number): boolean {
  if (kind === 'conflict') return attempt < maxAttempts;
  if (attempt >= maxOtherAttempts) return false;
  return (kind === 'gone' && !isInDoubt) || (kind === 'duplicate' && batch.length === 1);
}

/** Each part is carried out by itself: the one that failed, what came before and what comes after it; or all. */
function apart(batch: readonly Job[], failed: Job | undefined): readonly (readonly Job[])[] {
  if (failed === undefined) return batch.map((job) => [job]);
  const index = batch.indexOf(failed);
  return [batch.slice(0, index), [failed], batch.slice(index + 1)].filter(({ length }) => length > 0);
}

const reasons: Readonly<Record<'gone' | 'conflict' | 'orphan' | 'waited', string>> = {
  gone: 'the database went away',
  conflict: 'gave up after serialization failures',
  orphan: 'the account is gone',
  waited: 'gave up waiting for another server',
};

/** Advisory locks have numbers of 32 bits: one for a schema, one for a lane; never 0, which stands for everything. */
export function lockKeyOf(text: string): number {
  return createHash('sha256').update(text).digest().readInt32BE() | 1;
}

/** Spreads conflicting transactions over a growing window. */
function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 2 ** (attempt + 1)));
}
