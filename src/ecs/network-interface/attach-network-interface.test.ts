import { describe, expect, it } from 'vitest';
import { failNext } from '../../../test/support/fail-next.ts';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';

const localyun = startTestLocalyun();
const attach = 'AttachNetworkInterface';
const detach = 'DetachNetworkInterface';
const long = 10_000;

async function setUp() {
  const account = localyun.account();
  const network = await account.network();
  const { NetworkInterfaceId: id } = await account.createNetworkInterface(network);
  const instanceId = await account.runInstance(network);
  const pair: Parameters = { RegionId: network.regionId, NetworkInterfaceId: id, InstanceId: instanceId };
  const item = () => account.describeNetworkInterface(network, id);
  const attached = async () => {
    await account.ok('Ecs', attach, pair);
    await localyun.advance(long);
  };
  const primary = async () => {
    const answer = await account.ok('Ecs', 'DescribeNetworkInterfaces', {
      RegionId: network.regionId,
      InstanceId: instanceId,
      Type: 'Primary',
    });
    return answer.NetworkInterfaceSets.NetworkInterfaceSet[0].NetworkInterfaceId as string;
  };
  return { account, network, id, instanceId, pair, item, attached, primary };
}

describe('AttachNetworkInterface', () => {
  it('ENI-75 Attaching at once, InUse in the end, to a Running and to a Stopped instance', async () => {
    const { account, pair, item, instanceId } = await setUp();
    expect(Object.keys(await account.ok('Ecs', attach, pair))).toEqual(['RequestId']);
    expect(await item()).toMatchObject({ Status: 'Attaching', InstanceId: instanceId });
    await localyun.advance(long);
    expect(await item()).toMatchObject({ Status: 'InUse', InstanceId: instanceId });
    await account.ok('Ecs', detach, pair);
    await account.ok('Ecs', 'StopInstance', { InstanceId: instanceId });
    await localyun.advance(long);
    await account.ok('Ecs', attach, pair);
    await localyun.advance(long);
    expect((await item())?.Status).toBe('InUse');
  });

  it('ENI-76 an interface that is not Available', async () => {
    const { account, pair, attached } = await setUp();
    await attached();
    const refused = await account.refused('Ecs', attach, pair);
    expect(refused).toMatchObject({ status: 400, code: 'InvalidOperation.InvalidEniState' });
    expect(refused.message).toContain('"Available" while current status is "InUse"');
  });

  it('ENI-77 an instance that is Pending, Starting or Stopping', async () => {
    const { account, network, id, item } = await setUp();
    const { InstanceIdSets } = await account.ok('Ecs', 'RunInstances', {
      RegionId: network.regionId,
      InstanceType: 'ecs.g6.xlarge',
      ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
    });
    const InstanceId = InstanceIdSets.InstanceIdSet[0];
    const refusedIn = async (state: string) => {
      const refused = await account.refused('Ecs', attach, {
        RegionId: network.regionId,
        NetworkInterfaceId: id,
        InstanceId,
      });
      expect(refused).toMatchObject({ status: 400, code: 'InvalidOperation.InvalidEcsState' });
      expect(refused.message).toContain(`current status is "${state}"`);
    };
    await refusedIn('Pending');
    await localyun.advance(long);
    await account.ok('Ecs', 'StopInstance', { InstanceId });
    await refusedIn('Stopping');
    await localyun.advance(long);
    await account.ok('Ecs', 'StartInstance', { InstanceId });
    await refusedIn('Starting');
    expect((await item())?.Status).toBe('Available');
  });

  it('ENI-78 the types that take interfaces only while stopped', async () => {
    const { account, network, id, item } = await setUp();
    const InstanceId = await account.runInstance(network, { InstanceType: 'ecs.t6-c1m1.large' });
    const target = { RegionId: network.regionId, NetworkInterfaceId: id, InstanceId };
    const running = await account.refused('Ecs', attach, target);
    expect(running).toMatchObject({ status: 400, code: 'InvalidOperation.InvalidEcsState' });
    await account.ok('Ecs', 'StopInstance', { InstanceId });
    await localyun.advance(long);
    await account.ok('Ecs', attach, target);
    await localyun.advance(long);
    await account.ok('Ecs', 'StartInstance', { InstanceId });
    await localyun.advance(long);
    expect(await account.refused('Ecs', detach, target)).toMatchObject({
      status: 403,
      code: 'InvalidOperation.HotPlugNotSupport',
    });
    await account.ok('Ecs', 'StopInstance', { InstanceId });
    await localyun.advance(long);
    await account.ok('Ecs', detach, target);
    await localyun.advance(long);
    expect((await item())?.Status).toBe('Available');
  });

  it('ENI-79 unknown, missing and malformed ids', async () => {
    const { account, pair } = await setUp();
    const refusedWith = (parameters: Parameters) => account.refused('Ecs', attach, { ...pair, ...parameters });
    expect(await refusedWith({ InstanceId: 'i-unknown' })).toMatchObject({
      status: 404,
      code: 'InvalidEcsId.NotFound',
    });
    const noEni = await refusedWith({ NetworkInterfaceId: 'eni-unknown' });
    expect(noEni).toMatchObject({ status: 404, code: 'InvalidEniId.NotFound' });
    expect(await refusedWith({ InstanceId: '' })).toMatchObject({ status: 400, code: 'MissingParameter' });
    expect(await refusedWith({ InstanceId: 'x' })).toMatchObject({ status: 400, code: 'InvalidInstanceID.Malformed' });
  });

  it('ENI-80 another zone, another VPC; another vSwitch of the zone is fine', async () => {
    const { account, network, pair, item } = await setUp();
    const otherZone = await account.vSwitch(network, { zoneId: 'cn-hangzhou-i', cidrBlock: '192.168.1.0/24' });
    const far = await account.createNetworkInterface(network, { VSwitchId: otherZone });
    const refused = await account.refused('Ecs', attach, { ...pair, NetworkInterfaceId: far.NetworkInterfaceId });
    expect(refused).toMatchObject({ status: 403, code: 'InvalidOperation.AvailabilityZoneMismatch' });
    const elsewhere = await account.network();
    const foreign = await account.createNetworkInterface(elsewhere);
    const mismatch = await account.refused('Ecs', attach, { ...pair, NetworkInterfaceId: foreign.NetworkInterfaceId });
    expect(mismatch).toMatchObject({ status: 403, code: 'InvalidOperation.VpcMismatch' });
    const sameZone = await account.vSwitch(network, { zoneId: network.zoneId, cidrBlock: '192.168.2.0/24' });
    const near = await account.createNetworkInterface(network, { VSwitchId: sameZone });
    await account.ok('Ecs', attach, { ...pair, NetworkInterfaceId: near.NetworkInterfaceId });
    expect((await item())?.Status).toBe('Available');
  });

  it('ENI-81 more interfaces than the type allows, counting the primary and those on their way', async () => {
    const { account, network, pair } = await setUp();
    await account.ok('Ecs', attach, pair);
    const second = await account.createNetworkInterface(network);
    await account.ok('Ecs', attach, { ...pair, NetworkInterfaceId: second.NetworkInterfaceId });
    const third = await account.createNetworkInterface(network);
    const refused = await account.refused('Ecs', attach, { ...pair, NetworkInterfaceId: third.NetworkInterfaceId });
    expect(refused).toMatchObject({ status: 403, code: 'EniPerInstanceLimitExceeded' });
  });

  it('ENI-82 more addresses than the type allows', async () => {
    const { account, network, pair } = await setUp();
    const many = await account.createNetworkInterface(network, { SecondaryPrivateIpAddressCount: 10 });
    const refused = await account.refused('Ecs', attach, { ...pair, NetworkInterfaceId: many.NetworkInterfaceId });
    expect(refused).toMatchObject({ status: 403, code: 'InvalidOperation.Ipv4CountExceeded' });
    const just = await account.createNetworkInterface(network, { SecondaryPrivateIpAddressCount: 9 });
    await account.ok('Ecs', attach, { ...pair, NetworkInterfaceId: just.NetworkInterfaceId });
  });

  it('ENI-83 a primary interface', async () => {
    const { account, pair, primary } = await setUp();
    const refused = await account.refused('Ecs', attach, { ...pair, NetworkInterfaceId: await primary() });
    expect(refused).toMatchObject({ status: 403, code: 'InvalidOperation.InvalidEniType' });
  });

  it('ENI-84 a service-managed interface', async () => {
    const { account, id, pair } = await setUp();
    await localyun.server.levers.fixNetworkInterface(id, { serviceId: 1 });
    const refused = await account.refused('Ecs', attach, pair);
    expect(refused).toMatchObject({ status: 403, code: 'InvalidOperation.EniServiceManaged' });
  });

  it('ENI-85 of two attaches at once exactly one wins', async () => {
    const { account, network, pair } = await setUp();
    const other = await account.runInstance(network);
    for (let round = 0; round < 5; round += 1) {
      const { NetworkInterfaceId } = await account.createNetworkInterface(network);
      const answers = await Promise.all(
        [pair.InstanceId, other].map((InstanceId) =>
          account.call('Ecs', attach, { ...pair, NetworkInterfaceId, InstanceId }),
        ),
      );
      expect(answers.map((answer) => answer.status).sort()).toEqual([200, 400]);
      const lost = answers.find((answer) => answer.status === 400);
      expect(JSON.parse(lost?.text ?? '').Code).toBe('InvalidOperation.InvalidEniState');
      const winner = answers[0]?.status === 200 ? pair.InstanceId : other;
      await localyun.advance(long);
      await account.ok('Ecs', detach, { ...pair, NetworkInterfaceId, InstanceId: winner });
      await localyun.advance(long);
    }
  });

  it('ENI-86 nothing of the interface changes, and another instance can have it next', async () => {
    const { account, network, pair, item, attached } = await setUp();
    const before = await item();
    await attached();
    await account.ok('Ecs', detach, pair);
    await localyun.advance(long);
    expect(await item()).toEqual(before);
    const InstanceId = await account.runInstance(network);
    await account.ok('Ecs', attach, { ...pair, InstanceId });
    await localyun.advance(long);
    expect(await item()).toMatchObject({ MacAddress: before?.MacAddress, InstanceId, Status: 'InUse' });
  });

  it('ENI-88 a network card index on a type without network cards', async () => {
    const { account, pair, item } = await setUp();
    const refused = await account.refused('Ecs', attach, { ...pair, NetworkCardIndex: 0 });
    expect(refused).toMatchObject({ status: 400, code: 'InvalidParameter.NetworkCardIndexInvalid' });
    expect((await item())?.Status).toBe('Available');
  });

  it('ENI-89 an attachment that fails ends Available', async () => {
    const { account, id, pair, item } = await setUp();
    await failNext(localyun, 'attach', id, 'fail');
    await account.ok('Ecs', attach, pair);
    expect((await item())?.Status).toBe('Attaching');
    await localyun.advance(long);
    expect(await item()).toMatchObject({ Status: 'Available', InstanceId: '' });
  });

  it('ENI-90 DescribeInstances lists the interface afterwards', async () => {
    const { account, network, id, instanceId, attached } = await setUp();
    await attached();
    const { Instances } = await account.ok('Ecs', 'DescribeInstances', {
      RegionId: network.regionId,
      InstanceIds: JSON.stringify([instanceId]),
    });
    const interfaces = Instances.Instance[0].NetworkInterfaces.NetworkInterface;
    expect(interfaces).toHaveLength(2);
    expect(interfaces.map((one: { NetworkInterfaceId: string }) => one.NetworkInterfaceId)).toContain(id);
  });
});

describe('DetachNetworkInterface', () => {
  it('ENI-92 Detaching, then Available with no instance', async () => {
    const { account, pair, item, attached } = await setUp();
    await attached();
    expect(Object.keys(await account.ok('Ecs', detach, pair))).toEqual(['RequestId']);
    expect((await item())?.Status).toBe('Detaching');
    await localyun.advance(long);
    expect(await item()).toMatchObject({ Status: 'Available', InstanceId: '' });
  });

  it('ENI-93 again while Detaching', async () => {
    const { account, pair, attached } = await setUp();
    await attached();
    await account.ok('Ecs', detach, pair);
    await account.ok('Ecs', detach, pair);
  });

  it('ENI-94 an Available interface', async () => {
    const { account, pair } = await setUp();
    const refused = await account.refused('Ecs', detach, pair);
    expect(refused).toMatchObject({ status: 400, code: 'InvalidOperation.InvalidEniState' });
  });

  it('ENI-95 a primary interface', async () => {
    const { account, pair, primary } = await setUp();
    const refused = await account.refused('Ecs', detach, { ...pair, NetworkInterfaceId: await primary() });
    expect(refused).toMatchObject({ status: 400, code: 'InvalidOperation.DetachPrimaryEniNotAllowed' });
  });

  it('ENI-96 from an instance it is not attached to', async () => {
    const { account, network, pair, item, attached } = await setUp();
    await attached();
    const InstanceId = await account.runInstance(network);
    const refused = await account.refused('Ecs', detach, { ...pair, InstanceId });
    expect(refused).toMatchObject({ status: 400, code: 'InvalidParameter.EniNotBelongEcs' });
    expect((await item())?.Status).toBe('InUse');
  });

  it('ENI-97 unknown ids', async () => {
    const { account, pair, attached } = await setUp();
    await attached();
    const noInstance = await account.refused('Ecs', detach, { ...pair, InstanceId: 'i-unknown' });
    expect(noInstance).toMatchObject({ status: 404, code: 'InvalidEcsId.NotFound' });
    const noInterface = await account.refused('Ecs', detach, { ...pair, NetworkInterfaceId: 'eni-unknown' });
    expect(noInterface).toMatchObject({ status: 404, code: 'InvalidEniId.NotFound' });
  });

  it('ENI-98 from an instance that is neither Running nor Stopped', async () => {
    const { account, pair, instanceId, attached } = await setUp();
    await attached();
    await account.ok('Ecs', 'StopInstance', { InstanceId: instanceId });
    const refused = await account.refused('Ecs', detach, pair);
    expect(refused).toMatchObject({ status: 400, code: 'InvalidOperation.InvalidEcsState' });
  });

  it('ENI-101 a detachment that sticks stays Detaching until it is asked for again', async () => {
    const { account, id, pair, item, attached } = await setUp();
    await attached();
    await failNext(localyun, 'detach', id, 'stick');
    await account.ok('Ecs', detach, pair);
    await localyun.advance(24 * 60 * 60 * 1000);
    expect((await item())?.Status).toBe('Detaching');
    await account.ok('Ecs', detach, pair);
    await localyun.advance(long);
    expect((await item())?.Status).toBe('Available');
  });

  it('ENI-101 a detachment that fails leaves it InUse where it was', async () => {
    const { account, id, pair, item, attached } = await setUp();
    await attached();
    const before = await item();
    await failNext(localyun, 'detach', id, 'fail');
    await account.ok('Ecs', detach, pair);
    await localyun.advance(long);
    expect(await item()).toEqual(before);
    expect(before?.Status).toBe('InUse');
  });
});
