import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { userName } from '../rules.ts';
import { removeProfile } from './login-profile.table.ts';
import { namedProfile } from './named-profile.ts';

/**
 * Takes from a RAM user that it can log on to the console; its access keys go on working.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-deleteloginprofile
 */
export const deleteLoginProfile = operation('Ram', 'DeleteLoginProfile', {
  required: ['UserName'],
  permits: ['user/{UserName}'],
  rules: { UserName: userName },

  async execute({ UserName: name }, context) {
    const found = await namedProfile(context, name);
    if (isRefusal(found)) return found;
    await removeProfile(context.tx, found.user.userId);
    return {};
  },
});
