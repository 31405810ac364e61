import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Disk, realDisk } from './disk.ts';
import { schemaVersion } from './migrate.ts';
import { runsOn } from './migrations/engine-statement.ts';
import { migrations } from './migrations/index.ts';
import { resetState, stateTables } from './reset.ts';
import { SqliteStore } from './sqlite.ts';
import { sql } from './statement.ts';
import { keep, StoreUnavailable } from './store.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'localyun-store-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = sql('INSERT INTO setting (setting_name, setting_value) VALUES (?, ?)');
const count = sql<{ count: number }>('SELECT COUNT(*) AS "count" FROM setting');

describe('a data directory', () => {
  it('is made with its parents and holds the state over a restart', async () => {
    const nested = join(folder, 'a', 'b');
    const first = SqliteStore.open(nested);
    await first.write(async (tx) => keep(await tx.run(put, 'name', 'value')));
    await first.close();
    const second = SqliteStore.open(nested);
    expect((await second.peek(count))?.count).toBe(1);
    await second.close();
  });

  it('is not read from either once a sync has failed: what is seen may be gone after a restart', async () => {
    let isBroken = false;
    const fail = () => Object.assign(new Error('EIO: i/o error, fdatasync'), { code: 'EIO' });
    const disk: Disk = {
      ...realDisk,
      sync: (file, done) => (isBroken ? queueMicrotask(() => done(fail())) : realDisk.sync(file, done)),
      syncNow(file) {
        if (isBroken) throw fail();
        realDisk.syncNow(file);
      },
    };
    const store = SqliteStore.open(folder, disk);
    await store.write(async (tx) => keep(await tx.run(put, 'first', 'kept')));
    expect((await store.peek(count))?.count).toBe(1);
    isBroken = true;
    await expect(store.write(async (tx) => keep(await tx.run(put, 'second', 'in doubt')))).rejects.toThrow(
      StoreUnavailable,
    );
    await expect(store.peek(count)).rejects.toThrow(StoreUnavailable);
    await store.close();
  });

  it('is refused to a second server while the first runs', async () => {
    const first = SqliteStore.open(folder);
    expect(() => SqliteStore.open(folder)).toThrow(/in use by another Localyun server/);
    await first.close();
    await SqliteStore.open(folder).close();
  });

  it('is refused when a newer build wrote it, and left as it is', async () => {
    await SqliteStore.open(folder).close();
    const database = new Database(join(folder, 'localyun.db'));
    database.prepare('INSERT INTO schema_version (version) VALUES (?)').run(schemaVersion + 1);
    database.close();
    expect(() => SqliteStore.open(folder)).toThrow(/written by a newer Localyun/);
  });

  it('is refused when its database is damaged, and never made anew', () => {
    const file = join(folder, 'localyun.db');
    writeFileSync(file, 'this is not a database, but somebody may want it back'.repeat(100));
    expect(() => SqliteStore.open(folder)).toThrow(
      /localyun.db is not a database, or its beginning is damaged; put a copy back/,
    );
    expect(readFileSync(file, 'utf8')).toMatch(/^this is not a database/);
  });

  it('is refused when it is a file', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(() => SqliteStore.open(file)).toThrow(/cannot open the data directory/);
    mkdirSync(join(folder, 'localyun.db'));
    expect(() => SqliteStore.open(folder)).toThrow(/cannot open the data directory/);
  });

  it('written by each older schema opens in this build with its rows', async () => {
    for (let version = 1; version <= migrations.length; version += 1) {
      const old = join(folder, `schema-${version}`);
      mkdirSync(old);
      const database = new Database(join(old, 'localyun.db'));
      database.pragma('synchronous = OFF');
      database.exec('CREATE TABLE schema_version (version INTEGER NOT NULL)');
      for (const [index, statements] of migrations.slice(0, version).entries()) {
        for (const statement of statements.filter((one) => runsOn('SQLite', one))) {
          database.exec(statement.replace('/* WITHOUT ROWID */', 'WITHOUT ROWID'));
        }
        database.prepare('INSERT INTO schema_version (version) VALUES (?)').run(index + 1);
      }
      database.prepare("INSERT INTO setting (setting_name, setting_value) VALUES ('old', 'row')").run();
      database.close();
      const store = SqliteStore.open(old);
      expect((await store.peek(count))?.count).toBe(1);
      await store.close();
    }
  });
});

describe('group commit', () => {
  it('commits work that arrives together once, and answers after that', async () => {
    const store = SqliteStore.open(folder);
    const order: string[] = [];
    const piece = (name: string) =>
      store
        .write(async (tx) => {
          order.push(`run ${name}`);
          return keep(await tx.run(put, name, ''));
        })
        .then(() => order.push(`answer ${name}`));
    await Promise.all([piece('a'), piece('b'), piece('c')]);
    expect(order).toEqual(['run a', 'run b', 'run c', 'answer a', 'answer b', 'answer c']);
    await store.close();
  });

  it('finishes what was asked for before it closes', async () => {
    const store = SqliteStore.open(folder);
    const written = store.write(async (tx) => keep(await tx.run(put, 'last', '')));
    await store.close();
    expect(await written).toBe(1);
    const again = SqliteStore.open(folder);
    expect((await again.peek(count))?.count).toBe(1);
    await again.close();
  });
});

describe('reset', () => {
  it('knows every table that holds state', async () => {
    const store = SqliteStore.open(folder);
    const tables = await store.read((tx) =>
      tx.all(sql<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")),
    );
    const kept = new Set(['schema_version', 'setting']);
    expect(
      tables
        .map(({ name }) => name)
        .filter((name) => !kept.has(name))
        .sort(),
    ).toEqual(stateTables.map(([name]) => name).sort());
    await store.write(async (tx) => keep(await resetState(tx, undefined)));
    await store.write(async (tx) => keep(await resetState(tx, '1000000000000001')));
    await store.close();
  });
});
