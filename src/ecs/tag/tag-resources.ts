import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { resourceIds, tagParameters } from './rules.ts';
import { checkResources, storedType } from './taggable.ts';
import { putTags, tagsOfAll } from './tags.ts';

/** Sets tags of up to 50 resources: of all of them or, when one cannot have them, of none (ENI-150). */
export const tagResources = operation('Ecs', 'TagResources', {
  rules: { ResourceId: resourceIds, Tag: tagParameters },

  async execute({ ResourceType: resourceType, ResourceId, Tag: tags }, context) {
    const stored = storedType(resourceType);
    if (isRefusal(stored)) return stored;
    const ids = [...new Set(ResourceId)];
    const missing = await checkResources(context, resourceType, ids);
    if (missing) return missing;

    const present = await tagsOfAll(context.tx, stored, ids);
    const limit = context.quota('tags-per-resource');
    for (const id of ids) {
      const keys = new Set(present.filter((tag) => tag.resourceId === id).map((tag) => tag.tagKey));
      for (const { Key = '' } of tags) keys.add(Key);
      if (keys.size > limit) return refuse('QuotaExceed.TagsOfResource', { id, limit, count: keys.size });
    }
    for (const id of ids) await putTags(context, stored, id, tags);
    return {};
  },
});
