import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { userName } from '../rules.ts';
import { namedUser } from '../user/named-user.ts';
import { attachmentRules, detach } from './attach.ts';

/**
 * Takes a policy off a user.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-detachpolicyfromuser
 */
export const detachPolicyFromUser = operation('Ram', 'DetachPolicyFromUser', {
  required: ['PolicyType', 'PolicyName', 'UserName'],
  permits: ['user/{UserName}', 'policy/{PolicyName}'],
  rules: { ...attachmentRules, UserName: userName },

  async execute(parameters, context) {
    const found = await namedUser(context, parameters.UserName);
    if (isRefusal(found)) return found;
    const user = { principalType: 'User', principalId: found.userId, name: found.userName } as const;
    return detach(context, parameters, user, 'EntityNotExist.User.Policy');
  },
});
