import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';

const RegionId = 'cn-hangzhou';
const idsOf = (answer: Body): string[] => answer.Vpcs.Vpc.map((vpc: Body) => vpc.VpcId);

describe('DescribeVpcs', () => {
  const localyun = startTestLocalyun();
  const create = async (account: TestAccount, parameters = {}): Promise<string> => {
    const { VpcId } = await account.ok('Vpc', 'CreateVpc', { RegionId, ...parameters });
    await localyun.advance(1_000);
    return VpcId;
  };
  const list = (account: TestAccount, parameters = {}) =>
    account.ok('Vpc', 'DescribeVpcs', { RegionId, ...parameters });

  it('answers every field and every container, empty or not', async () => {
    const account = localyun.account();
    const made = await account.ok('Vpc', 'CreateVpc', { RegionId, CidrBlock: '10.0.0.0/8' });
    await localyun.advance(1_000);
    const { VpcId } = made;
    const network = { regionId: RegionId, vpcId: VpcId };
    const one = await account.vSwitch(network, { zoneId: 'cn-hangzhou-h', cidrBlock: '10.0.0.0/24' });
    const two = await account.vSwitch(network, { zoneId: 'cn-hangzhou-i', cidrBlock: '10.0.1.0/24' });
    const common = {
      CidrBlock: '10.0.0.0/8',
      CreationTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      Description: '',
      DhcpOptionsSetId: '',
      DhcpOptionsSetStatus: '',
      DnsHostnameStatus: 'DISABLED',
      EnabledIpv6: false,
      Ipv6CidrBlock: '',
      Ipv6CidrBlocks: { Ipv6CidrBlock: [] },
      IsDefault: false,
      OwnerId: Number(account.accountId),
      RegionId,
      ResourceGroupId: '',
      SecondaryCidrBlocks: { SecondaryCidrBlock: [] },
      Status: 'Available',
      Tags: { Tag: [] },
      UserCidrs: { UserCidr: [] },
      VRouterId: made.VRouterId,
      VSwitchIds: { VSwitchId: [two, one] },
      VpcId,
      VpcName: '',
    };
    expect(await list(account)).toEqual({
      RequestId: expect.any(String),
      TotalCount: 1,
      PageNumber: 1,
      PageSize: 10,
      Vpcs: {
        Vpc: [
          {
            ...common,
            CenStatus: '',
            NatGatewayIds: { NatGatewayIds: [] },
            RouterTableIds: { RouterTableIds: [made.RouteTableId] },
          },
        ],
      },
    });
    expect(await account.ok('Vpc', 'DescribeVpcAttribute', { RegionId, VpcId })).toEqual({
      ...common,
      RequestId: expect.any(String),
      AssociatedCens: { AssociatedCen: [] },
      AssociatedPropagationSources: { AssociatedPropagationSources: [] },
      ClassicLinkEnabled: false,
      CloudResources: {
        CloudResourceSetType: [
          { ResourceType: 'VRouter', ResourceCount: 1 },
          { ResourceType: 'RouteTable', ResourceCount: 1 },
          { ResourceType: 'VSwitch', ResourceCount: 2 },
        ],
      },
      Ipv4GatewayId: '',
      SupportIpv4Gateway: false,
    });
  });

  it('filters by everything that is asked for at once', async () => {
    const account = localyun.account();
    const ResourceGroupId = await account.resourceGroup();
    const one = await create(account, { VpcName: 'one', ResourceGroupId, Tag: [{ Key: 'env', Value: 'a' }] });
    const two = await create(account, {
      VpcName: 'two',
      Tag: [
        { Key: 'env', Value: 'b' },
        { Key: 'k', Value: '' },
      ],
    });

    expect(idsOf(await list(account))).toEqual([two, one]);
    expect(idsOf(await list(account, { VpcId: one }))).toEqual([one]);
    expect(idsOf(await list(account, { VpcId: `${one}, ${two},vpc-none` }))).toEqual([two, one]);
    expect(idsOf(await list(account, { VpcId: ',' }))).toEqual([]);
    expect(idsOf(await list(account, { VpcName: 'two' }))).toEqual([two]);
    expect(idsOf(await list(account, { VpcName: 'tw%' }))).toEqual([]);
    expect(idsOf(await list(account, { ResourceGroupId }))).toEqual([one]);
    expect(idsOf(await list(account, { IsDefault: false }))).toEqual([two, one]);
    expect(idsOf(await list(account, { IsDefault: true }))).toEqual([]);
    expect(idsOf(await list(account, { EnableIpv6: false }))).toEqual([two, one]);
    expect(idsOf(await list(account, { EnableIpv6: true }))).toEqual([]);
    expect(idsOf(await list(account, { DhcpOptionsSetId: 'dopt-1' }))).toEqual([]);
    expect(idsOf(await list(account, { VpcOwnerId: account.accountId }))).toEqual([two, one]);
    expect(idsOf(await list(account, { VpcOwnerId: '1000000000000001' }))).toEqual([]);
    expect(idsOf(await list(account, { Tag: [{ Key: 'env' }] }))).toEqual([two, one]);
    expect(idsOf(await list(account, { Tag: [{ Key: 'env', Value: 'a' }] }))).toEqual([one]);
    expect(idsOf(await list(account, { Tag: [{ Key: 'env' }, { Key: 'k' }] }))).toEqual([two]);
    expect(idsOf(await list(account, { Tag: [{ Key: 'env', Value: 'a' }, { Key: 'k' }] }))).toEqual([]);
    expect(idsOf(await list(account, { VpcName: 'one', Tag: [{ Key: 'k' }] }))).toEqual([]);
  });

  it('pages by number, newest first, with the exact total', async () => {
    const account = localyun.account();
    const made: string[] = [];
    for (let n = 0; n < 5; n += 1) made.unshift(await create(account));
    const pages = [1, 2, 3, 4].map((PageNumber) => list(account, { PageNumber, PageSize: 2 }));
    const [first, second, third, fourth] = await Promise.all(pages);
    expect([first, second, third, fourth].map((page) => page!.TotalCount)).toEqual([5, 5, 5, 5]);
    expect([...idsOf(first!), ...idsOf(second!), ...idsOf(third!)]).toEqual(made);
    expect(second).toMatchObject({ PageNumber: 2, PageSize: 2 });
    expect(idsOf(fourth!)).toEqual([]);
  });

  it.each([
    [{ PageSize: 51 }, 'InvalidParameter'],
    [{ PageSize: 0 }, 'InvalidParameter'],
    [{ PageNumber: 0 }, 'InvalidParameter'],
    [{ VpcId: Array.from({ length: 21 }, (_, n) => `vpc-${n}`).join(',') }, 'InvalidVpcIdNumber.NotSupported'],
    [{ Tag: [{ Value: 'only' }] }, 'InvalidTagKey'],
    [{ DryRun: true }, 'DryRunOperation'],
  ])('refuses %j with %s', async (parameters, code) => {
    const refusal = await localyun.account().refused('Vpc', 'DescribeVpcs', { RegionId, ...parameters });
    expect(refusal).toMatchObject({ status: 400, code });
  });

  it('lists only what is in the account and the region', async () => {
    const account = localyun.account();
    const vpcId = await create(account, { Tag: [{ Key: 'env', Value: 'a' }] });
    const other = localyun.account();
    for (const filter of [
      {},
      { VpcId: vpcId },
      { Tag: [{ Key: 'env', Value: 'a' }] },
      { VpcOwnerId: account.accountId },
    ]) {
      expect(await list(other, filter)).toMatchObject({ TotalCount: 0, Vpcs: { Vpc: [] } });
      expect(await list(account, { ...filter, RegionId: 'cn-beijing' })).toMatchObject({ TotalCount: 0 });
      expect(idsOf(await list(account, filter))).toEqual([vpcId]);
    }
  });
});

describe('DescribeVpcAttribute', () => {
  const localyun = startTestLocalyun();

  it('answers 404 for what is not there, not the caller’s, or in another region', async () => {
    const account = localyun.account();
    const { VpcId } = await account.ok('Vpc', 'CreateVpc', { RegionId });
    const absent = { status: 404, code: 'InvalidVpcId.NotFound' };
    const other = localyun.account();
    expect(await account.refused('Vpc', 'DescribeVpcAttribute', { RegionId, VpcId: 'vpc-none' })).toMatchObject(absent);
    expect(await other.refused('Vpc', 'DescribeVpcAttribute', { RegionId, VpcId })).toMatchObject(absent);
    expect(await account.refused('Vpc', 'DescribeVpcAttribute', { RegionId: 'cn-beijing', VpcId })).toMatchObject(
      absent,
    );
    expect(await account.refused('Vpc', 'DescribeVpcAttribute', { RegionId, VpcId, IsDefault: true })).toMatchObject(
      absent,
    );
    expect(await account.refused('Vpc', 'DescribeVpcAttribute', { RegionId, VpcId, DryRun: true })).toMatchObject({
      status: 400,
      code: 'DryRunOperation',
    });
  });
});
