import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';

const localyun = startTestLocalyun();

async function setUp() {
  const account = localyun.account();
  const network = await account.network();
  const { regionId: RegionId } = network;
  const instances = async (): Promise<Body[]> =>
    (await account.ok('Ecs', 'DescribeInstances', { RegionId })).Instances.Instance;
  const enis = async (): Promise<Body[]> =>
    (await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId })).NetworkInterfaceSets.NetworkInterfaceSet;
  const idle = async (): Promise<number> =>
    (await account.ok('Vpc', 'DescribeVSwitches', { RegionId })).VSwitches.VSwitch[0].AvailableIpAddressCount;
  const attached = async (InstanceId: string, overrides: object = {}): Promise<string> => {
    const { NetworkInterfaceId } = await account.createNetworkInterface(network, { ...overrides });
    await account.ok('Ecs', 'AttachNetworkInterface', { RegionId, InstanceId, NetworkInterfaceId });
    await localyun.advance(2_000);
    return NetworkInterfaceId;
  };
  return { account, network, RegionId, instances, enis, idle, attached };
}

describe('the release of an instance', () => {
  it('ENI-156 takes the primary interface with it and frees its addresses and groups', async () => {
    const { account, network, RegionId, instances, enis, idle } = await setUp();
    const before = await idle();
    const InstanceId = await account.runInstance(network, { Tag: [{ Key: 'a', Value: 'b' }] });
    expect(await idle()).toBe(before - 1);
    await account.ok('Ecs', 'DeleteInstance', { RegionId, InstanceId, Force: true });
    expect((await instances())[0]).toMatchObject({ InstanceId, Status: 'Stopping' });
    expect(await enis()).toHaveLength(1);
    await localyun.advance(499);
    expect(await instances()).toHaveLength(1);
    await localyun.advance(1);
    expect(await instances()).toEqual([]);
    expect(await enis()).toEqual([]);
    expect(await idle()).toBe(before);
    const tagged = { RegionId, ResourceType: 'instance', ResourceId: [InstanceId] };
    const { TagResources } = await account.ok('Ecs', 'ListTagResources', tagged);
    expect(TagResources.TagResource).toEqual([]);
    await account.ok('Ecs', 'DeleteSecurityGroup', { RegionId, SecurityGroupId: network.securityGroupId });
  });

  it('ENI-157 takes attached interfaces with DeleteOnRelease with it and turns the others Available', async () => {
    const { account, network, RegionId, enis, idle, attached } = await setUp();
    const before = await idle();
    const InstanceId = await account.runInstance(network, { InstanceType: 'ecs.g6.4xlarge' });
    await attached(InstanceId, { DeleteOnRelease: true });
    const kept = await attached(InstanceId, { DeleteOnRelease: false, SecondaryPrivateIpAddressCount: 2 });
    await account.ok('Ecs', 'DeleteInstance', { RegionId, InstanceId, Force: true });
    await localyun.advance(1_000);
    const left = await enis();
    expect(left).toHaveLength(1);
    expect(left[0]).toMatchObject({ NetworkInterfaceId: kept, Status: 'Available', InstanceId: '' });
    expect(left[0]?.PrivateIpSets.PrivateIpSet).toHaveLength(3);
    expect(await idle()).toBe(before - 3);
    await account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId: kept });
    await localyun.advance(2_000);
    expect(await idle()).toBe(before);
  });

  it('ENI-157 gives back the quota of the interfaces that go with it', async () => {
    const { account, network, RegionId, attached } = await setUp();
    await localyun.server.levers.seed({
      accounts: [{ accessKeyId: account.accessKeyId, quotas: { 'network-interfaces': 1 } }],
    });
    const InstanceId = await account.runInstance(network);
    await attached(InstanceId);
    await account.ok('Ecs', 'DeleteInstance', { RegionId, InstanceId, Force: true });
    await localyun.advance(1_000);
    await account.createNetworkInterface(network);
  });

  it('ENI-158 leaves alone what was detached before', async () => {
    const { account, network, RegionId, enis, attached } = await setUp();
    const InstanceId = await account.runInstance(network);
    const NetworkInterfaceId = await attached(InstanceId);
    await account.ok('Ecs', 'DetachNetworkInterface', { RegionId, InstanceId, NetworkInterfaceId });
    await localyun.advance(2_000);
    await account.ok('Ecs', 'DeleteInstance', { RegionId, InstanceId, Force: true });
    await localyun.advance(1_000);
    expect(await enis()).toMatchObject([{ NetworkInterfaceId, Status: 'Available' }]);
  });

  it.each(['Attach', 'Detach'])('leaves an interface Available that it catches in the middle of %sing', async (way) => {
    const { account, network, RegionId, enis, attached } = await setUp();
    const InstanceId = await account.runInstance(network);
    let NetworkInterfaceId: string;
    if (way === 'Attach') {
      ({ NetworkInterfaceId } = await account.createNetworkInterface(network));
      await account.ok('Ecs', 'AttachNetworkInterface', { RegionId, InstanceId, NetworkInterfaceId });
    } else {
      NetworkInterfaceId = await attached(InstanceId);
      await account.ok('Ecs', 'DetachNetworkInterface', { RegionId, InstanceId, NetworkInterfaceId });
    }
    await account.ok('Ecs', 'DeleteInstance', { RegionId, InstanceId, Force: true });
    for (const milliseconds of [500, 5_000]) {
      await localyun.advance(milliseconds);
      expect(await enis()).toMatchObject([{ NetworkInterfaceId, Status: 'Available', InstanceId: '' }]);
    }
    await account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId });
  });

  it('does not attach or detach anything while it is under way', async () => {
    const { account, network, RegionId, attached } = await setUp();
    const InstanceId = await account.runInstance(network);
    const there = await attached(InstanceId);
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    await account.ok('Ecs', 'DeleteInstance', { RegionId, InstanceId, Force: true });
    const wrong = { status: 400, code: 'InvalidOperation.InvalidEcsState' };
    const attach = { RegionId, InstanceId, NetworkInterfaceId };
    expect(await account.refused('Ecs', 'AttachNetworkInterface', attach)).toMatchObject(wrong);
    const detach = { RegionId, InstanceId, NetworkInterfaceId: there };
    expect(await account.refused('Ecs', 'DetachNetworkInterface', detach)).toMatchObject(wrong);
  });

  it('ends although it is asked for again and again', async () => {
    const { account, network, RegionId, instances } = await setUp();
    const InstanceId = await account.runInstance(network);
    for (let asked = 0; asked < 3; asked += 1) {
      await account.ok('Ecs', 'DeleteInstance', { RegionId, InstanceId, Force: true });
      await localyun.advance(200);
    }
    expect(await instances()).toEqual([]);
    expect(await account.refused('Ecs', 'DeleteInstance', { RegionId, InstanceId, Force: true })).toMatchObject({
      status: 404,
      code: 'InvalidInstanceId.NotFound',
    });
  });

  it('that sticks goes on when it is asked for again', async () => {
    const { account, network, RegionId, instances } = await setUp();
    const InstanceId = await account.runInstance(network);
    await localyun.server.levers.failTransition({
      resourceType: 'instance',
      kind: 'release',
      resourceId: InstanceId,
      outcome: 'stick',
      count: 1,
    });
    await account.ok('Ecs', 'DeleteInstance', { RegionId, InstanceId, Force: true });
    await localyun.advance(60_000);
    expect((await instances())[0]?.Status).toBe('Stopping');
    await account.ok('Ecs', 'DeleteInstance', { RegionId, InstanceId });
    await localyun.advance(500);
    expect(await instances()).toEqual([]);
  });

  it('that fails leaves a stopped instance', async () => {
    const { account, network, RegionId, instances, enis } = await setUp();
    const InstanceId = await account.runInstance(network);
    await localyun.server.levers.failTransition({
      resourceType: 'instance',
      kind: 'release',
      resourceId: InstanceId,
      outcome: 'fail',
      count: 1,
    });
    await account.ok('Ecs', 'DeleteInstance', { RegionId, InstanceId, Force: true });
    await localyun.advance(500);
    expect((await instances())[0]?.Status).toBe('Stopped');
    expect(await enis()).toMatchObject([{ Type: 'Primary', Status: 'InUse' }]);
    await account.ok('Ecs', 'StartInstance', { RegionId, InstanceId });
  });
});

describe('what DeleteInstance asks for', () => {
  it('a stopped instance, or Force', async () => {
    const { account, network, RegionId, instances } = await setUp();
    const InstanceId = await account.runInstance(network);
    expect(await account.refused('Ecs', 'DeleteInstance', { RegionId, InstanceId })).toMatchObject({
      status: 403,
      code: 'IncorrectInstanceStatus',
    });
    await account.ok('Ecs', 'StopInstance', { RegionId, InstanceId });
    expect(await account.refused('Ecs', 'DeleteInstance', { RegionId, InstanceId })).toMatchObject({ status: 403 });
    await localyun.advance(800);
    await account.ok('Ecs', 'DeleteInstance', { RegionId, InstanceId });
    await localyun.advance(500);
    expect(await instances()).toEqual([]);
  });

  it('of an instance that is being created, Force', async () => {
    const { account, network, RegionId, instances } = await setUp();
    const { InstanceIdSets } = await account.ok('Ecs', 'RunInstances', {
      RegionId,
      InstanceType: 'ecs.g6.large',
      ImageId: 'm-1',
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
    });
    const [InstanceId] = InstanceIdSets.InstanceIdSet;
    expect(await account.refused('Ecs', 'DeleteInstance', { RegionId, InstanceId })).toMatchObject({
      status: 403,
      code: 'IncorrectInstanceStatus.Initializing',
    });
    await account.ok('Ecs', 'DeleteInstance', { RegionId, InstanceId, Force: true });
    await localyun.advance(5_000);
    expect(await instances()).toEqual([]);
  });

  it('no DeletionProtection', async () => {
    const { account, network, RegionId } = await setUp();
    const InstanceId = await account.runInstance(network, { DeletionProtection: true });
    expect(await account.refused('Ecs', 'DeleteInstance', { RegionId, InstanceId, Force: true })).toMatchObject({
      status: 403,
      code: 'InvalidOperation.DeletionProtection',
    });
  });

  it('of a subscription that it has expired, and TerminateSubscription', async () => {
    const { account, network, RegionId } = await setUp();
    const InstanceId = await account.runInstance(network, {
      InstanceChargeType: 'PrePaid',
      Period: 1,
      PeriodUnit: 'Week',
    });
    const terminate = { RegionId, InstanceId, Force: true, TerminateSubscription: true };
    const refusal = { status: 403, code: 'ChargeTypeViolation' };
    expect(await account.refused('Ecs', 'DeleteInstance', terminate)).toMatchObject(refusal);
    await localyun.advance(7 * 24 * 60 * 60 * 1000);
    const unsaid = { RegionId, InstanceId, Force: true };
    expect(await account.refused('Ecs', 'DeleteInstance', unsaid)).toMatchObject(refusal);
    await account.ok('Ecs', 'DeleteInstance', terminate);
  });

  it('an instance of the account, in the region if one is named', async () => {
    const { account, network } = await setUp();
    const InstanceId = await account.runInstance(network);
    const missing = { status: 404, code: 'InvalidInstanceId.NotFound' };
    const other = localyun.account();
    expect(await other.refused('Ecs', 'DeleteInstance', { InstanceId, Force: true })).toMatchObject(missing);
    const elsewhere = { RegionId: 'cn-beijing', InstanceId, Force: true };
    expect(await account.refused('Ecs', 'DeleteInstance', elsewhere)).toMatchObject(missing);
    await account.ok('Ecs', 'DeleteInstance', { InstanceId, Force: true });
  });

  it('an InstanceId', async () => {
    const { account } = await setUp();
    expect(await account.refused('Ecs', 'DeleteInstance', {})).toMatchObject({ status: 400, code: 'MissingParameter' });
    expect(await account.refused('Ecs', 'DeleteInstance', { InstanceId: 'web-1' })).toMatchObject({
      status: 404,
      code: 'InvalidInstanceId.NotFound',
    });
  });

  it('in a dry run the same, and nothing is released', async () => {
    const { account, network, instances } = await setUp();
    const InstanceId = await account.runInstance(network);
    expect(await account.refused('Ecs', 'DeleteInstance', { InstanceId, DryRun: true })).toMatchObject({
      code: 'IncorrectInstanceStatus',
    });
    expect(await account.refused('Ecs', 'DeleteInstance', { InstanceId, DryRun: true, Force: true })).toMatchObject({
      status: 400,
      code: 'DryRunOperation',
    });
    await localyun.advance(5_000);
    expect((await instances())[0]?.Status).toBe('Running');
  });
});
