import type { Statement, Value } from './statement.ts';

/** Who makes a change: a request, or a delayed change that has become due. */
export type ChangeOrigin = {
  readonly accountId: string;
  readonly regionId: string;
  /** By the modelled clock. */
  readonly atMs: number;
} & (
  | { readonly requestId: string }
  | { readonly transition: { readonly resourceType: string; readonly resourceId: string; readonly kind: string } }
);

/** What an operation may do to the state: everything inside one serializable transaction. */
export interface Transaction {
  /** The first row, or undefined. */
  one<Row>(statement: Statement<Row>, ...values: Value[]): Promise<Row | undefined>;
  all<Row>(statement: Statement<Row>, ...values: Value[]): Promise<readonly Row[]>;
  /** Changes rows; answers how many. */
  run(statement: Statement<never>, ...values: Value[]): Promise<number>;
  /** Says who makes the changes that follow; only of a state whose changes are kept. */
  by?(origin: ChangeOrigin): void;
}

/** What a piece of work decided: keep its changes, or forget them and still answer. */
export interface Outcome<T> {
  readonly keep: boolean;
  readonly value: T;
}

export const keep = <T>(value: T): Outcome<T> => ({ keep: true, value });
export const forget = <T>(value: T): Outcome<T> => ({ keep: false, value });

/** What was committed since the state was opened. */
export interface StoreCounts {
  /** Transactions of the database. */
  batches: number;
  /** Pieces of work in them. */
  writes: number;
}

/** The state of a server, or of several. Work may run more than once (serialization retries): it must not have other effects. */
export interface Store {
  readonly engine: 'sqlite' | 'postgresql';
  /** True when no other process can change the state, so that what is known in memory stays true. */
  readonly exclusive: boolean;
  /** Of the engines that keep count. */
  readonly counts?: Readonly<StoreCounts>;
  /** The first row of one statement on committed state, outside any transaction. */
  peek<Row>(statement: Statement<Row>, ...values: Value[]): Promise<Row | undefined>;
  /** Runs work that only reads, on committed state. */
  read<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
  /**
   * Runs work in one serializable transaction; resolves once its commit is durable.
   * @param lane names what is likely to touch the same rows, such as those of one account; what is of no lane has one in common
   */
  write<T>(work: (tx: Transaction) => Promise<Outcome<T>>, lane?: string): Promise<T>;
  close(): Promise<void>;
}

/** The database cannot be reached or will not commit now; the caller may try again. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** The state cannot be opened at all; the message tells a person why. */
export class StoreRefused extends Error {
  override readonly name = 'StoreRefused';
}
