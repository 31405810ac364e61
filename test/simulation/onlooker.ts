import type Database from 'better-sqlite3';
import { ManualClock } from '../../src/engine/clock.ts';
import { SqliteTransaction } from '../../src/store/sqlite-transaction.ts';
import { type Store, StoreUnavailable } from '../../src/store/store.ts';
import { type InProcessServer, placeOn } from '../support/in-process.ts';

/** Before everything: to a server whose clock stands here, nothing is due. */
const beforeAllMs = -1;

/** Reads what is committed, beside the servers of a life, and changes nothing. */
export interface Onlooker {
  readonly store: Store;
  /** To be asked as any server; delayed changes wait for others. */
  readonly server: InProcessServer;
  /** The attempts whose changes are kept, from that position on. */
  marksAfter(position: number): readonly number[];
}

/** @param database where no transaction may be open when it is asked */
export function onlookerOf(database: Database.Database): Onlooker {
  const tx = new SqliteTransaction(database);
  const store: Store = {
    engine: 'sqlite',
    exclusive: true,
    peek: (statement, ...values) => tx.one(statement, ...values),
    read: (work) => work(tx),
    write: () => Promise.reject(new StoreUnavailable('who only looks on changes nothing')),
    close: async () => undefined,
  };
  const marks = database
    .prepare('SELECT attempt FROM simulation_mark WHERE mark_id > ? ORDER BY mark_id')
    .pluck() as Database.Statement<[number], number>;
  return {
    store,
    server: placeOn(store).goOn(0, new ManualClock(beforeAllMs)),
    marksAfter: (position) => marks.all(position),
  };
}
