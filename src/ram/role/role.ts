import type { Random } from '../../operation/context.ts';

/** A RAM role: a name that trusted callers take on for a session. */
export interface Role {
  readonly roleId: string;
  readonly accountId: string;
  /** Unique in the account, fixed for life. */
  readonly roleName: string;
  readonly description: string;
  /** The policy that says who may assume the role, as it was sent. */
  readonly assumeRolePolicyDocument: string;
  /** The longest session, in seconds. */
  readonly maxSessionDurationSeconds: number;
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
}

const shortestMaxSession = 3_600;
const longestMaxSession = 43_200;

/** From one hour to twelve, in seconds; the shortest is the default. */
export const maxSessionDurationRange = { shortest: shortestMaxSession, longest: longestMaxSession } as const;

/** 18 digits, the first a 3 as roles have it (users have a 2). */
export function newRoleId(random: Random): string {
  return `3${Array.from({ length: 17 }, () => random.below(10)).join('')}`;
}

/** `acs:ram::1000000000000001:role/admin`. */
export function roleArn({ accountId, roleName }: Pick<Role, 'accountId' | 'roleName'>): string {
  return `acs:ram::${accountId}:role/${roleName}`;
}
