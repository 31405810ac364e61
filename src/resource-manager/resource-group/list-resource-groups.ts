import type { Tag } from '../../ecs/tag/tags.ts';
import { operation } from '../../operation/operation.ts';
import { type PagingLimits, pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { wantedTags } from '../tag/rules.ts';
import { resourceGroupsOf } from './resource-group.table.ts';
import { resourceGroupStatuses } from './resource-group.ts';
import { resourceGroupId } from './rules.ts';
import { describedResourceGroup, describedTags, tagsOfGroups } from './view.ts';

const paging: PagingLimits = { defaultPageSize: 10, maxPageSize: 100, minResults: 1, maxResults: 100 };
const maxListedIds = 100;
const statuses: readonly string[] = resourceGroupStatuses;

/**
 * Lists the account's resource groups by any combination of filters: the default one first, then the oldest, so that
 * the place of a group does not change when another one is made.
 */
export const listResourceGroups = operation('ResourceManager', 'ListResourceGroups', {
  permits: ['ram:resourcegroup/*'],
  ramAction: 'ram:ListResourceGroups',
  rules: {
    Status: (value, name) => (statuses.includes(value) ? undefined : refuse('InvalidParameter', { name, value })),
    ResourceGroupId: resourceGroupId,
    ResourceGroupIds: (ids, name) =>
      ids.length > maxListedIds
        ? refuse('InvalidParameter', { name: `${name}.N`, value: `${ids.length} ids, at most ${maxListedIds}` })
        : undefined,
    Tag: wantedTags,
  },

  async execute(parameters, { tx, accountId }) {
    const page = pageOf(parameters, paging);
    if (isRefusal(page)) return page;
    const { ResourceGroupId, ResourceGroupIds, Status, Tag: wanted } = parameters;
    const one = ResourceGroupId === undefined ? undefined : [ResourceGroupId];
    const ids = ResourceGroupIds.length > 0 ? ResourceGroupIds : one;
    const fitting = (await resourceGroupsOf(tx, accountId)).filter(
      (group) =>
        (ids === undefined || ids.includes(group.resourceGroupId)) &&
        (Status === undefined || group.status === Status) &&
        contains(group.resourceGroupName, parameters.Name) &&
        contains(group.displayName, parameters.DisplayName),
    );
    const showTags = parameters.IncludeTags === true || wanted.length > 0;
    const tags = showTags ? await tagsOfGroups(tx, fitting) : undefined;
    const found = fitting.filter((group) => carries(tags?.get(group.resourceGroupId) ?? [], wanted));
    return {
      TotalCount: found.length,
      PageNumber: page.pageNumber,
      PageSize: page.pageSize,
      ResourceGroups: {
        ResourceGroup: found.slice(page.offset, page.offset + page.limit).map((group) => ({
          ...describedResourceGroup(group),
          Status: group.status,
          Tags: describedTags(tags?.get(group.resourceGroupId), showTags),
        })),
      },
    };
  },
});

/** Names are looked for by any part of them, in whatever case. */
function contains(text: string, part: string | undefined): boolean {
  return part === undefined || text.toLowerCase().includes(part.toLowerCase());
}

/** A key alone stands for every value. */
function carries(tags: readonly Tag[], wanted: readonly { readonly Key?: string; readonly Value?: string }[]): boolean {
  return wanted.every(({ Key: key, Value: value }) =>
    tags.some((tag) => tag.tagKey === key && (value === undefined || tag.tagValue === value)),
  );
}
