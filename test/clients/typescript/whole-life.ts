import { expect } from 'vitest';
import {
  buildNetwork,
  createNetworkInterface,
  findNetworkInterface,
  instanceBecomes,
  networkInterfaceBecomes,
  regionId,
  runInstance,
  type Scene,
  zoneId,
} from './scene.ts';

/** A network interface from its network's creation to the removal of everything, polled as users poll. */
export async function wholeLife(scene: Scene): Promise<void> {
  const network = await buildNetwork(scene);
  const instanceId = await runInstance(scene, network);

  const made = await createNetworkInterface(scene, network, {
    PrimaryIpAddress: '10.0.0.10',
    NetworkInterfaceName: 'whole-life',
    Description: "it's 100% *special* + ~ünïcode",
    Tag: [{ Key: 'k 1', Value: 'v&=*~/é' }],
  });
  const id: string = made.NetworkInterfaceId;
  expect(made).toMatchObject({
    Status: 'Available',
    Type: 'Secondary',
    PrivateIpAddress: '10.0.0.10',
    SecurityGroupIds: { SecurityGroupId: [network.securityGroupId] },
  });
  const target = { RegionId: regionId, NetworkInterfaceId: id };
  expect(await findNetworkInterface(scene, id)).toMatchObject({
    NetworkInterfaceName: 'whole-life',
    Description: "it's 100% *special* + ~ünïcode",
    VpcId: network.vpcId,
    VSwitchId: network.vSwitchId,
    ZoneId: zoneId,
    MacAddress: expect.stringMatching(/^00:16:3e(:[0-9a-f]{2}){3}$/),
    PrivateIpSets: { PrivateIpSet: [{ Primary: true, PrivateIpAddress: '10.0.0.10' }] },
    Tags: { Tag: [{ TagKey: 'k 1', TagValue: 'v&=*~/é' }] },
    InstanceId: '',
    ServiceManaged: false,
  });
  const remove = () => scene.call('Ecs', 'DeleteNetworkInterface', target);
  const refusedToRemove = () => scene.refused('Ecs', 'DeleteNetworkInterface', target);

  await scene.call('Ecs', 'AttachNetworkInterface', { ...target, InstanceId: instanceId });
  expect(await networkInterfaceBecomes(scene, id, 'InUse')).toMatchObject({
    InstanceId: instanceId,
    Attachment: { InstanceId: instanceId },
  });
  const instance = await instanceBecomes(scene, instanceId, 'Running');
  expect(instance?.NetworkInterfaces.NetworkInterface).toContainEqual(
    expect.objectContaining({ NetworkInterfaceId: id, Type: 'Secondary', PrimaryIpAddress: '10.0.0.10' }),
  );
  expect(await refusedToRemove()).toMatchObject({
    code: 'InvalidOperation.InvalidEniState',
    status: 400,
    message:
      'The operation is not allowed in the current ENI state. Expecting status is "Available" while current status is "InUse".',
  });

  await scene.call('Ecs', 'DetachNetworkInterface', { ...target, InstanceId: instanceId });
  expect(await networkInterfaceBecomes(scene, id, 'Available')).toMatchObject({ InstanceId: '' });
  await remove();
  await networkInterfaceBecomes(scene, id, undefined);
  expect(await refusedToRemove()).toMatchObject({
    code: 'InvalidEniId.NotFound',
    status: 404,
    message: `The specified EniId "${id}" is not found.`,
  });

  // Its address is free at once, and so is its place in the group when the last member is gone.
  const heir = await createNetworkInterface(scene, network, { PrimaryIpAddress: '10.0.0.10' });
  await scene.call('Ecs', 'DeleteInstance', { InstanceId: instanceId, Force: true });
  await instanceBecomes(scene, instanceId, undefined);
  const group = { RegionId: regionId, SecurityGroupId: network.securityGroupId };
  expect(await scene.refused('Ecs', 'DeleteSecurityGroup', group)).toMatchObject({
    code: 'DependencyViolation',
    status: 403,
  });
  await scene.call('Ecs', 'DeleteNetworkInterface', { ...target, NetworkInterfaceId: heir.NetworkInterfaceId });
  await networkInterfaceBecomes(scene, heir.NetworkInterfaceId, undefined);
  await scene.call('Ecs', 'DeleteSecurityGroup', group);

  await scene.call('Vpc', 'DeleteVSwitch', { RegionId: regionId, VSwitchId: network.vSwitchId });
  const vpc = { RegionId: regionId, VpcId: network.vpcId };
  await scene.call('Vpc', 'DeleteVpc', vpc);
  expect(await scene.refused('Vpc', 'DescribeVpcAttribute', vpc)).toMatchObject({
    code: 'InvalidVpcId.NotFound',
    status: 404,
  });
}
