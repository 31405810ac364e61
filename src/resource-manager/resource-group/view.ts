import { type Tag, tagsOfRows } from '../../ecs/tag/tags.ts';
import { groupBy } from '../../operation/group-by.ts';
import { leftOut } from '../../operation/left-out.ts';
import { regions } from '../../operation/regions.ts';
import { utcSeconds } from '../../operation/time.ts';
import type { Transaction } from '../../store/store.ts';
import { noRegion, type ResourceGroup, resourceGroupTags } from './resource-group.ts';

/** What every operation that answers a resource group says of it. */
export function describedResourceGroup(group: ResourceGroup) {
  return {
    Id: group.resourceGroupId,
    AccountId: group.accountId,
    Name: group.resourceGroupName,
    DisplayName: group.displayName,
    CreateDate: utcSeconds(group.createdAtMs),
  };
}

/** The group's status, and that it has the same in every region. */
export function describedStatus({ status }: ResourceGroup) {
  return {
    Status: status,
    RegionStatuses: { RegionStatus: regions.map(({ regionId }) => ({ RegionId: regionId, Status: status })) },
  };
}

/** The tags of several groups, by id. */
export async function tagsOfGroups(
  tx: Transaction,
  groups: readonly ResourceGroup[],
): Promise<ReadonlyMap<string, readonly Tag[]>> {
  if (groups.length === 0) return new Map();
  const rows = groups.map((group) => ({ ...group, regionId: noRegion }));
  const tags = await tagsOfRows(tx, resourceGroupTags, rows, (group) => group.resourceGroupId);
  return groupBy(tags, (tag) => tag.resourceId);
}

/** A group's tags where they were asked for; not even an empty list otherwise. */
export function describedTags(tags: readonly Tag[] | undefined, areWanted: boolean) {
  if (!areWanted) return leftOut;
  return { Tag: (tags ?? []).map(({ tagKey, tagValue }) => ({ TagKey: tagKey, TagValue: tagValue })) };
}
