import { copyFileSync, existsSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** The write-ahead log begins with a header, and each page in it with one of its own. */
const headerBytes = 32;
const frameHeaderBytes = 24;
const pageBytes = 4096;
const frameBytes = frameHeaderBytes + pageBytes;

const databaseOf = (directory: string) => join(directory, 'localyun.db');
/** The write-ahead log of a data directory. */
export const logOf = (directory: string) => `${databaseOf(directory)}-wal`;

/**
 * Leaves a log of at least so many pages beside a database that no server has open, as a server does that is killed
 * before a checkpoint. Rows are as before.
 */
export function fillLog(directory: string, pages: number): void {
  const database = new Database(databaseOf(directory));
  try {
    database.pragma('wal_autocheckpoint = 0');
    const text = 'x'.repeat(pages * pageBytes);
    database.prepare("INSERT INTO setting (setting_name, setting_value) VALUES ('padding', ?)").run(text);
    database.prepare("DELETE FROM setting WHERE setting_name = 'padding'").run();
    copyFileSync(logOf(directory), `${logOf(directory)}.kept`);
  } finally {
    database.close();
  }
  // In place only now, for the last to close a database does away with its log.
  renameSync(`${logOf(directory)}.kept`, logOf(directory));
}

/** What the files of a state say about where they are. */
interface Traces {
  /** Changes when the log is begun anew, after a checkpoint. */
  readonly salt: string;
  /** How far the log goes in this round. */
  readonly logBytes: number;
  /** When the database itself was written last, which only checkpoints do. */
  readonly databaseWrittenMs: number;
}

/** Undefined where there is no log. */
export function readTraces(directory: string): Traces | undefined {
  if (!existsSync(logOf(directory))) return undefined;
  const log = readFileSync(logOf(directory));
  if (log.length < headerBytes) return undefined;
  const salt = log.toString('hex', 16, 24);
  let logBytes = headerBytes;
  // Behind the last page of this round of the log are those of earlier rounds.
  while (log.toString('hex', logBytes + 8, logBytes + 16) === salt) logBytes += frameBytes;
  return { salt, logBytes, databaseWrittenMs: statSync(databaseOf(directory)).mtimeMs };
}

/** What has happened between two looks, while the log was not begun anew. */
export function compare(
  before: Traces | undefined,
  after: Traces | undefined,
): {
  /** A checkpoint has begun and not ended. */
  readonly hasCheckpointed: boolean;
  /** What was appended to the log, and is in the log alone. */
  readonly appended: { readonly from: number; readonly to: number } | undefined;
} {
  if (before === undefined || after === undefined || before.salt !== after.salt) {
    return { hasCheckpointed: false, appended: undefined };
  }
  const hasCheckpointed = after.databaseWrittenMs > before.databaseWrittenMs;
  const isAppended = !hasCheckpointed && after.logBytes > before.logBytes;
  return { hasCheckpointed, appended: isAppended ? { from: before.logBytes, to: after.logBytes } : undefined };
}
