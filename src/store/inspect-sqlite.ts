import { existsSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { schemaVersion } from './migrate.ts';

/** What is found where a data directory has its database. Nothing of it is changed. */
export type FoundSqlite =
  | { readonly state: 'absent' | 'in-use' | 'empty' }
  | { readonly state: 'good' | 'newer'; readonly schemaVersion: number }
  | { readonly state: 'damaged'; readonly reason: string };

/** Looks into the database of a data directory: who has it, whether it is whole, and which schema it is of. */
export function inspectSqlite(directory: string): FoundSqlite {
  const file = join(directory, 'localyun.db');
  if (!existsSync(file)) return { state: 'absent' };
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true, timeout: 0 });
    const whole: unknown = database.pragma('quick_check(1)', { simple: true });
    if (whole !== 'ok') return { state: 'damaged', reason: String(whole) };
    return foundSchema(database);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return { state: 'in-use' };
    return { state: 'damaged', reason: error instanceof Error ? error.message : String(error) };
  } finally {
    database?.close();
  }
}

function foundSchema(database: Database.Database): FoundSqlite {
  const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all();
  if (tables.length === 0) return { state: 'empty' };
  if (!tables.includes('schema_version')) return { state: 'damaged', reason: 'it is no database of Localyun' };
  const version = Number(database.prepare('SELECT MAX(version) FROM schema_version').pluck().get() ?? 0);
  return { state: version > schemaVersion ? 'newer' : 'good', schemaVersion: version };
}
