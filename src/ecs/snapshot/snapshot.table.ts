import { sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { Snapshot } from './snapshot.ts';

export const snapshotTable = tableOf<Snapshot>('snapshot', [
  'snapshotId',
  'accountId',
  'regionId',
  'status',
  'snapshotName',
  'description',
  'sourceDiskId',
  'sourceDiskType',
  'sourceDiskSizeGib',
  'encrypted',
  'kmsKeyId',
  'retentionDays',
  'instantAccess',
  'resourceGroupId',
  'modifiedAtMs',
  'createdAtMs',
]);

const selectOne = snapshotTable.select('WHERE snapshot_id = ?');
const selectCounts = sql<{ count: number; progressing: number | null }>(
  `SELECT COUNT(*) AS "count", SUM(CASE status WHEN 'progressing' THEN 1 ELSE 0 END) AS "progressing"
   FROM snapshot WHERE source_disk_id = ?`,
);
const updateStatus = sql('UPDATE snapshot SET status = ?, modified_at_ms = ? WHERE snapshot_id = ?');
const deleteOne = sql('DELETE FROM snapshot WHERE snapshot_id = ?');

/** The account's snapshot of this id in this region; in any region when the region is undefined. */
export async function findSnapshot(
  tx: Transaction,
  accountId: string,
  regionId: string | undefined,
  snapshotId: string,
): Promise<Snapshot | undefined> {
  const snapshot = await tx.one(selectOne, snapshotId);
  const visible = snapshot?.accountId === accountId && (regionId === undefined || snapshot.regionId === regionId);
  return visible ? snapshot : undefined;
}

/** The snapshot of this id, whoever owns it. */
export function findAnySnapshot(tx: Transaction, snapshotId: string): Promise<Snapshot | undefined> {
  return tx.one(selectOne, snapshotId);
}

/** How many snapshots of a disk there are, and whether one of them is still being made. */
export async function snapshotsOf(
  tx: Transaction,
  diskId: string,
): Promise<{ readonly count: number; readonly isCreating: boolean }> {
  const found = await tx.one(selectCounts, diskId);
  return { count: Number(found?.count ?? 0), isCreating: Number(found?.progressing ?? 0) > 0 };
}

export async function insertSnapshot(tx: Transaction, snapshot: Snapshot): Promise<void> {
  await tx.run(snapshotTable.insert, ...snapshotTable.values(snapshot));
}

export async function saveStatus(tx: Transaction, { status, modifiedAtMs, snapshotId }: Snapshot): Promise<void> {
  await tx.run(updateStatus, status, modifiedAtMs, snapshotId);
}

export async function removeSnapshot(tx: Transaction, snapshotId: string): Promise<void> {
  await tx.run(deleteOne, snapshotId);
}
