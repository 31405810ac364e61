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

describe('AssociateEipAddress', () => {
  const localyun = startTestLocalyun();
  const setUp = (parameters?: Body) => eipAndInterface(localyun, parameters);

  it('ENI-56 shows the address on the primary private address of a network interface, and an empty object elsewhere', async () => {
    const { account, network, id, addresses, AllocationId, EipAddress } = await setUp();
    const before = await account.describeNetworkInterface(network, id);
    expect(before?.AssociatedPublicIp).toEqual({});
    const sets: Body[] = before?.PrivateIpSets.PrivateIpSet ?? [];
    expect(sets.map((set) => set.AssociatedPublicIp)).toEqual([{}, {}, {}]);

    const answer = await associate(account, AllocationId, id, { InstanceType: NetworkInterface });
    expect(Object.keys(answer)).toEqual(['RequestId']);
    expect(await describeEip(account, AllocationId)).toMatchObject({
      Status: 'InUse',
      InstanceId: id,
      InstanceType: NetworkInterface,
      InstanceRegionId: RegionId,
      Mode: 'NAT',
    });
    const AssociatedPublicIp = { AllocationId, PublicIpAddress: EipAddress };
    const after = await account.describeNetworkInterface(network, id);
    expect(after?.AssociatedPublicIp).toEqual(AssociatedPublicIp);
    expect(after?.PrivateIpSets.PrivateIpSet).toEqual([
      { Primary: true, PrivateIpAddress: addresses[0], AssociatedPublicIp },
      { Primary: false, PrivateIpAddress: addresses[1], AssociatedPublicIp: {} },
      { Primary: false, PrivateIpAddress: addresses[2], AssociatedPublicIp: {} },
    ]);
    const attribute = await account.ok('Ecs', 'DescribeNetworkInterfaceAttribute', {
      RegionId,
      NetworkInterfaceId: id,
    });
    expect(attribute.AssociatedPublicIp).toEqual(AssociatedPublicIp);
  });

  it('answers the private address only where the request chose one', async () => {
    const { account, network, id, addresses, AllocationId } = await setUp();
    await associate(account, AllocationId, id, { InstanceType: NetworkInterface });
    const shown = await describeEip(account, AllocationId);
    expect(shown).not.toHaveProperty('PrivateIpAddress');
    expect(shown).not.toHaveProperty('VpcId');

    const second = await allocate(account);
    const PrivateIpAddress = addresses[2];
    await associate(account, second.AllocationId, id, { InstanceType: NetworkInterface, PrivateIpAddress });
    expect(await describeEip(account, second.AllocationId)).toMatchObject({ PrivateIpAddress, Status: 'InUse' });
    const eni = await account.describeNetworkInterface(network, id);
    expect(eni?.AssociatedPublicIp.AllocationId).toBe(AllocationId);
    const shownSets = eni?.PrivateIpSets.PrivateIpSet.map((set: Body) => set.AssociatedPublicIp.AllocationId);
    expect(shownSets).toEqual([AllocationId, undefined, second.AllocationId]);
  });

  it('takes an instance for its primary network interface', async () => {
    const { account, network, AllocationId, EipAddress } = await setUp();
    const instanceId = await account.runInstance(network);
    await associate(account, AllocationId, instanceId);
    expect(await describeEip(account, AllocationId)).toMatchObject({
      Status: 'InUse',
      InstanceId: instanceId,
      InstanceType: 'EcsInstance',
    });
    const { NetworkInterfaceSets } = await account.ok('Ecs', 'DescribeNetworkInterfaces', {
      RegionId,
      InstanceId: instanceId,
    });
    expect(NetworkInterfaceSets.NetworkInterfaceSet).toHaveLength(1);
    expect(NetworkInterfaceSets.NetworkInterfaceSet[0]).toMatchObject({
      Type: 'Primary',
      AssociatedPublicIp: { AllocationId, PublicIpAddress: EipAddress },
    });
    const other = await allocate(account);
    const twice = await refusedAssociation(account, other.AllocationId, instanceId);
    expect(twice).toMatchObject({ status: 400, code: 'InvalidAssociation.Duplicated' });
    expect(twice.message).toContain(instanceId);
  });

  it('holds one elastic IP address on a private address, and one private address to an elastic IP address', async () => {
    const { account, network, id, addresses, AllocationId } = await setUp();
    await associate(account, AllocationId, id, { InstanceType: NetworkInterface });
    const elsewhere = await account.createNetworkInterface(network);
    const again = await refusedAssociation(account, AllocationId, elsewhere.NetworkInterfaceId, {
      InstanceType: NetworkInterface,
    });
    expect(again).toMatchObject({ status: 400, code: 'IncorrectEipStatus' });
    expect(again.message).toContain(AllocationId);

    const other = await allocate(account);
    for (const chosen of [{}, { PrivateIpAddress: addresses[0] }]) {
      const taken = await refusedAssociation(account, other.AllocationId, id, {
        InstanceType: NetworkInterface,
        ...chosen,
      });
      expect(taken).toMatchObject({ status: 400, code: 'InvalidAssociation.Duplicated' });
      expect(taken.message).toContain(addresses[0]);
    }
    expect((await describeEip(account, other.AllocationId)).Status).toBe('Available');
  });

  it('lets exactly one of several concurrent associations with a private address succeed', async () => {
    const { account, id } = await setUp();
    const eips = await Promise.all(Array.from({ length: 6 }, () => allocate(account)));
    const answers = await Promise.all(
      eips.map(({ AllocationId }) =>
        account.call('Vpc', 'AssociateEipAddress', {
          RegionId,
          AllocationId,
          InstanceId: id,
          InstanceType: NetworkInterface,
        }),
      ),
    );
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400, 400, 400, 400, 400]);
    const { TotalCount } = await account.ok('Vpc', 'DescribeEipAddresses', { RegionId, AssociatedInstanceId: id });
    expect(TotalCount).toBe(1);
  });

  it('stays with a network interface that moves between instances', async () => {
    const { account, network, id, AllocationId } = await setUp();
    const [one, two] = [await account.runInstance(network), await account.runInstance(network)];
    await associate(account, AllocationId, id, { InstanceType: NetworkInterface });
    await attach(localyun, account, id, one);
    await account.ok('Ecs', 'DetachNetworkInterface', { RegionId, NetworkInterfaceId: id, InstanceId: one });
    await localyun.advance(5_000);
    await attach(localyun, account, id, two);
    const eni = await account.describeNetworkInterface(network, id);
    expect(eni).toMatchObject({ InstanceId: two, AssociatedPublicIp: { AllocationId } });
  });

  describe('refuses', () => {
    it('an unknown address, instance or network interface with 404, those of other accounts and regions included', async () => {
      const { account, network, id, AllocationId } = await setUp();
      const stranger = await setUp();
      const eni = { InstanceType: NetworkInterface };
      const noEip = { status: 404, code: 'InvalidAllocationId.NotFound' };
      expect(await refusedAssociation(account, 'eip-none', id, eni)).toMatchObject(noEip);
      expect(await refusedAssociation(account, stranger.AllocationId, id, eni)).toMatchObject(noEip);
      expect(await refusedAssociation(account, AllocationId, id, { ...eni, RegionId: 'cn-beijing' })).toMatchObject(
        noEip,
      );
      const noTarget = { status: 404, code: 'InvalidInstanId.NotFound' };
      expect(await refusedAssociation(account, AllocationId, 'eni-none', eni)).toMatchObject(noTarget);
      expect(await refusedAssociation(account, AllocationId, stranger.id, eni)).toMatchObject(noTarget);
      expect(await refusedAssociation(account, AllocationId, 'i-none')).toMatchObject(noTarget);
      expect(await refusedAssociation(account, AllocationId, id)).toMatchObject(noTarget);
      const instanceId = await account.runInstance(network);
      expect(await refusedAssociation(account, AllocationId, instanceId, eni)).toMatchObject(noTarget);
      expect(await refusedAssociation(stranger.account, stranger.AllocationId, instanceId)).toMatchObject(noTarget);
    });

    it('an instance or network interface of another region', async () => {
      const { account, id, AllocationId } = await setUp();
      const elsewhere = await allocate(account, { RegionId: 'cn-beijing' });
      const mismatch = { status: 400, code: 'InvalidParameter.Mismatch' };
      const parameters = { InstanceType: NetworkInterface, RegionId: 'cn-beijing' };
      expect(await refusedAssociation(account, elsewhere.AllocationId, id, parameters)).toMatchObject(mismatch);
      // Without a region, the address is looked up in all of them.
      await account.ok('Vpc', 'AssociateEipAddress', {
        AllocationId,
        InstanceId: id,
        InstanceType: NetworkInterface,
      });
      expect((await describeEip(account, AllocationId)).InstanceId).toBe(id);
    });

    it('a network interface on its way, and an instance that neither runs nor is stopped', async () => {
      const { account, network, id, AllocationId } = await setUp();
      const InstanceId = await account.runInstance(network);
      const eni = { InstanceType: NetworkInterface };
      await account.ok('Ecs', 'AttachNetworkInterface', { RegionId, NetworkInterfaceId: id, InstanceId });
      const onItsWay = await refusedAssociation(account, AllocationId, id, eni);
      expect(onItsWay).toMatchObject({ status: 400, code: 'InvalidStatus.EniStatusNotSupport' });
      expect(onItsWay.message).toContain('Attaching');
      await localyun.advance(5_000);
      await account.ok('Ecs', 'StopInstance', { InstanceId });
      const stopping = await refusedAssociation(account, AllocationId, InstanceId);
      expect(stopping).toMatchObject({ status: 400, code: 'InvalidStatus.EcsStatusNotSupport' });
      expect(stopping.message).toContain('Stopping');
      await localyun.advance(5_000);
      await associate(account, AllocationId, InstanceId);
    });

    it('a network interface that a service manages', async () => {
      const { account, id, AllocationId } = await setUp();
      await localyun.server.levers.fixNetworkInterface(id, { serviceId: 7 });
      expect(await refusedAssociation(account, AllocationId, id, { InstanceType: NetworkInterface })).toMatchObject({
        status: 400,
        code: 'InvalidParameter.EniInstanceId',
      });
    });

    it.each([
      [{ PrivateIpAddress: '10.9.9.9' }, 'InvalidParameter', '10.9.9.9'],
      [{ PrivateIpAddress: 'nonsense' }, 'InvalidParameter', 'nonsense'],
      [{ Mode: 'HALF_BINDED' }, 'IllegalParam.Mode', 'HALF_BINDED'],
      [{ InstanceRegionId: 'cn-beijing' }, 'InvalidParameter.BindingInstanceRegion', 'cn-beijing'],
      [{ InstanceType: 'Teapot' }, 'InvalidInstanceType.ValueNotSupported', 'Teapot'],
      [{ InstanceType: 'SlbInstance' }, 'BindInstance.NotSupported', 'SlbInstance'],
      [{ InstanceType: 'Nat' }, 'BindInstance.NotSupported', 'Nat'],
      [{ InstanceType: 'HaVip' }, 'BindInstance.NotSupported', 'HaVip'],
      [{ InstanceType: 'IpAddress' }, 'BindInstance.NotSupported', 'IpAddress'],
      [{ InstanceId: '' }, 'MissingParameter', 'InstanceId'],
      [{ AllocationId: '' }, 'MissingParameter', 'AllocationId'],
    ])('%j and changes nothing', async (wrong, code, named) => {
      const { account, id, AllocationId } = await setUp();
      const refusal = await refusedAssociation(account, AllocationId, id, { InstanceType: NetworkInterface, ...wrong });
      expect(refusal).toMatchObject({ status: 400, code });
      expect(refusal.message).toContain(named);
      expect((await describeEip(account, AllocationId)).Status).toBe('Available');
    });
  });
});
