import { createHash } from 'node:crypto';

/**
 * The id of a RAM user or role that a seed makes: 18 digits from the account and the name, the same on every server and
 * after every restart. The leading digits are those of real ones.
 */
export function seededPrincipalId(kind: 'user' | 'role', accountId: string, name: string): string {
  const digest = createHash('sha256').update(`${accountId}/${name}`).digest();
  return `${kind === 'user' ? 2 : 3}${(digest.readBigUInt64BE() % 10n ** 17n).toString().padStart(17, '0')}`;
}
