import { putTags, tagsOf } from '../../ecs/tag/tags.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { newTags } from './rules.ts';
import { checkResourceIds, foundResources } from './taggable.ts';

/** Sets tags of up to 50 resources of one kind, of all or none; a key that is there gets the new value. */
export const tagResources = operation('Vpc', 'TagResources', {
  rules: { ResourceId: checkResourceIds, Tag: newTags },

  async execute({ ResourceType, ResourceId: ids, Tag: tags }, context) {
    const taggable = await foundResources(context, ResourceType, ids);
    if (isRefusal(taggable)) return taggable;
    const limit = context.quota('tags-per-resource');
    for (const id of ids) {
      await putTags(context, taggable.resourceType, id, tags);
      const count = (await tagsOf(context.tx, taggable.resourceType, id)).length;
      if (count > limit) return refuse('QuotaExceeded.TagNum', { id, count, limit });
    }
    return {};
  },
});
