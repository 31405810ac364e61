import { resetState } from '../../store/reset.ts';
import { keep } from '../../store/store.ts';
import type { LeverParts } from './parts.ts';

export interface StateLevers {
  /** Empties the state, or what one account owns of it. */
  reset(accountId: string | undefined): Promise<void>;
  /** Brings accounts, gates, quotas and RAM users into the state. */
  seed(document: unknown): Promise<void>;
}

export function createStateLevers({ store, clock, engine, directory, faults }: LeverParts): StateLevers {
  return {
    async reset(accountId) {
      await store.write(async (tx) => keep(await resetState(tx, accountId)));
      faults.clear(accountId);
      directory.forget();
      engine.stateReplaced();
    },

    async seed(document) {
      const { applySeed, checkSeed } = await import('../../access/seed.ts');
      const seed = checkSeed(document);
      await store.write(async (tx) => keep(await applySeed(tx, seed, clock.nowMs())));
      directory.forget();
    },
  };
}
