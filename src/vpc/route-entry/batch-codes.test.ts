import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';
import { entriesOf, RegionId, type RouteScene, routeScene, toInterface } from './route.fixture.ts';

const localyun = startTestLocalyun();

/** A scene with an entry that leads from 10.9.0.0/24 to the network interface. */
async function sceneWithEntry(): Promise<RouteScene & { readonly RouteEntryId: string }> {
  const scene = await routeScene(localyun);
  const { RouteEntryId } = await scene.account.ok('Vpc', 'CreateRouteEntry', toInterface(scene, '10.9.0.0/24'));
  await localyun.advance(1_000);
  return { ...scene, RouteEntryId };
}

/** Switches IPv6 on, and answers the IPv6 block of the vSwitch. */
async function ipv6BlockOf({ account, network }: RouteScene): Promise<string> {
  const { vpcId: VpcId, vSwitchId: VSwitchId } = network;
  await account.ok('Vpc', 'ModifyVpcAttribute', { RegionId, VpcId, EnableIPv6: true });
  await account.ok('Vpc', 'ModifyVSwitchAttribute', { RegionId, VSwitchId, EnableIPv6: true, Ipv6CidrBlock: 1 });
  return (await account.ok('Vpc', 'DescribeVSwitchAttributes', { RegionId, VSwitchId })).Ipv6CidrBlock;
}

/** What is custom in the route table, and where it leads. */
async function routesOf({ account, RouteTableId }: RouteScene) {
  const entries = await entriesOf(account, RouteTableId, { RouteEntryType: 'Custom' });
  return entries.map(({ DestinationCidrBlock, Status }) => [DestinationCidrBlock, Status]);
}

/** An entry on its way in the table of the scene. */
async function addPending(scene: RouteScene): Promise<Body> {
  await scene.account.ok('Vpc', 'CreateRouteEntry', toInterface(scene, '10.8.0.0/24'));
  return {};
}

describe('CreateRouteEntries', () => {
  /** For each code of an entry that fails what is different of it, in a scene that has been prepared for it. */
  const causes: readonly (readonly [code: string, title: string, (scene: RouteScene) => Promise<Body> | Body])[] = [
    ['InvalidCidrBlock.Malformed', 'bits behind the prefix', () => ({ DstCidrBlock: '10.0.0.1/24' })],
    ['InvalidCidrBlock', 'that of cloud services', () => ({ DstCidrBlock: '100.64.0.0/10' })],
    ['InvalidCidrBlock', 'within a vSwitch', () => ({ DstCidrBlock: '192.168.0.128/25' })],
    ['OperationDenied.VpcIpv6NotEnabled', 'IPv6 in a VPC without', () => ({ DstCidrBlock: '::/0' })],
    [
      'OperationUnsupported.DestinationCidrBlockOverlapWithVSwitch',
      'IPv6 within a vSwitch',
      async (scene) => ({ DstCidrBlock: await ipv6BlockOf(scene) }),
    ],
    ['InvalidRouteTableId.NotFound', 'no route table', () => ({ RouteTableId: 'vtb-none' })],
    [
      'IncorrectStatus.RouteTableStatus',
      'a route table that is Pending',
      ({ account, network }) => account.ok('Vpc', 'CreateRouteTable', { RegionId, VpcId: network.vpcId }),
    ],
    [
      'IncorrectVpcStatus',
      'a VPC that is Pending',
      async ({ account }) => {
        const { RouteTableId } = await account.ok('Vpc', 'CreateVpc', { RegionId });
        return { RouteTableId };
      },
    ],
    ['VPC_ROUTE_ENTRY_STATUS_ERROR', 'an entry on its way', addPending],
    ['VPC_ROUTE_ENTRY_CIDR_BLOCK_DUPLICATE', 'there already', () => ({ DstCidrBlock: '10.9.0.0/24' })],
  ];
  const wantedIn = async (scene: RouteScene, cause: (typeof causes)[number][2]) => {
    const { RouteTableId, eni: NextHop } = scene;
    const common = { RouteTableId, NextHop, NextHopType: 'NetworkInterface', DstCidrBlock: '10.0.0.0/24' };
    const { RequestId, ...changes } = await cause(scene);
    return { ...common, ...changes };
  };

  it.each(causes)('%s for an entry alone: %s', async (FailedCode, _, cause) => {
    const scene = await sceneWithEntry();
    const wanted = await wantedIn(scene, cause);
    const before = await routesOf(scene);
    const request = { RegionId, RouteEntries: [wanted] };
    expect(await scene.account.ok('Vpc', 'CreateRouteEntries', request)).toMatchObject({
      SuccessCount: 0,
      FailedCount: 1,
      FailedRouteEntries: [{ DstCidrBlock: wanted.DstCidrBlock, NextHop: scene.eni, FailedCode }],
    });
    expect(await routesOf(scene)).toEqual(before);
  });

  it('IncorrectRouteEntryStatus for a dry run while an entry is on its way', async () => {
    const scene = await sceneWithEntry();
    const RouteEntries = [await wantedIn(scene, addPending)];
    const request = { RegionId, RouteEntries, DryRun: true };
    expect(await scene.account.refused('Vpc', 'CreateRouteEntries', request)).toMatchObject({
      status: 400,
      code: 'IncorrectRouteEntryStatus',
    });
    expect(await routesOf(scene)).toHaveLength(2);
  });
});

describe('DeleteRouteEntries', () => {
  it.each([
    ['InvalidCidrBlock.Malformed', { DstCidrBlock: '10.9.0.0/33' }],
    ['InvalidRouteTableId.NotFound', { RouteTableId: 'vtb-none' }],
    ['OperationDenied', { DstCidrBlock: '192.168.0.0/24' }],
    ['VPC_ROUTER_ENTRY_NOT_EXIST', { DstCidrBlock: '10.0.0.0/24' }],
  ])('%s for %j alone', async (FailedCode, changes) => {
    const scene = await sceneWithEntry();
    const { account, RouteTableId, eni: NextHop } = scene;
    const named = { RouteTableId, NextHop, DstCidrBlock: '10.9.0.0/24', ...changes };
    expect(await account.ok('Vpc', 'DeleteRouteEntries', { RegionId, RouteEntries: [named] })).toMatchObject({
      SuccessCount: 0,
      FailedCount: 1,
      FailedRouteEntries: [{ DstCidrBlock: named.DstCidrBlock, NextHop, FailedCode }],
    });
    expect(await routesOf(scene)).toEqual([['10.9.0.0/24', 'Available']]);
  });

  it.each([
    ['InvalidRouteEntry.NotFound', 'leads elsewhere', { NextHop: 'eni-none' }, []],
    ['IncorrectRouteEntryStatus', 'is in a table with one on its way', {}, [['10.8.0.0/24', 'Pending']]],
  ])('%s for a dry run with an entry that %s', async (code, _, changes, others) => {
    const scene = await sceneWithEntry();
    const { account, RouteTableId, eni: NextHop } = scene;
    if (others.length > 0) await addPending(scene);
    const RouteEntries = [{ RouteTableId, NextHop, DstCidrBlock: '10.9.0.0/24', ...changes }];
    const request = { RegionId, RouteEntries, DryRun: true };
    expect(await account.refused('Vpc', 'DeleteRouteEntries', request)).toMatchObject({ status: 400, code });
    expect(await routesOf(scene)).toEqual([...others, ['10.9.0.0/24', 'Available']]);
  });
});
