import type { Caller } from './context.ts';

/** The ARN of who calls: `acs:ram::ACCOUNT:root`, `.../user/NAME`, `.../assumed-role/ROLE/SESSION`. */
export function callerArn({ accountId, userName, roleName, sessionName }: Caller): string {
  const account = `acs:ram::${accountId}`;
  if (roleName !== '') return `${account}:assumed-role/${roleName}/${sessionName}`;
  return userName === '' ? `${account}:root` : `${account}:user/${userName}`;
}
