import type { Statement, Value } from '../store/statement.ts';
import type { ChangeOrigin, Outcome, Store, StoreCounts, Transaction } from '../store/store.ts';
import { type ChangePlan, planOf } from './change-plan.ts';
import type { Change } from './work.ts';

/** Who is told of what was committed. */
interface Witness {
  commit(changes: readonly Change[]): void;
}

/** A state that tells what every piece of work has changed, once its commit is durable and before anybody is answered. */
export class ObservedStore implements Store {
  readonly #store: Store;
  readonly #witness: Witness;
  readonly counts?: Readonly<StoreCounts>;

  constructor(store: Store, witness: Witness) {
    this.#store = store;
    this.#witness = witness;
    if (store.counts !== undefined) this.counts = store.counts;
  }

  get engine(): Store['engine'] {
    return this.#store.engine;
  }

  get exclusive(): boolean {
    return this.#store.exclusive;
  }

  peek<Row>(statement: Statement<Row>, ...values: Value[]): Promise<Row | undefined> {
    return this.#store.peek(statement, ...values);
  }

  read<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.#store.read(work);
  }

  write<T>(work: (tx: Transaction) => Promise<Outcome<T>>, lane?: string): Promise<T> {
    // Work may run again: the last run is the one that is committed.
    let changes: readonly Change[] = [];
    const observed = async (tx: Transaction): Promise<Outcome<T>> => {
      const watched = new ObservedTransaction(tx);
      const outcome = await work(watched);
      changes = outcome.keep ? watched.changes : [];
      return outcome;
    };
    return this.#store.write(observed, lane).then((value) => {
      if (changes.length > 0) this.#witness.commit(changes);
      return value;
    });
  }

  close(): Promise<void> {
    return this.#store.close();
  }
}

class ObservedTransaction implements Transaction {
  readonly changes: Change[] = [];
  readonly #tx: Transaction;
  #origin: ChangeOrigin | undefined;

  constructor(tx: Transaction) {
    this.#tx = tx;
  }

  by(origin: ChangeOrigin): void {
    this.#origin = origin;
  }

  one<Row>(statement: Statement<Row>, ...values: Value[]): Promise<Row | undefined> {
    return this.#tx.one(statement, ...values);
  }

  all<Row>(statement: Statement<Row>, ...values: Value[]): Promise<readonly Row[]> {
    return this.#tx.all(statement, ...values);
  }

  run(statement: Statement<never>, ...values: Value[]): Promise<number> {
    const plan = planOf(statement);
    return plan === null ? this.#tx.run(statement, ...values) : this.#runObserved(plan, statement, values);
  }

  async #runObserved(plan: ChangePlan, statement: Statement<never>, values: Value[]): Promise<number> {
    const origin = this.#origin;
    const count = await this.#tx.run(statement, ...values);
    if (count > 0) this.changes.push({ plan, values, count, origin });
    return count;
  }
}
