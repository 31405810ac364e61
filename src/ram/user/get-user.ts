import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { userName } from '../rules.ts';
import { namedOrCalling } from './named-user.ts';
import { describedChangedUser } from './user.ts';

/**
 * Describes one RAM user; a user that names none is told about itself. Nobody logs on to a console here, so there is
 * never a last time.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-getuser
 */
export const getUser = operation('Ram', 'GetUser', {
  permits: ['user/{UserName|caller}'],
  rules: { UserName: userName },

  async execute({ UserName: name }, context) {
    const user = await namedOrCalling(context, name);
    return isRefusal(user) ? user : { User: { ...describedChangedUser(user), LastLoginDate: '' } };
  },
});
