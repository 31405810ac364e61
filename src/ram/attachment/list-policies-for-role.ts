import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { foundRole } from '../role/found-role.ts';
import { roleName } from '../role/rules.ts';
import { attachedPolicies } from './attached-policies.ts';

/**
 * Lists the policies attached to a role.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-listpoliciesforrole
 */
export const listPoliciesForRole = operation('Ram', 'ListPoliciesForRole', {
  required: ['RoleName'],
  permits: ['role/{RoleName}'],
  rules: { RoleName: roleName },

  async execute({ RoleName }, context) {
    const found = await foundRole(context, RoleName);
    if (isRefusal(found)) return found;
    return attachedPolicies(context, { principalType: 'Role', principalId: found.roleId });
  },
});
