import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabaseUrl } from '../../test/support/localyun.ts';
import { PostgresStore } from './postgres.ts';
import { lockKeyOf } from './postgres-writer.ts';
import { sql } from './statement.ts';
import { forget, keep, StoreUnavailable, type Transaction } from './store.ts';

const databaseUrl = testDatabaseUrl();

const put = sql('INSERT INTO setting (setting_name, setting_value) VALUES (?, ?)');
const get = sql<{ value: string }>('SELECT setting_value AS "value" FROM setting WHERE setting_name = ?');
const set = sql('UPDATE setting SET setting_value = ? WHERE setting_name = ?');
const broken = sql('SELECT CAST(? AS INTEGER)');
const sessionOf = sql<{ id: number }>('SELECT pg_backend_pid() AS "id"');
const endSession = sql<{ ended: boolean }>('SELECT pg_terminate_backend(CAST(? AS INTEGER)) AS "ended"');

describe.skipIf(databaseUrl === undefined)('several stores on one PostgreSQL', () => {
  let stores: readonly PostgresStore[];

  beforeAll(async () => {
    stores = await Promise.all([1, 2].map(() => PostgresStore.open(databaseUrl ?? '')));
  });
  afterAll(() => Promise.all(stores.map((store) => store.close())));

  const value = async (name: string) => (await stores[0]!.peek(get, name))?.value;
  const increment = async (tx: Transaction, name: string) => {
    const before = Number((await tx.one(get, name))?.value);
    await tx.run(set, String(before + 1), name);
    return before;
  };

  it('lose no increment of a number that all of them want, in one lane or in several', async () => {
    await stores[0]!.write(async (tx) => keep(await tx.run(put, 'wanted', '0')));
    const seen = await Promise.all(
      Array.from({ length: 600 }, (_, n) =>
        stores[n % 2]!.write(async (tx) => keep(await increment(tx, 'wanted')), n < 400 ? 'one' : `lane-${n % 7}`),
      ),
    );
    expect(await value('wanted')).toBe('600');
    expect(new Set(seen).size).toBe(600);
  });

  it('let work that fails, that is forgotten, and that is refused by the database fail alone among much that is kept', async () => {
    const store = stores[0]!;
    await store.write(async (tx) => keep(await tx.run(put, 'taken', '0')));
    const outcomes = await Promise.allSettled(
      Array.from({ length: 40 }, (_, n) =>
        store.write(async (tx) => {
          await tx.run(put, `many-${n}`, String(n));
          if (n % 10 === 3) throw new Error('broken work');
          if (n % 10 === 5) return forget('forgotten');
          if (n % 10 === 7) await tx.run(put, 'taken', '1');
          if (n % 10 === 9) await tx.one(broken, 'no number');
          return keep('kept');
        }, 'many'),
      ),
    );
    for (const [n, outcome] of outcomes.entries()) {
      const told = outcome.status === 'fulfilled' ? outcome.value : String(outcome.reason);
      const expected = { 3: /^Error: broken work/, 5: /^forgotten/, 7: /unique/i, 9: /invalid input syntax/ }[n % 10];
      expect(told).toMatch(expected ?? /^kept/);
      expect(await value(`many-${n}`)).toBe(expected === undefined ? String(n) : undefined);
    }
  });

  it('keep nothing of work that took no notice of a statement that failed', async () => {
    const unnoticed = stores[0]!.write(async (tx) => {
      await tx.run(put, 'unnoticed', '1');
      await tx.one(broken, 'no number').catch(() => undefined);
      return keep('done');
    });
    await expect(unnoticed).rejects.toThrow(/invalid input syntax/);
    expect(await value('unnoticed')).toBeUndefined();
  });

  it('begin work again whose connection is ended under it, and reads too', async () => {
    await stores[0]!.write(async (tx) => keep(await tx.run(put, 'cut', '0')));
    let begun = 0;
    const cutOnce = async (tx: Transaction) => {
      begun += 1;
      if (begun % 2 === 1) await stores[1]!.peek(endSession, (await tx.one(sessionOf))?.id ?? 0);
    };
    await stores[0]!.write(async (tx) => {
      await tx.run(set, '1', 'cut');
      await cutOnce(tx);
      return keep(await increment(tx, 'cut'));
    });
    expect([begun, await value('cut')]).toEqual([2, '2']);
    const read = await stores[0]!.read(async (tx) => {
      await cutOnce(tx);
      return (await tx.one(get, 'cut'))?.value;
    });
    expect([begun, read]).toEqual([4, '2']);
  });

  it('hold no lock after work that failed', async () => {
    await expect(stores[0]!.write(async (tx) => keep(await tx.one(broken, 'no number')), 'lane')).rejects.toThrow();
    const client = new pg.Client(databaseUrl);
    await client.connect();
    const schema = new URL(databaseUrl ?? '').searchParams.get('schema') ?? '';
    const { rows } = await client.query('SELECT pg_try_advisory_lock($1, 0) AS free', [lockKeyOf(schema)]);
    await client.end();
    expect(rows).toEqual([{ free: true }]);
  });

  it('answer that the database is away once it is', async () => {
    const store = await PostgresStore.open(databaseUrl ?? '');
    await store.close();
    await expect(store.write(async (tx) => keep(await tx.run(put, 'late', '1')))).rejects.toThrow(StoreUnavailable);
    await expect(store.read((tx) => tx.one(get, 'late'))).rejects.toThrow(StoreUnavailable);
  });
});
