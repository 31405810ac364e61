import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { userName } from '../rules.ts';
import { namedUser } from '../user/named-user.ts';
import { attach, attachmentRules } from './attach.ts';

/**
 * Attaches a policy to a user: what it says counts for the user from now on.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-attachpolicytouser
 */
export const attachPolicyToUser = operation('Ram', 'AttachPolicyToUser', {
  required: ['PolicyType', 'PolicyName', 'UserName'],
  permits: ['user/{UserName}', 'policy/{PolicyName}'],
  rules: { ...attachmentRules, UserName: userName },

  async execute(parameters, context) {
    const found = await namedUser(context, parameters.UserName);
    if (isRefusal(found)) return found;
    const user = { principalType: 'User', principalId: found.userId, name: found.userName } as const;
    return attach(context, parameters, user, {
      attached: 'EntityAlreadyExists.User.Policy',
      full: 'LimitExceeded.User.Policy',
    });
  },
});
