import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { utcSeconds } from '../../operation/time.ts';
import { sql } from '../../store/statement.ts';
import { foundPolicy } from '../policy/found-policy.ts';
import { policyName, policyType } from '../policy/rules.ts';
import { roleArn } from '../role/role.ts';

const toPolicy = 'a.account_id = ? AND a.policy_type = ? AND a.policy_name = ?';
const attached = 'a.attached_at_ms AS "attachedAtMs"';

const selectUsers = sql<{ attachedAtMs: number; userId: string; userName: string; displayName: string }>(
  `SELECT ${attached}, u.user_id AS "userId", u.user_name AS "userName", u.display_name AS "displayName"
   FROM ram_policy_attachment a JOIN ram_user u ON a.principal_type = 'User' AND u.user_id = a.principal_id
   WHERE ${toPolicy} ORDER BY a.attached_at_ms, u.user_name`,
);
const selectGroups = sql<{ attachedAtMs: number; groupName: string; comments: string }>(
  `SELECT ${attached}, g.group_name AS "groupName", g.comments AS "comments"
   FROM ram_policy_attachment a JOIN ram_group g ON a.principal_type = 'Group' AND g.group_id = a.principal_id
   WHERE ${toPolicy} ORDER BY a.attached_at_ms, g.group_name`,
);
const selectRoles = sql<{ attachedAtMs: number; roleId: string; roleName: string; description: string }>(
  `SELECT ${attached}, r.role_id AS "roleId", r.role_name AS "roleName", r.description AS "description"
   FROM ram_policy_attachment a JOIN ram_role r ON a.principal_type = 'Role' AND r.role_id = a.principal_id
   WHERE ${toPolicy} ORDER BY a.attached_at_ms, r.role_name`,
);

/**
 * Lists the account's users, groups and roles that a policy is attached to.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-listentitiesforpolicy
 */
export const listEntitiesForPolicy = operation('Ram', 'ListEntitiesForPolicy', {
  required: ['PolicyName', 'PolicyType'],
  permits: ['policy/{PolicyName}'],
  rules: { PolicyName: policyName, PolicyType: policyType },

  async execute({ PolicyName, PolicyType }, context) {
    const { tx, accountId } = context;
    const policy = await foundPolicy(context, PolicyType, PolicyName);
    if (isRefusal(policy)) return policy;
    const key = [accountId, policy.policyType, policy.policyName] as const;
    const users = await tx.all(selectUsers, ...key);
    const groups = await tx.all(selectGroups, ...key);
    const roles = await tx.all(selectRoles, ...key);
    return {
      Users: {
        User: users.map(({ userId, userName, displayName, attachedAtMs }) => ({
          UserId: userId,
          UserName: userName,
          DisplayName: displayName,
          AttachDate: utcSeconds(attachedAtMs),
        })),
      },
      Groups: {
        Group: groups.map(({ groupName, comments, attachedAtMs }) => ({
          GroupName: groupName,
          Comments: comments,
          AttachDate: utcSeconds(attachedAtMs),
        })),
      },
      Roles: {
        Role: roles.map(({ roleId, roleName, description, attachedAtMs }) => ({
          RoleId: roleId,
          RoleName: roleName,
          Arn: roleArn({ accountId, roleName }),
          Description: description,
          AttachDate: utcSeconds(attachedAtMs),
        })),
      },
    };
  },
});
