import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { comments, userName } from '../rules.ts';
import { displayName, email, mobilePhone } from './rules.ts';
import { countUsers, insertUser } from './user.table.ts';
import { describedUser, newUserId, type User } from './user.ts';

/**
 * Creates a RAM user, which can do nothing yet: it has neither access keys nor policies.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-createuser
 */
export const createUser = operation('Ram', 'CreateUser', {
  required: ['UserName'],
  permits: ['user/*'],
  rules: {
    UserName: userName,
    DisplayName: displayName,
    MobilePhone: mobilePhone,
    Email: email,
    Comments: comments,
  },

  async execute(parameters, context) {
    const { tx, accountId, random, nowMs } = context;
    const user: User = {
      userId: newUserId(random),
      accountId,
      userName: parameters.UserName ?? '',
      displayName: parameters.DisplayName ?? '',
      mobilePhone: parameters.MobilePhone ?? '',
      email: parameters.Email ?? '',
      comments: parameters.Comments ?? '',
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
    };
    if (!(await insertUser(tx, user))) return refuse('EntityAlreadyExists.User', { userName: user.userName });
    const limit = context.quota('ram-users');
    if ((await countUsers(tx, accountId)) > limit) return refuse('LimitExceeded.User', { limit });
    return { User: describedUser(user) };
  },
});
