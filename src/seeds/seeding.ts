import { readIdentity } from '../access/identity.ts';
import { applySeedAccount } from '../access/seed.ts';
import { type SeedProblem, SeedRefused } from '../access/seed-refused.ts';
import { forget, keep, type Store, type Transaction } from '../store/store.ts';
import { type CallingParts, InProcessCalls } from './in-process-calls.ts';
import type { ReadSeed } from './read-seed.ts';
import { RegionSeeding, type SeededResource } from './region-seeding.ts';
import type { Seed } from './seed-document.ts';

/** What a seed has made, or found there: the ids that were not chosen are told nowhere else. */
export interface Seeded extends SeededResource {
  /** The id of its root key, which is its name. */
  readonly account: string;
  readonly region: string;
}

/**
 * Brings a seed into the state, all of it or nothing, in one transaction.
 * @throws SeedRefused with everything in it that cannot be
 */
export async function plantSeed(
  store: Store,
  { seed, placeOf }: ReadSeed,
  parts: CallingParts,
): Promise<readonly Seeded[]> {
  const { seeded, problems } = await store.write(async (tx) => {
    const outcome = await plant(tx, seed, parts);
    return outcome.problems.length > 0 ? forget(outcome) : keep(outcome);
  });
  if (problems.length > 0) throw new SeedRefused(problems, placeOf);
  return seeded;
}

async function plant(tx: Transaction, seed: Seed, parts: CallingParts) {
  const problems: SeedProblem[] = [];
  const seeded: Seeded[] = [];
  const calls = new InProcessCalls(tx, parts);
  for (const [index, account] of seed.accounts.entries()) {
    const path = ['accounts', index];
    for (const problem of await applySeedAccount(tx, account, parts.nowMs)) {
      problems.push({ ...problem, path: [...path, ...problem.path] });
    }
    const regions = Object.entries(account.resources);
    if (regions.length === 0) continue;
    const identity = await readIdentity(tx, account.accessKeyId);
    if (identity === undefined) {
      problems.push({ path: [...path, 'accessKeyId'], message: `the key "${account.accessKeyId}" was deleted` });
      continue;
    }
    for (const [regionId, resources] of regions) {
      const scope = { identity, regionId };
      const region = new RegionSeeding(tx, calls, scope, [...path, 'resources', regionId]);
      await region.seed(resources);
      problems.push(...region.problems);
      for (const one of region.made) seeded.push({ account: account.accessKeyId, region: regionId, ...one });
    }
  }
  return { problems, seeded };
}
