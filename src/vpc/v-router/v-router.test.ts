import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';
import { customTable, RegionId } from '../route-entry/route.fixture.ts';

describe('routers of VPCs', () => {
  const localyun = startTestLocalyun();

  it('DescribeVRouters lists one for each VPC, with its route tables', async () => {
    const account = localyun.account();
    const one = await account.ok('Vpc', 'CreateVpc', { RegionId });
    await localyun.advance(1_000);
    const two = await account.ok('Vpc', 'CreateVpc', { RegionId });
    await localyun.advance(1_000);
    const custom = await customTable(localyun, account, one.VpcId);
    const row = {
      CreationTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      Description: '',
      RegionId,
      RouteTableIds: { RouteTableId: [one.RouteTableId, custom] },
      VRouterId: one.VRouterId,
      VRouterName: '',
      VpcId: one.VpcId,
    };
    expect(await account.ok('Vpc', 'DescribeVRouters', { RegionId, VRouterId: one.VRouterId })).toEqual({
      RequestId: expect.any(String),
      TotalCount: 1,
      PageNumber: 1,
      PageSize: 10,
      VRouters: { VRouter: [row] },
    });
    const found = async (parameters: object) =>
      (await account.ok('Vpc', 'DescribeVRouters', { RegionId, ...parameters })).VRouters.VRouter.map(
        (router: Body) => router.VRouterId,
      );
    expect(await found({})).toEqual([two.VRouterId, one.VRouterId]);
    expect(await found({ PageSize: 1, PageNumber: 2 })).toEqual([one.VRouterId]);
    expect(await found({ VRouterId: 'vrt-none' })).toEqual([]);
    expect(await found({ RegionId: 'cn-beijing' })).toEqual([]);
    expect((await localyun.account().ok('Vpc', 'DescribeVRouters', { RegionId })).TotalCount).toBe(0);
    expect(await account.refused('Vpc', 'DescribeVRouters', { RegionId, PageSize: 51 })).toMatchObject({
      status: 400,
      code: 'InvalidParameter',
    });
  });

  it('ModifyVRouterAttribute changes and clears name and description', async () => {
    const account = localyun.account();
    const { VRouterId } = await account.ok('Vpc', 'CreateVpc', { RegionId });
    const shown = async () =>
      (await account.ok('Vpc', 'DescribeVRouters', { RegionId, VRouterId })).VRouters.VRouter[0];
    const modify = (parameters: object) => account.ok('Vpc', 'ModifyVRouterAttribute', { VRouterId, ...parameters });
    await modify({ RegionId, VRouterName: 'router', Description: 'of the VPC' });
    expect(await shown()).toMatchObject({ VRouterName: 'router', Description: 'of the VPC' });
    await modify({ Description: '' });
    expect(await shown()).toMatchObject({ VRouterName: 'router', Description: '' });
    const refused = (parameters: object, who = account) =>
      who.refused('Vpc', 'ModifyVRouterAttribute', { RegionId, VRouterId, ...parameters });
    for (const [parameters, status, code] of [
      [{ VRouterName: 'http://x' }, 400, 'InvalidVRouterName.Malformed'],
      [{ Description: 'd'.repeat(257) }, 400, 'InvalidVRouterDiscription.Malformed'],
      [{ VRouterId: 'vrt-none', VRouterName: 'x' }, 404, 'InvalidVRouterId.NotFound'],
      [{ RegionId: 'cn-beijing', VRouterName: 'x' }, 404, 'InvalidVRouterId.NotFound'],
      [{ VRouterId: undefined }, 400, 'MissingParameter'],
    ] as const) {
      expect([parameters, await refused(parameters)]).toMatchObject([parameters, { status, code }]);
    }
    expect(await refused({ VRouterName: 'x' }, localyun.account())).toMatchObject({ status: 404 });
    expect(await shown()).toMatchObject({ VRouterName: 'router', Description: '' });
  });
});
