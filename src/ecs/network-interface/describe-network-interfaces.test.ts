import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { Body } from '../../../test/support/test-account.ts';

const localyun = startTestLocalyun();

async function setUp() {
  const account = localyun.account();
  const network = await account.network();
  const list = (filters: Parameters = {}) =>
    account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId: network.regionId, ...filters });
  const ids = async (filters: Parameters) => {
    const { NetworkInterfaceSets } = await list(filters);
    return NetworkInterfaceSets.NetworkInterfaceSet.map((item: Body) => item.NetworkInterfaceId) as string[];
  };
  const create = async (overrides: Parameters = {}) =>
    (await account.createNetworkInterface(network, overrides)).NetworkInterfaceId as string;
  const primaryOf = async (InstanceId: string) => (await ids({ InstanceId, Type: 'Primary' }))[0] as string;
  return { account, network, list, ids, create, primaryOf };
}

describe('what is listed', () => {
  it('ENI-52 everything of the account and region, primary interfaces included', async () => {
    const { account, network, list, ids, create, primaryOf } = await setUp();
    const id = await create();
    const primary = await primaryOf(await account.runInstance(network));
    await localyun.account().network();
    expect((await ids({})).sort()).toEqual([id, primary].sort());
    expect((await list({ RegionId: 'cn-beijing' })).TotalCount).toBe(0);
  });

  it('ENI-53 an unknown id is an empty list, not an error', async () => {
    const { list } = await setUp();
    const answer = await list({ NetworkInterfaceId: ['eni-unknown'] });
    expect(answer).toMatchObject({ TotalCount: 0, NetworkInterfaceSets: { NetworkInterfaceSet: [] } });
  });

  it('ENI-54 ENI-55 ENI-56 every container is there, empty or not', async () => {
    const { list, create } = await setUp();
    expect((await list()).NetworkInterfaceSets.NetworkInterfaceSet).toEqual([]);
    await create();
    const [item] = (await list()).NetworkInterfaceSets.NetworkInterfaceSet;
    expect(item).toMatchObject({
      PrivateIpSets: { PrivateIpSet: [{ Primary: true, AssociatedPublicIp: {} }] },
      Ipv6Sets: { Ipv6Set: [] },
      Ipv4PrefixSets: { Ipv4PrefixSet: [] },
      Ipv6PrefixSets: { Ipv6PrefixSet: [] },
      SecurityGroupIds: { SecurityGroupId: [expect.any(String)] },
      Tags: { Tag: [] },
    });
  });

  it('ENI-57 ENI-58 ENI-59 an unattached interface without name', async () => {
    const { account, network, create } = await setUp();
    const item = await account.describeNetworkInterface(network, await create());
    expect(item).toMatchObject({ InstanceId: '', NetworkInterfaceName: '', Description: '' });
    expect(item).not.toHaveProperty('Attachment');
  });

  it('ENI-57 an attached interface has its attachment as an object', async () => {
    const { account, network, primaryOf } = await setUp();
    const instanceId = await account.runInstance(network);
    const item = await account.describeNetworkInterface(network, await primaryOf(instanceId));
    expect(item).toMatchObject({ InstanceId: instanceId, Attachment: { InstanceId: instanceId } });
  });

  it('ENI-70 the creation time is UTC with seconds', async () => {
    const { account, network, create } = await setUp();
    const item = await account.describeNetworkInterface(network, await create());
    expect(item?.CreationTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
  });

  it('ENI-71 the queue number is absent, the type default, or what was set', async () => {
    const { account, network, create, primaryOf } = await setUp();
    const idle = await account.describeNetworkInterface(network, await create());
    expect(idle).not.toHaveProperty('QueueNumber');
    const set = await account.describeNetworkInterface(network, await create({ QueueNumber: 2 }));
    expect(set?.QueueNumber).toBe(2);
    const primary = await account.describeNetworkInterface(
      network,
      await primaryOf(await account.runInstance(network)),
    );
    expect(primary?.QueueNumber).toBe(4);
  });

  it('ENI-72 a service-managed interface hides where it is attached', async () => {
    const { account, network, create } = await setUp();
    const id = await create();
    await localyun.server.levers.fixNetworkInterface(id, { serviceId: 4711 });
    const item = await account.describeNetworkInterface(network, id);
    expect(item).toMatchObject({ ServiceManaged: true, ServiceID: 4711 });
    expect(item).not.toHaveProperty('InstanceId');
  });
});

describe('filters', () => {
  it('ENI-60 each filter alone and all together', async () => {
    const { account, network, ids, create } = await setUp();
    const group = await account.ok('Ecs', 'CreateSecurityGroup', { RegionId: network.regionId, VpcId: network.vpcId });
    const other = await account.vSwitch(network, { zoneId: network.zoneId, cidrBlock: '192.168.9.0/24' });
    const wanted = await create({
      VSwitchId: other,
      SecurityGroupId: group.SecurityGroupId,
      NetworkInterfaceName: 'wanted',
      PrimaryIpAddress: '192.168.9.10',
      PrivateIpAddress: ['192.168.9.11'],
      Tag: [{ Key: 'k', Value: 'v' }],
    });
    await create();
    const instanceId = await account.runInstance(network);
    const filters: Parameters[] = [
      { NetworkInterfaceId: [wanted] },
      { VSwitchId: other },
      { SecurityGroupId: group.SecurityGroupId },
      { NetworkInterfaceName: 'wanted' },
      { PrimaryIpAddress: '192.168.9.10' },
      { PrivateIpAddress: ['192.168.9.11'] },
      { Tag: [{ Key: 'k', Value: 'v' }] },
    ];
    for (const filter of filters) expect(await ids(filter), JSON.stringify(filter)).toEqual([wanted]);
    const all = Object.assign(
      { Status: 'Available', Type: 'Secondary', VpcId: network.vpcId, ServiceManaged: false },
      ...filters,
    );
    expect(await ids(all)).toEqual([wanted]);
    expect(await ids({ ...all, Status: 'InUse' })).toEqual([]);
    expect(await ids({ InstanceId: instanceId })).toHaveLength(1);
    expect(await ids({ Status: 'Available' })).toHaveLength(2);
    expect(await ids({ Type: 'Primary' })).toHaveLength(1);
    expect(await ids({ VpcId: 'vpc-none' })).toEqual([]);
    expect(await ids({ ServiceManaged: true })).toEqual([]);
    expect(await ids({ ResourceGroupId: 'rg-none' })).toEqual([]);
    expect(await ids({ PrimaryIpAddress: '192.168.9.11' })).toEqual([]);
    expect(await ids({ Ipv6Address: ['2001:db8::1'] })).toEqual([]);
  });

  it('ENI-61 several private addresses mean any of them', async () => {
    const { ids, create } = await setUp();
    const one = await create({ PrivateIpAddress: ['192.168.0.20'] });
    const two = await create({ PrivateIpAddress: ['192.168.0.21', '192.168.0.22'] });
    await create();
    const found = await ids({ PrivateIpAddress: ['192.168.0.20', '192.168.0.22', '192.168.0.99'] });
    expect(found.sort()).toEqual([one, two].sort());
  });

  it('ENI-62 two tags mean both, a key alone means any value', async () => {
    const { ids, create } = await setUp();
    const both = await create({
      Tag: [
        { Key: 'a', Value: '1' },
        { Key: 'b', Value: '2' },
      ],
    });
    const one = await create({ Tag: [{ Key: 'a', Value: '3' }] });
    expect(await ids({ Tag: [{ Key: 'a', Value: '1' }, { Key: 'b' }] })).toEqual([both]);
    expect((await ids({ Tag: [{ Key: 'a' }] })).sort()).toEqual([both, one].sort());
  });

  it('ENI-63 ENI-64 types and statuses that nothing has now', async () => {
    const { ids, create } = await setUp();
    await create();
    for (const Type of ['Trunk', 'Member']) expect(await ids({ Type })).toEqual([]);
    for (const Status of ['Creating', 'CreateFailed']) expect(await ids({ Status })).toEqual([]);
  });

  it('ENI-66 more than 100 ids', async () => {
    const { account, network } = await setUp();
    const refused = await account.refused('Ecs', 'DescribeNetworkInterfaces', {
      RegionId: network.regionId,
      NetworkInterfaceId: Array.from({ length: 101 }, (_, n) => `eni-${n}`),
    });
    expect(refused).toMatchObject({ status: 400, code: 'InvalidParameter' });
    expect(refused.message).toContain('NetworkInterfaceId');
  });

  it('text that looks like SQL is only text', async () => {
    const { ids, create } = await setUp();
    await create();
    for (const NetworkInterfaceName of ["' OR '1'='1", '%', '*'])
      expect(await ids({ NetworkInterfaceName })).toEqual([]);
  });
});

describe('paging', () => {
  it('ENI-65 page numbers', async () => {
    const { list, create } = await setUp();
    for (let n = 0; n < 12; n += 1) await create();
    const first = await list();
    expect(first).toMatchObject({ TotalCount: 12, PageNumber: 1, PageSize: 10 });
    const second = await list({ PageNumber: 2 });
    expect(second).toMatchObject({ TotalCount: 12, PageNumber: 2, PageSize: 10 });
    expect(first.NetworkInterfaceSets.NetworkInterfaceSet).toHaveLength(10);
    expect(second.NetworkInterfaceSets.NetworkInterfaceSet).toHaveLength(2);
    expect((await list({ PageNumber: 3, PageSize: 5 })).NetworkInterfaceSets.NetworkInterfaceSet).toHaveLength(2);
  });

  it('ENI-67 MaxResults is held between 10 and 500', async () => {
    const { list, create } = await setUp();
    for (let n = 0; n < 12; n += 1) await create();
    expect((await list({ MaxResults: 1 })).NetworkInterfaceSets.NetworkInterfaceSet).toHaveLength(10);
    expect((await list({ MaxResults: 1000 })).NetworkInterfaceSets.NetworkInterfaceSet).toHaveLength(12);
  });

  it('ENI-68 tokens lead through every interface once', async () => {
    const { list, create } = await setUp();
    const made = new Set<string>();
    for (let n = 0; n < 25; n += 1) {
      made.add(await create());
      if (n % 7 === 0) await localyun.advance(1_000);
    }
    const seen: string[] = [];
    let NextToken: string | undefined;
    let pages = 0;
    do {
      const page: Body = await list({ MaxResults: 10, NextToken });
      seen.push(...page.NetworkInterfaceSets.NetworkInterfaceSet.map((item: Body) => item.NetworkInterfaceId));
      NextToken = page.NextToken;
      pages += 1;
    } while (NextToken !== '');
    expect(pages).toBe(3);
    expect(seen).toHaveLength(25);
    expect(new Set(seen)).toEqual(made);
  });

  it('ENI-69 with a token, page numbers do not count', async () => {
    const { list, create } = await setUp();
    for (let n = 0; n < 12; n += 1) await create();
    const first = await list({ MaxResults: 10 });
    const rest = await list({ NextToken: first.NextToken, PageNumber: 7, PageSize: 3 });
    expect(rest.NetworkInterfaceSets.NetworkInterfaceSet).toHaveLength(2);
    expect(rest.NextToken).toBe('');
  });

  it('page numbers, page sizes and tokens that make no sense are refused', async () => {
    const { account, network } = await setUp();
    for (const wrong of [
      { PageNumber: 0 },
      { PageSize: 1001 },
      { PageSize: 'ten' },
      { NextToken: 'zzz' },
      { PageNumber: 1.5 },
    ]) {
      const refused = await account.refused('Ecs', 'DescribeNetworkInterfaces', {
        RegionId: network.regionId,
        ...wrong,
      });
      expect(refused, JSON.stringify(wrong)).toMatchObject({ status: 400, code: 'InvalidParameter' });
    }
  });
});

describe('DescribeNetworkInterfaceAttribute', () => {
  it('ENI-73 answers the same data flat; an unknown id is an error; Attribute=basic is accepted', async () => {
    const { account, network, create } = await setUp();
    const id = await create();
    const target = { RegionId: network.regionId, NetworkInterfaceId: id };
    const listed = await account.describeNetworkInterface(network, id);
    for (const Attribute of [undefined, 'basic']) {
      expect(await account.ok('Ecs', 'DescribeNetworkInterfaceAttribute', { ...target, Attribute })).toMatchObject(
        listed ?? {},
      );
    }
    const unknown = { ...target, NetworkInterfaceId: 'eni-unknown' };
    const refused = await account.refused('Ecs', 'DescribeNetworkInterfaceAttribute', unknown);
    expect(refused).toMatchObject({ status: 404, code: 'InvalidEniId.NotFound' });
  });

  it('ENI-74 connection tracking only when it is asked for', async () => {
    const { account, network, create } = await setUp();
    const target = { RegionId: network.regionId, NetworkInterfaceId: await create() };
    const plain = await account.ok('Ecs', 'DescribeNetworkInterfaceAttribute', target);
    expect(plain).not.toHaveProperty('ConnectionTrackingConfiguration');
    const asked = { ...target, Attribute: 'connectionTrackingConfiguration' };
    expect(await account.ok('Ecs', 'DescribeNetworkInterfaceAttribute', asked)).toMatchObject({
      ConnectionTrackingConfiguration: { TcpEstablishedTimeout: 910, TcpClosedAndTimeWaitTimeout: 3, UdpTimeout: 30 },
    });
  });
});
