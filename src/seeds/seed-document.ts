import { z } from 'zod';
import { seedAccount, seedRegionId } from '../access/seed.ts';
import { seedResources } from './seed-resources.ts';

/** The form of a seed file. */
export const seedDocument = z.strictObject({
  accounts: z
    .array(
      z.strictObject({
        ...seedAccount,
        resources: z.record(seedRegionId, seedResources).default({}).describe('by region'),
      }),
    )
    .default([]),
});

/** What a seed file says: accounts with their gates, quotas, RAM users and roles, and their resources by region. */
export type Seed = z.infer<typeof seedDocument>;
