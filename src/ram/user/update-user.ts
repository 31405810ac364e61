import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { newComments, newUserName, userName } from '../rules.ts';
import { namedUser } from './named-user.ts';
import { newDisplayName, newEmail, newMobilePhone } from './rules.ts';
import { findUser, saveUser } from './user.table.ts';
import { describedChangedUser, type User } from './user.ts';

/**
 * Changes what is given of a RAM user; empty text clears. Under a new name it keeps its id and with that its groups and
 * policies, and its access keys go on working.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-updateuser
 */
export const updateUser = operation('Ram', 'UpdateUser', {
  required: ['UserName'],
  keepEmpty: ['NewDisplayName', 'NewMobilePhone', 'NewEmail', 'NewComments'],
  permits: ['user/{UserName}'],
  rules: {
    UserName: userName,
    NewUserName: newUserName,
    NewDisplayName: newDisplayName,
    NewMobilePhone: newMobilePhone,
    NewEmail: newEmail,
    NewComments: newComments,
  },

  async execute(parameters, context) {
    const { tx, accountId, nowMs } = context;
    const user = await namedUser(context, parameters.UserName);
    if (isRefusal(user)) return user;
    const changed: User = {
      ...user,
      userName: parameters.NewUserName ?? user.userName,
      displayName: parameters.NewDisplayName ?? user.displayName,
      mobilePhone: parameters.NewMobilePhone ?? user.mobilePhone,
      email: parameters.NewEmail ?? user.email,
      comments: parameters.NewComments ?? user.comments,
      updatedAtMs: nowMs,
    };
    if (changed.userName !== user.userName && (await findUser(tx, accountId, changed.userName)) !== undefined) {
      return refuse('EntityAlreadyExists.User', { userName: changed.userName });
    }
    await saveUser(tx, user, changed);
    return { User: describedChangedUser(changed) };
  },
});
