import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { userName } from '../rules.ts';
import { heldByUser } from './held-by-user.ts';
import { namedUser } from './named-user.ts';
import { removeUser } from './user.table.ts';

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
    const obstacle = await heldByUser(context.tx, user);
    if (obstacle !== undefined) {
      return refuse(`DeleteConflict.User.${obstacle.kind}`, { userName: user.userName, held: obstacle.held });
    }
    await removeUser(context.tx, user.userId);
    return {};
  },
});
