import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { customTable, entriesOf, RegionId, routeScene, toInterface } from './route.fixture.ts';

const create = 'CreateRouteEntry';

describe('CreateRouteEntry', () => {
  const localyun = startTestLocalyun();

  it('adds an entry that is Pending first and Available soon after', async () => {
    const scene = await routeScene(localyun);
    const { account, RouteTableId, eni } = scene;
    const made = await account.ok('Vpc', create, {
      ...toInterface(scene),
      RouteEntryName: 'to pods',
      Description: 'of one node',
    });
    expect(made).toEqual({
      RequestId: expect.any(String),
      RouteEntryId: expect.stringMatching(/^rte-bp1[0-9a-z]{18}$/),
    });
    const entry = {
      RouteEntryId: made.RouteEntryId,
      RouteTableId,
      DestinationCidrBlock: '10.0.0.0/24',
      IpVersion: 'IPv4',
      Type: 'Custom',
      Origin: 'CustomCreate',
      Status: 'Pending',
      RouteEntryName: 'to pods',
      Description: 'of one node',
      ServiceType: '',
      GmtModified: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      NextHops: { NextHop: [{ Enabled: 1, NextHopId: eni, NextHopType: 'NetworkInterface', Weight: 0 }] },
    };
    expect(await entriesOf(account, RouteTableId, { RouteEntryType: 'Custom' })).toEqual([entry]);
    await localyun.advance(200);
    expect(await entriesOf(account, RouteTableId, { RouteEntryType: 'Custom' })).toEqual([
      { ...entry, Status: 'Available' },
    ]);
  });

  it('leads to instances unless the request says otherwise', async () => {
    const { account, network, RouteTableId } = await routeScene(localyun);
    const NextHopId = await account.runInstance(network);
    await account.ok('Vpc', create, { RegionId, RouteTableId, DestinationCidrBlock: '0.0.0.0/0', NextHopId });
    expect(await entriesOf(account, RouteTableId, { NextHopId })).toMatchObject([
      { DestinationCidrBlock: '0.0.0.0/0', NextHops: { NextHop: [{ NextHopId, NextHopType: 'Instance' }] } },
    ]);
  });

  it.each([
    ['10.1.2.3', '10.1.2.3/32'],
    ['192.168.0.0/16', '192.168.0.0/16'],
    ['192.168.1.0/24', '192.168.1.0/24'],
    ['100.64.0.0/11', '100.64.0.0/11'],
    ['100.0.0.0/8', '100.0.0.0/8'],
  ])('takes the destination %s as %s', async (given, kept) => {
    const scene = await routeScene(localyun);
    await scene.account.ok('Vpc', create, toInterface(scene, given));
    const [entry] = await entriesOf(scene.account, scene.RouteTableId, { RouteEntryType: 'Custom' });
    expect(entry?.DestinationCidrBlock).toBe(kept);
  });

  it.each([
    [{ DestinationCidrBlock: '10.0.0.0/33' }, 400, 'InvalidCidrBlock.Malformed'],
    [{ DestinationCidrBlock: '10.0.0.1/24' }, 400, 'InvalidCidrBlock.Malformed'],
    [{ DestinationCidrBlock: 'ten' }, 400, 'InvalidCidrBlock.Malformed'],
    [{ DestinationCidrBlock: '2001:db8::1/64' }, 400, 'InvalidCidrBlock.Malformed'],
    [{ DestinationCidrBlock: '100.64.0.0/10' }, 400, 'InvalidCidrBlock'],
    [{ DestinationCidrBlock: '192.168.0.0/24' }, 400, 'InvalidCidrBlock'],
    [{ DestinationCidrBlock: '192.168.0.7' }, 400, 'InvalidCidrBlock'],
    [{ DestinationCidrBlock: '::/0' }, 400, 'OperationDenied.VpcIpv6NotEnabled'],
    [{ DestinationCidrBlock: undefined }, 400, 'MissingParameter'],
    [{ RouteTableId: 'vtb-none' }, 404, 'InvalidRouteTableId.NotFound'],
    [{ RouteTableId: undefined }, 400, 'MissingParameter'],
    [{ RegionId: 'cn-beijing' }, 404, 'InvalidRouteTableId.NotFound'],
    [{ NextHopId: undefined }, 400, 'MissingParameter'],
    [{ NextHopId: undefined, NextHopType: undefined }, 400, 'InvalidNexthopTypeAndList.BothNull'],
    [{ NextHopList: [{ NextHopId: 'ri-1' }] }, 400, 'InvalidNexthopTypeAndList.BothNotNull'],
    [{ NextHopType: 'Gateway' }, 400, 'InvalidNextHopType'],
    [{ NextHopType: 'Instance', NextHopId: 'i-none' }, 404, 'InvalidInstanId.NotFound'],
    [{ NextHopId: 'eni-none' }, 404, 'InvalidNetworkInterface.NotFound'],
    [{ NextHopType: 'IPv6Gateway', NextHopId: 'ipv6gw-none' }, 404, 'InvalidIpv6Gateway.NotFound'],
    [{ NextHopType: 'NatGateway', NextHopId: 'ngw-none' }, 404, 'InvalidNextHopId.NotFound'],
    [{ NextHopType: 'HaVip', NextHopId: 'havip-none' }, 404, 'InvalidNextHopId.NotFound'],
    [{ RouteEntryName: 'http://name' }, 400, 'InvalidRouteEntryName.Malformed'],
    [{ RouteEntryName: 'n'.repeat(129) }, 400, 'InvalidRouteEntryName.Malformed'],
    [{ Description: 'https://description' }, 400, 'InvalidDescription.Malformed'],
    [{ Description: 'd'.repeat(257) }, 400, 'InvalidDescription.Malformed'],
    [{ DryRun: true }, 400, 'DryRunOperation'],
  ])('refuses %j with %i %s and adds nothing', async (parameters, status, code) => {
    const scene = await routeScene(localyun);
    const refusal = await scene.account.refused('Vpc', create, { ...toInterface(scene), ...parameters });
    expect(refusal).toMatchObject({ status, code });
    expect(await entriesOf(scene.account, scene.RouteTableId, { RouteEntryType: 'Custom' })).toEqual([]);
  });

  it.each([
    [1, 'InvalidNexthopListSize'],
    [17, 'InvalidNexthopListSize'],
    [2, 'InvalidRouterInterface'],
  ])('refuses %i next hops with %s: they could only be router interfaces', async (count, code) => {
    const { account, RouteTableId } = await routeScene(localyun);
    const NextHopList = Array.from({ length: count }, () => ({ NextHopId: 'ri-1', NextHopType: 'RouterInterface' }));
    const request = { RegionId, RouteTableId, DestinationCidrBlock: '10.0.0.0/8', NextHopList };
    expect(await account.refused('Vpc', create, request)).toMatchObject({ status: 400, code });
  });

  it('has one entry for a destination in a table, and another in another table', async () => {
    const scene = await routeScene(localyun);
    const { account, network } = scene;
    const other = await customTable(localyun, account, network.vpcId);
    await account.ok('Vpc', create, toInterface(scene, '10.0.0.1'));
    await localyun.advance(1_000);
    expect(await account.refused('Vpc', create, toInterface(scene, '10.0.0.1/32'))).toMatchObject({
      status: 400,
      code: 'InvalidCIDRBlock.Duplicate',
    });
    await account.ok('Vpc', create, { ...toInterface(scene, '10.0.0.1/32'), RouteTableId: other });
  });

  it('adds entries of one table one after another', async () => {
    const scene = await routeScene(localyun);
    const { account, RouteTableId } = scene;
    await account.ok('Vpc', create, toInterface(scene, '10.0.0.0/24'));
    expect(await account.refused('Vpc', create, toInterface(scene, '10.0.1.0/24'))).toMatchObject({
      status: 400,
      code: 'IncorrectRouteEntryStatus',
    });
    await localyun.advance(200);
    await account.ok('Vpc', create, toInterface(scene, '10.0.1.0/24'));
    expect(await entriesOf(account, RouteTableId, { RouteEntryType: 'Custom' })).toHaveLength(2);
  });

  it('waits for vSwitches, route tables and VPCs that are on their way', async () => {
    const scene = await routeScene(localyun);
    const { account, network, eni } = scene;
    const vSwitch = { RegionId, VpcId: network.vpcId, ZoneId: network.zoneId, CidrBlock: '192.168.9.0/24' };
    await account.ok('Vpc', 'CreateVSwitch', vSwitch);
    const refused = (parameters: object) => account.refused('Vpc', create, { ...toInterface(scene), ...parameters });
    expect(await refused({})).toMatchObject({ code: 'IncorrectRouteEntryStatus' });
    await localyun.advance(1_000);
    const table = await account.ok('Vpc', 'CreateRouteTable', { RegionId, VpcId: network.vpcId });
    expect(await refused({ RouteTableId: table.RouteTableId })).toMatchObject({
      status: 400,
      code: 'IncorrectStatus.RouteTableStatus',
    });
    const vpc = await account.ok('Vpc', 'CreateVpc', { RegionId });
    expect(await refused({ RouteTableId: vpc.RouteTableId })).toMatchObject({
      status: 400,
      code: 'IncorrectVpcStatus',
    });
    await localyun.advance(1_000);
    expect(await refused({ RouteTableId: vpc.RouteTableId })).toMatchObject({
      status: 400,
      code: 'Mismatch.EniIdAndRouteTableId',
    });
    const NextHopId = await account.runInstance(network);
    const foreign = { RouteTableId: vpc.RouteTableId, NextHopType: 'Instance', NextHopId };
    expect(await refused(foreign)).toMatchObject({ status: 400, code: 'OperationFailed.InstanceDismatchCurrentVpc' });
    expect(eni).toMatch(/^eni-/);
  });

  it('leads nowhere that is not there yet, or no longer', async () => {
    const scene = await routeScene(localyun);
    const { account, network, eni } = scene;
    const run = await account.ok('Ecs', 'RunInstances', {
      RegionId,
      InstanceType: 'ecs.g6.large',
      ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
    });
    const [InstanceId] = run.InstanceIdSets.InstanceIdSet;
    const toInstance = { ...toInterface(scene), NextHopType: 'Instance', NextHopId: InstanceId };
    const incorrect = { status: 400, code: 'IncorrectInstanceStatus' };
    expect(await account.refused('Vpc', create, toInstance)).toMatchObject(incorrect);
    await localyun.advance(10_000);
    await account.ok('Ecs', 'DeleteInstance', { RegionId, InstanceId, Force: true });
    expect(await account.refused('Vpc', create, toInstance)).toMatchObject(incorrect);
    await account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId: eni });
    expect(await account.refused('Vpc', create, toInterface(scene))).toMatchObject(incorrect);
  });

  it('leads to no interface in cut-through mode, and to none that a service manages', async () => {
    const scene = await routeScene(localyun);
    const { account, eni } = scene;
    const { AllocationId } = await account.ok('Vpc', 'AllocateEipAddress', { RegionId });
    const association = { RegionId, AllocationId, InstanceId: eni, InstanceType: 'NetworkInterface', Mode: 'BINDED' };
    await account.ok('Vpc', 'AssociateEipAddress', association);
    expect(await account.refused('Vpc', create, toInterface(scene))).toMatchObject({
      status: 400,
      code: 'InvalidNexthop.DirectEni',
    });
    const other = await routeScene(localyun);
    await localyun.server.levers.fixNetworkInterface(other.eni, { serviceId: 1234 });
    expect(await other.account.refused('Vpc', create, toInterface(other))).toMatchObject({
      status: 400,
      code: 'InvalidNexthop.UnsupportedEniBizType',
    });
  });

  it('leads IPv6 addresses to a network interface with one of its own', async () => {
    const scene = await routeScene(localyun);
    const { account, network, eni, RouteTableId } = scene;
    const { vpcId: VpcId, vSwitchId: VSwitchId } = network;
    await account.ok('Vpc', 'ModifyVpcAttribute', { RegionId, VpcId, EnableIPv6: true });
    await account.ok('Vpc', 'ModifyVSwitchAttribute', { RegionId, VSwitchId, EnableIPv6: true, Ipv6CidrBlock: 1 });
    const { Ipv6CidrBlock } = await account.ok('Vpc', 'DescribeVSwitchAttributes', { RegionId, VSwitchId });
    const refused = (parameters: object) =>
      account.refused('Vpc', create, { ...toInterface(scene, '2001:DB8:0:0::/64'), ...parameters });
    expect(await refused({})).toMatchObject({ status: 400, code: 'OperationFailed.NotSupportIPV6' });
    const assign = () =>
      account.ok('Ecs', 'AssignIpv6Addresses', { RegionId, NetworkInterfaceId: eni, Ipv6AddressCount: 1 });
    await assign();
    const InstanceId = await account.runInstance(network);
    expect(await refused({ NextHopType: 'Instance', NextHopId: InstanceId })).toMatchObject({
      code: 'OperationFailed.NotSupportIPV6',
    });
    const found = await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId, InstanceId });
    const [{ NetworkInterfaceId: primary }] = found.NetworkInterfaceSets.NetworkInterfaceSet;
    expect(await refused({ NextHopId: primary })).toMatchObject({
      code: 'OperationUnsupported.Ipv6EntryOnPrimaryNetworkInterface',
    });
    expect(await refused({ DestinationCidrBlock: Ipv6CidrBlock })).toMatchObject({
      status: 400,
      code: 'OperationUnsupported.DestinationCidrBlockOverlapWithVSwitch',
    });
    await account.ok('Vpc', create, toInterface(scene, '2001:DB8:0:0::/64'));
    expect(await entriesOf(account, RouteTableId, { RouteEntryType: 'Custom', IpVersion: 'IPv6' })).toMatchObject([
      { DestinationCidrBlock: '2001:db8::/64', IpVersion: 'IPv6' },
    ]);
    await localyun.advance(1_000);
    await assign();
    expect(await refused({ DestinationCidrBlock: '2001:db8:1::1' })).toMatchObject({
      code: 'OperationUnsupported.MutipleIpv6Address',
    });
  });

  it('holds to the quota of entries in one table', async () => {
    const scene = await routeScene(localyun);
    const { account } = scene;
    const quotas = { 'route-entries-per-route-table': 1 };
    await localyun.server.levers.seed({ accounts: [{ accessKeyId: account.accessKeyId, quotas }] });
    await account.ok('Vpc', create, toInterface(scene));
    await localyun.advance(1_000);
    expect(await account.refused('Vpc', create, toInterface(scene, '10.0.1.0/24'))).toMatchObject({
      status: 400,
      code: 'QuotaExceeded',
    });
  });

  it('answers a repeated ClientToken with the same entry', async () => {
    const scene = await routeScene(localyun);
    const request = { ...toInterface(scene), ClientToken: 'token-1' };
    const { RouteEntryId } = await scene.account.ok('Vpc', create, request);
    expect((await scene.account.ok('Vpc', create, request)).RouteEntryId).toBe(RouteEntryId);
  });

  it('has nothing to do with what other accounts have', async () => {
    const [scene, foreign] = [await routeScene(localyun), await routeScene(localyun)];
    const { account } = scene;
    expect(
      await account.refused('Vpc', create, { ...toInterface(scene), RouteTableId: foreign.RouteTableId }),
    ).toMatchObject({ status: 404, code: 'InvalidRouteTableId.NotFound' });
    expect(await account.refused('Vpc', create, { ...toInterface(scene), NextHopId: foreign.eni })).toMatchObject({
      status: 404,
      code: 'InvalidNetworkInterface.NotFound',
    });
  });
});
