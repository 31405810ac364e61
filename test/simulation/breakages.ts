import type { Operation } from '../../src/operation/operation.ts';
import { operations } from '../../src/registry.generated.ts';
import type { Connection, QueryAnswer } from '../../src/store/connection.ts';
import { type Store, StoreUnavailable, type Transaction } from '../../src/store/store.ts';
import type { Breakage } from './life.ts';

/** The same store, but for what is put in the place of its way to write. */
function writing(write: (store: Store) => Store['write']): (store: Store) => Store {
  return (store) => ({
    engine: store.engine,
    exclusive: store.exclusive,
    peek: (statement, ...values) => store.peek(statement, ...values),
    read: (work) => store.read(work),
    write: write(store),
    close: () => store.close(),
  });
}

/** Changes to the state whose SQL text fits are lost on the way. */
function losing(statement: RegExp): Breakage {
  const losingOf = (tx: Transaction): Transaction => ({
    one: (text, ...values) => tx.one(text, ...values),
    all: (text, ...values) => tx.all(text, ...values),
    run: async (text, ...values) => (statement.test(text.text) ? 1 : tx.run(text, ...values)),
  });
  return { store: writing((store) => (work, lane) => store.write((tx) => work(losingOf(tx)), lane)) };
}

/** An operation in the place of the one that there is. */
function instead(action: string, execute: (real: Operation) => Operation['execute']): Breakage {
  const real = operations.find((operation) => operation.product === 'Ecs' && operation.action === action)!;
  return { operations: [{ ...real, execute: execute(real) }] };
}

/** Every statement is a transaction of its own. */
const withoutTransactions: Breakage = {
  pool: (pool) => ({
    end: () => pool.end(),
    async connect() {
      const connection = await pool.connect();
      const isTransaction = (what: unknown) => /^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)/.test(String(what));
      const ask = connection.query.bind(connection) as (...what: unknown[]) => unknown;
      const query = (...what: unknown[]): unknown => {
        if (!isTransaction(what[0])) return ask(...what);
        const answered = what.at(-1);
        if (typeof answered === 'function') return void answered(null);
        return Promise.resolve<QueryAnswer>({ rows: [], rowCount: null, command: String(what[0]) });
      };
      return { query: query as Connection['query'], release: (destroy) => connection.release(destroy) };
    },
  }),
};

/** Ways to break a server, and what is said of each. */
export const breakages: readonly (readonly [what: string, breakage: Breakage, said: RegExp])[] = [
  [
    'answers before what it says is on disk',
    {
      disk: (disk) => ({
        open: (path) => disk.open(path),
        sync: (_file, done) => done(null),
        syncNow: () => undefined,
      }),
    },
    /were answered for or seen, after a crash there are/,
  ],
  [
    'begins again what may have been committed',
    {
      store: writing(
        (store) => (work, lane) =>
          store.write(work, lane).catch((error) => {
            if (error instanceof StoreUnavailable) return store.write(work, lane);
            throw error;
          }),
      ),
    },
    /it was carried out twice/,
  ],
  [
    'keeps what it has refused',
    {
      store: writing((store) => (work, lane) => store.write(async (tx) => ({ ...(await work(tx)), keep: true }), lane)),
    },
    /the model refuses it|is wrong|the network interfaces of|server: /,
  ],
  ['has no transactions', withoutTransactions, /is wrong|had to|names no row|accepted|server: |InternalError/],
  ['gives no quota back', losing(/^UPDATE quota_usage SET used = used - /), /count of [a-z-]+ is wrong|Quota/],
  [
    'does not know a ClientToken again',
    losing(/^INSERT INTO client_token/),
    /carried out again under the same ClientToken|IdempotentParameterMismatch/,
  ],
  [
    'answers from memory',
    instead('DescribeNetworkInterfaces', (real) => {
      const answers = new Map<string, object>();
      return async (parameters, context, prepared) => {
        const answer = answers.get(context.accountId) ?? (await real.execute(parameters, context, prepared));
        answers.set(context.accountId, answer);
        return answer;
      };
    }),
    /the network interfaces of|eni-/,
  ],
];
