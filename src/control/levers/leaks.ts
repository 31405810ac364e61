import type { Creator } from '../../leaks/creators.ts';
import type { LeakFilter, Leftover } from '../../leaks/find-leaks.ts';
import type { LeverParts } from './parts.ts';

/** A leftover with who made it, if that is still known. */
export interface Leak extends Leftover {
  readonly createdBy: Creator | undefined;
}

export interface LeakLevers {
  /** What was made, is not used and was not deleted. */
  leaks(filter: LeakFilter): Promise<{ readonly networkInterfaces: readonly Leak[]; readonly others: readonly Leak[] }>;
}

export function createLeakLevers({ store, engine, clock, history, requests }: LeverParts): LeakLevers {
  return {
    async leaks(filter) {
      const { findLeaks } = await import('../../leaks/find-leaks.ts');
      const { creatorsOf } = await import('../../leaks/creators.ts');
      await engine.catchUp();
      await engine.settle();
      const found = await store.read((tx) => findLeaks(tx, filter, clock.nowMs()));
      const creatorOf = creatorsOf(history, requests);
      const withCreator = (one: Leftover): Leak => ({ ...one, createdBy: creatorOf(one.id) });
      return {
        networkInterfaces: found.networkInterfaces.map(withCreator),
        others: found.others.map(withCreator),
      };
    },
  };
}
