import { tagPage } from '../../ecs/tag/tag-list.ts';
import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { noRegion, resourceGroupTags } from '../resource-group/resource-group.ts';
import { resourceIds, resourceType, wantedTags } from './rules.ts';

const defaultPageSize = 10;
const maxPageSize = 100;

/**
 * Lists the tags of resource groups: of those named, of those that carry every tag asked for, or of all. A group that
 * does not exist has none.
 */
export const listTagResources = operation('ResourceManager', 'ListTagResources', {
  permits: ['ram:{ResourceType}/{ResourceId}'],
  ramAction: 'ram:ListTagResources',
  rules: {
    ResourceType: resourceType,
    ResourceId: resourceIds,
    Tag: wantedTags,
    MaxResults: (value, name) =>
      Number.isInteger(value) && value >= 1 && value <= maxPageSize
        ? undefined
        : refuse('InvalidParameter', { name, value }),
  },

  async execute({ ResourceId: ids, Tag: tags, MaxResults: pageSize = defaultPageSize, NextToken: token }, context) {
    const scope = { ...context, regionId: noRegion };
    const page = await tagPage(scope, { resourceType: resourceGroupTags, ids, tags }, { pageSize, token });
    if (page === undefined) return refuse('InvalidParameter', { name: 'NextToken', value: token ?? '' });
    return {
      NextToken: page.nextToken,
      TagResources: page.tags.map((tag) => ({
        ResourceId: tag.resourceId,
        ResourceType: 'resourcegroup',
        TagKey: tag.tagKey,
        TagValue: tag.tagValue,
      })),
    };
  },
});
