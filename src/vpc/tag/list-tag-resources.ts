import { selectTags } from '../../ecs/tag/tag-list.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { wantedTags } from './rules.ts';
import { checkResourceIds, taggableOf } from './taggable.ts';

const maxPageSize = 50;

/**
 * Lists the tags of the resources named, of those that carry every tag asked for, or of those both is true of. A
 * resource that does not exist has none.
 */
export const listTagResources = operation('Vpc', 'ListTagResources', {
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

  async execute({ ResourceType, ResourceId: ids, Tag: tags, MaxResults, NextToken }, context) {
    const taggable = taggableOf(ResourceType);
    if (isRefusal(taggable)) return taggable;
    const after = NextToken === undefined ? undefined : placeOf(NextToken);
    if (NextToken !== undefined && after === undefined) {
      return refuse('InvalidParameter', { name: 'NextToken', value: NextToken });
    }
    const pageSize = MaxResults ?? maxPageSize;
    // One row more than a page tells whether another one follows.
    const rows = await selectTags(context, { resourceType: taggable.resourceType, ids, tags, after }, pageSize + 1);
    const shown = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? shown.at(-1) : undefined;
    return {
      NextToken: last === undefined ? '' : tokenOf(last),
      TagResources: {
        TagResource: shown.map((tag) => ({
          ResourceId: tag.resourceId,
          ResourceType: taggable.name,
          TagKey: tag.tagKey,
          TagValue: tag.tagValue,
        })),
      },
    };
  },
});

interface Place {
  readonly resourceId: string;
  readonly tagKey: string;
}

function tokenOf({ resourceId, tagKey }: Place): string {
  return Buffer.from(JSON.stringify([resourceId, tagKey])).toString('base64url');
}

function placeOf(token: string): Place | undefined {
  try {
    const [resourceId, tagKey] = JSON.parse(Buffer.from(token, 'base64url').toString()) as unknown[];
    return typeof resourceId === 'string' && typeof tagKey === 'string' ? { resourceId, tagKey } : undefined;
  } catch {
    return undefined;
  }
}
