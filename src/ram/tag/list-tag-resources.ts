import { tagPage } from '../../ecs/tag/tag-list.ts';
import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { isTaggedType, resourceNames, resourceType, tagsIn, textsIn, wantedTags } from './rules.ts';
import { inNoRegion, taggedTypes } from './tagged.ts';

const defaultPageSize = 100;
const maxPageSize = 100;

/**
 * Lists the tags of roles or of policies: of those named, of those that carry every tag asked for, or of all. One that
 * does not exist has none.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-listtagresources
 */
export const listTagResources = operation('Ram', 'ListTagResources', {
  required: ['ResourceType'],
  permits: ['*'],
  rules: {
    ResourceType: resourceType,
    ResourceNames: resourceNames,
    Tag: wantedTags,
    PageSize: (value, name) =>
      Number.isInteger(value) && value >= 1 && value <= maxPageSize
        ? undefined
        : refuse('InvalidParameter', { name, value }),
  },

  async execute(parameters, context) {
    const { ResourceType: type, NextToken: token, PageSize: pageSize = defaultPageSize } = parameters;
    if (!isTaggedType(type)) return refuse('InvalidParameter.ResourceType', { value: type ?? '' });
    const page = await tagPage(
      inNoRegion(context),
      {
        resourceType: taggedTypes[type],
        ids: textsIn(parameters.ResourceNames) ?? [],
        tags: tagsIn(parameters.Tag) ?? [],
      },
      { pageSize, token },
    );
    if (page === undefined) return refuse('InvalidParameter', { name: 'NextToken', value: token ?? '' });
    return {
      NextToken: page.nextToken,
      TagResources: page.tags.map((tag) => ({
        ResourceName: tag.resourceId,
        ResourceType: type,
        TagKey: tag.tagKey,
        TagValue: tag.tagValue,
      })),
    };
  },
});
