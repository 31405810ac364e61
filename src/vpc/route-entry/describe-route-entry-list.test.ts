import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';
import { customTable, entriesOf, RegionId, routeScene, toInterface } from './route.fixture.ts';

const list = 'DescribeRouteEntryList';
const destinationsOf = (entries: readonly Body[]) => entries.map((entry) => entry.DestinationCidrBlock);

describe('DescribeRouteEntryList', () => {
  const localyun = startTestLocalyun();

  it('has the way to each vSwitch and to the cloud services in every table', async () => {
    const { account, network, RouteTableId } = await routeScene(localyun);
    const system = (DestinationCidrBlock: string, NextHopType: string, fields: object = {}) => ({
      Description: '',
      DestinationCidrBlock,
      GmtModified: expect.any(String),
      IpVersion: 'IPv4',
      NextHops: { NextHop: [{ Enabled: 1, NextHopId: '', NextHopType, Weight: 0 }] },
      Origin: 'SystemCreate',
      RouteEntryId: '',
      RouteEntryName: '',
      RouteTableId,
      ServiceType: '',
      Status: 'Available',
      Type: 'System',
      ...fields,
    });
    const rows = [system('192.168.0.0/24', 'local'), system('100.64.0.0/10', 'service')];
    expect(await account.ok('Vpc', list, { RegionId, RouteTableId })).toEqual({
      RequestId: expect.any(String),
      NextToken: '',
      TotalCount: 2,
      RouteEntrys: { RouteEntry: rows },
    });
    const custom = await customTable(localyun, account, network.vpcId);
    expect(destinationsOf(await entriesOf(account, custom))).toEqual(['100.64.0.0/10', '192.168.0.0/24']);
    await account.ok('Vpc', 'CreateVSwitch', {
      RegionId,
      VpcId: network.vpcId,
      ZoneId: network.zoneId,
      CidrBlock: '192.168.1.0/24',
    });
    const [newest] = await entriesOf(account, RouteTableId);
    expect(newest).toEqual(system('192.168.1.0/24', 'local', { Status: 'Pending' }));
  });

  it('has the way to a vSwitch by IPv6', async () => {
    const { account, network, RouteTableId } = await routeScene(localyun);
    const { vpcId: VpcId, vSwitchId: VSwitchId } = network;
    await account.ok('Vpc', 'ModifyVpcAttribute', { RegionId, VpcId, EnableIPv6: true });
    await account.ok('Vpc', 'ModifyVSwitchAttribute', { RegionId, VSwitchId, EnableIPv6: true, Ipv6CidrBlock: 1 });
    const { Ipv6CidrBlock } = await account.ok('Vpc', 'DescribeVSwitchAttributes', { RegionId, VSwitchId });
    expect(await entriesOf(account, RouteTableId, { IpVersion: 'ipv6' })).toMatchObject([
      { DestinationCidrBlock: Ipv6CidrBlock, IpVersion: 'IPv6', NextHops: { NextHop: [{ NextHopType: 'local' }] } },
    ]);
  });

  it('filters by everything that is asked for at once', async () => {
    const scene = await routeScene(localyun);
    const { account, network, eni, RouteTableId } = scene;
    const InstanceId = await account.runInstance(network);
    const first = await account.ok('Vpc', 'CreateRouteEntry', { ...toInterface(scene), RouteEntryName: 'one' });
    await localyun.advance(1_000);
    await account.ok('Vpc', 'CreateRouteEntry', {
      ...toInterface(scene, '10.0.1.0/24'),
      NextHopType: 'Instance',
      NextHopId: InstanceId,
    });
    await localyun.advance(1_000);
    const found = async (filters: Body) => destinationsOf(await entriesOf(account, RouteTableId, filters));
    expect(await found({})).toEqual(['10.0.1.0/24', '10.0.0.0/24', '192.168.0.0/24', '100.64.0.0/10']);
    expect(await found({ RouteEntryType: 'Custom' })).toEqual(['10.0.1.0/24', '10.0.0.0/24']);
    expect(await found({ RouteEntryType: 'System' })).toEqual(['192.168.0.0/24', '100.64.0.0/10']);
    expect(await found({ RouteEntryType: 'BGP' })).toEqual([]);
    expect(await found({ NextHopType: 'Instance' })).toEqual(['10.0.1.0/24']);
    expect(await found({ NextHopType: 'service' })).toEqual(['100.64.0.0/10']);
    expect(await found({ NextHopId: eni })).toEqual(['10.0.0.0/24']);
    expect(await found({ NextHopType: 'Instance', NextHopId: eni })).toEqual([]);
    expect(await found({ DestinationCidrBlock: '10.0.0.0/24' })).toEqual(['10.0.0.0/24']);
    expect(await found({ DestinationCidrBlock: '10.0.0.0/8' })).toEqual([]);
    expect(await found({ DestCidrBlockList: ['10.0.1.0/24', '100.64.0.0/10'] })).toEqual([
      '10.0.1.0/24',
      '100.64.0.0/10',
    ]);
    expect(await found({ RouteEntryId: first.RouteEntryId })).toEqual(['10.0.0.0/24']);
    expect(await found({ RouteEntryName: 'one', RouteEntryType: 'Custom' })).toEqual(['10.0.0.0/24']);
    expect(await found({ RouteEntryName: 'two' })).toEqual([]);
    expect(await found({ IpVersion: 'IPv4' })).toHaveLength(4);
    expect(await found({ IpVersion: 'IPv6' })).toEqual([]);
    expect(await found({ ServiceType: 'TR' })).toEqual([]);
  });

  it('pages by token, each entry once, also while entries come and go', async () => {
    const { account, RouteTableId, eni: NextHop } = await routeScene(localyun);
    const RouteEntries = Array.from({ length: 9 }, (_, n) => ({
      RouteTableId,
      DstCidrBlock: `10.0.${n}.0/24`,
      NextHop,
      NextHopType: 'NetworkInterface',
    }));
    await account.ok('Vpc', 'CreateRouteEntries', { RegionId, RouteEntries });
    await localyun.advance(1_000);
    const seen: string[] = [];
    let NextToken: string | undefined;
    for (;;) {
      const page = await account.ok('Vpc', list, { RegionId, RouteTableId, MaxResult: 4, NextToken });
      seen.push(...destinationsOf(page.RouteEntrys.RouteEntry));
      if (page.NextToken === '') break;
      expect(page.RouteEntrys.RouteEntry).toHaveLength(4);
      NextToken = page.NextToken;
      const [gone] = seen;
      if (seen.length === 4) {
        const named = { RegionId, RouteTableId, DestinationCidrBlock: gone, NextHopId: NextHop };
        await account.ok('Vpc', 'DeleteRouteEntry', named);
        await localyun.advance(1_000);
      }
    }
    expect(seen).toHaveLength(11);
    expect(new Set(seen).size).toBe(11);
    expect((await account.ok('Vpc', list, { RegionId, RouteTableId })).RouteEntrys.RouteEntry).toHaveLength(10);
  });

  it.each([
    [{ RouteTableId: 'vtb-none' }, 'InvalidRouteTable.NotFound'],
    [{ RouteTableId: undefined }, 'MissingParameter'],
    [{ RegionId: 'cn-beijing' }, 'InvalidRouteTable.NotFound'],
    [{ RouteEntryType: 'custom' }, 'IllegalParam.RouteEntryType'],
    [{ IpVersion: '4' }, 'IllegalParam.IpVersion'],
    [{ RouteEntryType: 'System', RouteEntryId: 'rte-1' }, 'OperationFailed.FilterParamUnderWrongRouteType'],
    [{ RouteEntryType: 'BGP', RouteEntryName: 'x' }, 'OperationFailed.FilterParamUnderWrongRouteType'],
    [{ MaxResult: 0 }, 'InvalidParameter'],
    [{ MaxResult: 101 }, 'InvalidParameter'],
    [{ NextToken: 'nonsense' }, 'IllegalParam.NextToken'],
    [{ DestCidrBlockList: Array.from({ length: 21 }, (_, n) => `10.0.${n}.0/24`) }, 'InvalidParameter'],
  ])('refuses %j with %s', async (parameters, code) => {
    const { account, RouteTableId } = await routeScene(localyun);
    const refusal = await account.refused('Vpc', list, { RegionId, RouteTableId, ...parameters });
    expect(refusal).toMatchObject({ status: 400, code });
  });

  it('does not find the table of another account', async () => {
    const { RouteTableId } = await routeScene(localyun);
    expect(await localyun.account().refused('Vpc', list, { RegionId, RouteTableId })).toMatchObject({
      status: 400,
      code: 'InvalidRouteTable.NotFound',
    });
  });
});
