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

  const describe = () => scene.call('Ecs', 'DescribeNetworkInterfaceAttribute', target);
  await scene.call('Ecs', 'EnableNetworkInterfaceQoS', { ...target, QoS: { BandwidthTx: 50_000 } });
  expect((await describe()).QoSConfig).toMatchObject({ EnableQoS: true, QoS: { BandwidthTx: 50_000 } });
  await scene.call('Ecs', 'DisableNetworkInterfaceQoS', target);
  expect((await describe()).QoSConfig).toMatchObject({ EnableQoS: false });
}
