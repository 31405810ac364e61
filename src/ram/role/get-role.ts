import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { foundRole } from './found-role.ts';
import { roleName } from './rules.ts';
import { describedUpdatableRole } from './view.ts';

/**
 * Answers one role.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-getrole
 */
export const getRole = operation('Ram', 'GetRole', {
  required: ['RoleName'],
  permits: ['role/{RoleName}'],
  rules: { RoleName: roleName },

  async execute({ RoleName }, context) {
    const role = await foundRole(context, RoleName);
    return isRefusal(role) ? role : { Role: describedUpdatableRole(role) };
  },
});
