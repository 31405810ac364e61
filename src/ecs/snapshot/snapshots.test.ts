import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';
import { disksOf, RegionId, ZoneId } from '../disk/disk.fixture.ts';

const localyun = startTestLocalyun();
const dayMs = 24 * 60 * 60 * 1000;
const tags = (count: number) => Array.from({ length: count }, (_, index) => ({ Key: `k${index}` }));

/** Snapshot calls of one account. */
function snapshotsOf(account: TestAccount) {
  const list = async (more: Parameters = {}): Promise<Body[]> =>
    (await account.ok('Ecs', 'DescribeSnapshots', { RegionId, ...more })).Snapshots.Snapshot;
  return {
    list,
    ids: async (more: Parameters = {}): Promise<string[]> => (await list(more)).map(({ SnapshotId }) => SnapshotId),
    one: async (id: string): Promise<Body | undefined> => (await list({ SnapshotIds: JSON.stringify([id]) }))[0],
    create: async (DiskId: string, more: Parameters = {}): Promise<string> =>
      (await account.ok('Ecs', 'CreateSnapshot', { DiskId, ...more })).SnapshotId,
  };
}

/** A running instance with a system disk and a data disk of 20 GiB. */
async function setUp(dataDisk: Parameters = {}) {
  const account = localyun.account();
  const network = await account.network();
  const instanceId = await account.runInstance(network, { DataDisk: [{ Size: 20, ...dataDisk }] });
  const disks = disksOf(account);
  const [diskId = ''] = await disks.ids({ DiskType: 'data' });
  const [systemDiskId = ''] = await disks.ids({ DiskType: 'system' });
  return { account, network, instanceId, disks, diskId, systemDiskId, ...snapshotsOf(account) };
}

/** A snapshot that is made. */
async function made(scene: Awaited<ReturnType<typeof setUp>>, more: Parameters = {}): Promise<string> {
  const id = await scene.create(scene.diskId, more);
  await localyun.advance(1_000);
  return id;
}

describe('CreateSnapshot', () => {
  it('begins one that is progressing, then accomplished', async () => {
    const { account, diskId, one } = await setUp({ Encrypted: 'true', KMSKeyId: 'key-1' });
    const ResourceGroupId = await account.resourceGroup();
    const answer = await account.ok('Ecs', 'CreateSnapshot', {
      DiskId: diskId,
      SnapshotName: 'my-snapshot',
      Description: 'before the change',
      RetentionDays: 30,
      Category: 'Standard',
      ResourceGroupId,
      StorageLocationArn: '',
      Tag: [{ Key: 'team', Value: 'net' }],
    });
    expect(answer).toEqual({
      RequestId: expect.any(String),
      SnapshotId: expect.stringMatching(/^s-bp1[0-9a-z]{17}$/),
    });
    const progressing = await one(answer.SnapshotId);
    const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    expect(progressing).toEqual({
      SnapshotId: answer.SnapshotId,
      SnapshotName: 'my-snapshot',
      Description: 'before the change',
      RegionId,
      ResourceGroupId,
      Status: 'progressing',
      Progress: '0%',
      RemainTime: 1,
      Available: false,
      CreationTime: time,
      LastModifiedTime: time,
      Category: 'standard',
      SnapshotType: 'user',
      InstantAccess: false,
      RetentionDays: 30,
      SourceDiskId: diskId,
      SourceDiskSize: '20',
      SourceDiskType: 'data',
      SourceStorageType: 'disk',
      SourceSnapshotId: '',
      SourceRegionId: '',
      SnapshotLinkId: '',
      SnapshotSN: '',
      Encrypted: true,
      KMSKeyId: 'key-1',
      ProductCode: '',
      Usage: 'none',
      Tags: { Tag: [{ TagKey: 'team', TagValue: 'net' }] },
    });
    await localyun.advance(1_000);
    expect(await one(answer.SnapshotId)).toEqual({
      ...progressing,
      Status: 'accomplished',
      Progress: '100%',
      RemainTime: 0,
      Available: true,
      LastModifiedTime: time,
    });
  });

  it('of the ESSD series gives a snapshot that is available at once', async () => {
    const scene = await setUp({ Category: 'cloud_essd' });
    const id = await scene.create(scene.diskId, { RetentionDays: 3 });
    expect(await scene.one(id)).toMatchObject({
      Status: 'progressing',
      Available: true,
      InstantAccess: true,
      InstantAccessRetentionDays: 3,
    });
    const DiskId = await scene.disks.create({ SnapshotId: id, Size: undefined, DiskCategory: 'cloud_essd' });
    expect(await scene.disks.one(DiskId)).toMatchObject({ SourceSnapshotId: id, Size: 20 });
  });

  it('may fail', async () => {
    const { account, create, diskId, one } = await setUp();
    const { accountId } = account;
    const fault = { resourceType: 'snapshot', kind: 'create', accountId, outcome: 'fail', count: 1 } as const;
    await localyun.server.levers.failTransition(fault);
    const id = await create(diskId, { RetentionDays: 1 });
    await localyun.advance(1_000);
    expect(await one(id)).toMatchObject({ Status: 'failed', Progress: '0%', RemainTime: 0, Available: false });
    const refusal = await account.refused('Ecs', 'CreateDisk', { RegionId, ZoneId, SnapshotId: id });
    expect(refusal).toMatchObject({ status: 403, code: 'InvalidSnapshotId.NotReady' });
    await localyun.advance(2 * dayMs);
    expect(await one(id)).toBeDefined();
  });

  it('answers the same request with the same snapshot', async () => {
    const { account, diskId, ids } = await setUp();
    const request = { DiskId: diskId, ClientToken: 'once' };
    const first = await account.ok('Ecs', 'CreateSnapshot', request);
    expect((await account.ok('Ecs', 'CreateSnapshot', request)).SnapshotId).toBe(first.SnapshotId);
    expect(await ids()).toEqual([first.SnapshotId]);
    const other = await account.refused('Ecs', 'CreateSnapshot', { ...request, SnapshotName: 'other' });
    expect(other).toMatchObject({ code: 'IdempotentParameterMismatch' });
  });

  it('is of a disk that was attached once', async () => {
    const { account, disks, instanceId, create, one } = await setUp();
    const id = await disks.create();
    const refused = () => account.refused('Ecs', 'CreateSnapshot', { DiskId: id });
    expect(await refused()).toMatchObject({ status: 403, code: 'IncorrectDiskStatus' });
    await localyun.advance(1_000);
    expect(await refused()).toMatchObject({ status: 403, code: 'IncorrectDiskStatus.NeverAttached' });
    await disks.attach(id, instanceId);
    expect(await refused()).toMatchObject({ status: 403, code: 'IncorrectDiskStatus' });
    await localyun.advance(1_000);
    await disks.detach(id, instanceId);
    await localyun.advance(1_000);
    expect(await one(await create(id))).toMatchObject({ SourceDiskId: id });
  });

  it('is one at a time, while the instance rests', async () => {
    const { account, instanceId, diskId, create, ids } = await setUp();
    const first = await create(diskId);
    const again = await account.refused('Ecs', 'CreateSnapshot', { DiskId: diskId });
    expect(again).toMatchObject({ status: 403, code: 'IncorrectDiskStatus.CreatingSnapshot' });
    await localyun.advance(1_000);
    await account.ok('Ecs', 'StopInstance', { InstanceId: instanceId });
    const moving = await account.refused('Ecs', 'CreateSnapshot', { DiskId: diskId });
    expect(moving).toMatchObject({ status: 400, code: 'IncorrectInstanceStatus' });
    await localyun.advance(1_000);
    const next = await create(diskId);
    expect(await ids()).toEqual([next, first]);
  });

  it.each<[code: string, status: number, Parameters]>([
    ['InvalidDiskId.NotFound', 404, { DiskId: 'd-none' }],
    ['InvalidDiskId.NotFound', 404, { RegionId: 'cn-beijing' }],
    ['InvalidSnapshotName.Malformed', 400, { SnapshotName: '1st' }],
    ['InvalidSnapshotName.Malformed', 400, { SnapshotName: 'auto2.0' }],
    ['InvalidDescription.Malformed', 400, { Description: 'http://here' }],
    ['InvalidRetentionDays.Malformed', 400, { RetentionDays: 0 }],
    ['InvalidRetentionDays.Malformed', 400, { RetentionDays: 65_537 }],
    ['InvalidSnapshotCategory.Malformed', 403, { Category: 'archive' }],
    ['InvalidTagKey.Malformed', 400, { Tag: [{ Key: 'acs:mine' }] }],
    ['InvalidTagValue.Malformed', 400, { Tag: [{ Key: 'a', Value: 'acs:mine' }] }],
    ['QuotaExceed.Tags', 403, { Tag: tags(21) }],
    ['Duplicate.TagKey', 400, { Tag: [{ Key: 'a' }, { Key: 'a' }] }],
    ['InvalidResourceGroup.NotFound', 404, { ResourceGroupId: 'rg-none' }],
    ['MissingParameter', 400, { DiskId: undefined }],
  ])('refuses with %s (%i) %o', async (code, status, more) => {
    const { account, diskId, list } = await setUp();
    const refusal = await account.refused('Ecs', 'CreateSnapshot', { DiskId: diskId, ...more });
    expect(refusal).toMatchObject({ code, status });
    expect(await list()).toEqual([]);
  });

  it('keeps others from growing, changing and deleting the disk until it is made', async () => {
    const { account, diskId, instanceId, create, disks } = await setUp();
    const refused = (action: string, more: Parameters = {}) =>
      account.refused('Ecs', action, { DiskId: diskId, ...more });
    const denied = { status: 403, code: 'DiskCreatingSnapshot' };
    await create(diskId);
    expect(await refused('ResizeDisk', { NewSize: 30 })).toMatchObject(denied);
    expect(await refused('ModifyDiskSpec', { DiskCategory: 'cloud_ssd' })).toMatchObject(denied);
    await localyun.advance(1_000);
    await disks.detach(diskId, instanceId);
    await localyun.advance(1_000);
    await create(diskId);
    expect(await refused('DeleteDisk')).toMatchObject(denied);
    expect(await disks.one(diskId)).toMatchObject({ Status: 'Available', Size: 20, Category: 'cloud_efficiency' });
    await localyun.advance(1_000);
    await account.ok('Ecs', 'DeleteDisk', { DiskId: diskId });
  });

  it('keeps to the quota of the disk, and a deleted one makes room', async () => {
    const scene = await setUp();
    const { accessKeyId } = scene.account;
    const quotas = { 'manual-snapshots-per-disk': 1 };
    await localyun.server.levers.seed({ accounts: [{ accessKeyId, quotas }] });
    const SnapshotId = await made(scene);
    const second = { DiskId: scene.diskId };
    const refusal = await scene.account.refused('Ecs', 'CreateSnapshot', second);
    expect(refusal).toMatchObject({ status: 403, code: 'QuotaExceed.Snapshot' });
    expect(await scene.ids()).toEqual([SnapshotId]);
    await scene.create(scene.systemDiskId);
    await scene.account.ok('Ecs', 'DeleteSnapshot', { SnapshotId });
    await scene.account.ok('Ecs', 'CreateSnapshot', second);
  });

  it('with RetentionDays keeps it for as long', async () => {
    const scene = await setUp();
    const forDay = await made(scene, { RetentionDays: 1, Tag: [{ Key: 'a', Value: 'b' }] });
    const forever = await made(scene);
    const disk = await scene.disks.create({ SnapshotId: forDay });
    await localyun.advance(dayMs - 3_000);
    expect(await scene.one(forDay)).toBeDefined();
    await localyun.advance(3_000);
    expect(await scene.ids()).toEqual([forever]);
    expect(await scene.disks.one(disk)).toMatchObject({ SourceSnapshotId: forDay });
    const tags = { RegionId, ResourceType: 'snapshot', ResourceId: [forDay] };
    expect((await scene.account.ok('Ecs', 'ListTagResources', tags)).TagResources.TagResource).toEqual([]);
  });

  it('outlives its disk', async () => {
    const scene = await setUp();
    const id = await made(scene);
    await scene.account.ok('Ecs', 'DeleteInstance', { InstanceId: scene.instanceId, Force: true });
    await localyun.advance(10_000);
    expect(await scene.disks.one(scene.diskId)).toBeUndefined();
    expect(await scene.one(id)).toMatchObject({ Status: 'accomplished', SourceDiskId: scene.diskId });
  });
});

describe('DescribeSnapshots', () => {
  it('filters by everything that snapshots have, each filter by itself and together', async () => {
    const { account, instanceId, diskId, systemDiskId, create, ids, disks } = await setUp({
      Encrypted: 'true',
      KMSKeyId: 'key-1',
    });
    const ResourceGroupId = await account.resourceGroup();
    const old = await create(systemDiskId, { SnapshotName: 'of-system', Tag: [{ Key: 'team', Value: 'net' }] });
    await localyun.advance(3_600_000);
    const used = await create(diskId, {
      SnapshotName: 'of-data',
      ResourceGroupId,
      Tag: [{ Key: 'team', Value: 'dev' }],
    });
    await localyun.advance(1_000);
    await disks.create({ SnapshotId: used });
    const next = await create(diskId, { SnapshotName: 'next' });
    const since = (await account.ok('Ecs', 'DescribeSnapshots', { RegionId })).Snapshots.Snapshot[1].CreationTime;
    const filter = (Key: string, Value: string) => ({ Filter: [{ Key, Value }] });

    const cases: readonly [Parameters, string[]][] = [
      [{}, [next, used, old]],
      [{ SnapshotIds: JSON.stringify([old, next, 's-none']) }, [next, old]],
      [{ SnapshotIds: '[]' }, []],
      [{ InstanceId: instanceId }, [next, used, old]],
      [{ InstanceId: 'i-none' }, []],
      [{ DiskId: diskId }, [next, used]],
      [{ DiskId: 'd-none' }, []],
      [{ SnapshotName: 'of-data' }, [used]],
      [{ SnapshotName: 'of' }, []],
      [{ Status: 'progressing' }, [next]],
      [{ Status: 'accomplished' }, [used, old]],
      [{ Status: 'failed' }, []],
      [{ Status: 'all' }, [next, used, old]],
      [{ SnapshotType: 'user' }, [next, used, old]],
      [{ SnapshotType: 'auto' }, []],
      [{ SnapshotType: 'all' }, [next, used, old]],
      [{ SourceDiskType: 'System' }, [old]],
      [{ SourceDiskType: 'Data' }, [next, used]],
      [{ Usage: 'disk' }, [used]],
      [{ Usage: 'none' }, [next, old]],
      [{ Usage: 'image' }, []],
      [{ Usage: 'image_disk' }, []],
      [{ Encrypted: true }, [next, used]],
      [{ Encrypted: false }, [old]],
      [{ KMSKeyId: 'key-1' }, [next, used]],
      [{ Category: 'Standard' }, [next, used, old]],
      [{ Category: 'archive' }, []],
      [{ SnapshotLinkId: 'sl-none' }, []],
      [{ ResourceGroupId }, [used]],
      [{ ResourceGroupId: 'rg-none' }, []],
      [{ Tag: [{ Key: 'team' }] }, [used, old]],
      [{ Tag: [{ Key: 'team', Value: 'net' }] }, [old]],
      [filter('CreationStartTime', since), [next, used]],
      [filter('CreationEndTime', since), [used, old]],
      [{ DiskId: diskId, Status: 'accomplished', Tag: [{ Key: 'team', Value: 'dev' }] }, [used]],
      [{ DiskId: systemDiskId, Tag: [{ Key: 'team', Value: 'dev' }] }, []],
    ];
    for (const [filters, expected] of cases) expect([filters, await ids(filters)]).toEqual([filters, expected]);
  });

  it.each<[code: string, status: number, Parameters]>([
    ['InvalidSnapshotIds.Malformed', 403, { SnapshotIds: 's-1' }],
    ['InvalidSnapshotIds.Malformed', 403, { SnapshotIds: JSON.stringify(Array.from({ length: 101 }, () => 's-1')) }],
    ['InvalidStatus.NotFound', 400, { Status: 'done' }],
    ['InvalidSnapshotType.NotFound', 400, { SnapshotType: 'mine' }],
    ['InvalidUsage', 400, { Usage: 'any' }],
    ['InvalidSourceDiskType', 400, { SourceDiskType: 'all' }],
    ['InvalidSnapshotCategory.Malformed', 403, { Category: 'large' }],
    ['InvalidFilterKey.NotFound', 400, { Filter: [{ Key: 'Start', Value: '2024-01-01T00:00Z' }] }],
    ['InvalidFilterValue', 400, { Filter: [{ Key: 'CreationStartTime', Value: 'now' }] }],
    ['InvalidTag.Mismatch', 400, { Tag: [{ Value: 'net' }] }],
    ['InvalidTagCount', 400, { Tag: tags(21) }],
    ['InvalidTagKey.Malformed', 400, { Tag: [{ Key: 'k'.repeat(129) }] }],
    ['InvalidTagValue.Malformed', 400, { Tag: [{ Key: 'a', Value: 'v'.repeat(129) }] }],
    ['InvalidParameter', 400, { PageSize: 101 }],
    ['DryRunOperation', 400, { DryRun: true }],
  ])('refuses with %s (%i) %o', async (code, status, more) => {
    const refusal = await localyun.account().refused('Ecs', 'DescribeSnapshots', { RegionId, ...more });
    expect(refusal).toMatchObject({ code, status });
  });

  it('pages by number and by token, newest first', async () => {
    const scene = await setUp();
    const all: string[] = [];
    for (let count = 0; count < 12; count++) all.unshift(await made(scene));
    const page = (more: Parameters) => scene.account.ok('Ecs', 'DescribeSnapshots', { RegionId, ...more });
    const listed = ({ Snapshots }: Body) => Snapshots.Snapshot.map(({ SnapshotId }: Body) => SnapshotId);
    const first = await page({});
    expect(first).toMatchObject({ TotalCount: 12, PageNumber: 1, PageSize: 10 });
    expect(listed(first)).toEqual(all.slice(0, 10));
    expect(listed(await page({ PageNumber: 2, PageSize: 7 }))).toEqual(all.slice(7));
    const byToken = await page({ MaxResults: 10 });
    expect(listed(byToken)).toEqual(all.slice(0, 10));
    expect(byToken).toMatchObject({ TotalCount: 12, NextToken: expect.stringMatching(/./) });
    const last = await page({ MaxResults: 10, NextToken: byToken.NextToken });
    expect(listed(last)).toEqual(all.slice(10));
    expect(last.NextToken).toBe('');
  });

  it('lists those of the account in the region alone', async () => {
    const scene = await setUp();
    const id = await made(scene);
    const other = snapshotsOf(localyun.account());
    expect(await other.ids()).toEqual([]);
    expect(await scene.ids({ RegionId: 'cn-beijing' })).toEqual([]);
    expect(await scene.ids()).toEqual([id]);
  });
});

describe('DeleteSnapshot', () => {
  it('deletes one, made or still being made', async () => {
    const scene = await setUp();
    const id = await made(scene);
    expect(await scene.account.ok('Ecs', 'DeleteSnapshot', { SnapshotId: id })).toEqual({
      RequestId: expect.any(String),
    });
    const progressing = await scene.create(scene.diskId);
    await scene.account.ok('Ecs', 'DeleteSnapshot', { SnapshotId: progressing, Force: false });
    expect(await scene.ids()).toEqual([]);
    await localyun.advance(60_000);
    expect(await scene.ids()).toEqual([]);
    const again = await scene.account.refused('Ecs', 'DeleteSnapshot', { SnapshotId: id });
    expect(again).toMatchObject({ status: 404, code: 'InvalidSnapshotId.NotFound' });
    const none = await scene.account.refused('Ecs', 'DeleteSnapshot', {});
    expect(none).toMatchObject({ status: 400, code: 'MissingParameter' });
  });

  it('refuses one that disks were made from, unless it is forced', async () => {
    const scene = await setUp();
    const SnapshotId = await made(scene);
    const disk = await scene.disks.create({ SnapshotId });
    const refusal = await scene.account.refused('Ecs', 'DeleteSnapshot', { SnapshotId });
    expect(refusal).toMatchObject({ status: 403, code: 'SnapshotCreatedDisk' });
    expect(await scene.one(SnapshotId)).toMatchObject({ Usage: 'disk' });
    await scene.account.ok('Ecs', 'DeleteSnapshot', { SnapshotId, Force: true });
    expect(await scene.ids()).toEqual([]);
    await localyun.advance(1_000);
    expect(await scene.disks.one(disk)).toMatchObject({ Status: 'Available', SourceSnapshotId: SnapshotId });
  });

  it("knows neither other accounts' nor other regions' snapshots", async () => {
    const scene = await setUp();
    const SnapshotId = await made(scene);
    const unknown = { status: 404, code: 'InvalidSnapshotId.NotFound' };
    const other = localyun.account();
    expect(await other.refused('Ecs', 'DeleteSnapshot', { SnapshotId })).toMatchObject(unknown);
    const elsewhere = { RegionId: 'cn-beijing', SnapshotId };
    expect(await scene.account.refused('Ecs', 'DeleteSnapshot', elsewhere)).toMatchObject(unknown);
    const create = await other.refused('Ecs', 'CreateSnapshot', { DiskId: scene.diskId });
    expect(create).toMatchObject({ status: 404, code: 'InvalidDiskId.NotFound' });
    expect(await scene.ids()).toEqual([SnapshotId]);
  });
});

describe('CreateDisk from a snapshot', () => {
  it('makes one at least as large and as secret', async () => {
    const scene = await setUp({ Encrypted: 'true', KMSKeyId: 'key-1' });
    const SnapshotId = await made(scene);
    const disk = async (more: Parameters) => scene.disks.one(await scene.disks.create({ SnapshotId, ...more }));
    const secret = { SourceSnapshotId: SnapshotId, Encrypted: true };
    expect(await disk({ Size: undefined })).toMatchObject({ Size: 20, KMSKeyId: 'key-1', ...secret });
    expect(await disk({ Size: 5, DiskCategory: 'cloud' })).toMatchObject({ Size: 20, ...secret });
    expect(await disk({ Size: 50, Encrypted: true, KMSKeyId: 'key-2' })).toMatchObject({
      Size: 50,
      KMSKeyId: 'key-2',
      ...secret,
    });
    const open = { RegionId, ZoneId, SnapshotId, Encrypted: false };
    const refusal = await scene.account.refused('Ecs', 'CreateDisk', open);
    expect(refusal).toMatchObject({ status: 403, code: 'InvalidEncrypted.NotMatchSnapshot' });
  });

  it('refuses snapshots that are unknown, of a system disk or not made yet', async () => {
    const { account, create, diskId, systemDiskId, disks } = await setUp();
    const system = await create(systemDiskId);
    await localyun.advance(1_000);
    const progressing = await create(diskId);
    const before = await disks.ids();
    for (const [SnapshotId, status, code] of [
      ['s-none', 404, 'InvalidSnapshotId.NotFound'],
      [system, 403, 'InvalidSnapshotId.NotDataDiskSnapshot'],
      [progressing, 403, 'InvalidSnapshotId.NotReady'],
    ] as const) {
      const refusal = await account.refused('Ecs', 'CreateDisk', { RegionId, ZoneId, SnapshotId });
      expect(refusal).toMatchObject({ status, code });
    }
    expect(await disks.ids()).toEqual(before);
  });
});
