import { removeTags } from '../../ecs/tag/tags.ts';
import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { isTaggedType, resourceNames, resourceType, tagKeys, textsIn } from './rules.ts';
import { checkNames } from './taggable.ts';
import { inNoRegion, taggedTypes } from './tagged.ts';

/**
 * Takes the named tags, or with All every tag, off up to 50 roles or policies; a key that is not there is no error.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-untagresources
 */
export const untagResources = operation('Ram', 'UntagResources', {
  required: ['ResourceType', 'ResourceNames'],
  permits: ['*'],
  rules: { ResourceType: resourceType, ResourceNames: resourceNames, TagKeys: tagKeys },

  check: ({ All, TagKeys }) =>
    All !== true && textsIn(TagKeys)?.length === 0 ? refuse('MissingParameter.TagKeysOrDeleteAll') : undefined,

  async execute({ ResourceType: type, ResourceNames, TagKeys, All }, context) {
    if (!isTaggedType(type)) return refuse('InvalidParameter.ResourceType', { value: type ?? '' });
    const names = textsIn(ResourceNames) ?? [];
    const missing = await checkNames(context, type, names);
    if (missing) return missing;
    const keys = All === true ? undefined : textsIn(TagKeys);
    for (const name of names) await removeTags(inNoRegion(context), taggedTypes[type], name, keys);
    return {};
  },
});
