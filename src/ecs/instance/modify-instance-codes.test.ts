import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';

const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';

async function setUp() {
  const account = localyun.account();
  const network = await account.network();
  const InstanceId = await account.runInstance(network);
  const instance = async (): Promise<Body> =>
    (await account.ok('Ecs', 'DescribeInstances', { RegionId })).Instances.Instance[0];
  return { account, InstanceId, instance };
}

describe('ModifyInstanceSpec', () => {
  it('takes only categories of system disks, which changes none', async () => {
    const { account, InstanceId, instance } = await setUp();
    await account.ok('Ecs', 'StopInstance', { InstanceId });
    await localyun.advance(1_000);
    const modification = (Category: string) => ({ InstanceId, InstanceType: 'ecs.g6.large', SystemDisk: { Category } });
    const before = await instance();
    expect(await account.refused('Ecs', 'ModifyInstanceSpec', modification('cloud_none'))).toMatchObject({
      status: 400,
      code: 'InvalidParam.SystemDiskCategory',
      message: expect.stringContaining('"cloud_none"'),
    });
    expect(await instance()).toEqual(before);
    await account.ok('Ecs', 'ModifyInstanceSpec', modification('cloud_essd'));
    expect((await instance()).InstanceType).toBe('ecs.g6.large');
    const { Disks } = await account.ok('Ecs', 'DescribeDisks', { RegionId, InstanceId });
    expect(Disks.Disk[0].Category).toBe('cloud_efficiency');
  });

  it('gives no bandwidth to an instance with an elastic IP address', async () => {
    const { account, InstanceId, instance } = await setUp();
    const { AllocationId } = await account.ok('Vpc', 'AllocateEipAddress', { RegionId });
    await account.ok('Vpc', 'AssociateEipAddress', { RegionId, AllocationId, InstanceId });
    const modification = { InstanceId, InternetMaxBandwidthOut: 5 };
    const before = await instance();
    expect(await account.refused('Ecs', 'ModifyInstanceSpec', modification)).toMatchObject({
      status: 403,
      code: 'InvalidInstance.EipNotSupport',
      message: expect.stringContaining(InstanceId),
    });
    expect(await instance()).toEqual(before);
    await account.ok('Ecs', 'ModifyInstanceSpec', { InstanceId, InternetMaxBandwidthOut: 0 });
    await account.ok('Vpc', 'UnassociateEipAddress', { RegionId, AllocationId, InstanceId });
    await localyun.advance(1_000);
    await account.ok('Ecs', 'ModifyInstanceSpec', modification);
    expect((await instance()).InternetMaxBandwidthOut).toBe(5);
  });
});

describe('ModifyInstanceChargeType', () => {
  it.each([21, 101])('changes at most 20 instances, not %i', async (count) => {
    const { account, InstanceId, instance } = await setUp();
    const InstanceIds = JSON.stringify([InstanceId, ...Array.from({ length: count - 1 }, (_, n) => `i-${n}`)]);
    const change = { RegionId, InstanceIds, Period: 1 };
    expect(await account.refused('Ecs', 'ModifyInstanceChargeType', change)).toMatchObject({
      status: 400,
      code: 'InstancesIdQuotaExceed',
      message: expect.stringContaining(`${count} are named, at most 20`),
    });
    expect((await instance()).InstanceChargeType).toBe('PostPaid');
  });
});
