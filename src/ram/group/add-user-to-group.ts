import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { groupName, userName } from '../rules.ts';
import { namedUser } from '../user/named-user.ts';
import { countMemberships, insertMember } from './member.table.ts';
import { namedGroup } from './named-group.ts';

/**
 * Puts a RAM user in a group, whose policies then count for it.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-addusertogroup
 */
export const addUserToGroup = operation('Ram', 'AddUserToGroup', {
  required: ['UserName', 'GroupName'],
  permits: ['user/{UserName}', 'group/{GroupName}'],
  rules: { UserName: userName, GroupName: groupName },

  async execute(parameters, context) {
    const { tx, nowMs } = context;
    const user = await namedUser(context, parameters.UserName);
    if (isRefusal(user)) return user;
    const group = await namedGroup(context, parameters.GroupName);
    if (isRefusal(group)) return group;
    if (!(await insertMember(tx, group, user, nowMs))) {
      return refuse('EntityAlreadyExists.User.Group', { userName: user.userName, groupName: group.groupName });
    }
    const limit = context.quota('ram-groups-per-user');
    return (await countMemberships(tx, user.userId)) > limit
      ? refuse('LimitExceeded.User.Group', { userName: user.userName, limit })
      : {};
  },
});
