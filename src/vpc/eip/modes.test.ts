import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';
import {
  allocate,
  associate,
  attach,
  describeEip,
  eipAndInterface,
  refusedAssociation,
} from './association.fixture.ts';

const RegionId = 'cn-hangzhou';
const NetworkInterface = 'NetworkInterface';

describe('the modes in which an elastic IP address is on the network interface itself', () => {
  const localyun = startTestLocalyun();
  const setUp = (parameters?: Body) => eipAndInterface(localyun, parameters);

  it('ENI-102 links a network interface in mode BINDED, which cannot be detached until the address is off it', async () => {
    const { account, network, id, AllocationId } = await setUp({});
    const InstanceId = await account.runInstance(network);
    await associate(account, AllocationId, id, { InstanceType: NetworkInterface, Mode: 'BINDED' });
    expect(await describeEip(account, AllocationId)).toMatchObject({ Mode: 'BINDED', Status: 'InUse' });
    await attach(localyun, account, id, InstanceId);
    const detach = { RegionId, NetworkInterfaceId: id, InstanceId };
    const linked = await account.refused('Ecs', 'DetachNetworkInterface', detach);
    expect(linked).toMatchObject({ status: 403, code: 'InvalidOperation.EniLinked' });
    expect(linked.message).toContain(id);
    expect((await account.describeNetworkInterface(network, id))?.Status).toBe('InUse');

    await account.ok('Vpc', 'UnassociateEipAddress', { RegionId, AllocationId });
    await localyun.advance(2_000);
    expect(await describeEip(account, AllocationId)).toMatchObject({ Mode: 'NAT', Status: 'Available' });
    await account.ok('Ecs', 'DetachNetworkInterface', detach);
  });

  it('needs a network interface that is free of an instance', async () => {
    const { account, network, id, AllocationId } = await setUp({});
    const instanceId = await account.runInstance(network);
    await attach(localyun, account, id, instanceId);
    for (const Mode of ['BINDED', 'MULTI_BINDED']) {
      expect(
        await refusedAssociation(account, AllocationId, id, { InstanceType: NetworkInterface, Mode }),
      ).toMatchObject({
        status: 400,
        code: 'Eni.Attached',
      });
      expect(await refusedAssociation(account, AllocationId, instanceId, { Mode })).toMatchObject({
        status: 400,
        code: 'Invalid.DirectEip.BindType',
      });
    }
  });

  it('takes no secondary private addresses in mode BINDED', async () => {
    const { account, id, AllocationId } = await setUp();
    const binded = { InstanceType: NetworkInterface, Mode: 'BINDED' };
    expect(await refusedAssociation(account, AllocationId, id, binded)).toMatchObject({
      status: 400,
      code: 'Eni.HasSubIp',
    });
  });

  it('takes no prefixes in mode BINDED', async () => {
    const account = localyun.account();
    const network = await account.network();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network, { Ipv4PrefixCount: 1 });
    const { AllocationId } = await account.ok('Vpc', 'AllocateEipAddress', { RegionId: network.regionId });
    const binded = { InstanceType: NetworkInterface, Mode: 'BINDED' };
    expect(await refusedAssociation(account, AllocationId, NetworkInterfaceId, binded)).toMatchObject({
      status: 400,
      code: 'Eni.HasSubIp',
    });
  });

  it('takes one idle private address after the other in mode MULTI_BINDED, and no other mode beside it', async () => {
    const { account, network, id, AllocationId } = await setUp({ SecondaryPrivateIpAddressCount: 1 });
    const multi = { InstanceType: NetworkInterface, Mode: 'MULTI_BINDED' };
    const [second, third] = [await allocate(account), await allocate(account)];
    await associate(account, AllocationId, id, multi);
    expect(
      await refusedAssociation(account, second.AllocationId, id, { InstanceType: NetworkInterface }),
    ).toMatchObject({
      status: 400,
      code: 'Mode.Conflict',
    });
    await associate(account, second.AllocationId, id, multi);
    const eni = await account.describeNetworkInterface(network, id);
    const shown = eni?.PrivateIpSets.PrivateIpSet.map((set: Body) => set.AssociatedPublicIp.AllocationId);
    expect(shown).toEqual([AllocationId, second.AllocationId]);
    expect(await refusedAssociation(account, third.AllocationId, id, multi)).toMatchObject({
      status: 400,
      code: 'InvalidEip.EipQuotaExceeded',
    });
  });
});
