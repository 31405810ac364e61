import { expect } from 'vitest';
import { buildNetwork, createNetworkInterface, findNetworkInterface, regionId, type Scene } from './scene.ts';

/** A network interface renamed, put into another group, limited in its traffic. */
export async function modifyNetworkInterface(scene: Scene): Promise<void> {
  const network = await buildNetwork(scene);
  const { NetworkInterfaceId } = await createNetworkInterface(scene, network, { Description: 'first' });
  const target = { RegionId: regionId, NetworkInterfaceId };
  const group = { RegionId: regionId, VpcId: network.vpcId };
  const { SecurityGroupId } = await scene.call('Ecs', 'CreateSecurityGroup', group);
  await scene.call('Ecs', 'ModifyNetworkInterfaceAttribute', {
    ...target,
    NetworkInterfaceName: 'renamed',
    SecurityGroupId: [SecurityGroupId],
  });
  expect(await findNetworkInterface(scene, NetworkInterfaceId)).toMatchObject({
    NetworkInterfaceName: 'renamed',
    Description: 'first',
    SecurityGroupIds: { SecurityGroupId: [SecurityGroupId] },
  });

  const membership = { RegionId: regionId, NetworkInterfaceId, SecurityGroupId: network.securityGroupId };
  const groups = async () => (await findNetworkInterface(scene, NetworkInterfaceId))?.SecurityGroupIds.SecurityGroupId;
  await scene.call('Ecs', 'JoinSecurityGroup', membership);
  expect(await groups()).toEqual([SecurityGroupId, network.securityGroupId]);
  await scene.call('Ecs', 'LeaveSecurityGroup', membership);
  expect(await groups()).toEqual([SecurityGroupId]);

  const describe = () => scene.call('Ecs', 'DescribeNetworkInterfaceAttribute', target);
  await scene.call('Ecs', 'EnableNetworkInterfaceQoS', { ...target, QoS: { BandwidthTx: 50_000 } });
  expect((await describe()).QoSConfig).toMatchObject({ EnableQoS: true, QoS: { BandwidthTx: 50_000 } });
  await scene.call('Ecs', 'DisableNetworkInterfaceQoS', target);
  expect((await describe()).QoSConfig).toMatchObject({ EnableQoS: false });
}

/** Secondary addresses assigned, counted and named, and taken away. */
export async function keepPrivateAddresses(scene: Scene): Promise<void> {
  const network = await buildNetwork(scene);
  const { NetworkInterfaceId } = await createNetworkInterface(scene, network);
  const target = { RegionId: regionId, NetworkInterfaceId };
  const addresses = async (): Promise<string[]> => {
    const eni = await findNetworkInterface(scene, NetworkInterfaceId);
    return eni?.PrivateIpSets.PrivateIpSet.map((held: { PrivateIpAddress: string }) => held.PrivateIpAddress);
  };
  const named = ['10.0.0.21', '10.0.0.22'];
  await scene.call('Ecs', 'AssignPrivateIpAddresses', { ...target, PrivateIpAddress: named });
  await scene.call('Ecs', 'AssignPrivateIpAddresses', { ...target, SecondaryPrivateIpAddressCount: 1 });
  expect(await addresses()).toEqual(expect.arrayContaining(named));
  expect(await addresses()).toHaveLength(4);
  await scene.call('Ecs', 'UnassignPrivateIpAddresses', { ...target, PrivateIpAddress: named });
  expect(await addresses()).toHaveLength(2);
}

/** IPv6 addresses of a vSwitch that has a block of them. */
export async function keepIpv6Addresses(scene: Scene): Promise<void> {
  const network = await buildNetwork(scene);
  await scene.call('Vpc', 'ModifyVpcAttribute', { RegionId: regionId, VpcId: network.vpcId, EnableIPv6: true });
  const vSwitch = { RegionId: regionId, VSwitchId: network.vSwitchId };
  await scene.call('Vpc', 'ModifyVSwitchAttribute', { ...vSwitch, EnableIPv6: true, Ipv6CidrBlock: 7 });
  const { NetworkInterfaceId } = await createNetworkInterface(scene, network);
  const target = { RegionId: regionId, NetworkInterfaceId };
  const assigned = await scene.call('Ecs', 'AssignIpv6Addresses', { ...target, Ipv6AddressCount: 1 });
  const [address] = assigned.Ipv6Sets.Ipv6Address as [string];
  const addresses = async () => (await findNetworkInterface(scene, NetworkInterfaceId))?.Ipv6Sets.Ipv6Set;
  expect(await addresses()).toEqual([expect.objectContaining({ Ipv6Address: address })]);
  await scene.call('Ecs', 'UnassignIpv6Addresses', { ...target, Ipv6Address: [address] });
  expect(await addresses()).toEqual([]);
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
