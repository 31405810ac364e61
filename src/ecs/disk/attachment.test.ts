import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import { disksOf, RegionId } from './disk.fixture.ts';

const localyun = startTestLocalyun();

/** An account with a running instance and an available disk in its zone. */
async function setUp(more: Parameters = {}) {
  const account = localyun.account();
  const network = await account.network();
  const instanceId = await account.runInstance(network, more);
  const disks = disksOf(account);
  const id = await disks.create();
  await localyun.advance(1_000);
  const refused = (action: string, parameters: Parameters) => account.refused('Ecs', action, parameters);
  const both = { DiskId: id, InstanceId: instanceId };
  return { account, network, instanceId, disks, id, refused, both };
}

describe('a disk', () => {
  it('is attached, shown on its instance, detached and deleted', async () => {
    const { account, instanceId, disks, id } = await setUp();
    await disks.attach(id, instanceId);
    expect(await disks.one(id)).toMatchObject({ Status: 'Attaching', InstanceId: '', Device: '' });
    expect(await disks.ids({ InstanceId: instanceId, DiskType: 'data' })).toEqual([]);
    await localyun.advance(800);
    const attached = await disks.one(id);
    const AttachedTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const where = { InstanceId: instanceId, Device: '/dev/xvdb' };
    expect(attached).toMatchObject({
      Status: 'In_use',
      ...where,
      AttachedTime,
      DetachedTime: '',
      DeleteWithInstance: false,
      MountInstanceNum: 1,
      Attachments: { Attachment: [{ ...where, AttachedTime }] },
    });
    expect(await disks.ids({ InstanceId: instanceId, DiskType: 'data' })).toEqual([id]);

    await disks.detach(id, instanceId);
    expect(await disks.one(id)).toMatchObject({ Status: 'Detaching', ...where });
    await localyun.advance(800);
    const detached = await disks.one(id);
    expect(detached).toMatchObject({ Status: 'Available', InstanceId: '', Device: '', MountInstanceNum: 0 });
    expect(detached).toMatchObject({ AttachedTime: attached?.AttachedTime, DetachedTime: AttachedTime });

    await account.ok('Ecs', 'DeleteDisk', { DiskId: id });
    expect(await disks.one(id)).toMatchObject({ Status: 'Deleting' });
    await account.ok('Ecs', 'DeleteDisk', { DiskId: id });
    await localyun.advance(500);
    expect(await disks.one(id)).toBeUndefined();
    expect(await account.refused('Ecs', 'DeleteDisk', { DiskId: id })).toMatchObject({
      status: 404,
      code: 'InvalidDiskId.NotFound',
    });
  });

  it('takes the first free name, or the one that was asked for', async () => {
    const { instanceId, disks, id, refused } = await setUp({ DataDisk: [{ Size: 20 }] });
    await disks.attach(id, instanceId, { Device: '/dev/xvde' });
    const second = await disks.create();
    await localyun.advance(1_000);
    const taken = await refused('AttachDisk', { DiskId: second, InstanceId: instanceId, Device: '/dev/xvde' });
    expect(taken).toMatchObject({ status: 403, code: 'InvalidDevice.InUse' });
    await disks.attach(second, instanceId, { DeleteWithInstance: true });
    await localyun.advance(1_000);
    const devices = (await disks.list({ InstanceId: instanceId })).map((disk) => [
      disk.Device,
      disk.DeleteWithInstance,
    ]);
    expect(devices.sort()).toEqual([
      ['/dev/xvda', true],
      ['/dev/xvdb', true],
      ['/dev/xvdc', true],
      ['/dev/xvde', false],
    ]);
  });

  it('whose attachment or deletion fails is Available again, whose detachment fails is in use', async () => {
    const { account, instanceId, disks, id } = await setUp();
    const { accountId } = account;
    const fail = (kind: string) =>
      localyun.server.levers.failTransition({ resourceType: 'disk', kind, accountId, outcome: 'fail', count: 1 });
    await fail('attach');
    await disks.attach(id, instanceId);
    await localyun.advance(1_000);
    expect(await disks.one(id)).toMatchObject({ Status: 'Available', InstanceId: '', AttachedTime: '' });
    await fail('delete');
    await account.ok('Ecs', 'DeleteDisk', { DiskId: id });
    await localyun.advance(1_000);
    expect(await disks.one(id)).toMatchObject({ Status: 'Available' });
    await disks.attach(id, instanceId);
    await localyun.advance(1_000);
    await fail('detach');
    await disks.detach(id, instanceId);
    await localyun.advance(1_000);
    expect(await disks.one(id)).toMatchObject({ Status: 'In_use', InstanceId: instanceId });
  });

  it('that is stuck on its way off is set going by asking again, one that is not is left alone', async () => {
    const { account, disks, id, instanceId, both, refused } = await setUp();
    const { accountId } = account;
    await disks.attach(id, instanceId);
    await localyun.advance(1_000);
    await localyun.server.levers.failTransition({
      resourceType: 'disk',
      kind: 'detach',
      accountId,
      outcome: 'stick',
      count: 1,
    });
    await disks.detach(id, instanceId);
    await localyun.advance(60_000);
    expect(await disks.one(id)).toMatchObject({ Status: 'Detaching' });
    await disks.detach(id, instanceId);
    expect(await refused('DetachDisk', both)).toMatchObject({
      status: 403,
      code: 'InvalidOperation.DiskDetachingFromThisEcs',
    });
    await localyun.advance(1_000);
    expect(await disks.one(id)).toMatchObject({ Status: 'Available' });
  });
});

describe('AttachDisk', () => {
  it.each<[string, Parameters, number, string]>([
    ['a malformed name', { Device: '/dev/sda1' }, 400, 'InvalidDevice.Malformed'],
    ["the system disk's name", { Device: '/dev/xvda' }, 400, 'InvalidDevice.Malformed'],
    ['a system disk', { Bootable: true }, 400, 'InvalidDisk.DiskNotBootable'],
    ['force', { Force: true }, 400, 'InvalidParameterForce.DiskCategoryNotSupported'],
    ['an unknown disk', { DiskId: 'd-none' }, 404, 'InvalidDiskId.NotFound'],
    ['an unknown instance', { InstanceId: 'i-none' }, 404, 'InvalidInstanceId.NotFound'],
    ['no disk', { DiskId: undefined }, 400, 'MissingParameter'],
    ['a disk and an instance of another region', { RegionId: 'cn-beijing' }, 404, 'InvalidDiskId.NotFound'],
  ])('refuses %s', async (_, more, status, code) => {
    const { disks, id, both, refused } = await setUp();
    expect(await refused('AttachDisk', { ...both, ...more })).toMatchObject({ status, code });
    expect(await disks.one(id)).toMatchObject({ Status: 'Available' });
  });

  it('refuses a disk that is not Available, of another zone, or for an instance that moves or is full', async () => {
    const { account, network, instanceId, disks, id, both, refused } = await setUp();
    const creating = await disks.create();
    const attach = (more: Parameters) => refused('AttachDisk', { ...both, ...more });
    expect(await attach({ DiskId: creating })).toMatchObject({ status: 403, code: 'IncorrectDiskStatus' });
    const far = await disks.create({ ZoneId: 'cn-hangzhou-i' });
    await localyun.advance(1_000);
    expect(await attach({ DiskId: far })).toMatchObject({ status: 403, code: 'ResourcesNotInSameZone' });
    await account.ok('Ecs', 'StopInstance', { InstanceId: instanceId });
    expect(await attach({})).toMatchObject({ status: 400, code: 'IncorrectInstanceStatus' });
    const DataDisk = Array.from({ length: 16 }, () => ({ Size: 20 }));
    const full = await account.runInstance(network, { DataDisk });
    expect(await attach({ InstanceId: full })).toMatchObject({ status: 403, code: 'InstanceDiskLimitExceeded' });
    expect(await disks.one(id)).toMatchObject({ Status: 'Available', InstanceId: '' });
    await disks.attach(id, instanceId);
    expect(await attach({})).toMatchObject({ status: 403, code: 'IncorrectDiskStatus' });
  });

  it("reaches neither other accounts' disks nor their instances", async () => {
    const mine = await setUp();
    const stranger = await setUp();
    const attach = (DiskId: string, InstanceId: string) => stranger.refused('AttachDisk', { DiskId, InstanceId });
    expect(await attach(mine.id, stranger.instanceId)).toMatchObject({ code: 'InvalidDiskId.NotFound' });
    expect(await attach(stranger.id, mine.instanceId)).toMatchObject({ code: 'InvalidInstanceId.NotFound' });
    expect(await stranger.disks.ids({ DiskIds: JSON.stringify([mine.id]) })).toEqual([]);
    for (const action of ['DeleteDisk', 'DetachDisk', 'ResizeDisk', 'ModifyDiskSpec', 'ModifyDiskAttribute'] as const) {
      const parameters = { ...mine.both, RegionId, NewSize: 30, DiskCategory: 'cloud_essd', DiskName: 'mine-now' };
      expect(await stranger.refused(action, parameters)).toMatchObject({ status: 404, code: 'InvalidDiskId.NotFound' });
    }
    expect(await mine.disks.one(mine.id)).toMatchObject({ Status: 'Available', Size: 20, DiskName: '' });
  });
});

describe('DetachDisk', () => {
  it('refuses a disk that is on no instance, on another, or on its way, and an instance that moves', async () => {
    const { account, network, instanceId, disks, id, both, refused } = await setUp();
    const detach = (more: Parameters = {}) => refused('DetachDisk', { ...both, ...more });
    expect(await detach()).toMatchObject({ status: 404, code: 'InvalidDisk.AlreadyDetached' });
    expect(await detach({ DiskId: 'd-none' })).toMatchObject({ status: 404, code: 'InvalidDiskId.NotFound' });
    expect(await detach({ InstanceId: 'i-none' })).toMatchObject({ status: 404, code: 'InvalidInstanceId.NotFound' });
    await disks.attach(id, instanceId);
    expect(await detach()).toMatchObject({ status: 403, code: 'IncorrectDiskStatus' });
    await localyun.advance(1_000);
    const other = await account.runInstance(network);
    expect(await detach({ InstanceId: other })).toMatchObject({ status: 403, code: 'DependencyViolation' });
    await account.ok('Ecs', 'StopInstance', { InstanceId: instanceId });
    expect(await detach()).toMatchObject({ status: 403, code: 'IncorrectInstanceStatus' });
    expect(await disks.one(id)).toMatchObject({ Status: 'In_use', InstanceId: instanceId });
    await localyun.advance(1_000);
    await disks.detach(id, instanceId);
  });

  it('leaves a system disk where it is', async () => {
    const { instanceId, disks, refused } = await setUp();
    const [system] = await disks.ids({ InstanceId: instanceId, DiskType: 'system' });
    const refusal = await refused('DetachDisk', { DiskId: system, InstanceId: instanceId });
    expect(refusal).toMatchObject({ status: 403, code: 'DiskTypeViolation' });
  });
});

describe('DeleteDisk', () => {
  it('refuses what is being made, is in use, or is a system disk', async () => {
    const { instanceId, disks, id, refused } = await setUp();
    const creating = await disks.create();
    const remove = (DiskId: string | undefined) => refused('DeleteDisk', { DiskId });
    expect(await remove(creating)).toMatchObject({ status: 403, code: 'IncorrectDiskStatus.Initializing' });
    await disks.attach(id, instanceId);
    expect(await remove(id)).toMatchObject({ status: 403, code: 'IncorrectDiskStatus' });
    await localyun.advance(1_000);
    expect(await remove(id)).toMatchObject({ status: 403, code: 'IncorrectDiskStatus' });
    const [system] = await disks.ids({ InstanceId: instanceId, DiskType: 'system' });
    expect(await remove(system)).toMatchObject({ status: 403, code: 'DiskTypeViolation' });
    expect(await remove(undefined)).toMatchObject({ status: 400, code: 'MissingParameter' });
    expect(await disks.ids()).toHaveLength(3);
  });
});
