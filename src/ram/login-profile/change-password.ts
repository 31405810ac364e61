import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { shownCaller } from '../shown-caller.ts';
import { findProfile, saveProfile } from './login-profile.table.ts';
import { chosenPasswordHash } from './new-password.ts';
import { isPassword } from './password-hash.ts';

/**
 * Changes the password of the RAM user that calls, unless the account reserves that to itself.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-changepassword
 */
export const changePassword = operation('Ram', 'ChangePassword', {
  required: ['OldPassword', 'NewPassword'],
  permits: ['user/{caller}'],

  async execute({ OldPassword: oldPassword = '', NewPassword: newPassword = '' }, context) {
    const { tx, caller } = context;
    const { userName } = caller;
    if (userName === '') return refuse('NotSupport.Account', { caller: shownCaller(caller) });
    const profile = await findProfile(tx, caller.userId);
    if (profile === undefined) return refuse('EntityNotExist.User.LoginProfile', { userName });
    if (!isPassword(oldPassword, profile.passwordHash)) {
      return refuse('InvalidParameter.OldPassword.Incorrect', { userName });
    }
    const passwordHash = await chosenPasswordHash(context, newPassword, profile);
    if (isRefusal(passwordHash)) return passwordHash;
    await saveProfile(tx, profile, { ...profile, passwordHash, passwordResetRequired: 0 });
    return {};
  },
});
