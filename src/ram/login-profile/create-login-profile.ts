import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { userName } from '../rules.ts';
import { namedUser } from '../user/named-user.ts';
import { insertProfile } from './login-profile.table.ts';
import { describedProfile, flagOf, type LoginProfile } from './login-profile.ts';
import { givenPasswordHash } from './new-password.ts';

/**
 * Lets a RAM user log on to the console, with a password that complies with the account's policy.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-createloginprofile
 */
export const createLoginProfile = operation('Ram', 'CreateLoginProfile', {
  required: ['UserName', 'Password'],
  permits: ['user/{UserName}'],
  rules: { UserName: userName },

  async execute(parameters, context) {
    const { UserName: name, Password: password = '' } = parameters;
    const user = await namedUser(context, name);
    if (isRefusal(user)) return user;
    const passwordHash = await givenPasswordHash(context, password);
    if (isRefusal(passwordHash)) return passwordHash;
    const profile: LoginProfile = {
      userId: user.userId,
      accountId: user.accountId,
      passwordHash,
      passwordResetRequired: flagOf(parameters.PasswordResetRequired ?? false),
      mfaBindRequired: flagOf(parameters.MFABindRequired ?? false),
      createdAtMs: context.nowMs,
    };
    return (await insertProfile(context.tx, profile))
      ? { LoginProfile: describedProfile(profile, user.userName) }
      : refuse('EntityAlreadyExists.User.LoginProfile', { userName: user.userName });
  },
});
