import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { entriesOf, RegionId, routeScene, toInterface } from './route.fixture.ts';

const remove = 'DeleteRouteEntry';

describe('DeleteRouteEntry', () => {
  const localyun = startTestLocalyun();
  const withEntry = async () => {
    const scene = await routeScene(localyun);
    const { RouteEntryId } = await scene.account.ok('Vpc', 'CreateRouteEntry', toInterface(scene));
    await localyun.advance(1_000);
    const custom = () => entriesOf(scene.account, scene.RouteTableId, { RouteEntryType: 'Custom' });
    const { account, RouteTableId, eni: NextHopId } = scene;
    const named = { RegionId, RouteTableId, DestinationCidrBlock: '10.0.0.0/24', NextHopId };
    return { ...scene, account, RouteEntryId: RouteEntryId as string, custom, named };
  };

  it.each(['id', 'destination'])('deletes the entry named by its %s: Deleting first, gone soon after', async (by) => {
    const { account, RouteEntryId, custom, named } = await withEntry();
    const answer = await account.ok('Vpc', remove, by === 'id' ? { RegionId, RouteEntryId } : named);
    expect(Object.keys(answer)).toEqual(['RequestId']);
    expect(await custom()).toMatchObject([{ RouteEntryId, Status: 'Deleting' }]);
    await localyun.advance(200);
    expect(await custom()).toEqual([]);
    const again = await account.refused('Vpc', remove, by === 'id' ? { RegionId, RouteEntryId } : named);
    const code = by === 'id' ? 'InvalidRouteEntryId.NotFound' : 'InvalidRouteEntry.NotFound';
    expect(again).toMatchObject({ status: 400, code });
  });

  it('deletes the entry of a table without its region', async () => {
    const { account, RouteEntryId, custom } = await withEntry();
    await account.ok('Vpc', remove, { RouteEntryId });
    await localyun.advance(1_000);
    expect(await custom()).toEqual([]);
  });

  it('finds the destination in whatever spelling, a single address too', async () => {
    const scene = await routeScene(localyun);
    const { account, RouteTableId, eni: NextHopId } = scene;
    await account.ok('Vpc', 'CreateRouteEntry', toInterface(scene, '10.0.0.1/32'));
    await localyun.advance(1_000);
    await account.ok('Vpc', remove, { RegionId, RouteTableId, DestinationCidrBlock: '10.0.0.1', NextHopId });
  });

  it.each([
    [{ NextHopId: 'eni-other' }, 400, 'InvalidRouteEntry.NotFound'],
    [{ NextHopId: undefined }, 400, 'InvalidNextHop'],
    [{ NextHopList: [{ NextHopId: 'ri-1' }] }, 400, 'ParamExclusive.NextHopIdAndList'],
    [{ NextHopId: undefined, NextHopList: [{ NextHopId: 'ri-1' }] }, 400, 'InvalidRouteEntry.NotFound'],
    [{ DestinationCidrBlock: '10.0.1.0/24' }, 400, 'InvalidRouteEntry.NotFound'],
    [{ DestinationCidrBlock: 'x' }, 400, 'InvalidCidrBlock.Malformed'],
    [{ DestinationCidrBlock: '100.64.0.0/10' }, 400, 'OperationDenied'],
    [{ DestinationCidrBlock: '192.168.0.0/24' }, 400, 'OperationDenied'],
    [{ DestinationCidrBlock: undefined }, 400, 'MissingParameter'],
    [{ RouteTableId: undefined }, 400, 'MissingParameter'],
    [{ RouteTableId: 'vtb-none' }, 404, 'InvalidRouteTableId.NotFound'],
    [{ RegionId: 'cn-beijing' }, 404, 'InvalidRouteTableId.NotFound'],
    [{ RouteEntryId: 'rte-1' }, 400, 'ParamExclusive.RouteEntryIdAndRouteTableIdOrDestCidrBlock'],
    [{ DryRun: true }, 400, 'DryRunOperation'],
  ])('refuses %j with %i %s and deletes nothing', async (parameters, status, code) => {
    const { account, custom, named } = await withEntry();
    expect(await account.refused('Vpc', remove, { ...named, ...parameters })).toMatchObject({ status, code });
    await localyun.advance(1_000);
    expect(await custom()).toMatchObject([{ Status: 'Available' }]);
  });

  it('is refused while an entry of the table is on its way', async () => {
    const { account, RouteEntryId, named, ...scene } = await withEntry();
    await account.ok('Vpc', remove, named);
    const refusal = { status: 400, code: 'IncorrectRouteEntryStatus' };
    expect(await account.refused('Vpc', remove, named)).toMatchObject(refusal);
    await localyun.advance(1_000);
    await account.ok('Vpc', 'CreateRouteEntry', toInterface({ account, ...scene }));
    expect(await account.refused('Vpc', remove, named)).toMatchObject(refusal);
  });

  it('does not find what is in another account', async () => {
    const { RouteEntryId, named } = await withEntry();
    const stranger = localyun.account();
    expect(await stranger.refused('Vpc', remove, { RegionId, RouteEntryId })).toMatchObject({
      status: 400,
      code: 'InvalidRouteEntryId.NotFound',
    });
    expect(await stranger.refused('Vpc', remove, named)).toMatchObject({
      status: 404,
      code: 'InvalidRouteTableId.NotFound',
    });
  });
});
