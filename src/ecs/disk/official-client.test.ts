import { createRequire } from 'node:module';
import type Sdk from '@alicloud/ecs20140526';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import { expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';

const sdk = createRequire(import.meta.url)('@alicloud/ecs20140526') as typeof Sdk;
const localyun = startTestLocalyun();

it('the official ECS client leads a disk and its snapshot through their lives, and reads them typed', async () => {
  const account = localyun.account();
  const network = await account.network();
  const { regionId, zoneId } = network;
  const instanceId = await account.runInstance(network);
  const client = new sdk.default(
    new $OpenApiUtil.Config({
      accessKeyId: account.accessKeyId,
      accessKeySecret: 'localyun',
      protocol: 'http',
      endpoint: `127.0.0.1:${localyun.port}`,
    }),
  );

  const created = await client.createDisk(
    new sdk.CreateDiskRequest({
      regionId,
      zoneId,
      diskCategory: 'cloud_essd',
      performanceLevel: 'PL0',
      size: 40,
      diskName: 'data-1',
      encrypted: true,
      clientToken: 'once',
      tag: [new sdk.CreateDiskRequestTag({ key: 'app', value: 'db' })],
    }),
  );
  const diskId = created.body?.diskId ?? '';
  await localyun.advance(1_000);
  const disk = async () => {
    const request = new sdk.DescribeDisksRequest({ regionId, diskIds: JSON.stringify([diskId]), maxResults: 10 });
    return (await client.describeDisks(request)).body?.disks?.disk?.[0];
  };
  expect(await disk()).toMatchObject({
    diskId,
    status: 'Available',
    category: 'cloud_essd',
    performanceLevel: 'PL0',
    size: 40,
    encrypted: true,
    portable: true,
    IOPS: 2280,
    multiAttach: 'Disabled',
    attachments: { attachment: [] },
    tags: { tag: [{ tagKey: 'app', tagValue: 'db' }] },
  });

  await client.attachDisk(new sdk.AttachDiskRequest({ diskId, instanceId, deleteWithInstance: true }));
  await localyun.advance(1_000);
  expect(await disk()).toMatchObject({
    status: 'In_use',
    device: '/dev/xvdb',
    deleteWithInstance: true,
    attachments: { attachment: [{ instanceId, device: '/dev/xvdb' }] },
  });
  await client.modifyDiskAttribute(
    new sdk.ModifyDiskAttributeRequest({ regionId, diskId, diskName: 'data-2', deleteWithInstance: false }),
  );
  await client.resizeDisk(new sdk.ResizeDiskRequest({ diskId, newSize: 100, type: 'online' }));
  await client.modifyDiskSpec(new sdk.ModifyDiskSpecRequest({ diskId, performanceLevel: 'PL1' }));
  expect(await disk()).toMatchObject({ diskName: 'data-2', size: 100, performanceLevel: 'PL1', IOPS: 6800 });

  const taken = await client.createSnapshot(
    new sdk.CreateSnapshotRequest({ diskId, snapshotName: 'before', retentionDays: 7 }),
  );
  const snapshotId = taken.body?.snapshotId ?? '';
  const snapshots = async () => {
    const request = new sdk.DescribeSnapshotsRequest({ regionId, diskId });
    return (await client.describeSnapshots(request)).body?.snapshots?.snapshot;
  };
  expect(await snapshots()).toMatchObject([
    { snapshotId, status: 'progressing', available: true, sourceDiskSize: '100', retentionDays: 7, encrypted: true },
  ]);
  await localyun.advance(1_000);
  const copy = await client.createDisk(new sdk.CreateDiskRequest({ regionId, zoneId, snapshotId }));
  await localyun.advance(1_000);
  await expect(client.deleteSnapshot(new sdk.DeleteSnapshotRequest({ snapshotId }))).rejects.toMatchObject({
    code: 'SnapshotCreatedDisk',
    statusCode: 403,
  });
  await client.deleteSnapshot(new sdk.DeleteSnapshotRequest({ snapshotId, force: true }));
  expect(await snapshots()).toEqual([]);

  await client.detachDisk(new sdk.DetachDiskRequest({ diskId, instanceId }));
  await localyun.advance(1_000);
  await expect(client.detachDisk(new sdk.DetachDiskRequest({ diskId, instanceId }))).rejects.toMatchObject({
    code: 'InvalidDisk.AlreadyDetached',
    statusCode: 404,
  });
  for (const id of [diskId, copy.body?.diskId]) await client.deleteDisk(new sdk.DeleteDiskRequest({ diskId: id }));
  await localyun.advance(1_000);
  const left = await client.describeDisks(new sdk.DescribeDisksRequest({ regionId }));
  expect(left.body?.disks?.disk).toMatchObject([{ instanceId, type: 'system', device: '/dev/xvda' }]);
});
