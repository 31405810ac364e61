import type { QuotaName } from '../operation/context.ts';
import { quotaDefaults } from '../operation/quotas.ts';
import { sql } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';

/** A quota of an account, for all regions or for one. */
export interface QuotaValue {
  readonly name: QuotaName;
  /** Absent: it holds for every region that has no value of its own. */
  readonly region?: string;
  readonly value: number;
  readonly default: number;
  /** What is counted against it, where it is the account that has it; absent for quotas of one resource. */
  readonly used?: number;
}

interface QuotaRow {
  readonly region: string;
  readonly name: string;
  readonly figure: number;
}

const selectValues = sql<QuotaRow>(
  `SELECT region_id AS "region", quota_name AS "name", quota_value AS "figure" FROM quota
   WHERE account_id = ? ORDER BY region_id`,
);
const selectUsed = sql<QuotaRow>(
  `SELECT region_id AS "region", quota_name AS "name", used AS "figure" FROM quota_usage
   WHERE account_id = ? ORDER BY region_id`,
);
const putValue = sql(
  `INSERT INTO quota (account_id, region_id, quota_name, quota_value) VALUES (?, ?, ?, ?)
   ON CONFLICT (account_id, region_id, quota_name) DO UPDATE SET quota_value = excluded.quota_value`,
);
const dropValue = sql('DELETE FROM quota WHERE account_id = ? AND region_id = ? AND quota_name = ?');

/** Every quota of an account: its value for all regions, then the regions that have their own or have used some. */
export async function readQuotaValues(tx: Transaction, accountId: string): Promise<readonly QuotaValue[]> {
  const values = await tx.all(selectValues, accountId);
  const used = await tx.all(selectUsed, accountId);
  const figure = (rows: readonly QuotaRow[], region: string, name: string): number | undefined =>
    rows.find((row) => row.region === region && row.name === name)?.figure;
  return quotaNames.flatMap((name) => {
    const ofAll = figure(values, '', name) ?? quotaDefaults[name];
    const regions = new Set([...values, ...used].filter((row) => row.name === name).map((row) => row.region));
    return [...new Set(['', ...[...regions].sort()])].map((region): QuotaValue => {
      const count = figure(used, region, name);
      return {
        name,
        ...(region === '' ? {} : { region }),
        value: figure(values, region, name) ?? ofAll,
        default: quotaDefaults[name],
        ...(count === undefined ? {} : { used: count }),
      };
    });
  });
}

/** Every quota, in the order of its page. */
export const quotaNames = Object.keys(quotaDefaults) as [QuotaName, ...QuotaName[]];

/**
 * Sets a quota of an account that is there, for all regions or for one.
 * @param value null takes back what was set
 */
export async function setQuotaValue(
  tx: Transaction,
  accountId: string,
  {
    name,
    region = '',
    value,
  }: { readonly name: QuotaName; readonly region?: string | undefined; readonly value: number | null },
): Promise<void> {
  if (value === null) await tx.run(dropValue, accountId, region, name);
  else await tx.run(putValue, accountId, region, name, value);
}
