import { listSql } from '../../store/placeholders.ts';
import { sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { Disk } from './disk.ts';

export const diskTable = tableOf<Disk>('disk', [
  'diskId',
  'accountId',
  'regionId',
  'zoneId',
  'type',
  'status',
  'diskName',
  'description',
  'category',
  'performanceLevel',
  'sizeGib',
  'diskChargeType',
  'instanceId',
  'device',
  'deleteWithInstance',
  'deleteAutoSnapshot',
  'enableAutoSnapshot',
  'encrypted',
  'kmsKeyId',
  'provisionedIops',
  'burstingEnabled',
  'imageId',
  'sourceSnapshotId',
  'autoSnapshotPolicyId',
  'storageClusterId',
  'storageSetId',
  'storageSetPartitionNumber',
  'resourceGroupId',
  'attachedAtMs',
  'detachedAtMs',
  'createdAtMs',
]);

const selectOne = diskTable.select('WHERE disk_id = ?');
const selectByInstance = diskTable.select('WHERE instance_id = ? ORDER BY device');
const updateState = sql(
  `UPDATE disk SET type = ?, status = ?, instance_id = ?, device = ?, delete_with_instance = ?, attached_at_ms = ?,
     detached_at_ms = ? WHERE disk_id = ?`,
);
const updateAttributes = sql(
  `UPDATE disk SET disk_name = ?, description = ?, category = ?, performance_level = ?, size_gib = ?,
     disk_charge_type = ?, delete_with_instance = ?, delete_auto_snapshot = ?, enable_auto_snapshot = ?,
     provisioned_iops = ?, bursting_enabled = ? WHERE disk_id = ?`,
);
const deleteOne = sql('DELETE FROM disk WHERE disk_id = ?');
const selectFromSnapshots = listSql<{ sourceSnapshotId: string }>(
  (ids) =>
    `SELECT DISTINCT source_snapshot_id AS "sourceSnapshotId" FROM disk
     WHERE source_snapshot_id IN (${ids}) AND source_snapshot_id <> ''`,
);

/** The account's disk of this id in this region; in any region when the region is undefined. */
export async function findDisk(
  tx: Transaction,
  accountId: string,
  regionId: string | undefined,
  diskId: string,
): Promise<Disk | undefined> {
  const disk = await tx.one(selectOne, diskId);
  const visible = disk?.accountId === accountId && (regionId === undefined || disk.regionId === regionId);
  return visible ? disk : undefined;
}

/** The disk of this id, whoever owns it. */
export function findAnyDisk(tx: Transaction, diskId: string): Promise<Disk | undefined> {
  return tx.one(selectOne, diskId);
}

/** Everything attached to an instance or on its way to or from it, the system disk first. */
export function disksOf(tx: Transaction, instanceId: string): Promise<readonly Disk[]> {
  return tx.all(selectByInstance, instanceId);
}

export async function insertDisk(tx: Transaction, disk: Disk): Promise<void> {
  await tx.run(diskTable.insert, ...diskTable.values(disk));
}

/** Stores what the life of a disk changes: see `lifecycle.ts`. */
export async function saveState(tx: Transaction, changed: Disk): Promise<void> {
  const { type, status, instanceId, device, deleteWithInstance, attachedAtMs, detachedAtMs, diskId } = changed;
  await tx.run(updateState, type, status, instanceId, device, deleteWithInstance, attachedAtMs, detachedAtMs, diskId);
}

/** Stores what can be modified while a disk is where it is. */
export async function saveAttributes(tx: Transaction, changed: Disk): Promise<void> {
  await tx.run(
    updateAttributes,
    changed.diskName,
    changed.description,
    changed.category,
    changed.performanceLevel,
    changed.sizeGib,
    changed.diskChargeType,
    changed.deleteWithInstance,
    changed.deleteAutoSnapshot,
    changed.enableAutoSnapshot,
    changed.provisionedIops,
    changed.burstingEnabled,
    changed.diskId,
  );
}

export async function removeDisk(tx: Transaction, diskId: string): Promise<void> {
  await tx.run(deleteOne, diskId);
}

/** Those of the snapshots that a disk which is still there was made from. */
export async function snapshotsOfDisks(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { statement, values } = selectFromSnapshots.of(ids);
  return new Set((await tx.all(statement, ...values)).map((row) => row.sourceSnapshotId));
}
