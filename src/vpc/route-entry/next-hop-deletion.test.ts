import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { customTable, entriesOf, RegionId, routeScene, toInterface } from './route.fixture.ts';

describe('routes and what is deleted around them', () => {
  const localyun = startTestLocalyun();

  it('DeleteInstance is refused while a route leads to the instance, and until the route is being deleted', async () => {
    const { account, network, RouteTableId } = await routeScene(localyun);
    const InstanceId = await account.runInstance(network);
    const route = { RegionId, RouteTableId, DestinationCidrBlock: '10.0.0.0/24', NextHopId: InstanceId };
    await account.ok('Vpc', 'CreateRouteEntry', route);
    await localyun.advance(1_000);
    const remove = { RegionId, InstanceId, Force: true };
    const refusal = await account.refused('Ecs', 'DeleteInstance', remove);
    expect(refusal).toMatchObject({ status: 400, code: 'DependencyViolation.RouteEntry' });
    const { Instances } = await account.ok('Ecs', 'DescribeInstances', { RegionId, InstanceIds: [InstanceId] });
    expect(Instances.Instance).toMatchObject([{ Status: 'Running' }]);
    await account.ok('Vpc', 'DeleteRouteEntry', route);
    await account.ok('Ecs', 'DeleteInstance', remove);
  });

  it('DeleteNetworkInterface leaves the route that leads to the interface, and it leads nowhere', async () => {
    const scene = await routeScene(localyun);
    const { account, RouteTableId, eni, network } = scene;
    const { RouteEntryId } = await account.ok('Vpc', 'CreateRouteEntry', toInterface(scene));
    await localyun.advance(1_000);
    await account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId: eni });
    await localyun.advance(5_000);
    expect(await entriesOf(account, RouteTableId, { RouteEntryId })).toMatchObject([
      { Status: 'Available', NextHops: { NextHop: [{ NextHopId: eni, Enabled: 0 }] } },
    ]);
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    const elsewhere = { RegionId, RouteEntryId, NewNextHopType: 'NetworkInterface', NewNextHopId: NetworkInterfaceId };
    await account.ok('Vpc', 'ModifyRouteEntry', elsewhere);
    expect(await entriesOf(account, RouteTableId, { RouteEntryId })).toMatchObject([
      { NextHops: { NextHop: [{ NextHopId: NetworkInterfaceId, Enabled: 1 }] } },
    ]);
    await localyun.advance(1_000);
    await account.ok('Vpc', 'DeleteRouteEntry', { RegionId, RouteEntryId });
  });

  it('DeleteVSwitch waits for routes of its VPC that are on their way, and for its custom route table', async () => {
    const scene = await routeScene(localyun);
    const { account, network } = scene;
    const { vpcId, zoneId } = network;
    const VSwitchId = await account.vSwitch({ regionId: RegionId, vpcId }, { zoneId, cidrBlock: '192.168.5.0/24' });
    await account.ok('Vpc', 'CreateRouteEntry', toInterface(scene));
    const remove = () => account.refused('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId });
    expect(await remove()).toMatchObject({ status: 400, code: 'IncorrectRouteEntryStatus' });
    await localyun.advance(1_000);
    const pair = { RegionId, VSwitchId, RouteTableId: await customTable(localyun, account, vpcId) };
    await account.ok('Vpc', 'AssociateRouteTable', pair);
    await localyun.advance(1_000);
    expect(await remove()).toMatchObject({ status: 400, code: 'DependencyViolation.RouteTable' });
    await account.ok('Vpc', 'UnassociateRouteTable', pair);
    await localyun.advance(1_000);
    await account.ok('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId });
  });

  it('CreateVSwitch is refused where a route leads from within it', async () => {
    const scene = await routeScene(localyun);
    const { account, network } = scene;
    await account.ok('Vpc', 'CreateRouteEntry', toInterface(scene, '192.168.7.0/25'));
    await localyun.advance(1_000);
    const vSwitch = (CidrBlock: string) => ({ RegionId, VpcId: network.vpcId, ZoneId: network.zoneId, CidrBlock });
    for (const block of ['192.168.7.0/24', '192.168.7.0/25']) {
      expect(await account.refused('Vpc', 'CreateVSwitch', vSwitch(block))).toMatchObject({
        status: 400,
        code: 'InvalidCidrBlock',
      });
    }
    await account.ok('Vpc', 'CreateVSwitch', vSwitch('192.168.7.0/26'));
  });

  it('a vSwitch gets no IPv6 block that a route leads from', async () => {
    const { account, network, RouteTableId } = await routeScene(localyun);
    const { vpcId: VpcId, vSwitchId: VSwitchId, zoneId: ZoneId } = network;
    const Ipv6CidrBlock = '2001:db8:aaaa:bb00::/56';
    await account.ok('Vpc', 'ModifyVpcAttribute', { RegionId, VpcId, EnableIPv6: true, Ipv6CidrBlock });
    const { Ipv6GatewayId: NextHopId } = await account.ok('Vpc', 'CreateIpv6Gateway', { RegionId, VpcId });
    await localyun.advance(1_000);
    const DestinationCidrBlock = '2001:db8:aaaa:bb09:1::/80';
    const route = { RegionId, RouteTableId, DestinationCidrBlock, NextHopType: 'IPv6Gateway', NextHopId };
    await account.ok('Vpc', 'CreateRouteEntry', route);
    await localyun.advance(1_000);
    const create = { RegionId, VpcId, ZoneId, CidrBlock: '192.168.9.0/24', Ipv6CidrBlock: 9 };
    const modify = { RegionId, VSwitchId, EnableIPv6: true, Ipv6CidrBlock: 9 };
    const refusal = { status: 400, code: 'InvalidCidrBlock' };
    expect(await account.refused('Vpc', 'CreateVSwitch', create)).toMatchObject(refusal);
    expect(await account.refused('Vpc', 'ModifyVSwitchAttribute', modify)).toMatchObject(refusal);
    await account.ok('Vpc', 'ModifyVSwitchAttribute', { ...modify, Ipv6CidrBlock: 8 });
    await account.ok('Vpc', 'CreateVSwitch', { ...create, Ipv6CidrBlock: 7 });
  });

  it('DeleteVpc is refused while there are custom route tables or entries, or an IPv6 gateway', async () => {
    const scene = await routeScene(localyun);
    const { account, network, eni, RouteTableId } = scene;
    const { vpcId: VpcId, vSwitchId: VSwitchId, securityGroupId: SecurityGroupId } = network;
    await account.ok('Vpc', 'ModifyVpcAttribute', { RegionId, VpcId, EnableIPv6: true });
    const { Ipv6GatewayId } = await account.ok('Vpc', 'CreateIpv6Gateway', { RegionId, VpcId });
    expect(await account.refused('Vpc', 'ModifyVpcAttribute', { RegionId, VpcId, EnableIPv6: false })).toMatchObject({
      status: 400,
      code: 'DependencyViolation.Ipv6Gateway',
    });
    const custom = await customTable(localyun, account, VpcId);
    await account.ok('Vpc', 'CreateRouteEntry', toInterface(scene));
    await localyun.advance(1_000);
    await account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId: eni });
    await localyun.advance(5_000);
    await account.ok('Ecs', 'DeleteSecurityGroup', { RegionId, SecurityGroupId });
    await account.ok('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId });
    const refused = (parameters: object = {}) =>
      account.refused('Vpc', 'DeleteVpc', { RegionId, VpcId, ...parameters });
    expect(await refused()).toMatchObject({ status: 400, code: 'DependencyViolation.Ipv6Gateway' });
    const force = { ForceDelete: true };
    expect(await refused(force)).toMatchObject({ status: 400, code: 'DependencyViolation.RouteTable' });
    await account.ok('Vpc', 'DeleteRouteTable', { RegionId, RouteTableId: custom });
    await localyun.advance(1_000);
    expect(await refused(force)).toMatchObject({ status: 400, code: 'DependencyViolation.RouteEntry' });
    const route = { RegionId, RouteTableId, DestinationCidrBlock: '10.0.0.0/24', NextHopId: eni };
    await account.ok('Vpc', 'DeleteRouteEntry', route);
    await localyun.advance(1_000);
    expect(await refused({ ...force, DryRun: true })).toMatchObject({ code: 'DryRunOperation' });
    expect(await entriesOf(account, RouteTableId, { RouteEntryType: 'Custom' })).toMatchObject([
      { NextHops: { NextHop: [{ NextHopId: Ipv6GatewayId }] } },
    ]);
    await account.ok('Vpc', 'DeleteVpc', { RegionId, VpcId, ...force });
    expect((await account.ok('Vpc', 'DescribeIpv6Gateways', { RegionId })).TotalCount).toBe(0);
    expect((await account.ok('Vpc', 'DescribeRouteTableList', { RegionId })).TotalCount).toBe(0);
  });
});

describe('a node of a cluster comes and goes', () => {
  const localyun = startTestLocalyun();

  it('with the route to its pods, as the cloud controller manager makes it', async () => {
    const account = localyun.account();
    const network = await account.network();
    const { vpcId: VpcId } = network;
    const run = await account.ok('Ecs', 'RunInstances', {
      RegionId,
      InstanceType: 'ecs.g6.large',
      ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
      PrivateIpAddress: '',
      InstanceName: 'node-1',
      Tag: [
        { Key: 'kubernetes.io/cluster/x', Value: '1' },
        { Key: 'kubernetes.io/role/node', Value: '1' },
      ],
    });
    const [InstanceId] = run.InstanceIdSets.InstanceIdSet;
    await localyun.advance(10_000);
    const found = await account.ok('Ecs', 'DescribeInstances', {
      RegionId,
      InstanceIds: [InstanceId],
      AdditionalAttributes: ['NETWORK_PRIMARY_ENI_IP'],
    });
    const [{ NetworkInterfaceId }] = found.Instances.Instance[0].NetworkInterfaces.NetworkInterface;
    await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId, NetworkInterfaceId: [NetworkInterfaceId] });
    const check = { RegionId, NetworkInterfaceId, SourceDestCheck: false };
    await account.ok('Ecs', 'ModifyNetworkInterfaceAttribute', check);

    const tables = await account.ok('Vpc', 'DescribeRouteTableList', { RegionId, VpcId });
    const [{ RouteTableId }] = tables.RouterTableList.RouterTableListType;
    const list = async (parameters: object = {}) => {
      const wanted = { RegionId, RouteTableId, RouteEntryType: 'Custom', NextHopType: 'Instance', MaxResult: 50 };
      const answer = await account.ok('Vpc', 'DescribeRouteEntryList', { ...wanted, ...parameters });
      expect(answer.NextToken).toBe('');
      return answer.RouteEntrys.RouteEntry;
    };
    expect(await list()).toEqual([]);
    const route = { RegionId, RouteTableId, DestinationCidrBlock: '172.20.0.0/25', NextHopId: InstanceId };
    await account.ok('Vpc', 'CreateRouteEntry', { ...route, NextHopType: 'Instance' });
    await localyun.advance(1_000);
    expect(await list({ DestinationCidrBlock: '172.20.0.0/25', NextHopId: InstanceId })).toMatchObject([
      {
        DestinationCidrBlock: '172.20.0.0/25',
        Type: 'Custom',
        NextHops: { NextHop: [{ NextHopType: 'Instance', NextHopId: InstanceId }] },
      },
    ]);
    // Told again after a restart: the manager looks the route up when it hears that it is there.
    expect(await account.refused('Vpc', 'CreateRouteEntry', { ...route, NextHopType: 'Instance' })).toMatchObject({
      code: 'InvalidCIDRBlock.Duplicate',
    });

    await account.ok('Vpc', 'DeleteRouteEntry', route);
    await localyun.advance(1_000);
    expect(await list()).toEqual([]);
    expect(await account.refused('Vpc', 'DeleteRouteEntry', route)).toMatchObject({
      code: 'InvalidRouteEntry.NotFound',
    });
    await account.ok('Ecs', 'DeleteInstance', { RegionId, InstanceId, Force: true });
    await localyun.advance(10_000);
    const gone = await account.ok('Ecs', 'DescribeInstances', { RegionId, InstanceIds: [InstanceId] });
    expect(gone.Instances.Instance).toEqual([]);
  });
});
