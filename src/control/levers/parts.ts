import type { AccountDirectory } from '../../access/directory.ts';
import type { ProductName } from '../../contracts/contract.ts';
import type { Clock } from '../../engine/clock.ts';
import type { Engine } from '../../engine/engine.ts';
import type { TransitionProfile, TransitionTable } from '../../engine/transitions.ts';
import type { RequestFaults } from '../../faults/request-faults.ts';
import type { History } from '../../history/history.ts';
import type { RequestCounts } from '../../metrics/request-counts.ts';
import type { Random } from '../../operation/context.ts';
import type { Operation } from '../../operation/operation.ts';
import type { RequestLog } from '../../requests/request-log.ts';
import type { Snapshots } from '../../snapshots/snapshots.ts';
import type { Store } from '../../store/store.ts';

/** The parts of a server that its levers move. */
export interface LeverParts {
  readonly store: Store;
  /** The same without who watches its changes, to replace it as a whole; `store` unless given. */
  readonly unwatchedStore?: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly transitionTable: TransitionTable;
  readonly profile: TransitionProfile;
  readonly engine: Engine;
  readonly directory: AccountDirectory;
  /** Without it metrics say nothing of requests. */
  readonly requestCounts?: RequestCounts | undefined;
  /** Every implemented operation, by product and action. */
  readonly operations: ReadonlyMap<ProductName, ReadonlyMap<string, Operation>>;
  readonly faults: RequestFaults;
  /** In memory unless given. */
  readonly snapshots?: () => Promise<Snapshots>;
  /** Undefined where none are kept. */
  readonly requests?: RequestLog | undefined;
  readonly history?: History | undefined;
}
