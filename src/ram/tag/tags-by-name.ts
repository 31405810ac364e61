import { type TagScope, tagsOfAll } from '../../ecs/tag/tags.ts';
import { groupBy } from '../../operation/group-by.ts';
import { inNoRegion, type TaggedType, taggedTypes } from './tagged.ts';

/** The tags of roles or policies as answers have them, by name; who has none is not in it. */
export async function tagsByName(
  scope: Omit<TagScope, 'regionId'>,
  type: TaggedType,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly { readonly TagKey: string; readonly TagValue: string }[]>> {
  if (names.length === 0) return new Map();
  const tags = groupBy(await tagsOfAll(inNoRegion(scope), taggedTypes[type], names), (tag) => tag.resourceId);
  return new Map(
    [...tags].map(([name, ofOne]) => [
      name,
      ofOne.map(({ tagKey, tagValue }) => ({ TagKey: tagKey, TagValue: tagValue })),
    ]),
  );
}
