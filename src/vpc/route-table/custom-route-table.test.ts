import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';
import { customTable, entriesOf, RegionId, routeScene, systemTableOf } from '../route-entry/route.fixture.ts';

describe('custom route tables', () => {
  const localyun = startTestLocalyun();
  const tableOf = async (account: TestAccount, RouteTableId: string): Promise<Body | undefined> =>
    (await account.ok('Vpc', 'DescribeRouteTableList', { RegionId, RouteTableId })).RouterTableList
      .RouterTableListType[0];
  const vSwitchOf = (account: TestAccount, VSwitchId: string) =>
    account.ok('Vpc', 'DescribeVSwitchAttributes', { RegionId, VSwitchId });

  it('CreateRouteTable makes one with everything it is told, Pending first and Available soon after', async () => {
    const { account, network } = await routeScene(localyun);
    const { vpcId: VpcId } = network;
    const { VRouterId } = await account.ok('Vpc', 'DescribeVpcAttribute', { RegionId, VpcId });
    const made = await account.ok('Vpc', 'CreateRouteTable', {
      RegionId,
      VpcId,
      RouteTableName: 'pods',
      Description: 'of the cluster',
      AssociateType: 'VSwitch',
      Tag: [{ Key: 'k', Value: 'v' }],
    });
    expect(made).toEqual({
      RequestId: expect.any(String),
      RouteTableId: expect.stringMatching(/^vtb-bp1[0-9a-z]{18}$/),
    });
    expect(await tableOf(account, made.RouteTableId)).toMatchObject({
      RouteTableName: 'pods',
      Description: 'of the cluster',
      RouteTableType: 'Custom',
      RoutePropagationEnable: true,
      RouterId: VRouterId,
      Status: 'Pending',
      Tags: { Tag: [{ Key: 'k', Value: 'v' }] },
      VSwitchIds: { VSwitchId: [] },
      VpcId,
    });
    await localyun.advance(200);
    expect(await tableOf(account, made.RouteTableId)).toMatchObject({ Status: 'Available' });
    const vpc = await account.ok('Vpc', 'DescribeVpcAttribute', { RegionId, VpcId });
    expect(vpc.CloudResources.CloudResourceSetType).toContainEqual({ ResourceType: 'RouteTable', ResourceCount: 2 });
  });

  it.each([
    [{ VpcId: 'vpc-none' }, 404, 'InvalidVpcId.NotFound'],
    [{ VpcId: undefined }, 400, 'MissingParameter'],
    [{ RegionId: 'cn-beijing' }, 404, 'InvalidVpcId.NotFound'],
    [{ RouteTableName: 'http://x' }, 400, 'InvalidParameter.RouteTableName.Malformed'],
    [{ Description: 'd'.repeat(257) }, 400, 'InvalidParameter.Description.Malformed'],
    [{ AssociateType: 'Gateway' }, 400, 'UnsupportedRegion'],
    [{ AssociateType: 'x' }, 400, 'InvalidParameter'],
    [{ Tag: [{ Key: 'acs:x', Value: '' }] }, 400, 'InvalidTagKey'],
    [{ Tag: [{ Key: 'k', Value: 'acs:x' }] }, 400, 'InvalidTagValue'],
    [{ Tag: [{ Key: 'k' }, { Key: 'k' }] }, 400, 'Forbidden.TagKey.Duplicated'],
    [{ Tag: Array.from({ length: 21 }, (_, n) => ({ Key: `k${n}` })) }, 400, 'SizeLimitExceeded.TagNum'],
  ])('CreateRouteTable refuses %j with %i %s and makes nothing', async (parameters, status, code) => {
    const { account, network } = await routeScene(localyun);
    const request = { RegionId, VpcId: network.vpcId, ...parameters };
    expect(await account.refused('Vpc', 'CreateRouteTable', request)).toMatchObject({ status, code });
    expect((await account.ok('Vpc', 'DescribeRouteTableList', { RegionId })).TotalCount).toBe(1);
  });

  it('CreateRouteTable waits for the VPC, holds to the quota, and knows a repeated ClientToken', async () => {
    const { account, network } = await routeScene(localyun);
    const { VpcId: fresh } = await account.ok('Vpc', 'CreateVpc', { RegionId });
    expect(await account.refused('Vpc', 'CreateRouteTable', { RegionId, VpcId: fresh })).toMatchObject({
      status: 400,
      code: 'IncorrectVpcStatus',
    });
    const quotas = { 'route-tables-per-vpc': 1 };
    await localyun.server.levers.seed({ accounts: [{ accessKeyId: account.accessKeyId, quotas }] });
    const request = { RegionId, VpcId: network.vpcId, ClientToken: 'token' };
    const { RouteTableId } = await account.ok('Vpc', 'CreateRouteTable', request);
    expect((await account.ok('Vpc', 'CreateRouteTable', request)).RouteTableId).toBe(RouteTableId);
    expect(await account.refused('Vpc', 'CreateRouteTable', { RegionId, VpcId: network.vpcId })).toMatchObject({
      status: 400,
      code: 'QuotaExceeded.RouteTable',
    });
  });

  it('AssociateRouteTable and UnassociateRouteTable have a vSwitch use it, and the system one again', async () => {
    const { account, network, RouteTableId: system } = await routeScene(localyun);
    const { vpcId, vSwitchId: VSwitchId } = network;
    const RouteTableId = await customTable(localyun, account, vpcId);
    const pair = { RegionId, RouteTableId, VSwitchId };
    expect(Object.keys(await account.ok('Vpc', 'AssociateRouteTable', pair))).toEqual(['RequestId']);
    const custom = { RouteTableId, RouteTableType: 'Custom' };
    expect(await vSwitchOf(account, VSwitchId)).toMatchObject({ Status: 'Pending', RouteTable: custom });
    for (const action of ['AssociateRouteTable', 'UnassociateRouteTable']) {
      expect(await account.refused('Vpc', action, pair)).toMatchObject({ status: 400, code: 'IncorrectVSwitchStatus' });
    }
    await localyun.advance(1_000);
    expect(await vSwitchOf(account, VSwitchId)).toMatchObject({ Status: 'Available', RouteTable: custom });
    expect(await tableOf(account, RouteTableId)).toMatchObject({ VSwitchIds: { VSwitchId: [VSwitchId] } });
    expect(await tableOf(account, system)).toMatchObject({ VSwitchIds: { VSwitchId: [] } });
    const listed = await account.ok('Vpc', 'DescribeVSwitches', { RegionId, RouteTableId });
    expect(listed.VSwitches.VSwitch).toMatchObject([{ VSwitchId }]);

    await account.ok('Vpc', 'UnassociateRouteTable', pair);
    expect(await vSwitchOf(account, VSwitchId)).toMatchObject({
      Status: 'Pending',
      RouteTable: { RouteTableId: system, RouteTableType: 'System' },
    });
    await localyun.advance(1_000);
    expect(await vSwitchOf(account, VSwitchId)).toMatchObject({ Status: 'Available' });
    expect(await tableOf(account, RouteTableId)).toMatchObject({ VSwitchIds: { VSwitchId: [] } });
  });

  it('AssociateRouteTable refuses what does not belong together', async () => {
    const { account, network, RouteTableId: system } = await routeScene(localyun);
    const { vpcId, vSwitchId: VSwitchId } = network;
    const RouteTableId = await customTable(localyun, account, vpcId);
    const foreign = await account.network();
    const refused = (parameters: object) =>
      account.refused('Vpc', 'AssociateRouteTable', { RegionId, RouteTableId, VSwitchId, ...parameters });
    const expected = [
      [{ RouteTableId: 'vtb-none' }, 404, 'InvalidRouteTableId.NotFound'],
      [{ VSwitchId: 'vsw-none' }, 404, 'InvalidVSwitchId.NotFound'],
      [{ RegionId: 'cn-beijing' }, 404, 'InvalidRouteTableId.NotFound'],
      [{ VSwitchId: foreign.vSwitchId }, 400, 'Forbidden.NotInSameVpc'],
      [{ RouteTableId: system }, 400, 'OperationDenied.SwitchToSystemRouteTable'],
    ] as const;
    for (const [parameters, status, code] of expected) {
      expect([parameters, await refused(parameters)]).toMatchObject([parameters, { status, code }]);
    }
    const young = await account.ok('Vpc', 'CreateRouteTable', { RegionId, VpcId: vpcId });
    expect(await refused({ RouteTableId: young.RouteTableId })).toMatchObject({
      status: 400,
      code: 'IncorrectStatus.RouteTable',
    });
    expect(await vSwitchOf(account, VSwitchId)).toMatchObject({
      Status: 'Available',
      RouteTable: { RouteTableId: system },
    });
    await account.ok('Vpc', 'AssociateRouteTable', { RegionId, RouteTableId, VSwitchId });
    await localyun.advance(1_000);
    expect(await refused({ RouteTableId: young.RouteTableId })).toMatchObject({
      status: 400,
      code: 'ResourceAlreadyAssociated.RouteTable',
    });
  });

  it('UnassociateRouteTable refuses what is not associated', async () => {
    const { account, network, RouteTableId: system } = await routeScene(localyun);
    const { vpcId, vSwitchId: VSwitchId } = network;
    const RouteTableId = await customTable(localyun, account, vpcId);
    const expected = [
      [{}, 400, 'InvalidBindingStatus.RouteTable'],
      [{ RouteTableId: system }, 400, 'OperationUnsupported.SystemRouteTable'],
      [{ RouteTableId: 'vtb-none' }, 404, 'InvalidRouteTableId.NotFound'],
      [{ VSwitchId: 'vsw-none' }, 404, 'InvalidVSwitchId.NotFound'],
    ] as const;
    for (const [parameters, status, code] of expected) {
      const request = { RegionId, RouteTableId, VSwitchId, ...parameters };
      const refusal = await account.refused('Vpc', 'UnassociateRouteTable', request);
      expect([parameters, refusal]).toMatchObject([parameters, { status, code }]);
    }
    expect(await vSwitchOf(account, VSwitchId)).toMatchObject({ Status: 'Available' });
  });

  it('DeleteRouteTable takes one that nothing needs away: Deleting first, gone soon after', async () => {
    const { account, network, eni, RouteTableId: system } = await routeScene(localyun);
    const { vpcId: VpcId, vSwitchId: VSwitchId } = network;
    const RouteTableId = await customTable(localyun, account, VpcId);
    const Tag = [{ Key: 'k', Value: 'v' }];
    const tagged = { RegionId, ResourceType: 'ROUTETABLE', ResourceId: [RouteTableId] };
    await account.ok('Vpc', 'TagResources', { ...tagged, Tag });
    const remove = (id = RouteTableId, region = RegionId) =>
      account.refused('Vpc', 'DeleteRouteTable', { RegionId: region, RouteTableId: id });
    expect(await remove(system)).toMatchObject({ status: 400, code: 'IncorrectRouteTableType' });
    expect(await remove('vtb-none')).toMatchObject({ status: 404, code: 'InvalidRouteTableId.NotFound' });
    expect(await remove(RouteTableId, 'cn-beijing')).toMatchObject({
      status: 404,
      code: 'InvalidRouteTableId.NotFound',
    });
    await account.ok('Vpc', 'AssociateRouteTable', { RegionId, RouteTableId, VSwitchId });
    await localyun.advance(1_000);
    expect(await remove()).toMatchObject({ status: 400, code: 'IncorrectRouteTableStatus' });
    await account.ok('Vpc', 'UnassociateRouteTable', { RegionId, RouteTableId, VSwitchId });
    await localyun.advance(1_000);
    const entry = { RegionId, RouteTableId, DestinationCidrBlock: '10.0.0.0/8', NextHopId: eni };
    await account.ok('Vpc', 'CreateRouteEntry', { ...entry, NextHopType: 'NetworkInterface' });
    await localyun.advance(1_000);
    expect(await remove()).toMatchObject({ status: 400, code: 'IncorrectRouteTableStatus.RouteEntryExist' });
    await account.ok('Vpc', 'DeleteRouteEntry', entry);
    await localyun.advance(1_000);

    expect(Object.keys(await account.ok('Vpc', 'DeleteRouteTable', { RegionId, RouteTableId }))).toEqual(['RequestId']);
    expect(await tableOf(account, RouteTableId)).toMatchObject({ Status: 'Deleting' });
    expect(await remove()).toMatchObject({ status: 400, code: 'IncorrectRouteTableStatus' });
    await localyun.advance(200);
    expect(await tableOf(account, RouteTableId)).toBeUndefined();
    expect(await remove()).toMatchObject({ status: 404, code: 'InvalidRouteTableId.NotFound' });
    expect((await account.ok('Vpc', 'ListTagResources', tagged)).TagResources.TagResource).toEqual([]);
  });

  it('DeleteRouteTable, repeated, sets a stuck deletion going', async () => {
    const { account, network } = await routeScene(localyun);
    const RouteTableId = await customTable(localyun, account, network.vpcId);
    const fault = { resourceType: 'route-table', kind: 'delete', resourceId: RouteTableId, outcome: 'stick', count: 1 };
    await localyun.server.levers.failTransition(fault as never);
    await account.ok('Vpc', 'DeleteRouteTable', { RegionId, RouteTableId });
    await localyun.advance(60_000);
    expect(await tableOf(account, RouteTableId)).toMatchObject({ Status: 'Deleting' });
    await account.ok('Vpc', 'DeleteRouteTable', { RegionId, RouteTableId });
    await localyun.advance(1_000);
    expect(await tableOf(account, RouteTableId)).toBeUndefined();
  });

  it('ModifyRouteTableAttributes changes any table, the system one too, and clears', async () => {
    const { account, RouteTableId } = await routeScene(localyun);
    const modify = (parameters: object) =>
      account.ok('Vpc', 'ModifyRouteTableAttributes', { RegionId, RouteTableId, ...parameters });
    await modify({ RouteTableName: 'main', Description: 'of all', RoutePropagationEnable: false });
    const changed = { RouteTableName: 'main', Description: 'of all', RoutePropagationEnable: false };
    expect(await tableOf(account, RouteTableId)).toMatchObject(changed);
    await modify({ RouteTableName: '' });
    expect(await tableOf(account, RouteTableId)).toMatchObject({ ...changed, RouteTableName: '' });
    await modify({ RoutePropagationEnable: true, Description: '' });
    expect(await tableOf(account, RouteTableId)).toMatchObject({ RoutePropagationEnable: true, Description: '' });
  });

  it('ModifyRouteTableAttributes refuses what is malformed, absent or not ready', async () => {
    const { account, network, RouteTableId } = await routeScene(localyun);
    const expected = [
      [{ RouteTableName: 'http://x' }, 'Abs.InvaliTableName.Malformed'],
      [{ Description: 'https://x' }, 'InvalidDescription.Malformed'],
      [{ RouteTableId: 'vtb-none', RouteTableName: 'x' }, 'Abs.InvalidRouteTableId.NotExist'],
      [{ RegionId: 'cn-beijing', RouteTableName: 'x' }, 'Abs.InvalidRouteTableId.NotExist'],
    ] as const;
    for (const [parameters, code] of expected) {
      const request = { RegionId, RouteTableId, ...parameters };
      const refusal = await account.refused('Vpc', 'ModifyRouteTableAttributes', request);
      expect([parameters, refusal]).toMatchObject([parameters, { status: 400, code }]);
    }
    const young = await account.ok('Vpc', 'CreateRouteTable', { RegionId, VpcId: network.vpcId });
    const rename = { RegionId, RouteTableId: young.RouteTableId, RouteTableName: 'x' };
    expect(await account.refused('Vpc', 'ModifyRouteTableAttributes', rename)).toMatchObject({
      status: 400,
      code: 'IncorrectStatus.RouteTable',
    });
    expect(await tableOf(account, RouteTableId)).toMatchObject({ RouteTableName: '' });
  });

  it('stay inside their account', async () => {
    const { account, network } = await routeScene(localyun);
    const RouteTableId = await customTable(localyun, account, network.vpcId);
    const stranger = localyun.account();
    const answer = await stranger.ok('Vpc', 'DescribeRouteTables', { RegionId, RouteTableId });
    expect(answer.RouteTables.RouteTable).toEqual([]);
    const absent = { status: 404, code: 'InvalidRouteTableId.NotFound' };
    const pair = { RegionId, RouteTableId, VSwitchId: network.vSwitchId };
    for (const action of ['DeleteRouteTable', 'AssociateRouteTable', 'UnassociateRouteTable']) {
      expect(await stranger.refused('Vpc', action, pair)).toMatchObject(absent);
    }
    expect(await systemTableOf(account, network.vpcId)).not.toBe(RouteTableId);
    expect(await entriesOf(account, RouteTableId)).toHaveLength(2);
  });
});
