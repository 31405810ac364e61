import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { Body } from '../../../test/support/test-account.ts';

const localyun = startTestLocalyun();
const attach = 'AttachNetworkInterface';
const long = 10_000;
const twoCards = 'ecs.ebmgn8v.48xlarge';

async function setUp() {
  const account = localyun.account();
  const network = await account.network();
  const { regionId: RegionId } = network;
  const run = (InstanceType: string, more: Parameters = {}) => account.runInstance(network, { InstanceType, ...more });
  const create = async (more: Parameters = {}): Promise<string> =>
    (await account.createNetworkInterface(network, more)).NetworkInterfaceId;
  const item = (id: string) => account.describeNetworkInterface(network, id);
  const cards = async (InstanceId: string): Promise<Record<string, number | undefined>> => {
    const answer = await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId, InstanceId });
    const shown = answer.NetworkInterfaceSets.NetworkInterfaceSet.map((eni: Body) => [
      eni.NetworkInterfaceName || eni.Type,
      eni.Attachment.NetworkCardIndex,
    ]);
    return Object.fromEntries(shown);
  };
  return { account, network, RegionId, run, create, item, cards };
}

describe('the network card of an attached interface', () => {
  it('ENI-88 is shown as it was given, from Attaching on, and is gone with the attachment', async () => {
    const { account, RegionId, run, create, item } = await setUp();
    const InstanceId = await run(twoCards);
    const NetworkInterfaceId = await create();
    const pair = { RegionId, InstanceId, NetworkInterfaceId };
    await account.ok('Ecs', attach, { ...pair, NetworkCardIndex: 1 });
    expect(await item(NetworkInterfaceId)).toMatchObject({ Attachment: { InstanceId, NetworkCardIndex: 1 } });
    await localyun.advance(long);
    const attribute = await account.ok('Ecs', 'DescribeNetworkInterfaceAttribute', { RegionId, NetworkInterfaceId });
    expect(attribute.Attachment).toEqual({ InstanceId, NetworkCardIndex: 1 });
    await account.ok('Ecs', 'DetachNetworkInterface', pair);
    await localyun.advance(long);
    await account.ok('Ecs', attach, pair);
    await localyun.advance(long);
    expect((await item(NetworkInterfaceId))?.Attachment).toEqual({ InstanceId });
  });

  it.each([2, -1, 1.5])('ENI-88 cannot be %s on a type with two', async (NetworkCardIndex) => {
    const { account, RegionId, run, create, item } = await setUp();
    const InstanceId = await run(twoCards);
    const NetworkInterfaceId = await create();
    const parameters = { RegionId, InstanceId, NetworkInterfaceId, NetworkCardIndex };
    const refused = await account.refused('Ecs', attach, parameters);
    expect(refused.status).toBe(400);
    expect(refused.code).toMatch(/^InvalidParameter(\.NetworkCardIndexInvalid)?$/);
    expect(refused.message).toContain('NetworkCardIndex');
    expect((await item(NetworkInterfaceId))?.Status).toBe('Available');
  });

  it('ENI-88 cannot be given on a type without, and the message says so', async () => {
    const { account, RegionId, run, create } = await setUp();
    const InstanceId = await run('ecs.g8i.4xlarge');
    const parameters = { RegionId, InstanceId, NetworkInterfaceId: await create(), NetworkCardIndex: 0 };
    const refused = await account.refused('Ecs', attach, parameters);
    expect(refused).toMatchObject({ status: 400, code: 'InvalidParameter.NetworkCardIndexInvalid' });
    expect(refused.message).toContain('"ecs.g8i.4xlarge" has none');
  });

  it('ENI-88 is that of each NetworkInterface.N of RunInstances, of existing interfaces too', async () => {
    const { account, network, create, cards } = await setUp();
    const existing = await create({ NetworkInterfaceName: 'existing' });
    const { InstanceIdSets } = await account.ok('Ecs', 'RunInstances', {
      RegionId: network.regionId,
      ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
      InstanceType: twoCards,
      NetworkInterface: [
        {
          InstanceType: 'Primary',
          VSwitchId: network.vSwitchId,
          SecurityGroupId: network.securityGroupId,
          NetworkCardIndex: 0,
        },
        { NetworkInterfaceName: 'made', NetworkCardIndex: 1 },
        { NetworkInterfaceId: existing, NetworkCardIndex: 1 },
        { NetworkInterfaceName: 'anywhere' },
      ],
    });
    expect(await cards(InstanceIdSets.InstanceIdSet[0])).toEqual({
      Primary: 0,
      made: 1,
      existing: 1,
      anywhere: undefined,
    });
  });

  it('ENI-88 of an existing interface in RunInstances is held to the type as well', async () => {
    const { account, network, create, item } = await setUp();
    const NetworkInterfaceId = await create();
    for (const [InstanceType, NetworkCardIndex] of [
      [twoCards, 2],
      ['ecs.g7.xlarge', 0],
    ] as const) {
      const refused = await account.refused('Ecs', 'RunInstances', {
        RegionId: network.regionId,
        ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
        InstanceType,
        VSwitchId: network.vSwitchId,
        SecurityGroupId: network.securityGroupId,
        NetworkInterface: [{ NetworkInterfaceId, NetworkCardIndex }],
      });
      expect(refused).toMatchObject({ status: 400, code: 'InvalidParameter.NetworkCardIndexInvalid' });
    }
    expect((await item(NetworkInterfaceId))?.Status).toBe('Available');
  });

  it('each card has its own queue pairs', async () => {
    const { account, RegionId, run, create } = await setUp();
    const InstanceId = await run(twoCards);
    const plug = async (NetworkCardIndex: number) => ({
      RegionId,
      InstanceId,
      NetworkInterfaceId: await create({ NetworkInterfaceTrafficMode: 'HighPerformance' }),
      NetworkCardIndex,
    });
    await account.ok('Ecs', attach, await plug(0));
    expect((await account.refused('Ecs', attach, await plug(0))).code).toBe(
      'InvalidOperation.EniQueuePairNumberOverflow',
    );
    await account.ok('Ecs', attach, await plug(1));
  });
});
