import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { cutPage, ramPageOf } from '../paging.ts';
import { groupsFrom } from './group.table.ts';
import { describedChangedGroup } from './group.ts';

/**
 * Lists the account's groups by name.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-listgroups
 */
export const listGroups = operation('Ram', 'ListGroups', {
  permits: ['group/*'],

  async execute(parameters, { tx, accountId }) {
    const page = ramPageOf(parameters);
    if (isRefusal(page)) return page;
    const groups = await groupsFrom(tx, accountId, page);
    const { rows, end } = cutPage(groups, page, (group) => [group.groupName, group.groupId]);
    return { Groups: { Group: rows.map(describedChangedGroup) }, ...end };
  },
});
