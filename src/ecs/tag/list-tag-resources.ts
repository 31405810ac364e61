import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { resourceIds, tagParameters } from './rules.ts';
import { selectTags } from './tag-list.ts';
import { requestedType, storedType } from './taggable.ts';

/** A request cannot say how long a page is. */
const pageSize = 50;

/**
 * Lists the tags of the resources named, of those that carry every tag asked for, or of those both is true of
 * (ENI-120, 151). A resource that does not exist has none.
 */
export const listTagResources = operation('Ecs', 'ListTagResources', {
  rules: { ResourceId: resourceIds, Tag: tagParameters },

  check({ ResourceId, Tag, TagFilter }) {
    if (TagFilter.length > 0) {
      return refuse(Tag.length > 0 ? 'InvalidTags.MalFormed' : 'PermissionDenied.TagsFuzzyQuery');
    }
    return ResourceId.length === 0 && Tag.length === 0 ? refuse('BothEmpty.TagsAndResources') : undefined;
  },

  async execute({ ResourceType, ResourceId, Tag, NextToken }, context) {
    const resourceType = storedType(ResourceType);
    if (isRefusal(resourceType)) return resourceType;
    const after = NextToken === undefined ? undefined : placeOf(NextToken);
    if (NextToken !== undefined && after === undefined) return refuse('Invalid.NextToken', { value: NextToken });

    // One row more than a page tells whether another one follows.
    const rows = await selectTags(context, { resourceType, ids: ResourceId, tags: Tag, after }, pageSize + 1);
    const shown = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? shown.at(-1) : undefined;
    return {
      NextToken: last === undefined ? '' : tokenOf(last),
      TagResources: {
        TagResource: shown.map((tag) => ({
          ResourceId: tag.resourceId,
          ResourceType: requestedType(tag.resourceType),
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
