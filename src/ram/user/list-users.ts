import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { cutPage, ramPageOf } from '../paging.ts';
import { usersFrom } from './user.table.ts';
import { describedChangedUser } from './user.ts';

/**
 * Lists the account's RAM users by name.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-listusers
 */
export const listUsers = operation('Ram', 'ListUsers', {
  permits: ['user/*'],

  async execute(parameters, { tx, accountId }) {
    const page = ramPageOf(parameters);
    if (isRefusal(page)) return page;
    const { rows, end } = cutPage(await usersFrom(tx, accountId, page), page, (user) => [user.userName, user.userId]);
    return { Users: { User: rows.map(describedChangedUser) }, ...end };
  },
});
