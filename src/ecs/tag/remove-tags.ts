import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { namedTags } from './older-rules.ts';
import { foundResources } from './taggable.ts';
import { removeTags as remove, tagsOf } from './tags.ts';

/**
 * Takes tags off one resource: those with the keys named and, where a value is named too, only with that value; all of
 * them when none is named. What is not there is passed over.
 */
export const removeTags = operation('Ecs', 'RemoveTags', {
  permits: ['{ResourceType}/{ResourceId}'],
  rules: { Tag: namedTags },

  async execute({ ResourceType, ResourceId: id, Tag: named }, context) {
    const kind = await foundResources(context, ResourceType, [id]);
    if (isRefusal(kind)) return kind;
    const present = await tagsOf(context, kind.resourceType, id);
    const keys = present
      .filter(
        ({ tagKey, tagValue }) =>
          named.length === 0 || named.some(({ Key, Value }) => Key === tagKey && (Value ?? tagValue) === tagValue),
      )
      .map(({ tagKey }) => tagKey);
    await remove(context, kind.resourceType, id, keys);
    return {};
  },
});
