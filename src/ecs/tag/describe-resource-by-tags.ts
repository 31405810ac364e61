import { operation } from '../../operation/operation.ts';
import { pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { ecsResourceKinds } from '../resource-kinds.ts';
import { namedTags, olderPaging } from './older-rules.ts';
import { findTagged } from './tag-search.ts';
import { taggableKind } from './taggable.ts';

const namesByType = new Map(ecsResourceKinds.map(({ resourceType, name }) => [resourceType, name]));

/** Lists the resources that carry every tag named; when none is, those that carry any. */
export const describeResourceByTags = operation('Ecs', 'DescribeResourceByTags', {
  permits: ['*'],
  rules: { Tag: namedTags },

  async execute(parameters, context) {
    const page = pageOf(parameters, olderPaging);
    if (isRefusal(page)) return page;
    const { ResourceType, Tag: tags } = parameters;
    const kind = ResourceType === undefined ? undefined : taggableKind(ResourceType);
    if (isRefusal(kind)) return kind;
    const kinds = kind === undefined ? ecsResourceKinds : [kind];
    const { rows, totalCount } = await findTagged(context, { kinds, tags }, page);
    return {
      TotalCount: totalCount,
      PageNumber: page.pageNumber,
      PageSize: page.pageSize,
      Resources: {
        Resource: rows.map(({ resourceType, resourceId }) => ({
          RegionId: context.regionId,
          ResourceId: resourceId,
          ResourceType: namesByType.get(resourceType),
        })),
      },
    };
  },
});
