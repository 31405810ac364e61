import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { entriesOf, RegionId, routeScene, toInterface } from './route.fixture.ts';

const modify = 'ModifyRouteEntry';

describe('ModifyRouteEntry', () => {
  const localyun = startTestLocalyun();
  const withEntry = async () => {
    const scene = await routeScene(localyun);
    const { account, network, RouteTableId } = scene;
    const { RouteEntryId } = await account.ok('Vpc', 'CreateRouteEntry', {
      ...toInterface(scene),
      RouteEntryName: 'old',
      Description: 'older',
    });
    await localyun.advance(1_000);
    const entry = async () => (await entriesOf(account, RouteTableId, { RouteEntryId }))[0]!;
    return { ...scene, network, RouteEntryId: RouteEntryId as string, entry };
  };

  it('changes name and description at once, and clears them', async () => {
    const { account, RouteEntryId, RouteTableId, entry } = await withEntry();
    await account.ok('Vpc', modify, { RegionId, RouteEntryId, RouteEntryName: 'new' });
    expect(await entry()).toMatchObject({ RouteEntryName: 'new', Description: 'older', Status: 'Available' });
    const named = { RegionId, RouteTableId, DestinationCidrBlock: '10.0.0.0/24' };
    await account.ok('Vpc', modify, { ...named, RouteEntryName: '', Description: 'newer' });
    expect(await entry()).toMatchObject({ RouteEntryName: '', Description: 'newer' });
  });

  it('has the entry lead somewhere else: Modifying first, Available soon after', async () => {
    const { account, network, RouteEntryId, entry, eni } = await withEntry();
    const NewNextHopId = await account.runInstance(network);
    const request = { RegionId, RouteEntryId, NewNextHopType: 'Instance', NewNextHopId };
    await account.ok('Vpc', modify, request);
    const hops = { NextHops: { NextHop: [{ NextHopType: 'Instance', NextHopId: NewNextHopId }] } };
    expect(await entry()).toMatchObject({ ...hops, Status: 'Modifying' });
    expect(await account.refused('Vpc', modify, request)).toMatchObject({
      status: 400,
      code: 'IncorrectRouteEntryStatus',
    });
    await localyun.advance(200);
    expect(await entry()).toMatchObject({ ...hops, Status: 'Available' });
    await account.ok('Vpc', modify, request);
    expect(await entry()).toMatchObject({ ...hops, Status: 'Available' });
    await account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId: eni });
  });

  it.each([
    [{ RouteEntryName: 'http://x' }, 'InvalidRouteEntryName.Malformed'],
    [{ Description: 'd'.repeat(257) }, 'InvalidDescription.Malformed'],
    [{ NewNextHopType: 'Instance' }, 'MissingParameter'],
    [{ NewNextHopId: 'i-1' }, 'MissingParameter'],
    [{ NewNextHopType: 'x', NewNextHopId: 'i-1' }, 'InvalidNextHopType'],
    [{ NewNextHopType: 'Instance', NewNextHopId: 'i-none' }, 'InvalidInstanId.NotFound'],
    [{ RouteEntryId: 'rte-none' }, 'InvalidRouteEntryId.NotFound'],
    [{ RegionId: 'cn-beijing' }, 'InvalidRouteEntryId.NotFound'],
    [{ RegionId: undefined }, 'MissingParameter'],
    [{ RouteEntryId: undefined }, 'MissingParameter'],
    [{ RouteTableId: 'vtb-1' }, 'ParamExclusive.RouteEntryIdAndRouteTableIdOrDestCidrBlock'],
    [{ DryRun: true, RouteEntryName: 'new' }, 'DryRunOperation'],
  ])('refuses %j with %s and changes nothing', async (parameters, code) => {
    const { account, RouteEntryId, entry } = await withEntry();
    const before = await entry();
    const refusal = await account.refused('Vpc', modify, { RegionId, RouteEntryId, ...parameters });
    expect(refusal).toMatchObject({ status: code === 'InvalidInstanId.NotFound' ? 404 : 400, code });
    expect(await entry()).toEqual(before);
  });

  it.each([
    [{ DestinationCidrBlock: '10.0.0.0/33' }, 400, 'InvalidCidrBlock.Malformed'],
    [{ DestinationCidrBlock: '10.0.1.0/24' }, 400, 'InvalidRouteEntry.NotFound'],
    [{ RouteTableId: 'vtb-none' }, 404, 'InvalidRouteTableId.NotFound'],
    [{ DestinationCidrBlock: undefined }, 400, 'MissingParameter'],
  ])('refuses %j beside a destination with %i %s', async (parameters, status, code) => {
    const { account, RouteTableId, entry } = await withEntry();
    const before = await entry();
    const named = { RegionId, RouteTableId, DestinationCidrBlock: '10.0.0.0/24', RouteEntryName: 'new' };
    expect(await account.refused('Vpc', modify, { ...named, ...parameters })).toMatchObject({ status, code });
    expect(await entry()).toEqual(before);
  });

  it('refuses to change system entries, and what is in another account', async () => {
    const { account, RouteTableId, RouteEntryId } = await withEntry();
    const system = { RegionId, RouteTableId, DestinationCidrBlock: '192.168.0.0/24', RouteEntryName: 'x' };
    expect(await account.refused('Vpc', modify, system)).toMatchObject({ status: 400, code: 'OperationDenied' });
    const stranger = localyun.account();
    expect(await stranger.refused('Vpc', modify, { RegionId, RouteEntryId, RouteEntryName: 'x' })).toMatchObject({
      status: 400,
      code: 'InvalidRouteEntryId.NotFound',
    });
  });
});
