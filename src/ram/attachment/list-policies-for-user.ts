import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { userName } from '../rules.ts';
import { namedUser } from '../user/named-user.ts';
import { attachedPolicies } from './attached-policies.ts';

/**
 * Lists the policies attached to a user itself, not those of its groups.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-listpoliciesforuser
 */
export const listPoliciesForUser = operation('Ram', 'ListPoliciesForUser', {
  required: ['UserName'],
  permits: ['user/{UserName}'],
  rules: { UserName: userName },

  async execute({ UserName }, context) {
    const found = await namedUser(context, UserName);
    if (isRefusal(found)) return found;
    return attachedPolicies(context, { principalType: 'User', principalId: found.userId });
  },
});
