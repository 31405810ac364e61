import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { description } from '../description.ts';
import { foundRole } from './found-role.ts';
import { saveRole } from './role.table.ts';
import type { Role } from './role.ts';
import { maxSessionDuration, roleName, trustPolicyRule } from './rules.ts';
import { describedUpdatableRole } from './view.ts';

/**
 * Changes who may assume a role, how long, and its description, which an empty one clears. What is not given stays.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-updaterole
 */
export const updateRole = operation('Ram', 'UpdateRole', {
  required: ['RoleName'],
  permits: ['role/{RoleName}'],
  keepEmpty: ['NewDescription'],
  rules: {
    RoleName: roleName,
    NewDescription: description,
    NewAssumeRolePolicyDocument: trustPolicyRule('InvalidParameter.NewAssumeRolePolicyDocument.Length'),
    NewMaxSessionDuration: maxSessionDuration,
  },

  async execute(parameters, context) {
    const role = await foundRole(context, parameters.RoleName);
    if (isRefusal(role)) return role;
    const updated: Role = {
      ...role,
      description: parameters.NewDescription ?? role.description,
      assumeRolePolicyDocument: parameters.NewAssumeRolePolicyDocument ?? role.assumeRolePolicyDocument,
      maxSessionDurationSeconds: parameters.NewMaxSessionDuration ?? role.maxSessionDurationSeconds,
      updatedAtMs: context.nowMs,
    };
    await saveRole(context.tx, updated);
    return { Role: describedUpdatableRole(updated) };
  },
});
