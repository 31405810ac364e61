import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { groupName, userName } from '../rules.ts';
import { namedUser } from '../user/named-user.ts';
import { removeMember } from './member.table.ts';
import { namedGroup } from './named-group.ts';

/**
 * Takes a RAM user out of a group.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-removeuserfromgroup
 */
export const removeUserFromGroup = operation('Ram', 'RemoveUserFromGroup', {
  required: ['UserName', 'GroupName'],
  permits: ['user/{UserName}', 'group/{GroupName}'],
  rules: { UserName: userName, GroupName: groupName },

  async execute(parameters, context) {
    const user = await namedUser(context, parameters.UserName);
    if (isRefusal(user)) return user;
    const group = await namedGroup(context, parameters.GroupName);
    if (isRefusal(group)) return group;
    return (await removeMember(context.tx, group, user))
      ? {}
      : refuse('EntityNotExist.User.Group', { userName: user.userName, groupName: group.groupName });
  },
});
