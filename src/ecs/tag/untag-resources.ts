import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { resourceIds, tagKeys } from './rules.ts';
import { foundResources } from './taggable.ts';
import { removeTags } from './tags.ts';

/** Takes tags off up to 50 resources; keys that a resource has not are passed over. `All` counts only without keys. */
export const untagResources = operation('Ecs', 'UntagResources', {
  permits: ['{ResourceType}/{ResourceId}'],
  rules: { ResourceId: resourceIds, TagKey: tagKeys },

  check: ({ TagKey, All }) =>
    TagKey.length === 0 && All !== true ? refuse('MissingParameter.Tags', { name: 'TagKey.N' }) : undefined,

  async execute({ ResourceType, ResourceId, TagKey: keys }, context) {
    const kind = await foundResources(context, ResourceType, ResourceId);
    if (isRefusal(kind)) return kind;
    for (const id of new Set(ResourceId)) {
      await removeTags(context, kind.resourceType, id, keys.length > 0 ? keys : undefined);
    }
    return {};
  },
});
