import { expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import { disksOf, RegionId, ZoneId } from './disk.fixture.ts';

const localyun = startTestLocalyun();

it('Terraform makes a disk, attaches it, changes it in place and destroys both', async () => {
  const account = localyun.account();
  const { one, list } = disksOf(account);
  const InstanceId = await account.runInstance(await account.network());
  // The disk is read until it is Available or In_use.
  const request = { RegionId, ZoneId, DiskCategory: 'cloud_efficiency', Size: '30', ClientToken: 'TF-CreateDisk-1' };
  const { DiskId } = await account.ok('Ecs', 'CreateDisk', { ...request, DiskName: 'tf', Encrypted: 'false' });
  expect(await one(DiskId)).toMatchObject({ Status: 'Creating' });
  // Destroyed at once, it is still being made: this code is tried again.
  const early = await account.refused('Ecs', 'DeleteDisk', { RegionId, DiskId });
  expect(early).toMatchObject({ status: 403, code: 'IncorrectDiskStatus.Initializing' });
  await localyun.advance(1_000);
  expect(await one(DiskId)).toMatchObject({
    Status: 'Available',
    Category: 'cloud_efficiency',
    Size: 30,
    DiskName: 'tf',
    ZoneId,
    InstanceId: '',
    Device: '',
    DeleteWithInstance: false,
    DeleteAutoSnapshot: false,
    EnableAutoSnapshot: true,
    Encrypted: false,
    KMSKeyId: '',
    DiskChargeType: 'PostPaid',
  });

  await account.ok('Ecs', 'AttachDisk', { DiskId, InstanceId, DeleteWithInstance: 'false', Bootable: 'false' });
  await localyun.advance(1_000);
  expect(await one(DiskId)).toMatchObject({ Status: 'In_use', InstanceId, Device: '/dev/xvdb' });
  // An instance is read with its system disk.
  expect(await list({ InstanceId, DiskType: 'system' })).toMatchObject([
    { InstanceId, Category: 'cloud_efficiency', Size: 40, DiskName: '', Encrypted: false },
  ]);

  const change = async (action: string, more: Parameters) => account.ok('Ecs', action, { RegionId, DiskId, ...more });
  await change('ModifyDiskAttribute', {
    DiskName: 'tf-2',
    Description: 'changed',
    DeleteAutoSnapshot: 'true',
    DeleteWithInstance: 'true',
    EnableAutoSnapshot: 'false',
  });
  await change('ResizeDisk', { NewSize: '60', Type: 'online' });
  await change('ModifyDiskSpec', { DiskCategory: 'cloud_essd', PerformanceLevel: 'PL1' });
  const ResourceGroupId = await account.resourceGroup();
  await change('JoinResourceGroup', { ResourceId: DiskId, ResourceType: 'disk', ResourceGroupId });
  const tagged = { ResourceId: [DiskId], ResourceType: 'disk' };
  await change('TagResources', { ...tagged, Tag: [{ Key: 'For', Value: 'Test' }] });
  expect(await one(DiskId)).toMatchObject({
    DiskName: 'tf-2',
    Description: 'changed',
    Size: 60,
    Category: 'cloud_essd',
    PerformanceLevel: 'PL1',
    DeleteAutoSnapshot: true,
    DeleteWithInstance: true,
    EnableAutoSnapshot: false,
    ResourceGroupId,
    Tags: { Tag: [{ TagKey: 'For', TagValue: 'Test' }] },
  });

  await account.ok('Ecs', 'DetachDisk', { DiskId, InstanceId });
  await localyun.advance(1_000);
  expect(await one(DiskId)).toMatchObject({ Status: 'Available', InstanceId: '', DeleteAutoSnapshot: true });
  const detached = await account.refused('Ecs', 'DetachDisk', { DiskId, InstanceId });
  expect(detached.code).toBe('InvalidDisk.AlreadyDetached');
  await account.ok('Ecs', 'DeleteDisk', { RegionId, DiskId });
  await localyun.advance(1_000);
  expect(await one(DiskId)).toBeUndefined();
  const gone = await account.refused('Ecs', 'DeleteDisk', { RegionId, DiskId });
  expect(gone).toMatchObject({ status: 404, code: 'InvalidDiskId.NotFound' });
});

it('Terraform tags every disk of an instance, and changes its system disk in place', async () => {
  const account = localyun.account();
  const { list } = disksOf(account);
  const InstanceId = await account.runInstance(await account.network(), {
    SystemDisk: { Category: 'cloud_essd', Size: '40', PerformanceLevel: 'PL0', DiskName: 'root' },
    DataDisk: [{ Size: '100', Category: 'cloud_essd', DiskName: 'data', DeleteWithInstance: 'true' }],
  });
  const ids = (await list({ InstanceId })).map(({ DiskId }) => DiskId);
  const Tag = [{ Key: 'volume', Value: 'yes' }];
  await account.ok('Ecs', 'TagResources', { RegionId, ResourceType: 'disk', ResourceId: ids, Tag });
  const [system] = await list({ InstanceId, DiskType: 'system' });
  const { DiskId } = system!;
  await account.ok('Ecs', 'ModifyDiskSpec', { DiskId, PerformanceLevel: 'PL1' });
  await account.ok('Ecs', 'ResizeDisk', { DiskId, NewSize: '50', Type: 'online' });
  await account.ok('Ecs', 'ModifyDiskAttribute', { RegionId, DiskId, DiskName: 'root-2', Description: 'of tf' });
  expect(await list({ InstanceId, DiskType: 'system' })).toMatchObject([
    { Size: 50, PerformanceLevel: 'PL1', DiskName: 'root-2', Description: 'of tf' },
  ]);
  expect((await list({ InstanceId, Tag })).map((disk) => disk.DiskId)).toEqual(ids);
  await account.ok('Ecs', 'DeleteInstance', { InstanceId, Force: 'true' });
  await localyun.advance(10_000);
  expect(await list()).toEqual([]);
});
