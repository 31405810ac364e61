import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { userName } from '../rules.ts';
import { describedProfile } from './login-profile.ts';
import { namedProfile } from './named-profile.ts';

/**
 * Tells how a RAM user can log on to the console.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-getloginprofile
 */
export const getLoginProfile = operation('Ram', 'GetLoginProfile', {
  required: ['UserName'],
  permits: ['user/{UserName}'],
  rules: { UserName: userName },

  async execute({ UserName: name }, context) {
    const found = await namedProfile(context, name);
    return isRefusal(found) ? found : { LoginProfile: describedProfile(found.profile, found.user.userName) };
  },
});
