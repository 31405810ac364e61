import { listSql } from '../store/placeholders.ts';
import type { Transaction } from '../store/store.ts';
import { type LeftoverKind, type LeftoverRow, otherLeftovers, unusedNetworkInterfaces } from './leftover-kinds.ts';

/** Which leftovers are meant; what is not given matters not. */
export interface LeakFilter {
  readonly account?: string | undefined;
  readonly olderThanMs?: number | undefined;
  readonly tagKey?: string | undefined;
  readonly tagValue?: string | undefined;
}

/** A resource that was made, is not used and was not deleted. */
export interface Leftover extends LeftoverRow {
  readonly type: string;
  /** By the modelled clock. */
  readonly ageMs: number;
  readonly tags: Readonly<Record<string, string>>;
}

export interface Leaks {
  readonly networkInterfaces: readonly Leftover[];
  readonly others: readonly Leftover[];
}

interface TagRow {
  readonly regionId: string;
  readonly resourceId: string;
  readonly tagKey: string;
  readonly tagValue: string;
}

const selectTags = listSql<TagRow>(
  (ids) =>
    `SELECT region_id AS "regionId", resource_id AS "resourceId", tag_key AS "tagKey", tag_value AS "tagValue" FROM tag
     WHERE account_id = ? AND resource_type = ? AND resource_id IN (${ids})`,
);

/** The oldest first, kind by kind. */
export async function findLeaks(tx: Transaction, filter: LeakFilter, nowMs: number): Promise<Leaks> {
  const others: Leftover[] = [];
  for (const kind of otherLeftovers) others.push(...(await leftoversOf(tx, kind, filter, nowMs)));
  return { networkInterfaces: await leftoversOf(tx, unusedNetworkInterfaces, filter, nowMs), others };
}

async function leftoversOf(
  tx: Transaction,
  kind: LeftoverKind,
  filter: LeakFilter,
  nowMs: number,
): Promise<readonly Leftover[]> {
  const { account = '', olderThanMs = 0 } = filter;
  const rows = await tx.all(kind.select, account, account, nowMs - olderThanMs);
  const tagsOf = await readTags(tx, kind, rows);
  return rows
    .map((row) => ({ ...row, type: kind.type, ageMs: nowMs - row.createdAtMs, tags: tagsOf(row) }))
    .filter(({ tags }) => hasTag(tags, filter));
}

async function readTags(
  tx: Transaction,
  { tagged }: LeftoverKind,
  rows: readonly LeftoverRow[],
): Promise<(row: LeftoverRow) => Readonly<Record<string, string>>> {
  const known = new Map<string, Record<string, string>>();
  const keyOf = (accountId: string, regionId: string, id: string): string => `${accountId} ${regionId} ${id}`;
  for (const accountId of new Set(rows.map((row) => row.accountId))) {
    const ids = rows.filter((row) => row.accountId === accountId).map(({ id }) => id);
    const { statement, values } = selectTags.of(ids);
    for (const { regionId, resourceId, tagKey, tagValue } of await tx.all(statement, accountId, tagged, ...values)) {
      const key = keyOf(accountId, regionId, resourceId);
      known.set(key, { ...known.get(key), [tagKey]: tagValue });
    }
  }
  return ({ accountId, regionId, id }) => known.get(keyOf(accountId, regionId, id)) ?? {};
}

function hasTag(tags: Readonly<Record<string, string>>, { tagKey, tagValue }: LeakFilter): boolean {
  if (tagKey === undefined && tagValue === undefined) return true;
  return Object.entries(tags).some(
    ([key, value]) => (tagKey === undefined || key === tagKey) && (tagValue === undefined || value === tagValue),
  );
}
