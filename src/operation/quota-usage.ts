import { sql } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import type { QuotaName } from './context.ts';

const takeMore = sql(
  `UPDATE quota_usage SET used = used + ? WHERE account_id = ? AND region_id = ? AND quota_name = ? AND used + ? <= ?`,
);
const takeFirst = sql(
  `INSERT INTO quota_usage (account_id, region_id, quota_name, used) VALUES (?, ?, ?, ?)
   ON CONFLICT (account_id, region_id, quota_name) DO NOTHING`,
);
const giveBack = sql(
  'UPDATE quota_usage SET used = used - ? WHERE account_id = ? AND region_id = ? AND quota_name = ?',
);

/** What a quota is counted for. */
export interface QuotaScope {
  readonly tx: Transaction;
  readonly accountId: string;
  readonly regionId: string;
}

/** Counts `amount` more against a quota; false, and nothing counted, when that would exceed `limit`. */
export async function takeQuota(
  { tx, accountId, regionId }: QuotaScope,
  name: QuotaName,
  amount: number,
  limit: number,
): Promise<boolean> {
  if ((await tx.run(takeMore, amount, accountId, regionId, name, amount, limit)) === 1) return true;
  return amount <= limit && (await tx.run(takeFirst, accountId, regionId, name, amount)) === 1;
}

export async function returnQuota(
  { tx, accountId, regionId }: QuotaScope,
  name: QuotaName,
  amount: number,
): Promise<void> {
  await tx.run(giveBack, amount, accountId, regionId, name);
}
