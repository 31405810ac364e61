import { removeTags } from '../../ecs/tag/tags.ts';
import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { noRegion, resourceGroupTags } from '../resource-group/resource-group.ts';
import { resourceIds, resourceType, tagKeys } from './rules.ts';
import { checkGroups } from './taggable-groups.ts';

/** Takes the named tags, or with All every tag, off up to 50 resource groups; a key that is not there is no error. */
export const untagResources = operation('ResourceManager', 'UntagResources', {
  permits: ['ram:{ResourceType}/{ResourceId}'],
  ramAction: 'ram:UntagResources',
  rules: { ResourceType: resourceType, ResourceId: resourceIds, TagKey: tagKeys },

  check: ({ All, TagKey }) =>
    All !== true && TagKey.length === 0 ? refuse('MissingParameter.TagKeysOrDeleteAll') : undefined,

  async execute({ ResourceId: ids, TagKey: keys, All }, context) {
    const missing = await checkGroups(context, ids);
    if (missing) return missing;
    const scope = { ...context, regionId: noRegion };
    for (const id of ids) await removeTags(scope, resourceGroupTags, id, All === true ? undefined : keys);
    return {};
  },
});
