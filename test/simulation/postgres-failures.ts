import Database from 'better-sqlite3';

/** An error as the driver of PostgreSQL throws it. */
export function failure(code: string | undefined, message: string): Error {
  return Object.assign(new Error(message), code === undefined ? {} : { code });
}

export const serializationFailure = () => failure('40001', 'could not serialize access due to concurrent update');

export const lost = [
  () => failure(undefined, 'Connection terminated unexpectedly'),
  () => failure('ECONNRESET', 'read ECONNRESET'),
  () => failure('57P01', 'terminating connection due to administrator command'),
] as const;

const codes: Readonly<Record<string, string>> = {
  SQLITE_CONSTRAINT_PRIMARYKEY: '23505',
  SQLITE_CONSTRAINT_UNIQUE: '23505',
  SQLITE_CONSTRAINT_ROWID: '23505',
  SQLITE_CONSTRAINT_FOREIGNKEY: '23503',
  SQLITE_CONSTRAINT_NOTNULL: '23502',
  SQLITE_CONSTRAINT_CHECK: '23514',
  // Somebody has committed since this transaction began to read.
  SQLITE_BUSY_SNAPSHOT: '40001',
};

/** What PostgreSQL would have said. */
export function inPostgres(error: unknown): Error {
  if (!(error instanceof Database.SqliteError)) return error as Error;
  return failure(codes[error.code] ?? 'XX000', error.message);
}

/** Somebody else is changing rows, and has not committed yet. */
export function isWriterBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY';
}
