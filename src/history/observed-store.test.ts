import { describe, expect, it } from 'vitest';
import { type Statement, sql } from '../store/statement.ts';
import { forget, keep, type Outcome, type Store, StoreUnavailable, type Transaction } from '../store/store.ts';
import { History } from './history.ts';

const insert = sql('INSERT INTO vpc (vpc_id, account_id, region_id, status) VALUES (?, ?, ?, ?)');
const update = sql('UPDATE vpc SET status = ? WHERE vpc_id = ?');
const remove = sql('DELETE FROM vpc WHERE vpc_id = ?');

/** A state in which every statement changes one row, and whose work is run as often as wanted before it is committed. */
function stateWith({ runs = 1, fails = false } = {}): Store {
  const tx: Transaction = {
    one: async () => undefined,
    all: async () => [],
    run: async (_: Statement<never>) => 1,
  };
  return {
    engine: 'sqlite',
    exclusive: true,
    peek: async () => undefined,
    read: (work) => work(tx),
    async write<T>(work: (tx: Transaction) => Promise<Outcome<T>>): Promise<T> {
      let outcome = await work(tx);
      for (let run = 1; run < runs; run += 1) outcome = await work(tx);
      if (fails) throw new StoreUnavailable('the disk is full');
      return outcome.value;
    },
    close: async () => undefined,
  };
}

function observed(options?: Parameters<typeof stateWith>[0]) {
  const history = new History(100, () => 7);
  const told = () =>
    history
      .oldestFirst()
      .map(({ change, resourceId, before, after }) => [change, resourceId, before?.status, after?.status]);
  return { store: history.watch(stateWith(options)), told, history };
}

const make = (tx: Transaction, id: string) => tx.run(insert, id, '1', 'r', 'Pending');

describe('what is told of a piece of work', () => {
  it('is nothing when it is not kept, and nothing when its commit fails', async () => {
    const one = observed();
    await one.store.write(async (tx) => forget(await make(tx, 'vpc-1')));
    expect(one.told()).toEqual([]);
    const other = observed({ fails: true });
    await expect(other.store.write(async (tx) => keep(await make(tx, 'vpc-1')))).rejects.toThrow(StoreUnavailable);
    expect(other.told()).toEqual([]);
  });

  it('is what its last run has done, when it is run again', async () => {
    const { store, told } = observed({ runs: 3 });
    let run = 0;
    await store.write(async (tx) => {
      run += 1;
      return keep(await make(tx, `vpc-${run}`));
    });
    expect(told()).toEqual([['created', 'vpc-3', undefined, 'Pending']]);
  });

  it('is there before whoever waits for it goes on', async () => {
    const { store, told } = observed();
    await store.write(async (tx) => keep(await make(tx, 'vpc-1')));
    expect(told()).toHaveLength(1);
  });

  it('is one event a resource, from what was before to what is after all of it', async () => {
    const { store, told } = observed();
    await store.write(async (tx) => keep([await make(tx, 'vpc-1'), await tx.run(update, 'Available', 'vpc-1')]));
    await store.write(async (tx) =>
      keep([await tx.run(update, 'Busy', 'vpc-1'), await tx.run(update, 'Done', 'vpc-1')]),
    );
    await store.write(async (tx) => keep([await make(tx, 'vpc-2'), await tx.run(remove, 'vpc-2')]));
    await store.write(async (tx) => keep([await tx.run(update, 'Busy', 'vpc-1'), await tx.run(remove, 'vpc-1')]));
    expect(told()).toEqual([
      ['created', 'vpc-1', undefined, 'Available'],
      ['modified', 'vpc-1', 'Available', 'Done'],
      ['deleted', 'vpc-1', 'Done', undefined],
    ]);
  });

  it('is no event where nothing is different afterwards', async () => {
    const { store, told } = observed();
    await store.write(async (tx) => keep(await make(tx, 'vpc-1')));
    await store.write(async (tx) => keep(await tx.run(update, 'Pending', 'vpc-1')));
    await store.write(async (tx) =>
      keep([await tx.run(update, 'Busy', 'vpc-1'), await tx.run(update, 'Pending', 'vpc-1')]),
    );
    expect(told()).toHaveLength(1);
  });

  it('has no before of what this server has not seen being made', async () => {
    const { store, told, history } = observed();
    await store.write(async (tx) => keep(await make(tx, 'vpc-1')));
    history.stateReplaced();
    await store.write(async (tx) => keep(await tx.run(update, 'Available', 'vpc-1')));
    await store.write(async (tx) => keep(await tx.run(remove, 'vpc-1')));
    expect(told().slice(1)).toEqual([
      ['modified', 'vpc-1', undefined, 'Available'],
      ['deleted', 'vpc-1', undefined, undefined],
    ]);
  });
});
