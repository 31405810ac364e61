import { setTags } from '../../ecs/tag/tags.ts';
import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { isTaggedType, newTags, resourceNames, resourceType, tagsIn, textsIn } from './rules.ts';
import { checkNames } from './taggable.ts';
import { inNoRegion, taggedTypes } from './tagged.ts';

/**
 * Sets tags of up to 50 roles or policies, of all or none; a key that is there gets the new value.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-tagresources
 */
export const tagResources = operation('Ram', 'TagResources', {
  required: ['ResourceType', 'ResourceNames', 'Tag'],
  permits: ['*'],
  rules: { ResourceType: resourceType, ResourceNames: resourceNames, Tag: newTags },

  async execute({ ResourceType: type, ResourceNames, Tag }, context) {
    if (!isTaggedType(type)) return refuse('InvalidParameter.ResourceType', { value: type ?? '' });
    const names = textsIn(ResourceNames) ?? [];
    const missing = await checkNames(context, type, names);
    if (missing) return missing;
    const limit = context.quota('tags-per-resource');
    const overfull = await setTags(inNoRegion(context), taggedTypes[type], names, tagsIn(Tag) ?? [], limit);
    return overfull === undefined ? {} : refuse('QuotaExceed.TagsPerResource', { type, ...overfull, limit });
  },
});
