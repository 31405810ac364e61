import type { TestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';

/** Longer than anything takes. */
export const long = 10_000;
/** 4 interfaces, and 16 members beside them. */
export const trunkType = 'ecs.g7.xlarge';

/** An account with a running instance that has a trunk. */
export async function trunkScene(localyun: TestLocalyun) {
  const account = localyun.account();
  const network = await account.network();
  const { regionId: RegionId } = network;
  const InstanceId = await account.runInstance(network, { InstanceType: trunkType });
  const create = async (more: Parameters = {}): Promise<string> =>
    (await account.createNetworkInterface(network, more)).NetworkInterfaceId;
  const item = (id: string) => account.describeNetworkInterface(network, id);
  const plug = async (id: string, more: Parameters = {}) => {
    await account.ok('Ecs', 'AttachNetworkInterface', { RegionId, InstanceId, NetworkInterfaceId: id, ...more });
    await localyun.advance(long);
    return id;
  };
  const trunk = await plug(await create({ InstanceType: 'Trunk' }));
  const pair = (id: string): Parameters => ({ RegionId, InstanceId, NetworkInterfaceId: id });
  const onTrunk = (id: string): Parameters => ({ ...pair(id), TrunkNetworkInstanceId: trunk });
  const member = async (more: Parameters = {}) => plug(await create(more), { TrunkNetworkInstanceId: trunk });
  const attribute = (id: string, Attribute?: string) =>
    account.ok('Ecs', 'DescribeNetworkInterfaceAttribute', {
      RegionId,
      NetworkInterfaceId: id,
      ...(Attribute === undefined ? {} : { Attribute }),
    });
  return { account, network, RegionId, InstanceId, trunk, create, item, plug, pair, onTrunk, member, attribute };
}

/** The network interfaces that the filters find. */
export async function listed(account: TestAccount, filters: Parameters): Promise<Body[]> {
  const answer = await account.ok('Ecs', 'DescribeNetworkInterfaces', filters);
  return answer.NetworkInterfaceSets.NetworkInterfaceSet;
}
