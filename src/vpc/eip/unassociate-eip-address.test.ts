import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';

const RegionId = 'cn-hangzhou';
const InstanceType = 'NetworkInterface';

describe('UnassociateEipAddress', () => {
  const localyun = startTestLocalyun();

  const describeEip = async (account: TestAccount, AllocationId: string): Promise<Body> =>
    (await account.ok('Vpc', 'DescribeEipAddresses', { RegionId, AllocationId })).EipAddresses.EipAddress[0];
  /** An elastic IP address on the primary address of a network interface. */
  const setUp = async () => {
    const account = localyun.account();
    const network = await account.network();
    const eni = await account.createNetworkInterface(network);
    const { NetworkInterfaceId: InstanceId, PrivateIpAddress } = eni;
    const { AllocationId } = await account.ok('Vpc', 'AllocateEipAddress', { RegionId });
    await account.ok('Vpc', 'AssociateEipAddress', {
      RegionId,
      AllocationId,
      InstanceId,
      InstanceType,
      PrivateIpAddress,
    });
    return { account, network, AllocationId, InstanceId, PrivateIpAddress };
  };

  it('shows the address Unassociating with what it was on, and then Available', async () => {
    const { account, network, AllocationId, InstanceId, PrivateIpAddress } = await setUp();
    const answer = await account.ok('Vpc', 'UnassociateEipAddress', {
      RegionId,
      AllocationId,
      InstanceId,
      InstanceType,
      PrivateIpAddress,
      Force: true,
    });
    expect(Object.keys(answer)).toEqual(['RequestId']);
    expect(await describeEip(account, AllocationId)).toMatchObject({ Status: 'Unassociating', InstanceId });
    await localyun.advance(500);
    const free = await describeEip(account, AllocationId);
    expect(free).toMatchObject({ Status: 'Available', InstanceId: '', InstanceType: '', InstanceRegionId: '' });
    expect(free).not.toHaveProperty('PrivateIpAddress');
    const eni = await account.describeNetworkInterface(network, InstanceId);
    expect(eni?.AssociatedPublicIp).toEqual({});
    expect(eni?.PrivateIpSets.PrivateIpSet[0].AssociatedPublicIp).toEqual({});
  });

  it('needs nothing but the id, as clean-up tools call it', async () => {
    const { account, AllocationId } = await setUp();
    await account.ok('Vpc', 'UnassociateEipAddress', { AllocationId });
    await localyun.advance(500);
    expect((await describeEip(account, AllocationId)).Status).toBe('Available');
  });

  it('lets an address that is on its way only be looked at', async () => {
    const { account, network, AllocationId, InstanceId } = await setUp();
    await account.ok('Vpc', 'UnassociateEipAddress', { RegionId, AllocationId });
    const wrongStatus = { status: 400, code: 'IncorrectEipStatus' };
    const eip = { RegionId, AllocationId };
    expect(await account.refused('Vpc', 'UnassociateEipAddress', eip)).toMatchObject(wrongStatus);
    expect(await account.refused('Vpc', 'ReleaseEipAddress', eip)).toMatchObject(wrongStatus);
    expect(await account.refused('Vpc', 'ModifyEipAddressAttribute', { ...eip, Name: 'x' })).toMatchObject(wrongStatus);
    const other = await account.createNetworkInterface(network);
    const elsewhere = { ...eip, InstanceType, InstanceId: other.NetworkInterfaceId };
    expect(await account.refused('Vpc', 'AssociateEipAddress', elsewhere)).toMatchObject(wrongStatus);
    // Its private address is taken until then.
    const second = await account.ok('Vpc', 'AllocateEipAddress', { RegionId });
    const same = { RegionId, AllocationId: second.AllocationId, InstanceId, InstanceType };
    expect(await account.refused('Vpc', 'AssociateEipAddress', same)).toMatchObject({
      code: 'InvalidAssociation.Duplicated',
    });
    await localyun.advance(500);
    await account.ok('Vpc', 'AssociateEipAddress', same);
    await account.ok('Vpc', 'AssociateEipAddress', elsewhere);
  });

  it('is set going again by a repeated call when it is stuck', async () => {
    const { account, AllocationId } = await setUp();
    await localyun.server.levers.failTransition({
      resourceType: 'eip',
      kind: 'unassociate',
      resourceId: AllocationId,
      outcome: 'stick',
      count: 1,
    });
    await account.ok('Vpc', 'UnassociateEipAddress', { RegionId, AllocationId });
    await localyun.advance(60_000);
    expect((await describeEip(account, AllocationId)).Status).toBe('Unassociating');
    await account.ok('Vpc', 'UnassociateEipAddress', { RegionId, AllocationId });
    await localyun.advance(500);
    expect((await describeEip(account, AllocationId)).Status).toBe('Available');
  });

  it('is over when the network interface is gone, and has no say in the next association', async () => {
    const { account, network, AllocationId, InstanceId } = await setUp();
    const other = await account.createNetworkInterface(network);
    await localyun.server.levers.failTransition({
      resourceType: 'eip',
      kind: 'unassociate',
      resourceId: AllocationId,
      outcome: 'stick',
      count: 1,
    });
    await account.ok('Vpc', 'UnassociateEipAddress', { RegionId, AllocationId });
    await account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId: InstanceId });
    await localyun.advance(5_000);
    expect(await describeEip(account, AllocationId)).toMatchObject({ Status: 'Available', InstanceId: '' });
    const anew = { RegionId, AllocationId, InstanceId: other.NetworkInterfaceId, InstanceType };
    await account.ok('Vpc', 'AssociateEipAddress', anew);
    await localyun.advance(60_000);
    expect((await describeEip(account, AllocationId)).Status).toBe('InUse');
    await account.ok('Vpc', 'UnassociateEipAddress', { RegionId, AllocationId });
    await localyun.advance(500);
    expect((await describeEip(account, AllocationId)).Status).toBe('Available');
  });

  it('is refused for a network interface that is being deleted: its end frees the address anyway', async () => {
    const { account, AllocationId, InstanceId } = await setUp();
    await account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId: InstanceId });
    const refusal = await account.refused('Vpc', 'UnassociateEipAddress', { RegionId, AllocationId });
    expect(refusal).toMatchObject({ status: 400, code: 'InvalidStatus.EniStatusNotSupport' });
    expect(refusal.message).toContain('Deleting');
    await localyun.advance(5_000);
    expect((await describeEip(account, AllocationId)).Status).toBe('Available');
  });

  it('refuses an unknown address, one of another account or region, and a free one', async () => {
    const { account, AllocationId } = await setUp();
    const stranger = localyun.account();
    const notFound = { status: 404, code: 'InvalidAllocationId.NotFound' };
    const refused = (by: TestAccount, parameters: Body) => by.refused('Vpc', 'UnassociateEipAddress', parameters);
    expect(await refused(account, { RegionId, AllocationId: 'eip-none' })).toMatchObject(notFound);
    expect(await refused(account, { RegionId: 'cn-beijing', AllocationId })).toMatchObject(notFound);
    expect(await refused(stranger, { RegionId, AllocationId })).toMatchObject(notFound);
    const idle = await account.ok('Vpc', 'AllocateEipAddress', { RegionId });
    const free = await refused(account, { RegionId, AllocationId: idle.AllocationId });
    expect(free).toMatchObject({ status: 400, code: 'IncorrectEipStatus' });
    expect(free.message).toContain('Available');
  });

  it.each([
    [{ InstanceId: 'eni-other' }, 'InvalidInstanceId.NotFound', 'eni-other'],
    [{ InstanceType: 'EcsInstance' }, 'InvalidInstanceId.NotFound', 'EcsInstance'],
    [{ InstanceType: 'Teapot' }, 'InvalidInstanceType.ValueNotSupported', 'Teapot'],
    [{ PrivateIpAddress: '10.9.9.9' }, 'InvalidInstanceId.NotFound', '10.9.9.9'],
  ])('refuses %j, which is not so, and changes nothing', async (wrong, code, named) => {
    const { account, AllocationId } = await setUp();
    const refusal = await account.refused('Vpc', 'UnassociateEipAddress', { RegionId, AllocationId, ...wrong });
    expect(refusal).toMatchObject({ status: 400, code });
    expect(refusal.message).toContain(named);
    expect((await describeEip(account, AllocationId)).Status).toBe('InUse');
  });

  it('waits for a network interface that is on its way', async () => {
    const { account, network, AllocationId, InstanceId } = await setUp();
    const instanceId = await account.runInstance(network);
    await account.ok('Ecs', 'AttachNetworkInterface', {
      RegionId,
      NetworkInterfaceId: InstanceId,
      InstanceId: instanceId,
    });
    expect(await account.refused('Vpc', 'UnassociateEipAddress', { RegionId, AllocationId })).toMatchObject({
      status: 400,
      code: 'InvalidStatus.EniStatusNotSupport',
    });
    await localyun.advance(5_000);
    await account.ok('Vpc', 'UnassociateEipAddress', { RegionId, AllocationId });
  });
});
