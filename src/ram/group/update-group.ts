import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { groupName, newComments, newGroupName } from '../rules.ts';
import { findGroup, saveGroup } from './group.table.ts';
import { describedChangedGroup, type Group } from './group.ts';
import { namedGroup } from './named-group.ts';

/**
 * Changes what is given of a group; it keeps its members and policies under a new name. Empty comments clear.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-updategroup
 */
export const updateGroup = operation('Ram', 'UpdateGroup', {
  required: ['GroupName'],
  keepEmpty: ['NewComments'],
  permits: ['group/{GroupName}'],
  rules: { GroupName: groupName, NewGroupName: newGroupName, NewComments: newComments },

  async execute({ GroupName: name, NewGroupName: newName, NewComments: newComments }, context) {
    const { tx, accountId, nowMs } = context;
    const group = await namedGroup(context, name);
    if (isRefusal(group)) return group;
    const changed: Group = {
      ...group,
      groupName: newName ?? group.groupName,
      comments: newComments ?? group.comments,
      updatedAtMs: nowMs,
    };
    if (changed.groupName !== group.groupName && (await findGroup(tx, accountId, changed.groupName)) !== undefined) {
      return refuse('EntityAlreadyExists.Group', { groupName: changed.groupName });
    }
    await saveGroup(tx, changed);
    return { Group: describedChangedGroup(changed) };
  },
});
