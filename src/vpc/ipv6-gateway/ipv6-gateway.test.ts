import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';
import { customTable, entriesOf, RegionId, systemTableOf } from '../route-entry/route.fixture.ts';

describe('IPv6 gateways', () => {
  const localyun = startTestLocalyun();
  const ipv6Vpc = async (account: TestAccount): Promise<string> => {
    const { VpcId } = await account.ok('Vpc', 'CreateVpc', { RegionId, CidrBlock: '10.0.0.0/8', EnableIpv6: true });
    await localyun.advance(1_000);
    return VpcId;
  };
  const gateway = async (account: TestAccount, VpcId: string, parameters: object = {}): Promise<string> => {
    const made = await account.ok('Vpc', 'CreateIpv6Gateway', { RegionId, VpcId, ...parameters });
    await localyun.advance(1_000);
    return made.Ipv6GatewayId;
  };
  const describeGateway = (account: TestAccount, Ipv6GatewayId: string) =>
    account.ok('Vpc', 'DescribeIpv6GatewayAttribute', { RegionId, Ipv6GatewayId });

  it('CreateIpv6Gateway makes one with everything it is told, and the default route to it', async () => {
    const account = localyun.account();
    const VpcId = await ipv6Vpc(account);
    const ResourceGroupId = await account.resourceGroup();
    const made = await account.ok('Vpc', 'CreateIpv6Gateway', {
      RegionId,
      VpcId,
      Name: 'gateway',
      Description: 'to the internet',
      ResourceGroupId,
      Tag: [{ Key: 'k', Value: 'v' }],
    });
    expect(made).toEqual({
      RequestId: expect.any(String),
      Ipv6GatewayId: expect.stringMatching(/^ipv6gw-bp1[0-9a-z]{18}$/),
      ResourceGroupId,
    });
    const { Ipv6GatewayId } = made;
    const described = {
      BusinessStatus: 'Normal',
      CreationTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      Description: 'to the internet',
      ExpiredTime: '',
      InstanceChargeType: 'PostPaid',
      Ipv6GatewayId,
      Name: 'gateway',
      OwnerId: Number(account.accountId),
      RegionId,
      ResourceGroupId,
      Status: 'Pending',
      Tags: { Tag: [{ Key: 'k', Value: 'v' }] },
      VpcId,
    };
    const attributes = { ...described, GatewayRouteTableId: '', RequestId: expect.any(String) };
    expect(await describeGateway(account, Ipv6GatewayId)).toEqual(attributes);
    const RouteTableId = await systemTableOf(account, VpcId);
    expect(await entriesOf(account, RouteTableId, { RouteEntryType: 'Custom' })).toEqual([]);
    await localyun.advance(200);
    expect(await describeGateway(account, Ipv6GatewayId)).toEqual({ ...attributes, Status: 'Available' });
    expect(await account.ok('Vpc', 'DescribeIpv6Gateways', { RegionId })).toEqual({
      RequestId: expect.any(String),
      TotalCount: 1,
      PageNumber: 1,
      PageSize: 10,
      Ipv6Gateways: { Ipv6Gateway: [{ ...described, Status: 'Available' }] },
    });
    expect(await entriesOf(account, RouteTableId, { RouteEntryType: 'Custom' })).toMatchObject([
      {
        DestinationCidrBlock: '::/0',
        Status: 'Available',
        NextHops: { NextHop: [{ Enabled: 1, NextHopId: Ipv6GatewayId, NextHopType: 'IPv6Gateway' }] },
      },
    ]);
  });

  it.each([
    [{ VpcId: 'vpc-none' }, 404, 'InvalidVpcId.NotFound'],
    [{ VpcId: undefined }, 400, 'MissingParameter'],
    [{ RegionId: 'cn-beijing' }, 404, 'InvalidVpcId.NotFound'],
    [{ Name: 'http://x' }, 400, 'InvalidParameter'],
    [{ Description: 'd'.repeat(257) }, 400, 'InvalidParameter'],
    [{ ResourceGroupId: 'rg-none' }, 400, 'InvalidResourceGroupId'],
    [{ Tag: [{ Key: 'acs:x', Value: '' }] }, 400, 'InvalidTagKey'],
    [{ Tag: [{ Key: 'k', Value: 'acs:x' }] }, 400, 'InvalidTagValue'],
    [{ Tag: [{ Key: 'k' }, { Key: 'k' }] }, 400, 'Forbidden.TagKey.Duplicated'],
    [{ Tag: Array.from({ length: 21 }, (_, n) => ({ Key: `k${n}` })) }, 400, 'SizeLimitExceeded.TagNum'],
    [{ DryRun: true }, 400, 'DryRunOperation'],
  ])('CreateIpv6Gateway refuses %j with %i %s and makes nothing', async (parameters, status, code) => {
    const account = localyun.account();
    const VpcId = await ipv6Vpc(account);
    const request = { RegionId, VpcId, ...parameters };
    expect(await account.refused('Vpc', 'CreateIpv6Gateway', request)).toMatchObject({ status, code });
    expect((await account.ok('Vpc', 'DescribeIpv6Gateways', { RegionId })).TotalCount).toBe(0);
  });

  it('CreateIpv6Gateway makes one a VPC, of those that have IPv6 and are ready', async () => {
    const account = localyun.account();
    const create = (VpcId: string) => account.refused('Vpc', 'CreateIpv6Gateway', { RegionId, VpcId });
    const { VpcId: fresh } = await account.ok('Vpc', 'CreateVpc', { RegionId });
    expect(await create(fresh)).toMatchObject({ status: 400, code: 'IncorrectStatus.Vpc' });
    await localyun.advance(1_000);
    expect(await create(fresh)).toMatchObject({ status: 400, code: 'OperationUnsupported.Ipv6Feature' });
    const VpcId = await ipv6Vpc(account);
    const request = { RegionId, VpcId, ClientToken: 'token' };
    const { Ipv6GatewayId } = await account.ok('Vpc', 'CreateIpv6Gateway', request);
    expect((await account.ok('Vpc', 'CreateIpv6Gateway', request)).Ipv6GatewayId).toBe(Ipv6GatewayId);
    expect(await create(VpcId)).toMatchObject({ status: 400, code: 'QuotaExceeded.Ipv6Gateway' });
  });

  it('a default route that is there is left as it is', async () => {
    const account = localyun.account();
    const VpcId = await ipv6Vpc(account);
    const first = await gateway(account, VpcId);
    const RouteTableId = await systemTableOf(account, VpcId);
    const custom = await customTable(localyun, account, VpcId);
    const route = { RegionId, NextHopType: 'IPv6Gateway', NextHopId: first };
    await account.ok('Vpc', 'CreateRouteEntry', { ...route, RouteTableId: custom, DestinationCidrBlock: '::/0' });
    for (const [parameters, status, code] of [
      [{ DestinationCidrBlock: '0.0.0.0/0' }, 400, 'OperationDenied.NextHopTypeNotPermitted'],
      [{ DestinationCidrBlock: '::/0' }, 400, 'InvalidCIDRBlock.Duplicate'],
    ] as const) {
      const refusal = await account.refused('Vpc', 'CreateRouteEntry', { ...route, RouteTableId, ...parameters });
      expect(refusal).toMatchObject({ status, code });
    }
    const other = await ipv6Vpc(account);
    const foreign = { ...route, RouteTableId: await systemTableOf(account, other), DestinationCidrBlock: '::/0' };
    expect(await account.refused('Vpc', 'CreateRouteEntry', foreign)).toMatchObject({
      status: 400,
      code: 'InvalidNextHop.NotFound',
    });
    await localyun.advance(1_000);
    // Both routes to the gateway go with it.
    await account.ok('Vpc', 'DeleteIpv6Gateway', { RegionId, Ipv6GatewayId: first });
    await localyun.advance(1_000);
    for (const table of [RouteTableId, custom]) {
      expect(await entriesOf(account, table, { RouteEntryType: 'Custom' })).toEqual([]);
    }
  });

  it('DescribeIpv6Gateways filters by everything that is asked for at once, and pages', async () => {
    const account = localyun.account();
    const [oneVpc, twoVpc] = [await ipv6Vpc(account), await ipv6Vpc(account)];
    const one = await gateway(account, oneVpc, { Name: 'one', Tag: [{ Key: 'k', Value: 'v' }] });
    const ResourceGroupId = await account.resourceGroup();
    const two = await gateway(account, twoVpc, { Name: 'two', ResourceGroupId });
    const found = async (parameters: object) => {
      const answer = await account.ok('Vpc', 'DescribeIpv6Gateways', { RegionId, ...parameters });
      return answer.Ipv6Gateways.Ipv6Gateway.map((each: Body) => each.Ipv6GatewayId);
    };
    expect(await found({})).toEqual([two, one]);
    expect(await found({ PageSize: 1, PageNumber: 2 })).toEqual([one]);
    expect(await found({ Ipv6GatewayId: one })).toEqual([one]);
    expect(await found({ Ipv6GatewayId: 'ipv6gw-none' })).toEqual([]);
    expect(await found({ VpcId: twoVpc })).toEqual([two]);
    expect(await found({ Name: 'one' })).toEqual([one]);
    expect(await found({ Name: 'one', VpcId: twoVpc })).toEqual([]);
    expect(await found({ ResourceGroupId })).toEqual([two]);
    expect(await found({ Tags: [{ Key: 'k', Value: 'v' }] })).toEqual([one]);
    expect(await found({ RegionId: 'cn-beijing' })).toEqual([]);
    for (const [parameters, code] of [
      [{ PageSize: 51 }, 'InvalidParameter'],
      [{ Tags: [{ Value: 'v' }] }, 'InvalidTagKey'],
      [{ Tags: Array.from({ length: 21 }, (_, n) => ({ Key: `k${n}` })) }, 'SizeLimitExceeded.TagNum'],
    ] as const) {
      const refusal = await account.refused('Vpc', 'DescribeIpv6Gateways', { RegionId, ...parameters });
      expect([parameters, refusal]).toMatchObject([parameters, { status: 400, code }]);
    }
  });

  it('ModifyIpv6GatewayAttribute changes and clears name and description', async () => {
    const account = localyun.account();
    const VpcId = await ipv6Vpc(account);
    const made = await account.ok('Vpc', 'CreateIpv6Gateway', { RegionId, VpcId, Name: 'old', Description: 'older' });
    const { Ipv6GatewayId } = made;
    const modify = { RegionId, Ipv6GatewayId };
    const refused = (parameters: object) =>
      account.refused('Vpc', 'ModifyIpv6GatewayAttribute', { ...modify, ...parameters });
    expect(await refused({ Name: 'x' })).toMatchObject({ status: 400, code: 'IncorrectStatus.Ipv6Gateway' });
    await localyun.advance(1_000);
    await account.ok('Vpc', 'ModifyIpv6GatewayAttribute', { ...modify, Name: 'new' });
    expect(await describeGateway(account, Ipv6GatewayId)).toMatchObject({ Name: 'new', Description: 'older' });
    await account.ok('Vpc', 'ModifyIpv6GatewayAttribute', { ...modify, Description: '' });
    expect(await describeGateway(account, Ipv6GatewayId)).toMatchObject({ Name: 'new', Description: '' });
    for (const [parameters, status, code] of [
      [{ Name: 'http://x' }, 400, 'InvalidParameter'],
      [{ Description: 'https://x' }, 400, 'InvalidParameter'],
      [{ Ipv6GatewayId: 'ipv6gw-none', Name: 'x' }, 404, 'InvalidIpv6Gateway.NotFound'],
      [{ RegionId: 'cn-beijing', Name: 'x' }, 404, 'InvalidIpv6Gateway.NotFound'],
      [{ Name: 'x', DryRun: true }, 400, 'DryRunOperation'],
    ] as const) {
      expect([parameters, await refused(parameters)]).toMatchObject([parameters, { status, code }]);
    }
    expect(await describeGateway(account, Ipv6GatewayId)).toMatchObject({ Name: 'new', Description: '' });
  });

  it('DeleteIpv6Gateway: Deleting first, gone soon after with its tags', async () => {
    const account = localyun.account();
    const VpcId = await ipv6Vpc(account);
    const Ipv6GatewayId = await gateway(account, VpcId, { Tag: [{ Key: 'k', Value: 'v' }] });
    const one = { RegionId, Ipv6GatewayId };
    expect(await account.refused('Vpc', 'DeleteIpv6Gateway', { ...one, DryRun: true })).toMatchObject({
      status: 400,
      code: 'DryRunOperation',
    });
    expect(Object.keys(await account.ok('Vpc', 'DeleteIpv6Gateway', one))).toEqual(['RequestId']);
    expect(await describeGateway(account, Ipv6GatewayId)).toMatchObject({ Status: 'Deleting' });
    expect(await account.refused('Vpc', 'DeleteIpv6Gateway', one)).toMatchObject({
      status: 400,
      code: 'IncorrectStatus.Ipv6Gateway',
    });
    await localyun.advance(200);
    const absent = { status: 404, code: 'InvalidIpv6Gateway.NotFound' };
    expect(await account.refused('Vpc', 'DescribeIpv6GatewayAttribute', one)).toMatchObject(absent);
    expect(await account.refused('Vpc', 'DeleteIpv6Gateway', one)).toMatchObject(absent);
    const tagged = { RegionId, ResourceType: 'IPV6GATEWAY', ResourceId: [Ipv6GatewayId] };
    expect((await account.ok('Vpc', 'ListTagResources', tagged)).TagResources.TagResource).toEqual([]);
    await gateway(account, VpcId);
  });

  it('DeleteIpv6Gateway, repeated, sets a stuck deletion going', async () => {
    const account = localyun.account();
    const Ipv6GatewayId = await gateway(account, await ipv6Vpc(account));
    const fault = { resourceType: 'ipv6-gateway', kind: 'delete', resourceId: Ipv6GatewayId, count: 1 } as const;
    await localyun.server.levers.failTransition({ ...fault, outcome: 'stick' });
    await account.ok('Vpc', 'DeleteIpv6Gateway', { RegionId, Ipv6GatewayId });
    await localyun.advance(60_000);
    await account.ok('Vpc', 'DeleteIpv6Gateway', { RegionId, Ipv6GatewayId });
    await localyun.advance(1_000);
    expect((await account.ok('Vpc', 'DescribeIpv6Gateways', { RegionId })).TotalCount).toBe(0);
  });

  it('carry tags and move between resource groups', async () => {
    const account = localyun.account();
    const Ipv6GatewayId = await gateway(account, await ipv6Vpc(account));
    const tagged = { RegionId, ResourceType: 'ipv6gateway', ResourceId: [Ipv6GatewayId] };
    await account.ok('Vpc', 'TagResources', { ...tagged, Tag: [{ Key: 'k', Value: 'v' }] });
    expect((await account.ok('Vpc', 'ListTagResources', tagged)).TagResources.TagResource).toEqual([
      { ResourceId: Ipv6GatewayId, ResourceType: 'IPV6GATEWAY', TagKey: 'k', TagValue: 'v' },
    ]);
    await account.ok('Vpc', 'UnTagResources', { ...tagged, TagKey: ['k'] });
    expect((await account.ok('Vpc', 'ListTagResources', tagged)).TagResources.TagResource).toEqual([]);
    const NewResourceGroupId = await account.resourceGroup();
    const move = { RegionId, ResourceType: 'IPV6GATEWAY', ResourceId: Ipv6GatewayId, NewResourceGroupId };
    await account.ok('Vpc', 'MoveResourceGroup', move);
    expect(await describeGateway(account, Ipv6GatewayId)).toMatchObject({ ResourceGroupId: NewResourceGroupId });
    const group = { ResourceGroupId: NewResourceGroupId };
    expect(await account.refused('ResourceManager', 'DeleteResourceGroup', group)).toMatchObject({
      code: 'DeleteConflict.ResourceGroup.Resource',
    });
  });

  it('stay inside their account', async () => {
    const Ipv6GatewayId = await gateway(
      localyun.account('owner-of-gateway'),
      await ipv6Vpc(localyun.account('owner-of-gateway')),
    );
    const stranger = localyun.account();
    const absent = { status: 404, code: 'InvalidIpv6Gateway.NotFound' };
    for (const action of ['DescribeIpv6GatewayAttribute', 'ModifyIpv6GatewayAttribute', 'DeleteIpv6Gateway']) {
      expect(await stranger.refused('Vpc', action, { RegionId, Ipv6GatewayId })).toMatchObject(absent);
    }
    expect((await stranger.ok('Vpc', 'DescribeIpv6Gateways', { RegionId, Ipv6GatewayId })).TotalCount).toBe(0);
  });
});
