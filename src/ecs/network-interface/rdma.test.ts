import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';

const localyun = startTestLocalyun();
const attach = 'AttachNetworkInterface';
const detach = 'DetachNetworkInterface';
const long = 10_000;
const HighPerformance = { NetworkInterfaceTrafficMode: 'HighPerformance' };
/** Up to 2 network interfaces of the RDMA mode, with 8 queue pairs together. */
const rdmaType = 'ecs.g8i.4xlarge';

async function setUp(InstanceType = rdmaType) {
  const account = localyun.account();
  const network = await account.network();
  const { regionId: RegionId } = network;
  const InstanceId = await account.runInstance(network, { InstanceType });
  const create = async (more: Parameters = {}): Promise<string> =>
    (await account.createNetworkInterface(network, more)).NetworkInterfaceId;
  const item = (id: string) => account.describeNetworkInterface(network, id);
  const pair = (id: string): Parameters => ({ RegionId, InstanceId, NetworkInterfaceId: id });
  const plug = async (id: string) => {
    await account.ok('Ecs', attach, pair(id));
    await localyun.advance(long);
    return id;
  };
  const stop = async () => {
    await account.ok('Ecs', 'StopInstance', { InstanceId });
    await localyun.advance(long);
  };
  const refusedCreation = (more: Parameters) =>
    account.refused('Ecs', 'CreateNetworkInterface', {
      RegionId,
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
      ...more,
    });
  return { account, network, RegionId, InstanceId, create, item, pair, plug, stop, refusedCreation };
}

describe('a network interface of the RDMA mode', () => {
  it('ENI-47 is made with either way of saying it, and Standard is the default', async () => {
    const { create, item } = await setUp();
    const shown = async (more: Parameters) => {
      const described = await item(await create(more));
      return [described?.NetworkInterfaceTrafficMode, described?.QueuePairNumber, described?.QueueNumber];
    };
    expect(await shown({})).toEqual(['Standard', undefined, undefined]);
    expect(await shown({ ...HighPerformance, QueuePairNumber: 3, QueueNumber: 4 })).toEqual(['HighPerformance', 3, 4]);
    expect(
      await shown({ NetworkInterfaceTrafficConfig: { ...HighPerformance, QueuePairNumber: 3, QueueNumber: 4 } }),
    ).toEqual(['HighPerformance', 3, 4]);
    expect(await shown({ NetworkInterfaceTrafficConfig: { QueueNumber: 4 } })).toEqual(['Standard', undefined, 4]);
  });

  it.each<[Parameters, number, string]>([
    [{ NetworkInterfaceTrafficMode: 'Fast' }, 400, 'InvalidParameter.EniTrafficMode'],
    [
      { NetworkInterfaceTrafficConfig: { NetworkInterfaceTrafficMode: 'Fast' } },
      400,
      'InvalidParameter.EniTrafficMode',
    ],
    [{ NetworkInterfaceTrafficConfig: { QueueNumber: 2049 } }, 403, 'InvalidParameter.InvalidEniQueueNumber'],
    [{ QueuePairNumber: 1 }, 400, 'InvalidParameter.QueuePairNumberMustEmpty'],
    [{ ...HighPerformance, QueuePairNumber: 0 }, 400, 'InvalidParameter.InvalidQueuePairNumber'],
    [{ QueueNumber: 2, NetworkInterfaceTrafficConfig: { QueueNumber: 2 } }, 400, 'InvalidParameter.Conflict'],
    [{ ...HighPerformance, NetworkInterfaceTrafficConfig: HighPerformance }, 400, 'InvalidParameter.Conflict'],
    [{ ...HighPerformance, Ipv6AddressCount: 1 }, 400, 'InvalidOperation.EniTrafficModeNotSupportIPv6'],
    [{ ...HighPerformance, Ipv6PrefixCount: 1 }, 400, 'InvalidOperation.EniTrafficModeNotSupportIPv6'],
    [{ ...HighPerformance, Ipv6Address: ['2001:db8::1'] }, 400, 'InvalidOperation.EniTrafficModeNotSupportIPv6'],
  ])('is not made from %j', async (parameters, status, code) => {
    const { refusedCreation } = await setUp();
    expect(await refusedCreation(parameters)).toMatchObject({ status, code });
  });

  it('is attached to a running instance of a type that supports it', async () => {
    const { create, item, plug, InstanceId } = await setUp();
    const id = await plug(await create({ ...HighPerformance, QueuePairNumber: 3 }));
    expect(await item(id)).toMatchObject({ ...HighPerformance, Status: 'InUse', InstanceId, QueuePairNumber: 3 });
  });

  it('is not attached to an instance of any other type', async () => {
    const { account, create, item, pair } = await setUp('ecs.g7.xlarge');
    const id = await create(HighPerformance);
    expect(await account.refused('Ecs', attach, pair(id))).toMatchObject({
      status: 400,
      code: 'InvalidOperation.InstanceTypeNotSupportHighPerformance',
      message: expect.stringContaining('ecs.g7.xlarge'),
    });
    expect((await item(id))?.Status).toBe('Available');
  });

  it('is one of so many of the type', async () => {
    const { account, create, plug, pair } = await setUp();
    await plug(await create({ ...HighPerformance, QueuePairNumber: 1 }));
    await plug(await create({ ...HighPerformance, QueuePairNumber: 1 }));
    const third = await create({ ...HighPerformance, QueuePairNumber: 1 });
    expect(await account.refused('Ecs', attach, pair(third))).toMatchObject({
      status: 400,
      code: 'InvalidOperation.HighPerformanceEniPerInstanceLimitExceeded',
      message: expect.stringContaining('allows 2'),
    });
    await plug(await create());
  });

  it('takes queue pairs of the instance, all of them where it names no number', async () => {
    const { account, create, plug, pair } = await setUp();
    expect(
      await account.refused('Ecs', attach, pair(await create({ ...HighPerformance, QueuePairNumber: 9 }))),
    ).toMatchObject({
      status: 400,
      code: 'InvalidOperation.MaxEniQueuePairNumberExceed',
    });
    await plug(await create({ ...HighPerformance, QueuePairNumber: 5 }));
    for (const QueuePairNumber of [4, undefined]) {
      const id = await create({ ...HighPerformance, QueuePairNumber });
      expect(await account.refused('Ecs', attach, pair(id))).toMatchObject({
        status: 400,
        code: 'InvalidOperation.EniQueuePairNumberOverflow',
      });
    }
    await plug(await create({ ...HighPerformance, QueuePairNumber: 3 }));
  });

  it('ENI-100 is not detached from a running instance, and is from a stopped one', async () => {
    const { account, create, item, plug, pair, stop } = await setUp();
    const id = await plug(await create(HighPerformance));
    expect(await account.refused('Ecs', detach, pair(id))).toMatchObject({
      status: 400,
      code: 'InvalidOperation.EniHotPlugNotSupported',
      message: expect.stringContaining(id),
    });
    expect((await item(id))?.Status).toBe('InUse');
    await stop();
    await account.ok('Ecs', detach, pair(id));
    await localyun.advance(long);
    expect(await item(id)).toMatchObject({ Status: 'Available', NetworkInterfaceTrafficMode: 'HighPerformance' });
  });

  it('is no member of a trunk', async () => {
    const { account, create, plug, pair } = await setUp();
    const TrunkNetworkInstanceId = await plug(await create({ InstanceType: 'Trunk' }));
    const parameters = { ...pair(await create(HighPerformance)), TrunkNetworkInstanceId };
    expect(await account.refused('Ecs', attach, parameters)).toMatchObject({
      status: 403,
      code: 'InvalidOperation.EniTypeNotSupportTrunking',
      message: expect.stringContaining('HighPerformance'),
    });
  });
});

describe('RunInstances with interfaces of the RDMA mode', () => {
  const run = async (NetworkInterface: Parameters[], InstanceType = rdmaType) => {
    const account = localyun.account();
    const network = await account.network();
    const parameters = {
      RegionId: network.regionId,
      ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
      InstanceType,
      NetworkInterface: NetworkInterface.map((entry) =>
        entry.InstanceType === 'Primary'
          ? { ...entry, VSwitchId: network.vSwitchId, SecurityGroupId: network.securityGroupId }
          : entry,
      ),
    };
    return { account, network, parameters };
  };

  it('makes the primary and secondary ones, which count for what is attached later', async () => {
    const { account, network, parameters } = await run([
      { InstanceType: 'Primary', ...HighPerformance, QueuePairNumber: 5 },
      { ...HighPerformance, QueuePairNumber: 2 },
    ]);
    const { InstanceIdSets } = await account.ok('Ecs', 'RunInstances', parameters);
    const [InstanceId] = InstanceIdSets.InstanceIdSet;
    await localyun.advance(long);
    const filters = { RegionId: network.regionId, InstanceId };
    const { NetworkInterfaceSets } = await account.ok('Ecs', 'DescribeNetworkInterfaces', filters);
    const shown = NetworkInterfaceSets.NetworkInterfaceSet.map((eni: Parameters) => [
      eni.Type,
      eni.NetworkInterfaceTrafficMode,
      eni.QueuePairNumber,
    ]);
    expect(shown).toEqual(
      expect.arrayContaining([
        ['Primary', 'HighPerformance', 5],
        ['Secondary', 'HighPerformance', 2],
      ]),
    );
    const made = await account.createNetworkInterface(network, HighPerformance);
    const pair = { ...filters, NetworkInterfaceId: made.NetworkInterfaceId };
    expect((await account.refused('Ecs', attach, pair)).code).toBe(
      'InvalidOperation.HighPerformanceEniPerInstanceLimitExceeded',
    );
  });

  it.each<[Parameters[], number, string]>([
    [
      [{ InstanceType: 'Primary' }, ...Array.from({ length: 3 }, () => ({ ...HighPerformance, QueuePairNumber: 1 }))],
      403,
      'InvalidOperation.HighPerformanceEniPerInstanceLimitExceeded',
    ],
    [
      [{ InstanceType: 'Primary' }, HighPerformance, HighPerformance],
      403,
      'InvalidOperation.EniQueuePairNumberOverflow',
    ],
    [
      [{ InstanceType: 'Primary', ...HighPerformance, QueuePairNumber: 9 }],
      403,
      'InvalidOperation.MaxEniQueuePairNumberExceed',
    ],
    [
      [{ InstanceType: 'Primary', ...HighPerformance, Ipv6AddressCount: 1 }],
      400,
      'InvalidOperation.EniTrafficModeNotSupportIPv6',
    ],
  ])('refuses %j', async (entries, status, code) => {
    const { account, parameters } = await run(entries);
    expect(await account.refused('Ecs', 'RunInstances', parameters)).toMatchObject({ status, code });
  });
});
