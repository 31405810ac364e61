import type Database from 'better-sqlite3';
import type { Client } from 'pg';
import { runsOn } from './migrations/engine-statement.ts';
import { migrations } from './migrations/index.ts';
import { StoreRefused } from './store.ts';

const newest = migrations.length;
const createVersionTable = 'CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)';
const readVersion = 'SELECT COALESCE(MAX(version), 0) AS version FROM schema_version';

/** The schema version this build writes. */
export const schemaVersion = newest;

/** Makes an SQLite database one of Localyun, with nothing in it. */
export function beginSqlite(database: Database.Database): void {
  database.exec(createVersionTable);
}

/** @param place names the database. @throws StoreRefused when it is of a newer schema than this build knows */
export function checkVersion(database: Database.Database, place: string): void {
  const { version } = database.prepare(readVersion).get() as { version: number };
  refuseNewer(version, place);
}

/** Brings an SQLite database to the newest schema, or up to an older one, all or nothing. */
export function migrateSqlite(database: Database.Database, upTo = newest): void {
  database.transaction(() => {
    database.exec(createVersionTable);
    const { version } = database.prepare(readVersion).get() as { version: number };
    for (const [next, statements] of pending(version)) {
      if (next > upTo) break;
      for (const statement of statements) if (runsOn('SQLite', statement)) database.exec(inSqlite(statement));
      database.prepare('INSERT INTO schema_version (version) VALUES (?)').run(next);
    }
  })();
}

/** Makes a schema where it is missing. `IF NOT EXISTS` alone fails for one of two servers that start together. */
export async function makeSchema(client: Client, schema: string): Promise<void> {
  await client.query('BEGIN');
  await client.query("SELECT pg_advisory_xact_lock(hashtext('localyun schemas'))");
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`);
  await client.query('COMMIT');
}

/** Brings a PostgreSQL schema to the newest version; servers that start together wait for each other. */
export async function migratePostgres(client: Client): Promise<void> {
  await client.query('BEGIN');
  await client.query("SELECT pg_advisory_xact_lock(hashtext('localyun ' || current_schema()))");
  // What is checked at the end keeps tables from being altered until then.
  await client.query('SET CONSTRAINTS ALL IMMEDIATE');
  await client.query(createVersionTable);
  const { rows } = await client.query<{ version: number }>(readVersion);
  for (const [next, statements] of pending(rows[0]?.version ?? 0)) {
    for (const statement of statements) if (runsOn('PostgreSQL', statement)) await client.query(statement);
    await client.query('INSERT INTO schema_version (version) VALUES ($1)', [next]);
  }
  await client.query('SAVEPOINT migrated');
  // Where the engine cannot, transactions only get in each other's way more often.
  await deferReferences(client).catch(() => client.query('ROLLBACK TO SAVEPOINT migrated'));
  await client.query('COMMIT');
}

/**
 * Has references checked at the end of a transaction. What is checked counts as read, with all its neighbours: checked
 * early, most transactions that make neighbours at the same time could not be serialized.
 */
async function deferReferences(client: Client): Promise<void> {
  const { rows } = await client.query<{ change: string }>(
    `SELECT format('ALTER TABLE %s ALTER CONSTRAINT %I DEFERRABLE INITIALLY DEFERRED', conrelid::regclass, conname) AS change
     FROM pg_constraint
     WHERE contype = 'f' AND NOT condeferred AND connamespace = current_schema()::regnamespace`,
  );
  for (const { change } of rows) await client.query(change);
}

/** Tables whose rows are found by their key alone keep them in the key's order; PostgreSQL has no such thing. */
function inSqlite(statement: string): string {
  return statement.replace('/* WITHOUT ROWID */', 'WITHOUT ROWID');
}

function refuseNewer(version: number, place: string): void {
  if (version <= newest) return;
  throw new StoreRefused(
    `${place} was written by a newer Localyun (schema ${version}, this build knows ${newest}); use that version, or another place for the state`,
  );
}

function pending(version: number): [version: number, statements: readonly string[]][] {
  refuseNewer(version, 'the state');
  return migrations.slice(version).map((statements, index) => [version + index + 1, statements]);
}
