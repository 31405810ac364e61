export const snapshotStatuses = ['progressing', 'accomplished', 'failed'] as const;

/** What a disk held at a time; as far as anything is held here. */
export interface Snapshot {
  readonly snapshotId: string;
  readonly accountId: string;
  readonly regionId: string;
  readonly status: (typeof snapshotStatuses)[number];
  readonly snapshotName: string;
  readonly description: string;
  /** The disk may be gone. */
  readonly sourceDiskId: string;
  readonly sourceDiskType: 'system' | 'data';
  readonly sourceDiskSizeGib: number;
  readonly encrypted: 0 | 1;
  readonly kmsKeyId: string;
  /** Null: it stays until it is deleted. */
  readonly retentionDays: number | null;
  readonly instantAccess: 0 | 1;
  readonly resourceGroupId: string;
  readonly modifiedAtMs: number;
  readonly createdAtMs: number;
}

/** Under this name snapshots' delayed changes are recorded. */
export const snapshotResource = 'snapshot';

/** The tag resource type of snapshots. */
export const snapshotTags = 'ecs/snapshot';

/** Whether disks can be made from a snapshot: one of the ESSD series is available while it is still being made. */
export function isAvailable({ status, instantAccess }: Pick<Snapshot, 'status' | 'instantAccess'>): boolean {
  return status === 'accomplished' || (status === 'progressing' && instantAccess === 1);
}
