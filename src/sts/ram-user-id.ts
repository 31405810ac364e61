import { createHash } from 'node:crypto';

/**
 * The id of a RAM user: 18 digits made from account and name, the same on every server and after every restart. The
 * leading 2 is that of real ones.
 */
export function ramUserId(accountId: string, userName: string): string {
  const digest = createHash('sha256').update(`${accountId}/${userName}`).digest();
  return `2${(digest.readBigUInt64BE() % 10n ** 17n).toString().padStart(17, '0')}`;
}
