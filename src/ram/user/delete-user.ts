import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { userName } from '../rules.ts';
import { namedUser } from './named-user.ts';
import { removeUser } from './user.table.ts';
import { refuseWhatIsHeld } from './what-is-held.ts';

/**
 * Deletes a RAM user that has nothing any more: no groups, access keys, login profile, MFA device or policies.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-deleteuser
 */
export const deleteUser = operation('Ram', 'DeleteUser', {
  required: ['UserName'],
  permits: ['user/{UserName}'],
  rules: { UserName: userName },

  async execute({ UserName: name }, context) {
    const user = await namedUser(context, name);
    if (isRefusal(user)) return user;
    const refusal = await refuseWhatIsHeld(context.tx, user);
    if (refusal !== undefined) return refusal;
    await removeUser(context.tx, user.userId);
    return {};
  },
});
