import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount, TestNetwork } from '../../../test/support/test-account.ts';
import { entriesOf, RegionId, type RouteScene, routeScene, toInterface } from './route.fixture.ts';

const localyun = startTestLocalyun();

/** A next hop, and what the route to it leads from. */
interface Hop {
  readonly type: string;
  readonly id: string;
  readonly from: 'IPv4' | 'IPv6';
}

/** What new entries lead from, and what the entries lead from that are there. */
const fresh = { IPv4: '10.0.0.0/24', IPv6: '2001:db8::/64' };
const present = { IPv4: '10.9.0.0/24', IPv6: '2001:db8:9::/64' };

/** A scene with IPv6 and an entry of either version, both to a network interface with one IPv6 address. */
async function sceneWithEntries(): Promise<RouteScene> {
  const scene = await routeScene(localyun);
  const { account, network, eni: NetworkInterfaceId } = scene;
  await switchIpv6On(account, network);
  await account.ok('Ecs', 'AssignIpv6Addresses', { RegionId, NetworkInterfaceId, Ipv6AddressCount: 1 });
  for (const destination of Object.values(present)) {
    await account.ok('Vpc', 'CreateRouteEntry', toInterface(scene, destination));
    await localyun.advance(1_000);
  }
  return scene;
}

async function switchIpv6On(account: TestAccount, { vpcId: VpcId, vSwitchId: VSwitchId }: TestNetwork): Promise<void> {
  await account.ok('Vpc', 'ModifyVpcAttribute', { RegionId, VpcId, EnableIPv6: true });
  await account.ok('Vpc', 'ModifyVSwitchAttribute', { RegionId, VSwitchId, EnableIPv6: true, Ipv6CidrBlock: 1 });
}

async function gatewayIn({ account }: RouteScene, VpcId: string): Promise<string> {
  return (await account.ok('Vpc', 'CreateIpv6Gateway', { RegionId, VpcId })).Ipv6GatewayId;
}

async function interfaceIn({ account }: RouteScene, network: TestNetwork, parameters: Body = {}): Promise<string> {
  return (await account.createNetworkInterface(network, parameters)).NetworkInterfaceId;
}

const eni = (id: string, from: Hop['from'] = 'IPv4'): Hop => ({ type: 'NetworkInterface', id, from });
const instance = (id: string, from: Hop['from'] = 'IPv4'): Hop => ({ type: 'Instance', id, from });
const gateway = (id: string, from: Hop['from'] = 'IPv6'): Hop => ({ type: 'IPv6Gateway', id, from });

/** For each code a next hop that gives it. */
const causes: Readonly<Record<string, (scene: RouteScene) => Promise<Hop> | Hop>> = {
  InvalidNextHopType: () => ({ type: 'Gateway', id: 'gw-1', from: 'IPv4' }),
  'InvalidNextHopId.NotFound': () => ({ type: 'NatGateway', id: 'ngw-none', from: 'IPv4' }),
  'InvalidInstanId.NotFound': () => instance('i-none'),
  'InvalidNetworkInterface.NotFound': () => eni('eni-none'),
  'InvalidIpv6Gateway.NotFound': () => gateway('ipv6gw-none'),
  'OperationFailed.InstanceDismatchCurrentVpc': async ({ account }) =>
    instance(await account.runInstance(await account.network())),
  'Mismatch.EniIdAndRouteTableId': async (scene) => eni(await interfaceIn(scene, await scene.account.network())),
  'InvalidNextHop.NotFound': async (scene) => {
    const other = await scene.account.network();
    await switchIpv6On(scene.account, other);
    return gateway(await gatewayIn(scene, other.vpcId));
  },
  IncorrectInstanceStatus: async (scene) => {
    const NetworkInterfaceId = await interfaceIn(scene, scene.network);
    await scene.account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId });
    return eni(NetworkInterfaceId);
  },
  'InvalidNexthop.UnsupportedEniBizType': async (scene) => {
    const id = await interfaceIn(scene, scene.network);
    await localyun.server.levers.fixNetworkInterface(id, { serviceId: 4711 });
    return eni(id);
  },
  'InvalidNexthop.DirectEni': async (scene) => {
    const { account, network } = scene;
    const InstanceId = await interfaceIn(scene, network);
    const { AllocationId } = await account.ok('Vpc', 'AllocateEipAddress', { RegionId });
    const direct = { AllocationId, InstanceId, InstanceType: 'NetworkInterface', Mode: 'BINDED' };
    await account.ok('Vpc', 'AssociateEipAddress', { RegionId, ...direct });
    return eni(InstanceId);
  },
  'OperationFailed.NotSupportIPV6': async (scene) => eni(await interfaceIn(scene, scene.network), 'IPv6'),
  'OperationUnsupported.Ipv6EntryOnPrimaryNetworkInterface': async ({ account, network }) => {
    const InstanceId = await account.runInstance(network, { Ipv6AddressCount: 1 });
    const found = await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId, InstanceId });
    return eni(found.NetworkInterfaceSets.NetworkInterfaceSet[0].NetworkInterfaceId, 'IPv6');
  },
  'OperationUnsupported.MutipleIpv6Address': async (scene) =>
    eni(await interfaceIn(scene, scene.network, { Ipv6AddressCount: 2 }), 'IPv6'),
  'OperationDenied.NextHopTypeNotPermitted': async (scene) =>
    gateway(await gatewayIn(scene, scene.network.vpcId), 'IPv4'),
  'IncorrectStatus.Ipv6Gateway': async (scene) => gateway(await gatewayIn(scene, scene.network.vpcId)),
};

/** What is not there at all is 404. */
const absent = [
  'InvalidNextHopId.NotFound',
  'InvalidInstanId.NotFound',
  'InvalidNetworkInterface.NotFound',
  'InvalidIpv6Gateway.NotFound',
];

/** What each operation that takes a next hop says of one. */
const refusals: Readonly<Record<string, (scene: RouteScene, hop: Hop) => Promise<object>>> = {
  CreateRouteEntry({ account, RouteTableId }, { type: NextHopType, id: NextHopId, from }) {
    const route = { RegionId, RouteTableId, DestinationCidrBlock: fresh[from], NextHopType, NextHopId };
    return account.refused('Vpc', 'CreateRouteEntry', route);
  },
  async CreateRouteEntries({ account, RouteTableId }, { type: NextHopType, id: NextHop, from }) {
    const RouteEntries = [{ RouteTableId, DstCidrBlock: fresh[from], NextHopType, NextHop }];
    const answer = await account.ok('Vpc', 'CreateRouteEntries', { RegionId, RouteEntries });
    expect(answer).toMatchObject({ SuccessCount: 0, FailedCount: 1, FailedRouteEntries: [{ NextHop }] });
    return { code: answer.FailedRouteEntries[0].FailedCode };
  },
  ModifyRouteEntry({ account, RouteTableId }, { type: NewNextHopType, id: NewNextHopId, from }) {
    const entry = { RegionId, RouteTableId, DestinationCidrBlock: present[from] };
    return account.refused('Vpc', 'ModifyRouteEntry', { ...entry, NewNextHopType, NewNextHopId });
  },
};

describe('a next hop that cannot be', () => {
  it.each(Object.entries(causes))('%s, whatever asks for it, and the routes stay as they are', async (code, cause) => {
    const scene = await sceneWithEntries();
    const hop = await cause(scene);
    const status = absent.includes(code) ? 404 : 400;
    for (const [action, refusalOf] of Object.entries(refusals)) {
      const expected = action === 'CreateRouteEntries' ? { code } : { status, code };
      expect([action, await refusalOf(scene, hop)]).toMatchObject([action, expected]);
    }
    const entries = await entriesOf(scene.account, scene.RouteTableId, { RouteEntryType: 'Custom' });
    const seen = entries.map(({ DestinationCidrBlock, Status, NextHops }) => [
      DestinationCidrBlock,
      Status,
      NextHops.NextHop[0].NextHopId,
    ]);
    expect(seen.sort()).toEqual(Object.values(present).map((block) => [block, 'Available', scene.eni]));
  });
});
