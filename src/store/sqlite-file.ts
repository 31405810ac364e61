import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fstatSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Disk } from './disk.ts';
import { findLogDamage } from './log-check.ts';
import { makeFolder } from './make-folder.ts';
import { beginSqlite, checkVersion } from './migrate.ts';
import { StoreRefused } from './store.ts';

/** The log beside the database, which every commit is written to. */
export function logIn(directory: string): string {
  return `${fileIn(directory)}-wal`;
}

function fileIn(directory: string): string {
  return join(directory, 'localyun.db');
}

/**
 * Opens the database of a data directory for this process alone; both are made if need be.
 * @throws StoreRefused when it is in use, damaged, newer than this build or out of reach. Its files are as before then
 */
export function openFile(directory: string, disk: Disk): Database.Database {
  let database: Database.Database | undefined;
  try {
    makeFolder(directory);
    if (existsSync(fileIn(directory))) examineIfPossible(directory);
    else create(directory);
    database = disk.open(fileIn(directory));
    // Exclusive locking is also what keeps a second server out of the directory.
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = WAL');
    // The engine syncs around checkpoints; commits are synced by the store, many at a time.
    database.pragma('synchronous = NORMAL');
    // Fewer, larger checkpoints: pages that many commits touch are copied back once.
    database.pragma('wal_autocheckpoint = 8000');
    database.exec('BEGIN EXCLUSIVE; COMMIT');
    return database;
  } catch (error) {
    database?.close();
    throw refusalToOpen(directory, error);
  }
}

/** Why a data directory cannot be opened, or brought up to date. */
export function refusalToOpen(directory: string, error: unknown): StoreRefused {
  const reason = error instanceof StoreRefused ? error.message : reasonOf(directory, error);
  return new StoreRefused(`cannot open the data directory ${directory}: ${reason}`, { cause: error });
}

/**
 * Makes a database that is there as a whole or not at all, so that one without content is known to have lost it. Access
 * keys will be in it: only its owner may read it, and the files beside it are made with the same rights.
 */
function create(directory: string): void {
  if (existsSync(logIn(directory))) {
    throw new StoreRefused(
      `${fileIn(directory)} is missing, but its log ${logIn(directory)} is there; ${putBack}, or move the log away to begin anew`,
    );
  }
  const empty = new Database(':memory:');
  beginSqlite(empty);
  const made = `${fileIn(directory)}.${randomBytes(6).toString('hex')}`;
  try {
    writeFileSync(made, empty.serialize(), { flag: 'wx', mode: 0o600, flush: true });
    publish(made, fileIn(directory));
  } finally {
    empty.close();
    rmSync(made, { force: true });
  }
}

/** Two servers that begin at the same time begin with the same file: the name is given once. */
function publish(made: string, file: string): void {
  try {
    linkSync(made, file);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return;
    // Some file systems have no second names.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'].includes(code)) throw error;
    renameSync(made, file);
  }
}

/** On a full disk there is no room for what readers share. */
function examineIfPossible(directory: string): void {
  try {
    examine(directory);
  } catch (error) {
    if (!codeOf(error).startsWith('SQLITE_IOERR_SHM')) throw error;
  }
}

/**
 * Up to this size a database is read to its last page before it is used. That takes 5 s for a million network interfaces:
 * in a larger one, damage is met, and told, when it is come upon.
 */
const examinedWholeBytes = 64 * 1024 * 1024;

/** Reads all of a database, unless it is large, and its log, and changes nothing. */
function examine(directory: string): void {
  const file = fileIn(directory);
  if (!statSync(file).isFile()) throw new StoreRefused(`${file} is not a file; use another data directory`);
  if (statSync(file).size === 0) throw new StoreRefused(`${file} is empty; ${putBack}, or ${beginAnew}`);
  if (isCutOff(directory))
    throw new StoreRefused(`${file} is damaged (its end is missing); ${putBack}, or ${beginAnew}`);
  // Readers make files beside it, which nobody uses after them.
  const others = [logIn(directory), `${file}-shm`].filter((path) => !existsSync(path));
  const database = new Database(file, { readonly: true, timeout: 200 });
  try {
    const isOurs = database.prepare("SELECT 1 FROM sqlite_master WHERE name = 'schema_version'").get() !== undefined;
    const isOthers = !isOurs && database.prepare('SELECT 1 FROM sqlite_master').get() !== undefined;
    if (isOthers) throw new StoreRefused(`${file} is not a database of Localyun; use another data directory`);
    const isLarge = statSync(file).size > examinedWholeBytes;
    const found = isLarge ? 'ok' : database.pragma('quick_check(1)', { simple: true });
    if (found !== 'ok') {
      const words = String(found).replace(/\s+/g, ' ');
      throw new StoreRefused(`${file} is damaged (${words}); ${putBack}, or ${beginAnew}`);
    }
    const damagedAt = findLogDamage(logIn(directory));
    if (damagedAt !== undefined && !hasSystemStartedSince(logIn(directory))) {
      throw new StoreRefused(
        `${logIn(directory)} is damaged at byte ${damagedAt}, and more was committed behind it; ${putBack}, or cut the log off there to go on with what was before`,
      );
    }
    if (isOurs) checkVersion(database, file);
  } finally {
    // As long as it is open, no server can begin with them.
    for (const path of others) rmSync(path, { force: true });
    database.close();
  }
}

/** Whether a database is shorter than it says; where there is a log, that may have its end. */
function isCutOff(directory: string): boolean {
  const header = Buffer.alloc(100);
  const file = openSync(fileIn(directory), 'r');
  try {
    if (
      readSync(file, header, 0, header.length, 0) < header.length ||
      !header.toString('latin1').startsWith('SQLite')
    ) {
      return false;
    }
    const { size } = fstatSync(file);
    // One stands for 65536, which does not fit.
    const pageBytes = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
    const hasLog = existsSync(logIn(directory)) && statSync(logIn(directory)).size > 0;
    return size % pageBytes !== 0 || (!hasLog && size < header.readUInt32BE(28) * pageBytes);
  } finally {
    closeSync(file);
  }
}

/** What was written last before the power failed may be there in parts; none of it was answered. */
function hasSystemStartedSince(path: string): boolean {
  return statSync(path).mtimeMs < Date.now() - uptime() * 1_000;
}

const putBack = 'put a copy back';
const beginAnew = 'move the data directory away to begin anew';

function reasonOf(directory: string, error: unknown): string {
  const code = codeOf(error);
  const file = fileIn(directory);
  const { message } = error as Error;
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return 'it is in use by another Localyun server';
  if (code === 'SQLITE_NOTADB')
    return `${file} is not a database, or its beginning is damaged; ${putBack}, or ${beginAnew}`;
  if (code.startsWith('SQLITE_CORRUPT')) return `${file} is damaged (${message}); ${putBack}, or ${beginAnew}`;
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
    return `the disk is full (${message}); free space on it`;
  if (/^(SQLITE_(READONLY|CANTOPEN|PERM|IOERR)|EACCES|EPERM|EROFS|ENOENT)/.test(code)) {
    return `it cannot be written (${message}); let this user write ${directory} and its files, or use another data directory`;
  }
  return message;
}

function codeOf(error: unknown): string {
  return String((error as { code?: unknown }).code ?? '');
}
