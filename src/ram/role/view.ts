import { utcSeconds } from '../../operation/time.ts';
import { type Role, roleArn } from './role.ts';

/** What every operation that answers a role says of it. */
export function describedRole(role: Role) {
  return {
    RoleId: role.roleId,
    RoleName: role.roleName,
    Arn: roleArn(role),
    Description: role.description,
    MaxSessionDuration: role.maxSessionDurationSeconds,
    CreateDate: utcSeconds(role.createdAtMs),
  };
}

/** With the policy that says who may assume it. */
export function describedTrustedRole(role: Role) {
  return { ...describedRole(role), AssumeRolePolicyDocument: role.assumeRolePolicyDocument };
}

/** With what an update can change. */
export function describedUpdatableRole(role: Role) {
  return { ...describedTrustedRole(role), UpdateDate: utcSeconds(role.updatedAtMs) };
}
