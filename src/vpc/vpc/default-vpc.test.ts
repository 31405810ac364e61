import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';

const RegionId = 'cn-hangzhou';
const ZoneId = 'cn-hangzhou-h';

describe('CreateDefaultVpc and CreateDefaultVSwitch', () => {
  const localyun = startTestLocalyun();

  it('make the default VPC of a region and a default vSwitch in each zone', async () => {
    const account = localyun.account();
    const ResourceGroupId = await account.resourceGroup();
    const made = await account.ok('Vpc', 'CreateDefaultVpc', { RegionId, ResourceGroupId });
    expect(made).toEqual({
      RequestId: expect.any(String),
      VpcId: expect.stringMatching(/^vpc-/),
      VRouterId: expect.stringMatching(/^vrt-/),
      RouteTableId: expect.stringMatching(/^vtb-/),
    });
    const { VpcId } = made;
    const attributes = () => account.ok('Vpc', 'DescribeVpcAttribute', { RegionId, VpcId });
    const described = { CidrBlock: '172.31.0.0/16', IsDefault: true, VpcName: '', ResourceGroupId };
    expect(await attributes()).toMatchObject({ ...described, Status: 'Pending' });
    expect(await account.refused('Vpc', 'CreateDefaultVSwitch', { RegionId, ZoneId })).toMatchObject({
      status: 400,
      code: 'IncorrectVpcStatus',
    });
    await localyun.advance(200);
    expect(await attributes()).toMatchObject({ ...described, Status: 'Available' });

    const { VSwitchId } = await account.ok('Vpc', 'CreateDefaultVSwitch', { RegionId, ZoneId });
    const vSwitch = () => account.ok('Vpc', 'DescribeVSwitchAttributes', { RegionId, VSwitchId });
    expect(await vSwitch()).toMatchObject({
      CidrBlock: '172.31.0.0/20',
      IsDefault: true,
      VpcId,
      ZoneId,
      Status: 'Pending',
    });
    await localyun.advance(200);
    expect(await vSwitch()).toMatchObject({ Status: 'Available' });
    const other = await account.ok('Vpc', 'CreateDefaultVSwitch', { RegionId, ZoneId: 'cn-hangzhou-i' });
    const found = await account.ok('Vpc', 'DescribeVSwitches', { RegionId, IsDefault: true });
    expect(found.VSwitches.VSwitch).toMatchObject([
      { VSwitchId: other.VSwitchId, CidrBlock: '172.31.16.0/20' },
      { VSwitchId },
    ]);
    expect((await account.ok('Vpc', 'DescribeVpcs', { RegionId, IsDefault: true })).TotalCount).toBe(1);
  });

  it('make IPv6 with it', async () => {
    const account = localyun.account();
    const Ipv6CidrBlock = '2001:db8:dead:be00::/56';
    const { VpcId } = await account.ok('Vpc', 'CreateDefaultVpc', { RegionId, EnableIpv6: true, Ipv6CidrBlock });
    await localyun.advance(1_000);
    expect(await account.ok('Vpc', 'DescribeVpcAttribute', { RegionId, VpcId })).toMatchObject({ Ipv6CidrBlock });
    const { VSwitchId } = await account.ok('Vpc', 'CreateDefaultVSwitch', { RegionId, ZoneId, Ipv6CidrBlock: 7 });
    expect(await account.ok('Vpc', 'DescribeVSwitchAttributes', { RegionId, VSwitchId })).toMatchObject({
      Ipv6CidrBlock: '2001:db8:dead:be07::/64',
    });
  });

  it('make one of each, until it is deleted', async () => {
    const account = localyun.account();
    const request = { RegionId, ClientToken: 'token' };
    const { VpcId } = await account.ok('Vpc', 'CreateDefaultVpc', request);
    expect((await account.ok('Vpc', 'CreateDefaultVpc', request)).VpcId).toBe(VpcId);
    await localyun.advance(1_000);
    expect(await account.refused('Vpc', 'CreateDefaultVpc', { RegionId })).toMatchObject({
      status: 400,
      code: 'QuotaExceeded.DefaultVpc',
    });
    await account.ok('Vpc', 'CreateDefaultVpc', { RegionId: 'cn-beijing' });
    const { VSwitchId } = await account.ok('Vpc', 'CreateDefaultVSwitch', { RegionId, ZoneId });
    await localyun.advance(1_000);
    expect(await account.refused('Vpc', 'CreateDefaultVSwitch', { RegionId, ZoneId })).toMatchObject({
      status: 400,
      code: 'QuotaExceeded.DefaultVSwitch',
    });
    await account.ok('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId });
    await account.ok('Vpc', 'CreateDefaultVSwitch', { RegionId, ZoneId });
    await localyun.advance(1_000);
    const [vSwitch] = (await account.ok('Vpc', 'DescribeVSwitches', { RegionId })).VSwitches.VSwitch;
    await account.ok('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId: vSwitch.VSwitchId });
    await account.ok('Vpc', 'DeleteVpc', { RegionId, VpcId });
    await account.ok('Vpc', 'CreateDefaultVpc', { RegionId });
  });

  it.each([
    ['CreateDefaultVpc', { Ipv6CidrBlock: '2001:db8:1::/56' }, 400, 'MissingParam.EnableIpv6'],
    ['CreateDefaultVpc', { EnableIpv6: true, Ipv6CidrBlock: 'x' }, 400, 'InvalidIpv6CidrBlock.Malformed'],
    [
      'CreateDefaultVpc',
      { EnableIpv6: true, Ipv6CidrBlock: '2408:4005:100::/56' },
      400,
      'OperationFailed.IPv6CidrNotReserved',
    ],
    ['CreateDefaultVpc', { ResourceGroupId: 'rg-none' }, 400, 'InvalidResourceGroupId'],
    ['CreateDefaultVpc', { RegionId: undefined }, 400, 'MissingParameter'],
    ['CreateDefaultVSwitch', { ZoneId }, 404, 'InvalidVpcId.NotFound'],
    ['CreateDefaultVSwitch', {}, 400, 'MissingParameter'],
    ['CreateDefaultVSwitch', { ZoneId, Ipv6CidrBlock: 'x' }, 400, 'InvalidParameter'],
  ])('%s refuses %j with %i %s and makes nothing', async (action, parameters, status, code) => {
    const account = localyun.account();
    expect(await account.refused('Vpc', action, { RegionId, ...parameters })).toMatchObject({ status, code });
    expect((await account.ok('Vpc', 'DescribeVpcs', { RegionId })).TotalCount).toBe(0);
  });

  it('hold to the quotas and to what there is', async () => {
    const account = localyun.account();
    const quotas = (values: object) =>
      localyun.server.levers.seed({ accounts: [{ accessKeyId: account.accessKeyId, quotas: values }] });
    await quotas({ vpcs: 0 });
    expect(await account.refused('Vpc', 'CreateDefaultVpc', { RegionId })).toMatchObject({ code: 'QuotaExceeded.Vpc' });
    await quotas({ vpcs: 1, 'v-switches-per-vpc': 0 });
    await account.ok('Vpc', 'CreateDefaultVpc', { RegionId });
    await localyun.advance(1_000);
    const refused = (parameters: object) =>
      account.refused('Vpc', 'CreateDefaultVSwitch', { RegionId, ZoneId, ...parameters });
    expect(await refused({})).toMatchObject({ status: 400, code: 'QuotaExceeded.VSwitch' });
    await quotas({ 'v-switches-per-vpc': 1 });
    expect(await refused({ ZoneId: 'cn-hangzhou-z' })).toMatchObject({ status: 404, code: 'InvalidZoneId.NotFound' });
    expect(await refused({ Ipv6CidrBlock: 1 })).toMatchObject({ code: 'OperationUnsupported.Ipv6Feature' });
    expect(await refused({ Ipv6CidrBlock: 256 })).toMatchObject({ code: 'IllegalParam.Ipv6CidrBlock' });
    expect((await account.ok('Vpc', 'DescribeVSwitches', { RegionId })).TotalCount).toBe(0);
  });

  it('make no default vSwitch where others or routes are', async () => {
    const account = localyun.account();
    const { VpcId, RouteTableId } = await account.ok('Vpc', 'CreateDefaultVpc', { RegionId, EnableIpv6: true });
    await localyun.advance(1_000);
    const refused = (parameters: object = {}) =>
      account.refused('Vpc', 'CreateDefaultVSwitch', { RegionId, ZoneId, ...parameters });
    const vSwitch = { RegionId, VpcId, ZoneId, CidrBlock: '172.31.240.0/20', Ipv6CidrBlock: 7 };
    const { VSwitchId } = await account.ok('Vpc', 'CreateVSwitch', vSwitch);
    await localyun.advance(1_000);
    expect(await refused({ Ipv6CidrBlock: 7 })).toMatchObject({ status: 400, code: 'InvalidCidrBlock.Overlapped' });

    const group = await account.ok('Ecs', 'CreateSecurityGroup', { RegionId, VpcId });
    const eni = { RegionId, VSwitchId, SecurityGroupId: group.SecurityGroupId };
    const { NetworkInterfaceId } = await account.ok('Ecs', 'CreateNetworkInterface', eni);
    const route = { RegionId, RouteTableId, DestinationCidrBlock: '172.31.8.0/24', NextHopType: 'NetworkInterface' };
    await account.ok('Vpc', 'CreateRouteEntry', { ...route, NextHopId: NetworkInterfaceId });
    await localyun.advance(1_000);
    expect(await refused()).toMatchObject({ status: 400, code: 'InvalidCidrBlock' });

    const taken = ['0.0/29', '16.0/20', '32.0/19', '64.0/18', '128.0/18', '192.0/19', '224.0/20'];
    for (const CidrBlock of taken.map((block) => `172.31.${block}`)) {
      await account.ok('Vpc', 'CreateVSwitch', { RegionId, VpcId, ZoneId, CidrBlock });
    }
    expect(await refused()).toMatchObject({ status: 400, code: 'OperationDenied.AvailableCidrInsufficient' });
    const found = await account.ok('Vpc', 'DescribeVSwitches', { RegionId, IsDefault: true });
    expect(found.TotalCount).toBe(0);
  });

  it('the CIDR block of a default VPC stays as it is', async () => {
    const account = localyun.account();
    const { VpcId } = await account.ok('Vpc', 'CreateDefaultVpc', { RegionId });
    await localyun.advance(1_000);
    const change = { RegionId, VpcId, CidrBlock: '172.16.0.0/12' };
    expect(await account.refused('Vpc', 'ModifyVpcAttribute', change)).toMatchObject({
      status: 400,
      code: 'InvalidParameter',
    });
    await account.ok('Vpc', 'ModifyVpcAttribute', { ...change, CidrBlock: '172.31.0.0/16', VpcName: 'default' });
  });
});
