import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';

const RegionId = 'cn-hangzhou';

describe('CreateVpc', () => {
  const localyun = startTestLocalyun();

  it('makes a VPC with its router and system route table, Pending first and Available soon after', async () => {
    const account = localyun.account();
    const made = await account.ok('Vpc', 'CreateVpc', { RegionId });
    expect(made).toEqual({
      RequestId: expect.any(String),
      VpcId: expect.stringMatching(/^vpc-bp1[0-9a-z]{18}$/),
      VRouterId: expect.stringMatching(/^vrt-bp1[0-9a-z]{18}$/),
      RouteTableId: expect.stringMatching(/^vtb-bp1[0-9a-z]{18}$/),
      ResourceGroupId: '',
    });
    const describe = () => account.ok('Vpc', 'DescribeVpcAttribute', { RegionId, VpcId: made.VpcId });
    expect(await describe()).toMatchObject({
      Status: 'Pending',
      VRouterId: made.VRouterId,
      CidrBlock: '172.16.0.0/12',
    });
    await localyun.advance(199);
    expect((await describe()).Status).toBe('Pending');
    await localyun.advance(1);
    expect((await describe()).Status).toBe('Available');
  });

  it('keeps everything it is told', async () => {
    const account = localyun.account();
    const ResourceGroupId = await account.resourceGroup();
    const { VpcId } = await account.ok('Vpc', 'CreateVpc', {
      RegionId,
      CidrBlock: '10.0.0.0/8',
      VpcName: '1.生产 network',
      Description: 'x',
      UserCidr: '192.168.0.0/16,172.16.0.0/12',
      EnableDnsHostname: true,
      EnableIpv6: false,
      ResourceGroupId,
      Tag: [
        { Key: 'env', Value: 'test' },
        { Key: 'empty', Value: '' },
      ],
    });
    expect(await account.ok('Vpc', 'DescribeVpcAttribute', { RegionId, VpcId })).toMatchObject({
      CidrBlock: '10.0.0.0/8',
      VpcName: '1.生产 network',
      Description: 'x',
      UserCidrs: { UserCidr: ['192.168.0.0/16', '172.16.0.0/12'] },
      DnsHostnameStatus: 'ENABLED',
      EnabledIpv6: false,
      ResourceGroupId,
      Tags: {
        Tag: [
          { Key: 'empty', Value: '' },
          { Key: 'env', Value: 'test' },
        ],
      },
    });
  });

  it.each([
    '10.0.0.0/8',
    '172.16.0.0/12',
    '192.168.0.0/16',
    '192.168.0.0/28',
    '10.5.0.0/16',
    '11.0.0.0/8',
    '198.18.0.0/15',
  ])('takes the CIDR block %s', async (CidrBlock) => {
    const account = localyun.account();
    const { VpcId } = await account.ok('Vpc', 'CreateVpc', { RegionId, CidrBlock });
    expect(await account.ok('Vpc', 'DescribeVpcAttribute', { RegionId, VpcId })).toMatchObject({ CidrBlock });
  });

  it.each([
    [{ CidrBlock: '10.0.0.0' }, 'InvalidParameter'],
    [{ CidrBlock: '10.0.0.1/8' }, 'InvalidParameter'],
    [{ CidrBlock: '010.0.0.0/8' }, 'InvalidParameter'],
    [{ CidrBlock: 'ten' }, 'InvalidParameter'],
    [{ CidrBlock: '10.0.0.0/7' }, 'IllegalParam.CidrBlockMask'],
    [{ CidrBlock: '0.0.0.0/0' }, 'IllegalParam.CidrBlockMask'],
    [{ CidrBlock: '10.0.0.0/29' }, 'IllegalParam.CidrBlockMask'],
    [{ CidrBlock: '100.64.0.0/16' }, 'OperationDenied.CidrInExcludeCidrs'],
    [{ CidrBlock: '100.0.0.0/8' }, 'OperationDenied.CidrInExcludeCidrs'],
    [{ CidrBlock: '127.0.0.0/8' }, 'OperationDenied.CidrInExcludeCidrs'],
    [{ CidrBlock: '169.254.0.0/16' }, 'OperationDenied.CidrInExcludeCidrs'],
    [{ CidrBlock: '230.0.0.0/8' }, 'OperationDenied.CidrInExcludeCidrs'],
    [{ VpcName: 'http://name' }, 'InvalidVpcName.Malformed'],
    [{ VpcName: 'n'.repeat(129) }, 'InvalidVpcName.Malformed'],
    [{ VpcName: 'a\u0001b' }, 'InvalidVpcName.Malformed'],
    [{ Description: 'https://description' }, 'InvalidVpcDiscription.Malformed'],
    [{ Description: 'd'.repeat(257) }, 'InvalidVpcDiscription.Malformed'],
    [{ UserCidr: '10.0.0.0/8,11.0.0.0/8,12.0.0.0/8,13.0.0.0/8' }, 'InvalidUserCidr.Quota'],
    [{ UserCidr: '10.0.0.0/8,' }, 'IllegalParam.UserCidr'],
    [{ UserCidr: '10.0.0.1/8' }, 'IllegalParam.UserCidr'],
    [{ UserCidr: '100.64.1.0/24' }, 'InvalidUserCidr.Malformed'],
    [{ Ipv6CidrBlock: '2001:db8:1::/56' }, 'MissingParam.EnableIpv6'],
    [{ EnableIpv6: false, Ipv6CidrBlock: '2001:db8:1::/56' }, 'MissingParam.EnableIpv6'],
    [{ EnableIpv6: true, Ipv6CidrBlock: '2001:db8:1::' }, 'InvalidIpv6CidrBlock.Malformed'],
    [{ EnableIpv6: true, Ipv6CidrBlock: '10.0.0.0/8' }, 'InvalidIpv6CidrBlock.Malformed'],
    [{ EnableIpv6: true, Ipv6CidrBlock: '2001:db8:1::/64' }, 'IllegalParam.Ipv6CidrBlock'],
    [{ EnableIpv6: true, Ipv6CidrBlock: '2001:db8:1:1::/56' }, 'IllegalParam.Ipv6CidrBlock'],
    [{ EnableIpv6: true, Ipv6CidrBlock: '2408:4005:100::/56' }, 'OperationFailed.IPv6CidrNotReserved'],
    [{ EnableIpv6: true, Ipv6Isp: 'Somebody' }, 'IllegalParam.Ipv6Isp'],
    [{ Ipv6IpamPoolId: 'ipam-pool-1' }, 'UnsupportedFeature.Ipam'],
    [{ Ipv6CidrMask: 56 }, 'IllegalParam.IpamPool'],
    [{ Ipv4IpamPoolId: 'ipam-pool-1' }, 'UnsupportedFeature.Ipam'],
    [{ Ipv4CidrMask: 16 }, 'IllegalParam.IpamPool'],
    [{ Tag: [{ Key: 'acs:x', Value: '' }] }, 'InvalidTagKey'],
    [{ Tag: [{ Key: 'x', Value: 'http://y' }] }, 'InvalidTagValue'],
    [
      {
        Tag: [
          { Key: 'x', Value: '1' },
          { Key: 'x', Value: '2' },
        ],
      },
      'Forbidden.TagKey.Duplicated',
    ],
    [{ Tag: Array.from({ length: 21 }, (_, n) => ({ Key: `k${n}`, Value: 'v' })) }, 'SizeLimitExceeded.TagNum'],
  ])('refuses %j with %s and makes nothing', async (parameters, code) => {
    const account = localyun.account();
    const refusal = await account.refused('Vpc', 'CreateVpc', { RegionId, ...parameters });
    expect(refusal).toMatchObject({ status: 400, code });
    expect((await account.ok('Vpc', 'DescribeVpcs', { RegionId })).TotalCount).toBe(0);
  });

  it('refuses a region that does not exist, and none', async () => {
    const account = localyun.account();
    expect(await account.refused('Vpc', 'CreateVpc', { RegionId: 'cn-atlantis' })).toMatchObject({ status: 404 });
    expect(await account.refused('Vpc', 'CreateVpc', {})).toMatchObject({ status: 400, code: 'MissingParameter' });
  });

  it('answers a repeated ClientToken with the same VPC', async () => {
    const account = localyun.account();
    const request = { RegionId, ClientToken: 'token-1', CidrBlock: '10.0.0.0/8' };
    const first = await account.ok('Vpc', 'CreateVpc', request);
    expect((await account.ok('Vpc', 'CreateVpc', request)).VpcId).toBe(first.VpcId);
    expect((await account.ok('Vpc', 'DescribeVpcs', { RegionId })).TotalCount).toBe(1);
  });

  it('only checks with DryRun', async () => {
    const account = localyun.account();
    expect(await account.refused('Vpc', 'CreateVpc', { RegionId, DryRun: true })).toMatchObject({
      status: 400,
      code: 'DryRunOperation',
    });
    expect(await account.refused('Vpc', 'CreateVpc', { RegionId, DryRun: true, CidrBlock: 'x' })).toMatchObject({
      code: 'InvalidParameter',
    });
    expect((await account.ok('Vpc', 'DescribeVpcs', { RegionId })).TotalCount).toBe(0);
  });

  it('stops at ten VPCs a region, and a deleted one makes room', async () => {
    const account = localyun.account();
    for (let n = 0; n < 9; n += 1) await account.ok('Vpc', 'CreateVpc', { RegionId });
    for (let n = 0; n < 3; n += 1) await account.refused('Vpc', 'CreateVpc', { RegionId, DryRun: true });
    const { VpcId } = await account.ok('Vpc', 'CreateVpc', { RegionId });
    const refusal = { status: 400, code: 'QuotaExceeded.Vpc' };
    expect(await account.refused('Vpc', 'CreateVpc', { RegionId })).toMatchObject(refusal);
    expect(await account.refused('Vpc', 'CreateVpc', { RegionId, DryRun: true })).toMatchObject(refusal);
    await account.ok('Vpc', 'CreateVpc', { RegionId: 'cn-beijing' });
    await localyun.advance(1_000);
    await account.ok('Vpc', 'DeleteVpc', { RegionId, VpcId });
    await account.ok('Vpc', 'CreateVpc', { RegionId });
    expect(await account.refused('Vpc', 'CreateVpc', { RegionId })).toMatchObject(refusal);
  });
});
