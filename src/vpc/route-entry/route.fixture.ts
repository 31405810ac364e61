import type { TestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount, TestNetwork } from '../../../test/support/test-account.ts';

export const RegionId = 'cn-hangzhou';

/** An account with a network of 192.168.0.0/16, a vSwitch of 192.168.0.0/24, and a network interface in it. */
export interface RouteScene {
  readonly account: TestAccount;
  readonly network: TestNetwork;
  readonly eni: string;
  /** The system route table. */
  readonly RouteTableId: string;
}

export async function routeScene(localyun: TestLocalyun): Promise<RouteScene> {
  const account = localyun.account();
  const network = await account.network();
  const { NetworkInterfaceId: eni } = await account.createNetworkInterface(network);
  return { account, network, eni, RouteTableId: await systemTableOf(account, network.vpcId) };
}

export async function systemTableOf(account: TestAccount, VpcId: string): Promise<string> {
  const answer = await account.ok('Vpc', 'DescribeRouteTableList', { RegionId, VpcId, RouteTableType: 'System' });
  return answer.RouterTableList.RouterTableListType[0].RouteTableId;
}

/** The parameters of a route to the scene's network interface. */
export function toInterface({ eni, RouteTableId }: RouteScene, DestinationCidrBlock = '10.0.0.0/24'): Body {
  return { RegionId, RouteTableId, DestinationCidrBlock, NextHopType: 'NetworkInterface', NextHopId: eni };
}

/** The entries of a route table that fulfil the filters, as they are listed. */
export async function entriesOf(account: TestAccount, RouteTableId: string, filters: Body = {}): Promise<Body[]> {
  const wanted = { RegionId, RouteTableId, MaxResult: 100, ...filters };
  return (await account.ok('Vpc', 'DescribeRouteEntryList', wanted)).RouteEntrys.RouteEntry;
}

/** A custom route table that is Available. */
export async function customTable(localyun: TestLocalyun, account: TestAccount, VpcId: string): Promise<string> {
  const { RouteTableId } = await account.ok('Vpc', 'CreateRouteTable', { RegionId, VpcId });
  await localyun.advance(1_000);
  return RouteTableId;
}
