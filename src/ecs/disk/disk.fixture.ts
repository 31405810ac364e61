import type { Parameters } from '../../../test/support/signed-client.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';
import type { Disk } from './disk.ts';

/** A disk record, Available. */
export function diskRecord(more: Partial<Disk> = {}): Disk {
  return {
    diskId: 'd-1',
    accountId: '1',
    regionId: 'cn-hangzhou',
    zoneId: 'cn-hangzhou-h',
    type: 'data',
    status: 'Available',
    diskName: '',
    description: '',
    category: 'cloud_efficiency',
    performanceLevel: '',
    sizeGib: 20,
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
    createdAtMs: 1,
    ...more,
  };
}

export const RegionId = 'cn-hangzhou';
export const ZoneId = 'cn-hangzhou-h';

/** Disk calls of one account in one region. */
export function disksOf(account: TestAccount) {
  const list = async (more: Parameters = {}): Promise<Body[]> =>
    (await account.ok('Ecs', 'DescribeDisks', { RegionId, ...more })).Disks.Disk;
  return {
    list,
    ids: async (more: Parameters = {}): Promise<string[]> => (await list(more)).map((disk) => disk.DiskId),
    /** The id of a disk that is still Creating. */
    create: async (more: Parameters = {}): Promise<string> =>
      (await account.ok('Ecs', 'CreateDisk', { RegionId, ZoneId, DiskCategory: 'cloud_efficiency', Size: 20, ...more }))
        .DiskId,
    one: async (id: string): Promise<Body | undefined> => (await list({ DiskIds: JSON.stringify([id]) }))[0],
    attach: (DiskId: string, InstanceId: string, more: Parameters = {}) =>
      account.ok('Ecs', 'AttachDisk', { DiskId, InstanceId, ...more }),
    detach: (DiskId: string, InstanceId: string, more: Parameters = {}) =>
      account.ok('Ecs', 'DetachDisk', { DiskId, InstanceId, ...more }),
  };
}
