import { removeTags } from '../../ecs/tag/tags.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { checkResourceIds, foundResources } from './taggable.ts';

const maxKeys = 20;

/** Takes the named tags, or with All every tag, off up to 50 resources; a key that is not there is no error. */
export const unTagResources = operation('Vpc', 'UnTagResources', {
  permits: ['{ResourceType}/{ResourceId}'],
  rules: {
    ResourceId: checkResourceIds,
    TagKey: (keys) =>
      keys.length > maxKeys ? refuse('SizeLimitExceeded.TagNum', { count: keys.length, limit: maxKeys }) : undefined,
  },

  check: ({ All, TagKey }) =>
    All !== true && TagKey.length === 0 ? refuse('MissingParameter', { name: 'TagKey' }) : undefined,

  async execute({ ResourceType, ResourceId: ids, TagKey: keys, All }, context) {
    const kind = await foundResources(context, ResourceType, ids);
    if (isRefusal(kind)) return kind;
    for (const id of ids) await removeTags(context, kind.resourceType, id, All === true ? undefined : keys);
    return {};
  },
});
