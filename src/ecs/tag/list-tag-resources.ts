import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { resourceIds, tagParameters } from './rules.ts';
import { tagPage } from './tag-list.ts';
import { taggableKind } from './taggable.ts';

/** A request cannot say how long a page is. */
const pageSize = 50;

/**
 * Lists the tags of the resources named, of those that carry every tag asked for, or of those both is true of
 * (ENI-120, 151). A resource that does not exist has none.
 */
export const listTagResources = operation('Ecs', 'ListTagResources', {
  permits: ['*'],
  rules: { ResourceId: resourceIds, Tag: tagParameters },

  check({ ResourceId, Tag, TagFilter }) {
    if (TagFilter.length > 0) {
      return refuse(Tag.length > 0 ? 'InvalidTags.MalFormed' : 'PermissionDenied.TagsFuzzyQuery');
    }
    return ResourceId.length === 0 && Tag.length === 0 ? refuse('BothEmpty.TagsAndResources') : undefined;
  },

  async execute({ ResourceType, ResourceId: ids, Tag: tags, NextToken: token }, context) {
    const kind = taggableKind(ResourceType);
    if (isRefusal(kind)) return kind;
    const page = await tagPage(context, { resourceType: kind.resourceType, ids, tags }, { pageSize, token });
    if (page === undefined) return refuse('Invalid.NextToken', { value: token ?? '' });
    return {
      NextToken: page.nextToken,
      TagResources: {
        TagResource: page.tags.map((tag) => ({
          ResourceId: tag.resourceId,
          ResourceType: kind.name,
          TagKey: tag.tagKey,
          TagValue: tag.tagValue,
        })),
      },
    };
  },
});
