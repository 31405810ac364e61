import pg from 'pg';
import { migratePostgres } from './migrate.ts';
import type { Statement, Value } from './statement.ts';
import { type Outcome, type Store, StoreRefused, StoreUnavailable, type Transaction } from './store.ts';

const maxAttempts = 50;
/** serialization_failure and deadlock_detected: PostgreSQL asks to run the transaction again. */
const retriedCodes = new Set(['40001', '40P01']);
/** A unique violation can stand for a conflict with a transaction that committed meanwhile; one retry tells. */
const uniqueViolation = '23505';

/**
 * The shared engine: several servers on one database, every piece of work a SERIALIZABLE transaction that is run again
 * when PostgreSQL says it could not be serialized.
 */
export class PostgresStore implements Store {
  readonly engine = 'postgresql';
  readonly exclusive = false;
  readonly #pool: pg.Pool;

  private constructor(pool: pg.Pool) {
    this.#pool = pool;
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
      ...(schema === undefined ? {} : { options: `-c search_path=${schema}` }),
    };
    const client = new pg.Client(settings);
    try {
      await client.connect();
      if (schema !== undefined) await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
      await migratePostgres(client);
    } catch (error) {
      if (error instanceof StoreRefused) throw error;
      throw new StoreRefused(`cannot open the database: ${describe(error)}`, { cause: error });
    } finally {
      await client.end().catch(() => undefined);
    }
    const pool = new pg.Pool({ ...settings, max: 16, idleTimeoutMillis: 30_000, connectionTimeoutMillis: 5_000 });
    // A lost connection is noticed by who uses it; without listeners it would end the process.
    pool.on('error', () => undefined);
    pool.on('connect', (connected) => connected.on('error', () => undefined));
    return new PostgresStore(pool);
  }

  async peek<Row>(statement: Statement<Row>, ...values: Value[]): Promise<Row | undefined> {
    const client = await this.#connect();
    try {
      const row = await new PostgresTransaction(client).one(statement, ...values);
      client.release();
      return row;
    } catch (error) {
      const broken = isConnectionFailure(error);
      client.release(broken);
      throw broken ? new StoreUnavailable('the database went away', { cause: error }) : error;
    }
  }

  async read<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#transact('BEGIN ISOLATION LEVEL SERIALIZABLE READ ONLY', async (tx) => ({
      keep: true,
      value: await work(tx),
    }));
  }

  async write<T>(work: (tx: Transaction) => Promise<Outcome<T>>): Promise<T> {
    return this.#transact('BEGIN ISOLATION LEVEL SERIALIZABLE', work);
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async #transact<T>(begin: string, work: (tx: Transaction) => Promise<Outcome<T>>): Promise<T> {
    let uniqueViolations = 0;
    for (let attempt = 1; ; attempt += 1) {
      const client = await this.#connect();
      let failure: unknown;
      try {
        await client.query(begin);
        const outcome = await work(new PostgresTransaction(client));
        await client.query(outcome.keep ? 'COMMIT' : 'ROLLBACK');
        client.release();
        return outcome.value;
      } catch (error) {
        failure = error;
        const broken = isConnectionFailure(error);
        if (!broken) await client.query('ROLLBACK').catch(() => undefined);
        client.release(broken);
      }
      if (isConnectionFailure(failure)) throw new StoreUnavailable('the database went away', { cause: failure });
      const code = (failure as { code?: string }).code ?? '';
      if (code === uniqueViolation) uniqueViolations += 1;
      if (!(retriedCodes.has(code) || (code === uniqueViolation && uniqueViolations < 3))) throw failure;
      if (attempt >= maxAttempts) {
        throw new StoreUnavailable(`gave up after ${attempt} serialization failures`, { cause: failure });
      }
      await pause(attempt);
    }
  }

  async #connect(): Promise<pg.PoolClient> {
    try {
      return await this.#pool.connect();
    } catch (error) {
      throw new StoreUnavailable('the database cannot be reached', { cause: error });
    }
  }
}

class PostgresTransaction implements Transaction {
  readonly #client: pg.PoolClient;

  constructor(client: pg.PoolClient) {
    this.#client = client;
  }

  async one<Row>(statement: Statement<Row>, ...values: Value[]): Promise<Row | undefined> {
    return (await this.#query(statement, values)).rows[0] as Row | undefined;
  }

  async all<Row>(statement: Statement<Row>, ...values: Value[]): Promise<readonly Row[]> {
    return (await this.#query(statement, values)).rows as Row[];
  }

  async run(statement: Statement<never>, ...values: Value[]): Promise<number> {
    return (await this.#query(statement, values)).rowCount ?? 0;
  }

  #query(statement: Statement<unknown>, values: Value[]): Promise<pg.QueryResult> {
    return this.#client.query({ name: `s${statement.id}`, text: statement.postgresText, values: values.map(storable) });
  }
}

/** PostgreSQL's text holds every character but NUL; nothing stored has one, so a text with one matches nothing. */
function storable(value: Value): Value {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value;
}

function splitUrl(url: string): { connectionString: string; schema: string | undefined } {
  const parsed = parseUrl(url);
  if (parsed === null || !/^postgres(ql)?:$/.test(parsed.protocol)) {
    throw new StoreRefused(`cannot open the database: not a postgres:// URL: ${url.replace(/:[^:@/]*@/, ':***@')}`);
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

function isConnectionFailure(error: unknown): boolean {
  const code = (error as { code?: string }).code;
  if (code === undefined) return /connection|terminated|timeout/i.test((error as Error).message ?? '');
  // 57P0x: the server shuts down or cancelled the session; 08xxx: connection exceptions; E...: socket errors.
  return code.startsWith('57P0') || code.startsWith('08') || /^E[A-Z]+$/.test(code);
}

function describe(error: unknown): string {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  return first instanceof Error && first.message !== '' ? first.message : String((first as { code?: string }).code);
}

/** Spreads the retries of conflicting transactions over a growing window. */
function pause(attempt: number): Promise<void> {
  const windowMs = Math.min(2 ** attempt, 64);
  return new Promise((resolve) => setTimeout(resolve, Math.random() * windowMs));
}
