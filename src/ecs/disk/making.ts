import type { OperationContext } from '../../operation/context.ts';
import { newId } from '../../operation/ids.ts';
import type { TagParameter } from '../tag/tag-parameters.ts';
import { putTags } from '../tag/tags.ts';
import { insertDisk } from './disk.table.ts';
import { type Disk, diskTags } from './disk.ts';

/** A disk to be: what is said of it, everything checked. */
export type Blueprint = Pick<Disk, 'zoneId' | 'type' | 'status' | 'category' | 'sizeGib'> & Partial<Disk>;

/** Makes a disk with its tags. */
export async function makeDisk(
  context: OperationContext,
  blueprint: Blueprint,
  tags: readonly TagParameter[],
): Promise<Disk> {
  const { tx, accountId, regionId, nowMs } = context;
  const disk: Disk = {
    diskId: newId('d', context),
    accountId,
    regionId,
    diskName: '',
    description: '',
    performanceLevel: '',
    diskChargeType: 'PostPaid',
    instanceId: null,
    device: '',
    deleteWithInstance: 0,
    deleteAutoSnapshot: 0,
    enableAutoSnapshot: 1,
    encrypted: 0,
    kmsKeyId: '',
    provisionedIops: 0,
    burstingEnabled: 0,
    imageId: '',
    sourceSnapshotId: '',
    autoSnapshotPolicyId: '',
    storageClusterId: '',
    storageSetId: '',
    storageSetPartitionNumber: null,
    resourceGroupId: '',
    attachedAtMs: 0,
    detachedAtMs: 0,
    createdAtMs: nowMs,
    ...blueprint,
  };
  await insertDisk(tx, disk);
  await putTags(context, diskTags, disk.diskId, tags);
  return disk;
}
