import type { ChangeContext } from '../operation/context.ts';
import type { Refusal } from '../operation/refusal.ts';
import { utcSeconds } from '../operation/time.ts';
import { findRole } from '../ram/role/role.table.ts';
import { type Role, roleArn } from '../ram/role/role.ts';
import { mixedToken } from '../ram/token.ts';
import { refuse } from './refusals.ts';
import { durationRange, roleInArn } from './rules.ts';
import { insertSessionKey, purgeSessionKeys, type SessionKey } from './session-key.table.ts';

/** What is asked of a session. */
export interface WantedSession {
  readonly RoleSessionName?: string;
  readonly Policy?: string;
  readonly DurationSeconds?: number;
}

/** The role of an ARN, of whatever account, or EntityNotExist.Role. */
export async function roleByArn({ tx }: Pick<ChangeContext, 'tx'>, arn = ''): Promise<Role | Refusal> {
  const named = roleInArn(arn);
  const role = named && (await findRole(tx, named.accountId, named.roleName));
  return role ?? refuse('EntityNotExist.Role', { roleArn: arn });
}

/**
 * Starts a session of a role and answers its temporary key. It lasts an hour unless told otherwise, and not longer than
 * the role allows or `longest` says, in seconds.
 */
export async function startSession(
  { tx, nowMs, random }: ChangeContext,
  role: Role,
  { RoleSessionName = '', Policy = '', DurationSeconds: seconds = durationRange.byDefault }: WantedSession,
  longest: number = durationRange.longest,
) {
  const limit = Math.min(longest, role.maxSessionDurationSeconds);
  if (seconds > limit) {
    const { shortest } = durationRange;
    return refuse('InvalidParameter.DurationSeconds', { value: seconds, shortest, longest: limit });
  }
  const key: SessionKey = {
    accountId: role.accountId,
    accessKeyId: `STS.${mixedToken(random, 24)}`,
    accessKeySecret: mixedToken(random, 44),
    securityToken: `CAIS${mixedToken(random, 508)}`,
    roleName: role.roleName,
    sessionName: RoleSessionName,
    sessionPolicy: Policy,
    expiresAtMs: nowMs + seconds * 1000,
    createdAtMs: nowMs,
  };
  await purgeSessionKeys(tx, nowMs);
  await insertSessionKey(tx, key);
  return {
    AssumedRoleUser: {
      Arn: `${roleArn(role)}/${key.sessionName}`,
      AssumedRoleId: `${role.roleId}:${key.sessionName}`,
    },
    Credentials: {
      AccessKeyId: key.accessKeyId,
      AccessKeySecret: key.accessKeySecret,
      SecurityToken: key.securityToken,
      Expiration: utcSeconds(key.expiresAtMs),
    },
  };
}
