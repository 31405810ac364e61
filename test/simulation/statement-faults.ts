import Database from 'better-sqlite3';
import type { Faults } from './faults.ts';
import type { BeforeStatement } from './observed-store.ts';
import type { Scheduler } from './scheduler.ts';

const slowestMs = 3_000;
/** Of so many statements of a transaction, one lets others come in between. */
const yieldsOnceIn = 10;

/** What happens to the statements of the embedded engine. Reads are one step: nothing comes in between. */
export function statementFaults(scheduler: Scheduler, faults: Faults, crash: () => void): BeforeStatement {
  return (isWrite) => {
    if (faults.happens('crash at a statement')) {
      crash();
      throw new Database.SqliteError('the process is dead', 'SQLITE_IOERR');
    }
    if (isWrite && faults.happens('failing statement')) {
      throw new Database.SqliteError('database or disk is full', 'SQLITE_FULL');
    }
    if (faults.happens('slow statement')) {
      const forMs = faults.draw(slowestMs);
      if (isWrite) return scheduler.sleep(forMs, 'slow statement');
      scheduler.stall(forMs);
    }
    return isWrite && faults.draw(yieldsOnceIn) === 0 ? scheduler.sleep(0, 'statement') : undefined;
  };
}
