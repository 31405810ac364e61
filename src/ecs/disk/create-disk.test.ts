import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import { disksOf, RegionId, ZoneId } from './disk.fixture.ts';

const localyun = startTestLocalyun();
const essd = { DiskCategory: 'cloud_essd' };
const auto = { DiskCategory: 'cloud_auto' };

describe('CreateDisk', () => {
  it('makes a disk that is Creating, then Available, with everything that was asked for', async () => {
    const account = localyun.account();
    const { one } = disksOf(account);
    const ResourceGroupId = await account.resourceGroup();
    const answer = await account.ok('Ecs', 'CreateDisk', {
      RegionId,
      ZoneId,
      DiskCategory: 'cloud_auto',
      Size: 100,
      DiskName: 'my-disk',
      Description: 'for my data',
      Encrypted: true,
      KMSKeyId: 'my-key',
      EncryptAlgorithm: 'hide',
      ProvisionedIops: 500,
      BurstingEnabled: true,
      MultiAttach: 'Disabled',
      StorageSetId: 'ss-1',
      ResourceGroupId,
      Tag: [{ Key: 'k8s.io/pv', Value: 'yes' }],
    });
    expect(answer).toEqual({ RequestId: expect.any(String), DiskId: expect.stringMatching(/^d-bp1[0-9a-z]{17}$/) });
    const creating = await one(answer.DiskId);
    expect(creating).toEqual({
      DiskId: answer.DiskId,
      DiskName: 'my-disk',
      Description: 'for my data',
      RegionId,
      ZoneId,
      ResourceGroupId,
      Status: 'Creating',
      Type: 'data',
      Category: 'cloud_auto',
      Size: 100,
      ProvisionedIops: 500,
      BurstingEnabled: true,
      IOPS: 7300,
      IOPSRead: 7300,
      IOPSWrite: 7300,
      Throughput: 177,
      ThroughputRead: 177,
      ThroughputWrite: 177,
      InstanceId: '',
      Device: '',
      Attachments: { Attachment: [] },
      MountInstanceNum: 0,
      MountInstances: { MountInstance: [] },
      AttachedTime: '',
      DetachedTime: '',
      CreationTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      ExpiredTime: '2999-09-08T16:00Z',
      SerialNumber: answer.DiskId.slice(2),
      Portable: true,
      MultiAttach: 'Disabled',
      DeleteWithInstance: false,
      DeleteAutoSnapshot: false,
      EnableAutoSnapshot: true,
      EnableAutomatedSnapshotPolicy: false,
      AutoSnapshotPolicyId: '',
      DiskChargeType: 'PostPaid',
      Encrypted: true,
      KMSKeyId: 'my-key',
      ImageId: '',
      SourceSnapshotId: '',
      StorageClusterId: '',
      StorageSetId: 'ss-1',
      StorageSetPartitionNumber: 2,
      ProductCode: '',
      BdfId: '',
      OperationLocks: { OperationLock: [] },
      Tags: { Tag: [{ TagKey: 'k8s.io/pv', TagValue: 'yes' }] },
    });
    await localyun.advance(500);
    expect(await one(answer.DiskId)).toEqual({ ...creating, Status: 'Available' });
  });

  it.each<[string, Parameters, Parameters]>([
    ['cloud, the default', { DiskCategory: undefined, Size: 5 }, { Category: 'cloud', Size: 5 }],
    ['an ESSD of PL1, the default', essd, { PerformanceLevel: 'PL1' }],
    ['an ESSD of PL0', { ...essd, Size: 1, PerformanceLevel: 'PL0' }, { PerformanceLevel: 'PL0', Size: 1 }],
    ['an ESSD of PL3', { ...essd, Size: 1261, PerformanceLevel: 'PL3' }, { PerformanceLevel: 'PL3' }],
    ['no level of another category', { PerformanceLevel: 'PL2' }, { Category: 'cloud_efficiency' }],
    ['no more operations than come with it', { ...auto, ProvisionedIops: 0 }, { ProvisionedIops: 0 }],
    ['a dedicated cluster', { StorageClusterId: 'dbsc-1' }, { StorageClusterId: 'dbsc-1', StorageSetId: '' }],
  ])('has %s', async (_, more, expected) => {
    const disks = disksOf(localyun.account());
    const disk = await disks.one(await disks.create(more));
    expect(disk).toMatchObject(expected);
    if (!('PerformanceLevel' in expected)) expect(disk).not.toHaveProperty('PerformanceLevel');
    if (disk?.Category !== 'cloud_auto') expect(disk).not.toHaveProperty('ProvisionedIops');
  });

  it('repeats its answer for the same ClientToken, and refuses another request with it', async () => {
    const account = localyun.account();
    const { create, ids } = disksOf(account);
    const id = await create({ ClientToken: 'once' });
    expect(await create({ ClientToken: 'once' })).toBe(id);
    const other = { RegionId, ZoneId, DiskCategory: 'cloud_efficiency', Size: 21, ClientToken: 'once' };
    expect(await account.refused('Ecs', 'CreateDisk', other)).toMatchObject({ code: 'IdempotentParameterMismatch' });
    expect(await ids()).toEqual([id]);
  });

  it('for a subscription instance is paid for with it and on its way to it', async () => {
    const account = localyun.account();
    const disks = disksOf(account);
    const network = await account.network();
    const instanceId = await account.runInstance(network, { InstanceChargeType: 'PrePaid', Period: 1 });
    const wanted = { ZoneId: undefined, InstanceId: instanceId, Tag: [{ Key: 'a' }], ResourceGroupId: 'rg-none' };
    const answer = await account.ok('Ecs', 'CreateDisk', { RegionId, Size: 20, DiskCategory: 'cloud_ssd', ...wanted });
    expect(answer).toMatchObject({ DiskId: expect.any(String), OrderId: expect.stringMatching(/^\d{15}$/) });
    expect(await disks.one(answer.DiskId)).toMatchObject({ Status: 'Attaching', InstanceId: '' });
    await localyun.advance(1_000);
    const disk = await disks.one(answer.DiskId);
    const [instance] = (await account.ok('Ecs', 'DescribeInstances', { RegionId })).Instances.Instance;
    expect(disk).toMatchObject({
      Status: 'In_use',
      InstanceId: instanceId,
      Device: '/dev/xvdb',
      DiskChargeType: 'PrePaid',
      Portable: false,
      DeleteWithInstance: true,
      ExpiredTime: instance.ExpiredTime,
      Tags: { Tag: [] },
      ResourceGroupId: '',
    });
    for (const [action, more] of [
      ['DeleteDisk', {}],
      ['DetachDisk', { InstanceId: instanceId }],
    ] as const) {
      const refusal = await account.refused('Ecs', action, { DiskId: answer.DiskId, ...more });
      expect(refusal).toMatchObject({ status: 403, code: 'DiskNotPortable' });
    }
    const keep = { RegionId, DiskId: answer.DiskId, DeleteWithInstance: false };
    expect(await account.refused('Ecs', 'ModifyDiskAttribute', keep)).toMatchObject({ code: 'DiskNotPortable' });
  });

  it('that could not be attached to its subscription instance is gone', async () => {
    const account = localyun.account();
    const network = await account.network();
    const InstanceId = await account.runInstance(network, { InstanceChargeType: 'PrePaid', Period: 1 });
    await localyun.server.levers.failTransition({
      resourceType: 'disk',
      kind: 'attach',
      accountId: account.accountId,
      outcome: 'fail',
      count: 1,
    });
    const { DiskId } = await account.ok('Ecs', 'CreateDisk', { RegionId, Size: 20, InstanceId });
    await localyun.advance(1_000);
    expect(await disksOf(account).one(DiskId)).toBeUndefined();
  });

  it('that fails leaves nothing', async () => {
    const account = localyun.account();
    const { accountId } = account;
    await localyun.server.levers.failTransition({
      resourceType: 'disk',
      kind: 'create',
      accountId,
      outcome: 'fail',
      count: 1,
    });
    const { create, ids } = disksOf(account);
    const id = await create({ Tag: [{ Key: 'a' }] });
    expect(await ids()).toEqual([id]);
    await localyun.advance(1_000);
    expect(await ids()).toEqual([]);
  });

  const tags = (count: number) => Array.from({ length: count }, (_, index) => ({ Key: `k${index}` }));
  it.each<[string, Parameters, number, string]>([
    ['no zone', { ZoneId: undefined }, 400, 'MissingParameter'],
    ['a zone of another region', { ZoneId: 'cn-beijing-h' }, 404, 'InvalidZoneId.NotFound'],
    ['a region that is not there', { RegionId: 'cn-none' }, 404, 'InvalidRegionId.NotFound'],
    ['a zone and an instance', { InstanceId: 'i-1' }, 403, 'InvalidParam.ZoneIdAndInstanceId.Conflict'],
    ['an unknown instance', { ZoneId: undefined, InstanceId: 'i-1' }, 404, 'InvalidInstanceId.NotFound'],
    ['neither size nor snapshot', { Size: undefined }, 400, 'MissingParameter'],
    ['an unknown category', { DiskCategory: 'cloudy' }, 400, 'InvalidDiskCategory.ValueNotSupported'],
    ['a category that is not offered', { DiskCategory: 'local_ssd_pro' }, 403, 'InvalidDataDiskCategory.NotSupported'],
    ['a disk that is too small', { Size: 19 }, 400, 'InvalidDiskSize.NotSupported'],
    ['a disk that is too large', { Size: 32_769 }, 400, 'InvalidDiskSize.NotSupported'],
    ['an unknown level', { ...essd, PerformanceLevel: 'PL4' }, 400, 'InvalidPerformanceLevel.Malformed'],
    [
      'a level for larger disks',
      { ...essd, Size: 460, PerformanceLevel: 'PL2' },
      403,
      'OperationDenied.PerformanceLevelNotMatch',
    ],
    ['operations for another category', { ProvisionedIops: 1 }, 400, 'ProvisionedIopsForDiskCategoryUnsupported'],
    ['too many operations', { ...auto, ProvisionedIops: 50_001 }, 400, 'InvalidProvisionedIops.LimitExceed'],
    ['a burst of another category', { BurstingEnabled: true }, 400, 'BurstingEnabledForDiskCategoryUnsupported'],
    [
      'a burst of a small disk',
      { ...auto, Size: 3, BurstingEnabled: true },
      400,
      'InvalidBurstingEnabled.DiskSizeTooSmall',
    ],
    ['a key without encryption', { KMSKeyId: 'key' }, 400, 'InvalidParameter.EncryptedIllegal'],
    ['an algorithm without encryption', { EncryptAlgorithm: 'hide' }, 400, 'InvalidEncrypted.NotMatchEncryptAlgorithm'],
    ['a shared disk', { ...essd, MultiAttach: 'Enabled' }, 403, 'UserNotInTheWhiteList'],
    [
      'a shared disk of an instance',
      { ZoneId: undefined, InstanceId: 'i-1', MultiAttach: 'Enabled' },
      403,
      'InvalidParameter.MultiAttachAndInstanceIdConflict',
    ],
    ['another word for shared', { MultiAttach: 'yes' }, 403, 'InvalidParameter.MultiAttach'],
    [
      'a cluster and a set',
      { StorageClusterId: 'c', StorageSetId: 's' },
      400,
      'InvalidStorageClusterId.ConflictWithStorageSetId',
    ],
    [
      'a cluster and an instance',
      { ZoneId: undefined, InstanceId: 'i-1', StorageClusterId: 'c' },
      400,
      'InvalidStorageClusterId.ConflictWithInstanceId',
    ],
    ['a short name', { DiskName: 'd' }, 400, 'InvalidDiskName.Malformed'],
    ['a short description', { Description: 'd' }, 400, 'InvalidDescription.Malformed'],
    ['an unknown snapshot', { SnapshotId: 's-1' }, 404, 'InvalidSnapshotId.NotFound'],
    ['an unknown resource group', { ResourceGroupId: 'rg-none' }, 404, 'InvalidResourceGroup.NotFound'],
    ['a tag twice', { Tag: [{ Key: 'a' }, { Key: 'a' }] }, 400, 'Duplicate.TagKey'],
    ['a reserved key', { Tag: [{ Key: 'aliyun' }] }, 400, 'InvalidTagKey.Malformed'],
    ['a reserved value', { Tag: [{ Key: 'a', Value: 'acs:b' }] }, 400, 'InvalidTagValue.Malformed'],
    ['21 tags', { Tag: tags(21) }, 403, 'QuotaExceed.Tags'],
  ])('refuses %s', async (_, more, status, code) => {
    const account = localyun.account();
    const wanted = { RegionId, ZoneId, DiskCategory: 'cloud_efficiency', Size: 20, ...more };
    expect(await account.refused('Ecs', 'CreateDisk', wanted)).toMatchObject({ status, code });
    expect(await disksOf(account).ids()).toEqual([]);
  });

  it('refuses an instance that is paid as it goes, and one that has no room', async () => {
    const account = localyun.account();
    const network = await account.network();
    const wanted = (InstanceId: string) => ({ RegionId, Size: 20, InstanceId });
    const payAsYouGo = await account.runInstance(network);
    const refusal = await account.refused('Ecs', 'CreateDisk', wanted(payAsYouGo));
    expect(refusal).toMatchObject({ status: 403, code: 'InvalidInstanceChargeType.ValueNotSupported' });
    const DataDisk = Array.from({ length: 16 }, () => ({ Size: 20 }));
    const full = await account.runInstance(network, { InstanceChargeType: 'PrePaid', Period: 1, DataDisk });
    const limit = await account.refused('Ecs', 'CreateDisk', wanted(full));
    expect(limit).toMatchObject({ status: 403, code: 'InstanceDiskLimitExceeded' });
    await account.ok('Ecs', 'StopInstance', { InstanceId: full });
    const status = await account.refused('Ecs', 'CreateDisk', wanted(full));
    expect(status).toMatchObject({ status: 400, code: 'IncorrectInstanceStatus' });
    expect(await disksOf(account).ids({ DiskChargeType: 'PrePaid', PageSize: 100 })).toHaveLength(17);
  });
});
