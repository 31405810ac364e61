import { setTags } from '../../ecs/tag/tags.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { newTags } from './rules.ts';
import { checkResourceIds, foundResources } from './taggable.ts';

/** Sets tags of up to 50 resources of one kind, of all or none; a key that is there gets the new value. */
export const tagResources = operation('Vpc', 'TagResources', {
  permits: ['{ResourceType}/{ResourceId}'],
  rules: { ResourceId: checkResourceIds, Tag: newTags },

  async execute({ ResourceType, ResourceId: ids, Tag: tags }, context) {
    const kind = await foundResources(context, ResourceType, ids);
    if (isRefusal(kind)) return kind;
    const limit = context.quota('tags-per-resource');
    const overfull = await setTags(context, kind.resourceType, ids, tags, limit);
    return overfull ? refuse('QuotaExceeded.TagNum', { ...overfull, limit }) : {};
  },
});
