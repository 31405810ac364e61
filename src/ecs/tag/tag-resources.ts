import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { resourceIds, tagParameters } from './rules.ts';
import { foundResources } from './taggable.ts';
import { setTags } from './tags.ts';

/** Sets tags of up to 50 resources: of all of them or, when one cannot have them, of none (ENI-150). */
export const tagResources = operation('Ecs', 'TagResources', {
  permits: ['{ResourceType}/{ResourceId}'],
  rules: { ResourceId: resourceIds, Tag: tagParameters },

  async execute({ ResourceType, ResourceId: ids, Tag: tags }, context) {
    const kind = await foundResources(context, ResourceType, ids);
    if (isRefusal(kind)) return kind;
    const limit = context.quota('tags-per-resource');
    const overfull = await setTags(context, kind.resourceType, ids, tags, limit);
    return overfull ? refuse('QuotaExceed.TagsOfResource', { ...overfull, limit }) : {};
  },
});
