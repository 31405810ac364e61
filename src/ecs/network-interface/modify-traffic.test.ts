import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { ipv6Network } from './address.fixture.ts';
import { attachToNew, long, modificationScene, modify } from './modification.fixture.ts';
import { trunkScene } from './trunk-scene.fixture.ts';

const localyun = startTestLocalyun();
const setUp = () => modificationScene(localyun);

describe('queues in ModifyNetworkInterfaceAttribute', () => {
  it('ENI-145 need a stopped instance, and fit its type', async () => {
    const { account, network, id, ok, refused, item } = await setUp();
    // 4 queues an interface at most, and 4 in all, of which the primary one has 2.
    const InstanceType = 'ecs.gn6i-c4g1.xlarge';
    const { stop } = await attachToNew(localyun, { account, network, id }, { InstanceType });
    const running = await refused({ QueueNumber: 1 });
    expect(running).toMatchObject({ status: 403, code: 'InvalidOperation.InvalidEniState' });
    expect(running.message).toContain('"Running"');
    expect((await refused({ RxQueueSize: 8192, TxQueueSize: 8192 })).code).toBe('InvalidOperation.InvalidEniState');
    await ok({ Description: 'while it runs' });
    await stop();
    const tooMany = await refused({ QueueNumber: 5 });
    expect(tooMany).toMatchObject({ status: 403, code: 'InvalidOperation.MaxEniQueueNumberExceeded' });
    expect(tooMany.message).toContain(InstanceType);
    expect(await refused({ QueueNumber: 3 })).toMatchObject({
      status: 403,
      code: 'InvalidOperation.ExceedInstanceTypeQueueNumber',
    });
    await ok({ QueueNumber: 1 });
    expect((await item())?.QueueNumber).toBe(1);
  });

  it('what enhances the network has to be supported by the type', async () => {
    const { account, network, id, ok, refused } = await setUp();
    await ok({ EnhancedNetwork: { EnableRss: true } });
    await attachToNew(localyun, { account, network, id });
    expect(await refused({ EnhancedNetwork: { EnableRss: true } })).toMatchObject({
      status: 400,
      code: 'InvalidOperation.InstanceTypeNotSupportRss',
    });
  });
});

describe('the traffic mode in ModifyNetworkInterfaceAttribute', () => {
  const highPerformance = { NetworkInterfaceTrafficMode: 'HighPerformance' };

  it('becomes HighPerformance for good, with a number of queue pairs', async () => {
    const { attribute, ok, refused } = await setUp();
    await ok({ NetworkInterfaceTrafficConfig: { ...highPerformance, QueuePairNumber: 2, QueueNumber: 3 } });
    expect((await attribute()).NetworkInterfaceTrafficConfig).toEqual({
      NetworkInterfaceTrafficMode: 'HighPerformance',
      QueuePairNumber: 2,
      QueueNumber: 3,
    });
    expect(await refused({ NetworkInterfaceTrafficConfig: { NetworkInterfaceTrafficMode: 'Standard' } })).toMatchObject(
      {
        status: 400,
        code: 'InvalidTrafficMode.ModifyToStandardNotSupported',
      },
    );
  });

  it('is not for trunks', async () => {
    const { account, network } = await setUp();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network, { InstanceType: 'Trunk' });
    const changes = { NetworkInterfaceTrafficConfig: highPerformance };
    expect(
      await account.refused('Ecs', modify, { RegionId: network.regionId, NetworkInterfaceId, ...changes }),
    ).toMatchObject({ status: 400, code: 'InvalidOperation.TrunkAttachmentMustEmpty' });
  });

  it('on an instance has to be supported by its type, once per interface the type allows', async () => {
    const plain = await setUp();
    const onPlain = await attachToNew(localyun, plain);
    await onPlain.stop();
    expect(await plain.refused({ NetworkInterfaceTrafficConfig: highPerformance })).toMatchObject({
      status: 400,
      code: 'InvalidOperation.InstanceTypeNotSupportHighPerformance',
    });

    const { account, network, id, ok, refused } = await setUp();
    // One interface of this mode with 2 queue pairs.
    const { stop, instanceId } = await attachToNew(
      localyun,
      { account, network, id },
      { InstanceType: 'ecs.g8a.xlarge' },
    );
    expect((await refused({ NetworkInterfaceTrafficConfig: highPerformance })).code).toBe(
      'InvalidOperation.InvalidEniState',
    );
    await stop();
    expect(await refused({ NetworkInterfaceTrafficConfig: { ...highPerformance, QueuePairNumber: 3 } })).toMatchObject({
      status: 400,
      code: 'InvalidOperation.MaxEniQueuePairNumberExceed',
    });
    await ok({ NetworkInterfaceTrafficConfig: { ...highPerformance, QueuePairNumber: 2 } });
    const { NetworkInterfaceId: second } = await account.createNetworkInterface(network);
    const target = { RegionId: network.regionId, NetworkInterfaceId: second };
    await account.ok('Ecs', 'AttachNetworkInterface', { ...target, InstanceId: instanceId });
    await localyun.advance(long);
    expect(
      await account.refused('Ecs', modify, { ...target, NetworkInterfaceTrafficConfig: highPerformance }),
    ).toMatchObject({ status: 400, code: 'InvalidOperation.HighPerformanceEniPerInstanceLimitExceeded' });
  });

  it('shares the queue pairs of the type', async () => {
    const { account, network, id, ok } = await setUp();
    // Two interfaces of this mode with 8 queue pairs together.
    const { stop, instanceId } = await attachToNew(
      localyun,
      { account, network, id },
      { InstanceType: 'ecs.g8a.4xlarge' },
    );
    await stop();
    await ok({ NetworkInterfaceTrafficConfig: { ...highPerformance, QueuePairNumber: 6 } });
    const { NetworkInterfaceId: second } = await account.createNetworkInterface(network);
    const target = { RegionId: network.regionId, NetworkInterfaceId: second };
    await account.ok('Ecs', 'AttachNetworkInterface', { ...target, InstanceId: instanceId });
    await localyun.advance(long);
    const pairs = (QueuePairNumber: number) => ({
      ...target,
      NetworkInterfaceTrafficConfig: { ...highPerformance, QueuePairNumber },
    });
    expect(await account.refused('Ecs', modify, pairs(3))).toMatchObject({
      status: 400,
      code: 'InvalidOperation.EniQueuePairNumberOverflow',
    });
    await account.ok('Ecs', modify, pairs(2));
  });

  it('is not for interfaces with IPv6', async () => {
    const account = localyun.account();
    const network = await ipv6Network(localyun, account);
    const { NetworkInterfaceId } = await account.createNetworkInterface(network, { Ipv6AddressCount: 1 });
    expect(
      await account.refused('Ecs', modify, {
        RegionId: network.regionId,
        NetworkInterfaceId,
        NetworkInterfaceTrafficConfig: highPerformance,
      }),
    ).toMatchObject({ status: 400, code: 'InvalidOperation.EniTrafficModeNotSupportIPv6' });
  });

  it('and queues are not for members of trunks', async () => {
    const { account, RegionId, InstanceId, member } = await trunkScene(localyun);
    const target = { RegionId, NetworkInterfaceId: await member() };
    await account.ok('Ecs', 'StopInstance', { InstanceId });
    await localyun.advance(long);
    expect(
      await account.refused('Ecs', modify, { ...target, NetworkInterfaceTrafficConfig: highPerformance }),
    ).toMatchObject({ status: 400, code: 'InvalidOperation.TrunkAttachmentMustEmpty' });
    expect(await account.refused('Ecs', modify, { ...target, QueueNumber: 1 })).toMatchObject({
      status: 400,
      code: 'InvalidOperation.NotSupportModifyQueueNumber',
    });
  });
});

describe('EnablePrimaryIPv6 in ModifyNetworkInterfaceAttribute', () => {
  it('makes the first IPv6 address the primary one, or no longer', async () => {
    const account = localyun.account();
    const network = await ipv6Network(localyun, account);
    const { NetworkInterfaceId: id } = await account.createNetworkInterface(network, { Ipv6AddressCount: 2 });
    const target = { RegionId: network.regionId, NetworkInterfaceId: id };
    const primaries = async () =>
      (await account.describeNetworkInterface(network, id))?.Ipv6Sets.Ipv6Set.map(
        (it: { Primary: boolean }) => it.Primary,
      );
    await account.ok('Ecs', modify, { ...target, EnablePrimaryIPv6: true });
    expect(await primaries()).toEqual([true, false]);
    await account.ok('Ecs', modify, { ...target, EnablePrimaryIPv6: false });
    expect(await primaries()).toEqual([false, false]);
  });
});
