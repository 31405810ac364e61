import type { TestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { TestAccount, TestNetwork } from '../../../test/support/test-account.ts';

/** The operation that is tested with it. */
export const modify = 'ModifyNetworkInterfaceAttribute';
/** Longer than anything takes. */
export const long = 10_000;

/** An account with an available network interface, and short words for what is done with it. */
export async function modificationScene(localyun: TestLocalyun) {
  const account = localyun.account();
  const network = await account.network();
  const { NetworkInterfaceId: id } = await account.createNetworkInterface(network, {
    NetworkInterfaceName: 'before',
    Description: 'made before',
  });
  const target: Parameters = { RegionId: network.regionId, NetworkInterfaceId: id };
  return {
    account,
    network,
    id: id as string,
    target,
    item: () => account.describeNetworkInterface(network, id),
    attribute: (Attribute = '') =>
      account.ok('Ecs', 'DescribeNetworkInterfaceAttribute', { ...target, ...(Attribute ? { Attribute } : {}) }),
    ok: (changes: Parameters) => account.ok('Ecs', modify, { ...target, ...changes }),
    refused: (changes: Parameters) => account.refused('Ecs', modify, { ...target, ...changes }),
  };
}

/** Attaches the interface to a running instance of its own. */
export async function attachToNew(
  localyun: TestLocalyun,
  { account, network, id }: { account: TestAccount; network: TestNetwork; id: string },
  overrides: Parameters = {},
) {
  const instanceId = await account.runInstance(network, overrides);
  await account.ok('Ecs', 'AttachNetworkInterface', {
    RegionId: network.regionId,
    NetworkInterfaceId: id,
    InstanceId: instanceId,
  });
  await localyun.advance(long);
  return {
    instanceId,
    async stop() {
      await account.ok('Ecs', 'StopInstance', { InstanceId: instanceId });
      await localyun.advance(long);
    },
  };
}
