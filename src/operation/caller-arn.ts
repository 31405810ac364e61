import type { Caller } from './context.ts';

/** The ARN of who calls: `acs:ram::ACCOUNT:root`, `.../user/NAME`, `.../assumed-role/ROLE/SESSION`. */
export function callerArn({
  accountId,
  userName,
  roleName,
  sessionName,
}: Pick<Caller, 'accountId' | 'userName' | 'roleName' | 'sessionName'>): string {
  const account = `acs:ram::${accountId}`;
  if (roleName !== '') return `${account}:assumed-role/${roleName}/${sessionName}`;
  return userName === '' ? `${account}:root` : `${account}:user/${userName}`;
}

/**
 * The ARNs by which policies can name who calls: the user's or the role's, the session's, and the root's, which stands
 * for everyone in its account.
 */
export function callerArns(caller: Caller): readonly string[] {
  const root = `acs:ram::${caller.accountId}:root`;
  if (caller.roleName === '') return caller.userName === '' ? [root] : [callerArn(caller), root];
  return [`acs:ram::${caller.accountId}:role/${caller.roleName}`, callerArn(caller), root];
}
