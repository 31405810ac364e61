import type { diskCategories } from '../region/disk-categories.ts';

/** A disk is idle, moving to or from an instance, in use, or on its way in or out of existence. */
export const diskStatuses = ['Creating', 'Available', 'Attaching', 'In_use', 'Detaching', 'Deleting'] as const;
export type DiskStatus = (typeof diskStatuses)[number];

export type DiskCategory = (typeof diskCategories)[number];

/** How fast an ESSD is. */
export const performanceLevels = ['PL0', 'PL1', 'PL2', 'PL3'] as const;
export type PerformanceLevel = (typeof performanceLevels)[number];

/** A cloud disk. What is on it is nowhere. */
export interface Disk {
  readonly diskId: string;
  readonly accountId: string;
  readonly regionId: string;
  readonly zoneId: string;
  /** Every instance has one system disk, from its beginning to its end. */
  readonly type: 'system' | 'data';
  readonly status: DiskStatus;
  readonly diskName: string;
  readonly description: string;
  readonly category: DiskCategory;
  /** Of an ESSD; empty for other categories. */
  readonly performanceLevel: PerformanceLevel | '';
  readonly sizeGib: number;
  readonly diskChargeType: 'PostPaid' | 'PrePaid';
  /** Set from Attaching to Detaching, null otherwise. */
  readonly instanceId: string | null;
  /** Its name on the instance, which no other disk there has; empty without an instance. */
  readonly device: string;
  readonly deleteWithInstance: 0 | 1;
  readonly deleteAutoSnapshot: 0 | 1;
  readonly enableAutoSnapshot: 0 | 1;
  readonly encrypted: 0 | 1;
  readonly kmsKeyId: string;
  /** Bought beside those that come with the size; of an ESSD AutoPL disk only. */
  readonly provisionedIops: number;
  readonly burstingEnabled: 0 | 1;
  /** The image a system disk was made from; empty for data disks. */
  readonly imageId: string;
  readonly sourceSnapshotId: string;
  readonly autoSnapshotPolicyId: string;
  readonly storageClusterId: string;
  readonly storageSetId: string;
  readonly storageSetPartitionNumber: number | null;
  readonly resourceGroupId: string;
  /** When it last was attached and detached; 0 never. */
  readonly attachedAtMs: number;
  readonly detachedAtMs: number;
  readonly createdAtMs: number;
}

/** Under this name disks' delayed changes are recorded. */
export const diskResource = 'disk';

/** The tag resource type of disks. */
export const diskTags = 'ecs/disk';

/** A disk that is paid for with its instance goes nowhere without it. */
export function isPortable({ diskChargeType }: Pick<Disk, 'diskChargeType'>): boolean {
  return diskChargeType === 'PostPaid';
}
