import { z } from 'zod';
import type { QuotaName } from '../operation/context.ts';
import { quotaDefaults } from '../operation/quotas.ts';
import { findRegion } from '../operation/regions.ts';
import { sql } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import { impliedAccount, makeAccount } from './directory.ts';
import { applyIdentities, seedIdentities } from './seed-identities.ts';
import type { SeedProblem } from './seed-refused.ts';

export const seedRegionId = z
  .string()
  .refine((id) => findRegion(id) !== undefined, { error: 'is not a known region' })
  .describe('a region, such as cn-hangzhou');
const quotas = z
  .partialRecord(z.enum(Object.keys(quotaDefaults) as [QuotaName]), z.int().min(0))
  .describe('limits by name, as docs/quotas.md lists them');

/** What a seed says of an account itself: gates, quotas, RAM users and roles. */
export const seedAccount = {
  accessKeyId: z
    .string()
    .refine((id) => impliedAccount(id) !== undefined, { error: 'must be localyun or localyun-NAME' })
    .describe("the root key's id, localyun or localyun-NAME; it is the account's name too"),
  userTypeSupported: z.boolean().optional().describe('false: every call answers InvalidUserType.NotSupported'),
  active: z.boolean().optional().describe('false: every call answers Abs.InvalidAccount.NotFound'),
  ramSupported: z.boolean().optional().describe('false: RAM users are refused with Forbidden.NotSupportRAM'),
  regionsWithoutNetworkInterfaces: z
    .array(seedRegionId)
    .optional()
    .describe('regions in which the account is offered no network interfaces'),
  quotas: quotas.optional(),
  quotasByRegion: z.record(seedRegionId, quotas).optional(),
  ...seedIdentities,
};

const account = z.strictObject(seedAccount);
export type SeedAccount = z.infer<typeof account>;

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

/**
 * Brings the account of a seed into the state; what is there already is overwritten, nothing is removed.
 * @returns what cannot be: then nothing of the transaction must be kept
 */
export async function applySeedAccount(
  tx: Transaction,
  wanted: SeedAccount,
  nowMs: number,
): Promise<readonly SeedProblem[]> {
  const implied = impliedAccount(wanted.accessKeyId);
  if (implied === undefined) return [];
  const { accountId } = implied;
  await makeAccount(tx, implied, nowMs);
  const gate = (value: boolean | undefined) => (value === false ? 0 : 1);
  await tx.run(setGates, gate(wanted.userTypeSupported), gate(wanted.active), gate(wanted.ramSupported), accountId);
  await tx.run(clearRestrictions, accountId);
  for (const region of wanted.regionsWithoutNetworkInterfaces ?? []) await tx.run(setRestriction, accountId, region);
  const quotasByRegion = { '': wanted.quotas ?? {}, ...wanted.quotasByRegion };
  for (const [region, values] of Object.entries(quotasByRegion)) {
    for (const [name, value] of Object.entries(values)) await tx.run(setQuota, accountId, region, name, value);
  }
  return applyIdentities(tx, accountId, wanted, nowMs);
}
