import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import { ipv6Network, takenOf } from '../network-interface/address.fixture.ts';

const localyun = startTestLocalyun();

async function setUp() {
  const account = localyun.account();
  const network = await ipv6Network(localyun, account);
  const { regionId: RegionId, vSwitchId: VSwitchId, securityGroupId: SecurityGroupId } = network;
  const request = (parameters: Parameters): Parameters => ({
    RegionId,
    InstanceType: 'ecs.g7.xlarge',
    ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
    VSwitchId,
    SecurityGroupId,
    ...parameters,
  });
  const run = async (parameters: Parameters): Promise<string[]> => {
    const { InstanceIdSets } = await account.ok('Ecs', 'RunInstances', request(parameters));
    await localyun.advance(5_000);
    return InstanceIdSets.InstanceIdSet;
  };
  const refused = (parameters: Parameters) => account.refused('Ecs', 'RunInstances', request(parameters));
  const instances = async (parameters: Parameters) =>
    (await account.ok('Ecs', 'DescribeInstances', { RegionId, ...parameters })).Instances.Instance;
  const ipv6SetOf = async (InstanceId: string) => {
    const list = await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId, InstanceId });
    return list.NetworkInterfaceSets.NetworkInterfaceSet[0].Ipv6Sets.Ipv6Set;
  };
  const entry = { InstanceType: 'Primary', VSwitchId, SecurityGroupIds: [SecurityGroupId] };
  const inEntry = (parameters: Parameters): Parameters => ({
    VSwitchId: undefined,
    SecurityGroupId: undefined,
    NetworkInterface: [{ ...entry, ...parameters }],
  });
  return { account, network, start: network.start, run, refused, instances, ipv6SetOf, inEntry };
}

describe('RunInstances', () => {
  it('ENI-155 gives the primary interface the IPv6 addresses asked for, in either way', async () => {
    const { account, network, start, run, ipv6SetOf, inEntry } = await setUp();
    const [one = ''] = await run({ Ipv6Address: [`${start}::1`, `${start.toUpperCase()}::2`] });
    expect(await ipv6SetOf(one)).toEqual([
      { Ipv6Address: `${start}::1`, Primary: false },
      { Ipv6Address: `${start}::2`, Primary: false },
    ]);
    const [two = ''] = await run(inEntry({ Ipv6Address: [`${start}::3`] }));
    expect(await ipv6SetOf(two)).toEqual([{ Ipv6Address: `${start}::3`, Primary: false }]);
    expect(await takenOf(account, network)).toBe(3 + 2);
    const three = await run({ Amount: 3, Ipv6AddressCount: 2 });
    for (const id of three) expect(await ipv6SetOf(id)).toHaveLength(2);
    await run(inEntry({ Ipv6AddressCount: 1 }));
    expect(await takenOf(account, network)).toBe(5 + 9 + 2);
  });

  it('refuses what the vSwitch, the instance type or another interface stands against', async () => {
    const { account, start, run, refused, inEntry } = await setUp();
    await run({ Ipv6Address: [`${start}::1`] });
    const cases = [
      [{ Ipv6Address: [`${start}::1`] }, 400, 'InvalidPrivateIpAddress.Duplicated'],
      [{ Ipv6Address: [`${start}::2`, `${start}:0::2`] }, 403, 'InvalidIp.IpRepeated'],
      [{ Ipv6Address: ['x'] }, 403, 'InvalidIp.Address'],
      [{ Ipv6Address: ['2001:db9::1'] }, 403, 'InvalidVSwitchId.IpInvalid'],
      [{ Ipv6Address: [`${start}::2`], Amount: 2 }, 403, 'InvalidParam.Amount'],
      [{ Ipv6Address: [`${start}::2`], Ipv6AddressCount: 1 }, 400, 'InvalidParameter.Conflict'],
      [{ Ipv6AddressCount: 0 }, 400, 'InvalidParameter'],
      [{ Ipv6AddressCount: 11 }, 403, 'MaxEniIpv6IpsCountExceeded'],
      [{ Ipv6AddressCount: 16 }, 403, 'InvalidOperation.Ipv6CountExceeded'],
      [{ Ipv6AddressCount: 2, InstanceType: 'ecs.g6.large' }, 403, 'InvalidOperation.Ipv6CountExceeded'],
      [{ Ipv6AddressCount: 1, InstanceType: 'ecs.n4.large' }, 403, 'InvalidOperation.Ipv6NotSupport'],
      [inEntry({ Ipv6Address: [`${start}::1`] }), 400, 'InvalidPrivateIpAddress.Duplicated'],
    ] as const;
    for (const [parameters, status, code] of cases) {
      expect([parameters, await refused(parameters)]).toMatchObject([parameters, { status, code }]);
    }
    expect((await account.ok('Ecs', 'DescribeInstances', { RegionId: 'cn-hangzhou' })).TotalCount).toBe(1);
  });
});

describe('DescribeInstances', () => {
  it('lists IPv6 addresses of primary interfaces when asked to, and finds by them', async () => {
    const { account, network, start, run, instances } = await setUp();
    const [id = ''] = await run({ Ipv6Address: [`${start}::1`] });
    await run({});
    const target = { RegionId: network.regionId };
    const { NetworkInterfaceId } = await account.createNetworkInterface(network, {
      Ipv6Prefix: [`${start}:8::/80`],
      Ipv4PrefixCount: 1,
    });
    await account.ok('Ecs', 'AttachNetworkInterface', { ...target, NetworkInterfaceId, InstanceId: id });
    await localyun.advance(1_000);
    const [plain] = await instances({ InstanceIds: JSON.stringify([id]) });
    expect(plain.NetworkInterfaces.NetworkInterface).toMatchObject([
      { Type: 'Primary', Ipv6Sets: { Ipv6Set: [] }, Ipv6PrefixSets: { Ipv6PrefixSet: [] } },
      {
        Type: 'Secondary',
        Ipv6Sets: { Ipv6Set: [] },
        Ipv4PrefixSets: { Ipv4PrefixSet: [{ Ipv4Prefix: expect.stringMatching(/\/28$/) }] },
        Ipv6PrefixSets: { Ipv6PrefixSet: [{ Ipv6Prefix: `${start}:8::/80` }] },
      },
    ]);
    const found = await instances({
      Ipv6Address: [`${start}:0:0:0:1`],
      AdditionalAttributes: ['NETWORK_PRIMARY_ENI_IP'],
    });
    expect(found).toMatchObject([{ InstanceId: id }]);
    expect(found[0].NetworkInterfaces.NetworkInterface[0].Ipv6Sets.Ipv6Set).toEqual([
      { Ipv6Address: `${start}::1`, Primary: false },
    ]);
    expect(await instances({ Ipv6Address: [`${start}::2`] })).toEqual([]);
  });
});

describe('DeleteInstance', () => {
  it('ENI-156 frees the IPv6 addresses of the primary interface', async () => {
    const { account, network, start, run } = await setUp();
    const [InstanceId = ''] = await run({ Ipv6Address: [`${start}::1`] });
    await account.ok('Ecs', 'DeleteInstance', { InstanceId, Force: true });
    await localyun.advance(10_000);
    expect(await takenOf(account, network)).toBe(0);
    await run({ Ipv6Address: [`${start}::1`] });
  });
});
