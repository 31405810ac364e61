import { putTags } from '../../ecs/tag/tags.ts';
import { operation } from '../../operation/operation.ts';
import { description } from '../description.ts';
import { refuse } from '../refusals.ts';
import { newTags, tagsIn } from '../tag/rules.ts';
import { inNoRegion, taggedTypes } from '../tag/tagged.ts';
import { countRoles, insertRole } from './role.table.ts';
import { maxSessionDurationRange, newRoleId, type Role } from './role.ts';
import { maxSessionDuration, roleName, trustPolicyRule } from './rules.ts';
import { describedTrustedRole } from './view.ts';

/**
 * Creates a role, which may nothing until policies are attached to it, and which those may assume whom its
 * AssumeRolePolicyDocument names.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-createrole
 */
export const createRole = operation('Ram', 'CreateRole', {
  required: ['RoleName', 'AssumeRolePolicyDocument'],
  permits: ['role/*'],
  rules: {
    RoleName: roleName,
    Description: description,
    AssumeRolePolicyDocument: trustPolicyRule('InvalidParameter.AssumeRolePolicyDocument.Length'),
    MaxSessionDuration: maxSessionDuration,
    Tag: newTags,
  },

  async execute(parameters, context) {
    const { tx, accountId, random, nowMs } = context;
    const { RoleName = '', MaxSessionDuration = maxSessionDurationRange.shortest } = parameters;
    const role: Role = {
      roleId: newRoleId(random),
      accountId,
      roleName: RoleName,
      description: parameters.Description ?? '',
      assumeRolePolicyDocument: parameters.AssumeRolePolicyDocument ?? '',
      maxSessionDurationSeconds: MaxSessionDuration,
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
    };
    if (!(await insertRole(tx, role))) return refuse('EntityAlreadyExists.Role', { roleName: RoleName });
    const limit = context.quota('ram-roles');
    if ((await countRoles(tx, accountId)) > limit) return refuse('LimitExceeded.Role', { limit });
    await putTags(inNoRegion(context), taggedTypes.role, RoleName, tagsIn(parameters.Tag) ?? []);
    return { Role: describedTrustedRole(role) };
  },
});
