import type { Tag } from '../../ecs/tag/tags.ts';

/** Tags as the VPC product answers them: `Key` and `Value`, where ECS says `TagKey` and `TagValue`. */
export function describedTags(tags: readonly Tag[] = []): readonly { readonly Key: string; readonly Value: string }[] {
  return tags.map(({ tagKey, tagValue }) => ({ Key: tagKey, Value: tagValue }));
}
