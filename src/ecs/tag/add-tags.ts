import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { addedTags } from './older-rules.ts';
import { foundResources } from './taggable.ts';
import { setTags } from './tags.ts';

/** Sets tags of one resource; a key that is there gets the new value. TagResources does so for several. */
export const addTags = operation('Ecs', 'AddTags', {
  permits: ['{ResourceType}/{ResourceId}'],
  rules: { Tag: addedTags },

  async execute({ ResourceType, ResourceId: id, Tag: tags }, context) {
    const kind = await foundResources(context, ResourceType, [id]);
    if (isRefusal(kind)) return kind;
    const limit = context.quota('tags-per-resource');
    const overfull = await setTags(context, kind.resourceType, [id], tags, limit);
    return overfull ? refuse('OperationDenied.QuotaExceed', { ...overfull, limit }) : {};
  },
});
