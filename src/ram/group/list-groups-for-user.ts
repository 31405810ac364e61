import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { utcSeconds } from '../../operation/time.ts';
import { userName } from '../rules.ts';
import { namedUser } from '../user/named-user.ts';
import { membershipsOf } from './member.table.ts';

/**
 * Lists the groups that a RAM user is in, by name.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-listgroupsforuser
 */
export const listGroupsForUser = operation('Ram', 'ListGroupsForUser', {
  required: ['UserName'],
  permits: ['user/{UserName}'],
  rules: { UserName: userName },

  async execute({ UserName: name }, context) {
    const user = await namedUser(context, name);
    if (isRefusal(user)) return user;
    const memberships = await membershipsOf(context.tx, user.userId);
    return {
      Groups: {
        Group: memberships.map(({ groupId, groupName, comments, joinedAtMs }) => ({
          GroupId: groupId,
          GroupName: groupName,
          Comments: comments,
          JoinDate: utcSeconds(joinedAtMs),
        })),
      },
    };
  },
});
