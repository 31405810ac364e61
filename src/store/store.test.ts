import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabaseUrl } from '../../test/support/localyun.ts';
import { PostgresStore } from './postgres.ts';
import { SqliteStore } from './sqlite.ts';
import { sql, tableOf } from './statement.ts';
import { forget, keep, type Store } from './store.ts';

const put = sql('INSERT INTO setting (setting_name, setting_value) VALUES (?, ?)');
const get = sql<{ value: string }>('SELECT setting_value AS "value" FROM setting WHERE setting_name = ?');
const set = sql('UPDATE setting SET setting_value = ? WHERE setting_name = ?');

let store: Store;

beforeAll(async () => {
  const url = testDatabaseUrl();
  store = url === undefined ? SqliteStore.open(undefined) : await PostgresStore.open(url);
});

afterAll(() => store.close());

const value = async (name: string) => (await store.peek(get, name))?.value;

describe('a store, on either engine', () => {
  it('keeps what work decided to keep and forgets the rest, and answers both', async () => {
    const kept = await store.write(async (tx) => {
      await tx.run(put, 'kept', '1');
      return keep('yes');
    });
    const forgotten = await store.write(async (tx) => {
      await tx.run(put, 'forgotten', '1');
      return forget('no');
    });
    expect([kept, forgotten, await value('kept'), await value('forgotten')]).toEqual(['yes', 'no', '1', undefined]);
  });

  it('keeps nothing of work that throws, and lets work beside it be', async () => {
    const outcomes = await Promise.allSettled([
      store.write(async (tx) => keep(await tx.run(put, 'before', '1'))),
      store.write(async (tx) => {
        await tx.run(put, 'half', '1');
        throw new Error('broken work');
      }),
      store.write(async (tx) => keep(await tx.run(put, 'after', '1'))),
    ]);
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect([await value('before'), await value('half'), await value('after')]).toEqual(['1', undefined, '1']);
  });

  it('refuses a second row with the same key', async () => {
    await store.write(async (tx) => keep(await tx.run(put, 'unique', '1')));
    await expect(store.write(async (tx) => keep(await tx.run(put, 'unique', '2')))).rejects.toThrow(/unique/i);
    expect(await value('unique')).toBe('1');
  });

  it('runs work one after another as far as anyone can tell: no increment is lost', async () => {
    await store.write(async (tx) => keep(await tx.run(put, 'counter', '0')));
    const increment = () =>
      store.write(async (tx) => {
        const before = Number((await tx.one(get, 'counter'))?.value);
        await tx.run(set, String(before + 1), 'counter');
        return keep(before);
      });
    const seen = await Promise.all(Array.from({ length: 40 }, increment));
    expect(await value('counter')).toBe('40');
    expect(new Set(seen).size).toBe(40);
  });

  it('shows a reader only what is committed', async () => {
    const written = store.write(async (tx) => keep(await tx.run(put, 'visible', '1')));
    const early = await value('visible');
    await written;
    expect([undefined, '1']).toContain(early);
    expect(await value('visible')).toBe('1');
  });

  it('holds whole numbers up to 2^53 and text of any script', async () => {
    const big = Number.MAX_SAFE_INTEGER;
    const echo = sql<{ number: number; text: string }>(
      'SELECT CAST(? AS BIGINT) AS "number", CAST(? AS TEXT) AS "text"',
    );
    expect(await store.peek(echo, big, '弹性网卡 🚀')).toEqual({ number: big, text: '弹性网卡 🚀' });
  });
});

describe('tables', () => {
  it('name columns after fields', () => {
    const table = tableOf<{ vSwitchId: string; createdAtMs: number }>('thing', ['vSwitchId', 'createdAtMs']);
    expect(table.insert.text).toBe('INSERT INTO thing (v_switch_id, created_at_ms) VALUES (?, ?)');
    expect(table.insert.postgresText).toBe('INSERT INTO thing (v_switch_id, created_at_ms) VALUES ($1, $2)');
    expect(table.values({ createdAtMs: 1, vSwitchId: 'v' })).toEqual(['v', 1]);
  });
});
