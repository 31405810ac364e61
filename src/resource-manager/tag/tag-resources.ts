import { setTags } from '../../ecs/tag/tags.ts';
import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { noRegion, resourceGroupTags } from '../resource-group/resource-group.ts';
import { newTags, resourceIds, resourceType } from './rules.ts';
import { checkGroups } from './taggable-groups.ts';

/** Sets tags of up to 50 resource groups, of all or none; a key that is there gets the new value. */
export const tagResources = operation('ResourceManager', 'TagResources', {
  permits: ['ram:{ResourceType}/{ResourceId}'],
  ramAction: 'ram:TagResources',
  rules: { ResourceType: resourceType, ResourceId: resourceIds, Tag: newTags },

  async execute({ ResourceId: ids, Tag: tags }, context) {
    const missing = await checkGroups(context, ids);
    if (missing) return missing;
    const limit = context.quota('tags-per-resource');
    const overfull = await setTags({ ...context, regionId: noRegion }, resourceGroupTags, ids, tags, limit);
    return overfull ? refuse('QuotaExceed.TagsPerResource', { ...overfull, limit }) : {};
  },
});
