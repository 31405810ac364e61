import type { AccountDirectory } from '../../access/directory.ts';
import type { Clock } from '../../engine/clock.ts';
import type { Engine } from '../../engine/engine.ts';
import type { TransitionProfile, TransitionTable } from '../../engine/transitions.ts';
import type { Random } from '../../operation/context.ts';
import type { Store } from '../../store/store.ts';

/** The parts of a server that its levers move. */
export interface LeverParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  readonly transitionTable: TransitionTable;
  readonly profile: TransitionProfile;
  readonly engine: Engine;
  readonly directory: AccountDirectory;
}
