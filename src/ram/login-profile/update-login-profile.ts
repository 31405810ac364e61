import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { userName } from '../rules.ts';
import { saveProfile } from './login-profile.table.ts';
import { flagOf, type LoginProfile } from './login-profile.ts';
import { namedProfile } from './named-profile.ts';
import { givenPasswordHash } from './new-password.ts';

/**
 * Changes what is given of how a RAM user logs on to the console.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-updateloginprofile
 */
export const updateLoginProfile = operation('Ram', 'UpdateLoginProfile', {
  required: ['UserName'],
  permits: ['user/{UserName}'],
  rules: { UserName: userName },

  async execute(parameters, context) {
    const found = await namedProfile(context, parameters.UserName);
    if (isRefusal(found)) return found;
    const { profile } = found;
    const { Password: password, PasswordResetRequired: reset, MFABindRequired: mfa } = parameters;
    const passwordHash = password === undefined ? profile.passwordHash : await givenPasswordHash(context, password);
    if (isRefusal(passwordHash)) return passwordHash;
    const changed: LoginProfile = {
      ...profile,
      passwordHash,
      passwordResetRequired: reset === undefined ? profile.passwordResetRequired : flagOf(reset),
      mfaBindRequired: mfa === undefined ? profile.mfaBindRequired : flagOf(mfa),
    };
    await saveProfile(context.tx, profile, changed);
    return {};
  },
});
