import { sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { RamPage } from '../paging.ts';
import type { Group } from './group.ts';

const table = tableOf<Group>('ram_group', [
  'groupId',
  'accountId',
  'groupName',
  'comments',
  'createdAtMs',
  'updatedAtMs',
]);

const selectOne = table.select('WHERE account_id = ? AND group_name = ?');
const selectPage = table.select(
  'WHERE account_id = ? AND (group_name, group_id) > (?, ?) ORDER BY group_name, group_id LIMIT ?',
);
const selectCount = sql<{ count: number }>('SELECT COUNT(*) AS "count" FROM ram_group WHERE account_id = ?');
const insertUnlessNameTaken = sql(`${table.insert.text} ON CONFLICT (account_id, group_name) DO NOTHING`);
const updateOne = sql('UPDATE ram_group SET group_name = ?, comments = ?, updated_at_ms = ? WHERE group_id = ?');
const deleteOne = sql('DELETE FROM ram_group WHERE group_id = ?');
const selectHeld = sql<{ userName: string | null; policyName: string | null }>(
  `SELECT (SELECT u.user_name FROM ram_group_member m JOIN ram_user u ON u.user_id = m.user_id
           WHERE m.group_id = ? ORDER BY u.user_name LIMIT 1) AS "userName",
          (SELECT policy_name FROM ram_policy_attachment
           WHERE account_id = ? AND principal_type = 'Group' AND principal_id = ? ORDER BY policy_name LIMIT 1)
            AS "policyName"`,
);

/** The account's group of this name. */
export function findGroup(tx: Transaction, accountId: string, groupName: string): Promise<Group | undefined> {
  return tx.one(selectOne, accountId, groupName);
}

/** The account's groups by name, from the page's place on, one more than the page takes. */
export function groupsFrom(tx: Transaction, accountId: string, page: RamPage): Promise<readonly Group[]> {
  const [name, id] = page.after ?? ['', ''];
  return tx.all(selectPage, accountId, name, id, page.maxItems + 1);
}

export async function countGroups(tx: Transaction, accountId: string): Promise<number> {
  return (await tx.one(selectCount, accountId))?.count ?? 0;
}

/** Inserts; false when the name is taken. */
export async function insertGroup(tx: Transaction, group: Group): Promise<boolean> {
  return (await tx.run(insertUnlessNameTaken, ...table.values(group))) === 1;
}

export async function saveGroup(tx: Transaction, group: Group): Promise<void> {
  await tx.run(updateOne, group.groupName, group.comments, group.updatedAtMs, group.groupId);
}

export async function removeGroup(tx: Transaction, groupId: string): Promise<void> {
  await tx.run(deleteOne, groupId);
}

/** Some user in the group and some policy attached to it; null where there is none. */
export async function heldByGroup(
  tx: Transaction,
  { groupId, accountId }: Group,
): Promise<{ readonly userName: string | null; readonly policyName: string | null }> {
  return (await tx.one(selectHeld, groupId, accountId, groupId)) ?? { userName: null, policyName: null };
}
