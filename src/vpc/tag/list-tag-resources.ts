import { tagPage } from '../../ecs/tag/tag-list.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { wantedTags } from './rules.ts';
import { checkResourceIds, taggableKind } from './taggable.ts';

const maxPageSize = 50;

/**
 * Lists the tags of the resources named, of those that carry every tag asked for, or of those both is true of. A
 * resource that does not exist has none.
 */
export const listTagResources = operation('Vpc', 'ListTagResources', {
  permits: ['{ResourceType}/{ResourceId}'],
  rules: {
    ResourceId: checkResourceIds,
    Tag: wantedTags,
    MaxResults: (value, name) =>
      Number.isInteger(value) && value >= 1 && value <= maxPageSize
        ? undefined
        : refuse('InvalidParameter', { name, value }),
  },

  check: ({ ResourceId, Tag }) =>
    ResourceId.length === 0 && Tag.length === 0 ? refuse('BothEmpty.TagsAndResources') : undefined,

  async execute({ ResourceType, ResourceId: ids, Tag: tags, MaxResults, NextToken: token }, context) {
    const kind = taggableKind(ResourceType);
    if (isRefusal(kind)) return kind;
    const query = { resourceType: kind.resourceType, ids, tags };
    const page = await tagPage(context, query, { pageSize: MaxResults ?? maxPageSize, token });
    if (page === undefined) return refuse('InvalidParameter', { name: 'NextToken', value: token ?? '' });
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
