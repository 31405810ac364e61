import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { Body } from '../../../test/support/test-account.ts';

const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';
const action = 'ModifyInstanceVpcAttribute';

async function setUp(overrides: Parameters = {}) {
  const account = localyun.account();
  const network = await account.network();
  const InstanceId = await account.runInstance(network, { PrivateIpAddress: '192.168.0.9', ...overrides });
  await account.ok('Ecs', 'StopInstance', { InstanceId });
  await localyun.advance(1_000);
  const instance = async (): Promise<Body> =>
    (await account.ok('Ecs', 'DescribeInstances', { RegionId })).Instances.Instance[0];
  const primary = async (): Promise<Body> =>
    (await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId, InstanceId, Type: 'Primary' }))
      .NetworkInterfaceSets.NetworkInterfaceSet[0];
  const free = async (id: string): Promise<number> => {
    const answer = await account.ok('Vpc', 'DescribeVSwitches', { RegionId, VSwitchId: id });
    return answer.VSwitches.VSwitch[0].AvailableIpAddressCount;
  };
  const beside = (cidrBlock = '192.168.1.0/24', zoneId = network.zoneId) =>
    account.vSwitch(network, { zoneId, cidrBlock });
  const move = (parameters: object) => account.ok('Ecs', action, { InstanceId, ...parameters });
  const refused = (parameters: object) => account.refused('Ecs', action, { InstanceId, ...parameters });
  return { account, network, InstanceId, instance, primary, free, beside, move, refused };
}

describe('the private address of an instance', () => {
  it('is changed in its vSwitch, and an elastic IP address follows', async () => {
    const { account, network, InstanceId, instance, primary, free, move } = await setUp();
    const { AllocationId, EipAddress } = await account.ok('Vpc', 'AllocateEipAddress', { RegionId });
    await account.ok('Vpc', 'AssociateEipAddress', { RegionId, AllocationId, InstanceId });
    const before = await free(network.vSwitchId);
    await move({ VSwitchId: network.vSwitchId, PrivateIpAddress: '192.168.0.77' });
    expect((await instance()).VpcAttributes).toMatchObject({
      VSwitchId: network.vSwitchId,
      PrivateIpAddress: { IpAddress: ['192.168.0.77'] },
    });
    const eni = await primary();
    expect(eni).toMatchObject({
      PrivateIpAddress: '192.168.0.77',
      PrivateIpSets: { PrivateIpSet: [{ PrivateIpAddress: '192.168.0.77', Primary: true }] },
    });
    expect(eni.PrivateIpSets.PrivateIpSet[0].AssociatedPublicIp).toMatchObject({ PublicIpAddress: EipAddress });
    expect(await free(network.vSwitchId)).toBe(before);
    await account.createNetworkInterface(network, { PrimaryIpAddress: '192.168.0.9' });
    await account.ok('Vpc', 'UnassociateEipAddress', { RegionId, AllocationId, InstanceId });
  });

  it('is a random one where none is named', async () => {
    const { network, primary, move } = await setUp();
    await move({ VSwitchId: network.vSwitchId });
    expect((await primary()).PrivateIpAddress).toMatch(/^192\.168\.0\.\d+$/);
  });

  it('stays beside others in the same vSwitch', async () => {
    const { account, network, primary, move } = await setUp();
    const NetworkInterfaceId = (await primary()).NetworkInterfaceId;
    await account.ok('Ecs', 'AssignPrivateIpAddresses', {
      RegionId,
      NetworkInterfaceId,
      PrivateIpAddress: ['192.168.0.50'],
    });
    await move({ VSwitchId: network.vSwitchId, PrivateIpAddress: '192.168.0.77' });
    const set = (await primary()).PrivateIpSets.PrivateIpSet;
    expect(set.map((one: Body) => [one.PrivateIpAddress, one.Primary])).toEqual([
      ['192.168.0.77', true],
      ['192.168.0.50', false],
    ]);
  });
});

describe('the vSwitch of an instance', () => {
  it('is changed to another one of the zone', async () => {
    const { account, network, InstanceId, instance, primary, free, beside, move } = await setUp();
    const VSwitchId = await beside();
    const [left, entered] = [await free(network.vSwitchId), await free(VSwitchId)];
    await move({ VSwitchId, PrivateIpAddress: '192.168.1.9' });
    expect((await instance()).VpcAttributes).toMatchObject({
      VpcId: network.vpcId,
      VSwitchId,
      PrivateIpAddress: { IpAddress: ['192.168.1.9'] },
    });
    expect(await primary()).toMatchObject({ VSwitchId, VpcId: network.vpcId, PrivateIpAddress: '192.168.1.9' });
    expect([await free(network.vSwitchId), await free(VSwitchId)]).toEqual([left + 1, entered - 1]);
    await account.ok('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId: network.vSwitchId });
    await account.ok('Ecs', 'StartInstance', { InstanceId });
  });

  it('stays while the primary interface has more than its own address', async () => {
    const { account, primary, beside, refused } = await setUp();
    const { NetworkInterfaceId, VSwitchId: before } = await primary();
    await account.ok('Ecs', 'AssignPrivateIpAddresses', {
      RegionId,
      NetworkInterfaceId,
      SecondaryPrivateIpAddressCount: 1,
    });
    const VSwitchId = await beside();
    expect(await refused({ VSwitchId })).toMatchObject({ status: 403, code: 'OperationDenied' });
    expect((await primary()).VSwitchId).toBe(before);
  });

  it('leaves secondary interfaces where they are', async () => {
    const { account, network, InstanceId, primary, beside, move } = await setUp();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    await account.ok('Ecs', 'AttachNetworkInterface', { RegionId, InstanceId, NetworkInterfaceId });
    await localyun.advance(2_000);
    const VSwitchId = await beside();
    await move({ VSwitchId });
    expect((await primary()).VSwitchId).toBe(VSwitchId);
    const secondary = await account.describeNetworkInterface(network, NetworkInterfaceId);
    expect(secondary).toMatchObject({ VSwitchId: network.vSwitchId, Status: 'InUse' });
  });
});

describe('the VPC of an instance', () => {
  it('is changed together with its security groups', async () => {
    const { account, network, instance, primary, move } = await setUp();
    const other = await account.network({ cidrBlock: '192.168.7.0/24' });
    await move({ VpcId: other.vpcId, VSwitchId: other.vSwitchId, SecurityGroupId: [other.securityGroupId] });
    expect(await instance()).toMatchObject({
      VpcAttributes: { VpcId: other.vpcId, VSwitchId: other.vSwitchId },
      SecurityGroupIds: { SecurityGroupId: [other.securityGroupId] },
    });
    expect(await primary()).toMatchObject({ VpcId: other.vpcId, VSwitchId: other.vSwitchId });
    await account.ok('Ecs', 'DeleteSecurityGroup', { RegionId, SecurityGroupId: network.securityGroupId });
    await account.ok('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId: network.vSwitchId });
  });

  it('may be named although it stays, and groups with it', async () => {
    const { account, network, instance, move } = await setUp();
    const { vpcId: VpcId, vSwitchId: VSwitchId } = network;
    const { SecurityGroupId } = await account.ok('Ecs', 'CreateSecurityGroup', { RegionId, VpcId });
    await move({ VpcId, VSwitchId });
    expect((await instance()).SecurityGroupIds.SecurityGroupId).toEqual([network.securityGroupId]);
    await move({ VpcId, VSwitchId, SecurityGroupId: [SecurityGroupId] });
    expect((await instance()).SecurityGroupIds.SecurityGroupId).toEqual([SecurityGroupId]);
  });

  it('stays without groups of the other VPC, and while another interface is attached', async () => {
    const { account, network, InstanceId, instance, refused } = await setUp();
    const before = await instance();
    const other = await account.network({ cidrBlock: '192.168.7.0/24' });
    const there = { VpcId: other.vpcId, VSwitchId: other.vSwitchId };
    expect(await refused(there)).toMatchObject({ status: 400, code: 'MissingParameter' });
    const unknown = { ...there, SecurityGroupId: ['sg-none'] };
    expect(await refused(unknown)).toMatchObject({ status: 404, code: 'InvalidSecurityGroupId.NotFound' });
    const wrong = { ...there, SecurityGroupId: [network.securityGroupId] };
    expect(await refused(wrong)).toMatchObject({ status: 403, code: 'InvalidOperation.VpcMismatch' });
    expect(await instance()).toEqual(before);
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    await account.ok('Ecs', 'AttachNetworkInterface', { RegionId, InstanceId, NetworkInterfaceId });
    await localyun.advance(2_000);
    const right = { ...there, SecurityGroupId: [other.securityGroupId] };
    expect(await refused(right)).toMatchObject({ status: 403, code: 'OperationDenied' });
  });

  it('takes no groups that an interface cannot be in together', async () => {
    const { account, network, refused } = await setUp();
    const { vpcId: VpcId, vSwitchId: VSwitchId } = network;
    const group = async (more: object = {}): Promise<string> =>
      (await account.ok('Ecs', 'CreateSecurityGroup', { RegionId, VpcId, ...more })).SecurityGroupId;
    const one = await group();
    const advanced = await group({ SecurityGroupType: 'enterprise' });
    const classic = await group({ VpcId: undefined });
    const many = [one, await group(), await group(), await group(), await group(), await group()];
    const cases = [
      [many, 400, 'JoinedGroupLimitExceed'],
      [[one, one], 404, 'InvalidParameter.SecurityGroupIdRepeated'],
      [[one, advanced], 403, 'InvalidOperation.MultiGroupType'],
      [[classic], 403, 'InvalidSecurityGroupId.NotVpc'],
    ] as const;
    for (const [SecurityGroupId, status, code] of cases) {
      expect(await refused({ VpcId, VSwitchId, SecurityGroupId })).toMatchObject({ status, code });
    }
    await localyun.server.levers.seed({
      accounts: [{ accessKeyId: account.accessKeyId, quotas: { 'rules-per-network-interface': 0 } }],
    });
    const Permissions = [{ IpProtocol: 'tcp', PortRange: '22/22', SourceCidrIp: '10.0.0.0/8' }];
    await account.ok('Ecs', 'AuthorizeSecurityGroup', { RegionId, SecurityGroupId: one, Permissions });
    expect(await refused({ VpcId, VSwitchId, SecurityGroupId: [one] })).toMatchObject({
      status: 403,
      code: 'AclLimitExceed',
    });
  });

  it('stays when the group there is full', async () => {
    const { account, primary, refused } = await setUp();
    const other = await account.network({ cidrBlock: '192.168.7.0/24' });
    const there = {
      VpcId: other.vpcId,
      VSwitchId: other.vSwitchId,
      SecurityGroupId: [other.securityGroupId],
    };
    await localyun.server.levers.seed({
      accounts: [{ accessKeyId: account.accessKeyId, quotas: { 'private-addresses-per-basic-security-group': 0 } }],
    });
    expect(await refused(there)).toMatchObject({ status: 403, code: 'SecurityGroupInstanceLimitExceed' });
    expect((await primary()).VpcId).not.toBe(other.vpcId);
  });

  it('stays while a route leads to it', async () => {
    const { account, network, InstanceId, refused, instance } = await setUp();
    const other = await account.network({ cidrBlock: '192.168.7.0/24' });
    const { RouterTableList } = await account.ok('Vpc', 'DescribeRouteTableList', { RegionId, VpcId: network.vpcId });
    const [{ RouteTableId }] = RouterTableList.RouterTableListType;
    const route = { RegionId, RouteTableId, DestinationCidrBlock: '10.0.0.0/24', NextHopId: InstanceId };
    await account.ok('Vpc', 'CreateRouteEntry', route);
    await localyun.advance(1_000);
    const there = { VpcId: other.vpcId, VSwitchId: other.vSwitchId, SecurityGroupId: [other.securityGroupId] };
    expect(await refused(there)).toMatchObject({
      status: 403,
      code: 'OperationDenied',
      message: expect.stringContaining('route'),
    });
    expect((await instance()).VpcAttributes.VpcId).toBe(network.vpcId);
  });

  it('cannot be one of another account', async () => {
    const { refused } = await setUp();
    const { vpcId: VpcId, vSwitchId: VSwitchId } = await localyun.account().network();
    expect(await refused({ VpcId, VSwitchId })).toMatchObject({ status: 404, code: 'InvalidVSwitchId.NotFound' });
  });
});

describe('ModifyInstanceVpcAttribute', () => {
  it.each([
    [{ PrivateIpAddress: '192.168.0' }, 400, 'InvalidPrivateIpAddress.Malformed'],
    [{ PrivateIpAddress: '192.168.9.9' }, 400, 'InvalidPrivateIpAddress.Mismatch'],
    [{ PrivateIpAddress: '192.168.0.254' }, 400, 'InvalidPrivateIpAddress.Mismatch'],
    [{ PrivateIpAddress: '192.168.0.9' }, 400, 'InvalidPrivateIpAddress.Duplicated'],
    [{ PrivateIpAddress: '192.168.0.20' }, 400, 'InvalidPrivateIpAddress.Duplicated'],
    [{ VSwitchId: 'vsw-none' }, 404, 'InvalidVSwitchId.NotFound'],
    [{ VSwitchId: undefined }, 400, 'MissingParameter'],
    [{ VpcId: 'vpc-none' }, 404, 'InvalidVSwitchId.NotFound'],
    [{ InstanceId: 'i-none' }, 404, 'InvalidInstanceId.NotFound'],
  ])('refuses %j', async (parameters, status, code) => {
    const { account, network, instance, free, refused } = await setUp();
    await account.createNetworkInterface(network, { PrimaryIpAddress: '192.168.0.20' });
    const before = [await instance(), await free(network.vSwitchId)];
    expect(await refused({ VSwitchId: network.vSwitchId, ...parameters })).toMatchObject({ status, code });
    expect([await instance(), await free(network.vSwitchId)]).toEqual(before);
  });

  it('needs a stopped instance and a vSwitch of its zone that is ready', async () => {
    const { account, network, InstanceId, beside, refused } = await setUp();
    const elsewhere = await beside('192.168.2.0/24', 'cn-hangzhou-i');
    expect(await refused({ VSwitchId: elsewhere })).toMatchObject({ status: 400, code: 'InvalidVSwitchId.Mismatch' });
    const { VSwitchId } = await account.ok('Vpc', 'CreateVSwitch', {
      RegionId,
      VpcId: network.vpcId,
      ZoneId: network.zoneId,
      CidrBlock: '192.168.3.0/24',
    });
    expect(await refused({ VSwitchId })).toMatchObject({ status: 400, code: 'IncorrectVSwitchStatus' });
    await localyun.advance(1_000);
    await account.ok('Ecs', 'StartInstance', { InstanceId });
    expect(await refused({ VSwitchId })).toMatchObject({ status: 400, code: 'IncorrectInstanceStatus' });
  });

  it('gives up when the vSwitch is full', async () => {
    const { account, network, beside, refused } = await setUp();
    const VSwitchId = await beside('192.168.4.0/29');
    for (let count = 0; count < 4; count += 1)
      await account.createNetworkInterface({ ...network, vSwitchId: VSwitchId });
    expect(await refused({ VSwitchId })).toMatchObject({ status: 403, code: 'InvalidVSwitchId.IpNotEnough' });
  });
});
