import type { Tracer } from '@opentelemetry/api';
import type { Statement, Value } from '../store/statement.ts';
import type { Outcome, Store, StoreCounts, Transaction } from '../store/store.ts';
import { beginPart } from './request-trace.ts';

/** A store whose writes have a span from the end of their work until they are committed and on disk. */
export class TracedStore implements Store {
  readonly #store: Store;
  readonly #tracer: Tracer;
  readonly engine: Store['engine'];
  readonly exclusive: boolean;
  readonly counts?: Readonly<StoreCounts>;

  constructor(store: Store, tracer: Tracer) {
    this.#store = store;
    this.#tracer = tracer;
    this.engine = store.engine;
    this.exclusive = store.exclusive;
    if (store.counts !== undefined) this.counts = store.counts;
  }

  peek<Row>(statement: Statement<Row>, ...values: Value[]): Promise<Row | undefined> {
    return this.#store.peek(statement, ...values);
  }

  read<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#store.read(work);
  }

  async write<T>(work: (tx: Transaction) => Promise<Outcome<T>>, lane?: string): Promise<T> {
    let workedAt: number | undefined;
    const timed = async (tx: Transaction): Promise<Outcome<T>> => {
      const outcome = await work(tx);
      workedAt = Date.now();
      return outcome;
    };
    try {
      return await this.#store.write(timed, lane);
    } finally {
      if (workedAt !== undefined) beginPart(this.#tracer, 'commit wait', { startTime: workedAt })?.end();
    }
  }

  close(): Promise<void> {
    return this.#store.close();
  }
}
