import type { AccountDirectory } from '../access/directory.ts';
import type { ProductName } from '../contracts/contract.ts';
import type { Engine } from '../engine/engine.ts';
import type { RequestFaults } from '../faults/request-faults.ts';
import type { Operation } from '../operation/operation.ts';
import type { Refusal } from '../operation/refusal.ts';
import type { Exchange } from './exchange.ts';
import type { NonceMemory } from './protocol/nonces.ts';

/** What the steps work with. */
export interface GatewayParts {
  readonly engine: Engine;
  readonly directory: AccountDirectory;
  readonly nonces: NonceMemory;
  /** Every implemented operation, by product and action. */
  readonly operations: ReadonlyMap<ProductName, ReadonlyMap<string, Operation>>;
  /** `off` takes the access key of a request at its word. */
  readonly auth: 'strict' | 'off';
  /** What ECS answers to a call that policies deny; `Forbidden.RAM` unless told otherwise. */
  readonly denialCode?: 'Forbidden.RAM' | 'Forbidden.SubUser' | undefined;
  /** The permitted difference between a request's timestamp and the wall clock, in milliseconds. */
  readonly timestampWindowMs: number;
  /** What the operator wants to go wrong; nothing when not given. */
  readonly faults?: RequestFaults | undefined;
}

/** One step of the pipeline: it adds to the exchange, or refuses and so ends it. */
export type Step = (exchange: Exchange, parts: GatewayParts) => Refusal | undefined | Promise<Refusal | undefined>;
