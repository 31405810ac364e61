import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { commentsRule, userName } from '../rules.ts';
import { displayNameRule, emailRule, mobilePhoneRule } from './rules.ts';
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
    DisplayName: displayNameRule('DisplayName'),
    MobilePhone: mobilePhoneRule('MobilePhone'),
    Email: emailRule('Email'),
    Comments: commentsRule('Comments'),
  },

  async execute(parameters, context) {
    const { tx, accountId, random, nowMs } = context;
    const { UserName: name = '', DisplayName: displayName = '', MobilePhone: mobilePhone = '' } = parameters;
    const { Email: email = '', Comments: comments = '' } = parameters;
    const user: User = {
      userId: newUserId(random),
      accountId,
      userName: name,
      displayName,
      mobilePhone,
      email,
      comments,
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
    };
    if (!(await insertUser(tx, user))) return refuse('EntityAlreadyExists.User', { userName: name });
    const limit = context.quota('ram-users');
    if ((await countUsers(tx, accountId)) > limit) return refuse('LimitExceeded.User', { limit });
    return { User: describedUser(user) };
  },
});
