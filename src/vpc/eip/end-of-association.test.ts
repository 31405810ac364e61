import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';
import { allocate, associate, attach, describeEip, eipAndInterface } from './association.fixture.ts';

const RegionId = 'cn-hangzhou';
const NetworkInterface = 'NetworkInterface';

describe('an association that ends with what the address is on', () => {
  const localyun = startTestLocalyun();
  const setUp = (parameters?: Body) => eipAndInterface(localyun, parameters);

  it('ENI-121 frees the address of a deleted network interface once that is gone, and does not release it', async () => {
    const { account, id, AllocationId, EipAddress } = await setUp();
    await associate(account, AllocationId, id, { InstanceType: NetworkInterface });
    await account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId: id });
    expect((await describeEip(account, AllocationId)).Status).toBe('InUse');
    await localyun.advance(5_000);
    const free = await describeEip(account, AllocationId);
    expect(free).toMatchObject({ Status: 'Available', IpAddress: EipAddress, InstanceId: '', InstanceType: '' });
    expect(free).not.toHaveProperty('PrivateIpAddress');
    await account.ok('Vpc', 'ReleaseEipAddress', { RegionId, AllocationId });
  });

  it('ENI-156 frees the address of a deleted instance, and those of network interfaces that go with it', async () => {
    const { account, network, id, AllocationId } = await setUp({ DeleteOnRelease: true });
    const kept = await account.createNetworkInterface(network, { DeleteOnRelease: false });
    const [ofKept, ofInstance] = [await allocate(account), await allocate(account)];
    const InstanceId = await account.runInstance(network);
    await associate(account, AllocationId, id, { InstanceType: NetworkInterface });
    await associate(account, ofKept.AllocationId, kept.NetworkInterfaceId, { InstanceType: NetworkInterface });
    await associate(account, ofInstance.AllocationId, InstanceId);
    await attach(localyun, account, id, InstanceId);
    await attach(localyun, account, kept.NetworkInterfaceId, InstanceId);
    await account.ok('Ecs', 'DeleteInstance', { InstanceId, Force: true });
    await localyun.advance(10_000);
    expect((await describeEip(account, ofInstance.AllocationId)).Status).toBe('Available');
    expect((await describeEip(account, AllocationId)).Status).toBe('Available');
    expect(await describeEip(account, ofKept.AllocationId)).toMatchObject({
      Status: 'InUse',
      InstanceId: kept.NetworkInterfaceId,
    });
  });

  it('leaves nothing behind when an account is reset', async () => {
    const { account, id, AllocationId, EipAddress } = await setUp();
    await associate(account, AllocationId, id, { InstanceType: NetworkInterface });
    const bystander = await setUp();
    await localyun.server.levers.reset(account.accountId);
    expect((await account.ok('Vpc', 'DescribeEipAddresses', { RegionId })).TotalCount).toBe(0);
    expect((await describeEip(bystander.account, bystander.AllocationId)).Status).toBe('Available');
    expect((await allocate(bystander.account, { IpAddress: EipAddress })).EipAddress).toBe(EipAddress);
  });
});
