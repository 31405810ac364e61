import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';

const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';

async function setUp() {
  const account = localyun.account();
  const network = await account.network();
  const parameters = (more: object = {}) => ({
    RegionId,
    InstanceType: 'ecs.g6.large',
    ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
    VSwitchId: network.vSwitchId,
    SecurityGroupId: network.securityGroupId,
    ...more,
  });
  const create = (more: object = {}) => account.ok('Ecs', 'CreateInstance', parameters(more));
  const refused = (more: object) => account.refused('Ecs', 'CreateInstance', parameters(more));
  const instance = async (): Promise<Body | undefined> =>
    (await account.ok('Ecs', 'DescribeInstances', { RegionId })).Instances.Instance[0];
  return { account, network, create, refused, instance };
}

describe('CreateInstance', () => {
  it('makes an instance that is Pending, then Stopped, and starts when it is told to', async () => {
    const { account, network, create, instance } = await setUp();
    const { InstanceId } = await create({
      InstanceName: 'old-style',
      HostName: 'old-host',
      PrivateIpAddress: '192.168.0.8',
      InternetMaxBandwidthOut: 5,
      SystemDisk: { Category: 'cloud_essd', Size: 60 },
      DataDisk: [{ Category: 'cloud_essd', Size: 100, Encrypted: false }],
      Tag: [{ Key: 'a', Value: 'b' }],
    });
    expect(await instance()).toMatchObject({
      InstanceId,
      Status: 'Pending',
      InstanceName: 'old-style',
      HostName: 'old-host',
      VpcAttributes: { VSwitchId: network.vSwitchId, PrivateIpAddress: { IpAddress: ['192.168.0.8'] } },
      InternetMaxBandwidthOut: 5,
      PublicIpAddress: { IpAddress: [] },
      StartTime: '',
      Tags: { Tag: [{ TagKey: 'a', TagValue: 'b' }] },
    });
    await localyun.advance(600);
    expect((await instance())?.Status).toBe('Stopped');
    await localyun.advance(5_000);
    expect((await instance())?.Status).toBe('Stopped');
    await account.ok('Ecs', 'AllocatePublicIpAddress', { InstanceId });
    await account.ok('Ecs', 'StartInstance', { InstanceId });
    await localyun.advance(1_000);
    expect(await instance()).toMatchObject({
      Status: 'Running',
      PublicIpAddress: { IpAddress: [expect.stringMatching(/^198\./)] },
    });
  });

  it('makes one for one token, and answers the order of a subscription', async () => {
    const { account, create } = await setUp();
    const wanted = { InstanceChargeType: 'PrePaid', Period: 1, ClientToken: 'once' };
    const first = await create(wanted);
    expect(first.OrderId).toMatch(/^\d{15}$/);
    expect(await create(wanted)).toMatchObject({ InstanceId: first.InstanceId, OrderId: first.OrderId });
    expect((await account.ok('Ecs', 'DescribeInstances', { RegionId })).TotalCount).toBe(1);
  });

  it.each([
    [{ VSwitchId: undefined }, 400, 'MissingParameter'],
    [{ SecurityGroupId: undefined }, 400, 'MissingParameter'],
    [{ InstanceType: undefined }, 400, 'MissingParameter'],
    [{ ImageId: undefined }, 400, 'MissingParameter'],
    [{ InstanceType: 'ecs.none' }, 400, 'InvalidInstanceType.ValueNotSupported'],
    [{ ImageId: 'ami-1' }, 404, 'InvalidImageId.NotFound'],
    [{ VSwitchId: 'vsw-none' }, 404, 'InvalidVSwitchId.NotFound'],
    [{ SecurityGroupId: 'sg-none' }, 404, 'InvalidSecurityGroupId.NotFound'],
    [{ RamRoleName: 'nobody' }, 404, 'InvalidRamRole.NotFound'],
    [{ InstanceName: '1' }, 400, 'InvalidInstanceName.Malformed'],
    [{ Description: 'x' }, 400, 'InvalidDescription.Malformed'],
    [{ Password: 'short' }, 400, 'InvalidPassword.Malformed'],
    [{ SystemDisk: { Category: 'tape' } }, 400, 'InvalidSystemDiskCategory.ValueNotSupported'],
    [{ SystemDisk: { Size: 5 } }, 400, 'InvalidSystemDiskSize.ValueNotSupported'],
    [{ DataDisk: [{ Category: 'tape' }] }, 400, 'InvalidDataDiskCategory.ValueNotSupported'],
    [{ InstanceChargeType: 'PrePaid', Period: 11 }, 400, 'InvalidPeriod'],
    [{ InternetMaxBandwidthOut: 101 }, 400, 'InvalidInternetMaxBandwidthOut.Malformed'],
    [{ DryRun: true }, 400, 'DryRunOperation'],
  ])('refuses %j', async (parameters, status, code) => {
    const { refused, instance } = await setUp();
    expect(await refused(parameters)).toMatchObject({ status, code });
    expect(await instance()).toBeUndefined();
  });
});
