import { expect } from 'vitest';
import { buildNetwork, createNetworkInterface, regionId, type Scene } from '../scene.ts';

/** A network interface limited in its traffic. */
export async function limitTraffic(scene: Scene): Promise<void> {
  const { NetworkInterfaceId } = await createNetworkInterface(scene, await buildNetwork(scene));
  const target = { RegionId: regionId, NetworkInterfaceId };
  const describe = () => scene.call('Ecs', 'DescribeNetworkInterfaceAttribute', target);
  await scene.call('Ecs', 'EnableNetworkInterfaceQoS', { ...target, QoS: { BandwidthTx: 50_000 } });
  expect((await describe()).QoSConfig).toMatchObject({ EnableQoS: true, QoS: { BandwidthTx: 50_000 } });
  await scene.call('Ecs', 'DisableNetworkInterfaceQoS', target);
  expect((await describe()).QoSConfig).toMatchObject({ EnableQoS: false });
}

/** Another account is let attach a network interface, and no longer. */
export async function keepPermission(scene: Scene, grantee: { readonly accountId: string }): Promise<void> {
  const network = await buildNetwork(scene);
  const { NetworkInterfaceId } = await createNetworkInterface(scene, network);
  const target = { RegionId: regionId, NetworkInterfaceId };
  const { NetworkInterfacePermission } = await scene.call('Ecs', 'CreateNetworkInterfacePermission', {
    ...target,
    AccountId: Number(grantee.accountId),
    Permission: 'InstanceAttach',
  });
  const { NetworkInterfacePermissionId } = NetworkInterfacePermission;
  const list = async () => {
    const answer = await scene.call('Ecs', 'DescribeNetworkInterfacePermissions', target);
    return answer.NetworkInterfacePermissions.NetworkInterfacePermission as { PermissionState: string }[];
  };
  const granted = await scene.until(list, ([permission]) => permission?.PermissionState === 'Granted');
  expect(granted).toEqual([expect.objectContaining({ NetworkInterfacePermissionId, NetworkInterfaceId })]);
  await scene.call('Ecs', 'DeleteNetworkInterfacePermission', { RegionId: regionId, NetworkInterfacePermissionId });
  await scene.until(list, (permissions) => permissions.every(({ PermissionState }) => PermissionState === 'Revoked'));
}
