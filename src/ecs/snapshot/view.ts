import { utcSeconds } from '../../operation/time.ts';
import type { Tag } from '../tag/tags.ts';
import { isAvailable, type Snapshot } from './snapshot.ts';

/** What is known of a snapshot beside its own record. */
interface Belongings {
  /** Disks that were made from it are there. */
  readonly isUsed: boolean;
  readonly tags: readonly Tag[];
  /** Until it is made. */
  readonly remainingS: number;
}

/** A snapshot as DescribeSnapshots lists it. */
export function describedSnapshot(snapshot: Snapshot, { isUsed, tags, remainingS }: Belongings) {
  const { status } = snapshot;
  const instantAccess = snapshot.instantAccess === 1;
  const retentionDays = snapshot.retentionDays ?? undefined;
  return {
    SnapshotId: snapshot.snapshotId,
    SnapshotName: snapshot.snapshotName,
    Description: snapshot.description,
    RegionId: snapshot.regionId,
    ResourceGroupId: snapshot.resourceGroupId,
    Status: status,
    Progress: status === 'accomplished' ? '100%' : '0%',
    RemainTime: remainingS,
    Available: isAvailable(snapshot),
    CreationTime: utcSeconds(snapshot.createdAtMs),
    LastModifiedTime: utcSeconds(snapshot.modifiedAtMs),
    Category: 'standard',
    SnapshotType: 'user',
    InstantAccess: instantAccess,
    RetentionDays: retentionDays,
    InstantAccessRetentionDays: instantAccess ? retentionDays : undefined,
    SourceDiskId: snapshot.sourceDiskId,
    SourceDiskSize: String(snapshot.sourceDiskSizeGib),
    SourceDiskType: snapshot.sourceDiskType,
    SourceStorageType: 'disk',
    SourceSnapshotId: '',
    SourceRegionId: '',
    SnapshotLinkId: '',
    SnapshotSN: '',
    Encrypted: snapshot.encrypted === 1,
    KMSKeyId: snapshot.kmsKeyId,
    ProductCode: '',
    Usage: isUsed ? 'disk' : 'none',
    Tags: { Tag: tags.map(({ tagKey, tagValue }) => ({ TagKey: tagKey, TagValue: tagValue })) },
  };
}
