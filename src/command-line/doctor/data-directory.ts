import { accessSync, constants, existsSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { FoundSqlite } from '../../store/inspect-sqlite.ts';
import { type Finding, messageOf, ok, problem, warning } from './finding.ts';

const check = 'data directory';

/** What the check goes by. */
export interface AskedDirectory {
  readonly directory: string;
  /** False where the state is in memory or in PostgreSQL: then only the certificates are in the directory. */
  readonly holdsState: boolean;
  /** Whether a Localyun answers at the configured address. */
  readonly isServerRunning: boolean;
}

/** Whether a server can keep its state there: rights, and the database in it. */
export async function checkDataDirectory(asked: AskedDirectory): Promise<readonly Finding[]> {
  const { directory, holdsState } = asked;
  if (!existsSync(directory)) return [checkAbsent(directory)];
  const rights = checkRights(directory);
  if (rights.some(({ outcome }) => outcome === 'problem') || !holdsState) return rights;
  try {
    const { inspectSqlite } = await import('../../store/inspect-sqlite.ts');
    return [...rights, checkDatabase(asked, inspectSqlite(directory))];
  } catch {
    // What keeps SQLite from being loaded has a line of its own.
    return rights;
  }
}

function checkAbsent(directory: string): Finding {
  let nearest = resolve(directory);
  while (!existsSync(nearest)) nearest = dirname(nearest);
  if (!statSync(nearest).isDirectory()) return notADirectory(nearest);
  if (isAllowed(nearest, constants.W_OK | constants.X_OK)) {
    return ok(check, `${directory} is not there yet; the first start makes it`);
  }
  return problem(
    check,
    `${directory} is not there, and this user may not make it in ${nearest}`,
    'give another --data-dir, or the right to write there',
  );
}

function checkRights(directory: string): readonly Finding[] {
  const stats = statSync(directory);
  if (!stats.isDirectory()) return [notADirectory(directory)];
  const missing = [
    ...(isAllowed(directory, constants.R_OK | constants.X_OK) ? [] : ['read']),
    ...(isAllowed(directory, constants.W_OK) ? [] : ['written']),
  ];
  if (missing.length > 0) {
    const todo = 'start the server as the user that owns it, or give another --data-dir';
    return [problem(check, `${directory} cannot be ${missing.join(' or ')} by this user (${modeOf(stats)})`, todo)];
  }
  const user = process.getuid?.();
  const findings: Finding[] = [];
  if (user !== undefined && stats.uid !== user) {
    const says = `${directory} is owned by user ${stats.uid}, and this is user ${user}`;
    findings.push(warning(check, says, 'start the server as its owner: files that another makes lock the owner out'));
  }
  if (process.platform !== 'win32' && (stats.mode & 0o077) !== 0) {
    const says = `${directory} is open to others (${modeOf(stats)}), and access keys are in it`;
    findings.push(warning(check, says, `chmod 700 ${directory}`));
  }
  return findings.length > 0 ? findings : [ok(check, `${directory} can be read and written (${modeOf(stats)})`)];
}

function checkDatabase({ directory, isServerRunning }: AskedDirectory, found: FoundSqlite): Finding {
  const database = 'database file';
  const elsewhere = 'restore it from a copy, or give another --data-dir';
  switch (found.state) {
    case 'absent':
    case 'empty':
      return ok(database, 'not there yet; the first start makes it');
    case 'good':
      return ok(database, `whole, schema ${found.schemaVersion}`);
    case 'in-use':
      if (isServerRunning) return ok(database, 'in use, as by the server that answers');
      return problem(
        database,
        `localyun.db in ${directory} is in use by another server, which does not answer at the configured address`,
        'stop that server, or give another --data-dir',
      );
    case 'newer':
      return problem(
        database,
        `localyun.db in ${directory} was written by a newer Localyun (schema ${found.schemaVersion})`,
        'use that version, or another --data-dir',
      );
    case 'damaged':
      return problem(database, `localyun.db in ${directory} is damaged: ${found.reason}`, elsewhere);
  }
}

function notADirectory(path: string): Finding {
  return problem(check, `${path} is not a folder`, 'give another --data-dir');
}

function isAllowed(path: string, mode: number): boolean {
  try {
    accessSync(path, mode);
    return true;
  } catch (error) {
    if (!/EACCES|EROFS|EPERM/.test(messageOf(error))) throw error;
    return false;
  }
}

function modeOf({ mode }: Stats): string {
  return (mode & 0o777).toString(8).padStart(3, '0');
}
