import type { Product } from '../../support/signed-client.ts';
import { tagParameters } from './decode.ts';
import type { Provider } from './provider.ts';
import type { Values } from './schema.ts';

/** `SetResourceTags`: takes those away that are not there any more, then sets the others. */
export async function changeTags(
  provider: Provider,
  [product, ResourceType, id]: readonly [Product, string, string],
  state: Values,
  tags: Readonly<Record<string, string>> = {},
): Promise<void> {
  const target = { RegionId: provider.regionId, ResourceType, ResourceId: [id] };
  const removed = Object.keys(state.tags as object).filter((key) => !(key in tags));
  if (removed.length > 0) {
    const action = product === 'Vpc' ? 'UnTagResources' : 'UntagResources';
    await provider.rpc(product, action, { ...target, TagKey: removed });
  }
  const Tag = tagParameters(tags);
  if (Tag.length > 0) await provider.rpc(product, 'TagResources', { ...target, Tag });
}
