import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';

const localyun = startTestLocalyun();
const attach = 'AttachNetworkInterface';
const long = 10_000;

/** An instance whose primary interface has 8 queues, and whose type gives an interface 8, at most 16, and 64 to all. */
async function setUp(entries: Parameters[] = []) {
  const account = localyun.account();
  const network = await account.network();
  const { regionId: RegionId } = network;
  const InstanceType = 'ecs.g6.4xlarge';
  const InstanceId = await account.runInstance(network, { InstanceType, NetworkInterface: entries });
  const create = async (more: Parameters = {}): Promise<string> =>
    (await account.createNetworkInterface(network, more)).NetworkInterfaceId;
  const item = (id: string) => account.describeNetworkInterface(network, id);
  const pair = (NetworkInterfaceId: string) => ({ RegionId, InstanceId, NetworkInterfaceId });
  const plug = async (id: string) => {
    await account.ok('Ecs', attach, pair(id));
    await localyun.advance(long);
    return id;
  };
  return { account, network, RegionId, InstanceId, InstanceType, create, item, pair, plug };
}

describe('the queues of an attached interface', () => {
  it('ENI-71 are absent while Available, the default of the type once InUse, what was set always', async () => {
    const { account, create, item, pair, plug } = await setUp();
    const id = await create();
    expect(await item(id)).not.toHaveProperty('QueueNumber');
    await plug(id);
    expect((await item(id))?.QueueNumber).toBe(8);
    await account.ok('Ecs', 'DetachNetworkInterface', pair(id));
    await localyun.advance(long);
    expect(await item(id)).not.toHaveProperty('QueueNumber');
    const set = await create({ QueueNumber: 3 });
    expect((await item(set))?.QueueNumber).toBe(3);
    expect((await item(await plug(set)))?.QueueNumber).toBe(3);
  });

  it('ENI-71 of a trunk are those of a secondary one', async () => {
    const account = localyun.account();
    const network = await account.network();
    const InstanceId = await account.runInstance(network, { InstanceType: 'ecs.g7.xlarge' });
    const { NetworkInterfaceId } = await account.createNetworkInterface(network, { InstanceType: 'Trunk' });
    await account.ok('Ecs', attach, { RegionId: network.regionId, InstanceId, NetworkInterfaceId });
    await localyun.advance(long);
    expect((await account.describeNetworkInterface(network, NetworkInterfaceId))?.QueueNumber).toBe(4);
  });

  it('ENI-145 are no more than the type gives one interface', async () => {
    const { account, create, item, pair, plug } = await setUp();
    const id = await create({ QueueNumber: 17 });
    const refused = await account.refused('Ecs', attach, pair(id));
    expect(refused).toMatchObject({ status: 403, code: 'InvalidOperation.MaxEniQueueNumberExceeded' });
    expect(refused.message).toContain('17');
    expect((await item(id))?.Status).toBe('Available');
    await plug(await create({ QueueNumber: 16 }));
  });

  it('ENI-145 are no more, together with those that are there, than the type gives all', async () => {
    const { account, create, item, pair, plug } = await setUp([{ QueueNumber: 16 }, { QueueNumber: 16 }]);
    await plug(await create({ QueueNumber: 16 }));
    const nine = await create({ QueueNumber: 9 });
    expect(await account.refused('Ecs', attach, pair(nine))).toMatchObject({
      status: 403,
      code: 'InvalidOperation.ExceedInstanceTypeQueueNumber',
      message: expect.stringContaining('65'),
    });
    await plug(await create({ QueueNumber: 8 }));
    // There is none left for an interface that takes the default either.
    const plain = await create();
    expect((await account.refused('Ecs', attach, pair(plain))).code).toBe(
      'InvalidOperation.ExceedInstanceTypeQueueNumber',
    );
    expect((await item(plain))?.Status).toBe('Available');
  });

  it.each<[Parameters[], string]>([
    [[{ QueueNumber: 17 }], 'InvalidOperation.MaxEniQueueNumberExceeded'],
    [Array.from({ length: 4 }, () => ({ QueueNumber: 16 })), 'InvalidOperation.ExceedInstanceTypeQueueNumber'],
  ])('ENI-145 hold for RunInstances with %j', async (NetworkInterface, code) => {
    const { account, network, RegionId, InstanceType } = await setUp();
    const refused = await account.refused('Ecs', 'RunInstances', {
      RegionId,
      InstanceType,
      ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
      NetworkInterface,
    });
    expect(refused).toMatchObject({ status: 403, code });
  });

  it('ENI-145 hold for existing interfaces of RunInstances together with new ones', async () => {
    const { account, network, RegionId, InstanceType, create, item } = await setUp();
    const NetworkInterfaceId = await create({ QueueNumber: 16 });
    const run = (count: number) => ({
      RegionId,
      InstanceType,
      ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
      NetworkInterface: [{ NetworkInterfaceId }, ...Array.from({ length: count }, () => ({ QueueNumber: 16 }))],
    });
    expect(await account.refused('Ecs', 'RunInstances', run(3))).toMatchObject({
      status: 403,
      code: 'InvalidOperation.ExceedInstanceTypeQueueNumber',
    });
    expect((await item(NetworkInterfaceId))?.Status).toBe('Available');
    await account.ok('Ecs', 'RunInstances', run(2));
    expect(await item(NetworkInterfaceId)).toMatchObject({ Status: 'InUse', QueueNumber: 16 });
  });
});
