import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { foundRole } from '../role/found-role.ts';
import { roleName } from '../role/rules.ts';
import { attachmentRules, detach } from './attach.ts';

/**
 * Takes a policy off a role; it no longer counts for its sessions.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-detachpolicyfromrole
 */
export const detachPolicyFromRole = operation('Ram', 'DetachPolicyFromRole', {
  required: ['PolicyType', 'PolicyName', 'RoleName'],
  permits: ['role/{RoleName}', 'policy/{PolicyName}'],
  rules: { ...attachmentRules, RoleName: roleName },

  async execute(parameters, context) {
    const found = await foundRole(context, parameters.RoleName);
    if (isRefusal(found)) return found;
    const role = { principalType: 'Role', principalId: found.roleId, name: found.roleName } as const;
    return detach(context, parameters, role, 'EntityNotExist.Role.Policy');
  },
});
