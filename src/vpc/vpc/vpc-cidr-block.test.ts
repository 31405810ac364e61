import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { TestAccount } from '../../../test/support/test-account.ts';

const RegionId = 'cn-hangzhou';
const ZoneId = 'cn-hangzhou-h';

describe('AssociateVpcCidrBlock and UnassociateVpcCidrBlock', () => {
  const localyun = startTestLocalyun();
  const vpcOf = async (account: TestAccount, parameters: object = {}): Promise<string> => {
    const { VpcId } = await account.ok('Vpc', 'CreateVpc', { RegionId, CidrBlock: '10.0.0.0/16', ...parameters });
    await localyun.advance(1_000);
    return VpcId;
  };
  const blocksOf = async (account: TestAccount, VpcId: string) => {
    const attributes = await account.ok('Vpc', 'DescribeVpcAttribute', { RegionId, VpcId });
    const [row] = (await account.ok('Vpc', 'DescribeVpcs', { RegionId, VpcId })).Vpcs.Vpc;
    const shown = ({ SecondaryCidrBlocks, Ipv6CidrBlocks }: typeof attributes) => ({
      secondary: SecondaryCidrBlocks.SecondaryCidrBlock,
      ipv6: Ipv6CidrBlocks.Ipv6CidrBlock.map((block: { Ipv6CidrBlock: string }) => block.Ipv6CidrBlock),
    });
    expect(shown(row)).toEqual(shown(attributes));
    return shown(attributes);
  };
  const associate = (account: TestAccount, parameters: object) =>
    account.ok('Vpc', 'AssociateVpcCidrBlock', { RegionId, ...parameters });
  const unassociate = (account: TestAccount, parameters: object) =>
    account.ok('Vpc', 'UnassociateVpcCidrBlock', { RegionId, ...parameters });

  it('give a VPC another IPv4 block, for vSwitches to lie in', async () => {
    const account = localyun.account();
    const VpcId = await vpcOf(account);
    const made = await associate(account, { VpcId, SecondaryCidrBlock: '192.168.0.0/16', IpVersion: 'IPV4' });
    expect(made).toEqual({ RequestId: expect.any(String), CidrBlock: '192.168.0.0/16', IpVersion: 'IPV4' });
    await localyun.advance(1);
    await associate(account, { VpcId, SecondaryCidrBlock: '172.16.0.0/12', RegionId: undefined });
    expect(await blocksOf(account, VpcId)).toEqual({ secondary: ['192.168.0.0/16', '172.16.0.0/12'], ipv6: [] });
    const vSwitch = { RegionId, VpcId, ZoneId, CidrBlock: '192.168.3.0/24' };
    const { VSwitchId } = await account.ok('Vpc', 'CreateVSwitch', vSwitch);
    await localyun.advance(1_000);
    const group = await account.ok('Ecs', 'CreateSecurityGroup', { RegionId, VpcId });
    const eni = await account.ok('Ecs', 'CreateNetworkInterface', { RegionId, VSwitchId, ...group });
    expect(eni.PrivateIpAddress).toMatch(/^192\.168\.3\./);
    await account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId: eni.NetworkInterfaceId });
    await localyun.advance(5_000);

    const block = { RegionId, VpcId, SecondaryCidrBlock: '192.168.0.0/16' };
    expect(await account.refused('Vpc', 'UnassociateVpcCidrBlock', block)).toMatchObject({
      status: 400,
      code: 'OperationFailed.CidrInUse',
    });
    await account.ok('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId });
    await unassociate(account, block);
    expect(await blocksOf(account, VpcId)).toEqual({ secondary: ['172.16.0.0/12'], ipv6: [] });
    expect(await account.refused('Vpc', 'CreateVSwitch', vSwitch)).toMatchObject({ code: 'InvalidParameter' });
  });

  it('have a vSwitch of any place lie in the first block that has room', async () => {
    const account = localyun.account();
    const VpcId = await vpcOf(account, { CidrBlock: '10.0.0.0/28' });
    await associate(account, { VpcId, SecondaryCidrBlock: '192.168.0.0/28' });
    const cidrs: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      const { VSwitchId } = await account.ok('Vpc', 'CreateVSwitch', { RegionId, VpcId, ZoneId, CidrMask: 29 });
      await localyun.advance(1_000);
      cidrs.push((await account.ok('Vpc', 'DescribeVSwitchAttributes', { RegionId, VSwitchId })).CidrBlock);
    }
    expect(cidrs).toEqual(['10.0.0.0/29', '10.0.0.8/29', '192.168.0.0/29', '192.168.0.8/29']);
    expect(await account.refused('Vpc', 'CreateVSwitch', { RegionId, VpcId, ZoneId, CidrMask: 29 })).toMatchObject({
      code: 'OperationDenied.AvailableCidrInsufficient',
    });
  });

  it('give a VPC another IPv6 block, chosen or named', async () => {
    const account = localyun.account();
    const VpcId = await vpcOf(account, { EnableIpv6: true });
    const { Ipv6CidrBlock: first } = await account.ok('Vpc', 'DescribeVpcAttribute', { RegionId, VpcId });
    const chosen = await associate(account, { VpcId, IpVersion: 'IPV6' });
    expect(chosen).toMatchObject({ IpVersion: 'IPV6', CidrBlock: expect.stringMatching(/^2001:db8:.*\/56$/) });
    const named = { VpcId, IPv6CidrBlock: '2001:DB8:face:ce00::/56', Ipv6Isp: 'ChinaMobile' };
    expect(await associate(account, named)).toMatchObject({ CidrBlock: '2001:db8:face:ce00::/56' });
    const { ipv6 } = await blocksOf(account, VpcId);
    expect(ipv6[0]).toBe(first);
    expect([...ipv6].sort()).toEqual([first, chosen.CidrBlock, '2001:db8:face:ce00::/56'].sort());
    const { Ipv6CidrBlocks } = await account.ok('Vpc', 'DescribeVpcAttribute', { RegionId, VpcId });
    expect(Ipv6CidrBlocks.Ipv6CidrBlock).toContainEqual({
      Ipv6CidrBlock: '2001:db8:face:ce00::/56',
      Ipv6Isp: 'ChinaMobile',
    });
    // Nobody else can have it.
    const other = await vpcOf(account, { EnableIpv6: true });
    for (const request of [
      { action: 'AssociateVpcCidrBlock', VpcId: other, IPv6CidrBlock: '2001:db8:face:ce00::/56' },
      { action: 'CreateVpc', EnableIpv6: true, Ipv6CidrBlock: '2001:db8:face:ce00::/56' },
    ]) {
      const { action, ...parameters } = request;
      expect(await account.refused('Vpc', action, { RegionId, ...parameters })).toMatchObject({
        code: 'OperationFailed.IPv6CidrNotReserved',
      });
    }
    const vSwitch = { RegionId, VpcId, ZoneId, CidrBlock: '10.0.0.0/24', Ipv6CidrBlock: 5 };
    const VpcIpv6CidrBlock = '2001:db8:face:ce00::/56';
    const { VSwitchId } = await account.ok('Vpc', 'CreateVSwitch', { ...vSwitch, VpcIpv6CidrBlock });
    await localyun.advance(1_000);
    const described = () => account.ok('Vpc', 'DescribeVSwitchAttributes', { RegionId, VSwitchId });
    expect(await described()).toMatchObject({ Ipv6CidrBlock: '2001:db8:face:ce05::/64' });
    await account.ok('Vpc', 'ModifyVSwitchAttribute', { RegionId, VSwitchId, Ipv6CidrBlock: 5 });
    expect(await described()).toMatchObject({ Ipv6CidrBlock: '2001:db8:face:ce05::/64' });
    const block = { RegionId, VpcId, IPv6CidrBlock: '2001:db8:face:ce00:0::/56' };
    expect(await account.refused('Vpc', 'UnassociateVpcCidrBlock', block)).toMatchObject({
      status: 400,
      code: 'OperationFailed.CidrInUse',
    });
    await account.ok('Vpc', 'DeleteVSwitch', { RegionId, VSwitchId });
    await unassociate(account, block);
    expect((await blocksOf(account, VpcId)).ipv6).toEqual([first, chosen.CidrBlock]);
    await account.ok('Vpc', 'ModifyVpcAttribute', { RegionId, VpcId, EnableIPv6: false });
    expect(await blocksOf(account, VpcId)).toEqual({ secondary: [], ipv6: [] });
  });

  it('switch IPv6 on with the first IPv6 block of a VPC', async () => {
    const account = localyun.account();
    const VpcId = await vpcOf(account);
    const { CidrBlock } = await associate(account, { VpcId, IpVersion: 'IPV6' });
    expect(await account.ok('Vpc', 'DescribeVpcAttribute', { RegionId, VpcId })).toMatchObject({
      EnabledIpv6: true,
      Ipv6CidrBlock: CidrBlock,
    });
  });

  it.each([
    [{ SecondaryCidrBlock: '10.0.0.0' }, 'InvalidCidrBlock.Malformed'],
    [{ SecondaryCidrBlock: '11.0.0.0/7' }, 'InvalidCidrBlock.Malformed'],
    [{ SecondaryCidrBlock: '12.0.0.0/7' }, 'IllegalParam.SecondaryCidrBlock'],
    [{ SecondaryCidrBlock: '11.0.0.0/29' }, 'IllegalParam.SecondaryCidrBlock'],
    [{ SecondaryCidrBlock: '100.64.0.0/16' }, 'OperationDenied.CidrInExcludeCidrs'],
    [{ SecondaryCidrBlock: '10.0.0.0/16' }, 'Duplicated.SecondaryCidrBlock'],
    [{ SecondaryCidrBlock: '10.0.0.0/8' }, 'Duplicated.SecondaryCidrBlock'],
    [{}, 'MissingParam.SecondaryCidrOrIpv6Cidr'],
    [{ IpVersion: 'IPV4' }, 'MissingParam.SecondaryCidrOrIpv6Cidr'],
    [{ IpVersion: 'IPV5' }, 'IllegalParam.IpVersion'],
    [{ IpVersion: 'IPV6', SecondaryCidrBlock: '192.168.0.0/16' }, 'IllegalParam.IpVersion'],
    [
      { SecondaryCidrBlock: '192.168.0.0/16', IPv6CidrBlock: '2001:db8:1::/56' },
      'ParamExclusive.SecondaryCidrAndIpv6Cidr',
    ],
    [{ IPv6CidrBlock: 'x' }, 'InvalidIpv6CidrBlock.Malformed'],
    [{ IPv6CidrBlock: '2001:db8:1::/64' }, 'IllegalParam.Ipv6CidrBlock'],
    [{ IPv6CidrBlock: '2408:4005:100::/56' }, 'OperationFailed.IPv6CidrNotReserved'],
    [{ IpVersion: 'IPV6', Ipv6Isp: 'x' }, 'IllegalParam.Ipv6Isp'],
    [{ IpVersion: 'IPV6', Ipv6CidrMask: 56 }, 'IllegalParam.IpamPool'],
    [{ SecondaryCidrMask: 16 }, 'IllegalParam.IpamPool'],
    [{ SecondaryCidrBlock: '192.168.0.0/16', IpamPoolId: 'ipam-pool-1' }, 'UnsupportedFeature.Ipam'],
    [{ SecondaryCidrBlock: '192.168.0.0/16', VpcId: 'vpc-none' }, 'InvalidVpc.NotFound'],
    [{ SecondaryCidrBlock: '192.168.0.0/16', RegionId: 'cn-beijing' }, 'InvalidVpc.NotFound'],
    [{ SecondaryCidrBlock: '192.168.0.0/16', VpcId: undefined }, 'MissingParameter'],
  ])('AssociateVpcCidrBlock refuses %j with %s and adds nothing', async (parameters, code) => {
    const account = localyun.account();
    const VpcId = await vpcOf(account);
    const refusal = await account.refused('Vpc', 'AssociateVpcCidrBlock', { RegionId, VpcId, ...parameters });
    expect(refusal).toMatchObject({ status: 400, code });
    expect(await blocksOf(account, VpcId)).toEqual({ secondary: [], ipv6: [] });
  });

  it('AssociateVpcCidrBlock refuses what is there, what a route leads from, and more than the quota', async () => {
    const account = localyun.account();
    const network = await account.network();
    const { vpcId: VpcId } = network;
    await account.ok('Vpc', 'ModifyVpcAttribute', { RegionId, VpcId, EnableIPv6: true });
    const refused = (parameters: object) =>
      account.refused('Vpc', 'AssociateVpcCidrBlock', { RegionId, VpcId, ...parameters });
    await associate(account, { VpcId, SecondaryCidrBlock: '10.0.0.0/16' });
    expect(await refused({ SecondaryCidrBlock: '10.0.1.0/24' })).toMatchObject({
      code: 'Duplicated.SecondaryCidrBlock',
    });
    const { CidrBlock } = await associate(account, { VpcId, IpVersion: 'ipv6' });
    expect(await refused({ IPv6CidrBlock: CidrBlock })).toMatchObject({
      status: 400,
      code: 'OperationFailed.Ipv6CidrBlockExisted',
    });
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    const tables = await account.ok('Vpc', 'DescribeRouteTableList', { RegionId, VpcId });
    await account.ok('Vpc', 'CreateRouteEntry', {
      RegionId,
      RouteTableId: tables.RouterTableList.RouterTableListType[0].RouteTableId,
      DestinationCidrBlock: '172.16.0.0/16',
      NextHopType: 'NetworkInterface',
      NextHopId: NetworkInterfaceId,
    });
    expect(await refused({ SecondaryCidrBlock: '172.16.0.0/16' })).toMatchObject({
      status: 400,
      code: 'OperationFailed.ConflictWithEntry',
    });
    const quotas = { 'secondary-cidr-blocks-per-vpc': 1 };
    await localyun.server.levers.seed({ accounts: [{ accessKeyId: account.accessKeyId, quotas }] });
    expect(await refused({ SecondaryCidrBlock: '11.0.0.0/16' })).toMatchObject({ code: 'QuotaExceeded.VpcMultiCidr' });
    expect(await refused({ IpVersion: 'IPV6' })).toMatchObject({ code: 'QuotaExceeded.IPv6CidrBlock' });
    const { VpcId: fresh } = await account.ok('Vpc', 'CreateVpc', { RegionId });
    for (const action of ['AssociateVpcCidrBlock', 'UnassociateVpcCidrBlock']) {
      const request = { RegionId, VpcId: fresh, SecondaryCidrBlock: '11.0.0.0/16' };
      expect(await account.refused('Vpc', action, request)).toMatchObject({ status: 400, code: 'IncorrectStatus.Vpc' });
    }
  });

  it.each([
    [{}, 'MissingParam.SecondaryCidrOrIpv6Cidr'],
    [{ SecondaryCidrBlock: '1.0.0.0/8', IPv6CidrBlock: '2001:db8:1::/56' }, 'ParamExclusive.SecondaryCidrAndIpv6Cidr'],
    [{ SecondaryCidrBlock: '10.0.0.0/16' }, 'IllegalParam.SecondaryCidrBlock'],
    [{ SecondaryCidrBlock: 'x' }, 'IllegalParam.SecondaryCidrBlock'],
    [{ IPv6CidrBlock: '2001:db8:1::/56' }, 'IllegalParam.Ipv6CidrBlock'],
    [{ SecondaryCidrBlock: '192.168.0.0/16', VpcId: 'vpc-none' }, 'InvalidVpc.NotFound'],
    [{ SecondaryCidrBlock: '192.168.0.0/16', RegionId: 'cn-beijing' }, 'InvalidVpc.NotFound'],
  ])('UnassociateVpcCidrBlock refuses %j with %s and removes nothing', async (parameters, code) => {
    const account = localyun.account();
    const VpcId = await vpcOf(account);
    await associate(account, { VpcId, SecondaryCidrBlock: '192.168.0.0/16' });
    const refusal = await account.refused('Vpc', 'UnassociateVpcCidrBlock', { RegionId, VpcId, ...parameters });
    expect(refusal).toMatchObject({ status: 400, code });
    expect((await blocksOf(account, VpcId)).secondary).toEqual(['192.168.0.0/16']);
  });

  it('ModifyVpcAttribute keeps the first block clear of the others, and the vSwitches in one of them', async () => {
    const account = localyun.account();
    const VpcId = await vpcOf(account);
    await associate(account, { VpcId, SecondaryCidrBlock: '10.8.0.0/16' });
    await account.ok('Vpc', 'CreateVSwitch', { RegionId, VpcId, ZoneId, CidrBlock: '10.8.1.0/24' });
    const change = { RegionId, VpcId, CidrBlock: '10.0.0.0/8' };
    expect(await account.refused('Vpc', 'ModifyVpcAttribute', change)).toMatchObject({
      status: 400,
      code: 'OperationDenied.CidrConflictWithExistCidr',
    });
    await account.ok('Vpc', 'ModifyVpcAttribute', { ...change, CidrBlock: '10.0.0.0/24' });
    expect(await account.ok('Vpc', 'DescribeVpcAttribute', { RegionId, VpcId })).toMatchObject({
      CidrBlock: '10.0.0.0/24',
    });
  });

  it('do not concern other accounts', async () => {
    const account = localyun.account();
    const VpcId = await vpcOf(account);
    await associate(account, { VpcId, SecondaryCidrBlock: '192.168.0.0/16' });
    for (const action of ['AssociateVpcCidrBlock', 'UnassociateVpcCidrBlock']) {
      const request = { RegionId, VpcId, SecondaryCidrBlock: '192.168.0.0/16' };
      expect(await localyun.account().refused('Vpc', action, request)).toMatchObject({ code: 'InvalidVpc.NotFound' });
    }
    await account.ok('Vpc', 'DeleteVpc', { RegionId, VpcId });
  });
});
