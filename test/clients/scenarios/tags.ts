import { expect } from 'vitest';
import type { Product } from '../../support/signed-client.ts';
import { buildNetwork, createNetworkInterface, regionId, type Scene } from '../scene.ts';

const region = { RegionId: regionId };

/** Tags of each product's resources, by the operations of now and by the older ones. */
export async function keepTags(scene: Scene): Promise<void> {
  const network = await buildNetwork(scene);
  await tagAndUntag(scene, 'Vpc', 'UnTagResources', { ...region, ResourceType: 'VSWITCH' }, network.vSwitchId);
  const group = { ...region, ResourceType: 'securitygroup' };
  await tagAndUntag(scene, 'Ecs', 'UntagResources', group, network.securityGroupId);

  const { NetworkInterfaceId } = await createNetworkInterface(scene, network);
  const eni = { ...region, ResourceType: 'eni', ResourceId: NetworkInterfaceId };
  await scene.call('Ecs', 'AddTags', { ...eni, Tag: [{ Key: 'team', Value: 'a b' }] });
  const { Tags } = await scene.call('Ecs', 'DescribeTags', { ...eni, Tag: [{ Key: 'team' }] });
  expect(Tags.Tag).toEqual([expect.objectContaining({ TagKey: 'team', TagValue: 'a b' })]);
  const { Resources } = await scene.call('Ecs', 'DescribeResourceByTags', { ...region, Tag: [{ Key: 'team' }] });
  expect(Resources.Resource).toEqual([expect.objectContaining({ ResourceId: NetworkInterfaceId })]);
  await scene.call('Ecs', 'RemoveTags', { ...eni, Tag: [{ Key: 'team' }] });
  expect((await scene.call('Ecs', 'DescribeTags', eni)).Tags.Tag).toEqual([]);
}

/** Tags a resource, reads the tag and takes it off again. */
export async function tagAndUntag(
  scene: Scene,
  product: Product,
  untag: 'UnTagResources' | 'UntagResources',
  kind: Readonly<Record<string, unknown>>,
  id: string,
): Promise<void> {
  const resource = { ...kind, ResourceId: [id] };
  await scene.call(product, 'TagResources', { ...resource, Tag: [{ Key: 'team', Value: 'a b' }] });
  const list = async () => {
    const { TagResources } = await scene.call(product, 'ListTagResources', resource);
    return TagResources.TagResource ?? TagResources;
  };
  expect(await list()).toEqual([expect.objectContaining({ ResourceId: id, TagKey: 'team', TagValue: 'a b' })]);
  await scene.call(product, untag, { ...resource, TagKey: ['team'] });
  expect(await list()).toEqual([]);
}
