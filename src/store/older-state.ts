import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { migrateSqlite } from './migrate.ts';
import { SqliteStore } from './sqlite.ts';
import type { Value } from './statement.ts';
import type { Store } from './store.ts';

/** A row with the table and the columns that its values are of. */
export type TableRow = readonly [
  table: { readonly table: string; readonly columns: readonly string[] },
  row: readonly Value[],
];

/**
 * Does something with the state that rows of an older schema make up, once it is brought up to date: on the side, in a
 * folder that is gone afterwards.
 * @throws what the database says of rows that do not fit their schema
 */
export async function withOlderState<T>(
  schemaVersion: number,
  rows: AsyncIterable<TableRow>,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'localyun-older-'));
  try {
    await fill(join(folder, 'localyun.db'), schemaVersion, rows);
    const store = SqliteStore.open(folder);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fill(file: string, schemaVersion: number, rows: AsyncIterable<TableRow>): Promise<void> {
  const database = new Database(file);
  try {
    migrateSqlite(database, schemaVersion);
    // Rows of one table may refer to each other, in any order.
    database.pragma('foreign_keys = OFF');
    const inserts = new Map<unknown, Database.Statement>();
    database.exec('BEGIN');
    for await (const [table, row] of rows) {
      let insert = inserts.get(table);
      if (insert === undefined) {
        const { table: name, columns } = table;
        const places = columns.map(() => '?').join(', ');
        insert = database.prepare(`INSERT INTO ${name} (${columns.join(', ')}) VALUES (${places})`);
        inserts.set(table, insert);
      }
      insert.run(...row);
    }
    database.exec('COMMIT');
  } finally {
    database.close();
  }
}
