import type { Seeded } from '../../seeds/seeding.ts';
import { resetState } from '../../store/reset.ts';
import { keep } from '../../store/store.ts';
import type { LeverParts } from './parts.ts';

export interface StateLevers {
  /** Empties the state, or what one account owns of it. */
  reset(accountId: string | undefined): Promise<void>;
  /**
   * Brings accounts, gates, quotas, RAM users and resources into the state, all of them or none.
   * @param document the text of a YAML file, or what was read from one
   * @returns the resources by name, with their ids
   */
  seed(document: unknown): Promise<readonly Seeded[]>;
}

export function createStateLevers(parts: LeverParts): StateLevers {
  const { store, clock, random, engine, directory, faults, operations, transitionTable } = parts;
  return {
    async reset(accountId) {
      await store.write(async (tx) => keep(await resetState(tx, accountId)));
      faults.clear(accountId);
      directory.forget();
      engine.stateReplaced();
    },

    async seed(document) {
      const { readSeed } = await import('../../seeds/read-seed.ts');
      const { plantSeed } = await import('../../seeds/seeding.ts');
      const read = readSeed(document);
      await engine.catchUp();
      await engine.settle();
      const seeded = await plantSeed(store, read, { operations, transitionTable, random, nowMs: clock.nowMs() });
      directory.forget();
      engine.stateExtended();
      return seeded;
    },
  };
}
