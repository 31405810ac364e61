import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';

const RegionId = 'cn-hangzhou';
const absent = { status: 404, code: 'InvalidVSwitchId.NotFound' };

describe('DeleteVSwitch', () => {
  const localyun = startTestLocalyun();

  it('takes the vSwitch and its tags away at once, and its CIDR block is free again', async () => {
    const account = localyun.account();
    const {
      vpcId: VpcId,
      zoneId: ZoneId,
      vSwitchId: VSwitchId,
    } = await account.network({ cidrBlock: '192.168.0.0/24' });
    await account.ok('Vpc', 'TagResources', {
      RegionId,
      ResourceType: 'VSWITCH',
      ResourceId: [VSwitchId],
      Tag: [{ Key: 'a', Value: 'b' }],
    });
    await account.ok('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId });
    expect(await account.refused('Vpc', 'DescribeVSwitchAttributes', { RegionId, VSwitchId })).toMatchObject(absent);
    expect(await account.ok('Vpc', 'DescribeVSwitches', { RegionId, VSwitchId })).toMatchObject({ TotalCount: 0 });
    const tags = { RegionId, ResourceType: 'VSWITCH', ResourceId: [VSwitchId] };
    expect((await account.ok('Vpc', 'ListTagResources', tags)).TagResources.TagResource).toEqual([]);
    expect(await account.refused('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId })).toMatchObject(absent);
    await account.ok('Vpc', 'CreateVSwitch', { RegionId, VpcId, ZoneId, CidrBlock: '192.168.0.0/24' });
  });

  it('answers 404 for what is not there, not the caller’s, or in another region', async () => {
    const account = localyun.account();
    const { vSwitchId: VSwitchId } = await account.network();
    expect(await account.refused('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId: 'vsw-none' })).toMatchObject(absent);
    expect(await account.refused('Vpc', 'DeleteVSwitch', { RegionId: 'cn-beijing', VSwitchId })).toMatchObject(absent);
    expect(await localyun.account().refused('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId })).toMatchObject(absent);
    await account.ok('Vpc', 'DeleteVSwitch', { VSwitchId });
  });

  it('refuses while the vSwitch is Pending', async () => {
    const account = localyun.account();
    const { vpcId: VpcId, zoneId: ZoneId } = await account.network();
    const request = { RegionId, VpcId, ZoneId, CidrBlock: '192.168.9.0/24' };
    const { VSwitchId } = await account.ok('Vpc', 'CreateVSwitch', request);
    expect(await account.refused('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId })).toMatchObject({
      status: 400,
      code: 'IncorrectVSwitchStatus',
    });
  });

  it('ENI-161 DeleteVSwitch fails while an ENI uses it, until the ENI is gone and not only Deleting', async () => {
    const account = localyun.account();
    const network = await account.network();
    const VSwitchId = network.vSwitchId;
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    const refused = (parameters = {}) =>
      account.refused('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId, ...parameters });
    const refusal = await refused();
    expect(refusal).toMatchObject({ status: 400, code: 'DependencyViolation.NetworkInterface' });
    expect(refusal.message).toContain(NetworkInterfaceId);
    expect(await refused({ DryRun: true })).toMatchObject({ code: 'DependencyViolation.NetworkInterface' });
    await account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId });
    expect(await refused()).toMatchObject({ status: 400, code: 'DependencyViolation.NetworkInterface' });
    await localyun.advance(5_000);
    expect(await refused({ DryRun: true })).toMatchObject({ status: 400, code: 'DryRunOperation' });
    await account.ok('Vpc', 'DescribeVSwitchAttributes', { RegionId, VSwitchId });
    await account.ok('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId });
  });

  it('fails while an instance is in it, and works once the instance is released', async () => {
    const account = localyun.account();
    const network = await account.network();
    const VSwitchId = network.vSwitchId;
    const InstanceId = await account.runInstance(network);
    expect(await account.refused('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId })).toMatchObject({
      status: 400,
      code: 'DependencyViolation.NetworkInterface',
    });
    await account.ok('Ecs', 'DeleteInstance', { InstanceId, Force: true });
    await localyun.advance(60_000);
    await account.ok('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId });
  });
});
