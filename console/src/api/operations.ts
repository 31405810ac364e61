import type { ObjectShape, ProductName } from '../../../src/contracts/contract.ts';

/** An operation of the official API, as `GET /operations` lists it. */
export interface KnownOperation {
  readonly product: ProductName;
  readonly version: string;
  readonly action: string;
  /** Whether the server carries it out. */
  readonly implemented: boolean;
}

/** Answer of `GET /operations/{product}/{action}`. */
export interface DescribedOperation extends KnownOperation {
  readonly parameters: ObjectShape;
  readonly required: readonly string[];
  readonly response: ObjectShape;
}
