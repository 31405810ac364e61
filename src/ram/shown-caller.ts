import type { Caller } from '../operation/context.ts';

/** Who calls, in words for a refusal. */
export function shownCaller({ accountId, userName, roleName }: Caller): string {
  if (userName !== '') return `the user "${userName}"`;
  return roleName === '' ? `the account "${accountId}"` : `a session of the role "${roleName}"`;
}
