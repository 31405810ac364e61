import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about snapshots. */
export const snapshotRefusals = {
  'InvalidSnapshotName.Malformed': [
    400,
    'The specified SnapshotName is wrongly formed: "{value}" is not 2 to 128 letters, digits, ":", "_", "." or "-", starting with a letter and not with "auto".',
  ],
  'InvalidRetentionDays.Malformed': [
    400,
    'The specified RetentionDays is not valid: "{value}" is not a whole number from 1 to {limit}.',
  ],
  'InvalidSnapshotCategory.Malformed': [403, 'The specified Category is not valid: "{value}".'],
  'IncorrectDiskStatus.NeverAttached': [403, 'The specified disk has never been attached to any instance: "{id}".'],
  'IncorrectDiskStatus.CreatingSnapshot': [403, 'A previous snapshot creation is in process: of the disk "{id}".'],
  'QuotaExceed.Snapshot': [403, 'The snapshot quota exceeds: the disk "{id}" has {limit} already.'],
  SnapshotCreatedDisk: [
    403,
    'The snapshot has been used to create disk(s): "{id}". Delete the disks, or the snapshot with Force.',
  ],
  'InvalidSnapshotIds.Malformed': [
    403,
    'The specified SnapshotIds are not valid: "{value}" is not a JSON list of at most 100 snapshot ids.',
  ],
  // Documented with 404, which clients take for "the resource is gone".
  'InvalidSnapshotType.NotFound': [400, 'The specified SnapshotType is not found: "{value}" is not one of {allowed}.'],
  InvalidUsage: [400, 'The specified Usage is not valid: "{value}" is not one of {allowed}.'],
  InvalidSourceDiskType: [400, 'The specified SourceDiskType is not valid: "{value}" is not system or data.'],
} as const satisfies Record<string, RefusalEntry>;
