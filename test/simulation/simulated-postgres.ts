import Database from 'better-sqlite3';
import type { Connection, ConnectionPool } from '../../src/store/connection.ts';
import { AdvisoryLocks } from './advisory-locks.ts';
import type { Faults } from './faults.ts';
import { failure } from './postgres-failures.ts';
import type { Scheduler } from './scheduler.ts';
import { SimulatedConnection } from './simulated-connection.ts';

/** As many connections as a server has at most. */
const maxConnections = 6;

/** Asks one SQLite database on behalf of one connection; its statements stay prepared. */
export interface Handle {
  readonly database: Database.Database;
  readonly prepared: Map<string, Database.Statement>;
}

/**
 * A PostgreSQL as far as a store notices: snapshots, serialization failures, locks, and connections that answer one
 * statement after the other, on a database of SQLite that only one transaction changes at a time. Who changes something
 * waits for who did before, and then cannot be serialized if he had read already: that is stricter than PostgreSQL.
 */
export class SimulatedPostgres {
  readonly locks = new AdvisoryLocks();
  readonly #path: string;
  readonly #scheduler: Scheduler;
  readonly #faults: Faults;
  readonly #onCommitted: () => void;
  readonly #idleHandles: Handle[] = [];
  readonly #handles: Handle[] = [];
  readonly #pools = new Set<SimulatedPool>();
  #waitingForWriter: (() => void)[] = [];

  constructor(path: string, scheduler: Scheduler, faults: Faults, onCommitted: () => void) {
    this.#path = path;
    this.#scheduler = scheduler;
    this.#faults = faults;
    this.#onCommitted = onCommitted;
  }

  /** The connections of one server. @param crash called where the server dies */
  poolOf(crash: () => void): SimulatedPool {
    const open = (pool: SimulatedPool) =>
      new SimulatedConnection({
        postgres: this,
        handle: this.#takeHandle(),
        scheduler: this.#scheduler,
        faults: this.#faults,
        crash,
        ended: (connection) => pool.forget(connection),
      });
    const pool = new SimulatedPool(open, this.#scheduler, this.#faults);
    this.#pools.add(pool);
    return pool;
  }

  /** Every connection of every server ends. */
  restart(): void {
    for (const pool of this.#pools) pool.cut();
  }

  /** Resolves once the transaction that changes rows has ended. */
  writerEnded(): Promise<void> {
    return new Promise((resolve) => this.#waitingForWriter.push(resolve));
  }

  /** @param hasCommitted whether it has kept something */
  transactionEnded(hasCommitted: boolean): void {
    if (hasCommitted) this.#onCommitted();
    for (const wake of this.#waitingForWriter.splice(0)) wake();
  }

  giveBack(handle: Handle): void {
    this.#idleHandles.push(handle);
  }

  close(): void {
    for (const { database } of this.#handles) database.close();
  }

  #takeHandle(): Handle {
    const idle = this.#idleHandles.pop();
    if (idle !== undefined) return idle;
    const database = new Database(this.#path, { timeout: 0 });
    database.pragma('foreign_keys = ON');
    database.pragma('synchronous = OFF');
    const handle = { database, prepared: new Map<string, Database.Statement>() };
    this.#handles.push(handle);
    return handle;
  }
}

/** The connections of one server; who finds none idle waits. */
export class SimulatedPool implements ConnectionPool {
  readonly #open: (pool: SimulatedPool) => SimulatedConnection;
  readonly #scheduler: Scheduler;
  readonly #faults: Faults;
  readonly #all = new Set<SimulatedConnection>();
  #idle: SimulatedConnection[] = [];
  #waiting: (() => void)[] = [];
  #isDead = false;

  constructor(open: (pool: SimulatedPool) => SimulatedConnection, scheduler: Scheduler, faults: Faults) {
    this.#open = open;
    this.#scheduler = scheduler;
    this.#faults = faults;
  }

  async connect(): Promise<Connection> {
    await this.#scheduler.pause(1, 'connect');
    while (!this.#isDead && this.#idle.length === 0 && this.#all.size >= maxConnections) {
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    if (this.#isDead || this.#faults.happens('refused connection')) {
      throw failure('ECONNREFUSED', 'connect ECONNREFUSED');
    }
    const connection = this.#idle.pop() ?? this.#open(this);
    this.#all.add(connection);
    connection.taken((destroy) => {
      if (destroy) connection.end();
      else if (this.#all.has(connection)) this.#idle.push(connection);
      this.#waiting.shift()?.();
    });
    return connection;
  }

  async end(): Promise<void> {
    this.cut();
  }

  /** The server is no more. */
  die(): void {
    this.#isDead = true;
    this.cut();
  }

  cut(): void {
    for (const connection of this.#all) connection.end();
  }

  /** The connection has ended. */
  forget(connection: SimulatedConnection): void {
    this.#all.delete(connection);
    this.#idle = this.#idle.filter((other) => other !== connection);
    for (const wake of this.#waiting.splice(0)) wake();
  }
}
