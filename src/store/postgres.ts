import pg from 'pg';
import type { Connection, ConnectionPool } from './connection.ts';
import { maskedDatabaseUrl } from './database-url.ts';
import { makeSchema, migratePostgres } from './migrate.ts';
import { kindOfFailure } from './postgres-failure.ts';
import { PostgresTransaction } from './postgres-transaction.ts';
import { PostgresWriter } from './postgres-writer.ts';
import type { Statement, Value } from './statement.ts';
import {
  type Outcome,
  type Store,
  type StoreCounts,
  StoreRefused,
  StoreUnavailable,
  type Transaction,
} from './store.ts';

/** After so many failures a reader waits for a moment in which nothing can make it fail. */
const attemptsAtOnce = 3;
const maxReadAttempts = 6;

const beginReading = 'BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY';

/**
 * What is found by an index alone counts as read; after a scan it is the whole table, and everybody's changes to it.
 * Where nothing but a scan will do, that makes the statement look dear enough to be compiled.
 */
const alwaysSet = '-c enable_seqscan=off -c jit=off';

/** No lock of a server that does not go on is held longer, in milliseconds. */
const idleInTransactionMs = 15_000;
/** Others have so long at least to finish what one waits for. */
const lockTimeoutMs = 30_000;
/** A database that has not answered by then is away. */
const queryTimeoutMs = 45_000;

/**
 * The shared engine: several servers on one database, every piece of work in a SERIALIZABLE transaction that is run
 * again when PostgreSQL says it could not be serialized.
 */
export class PostgresStore implements Store {
  readonly engine = 'postgresql';
  readonly exclusive = false;
  readonly counts: StoreCounts;
  readonly #pool: ConnectionPool;
  readonly #writer: PostgresWriter;

  /** @param schema whose tables the connections see; its version is the one of this build */
  constructor(pool: ConnectionPool, schema: string) {
    this.#pool = pool;
    this.#writer = new PostgresWriter(() => this.#connect(), schema);
    this.counts = this.#writer.counts;
  }

  /**
   * Connects and brings the schema up to date.
   * @param url `postgres://user:password@host:port/database`, optionally with `?schema=NAME` for a schema of its own
   */
  static async open(url: string): Promise<PostgresStore> {
    const { connectionString, schema } = splitUrl(url);
    pg.types.setTypeParser(pg.types.builtins.INT8, Number);
    const settings = {
      connectionString,
      application_name: 'localyun',
      keepAlive: true,
      options: schema === undefined ? alwaysSet : `${alwaysSet} -c search_path=${schema}`,
    };
    const client = new pg.Client(settings);
    let current: string;
    try {
      await client.connect();
      if (schema !== undefined) await makeSchema(client, schema);
      await migratePostgres(client);
      current = await currentSchema(client);
    } catch (error) {
      if (error instanceof StoreRefused) throw error;
      throw new StoreRefused(`cannot open the database: ${describe(error)}`, { cause: error });
    } finally {
      await client.end().catch(() => undefined);
    }
    const pool = new pg.Pool({
      ...settings,
      pipeline: true,
      idle_in_transaction_session_timeout: idleInTransactionMs,
      lock_timeout: lockTimeoutMs,
      query_timeout: queryTimeoutMs,
      max: 16,
      idleTimeoutMillis: 30_000,
      connectionTimeoutMillis: 5_000,
    });
    // A lost connection is noticed by who uses it; without listeners it would end the process.
    pool.on('error', () => undefined);
    pool.on('connect', (connected) => connected.on('error', () => undefined));
    return new PostgresStore(pool, current);
  }

  async peek<Row>(statement: Statement<Row>, ...values: Value[]): Promise<Row | undefined> {
    return this.#read(undefined, (tx) => tx.one(statement, ...values));
  }

  async read<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#read(beginReading, work);
  }

  write<T>(work: (tx: Transaction) => Promise<Outcome<T>>, lane = ''): Promise<T> {
    return this.#writer.write(lane, work);
  }

  async close(): Promise<void> {
    await this.#writer.idle();
    await this.#pool.end();
  }

  /** Reads in a transaction that is begun this way, or without one; again where that can help. */
  async #read<T>(begin: string | undefined, work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const client = await this.#connect();
      const tx = new PostgresTransaction(client, begin === undefined ? [] : [opening(begin, attempt)], false);
      try {
        const value = await work(tx);
        if (begin !== undefined) await tx.commit();
        client.release();
        return value;
      } catch (error) {
        if (begin !== undefined) tx.abandon();
        const kind = kindOfFailure(tx.failure);
        client.release(kind === 'gone');
        if ((kind === 'gone' || kind === 'conflict') && attempt < maxReadAttempts) continue;
        if (kind === 'other') throw error;
        throw new StoreUnavailable(`the database could not be read, attempt ${attempt}`, { cause: error });
      }
    }
  }

  async #connect(): Promise<Connection> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw new StoreUnavailable('the database cannot be reached', { cause: error });
    }
  }
}

/** A deferrable transaction waits until it is certain that it can be serialized. */
function opening(begin: string, attempt: number): string {
  return attempt > attemptsAtOnce ? `${begin}, DEFERRABLE` : begin;
}

async function currentSchema(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ schema: string | null }>('SELECT current_schema() AS "schema"');
  return rows[0]?.schema ?? '';
}

function splitUrl(url: string): { connectionString: string; schema: string | undefined } {
  const parsed = parseUrl(url);
  if (parsed === null || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new StoreRefused(`cannot open the database: not a postgres:// URL: ${maskedDatabaseUrl(url)}`);
  }
  const schema = parsed.searchParams.get('schema') ?? undefined;
  if (schema !== undefined && !/^[a-z_][a-z0-9_]{0,62}$/.test(schema)) {
    throw new StoreRefused(`cannot open the database: schema ${schema} is not a plain lower-case name`);
  }
  parsed.searchParams.delete('schema');
  return { connectionString: parsed.toString(), schema };
}

function parseUrl(url: string): URL | null {
  try {
    return new URL(url);
  } catch {
    return null;
  }
}

function describe(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error && first.message !== '' ? first.message : String((first as { code?: string }).code);
}
