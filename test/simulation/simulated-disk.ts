import { copyFileSync, existsSync, fstatSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import type { Disk } from '../../src/store/disk.ts';
import type { Faults } from './faults.ts';
import type { Scheduler } from './scheduler.ts';

const sectorBytes = 512;

/** What a disk tells those who look on. */
export interface DiskEvents {
  /** Something was committed; it is not on disk yet. */
  committed(): void;
  /** The process dies here. */
  crash(): void;
  /** A sync failed: who runs the server starts it again. */
  syncFailed(): void;
}

/**
 * The disk of one process: a folder of the real system, in which a simulated sync takes its time, and after which
 * alone what was written survives the process for certain.
 */
export class SimulatedDisk implements Disk {
  readonly #scheduler: Scheduler;
  readonly #faults: Faults;
  readonly #events: DiskEvents;
  #database: Database.Database | undefined;
  #path = '';
  #syncedBytes = 0;
  #isDead = false;

  constructor(scheduler: Scheduler, faults: Faults, events: DiskEvents) {
    this.#scheduler = scheduler;
    this.#faults = faults;
    this.#events = events;
  }

  /** To look into what is committed while no transaction is open. */
  get database(): Database.Database {
    if (this.#database === undefined) throw new Error('nothing is opened on this disk yet');
    return this.#database;
  }

  open(path: string): Database.Database {
    const database = new Database(path);
    const prepare = database.prepare.bind(database);
    database.prepare = ((text: string) =>
      text === 'COMMIT' ? this.#commit(prepare(text)) : prepare(text)) as typeof database.prepare;
    this.#database = database;
    this.#path = path;
    const log = `${path}-wal`;
    this.#syncedBytes = existsSync(log) ? statSync(log).size : 0;
    return database;
  }

  sync(file: number, done: (failure: Error | null) => void): void {
    const bytes = fstatSync(file).size;
    this.#scheduler.later(1 + this.#faults.draw(20), 'sync', () => {
      if (this.#isDead) done(new Error('the process is dead'));
      else if (this.#fails()) done(ioError());
      else {
        this.#syncedBytes = Math.max(this.#syncedBytes, bytes);
        done(null);
      }
    });
  }

  syncNow(file: number): void {
    if (this.#isDead || this.#fails()) throw ioError();
    this.#scheduler.stall(1);
    this.#syncedBytes = fstatSync(file).size;
  }

  /** The process dies, or its machine: puts into another folder what the disk has kept, and ends what was open. */
  crash(intoPath: string): void {
    this.#isDead = true;
    copyFileSync(this.#path, intoPath);
    const log = `${this.#path}-wal`;
    const hasLog = existsSync(log);
    const isMachine = this.#faults.draw(2) === 0;
    if (hasLog) writeFileSync(`${intoPath}-wal`, this.#surviving(readFileSync(log), isMachine));
    this.database.close();
    if (isMachine) recover(intoPath);
  }

  /** What was synced, and any part of what came after it; where the machine went down, with holes. */
  #surviving(log: Buffer, isMachine: boolean): Buffer {
    const unsynced = Math.max(0, log.length - this.#syncedBytes);
    const kept = log.length - this.#faults.draw(unsynced + 1);
    const survived = Buffer.from(log.subarray(0, kept));
    if (!isMachine) return survived;
    for (let start = this.#syncedBytes; start < kept; start += sectorBytes) {
      if (this.#faults.draw(20) === 0) survived.fill(0, start, Math.min(kept, start + sectorBytes));
    }
    return survived;
  }

  #fails(): boolean {
    if (!this.#faults.happens('failing sync')) return false;
    this.#events.syncFailed();
    return true;
  }

  #commit(real: Database.Statement): Database.Statement {
    const run = (): Database.RunResult => {
      if (this.#faults.happens('failing commit')) {
        throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_WRITE');
      }
      const result = real.run();
      this.#events.committed();
      if (this.#faults.happens('crash after a commit')) this.#events.crash();
      return result;
    };
    return { run } as unknown as Database.Statement;
  }
}

/** A server takes holes for damage unless it knows that the machine was down since: here the engine mends them alone. */
function recover(path: string): void {
  const database = new Database(path);
  database.pragma('wal_checkpoint(TRUNCATE)');
  database.close();
}

function ioError(): Error {
  return Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' });
}
