import {
  buildNetwork,
  buildVSwitch,
  createNetworkInterface,
  findNetworkInterface,
  instanceBecomes,
  launchInstance,
  type Network,
  networkInterfaceBecomes,
  regionId,
  runInstance,
  type Scene,
} from './scene.ts';

/** Resources in the states that refusals need. */
export interface Props {
  readonly network: Network;
  /** Of another VPC. */
  readonly foreignGroupId: string;
  /** A Running instance that has as many network interfaces as its type allows, and these: */
  readonly instanceId: string;
  readonly primaryId: string;
  readonly attachedId: string;
  /** An instance that is Pending as long as no time goes by. */
  readonly pendingInstanceId: string;
  readonly availableId: string;
  readonly availableAddress: string;
  /** Available, in another zone. */
  readonly elsewhereId: string;
}

/** Sets the resources up with the client under test. */
export async function buildProps(scene: Scene): Promise<Props> {
  const network = await buildNetwork(scene);
  const { vpcId } = network;
  const foreign = await buildNetwork(scene, '10.9.0.0/24');
  const otherZone = await buildVSwitch(scene, { vpcId, cidrBlock: '10.0.1.0/24', zone: 'cn-hangzhou-i' });

  const instanceId = await runInstance(scene, network);
  const instance = await instanceBecomes(scene, instanceId, 'Running');
  const primaryId: string = instance?.NetworkInterfaces.NetworkInterface[0].NetworkInterfaceId;
  const { NetworkInterfaceId: attachedId } = await createNetworkInterface(scene, network);
  await scene.call('Ecs', 'AttachNetworkInterface', {
    RegionId: regionId,
    NetworkInterfaceId: attachedId,
    InstanceId: instanceId,
  });
  await networkInterfaceBecomes(scene, attachedId, 'InUse');

  const available = await createNetworkInterface(scene, network, { ClientToken: 'token-of-the-available-one' });
  const elsewhere = await createNetworkInterface(scene, { ...network, vSwitchId: otherZone });
  const described = await findNetworkInterface(scene, available.NetworkInterfaceId);
  const pendingInstanceId = await launchInstance(scene, network);
  return {
    network,
    foreignGroupId: foreign.securityGroupId,
    instanceId,
    primaryId,
    attachedId,
    pendingInstanceId,
    availableId: available.NetworkInterfaceId,
    availableAddress: described?.PrivateIpAddress,
    elsewhereId: elsewhere.NetworkInterfaceId,
  };
}
