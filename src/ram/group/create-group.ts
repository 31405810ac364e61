import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { comments, groupName } from '../rules.ts';
import { countGroups, insertGroup } from './group.table.ts';
import { describedGroup, type Group, newGroupId } from './group.ts';

/**
 * Creates a group of RAM users, empty at first.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-creategroup
 */
export const createGroup = operation('Ram', 'CreateGroup', {
  required: ['GroupName'],
  permits: ['group/*'],
  rules: { GroupName: groupName, Comments: comments },

  async execute(parameters, context) {
    const { tx, accountId, random, nowMs } = context;
    const group: Group = {
      groupId: newGroupId(random),
      accountId,
      groupName: parameters.GroupName ?? '',
      comments: parameters.Comments ?? '',
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
    };
    if (!(await insertGroup(tx, group))) return refuse('EntityAlreadyExists.Group', { groupName: group.groupName });
    const limit = context.quota('ram-groups');
    if ((await countGroups(tx, accountId)) > limit) return refuse('LimitExceeded.Group', { limit });
    return { Group: describedGroup(group) };
  },
});
