import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';

const localyun = startTestLocalyun();

async function setUp() {
  const account = localyun.account();
  const network = await account.network();
  const InstanceId = await account.runInstance(network);
  const { regionId: RegionId } = network;
  const instance = async (): Promise<Body> =>
    (await account.ok('Ecs', 'DescribeInstances', { RegionId })).Instances.Instance[0];
  const enis = async (): Promise<Body[]> => {
    const answer = await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId, InstanceId });
    return answer.NetworkInterfaceSets.NetworkInterfaceSet;
  };
  const wishToFail = (kind: string, outcome: 'fail' | 'stick') =>
    localyun.server.levers.failTransition({
      resourceType: 'instance',
      kind,
      resourceId: InstanceId,
      outcome,
      count: 1,
    });
  return { account, network, RegionId, InstanceId, instance, enis, wishToFail };
}

describe('stop, start and reboot', () => {
  it('go through Stopping to Stopped, and through Starting to Running', async () => {
    const { account, InstanceId, instance } = await setUp();
    expect(await instance()).toMatchObject({ Status: 'Running', StoppedMode: 'Not-applicable' });
    await account.ok('Ecs', 'StopInstance', { InstanceId, StoppedMode: 'StopCharging' });
    expect((await instance()).Status).toBe('Stopping');
    await localyun.advance(799);
    expect((await instance()).Status).toBe('Stopping');
    await localyun.advance(1);
    expect(await instance()).toMatchObject({ Status: 'Stopped', StoppedMode: 'StopCharging' });
    await account.ok('Ecs', 'StartInstance', { InstanceId });
    expect(await instance()).toMatchObject({ Status: 'Starting', StoppedMode: 'Not-applicable' });
    await localyun.advance(800);
    expect((await instance()).Status).toBe('Running');
    await account.ok('Ecs', 'RebootInstance', { InstanceId });
    expect((await instance()).Status).toBe('Starting');
    await localyun.advance(800);
    expect((await instance()).Status).toBe('Running');
  });

  it('stop without StoppedMode keeps charging', async () => {
    const { account, InstanceId, instance } = await setUp();
    await account.ok('Ecs', 'StopInstance', { InstanceId });
    await localyun.advance(800);
    expect(await instance()).toMatchObject({ Status: 'Stopped', StoppedMode: 'KeepCharging' });
  });

  it('ENI-159 leave attached interfaces InUse with the same addresses and MAC', async () => {
    const { account, network, RegionId, InstanceId, enis } = await setUp();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network, { SecondaryPrivateIpAddressCount: 2 });
    await account.ok('Ecs', 'AttachNetworkInterface', { RegionId, InstanceId, NetworkInterfaceId });
    await localyun.advance(2_000);
    const before = await enis();
    expect(before.map((eni) => eni.Status)).toEqual(['InUse', 'InUse']);
    for (const action of ['StopInstance', 'StartInstance', 'RebootInstance'] as const) {
      await account.ok('Ecs', action, { InstanceId });
      expect(await enis()).toEqual(before);
      await localyun.advance(1_000);
      expect(await enis()).toEqual(before);
    }
  });

  it('ENI-77 keep interfaces from being attached and detached while they are under way', async () => {
    const { account, network, RegionId, InstanceId, instance } = await setUp();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    const attach = { RegionId, InstanceId, NetworkInterfaceId };
    const seen: string[] = [];
    for (const action of ['StopInstance', 'StartInstance'] as const) {
      await account.ok('Ecs', action, { InstanceId });
      seen.push((await instance()).Status);
      expect(await account.refused('Ecs', 'AttachNetworkInterface', attach)).toMatchObject({
        status: 400,
        code: 'InvalidOperation.InvalidEcsState',
      });
      await localyun.advance(1_000);
    }
    expect(seen).toEqual(['Stopping', 'Starting']);
    await account.ok('Ecs', 'AttachNetworkInterface', attach);
  });

  it('ENI-77 keep interfaces from an instance that is Pending', async () => {
    const { account, network, RegionId } = await setUp();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    const { InstanceIdSets } = await account.ok('Ecs', 'RunInstances', {
      RegionId,
      InstanceType: 'ecs.g6.large',
      ImageId: 'm-1',
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
    });
    const attach = { RegionId, InstanceId: InstanceIdSets.InstanceIdSet[0], NetworkInterfaceId };
    const { code, message } = await account.refused('Ecs', 'AttachNetworkInterface', attach);
    expect(code).toBe('InvalidOperation.InvalidEcsState');
    expect(message).toContain('"Pending"');
  });

  it.each([
    ['StartInstance', 'Running'],
    ['StopInstance', 'Stopped'],
    ['RebootInstance', 'Stopped'],
  ])('%s is refused of an instance that is %s', async (action, status) => {
    const { account, InstanceId, instance } = await setUp();
    if (status === 'Stopped') {
      await account.ok('Ecs', 'StopInstance', { InstanceId });
      await localyun.advance(800);
    }
    const refusal = await account.refused('Ecs', action, { InstanceId });
    expect(refusal).toMatchObject({ status: 403, code: 'IncorrectInstanceStatus' });
    expect(refusal.message).toContain(`"${status}"`);
    expect((await instance()).Status).toBe(status);
  });

  it.each(['StartInstance', 'StopInstance', 'RebootInstance'])('%s finds no instance of others', async (action) => {
    const { account, InstanceId } = await setUp();
    const missing = { status: 404, code: 'InvalidInstanceId.NotFound' };
    expect(await localyun.account().refused('Ecs', action, { InstanceId })).toMatchObject(missing);
    expect(await account.refused('Ecs', action, { InstanceId, RegionId: 'cn-beijing' })).toMatchObject(missing);
    expect(await account.refused('Ecs', action, { InstanceId: 'i-unknown' })).toMatchObject(missing);
  });

  it('find an instance of any region when none is named', async () => {
    const account = localyun.account();
    const network = await account.network({ regionId: 'us-west-1', zoneId: 'us-west-1a' });
    const InstanceId = await account.runInstance(network);
    await account.ok('Ecs', 'StopInstance', { InstanceId });
    await localyun.advance(800);
    await account.ok('Ecs', 'StartInstance', { InstanceId });
  });

  it('change nothing in a dry run', async () => {
    const { account, InstanceId, instance } = await setUp();
    for (const action of ['StopInstance', 'RebootInstance'] as const) {
      expect(await account.refused('Ecs', action, { InstanceId, DryRun: true })).toMatchObject({
        status: 400,
        code: 'DryRunOperation',
      });
    }
    expect((await instance()).Status).toBe('Running');
  });

  it('a StoppedMode that is none is refused', async () => {
    const { account, InstanceId } = await setUp();
    expect(await account.refused('Ecs', 'StopInstance', { InstanceId, StoppedMode: 'Sleep' })).toMatchObject({
      status: 400,
      code: 'InvalidParameter',
    });
  });
});

describe('changes that go wrong', () => {
  it('a start that fails ends in Stopped', async () => {
    const { account, InstanceId, instance, wishToFail } = await setUp();
    await account.ok('Ecs', 'StopInstance', { InstanceId });
    await localyun.advance(800);
    await wishToFail('start', 'fail');
    await account.ok('Ecs', 'StartInstance', { InstanceId });
    await localyun.advance(800);
    expect((await instance()).Status).toBe('Stopped');
  });

  it('a stop that fails ends in Running', async () => {
    const { account, InstanceId, instance, wishToFail } = await setUp();
    await wishToFail('stop', 'fail');
    await account.ok('Ecs', 'StopInstance', { InstanceId });
    await localyun.advance(800);
    expect(await instance()).toMatchObject({ Status: 'Running', StoppedMode: 'Not-applicable' });
  });

  it('a stop that sticks goes on with ForceStop', async () => {
    const { account, InstanceId, instance, wishToFail } = await setUp();
    await wishToFail('stop', 'stick');
    await account.ok('Ecs', 'StopInstance', { InstanceId });
    await localyun.advance(60_000);
    expect((await instance()).Status).toBe('Stopping');
    expect(await account.refused('Ecs', 'StopInstance', { InstanceId })).toMatchObject({ status: 403 });
    await account.ok('Ecs', 'StopInstance', { InstanceId, ForceStop: true });
    await localyun.advance(800);
    expect((await instance()).Status).toBe('Stopped');
  });

  it('a creation that fails ends in Stopped, with its network interface', async () => {
    const { account, network, RegionId } = await setUp();
    await localyun.server.levers.failTransition({
      resourceType: 'instance',
      kind: 'create',
      accountId: account.accountId,
      outcome: 'fail',
      count: 1,
    });
    const id = await account.runInstance(network);
    const { InstanceStatuses } = await account.ok('Ecs', 'DescribeInstanceStatus', { RegionId, InstanceId: [id] });
    expect(InstanceStatuses.InstanceStatus).toEqual([{ InstanceId: id, Status: 'Stopped' }]);
    await account.ok('Ecs', 'StartInstance', { InstanceId: id });
  });
});
