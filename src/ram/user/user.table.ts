import { sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { RamPage } from '../paging.ts';
import type { User } from './user.ts';

const table = tableOf<User>('ram_user', [
  'userId',
  'accountId',
  'userName',
  'displayName',
  'mobilePhone',
  'email',
  'comments',
  'createdAtMs',
  'updatedAtMs',
]);

const selectOne = table.select('WHERE account_id = ? AND user_name = ?');
const selectPage = table.select(
  'WHERE account_id = ? AND (user_name, user_id) > (?, ?) ORDER BY user_name, user_id LIMIT ?',
);
const selectCount = sql<{ count: number }>('SELECT COUNT(*) AS "count" FROM ram_user WHERE account_id = ?');
const insertUnlessNameTaken = sql(`${table.insert.text} ON CONFLICT (account_id, user_name) DO NOTHING`);
const updateOne = sql(
  `UPDATE ram_user SET user_name = ?, display_name = ?, mobile_phone = ?, email = ?, comments = ?, updated_at_ms = ?
   WHERE user_id = ?`,
);
const renameKeys = sql('UPDATE access_key SET user_name = ? WHERE account_id = ? AND user_name = ?');
const deleteOne = sql('DELETE FROM ram_user WHERE user_id = ?');

/** The account's user of this name. */
export function findUser(tx: Transaction, accountId: string, userName: string): Promise<User | undefined> {
  return tx.one(selectOne, accountId, userName);
}

/** The account's users by name, from the page's place on, one more than the page takes. */
export function usersFrom(tx: Transaction, accountId: string, page: RamPage): Promise<readonly User[]> {
  const [name, id] = page.after ?? ['', ''];
  return tx.all(selectPage, accountId, name, id, page.maxItems + 1);
}

export async function countUsers(tx: Transaction, accountId: string): Promise<number> {
  return (await tx.one(selectCount, accountId))?.count ?? 0;
}

/** Inserts; false when the name is taken. */
export async function insertUser(tx: Transaction, user: User): Promise<boolean> {
  return (await tx.run(insertUnlessNameTaken, ...table.values(user))) === 1;
}

/** Saves what can change of a user; access keys follow its name. */
export async function saveUser(tx: Transaction, before: User, after: User): Promise<void> {
  const { userName, displayName, mobilePhone, email, comments, updatedAtMs, userId, accountId } = after;
  await tx.run(updateOne, userName, displayName, mobilePhone, email, comments, updatedAtMs, userId);
  if (userName !== before.userName) await tx.run(renameKeys, userName, accountId, before.userName);
}

export async function removeUser(tx: Transaction, userId: string): Promise<void> {
  await tx.run(deleteOne, userId);
}
