import { sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { LoginProfile } from './login-profile.ts';

const table = tableOf<LoginProfile>('ram_login_profile', [
  'userId',
  'accountId',
  'passwordHash',
  'passwordResetRequired',
  'mfaBindRequired',
  'createdAtMs',
]);

const selectOne = table.select('WHERE user_id = ?');
const insertUnlessThere = sql(`${table.insert.text} ON CONFLICT (user_id) DO NOTHING`);
const updateOne = sql(
  'UPDATE ram_login_profile SET password_hash = ?, password_reset_required = ?, mfa_bind_required = ? WHERE user_id = ?',
);
const deleteOne = sql('DELETE FROM ram_login_profile WHERE user_id = ?');
const selectFormer = sql<{ position: number; passwordHash: string }>(
  `SELECT position AS "position", password_hash AS "passwordHash" FROM ram_former_password
   WHERE user_id = ? ORDER BY position DESC`,
);
const insertFormer = sql(
  'INSERT INTO ram_former_password (user_id, account_id, position, password_hash) VALUES (?, ?, ?, ?)',
);
const deleteFormerUpTo = sql('DELETE FROM ram_former_password WHERE user_id = ? AND position <= ?');
const deleteFormer = sql('DELETE FROM ram_former_password WHERE user_id = ?');

/** No policy can ask for more. */
const mostFormer = 24;

export function findProfile(tx: Transaction, userId: string): Promise<LoginProfile | undefined> {
  return tx.one(selectOne, userId);
}

/** Inserts; false when the user has one. */
export async function insertProfile(tx: Transaction, profile: LoginProfile): Promise<boolean> {
  return (await tx.run(insertUnlessThere, ...table.values(profile))) === 1;
}

/** Saves what can change; a password that was replaced is remembered among the former ones. */
export async function saveProfile(tx: Transaction, before: LoginProfile, after: LoginProfile): Promise<void> {
  const { userId, accountId, passwordHash, passwordResetRequired, mfaBindRequired } = after;
  await tx.run(updateOne, passwordHash, passwordResetRequired, mfaBindRequired, userId);
  if (passwordHash === before.passwordHash) return;
  const position = ((await tx.one(selectFormer, userId))?.position ?? 0) + 1;
  await tx.run(insertFormer, userId, accountId, position, before.passwordHash);
  await tx.run(deleteFormerUpTo, userId, position - mostFormer);
}

/** False when the user has none. Its former passwords are forgotten with it. */
export async function removeProfile(tx: Transaction, userId: string): Promise<boolean> {
  await tx.run(deleteFormer, userId);
  return (await tx.run(deleteOne, userId)) === 1;
}

/** The hashes of the last passwords, the present one first. */
export async function lastPasswords(tx: Transaction, profile: LoginProfile, count: number): Promise<readonly string[]> {
  const former = await tx.all(selectFormer, profile.userId);
  return [profile.passwordHash, ...former.map(({ passwordHash }) => passwordHash)].slice(0, count);
}
