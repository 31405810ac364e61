import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';

const RegionId = 'cn-hangzhou';
const idsOf = (answer: Body): string[] =>
  answer.RouterTableList.RouterTableListType.map((routeTable: Body) => routeTable.RouteTableId);
const list = (account: TestAccount, parameters: object = {}) =>
  account.ok('Vpc', 'DescribeRouteTableList', { RegionId, ...parameters });

describe('DescribeRouteTableList', () => {
  const localyun = startTestLocalyun();
  const create = async (account: TestAccount): Promise<Body> => {
    const made = await account.ok('Vpc', 'CreateVpc', { RegionId, CidrBlock: '10.0.0.0/8' });
    await localyun.advance(1_000);
    return made;
  };

  it('has the system route table of a VPC, nameless, with its vSwitches', async () => {
    const account = localyun.account();
    const { VpcId, VRouterId, RouteTableId } = await create(account);
    const row = {
      AssociateType: 'VSwitch',
      CreationTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      Description: '',
      GatewayIds: { GatewayIds: [] },
      OwnerId: Number(account.accountId),
      ResourceGroupId: '',
      RoutePropagationEnable: true,
      RouteTableId,
      RouteTableName: '',
      RouteTableType: 'System',
      RouterId: VRouterId,
      RouterType: 'VRouter',
      Status: 'Available',
      Tags: { Tag: [] },
      VSwitchIds: { VSwitchId: [] as string[] },
      VpcId,
    };
    expect(await list(account, { VpcId })).toEqual({
      RequestId: expect.any(String),
      TotalCount: 1,
      PageNumber: 1,
      PageSize: 10,
      RouterTableList: { RouterTableListType: [row] },
    });
    const network = { regionId: RegionId, vpcId: VpcId };
    const one = await account.vSwitch(network, { zoneId: 'cn-hangzhou-h', cidrBlock: '10.0.0.0/24' });
    const two = await account.vSwitch(network, { zoneId: 'cn-hangzhou-h', cidrBlock: '10.0.1.0/24' });
    row.VSwitchIds.VSwitchId.push(one, two);
    expect((await list(account)).RouterTableList.RouterTableListType).toEqual([row]);
  });

  it('filters by everything that is asked for at once, and pages', async () => {
    const account = localyun.account();
    const one = await create(account);
    const two = await create(account);
    await account.ok('Vpc', 'TagResources', {
      RegionId,
      ResourceType: 'routetable',
      ResourceId: [two.RouteTableId],
      Tag: [{ Key: 'k', Value: 'v' }],
    });
    const found = async (parameters: object) => idsOf(await list(account, parameters));
    const [first, second] = [one.RouteTableId, two.RouteTableId];
    expect(await found({})).toEqual([second, first]);
    expect(await found({ VpcId: one.VpcId })).toEqual([first]);
    expect(await found({ VpcId: one.VpcId, RouterType: 'VBR' })).toEqual([first]);
    expect(await found({ RouterType: 'VBR' })).toEqual([]);
    expect(await found({ RouterType: 'VRouter' })).toEqual([second, first]);
    expect(await found({ RouterId: two.VRouterId })).toEqual([second]);
    expect(await found({ RouteTableId: first })).toEqual([first]);
    expect(await found({ RouteTableName: 'x' })).toEqual([]);
    expect(await found({ RouteTableType: 'System' })).toEqual([second, first]);
    expect(await found({ RouteTableType: 'Custom' })).toEqual([]);
    expect(await found({ ResourceGroupId: 'rg-1' })).toEqual([]);
    expect(await found({ Tag: [{ Key: 'k', Value: 'v' }] })).toEqual([second]);
    expect(await list(account, { PageSize: 1, PageNumber: 2 })).toMatchObject({
      TotalCount: 2,
      PageNumber: 2,
      PageSize: 1,
      RouterTableList: { RouterTableListType: [{ RouteTableId: first }] },
    });
    expect(await account.refused('Vpc', 'DescribeRouteTableList', { RegionId, PageSize: 51 })).toMatchObject({
      status: 400,
      code: 'InvalidParameter',
    });
  });

  it('lists only what is in the account and the region', async () => {
    const account = localyun.account();
    const { VpcId, RouteTableId } = await create(account);
    for (const filter of [{}, { VpcId }, { RouteTableId }]) {
      expect(idsOf(await list(localyun.account(), filter))).toEqual([]);
      expect(idsOf(await list(account, { ...filter, RegionId: 'cn-beijing' }))).toEqual([]);
    }
  });
});
