import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import { disksOf, RegionId } from './disk.fixture.ts';

const localyun = startTestLocalyun();

/** An account with an available disk. */
async function setUp(more: Parameters = {}) {
  const account = localyun.account();
  const disks = disksOf(account);
  const id = await disks.create(more);
  await localyun.advance(1_000);
  const call = (action: string, parameters: Parameters) => account.ok('Ecs', action, { DiskId: id, ...parameters });
  const refused = (action: string, parameters: Parameters) =>
    account.refused('Ecs', action, { DiskId: id, ...parameters });
  return { account, disks, id, call, refused, one: () => disks.one(id) };
}
type Scene = Awaited<ReturnType<typeof setUp>>;

/** The disk on an instance, in use. */
async function attached({ account, disks, id }: Scene, more: Parameters = {}) {
  const network = await account.network();
  const instanceId = await account.runInstance(network, more);
  await disks.attach(id, instanceId);
  await localyun.advance(1_000);
  const stop = () => account.ok('Ecs', 'StopInstance', { InstanceId: instanceId });
  return { instanceId, stop };
}

describe('ModifyDiskAttribute', () => {
  it('changes what is said, keeps the rest, and clears with empty texts', async () => {
    const { call, one } = await setUp({ DiskCategory: 'cloud_auto', DiskName: 'before', Description: 'as it was' });
    expect(Object.keys(await call('ModifyDiskAttribute', { RegionId, DiskName: 'after' }))).toEqual(['RequestId']);
    expect(await one()).toMatchObject({ DiskName: 'after', Description: 'as it was', BurstingEnabled: false });
    await call('ModifyDiskAttribute', {
      RegionId,
      Description: '',
      DeleteWithInstance: true,
      DeleteAutoSnapshot: true,
      EnableAutoSnapshot: false,
      BurstingEnabled: true,
    });
    const changed = {
      DiskName: 'after',
      Description: '',
      DeleteWithInstance: true,
      DeleteAutoSnapshot: true,
      EnableAutoSnapshot: false,
      BurstingEnabled: true,
    };
    expect(await one()).toMatchObject(changed);
    await call('ModifyDiskAttribute', { DiskName: '', BurstingEnabled: false });
    expect(await one()).toMatchObject({ ...changed, DiskName: '', BurstingEnabled: false });
  });

  it('changes several disks, all or none', async () => {
    const { account, disks, id } = await setUp();
    const other = await disks.create();
    const modify = (DiskIds: string[], DiskName: string) => ({ RegionId, DiskIds, DiskName });
    await account.ok('Ecs', 'ModifyDiskAttribute', modify([id, other, id], 'both'));
    const names = async () => (await disks.list()).map((disk) => disk.DiskName);
    expect(await names()).toEqual(['both', 'both']);
    const refusal = await account.refused('Ecs', 'ModifyDiskAttribute', modify([id, 'd-none', other], 'none'));
    expect(refusal).toMatchObject({ status: 404, code: 'InvalidDiskId.NotFound' });
    expect(await names()).toEqual(['both', 'both']);
  });

  it.each<[string, Parameters, number, string]>([
    ['no disk', { DiskId: undefined, DiskName: 'name' }, 400, 'MissingParameter.DiskIdOrDiskIds'],
    ['one disk and several', { DiskIds: ['d-1'], DiskName: 'name' }, 400, 'ParameterConflict.DiskIdAndDiskIds'],
    [
      '101 disks',
      { DiskId: undefined, DiskIds: Array.from({ length: 101 }, (_, index) => `d-${index}`), DiskName: 'name' },
      400,
      'InvalidParameter',
    ],
    ['nothing to change', {}, 400, 'NoAttributeToModify'],
    ['a short name', { DiskName: 'd' }, 400, 'InvalidDiskName.Malformed'],
    ['a short description', { Description: 'd' }, 400, 'InvalidDescription.Malformed'],
    ['a burst of another category', { BurstingEnabled: true }, 400, 'BurstingEnabledForDiskCategoryUnsupported'],
    ['an unknown disk', { DiskId: 'd-none', DiskName: 'name' }, 404, 'InvalidDiskId.NotFound'],
    ['a disk of another region', { RegionId: 'cn-beijing', DiskName: 'name' }, 404, 'InvalidDiskId.NotFound'],
    ['what is no region', { RegionId: 'hangzhou', DiskName: 'name' }, 400, 'InvalidRegionId.MalFormed'],
    ['a region that is not there', { RegionId: 'cn-none', DiskName: 'name' }, 404, 'InvalidRegionId.NotFound'],
  ])('refuses %s', async (_, more, status, code) => {
    const { refused, one } = await setUp();
    const before = await one();
    expect(await refused('ModifyDiskAttribute', { RegionId, ...more })).toMatchObject({ status, code });
    expect(await one()).toEqual(before);
  });

  it('refuses a disk that is on its way out, and a burst of a small one', async () => {
    const { call, refused } = await setUp({ DiskCategory: 'cloud_auto', Size: 3 });
    const burst = await refused('ModifyDiskAttribute', { BurstingEnabled: true });
    expect(burst).toMatchObject({ status: 400, code: 'InvalidBurstingEnabled.DiskSizeTooSmall' });
    await call('DeleteDisk', {});
    const refusal = await refused('ModifyDiskAttribute', { DiskName: 'name' });
    expect(refusal).toMatchObject({ status: 403, code: 'IncorrectDiskStatus' });
  });
});

describe('ResizeDisk', () => {
  it('makes a disk larger at once, offline and online', async () => {
    const scene = await setUp();
    const { call, one } = scene;
    expect(await call('ResizeDisk', { NewSize: 30, Type: 'offline' })).toEqual({ RequestId: expect.any(String) });
    expect(await one()).toMatchObject({ Size: 30, IOPS: 2040 });
    await call('ResizeDisk', { NewSize: 31, Type: 'online', ClientToken: 'once' });
    await call('ResizeDisk', { NewSize: 31, Type: 'online', ClientToken: 'once' });
    const { stop } = await attached(scene);
    await call('ResizeDisk', { NewSize: 32, Type: 'online' });
    await stop();
    await localyun.advance(1_000);
    await call('ResizeDisk', { NewSize: 33 });
    expect(await one()).toMatchObject({ Size: 33, Status: 'In_use' });
  });

  it.each<[string, Parameters, number, string]>([
    ['the same size', { NewSize: 20 }, 403, 'InvalidDiskSize'],
    ['a smaller one', { NewSize: 19 }, 403, 'InvalidDiskSize.TooSmall'],
    ['one that is too large', { NewSize: 32_769 }, 403, 'InvalidDiskSize.TooLarge'],
    ['half a gibibyte', { NewSize: 20.5 }, 400, 'InvalidParameter'],
    ['another way', { NewSize: 30, Type: 'slow' }, 400, 'InvalidParam.Type'],
    ['no size', {}, 400, 'MissingParameter'],
    ['an unknown disk', { DiskId: 'd-none', NewSize: 30 }, 404, 'InvalidDiskId.NotFound'],
    ['what is no region', { RegionId: 'hangzhou', NewSize: 30 }, 400, 'InvalidRegionId.MalFormed'],
    ['a region that is not there', { RegionId: 'cn-none', NewSize: 30 }, 404, 'InvalidRegionId.NotFound'],
  ])('refuses %s', async (_, more, status, code) => {
    const { refused, one } = await setUp();
    expect(await refused('ResizeDisk', more)).toMatchObject({ status, code });
    expect(await one()).toMatchObject({ Size: 20 });
  });

  it('refuses online for basic disks and stopped instances, and anything while disk or instance move', async () => {
    const scene = await setUp({ DiskCategory: 'cloud' });
    const basic = await scene.refused('ResizeDisk', { NewSize: 30, Type: 'online' });
    expect(basic).toMatchObject({ status: 403, code: 'InvalidDiskCategory.NotSupported' });
    const moving = await setUp();
    const { stop, instanceId } = await attached(moving);
    const resize = (more: Parameters = {}) => moving.refused('ResizeDisk', { NewSize: 30, ...more });
    await stop();
    expect(await resize()).toMatchObject({ status: 403, code: 'IncorrectInstanceStatus' });
    await localyun.advance(1_000);
    expect(await resize({ Type: 'online' })).toMatchObject({ status: 403, code: 'InvalidInstanceStatus.NotRunning' });
    await moving.disks.detach(moving.id, instanceId);
    expect(await resize()).toMatchObject({ status: 403, code: 'IncorrectDiskStatus' });
    expect(await moving.one()).toMatchObject({ Size: 20 });
  });

  it('of a subscription disk is an order, and a system disk grows to its own limit', async () => {
    const account = localyun.account();
    const network = await account.network();
    await account.runInstance(network, { InstanceChargeType: 'PrePaid', Period: 1 });
    const [DiskId] = await disksOf(account).ids();
    const answer = await account.ok('Ecs', 'ResizeDisk', { DiskId, NewSize: 2048 });
    expect(answer.OrderId).toMatch(/^\d{15}$/);
    const refusal = await account.refused('Ecs', 'ResizeDisk', { DiskId, NewSize: 2049 });
    expect(refusal).toMatchObject({ code: 'InvalidDiskSize.TooLarge' });
  });
});

describe('ModifyDiskSpec', () => {
  it('changes category, level and bought operations at once', async () => {
    const { call, one } = await setUp({ Size: 500 });
    expect(await call('ModifyDiskSpec', { DiskCategory: 'cloud_ssd' })).toEqual({
      RequestId: expect.any(String),
      TaskId: expect.stringMatching(/^t-[0-9a-z]{20}$/),
    });
    expect(await one()).toMatchObject({ Category: 'cloud_ssd', IOPS: 16_800 });
    await call('ModifyDiskSpec', { DiskCategory: 'cloud_essd' });
    expect(await one()).toMatchObject({ Category: 'cloud_essd', PerformanceLevel: 'PL1' });
    expect(await call('ModifyDiskSpec', { PerformanceLevel: 'PL2' })).toEqual({ RequestId: expect.any(String) });
    expect(await one()).toMatchObject({ PerformanceLevel: 'PL2' });
    await call('ModifyDiskSpec', { DiskCategory: 'cloud_auto', ProvisionedIops: 100 });
    const autoPl = await one();
    expect(autoPl).toMatchObject({ Category: 'cloud_auto', ProvisionedIops: 100 });
    expect(autoPl).not.toHaveProperty('PerformanceLevel');
    await call('ModifyDiskSpec', { ProvisionedIops: 0 });
    await call('ModifyDiskSpec', { DiskCategory: 'cloud_essd', PerformanceLevel: 'PL0' });
    expect(await one()).toMatchObject({ PerformanceLevel: 'PL0', IOPS: 7800 });
  });

  it.each<[string, Parameters, Parameters, number, string]>([
    ['another category', {}, { DiskCategory: 'cloud' }, 400, 'InvalidDiskCategory.ValueNotSupported'],
    ['another level', {}, { PerformanceLevel: 'PL9' }, 400, 'InvalidPerformanceLevel.Malformed'],
    ['a level of another category', {}, { PerformanceLevel: 'PL1' }, 400, 'InvalidPerformanceLevelParam.Mismatch'],
    [
      'a level for larger disks',
      {},
      { DiskCategory: 'cloud_essd', PerformanceLevel: 'PL2' },
      403,
      'OperationDenied.PerformanceLevelNotMatch',
    ],
    [
      'a fall to PL0',
      { DiskCategory: 'cloud_essd' },
      { PerformanceLevel: 'PL0' },
      403,
      'InvalidPerformanceLevel.TooLow',
    ],
    ['no change', {}, { DiskCategory: 'cloud_efficiency' }, 403, 'NoChangeInDiskCategoryAndPerformanceLevel'],
    ['a basic disk', { DiskCategory: 'cloud' }, { DiskCategory: 'cloud_essd' }, 403, 'OperationDenied'],
    [
      'a disk that is too small',
      { DiskCategory: 'cloud_auto', Size: 5 },
      { DiskCategory: 'cloud_ssd' },
      403,
      'OperationDenied',
    ],
    ['operations of another category', {}, { ProvisionedIops: 5 }, 400, 'ProvisionedIopsForDiskCategoryUnsupported'],
    [
      'too many operations',
      { DiskCategory: 'cloud_auto' },
      { ProvisionedIops: 50_001 },
      400,
      'InvalidProvisionedIops.LimitExceed',
    ],
    [
      'another zone',
      {},
      { DestinationZoneId: 'cn-hangzhou-i' },
      400,
      'InvalidDestinationZoneId.DiskCategoryUnsupported',
    ],
    [
      'control of performance',
      {},
      { PerformanceControlOptions: { IOPS: 900 } },
      403,
      'InvalidPerformanceParameter.DiskNotInDedicatedStorageCluster',
    ],
    ['a dry run', {}, { DiskCategory: 'cloud_essd', DryRun: true }, 400, 'DryRunOperation'],
    ['an unknown disk', {}, { DiskId: 'd-none', DiskCategory: 'cloud_essd' }, 404, 'InvalidDiskId.NotFound'],
  ])('refuses %s', async (_, made, more, status, code) => {
    const { refused, one } = await setUp(made);
    const before = await one();
    expect(await refused('ModifyDiskSpec', more)).toMatchObject({ status, code });
    expect(await one()).toEqual(before);
  });

  it('refuses while the disk or its instance moves', async () => {
    const scene = await setUp();
    const { stop, instanceId } = await attached(scene);
    const change = () => scene.refused('ModifyDiskSpec', { DiskCategory: 'cloud_essd' });
    await stop();
    expect(await change()).toMatchObject({ status: 400, code: 'InvalidOperation.InstanceStatusUnsupported' });
    await localyun.advance(1_000);
    await scene.disks.detach(scene.id, instanceId);
    expect(await change()).toMatchObject({ status: 403, code: 'IncorrectDiskStatus' });
  });
});

describe('ModifyDiskChargeType', () => {
  it('turns the data disks of a subscription instance into subscriptions and back', async () => {
    const account = localyun.account();
    const disks = disksOf(account);
    const network = await account.network();
    const InstanceId = await account.runInstance(network, { InstanceChargeType: 'PrePaid', Period: 1 });
    const id = await disks.create();
    await localyun.advance(1_000);
    const DiskIds = JSON.stringify([id]);
    const change = (more: Parameters = {}) => ({ RegionId, InstanceId, DiskIds, ...more });
    const unattached = await account.refused('Ecs', 'ModifyDiskChargeType', change());
    expect(unattached).toMatchObject({ status: 400, code: 'InvalidOperation.DiskMustAttachedToInstance' });
    await disks.attach(id, InstanceId);
    await localyun.advance(1_000);
    const answer = await account.ok('Ecs', 'ModifyDiskChargeType', change());
    expect(answer).toEqual({ RequestId: expect.any(String), OrderId: expect.stringMatching(/^\d{15}$/) });
    expect(await disks.one(id)).toMatchObject({ DiskChargeType: 'PrePaid', Portable: false });
    await account.ok('Ecs', 'ModifyDiskChargeType', change({ DiskChargeType: 'PostPaid', AutoPay: true }));
    expect(await disks.one(id)).toMatchObject({ DiskChargeType: 'PostPaid', Portable: true });

    const system = (await disks.ids({ DiskType: 'system' }))[0];
    const payAsYouGo = await account.runInstance(network);
    for (const [more, status, code] of [
      [{ DiskIds: JSON.stringify([id, 'd-none']) }, 404, 'InvalidDiskIds.NotFound'],
      [{ DiskIds: JSON.stringify([id, system]) }, 404, 'InvalidDiskIds.NotFound'],
      [{ DiskIds: 'd-1' }, 400, 'InvalidParameter'],
      [{ DiskIds: '[]' }, 400, 'InvalidParameter'],
      [{ DiskIds: JSON.stringify(Array.from({ length: 17 }, () => id)) }, 400, 'InvalidParameter'],
      [{ DiskChargeType: 'Cash' }, 400, 'InvalidParameter'],
      [{ InstanceId: 'i-none' }, 404, 'InvalidInstanceId.NotFound'],
      [{ RegionId: 'cn-none' }, 404, 'InvalidRegionId.NotFound'],
      [{ RegionId: undefined }, 400, 'MissingParameter'],
      [{ InstanceId: undefined }, 400, 'MissingParameter'],
      [{ InstanceId: payAsYouGo }, 400, 'ChargeTypeViolation'],
    ] as const) {
      expect(await account.refused('Ecs', 'ModifyDiskChargeType', change(more))).toMatchObject({ status, code });
    }
    expect(await disks.one(id)).toMatchObject({ DiskChargeType: 'PostPaid' });
  });
});
