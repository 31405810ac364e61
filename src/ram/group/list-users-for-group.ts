import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { utcSeconds } from '../../operation/time.ts';
import { cutPage, ramPageOf } from '../paging.ts';
import { groupName } from '../rules.ts';
import { membersFrom } from './member.table.ts';
import { namedGroup } from './named-group.ts';

/**
 * Lists the RAM users of a group by name.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-listusersforgroup
 */
export const listUsersForGroup = operation('Ram', 'ListUsersForGroup', {
  required: ['GroupName'],
  permits: ['group/{GroupName}'],
  rules: { GroupName: groupName },

  async execute(parameters, context) {
    const page = ramPageOf(parameters);
    if (isRefusal(page)) return page;
    const group = await namedGroup(context, parameters.GroupName);
    if (isRefusal(group)) return group;
    const members = await membersFrom(context.tx, group.groupId, page);
    const { rows, end } = cutPage(members, page, (member) => [member.userName, member.userId]);
    return {
      Users: {
        User: rows.map(({ userName, displayName, joinedAtMs }) => ({
          UserName: userName,
          DisplayName: displayName,
          JoinDate: utcSeconds(joinedAtMs),
        })),
      },
      ...end,
    };
  },
});
