import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import type { Body } from '../support/test-account.ts';
import { type Rhythm, ScenarioClient } from './driver.ts';
import { acs3, sdkV1 } from './wire.ts';

const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';
const cluster = { Key: 'kubernetes.io/cluster/shoot', Value: '1' };
const role = { Key: 'kubernetes.io/role/node', Value: '1' };
const everySecond: Rhythm = new Array(30).fill(1_000);

/** The machine controller manager and the cloud controller manager of one cluster. */
async function begin() {
  const account = localyun.account();
  const network = await account.network();
  const machines = new ScenarioClient(localyun, account, acs3);
  const cloud = new ScenarioClient(localyun, account, sdkV1);

  /** What a MachineClass says; options that it leaves open go out as empty texts. */
  function machine(InstanceName: string, ClientToken: string = crypto.randomUUID()) {
    return {
      RegionId,
      ZoneId: network.zoneId,
      ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
      InstanceType: 'ecs.g6.large',
      SecurityGroupId: network.securityGroupId,
      VSwitchId: network.vSwitchId,
      PrivateIpAddress: '',
      InstanceChargeType: 'PostPaid',
      InternetChargeType: 'PayByTraffic',
      InternetMaxBandwidthIn: 5,
      InternetMaxBandwidthOut: 0,
      SpotStrategy: 'NoSpot',
      IoOptimized: 'optimized',
      KeyPairName: '',
      SystemDisk: { Category: 'cloud_efficiency', Size: '50' },
      Tag: [cluster, role],
      InstanceName,
      ClientToken,
      UserData: Buffer.from('#cloud-config\n').toString('base64'),
    };
  }
  const create = async (name: string, token?: string): Promise<string> =>
    (await machines.ok('Ecs', 'RunInstances', machine(name, token))).InstanceIdSets.InstanceIdSet[0];
  const machinesBy = async (filters: object): Promise<Body[]> =>
    (await machines.ok('Ecs', 'DescribeInstances', { RegionId, ...filters })).Instances.Instance;
  const nodesBy = (ids: readonly string[]) =>
    cloud.pages(
      'DescribeInstances',
      { InstanceIds: JSON.stringify(ids), MaxResults: 100, AdditionalAttributes: ['NETWORK_PRIMARY_ENI_IP'] },
      (page) => page.Instances.Instance,
    );
  const running = (name: string) =>
    machines.until(
      () => machinesBy({ InstanceName: name }),
      ([found]) => found?.Status === 'Running',
      everySecond,
    );
  return { account, network, machines, cloud, create, machinesBy, nodesBy, running };
}

describe('a node of a cluster', () => {
  it('is made, given a route, and taken down', async () => {
    const { network, machines, cloud, create, machinesBy, nodesBy, running } = await begin();

    // The machine controller manager makes it, and finds it by name.
    const token = crypto.randomUUID();
    const id = await create('node-1', token);
    expect(await create('node-1', token)).toBe(id);
    const [machine] = await running('node-1');
    expect(machine).toMatchObject({ InstanceId: id, InstanceName: 'node-1', KeyPairName: '' });
    expect((await machinesBy({ Tag: [cluster, role] })).map((one) => one.InstanceId)).toEqual([id]);

    // The cloud controller manager reads what it is, and its primary interface.
    const [node] = await nodesBy([id]);
    expect(node).toMatchObject({
      InstanceId: id,
      InstanceType: 'ecs.g6.large',
      ZoneId: network.zoneId,
      RegionId,
      InstanceChargeType: 'PostPaid',
      SpotStrategy: 'NoSpot',
      PublicIpAddress: { IpAddress: [] },
      InnerIpAddress: { IpAddress: [] },
      EipAddress: { IpAddress: '' },
      VpcAttributes: { VpcId: network.vpcId },
    });
    const [address] = node!.VpcAttributes.PrivateIpAddress.IpAddress;
    const { NetworkInterfaceId: eni } = node!.NetworkInterfaces.NetworkInterface.find(
      (one: Body) => one.Type === 'Primary',
    );
    const primary = async (): Promise<Body> =>
      (await cloud.ok('Ecs', 'DescribeNetworkInterfaces', { NetworkInterfaceId: [eni] })).NetworkInterfaceSets
        .NetworkInterfaceSet[0];
    expect(await primary()).toMatchObject({ Status: 'InUse', PrivateIpAddress: address, Type: 'Primary' });
    await cloud.ok('Ecs', 'ModifyNetworkInterfaceAttribute', { NetworkInterfaceId: eni, SourceDestCheck: false });
    expect((await primary()).SourceDestCheck).toBe(false);
    const byAddress = await cloud.pages(
      'DescribeNetworkInterfaces',
      { VpcId: network.vpcId, Status: 'InUse', PrivateIpAddress: [address], MaxResults: 100 },
      (page) => page.NetworkInterfaceSets.NetworkInterfaceSet,
    );
    expect(byAddress.map((one) => one.NetworkInterfaceId)).toEqual([eni]);

    // The pods of the node get a route.
    const tables = await cloud.ok('Vpc', 'DescribeRouteTableList', { VpcId: network.vpcId });
    const [{ RouteTableId }] = tables.RouterTableList.RouterTableListType;
    const entry = { RouteTableId, DestinationCidrBlock: '172.16.0.0/25', NextHopType: 'Instance', NextHopId: id };
    const entries = async (): Promise<Body[]> => {
      const wanted = { RouteTableId, RouteEntryType: 'Custom', NextHopType: 'Instance', MaxResult: 100, NextToken: '' };
      return (await cloud.ok('Vpc', 'DescribeRouteEntryList', wanted)).RouteEntrys.RouteEntry;
    };
    expect(await entries()).toEqual([]);
    await cloud.ok('Vpc', 'CreateRouteEntry', { ...entry, ClientToken: crypto.randomUUID() });
    const [route] = await cloud.until(entries, ([found]) => found?.Status === 'Available', everySecond);
    expect(route).toMatchObject({
      DestinationCidrBlock: '172.16.0.0/25',
      Type: 'Custom',
      NextHops: { NextHop: [expect.objectContaining({ NextHopType: 'Instance', NextHopId: id })] },
    });

    await cloud.ok('Vpc', 'DeleteRouteEntry', entry);
    await cloud.until(entries, (found) => found.length === 0, everySecond);
    expect(await cloud.refused('Vpc', 'DeleteRouteEntry', entry)).toMatchObject({ code: 'InvalidRouteEntry.NotFound' });

    // The machine goes: it is Running, so it is deleted at once.
    const [{ Status: status }] = (await machinesBy({ InstanceIds: JSON.stringify([id]) })) as [Body];
    expect(status).toBe('Running');
    await machines.ok('Ecs', 'DeleteInstance', { InstanceId: id, Force: true });
    const left = await machines.until(
      () => machinesBy({ InstanceIds: JSON.stringify([id]) }),
      (found) => found.length === 0,
      everySecond,
    );
    expect(left).toEqual([]);
    expect(await nodesBy([id])).toEqual([]);
  });

  it('is not deleted while it is being made, and is afterwards', async () => {
    const { machines, create, machinesBy, running } = await begin();
    const id = await create('node-2');
    const [machine] = await machinesBy({ InstanceName: 'node-2' });
    expect(['Running', 'Stopped']).not.toContain(machine?.Status);
    await running('node-2');
    await machines.ok('Ecs', 'DeleteInstance', { InstanceId: id, Force: true });
  });

  it('is found among the others of its cluster only', async () => {
    const { create, machinesBy, account, network } = await begin();
    const id = await create('node-3');
    await account.runInstance(network, { InstanceName: 'node-3-not-ours' });
    expect((await machinesBy({ Tag: [cluster, role] })).map((one) => one.InstanceId)).toEqual([id]);
    expect((await machinesBy({ InstanceName: 'node-3' })).map((one) => one.InstanceId)).toEqual([id]);
  });
});
