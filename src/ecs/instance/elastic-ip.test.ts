import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';

const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';

async function setUp() {
  const account = localyun.account();
  const network = await account.network();
  const { NetworkInterfaceId } = await account.createNetworkInterface(network);
  const InstanceId = await account.runInstance(network);
  const { AllocationId, EipAddress } = await account.ok('Vpc', 'AllocateEipAddress', { RegionId });
  return { account, NetworkInterfaceId, InstanceId, AllocationId, EipAddress };
}

describe('elastic IP addresses of instances', () => {
  it('DescribeInstances shows the one that is associated with the instance, and none otherwise', async () => {
    const { account, InstanceId, AllocationId, EipAddress } = await setUp();
    const shown = async () => {
      const { Instances } = await account.ok('Ecs', 'DescribeInstances', {
        RegionId,
        InstanceIds: JSON.stringify([InstanceId]),
      });
      return Instances.Instance[0].EipAddress;
    };
    expect(await shown()).toMatchObject({ AllocationId: '', IpAddress: '' });
    await account.ok('Vpc', 'AssociateEipAddress', { RegionId, AllocationId, InstanceId });
    expect(await shown()).toMatchObject({ AllocationId, IpAddress: EipAddress });
  });

  it('DeleteInstance is refused while one is linked to an attached interface in cut-through mode', async () => {
    const { account, NetworkInterfaceId, InstanceId, AllocationId } = await setUp();
    const target = { RegionId, NetworkInterfaceId, InstanceId };
    await account.ok('Vpc', 'AssociateEipAddress', {
      RegionId,
      AllocationId,
      InstanceId: NetworkInterfaceId,
      InstanceType: 'NetworkInterface',
      Mode: 'BINDED',
    });
    await account.ok('Ecs', 'AttachNetworkInterface', target);
    await localyun.advance(5_000);
    const refused = await account.refused('Ecs', 'DeleteInstance', { InstanceId, Force: true });
    expect(refused).toMatchObject({ status: 403, code: 'InvalidOperation.EniLinked' });
    await account.ok('Vpc', 'UnassociateEipAddress', { RegionId, AllocationId });
    await localyun.advance(5_000);
    await account.ok('Ecs', 'DeleteInstance', { InstanceId, Force: true });
  });
});
