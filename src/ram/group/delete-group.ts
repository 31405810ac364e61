import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { groupName } from '../rules.ts';
import { heldByGroup, removeGroup } from './group.table.ts';
import { namedGroup } from './named-group.ts';

/**
 * Deletes a group that nobody is in and no policy is attached to.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-deletegroup
 */
export const deleteGroup = operation('Ram', 'DeleteGroup', {
  required: ['GroupName'],
  permits: ['group/{GroupName}'],
  rules: { GroupName: groupName },

  async execute({ GroupName: name = '' }, context) {
    const group = await namedGroup(context, name);
    if (isRefusal(group)) return group;
    const { userName, policyName } = await heldByGroup(context.tx, group);
    if (userName !== null) return refuse('DeleteConflict.Group.User', { groupName: name, held: userName });
    if (policyName !== null) return refuse('DeleteConflict.Group.Policy', { groupName: name, held: policyName });
    await removeGroup(context.tx, group.groupId);
    return {};
  },
});
