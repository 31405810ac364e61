import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { foundRole } from '../role/found-role.ts';
import { roleName } from '../role/rules.ts';
import { attach, attachmentRules } from './attach.ts';

/**
 * Attaches a policy to a role: what it says counts for every session of the role from now on, those that run too.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-attachpolicytorole
 */
export const attachPolicyToRole = operation('Ram', 'AttachPolicyToRole', {
  required: ['PolicyType', 'PolicyName', 'RoleName'],
  permits: ['role/{RoleName}', 'policy/{PolicyName}'],
  rules: { ...attachmentRules, RoleName: roleName },

  async execute(parameters, context) {
    const found = await foundRole(context, parameters.RoleName);
    if (isRefusal(found)) return found;
    const role = { principalType: 'Role', principalId: found.roleId, name: found.roleName } as const;
    return attach(context, parameters, role, {
      attached: 'EntityAlreadyExists.Role.Policy',
      full: 'LimitExceeded.Role.Policy',
    });
  },
});
