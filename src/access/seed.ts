import { z } from 'zod';
import type { QuotaName } from '../operation/context.ts';
import { quotaDefaults } from '../operation/quotas.ts';
import { findRegion } from '../operation/regions.ts';
import { sql } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import { impliedAccount, makeAccount } from './directory.ts';
import { applyIdentities, seedIdentities } from './seed-identities.ts';
import { SeedRefused } from './seed-refused.ts';

const regionId = z.string().refine((id) => findRegion(id) !== undefined, { error: 'is not a known region' });
const quotas = z.partialRecord(z.enum(Object.keys(quotaDefaults) as [QuotaName]), z.int().min(0));

const seedAccount = z.strictObject({
  /** The root key's id: `localyun` or `localyun-NAME`. */
  accessKeyId: z.string().refine((id) => impliedAccount(id) !== undefined, {
    error: 'must be localyun or localyun-NAME',
  }),
  userTypeSupported: z.boolean().optional(),
  active: z.boolean().optional(),
  ramSupported: z.boolean().optional(),
  regionsWithoutNetworkInterfaces: z.array(regionId).optional(),
  quotas: quotas.optional(),
  quotasByRegion: z.record(regionId, quotas).optional(),
  ...seedIdentities,
});

const seedDocument = z.strictObject({ accounts: z.array(seedAccount).default([]) });

/** What a seed file says: accounts with their gates, quotas, RAM users and roles. */
export type Seed = z.infer<typeof seedDocument>;

/** Checks a document that was read from YAML or JSON. */
export function checkSeed(document: unknown): Seed {
  const checked = seedDocument.safeParse(document ?? {});
  if (checked.success) return checked.data;
  const faults = checked.error.issues.map((issue) => `  ${issue.path.join('.') || '(document)'}: ${issue.message}`);
  throw new SeedRefused(`the seed is not valid:\n${faults.join('\n')}`);
}

const setGates = sql('UPDATE account SET user_type_supported = ?, active = ?, ram_supported = ? WHERE account_id = ?');
const setRestriction = sql(
  `INSERT INTO region_restriction (account_id, region_id, network_interfaces_offered) VALUES (?, ?, 0)
   ON CONFLICT (account_id, region_id) DO UPDATE SET network_interfaces_offered = 0`,
);
const clearRestrictions = sql('DELETE FROM region_restriction WHERE account_id = ?');
const setQuota = sql(
  `INSERT INTO quota (account_id, region_id, quota_name, quota_value) VALUES (?, ?, ?, ?)
   ON CONFLICT (account_id, region_id, quota_name) DO UPDATE SET quota_value = excluded.quota_value`,
);
/** Brings the accounts of a seed into the state; what is there already is overwritten, nothing is removed. */
export async function applySeed(tx: Transaction, seed: Seed, nowMs: number): Promise<void> {
  for (const wanted of seed.accounts) {
    const account = impliedAccount(wanted.accessKeyId);
    if (account === undefined) continue;
    const { accountId } = account;
    await makeAccount(tx, account, nowMs);
    const gate = (value: boolean | undefined) => (value === false ? 0 : 1);
    await tx.run(setGates, gate(wanted.userTypeSupported), gate(wanted.active), gate(wanted.ramSupported), accountId);
    await tx.run(clearRestrictions, accountId);
    for (const region of wanted.regionsWithoutNetworkInterfaces ?? []) await tx.run(setRestriction, accountId, region);
    const quotasByRegion = { '': wanted.quotas ?? {}, ...wanted.quotasByRegion };
    for (const [region, values] of Object.entries(quotasByRegion)) {
      for (const [name, value] of Object.entries(values)) await tx.run(setQuota, accountId, region, name, value);
    }
    await applyIdentities(tx, accountId, wanted, nowMs);
  }
}
