import { groupBy } from '../../operation/group-by.ts';
import { utcMinutes, utcSeconds } from '../../operation/time.ts';
import type { Transaction } from '../../store/store.ts';
import { findAnyInstance } from '../instance/instance.table.ts';
import { expiresAtMs } from '../instance/settings.ts';
import { tagsOfRows } from '../tag/tags.ts';
import { type Disk, diskTags, isPortable } from './disk.ts';
import { performanceOf } from './performance.ts';

/** The end of what is paid as it goes, as the service gives it for disks. */
const neverExpires = '2999-09-08T16:00Z';

/** Describes disks as DescribeDisks lists them. */
export async function describedDisks(tx: Transaction, disks: readonly Disk[]) {
  if (disks.length === 0) return [];
  const tags = groupBy(await tagsOfRows(tx, diskTags, disks, (disk) => disk.diskId), (tag) => tag.resourceId);
  const described = [];
  for (const disk of disks) {
    described.push({
      ...describedDisk(disk),
      ExpiredTime: await expiredTime(tx, disk),
      Tags: {
        Tag: (tags.get(disk.diskId) ?? []).map(({ tagKey, tagValue }) => ({ TagKey: tagKey, TagValue: tagValue })),
      },
    });
  }
  return described;
}

/** A subscription ends with that of the instance. */
async function expiredTime(tx: Transaction, disk: Disk): Promise<string> {
  const instance =
    isPortable(disk) || disk.instanceId === null ? undefined : await findAnyInstance(tx, disk.instanceId);
  const expires = instance && expiresAtMs(instance);
  return expires === undefined ? neverExpires : utcMinutes(expires);
}

/** What follows from the disk's own record. */
function describedDisk(disk: Disk) {
  const { iops, throughput } = performanceOf(disk);
  const isAutoPl = disk.category === 'cloud_auto';
  return {
    DiskId: disk.diskId,
    DiskName: disk.diskName,
    Description: disk.description,
    RegionId: disk.regionId,
    ZoneId: disk.zoneId,
    ResourceGroupId: disk.resourceGroupId,
    Status: disk.status,
    Type: disk.type,
    Category: disk.category,
    Size: disk.sizeGib,
    // Other categories have none; an ESSD AutoPL disk alone has what else can be bought.
    ...(disk.performanceLevel === '' ? {} : { PerformanceLevel: disk.performanceLevel }),
    ...(isAutoPl ? { ProvisionedIops: disk.provisionedIops, BurstingEnabled: disk.burstingEnabled === 1 } : {}),
    IOPS: iops,
    IOPSRead: iops,
    IOPSWrite: iops,
    Throughput: throughput,
    ThroughputRead: throughput,
    ThroughputWrite: throughput,

    ...attachmentsOf(disk),
    AttachedTime: disk.attachedAtMs === 0 ? '' : utcSeconds(disk.attachedAtMs),
    DetachedTime: disk.detachedAtMs === 0 ? '' : utcSeconds(disk.detachedAtMs),
    CreationTime: utcSeconds(disk.createdAtMs),
    // Systems find the device of a disk by the number it has there.
    SerialNumber: disk.diskId.slice('d-'.length),
    Portable: isPortable(disk),
    MultiAttach: 'Disabled',
    DeleteWithInstance: disk.deleteWithInstance === 1,
    DeleteAutoSnapshot: disk.deleteAutoSnapshot === 1,
    EnableAutoSnapshot: disk.enableAutoSnapshot === 1,
    EnableAutomatedSnapshotPolicy: disk.autoSnapshotPolicyId !== '',
    AutoSnapshotPolicyId: disk.autoSnapshotPolicyId,
    DiskChargeType: disk.diskChargeType,
    Encrypted: disk.encrypted === 1,
    KMSKeyId: disk.kmsKeyId,
    ImageId: disk.imageId,
    SourceSnapshotId: disk.sourceSnapshotId,
    StorageClusterId: disk.storageClusterId,
    StorageSetId: disk.storageSetId,
    StorageSetPartitionNumber: disk.storageSetPartitionNumber ?? undefined,
    ProductCode: '',
    BdfId: '',
    OperationLocks: { OperationLock: [] },
  };
}

/** Where the disk is, told from when it is there until it has left. */
function attachmentsOf({ status, instanceId, device, attachedAtMs }: Disk) {
  const isShown = status === 'In_use' || status === 'Detaching';
  const attachment = { InstanceId: instanceId ?? '', Device: device, AttachedTime: utcSeconds(attachedAtMs) };
  return {
    InstanceId: isShown ? attachment.InstanceId : '',
    Device: isShown ? device : '',
    Attachments: { Attachment: isShown ? [attachment] : [] },
    MountInstanceNum: isShown ? 1 : 0,
    MountInstances: { MountInstance: [] },
  };
}
