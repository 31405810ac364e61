import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Account } from '../access/account.ts';
import type { Caller } from '../operation/context.ts';
import type { Operation } from '../operation/operation.ts';
import type { TransitionHandler } from '../operation/transition.ts';
import { SqliteStore } from '../store/sqlite.ts';
import { sql } from '../store/statement.ts';
import { keep, type Store, StoreUnavailable } from '../store/store.ts';
import { ManualClock } from './clock.ts';
import { Engine } from './engine.ts';
import { createRandom } from './random.ts';
import { type TransitionProfile, TransitionTable } from './transitions.ts';

const account: Account = {
  accountId: 'a',
  name: 'a',
  userTypeSupported: true,
  active: true,
  ramSupported: true,
  regionsWithoutNetworkInterfaces: new Set(),
  quotas: new Map(),
};

/** An engine over things that only count: `start` schedules a change of a thing, `look` shows what has happened. */
async function setUp(profile: TransitionProfile = 'manual', around: (store: Store) => Store = (store) => store) {
  const store = SqliteStore.open(undefined);
  const insertAccount = sql("INSERT INTO account (account_id, name, created_at_ms) VALUES ('a', 'a', 0)");
  await store.write(async (tx) => keep(await tx.run(insertAccount)));
  const done: string[] = [];
  const defects: unknown[] = [];
  const handler = (kind: string, complete: TransitionHandler['complete']): TransitionHandler => ({
    resourceType: 'thing',
    kind,
    fastMs: 100,
    realMs: 1_000,
    complete,
  });
  const handlers = [
    handler('finish', async (id, { nowMs }) => void done.push(`${id} at ${nowMs}`)),
    handler('chain', async (id, { transitions }) => transitions.schedule('thing', id, 'finish')),
    handler('break', async () => {
      throw new TypeError('a mistake');
    }),
  ];
  const clock = new ManualClock(1_000);
  const transitions = new TransitionTable(handlers, profile);
  const engine = new Engine({
    store: around(store),
    clock,
    random: createRandom(1),
    transitions,
    onDefect: (error) => defects.push(error),
  });
  const operation = (action: string, changes: boolean, execute: Operation['execute']): Operation => ({
    product: 'Ecs',
    action,
    permits: [],
    changes,
    keptEmpty: new Set(),
    execute,
  });
  const caller: Caller = {
    accountId: 'a',
    accessKeyId: 'k',
    userName: '',
    userId: 'a',
    roleName: '',
    roleId: '',
    sessionName: '',
    sessionPolicy: '',
    expiresAtMs: 0,
  };
  const run = (one: Operation, parameters: object) =>
    engine.execute({
      requestId: 'request-1',
      operation: one,
      parameters,
      account,
      caller,
      regionId: 'cn-hangzhou',
      regionGiven: true,
      endpoint: '',
      origin: { sourceIp: '127.0.0.1', secure: false },
    });
  const start = (id: string, kind: string) =>
    run(
      operation('StartThing', true, async (_parameters, context) => {
        await context.transitions.schedule('thing', id, kind);
        return {};
      }),
      {},
    );
  const look = () =>
    run(
      operation('DescribeThings', false, async () => ({ done: [...done] })),
      {},
    );
  return { store, clock, done, defects, run, operation, start, look };
}

const bound = (store: Store): Store => ({
  engine: store.engine,
  exclusive: store.exclusive,
  peek: (statement, ...values) => store.peek(statement, ...values),
  read: (work) => store.read(work),
  write: (work, lane) => store.write(work, lane),
  close: () => store.close(),
});

describe('delayed changes', () => {
  it('are applied before the next call that comes when they are due, and not earlier', async () => {
    const { clock, start, look } = await setUp();
    await start('x', 'finish');
    clock.set(1_099);
    expect(await look()).toEqual({ done: [] });
    clock.set(1_100);
    expect(await look()).toEqual({ done: ['x at 1100'] });
  });

  it('are waited for by a read that comes while another call has them applied', async () => {
    const { clock, start, look } = await setUp();
    await start('x', 'finish');
    clock.set(1_100);
    const started = start('y', 'finish');
    // Long enough to be queued, and not to be begun.
    await new Promise((resolve) => process.nextTick(resolve));
    expect(await look()).toEqual({ done: ['x at 1100'] });
    await started;
  });

  it('come before a call that was queued behind them, also where the first try was not kept', async () => {
    let whileApplied: (() => void) | undefined;
    const { clock, start, run, operation, done } = await setUp('manual', (store) => ({
      ...bound(store),
      write: (work, lane) =>
        store.write(async (tx) => {
          const outcome = await work(tx);
          const disturb = whileApplied;
          whileApplied = undefined;
          if (disturb === undefined) return outcome;
          disturb();
          await new Promise((resolve) => setImmediate(resolve));
          throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR');
        }, lane),
    }));
    const change = () =>
      run(
        operation('ChangeThing', true, async () => ({ done: [...done] })),
        {},
      );
    await start('x', 'finish');
    clock.set(1_100);
    let queuedBehind: Promise<object> | undefined;
    whileApplied = () => {
      queuedBehind = change();
    };
    await expect(change()).rejects.toThrow(StoreUnavailable);
    // Applied once in vain, and once for good.
    expect(await queuedBehind).toEqual({ done: ['x at 1100', 'x at 1100'] });
  });

  it('land where they would have landed one by one, chains too', async () => {
    const { clock, start, look } = await setUp();
    await start('x', 'chain');
    clock.set(1_050);
    await start('y', 'finish');
    clock.set(9_999);
    expect(await look()).toEqual({ done: ['y at 1150', 'x at 1200'] });
  });

  it.each([
    ['fast', 1_100],
    ['real', 2_000],
  ] as const)('take as long as the profile %s says', async (profile, dueAtMs) => {
    const { clock, start, look } = await setUp(profile);
    await start('x', 'finish');
    clock.set(dueAtMs - 1);
    expect(await look()).toEqual({ done: [] });
    clock.set(dueAtMs);
    expect(await look()).toEqual({ done: [`x at ${dueAtMs}`] });
  });

  it('happen within the call under the profile instant, with all that follows', async () => {
    const { store, start, done, look } = await setUp('instant');
    await start('x', 'chain');
    expect(done).toEqual(['x at 1000']);
    expect(await look()).toEqual({ done: ['x at 1000'] });
    expect(await store.peek(sql('SELECT 1 FROM transition'))).toBeUndefined();
  });

  it('that cannot be applied within the call leave it carried out, and are set aside by the next one', async () => {
    const { start, look, defects } = await setUp('instant');
    expect(await start('bad', 'break')).toEqual({});
    expect(await look()).toEqual({ done: [] });
    expect(String(defects)).toContain('thing bad could not break');
    await start('good', 'finish');
    expect(await look()).toEqual({ done: ['good at 1000'] });
    expect(defects).toHaveLength(1);
  });

  it('that cannot be applied are set aside and reported, and keep nothing else from happening', async () => {
    const { clock, start, look, defects } = await setUp();
    await start('bad', 'break');
    await start('good', 'finish');
    clock.set(5_000);
    expect(await look()).toEqual({ done: ['good at 1100'] });
    expect(defects).toHaveLength(1);
    expect(String(defects[0])).toContain('thing bad could not break');
    clock.set(9_000);
    await look();
    expect(defects).toHaveLength(1);
  });
});

describe('ClientToken', () => {
  it('answers a repeated call as before, without running it', async () => {
    const { run, operation } = await setUp();
    let runs = 0;
    const count = operation('CountThings', true, async () => {
      runs += 1;
      return { runs };
    });
    const first = await run(count, { ClientToken: 't', Size: 1 });
    expect(await run(count, { ClientToken: 't', Size: 1 })).toEqual(first);
    expect(runs).toBe(1);
    expect(await run(count, { ClientToken: 't', Size: 2 })).toMatchObject({ code: 'IdempotentParameterMismatch' });
    expect(await run(count, { ClientToken: 'T', Size: 2 })).toEqual({ runs: 2 });
  });

  it('is forgotten after a day, and refused when it is too long or not ASCII', async () => {
    const { run, operation, clock } = await setUp();
    let runs = 0;
    const count = operation('CountThings', true, async () => {
      runs += 1;
      return { runs };
    });
    await run(count, { ClientToken: 't' });
    clock.set(clock.nowMs() + 24 * 60 * 60 * 1000);
    expect(await run(count, { ClientToken: 't' })).toEqual({ runs: 2 });
    for (const ClientToken of ['x'.repeat(65), 'é']) {
      expect(await run(count, { ClientToken })).toMatchObject({ status: 400, code: 'InvalidParameter' });
    }
  });
});
