import { expect } from 'vitest';
import { buildNetwork, createNetworkInterface, findNetworkInterface, regionId, type Scene } from '../scene.ts';
import { tagAndUntag } from './tags.ts';

/** A resource group: made, given resources, emptied, deleted. */
export async function keepResourceGroup(scene: Scene): Promise<void> {
  const network = await buildNetwork(scene);
  const named = { Name: 'official', DisplayName: 'official clients' };
  const { ResourceGroup } = await scene.call('ResourceManager', 'CreateResourceGroup', named);
  const group = { ResourceGroupId: ResourceGroup.Id as string };
  const describe = () => scene.call('ResourceManager', 'GetResourceGroup', group);
  await scene.until(describe, (answer) => answer.ResourceGroup.Status === 'OK');
  await scene.call('ResourceManager', 'UpdateResourceGroup', { ...group, NewDisplayName: 'renamed' });
  const { ResourceGroups } = await scene.call('ResourceManager', 'ListResourceGroups', { Name: 'official' });
  expect(ResourceGroups.ResourceGroup).toEqual([
    expect.objectContaining({ Id: group.ResourceGroupId, DisplayName: 'renamed', Status: 'OK' }),
  ]);
  const kind = { ResourceType: 'resourcegroup' };
  await tagAndUntag(scene, 'ResourceManager', 'UntagResources', kind, group.ResourceGroupId);

  const eni = await createNetworkInterface(scene, network);
  const moved = { RegionId: regionId, ResourceType: 'eni', ResourceId: eni.NetworkInterfaceId };
  await scene.call('Ecs', 'JoinResourceGroup', { ...moved, ...group });
  expect(await findNetworkInterface(scene, eni.NetworkInterfaceId)).toMatchObject(group);
  const vpc = { RegionId: regionId, ResourceType: 'vpc', ResourceId: network.vpcId };
  await scene.call('Vpc', 'MoveResourceGroup', { ...vpc, NewResourceGroupId: group.ResourceGroupId });

  expect(await scene.refused('ResourceManager', 'DeleteResourceGroup', group)).toMatchObject({
    code: 'DeleteConflict.ResourceGroup.Resource',
    status: 409,
  });
  const { ResourceGroups: first } = await scene.call('ResourceManager', 'ListResourceGroups');
  const home: string = first.ResourceGroup[0].Id;
  await scene.call('Ecs', 'JoinResourceGroup', { ...moved, ResourceGroupId: home });
  await scene.call('Vpc', 'MoveResourceGroup', { ...vpc, NewResourceGroupId: home });
  await scene.call('ResourceManager', 'DeleteResourceGroup', group);
}
