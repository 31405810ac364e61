import type { TagParameter } from '../../ecs/tag/tag-parameters.ts';
import { tagCondition } from '../../ecs/tag/tags.ts';
import { dynamicSql, sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { RamPage } from '../paging.ts';
import { noRegion, taggedTypes } from '../tag/tagged.ts';
import type { Role } from './role.ts';

const table = tableOf<Role>('ram_role', [
  'roleId',
  'accountId',
  'roleName',
  'description',
  'assumeRolePolicyDocument',
  'maxSessionDurationSeconds',
  'createdAtMs',
  'updatedAtMs',
]);

const selectOne = table.select('WHERE account_id = ? AND role_name = ?');
const insertUnlessNameTaken = sql(`${table.insert.text} ON CONFLICT (account_id, role_name) DO NOTHING`);
const updateOne = sql(
  `UPDATE ram_role SET description = ?, assume_role_policy_document = ?, max_session_duration_seconds = ?,
     updated_at_ms = ? WHERE role_id = ?`,
);
const selectCount = sql<{ count: number }>('SELECT COUNT(*) AS "count" FROM ram_role WHERE account_id = ?');
const deleteOne = sql('DELETE FROM ram_role WHERE role_id = ?');
const deleteSessionKeys = sql('DELETE FROM access_key WHERE account_id = ? AND role_name = ?');

export function findRole(tx: Transaction, accountId: string, roleName: string): Promise<Role | undefined> {
  return tx.one(selectOne, accountId, roleName);
}

/** Inserts; false when the name is taken. */
export async function insertRole(tx: Transaction, role: Role): Promise<boolean> {
  return (await tx.run(insertUnlessNameTaken, ...table.values(role))) === 1;
}

/** Saves what can change of a role. */
export async function saveRole(tx: Transaction, role: Role): Promise<void> {
  await tx.run(
    updateOne,
    role.description,
    role.assumeRolePolicyDocument,
    role.maxSessionDurationSeconds,
    role.updatedAtMs,
    role.roleId,
  );
}

/** Deletes a role and the keys of its sessions, which a later role of the same name would take over otherwise. */
export async function removeRole(tx: Transaction, { accountId, roleName, roleId }: Role): Promise<void> {
  await tx.run(deleteSessionKeys, accountId, roleName);
  await tx.run(deleteOne, roleId);
}

export async function countRoles(tx: Transaction, accountId: string): Promise<number> {
  return (await tx.one(selectCount, accountId))?.count ?? 0;
}

/** The account's roles by name that carry every tag, from the page's place on, one more than the page takes. */
export function selectRoles(
  tx: Transaction,
  accountId: string,
  { maxItems, after }: RamPage,
  tags: readonly TagParameter[],
): Promise<readonly Role[]> {
  const carrying = tagCondition(taggedTypes.role, 'role_name', tags, {
    accountId,
    regionId: noRegion,
  });
  const conditions = ['account_id = ?', ...carrying.conditions];
  const values = [accountId, ...carrying.values];
  if (after !== undefined) {
    conditions.push('(role_name, role_id) > (?, ?)');
    values.push(...after);
  }
  const statement = dynamicSql<Role>(
    `SELECT ${table.columns} FROM ram_role WHERE ${conditions.join(' AND ')} ORDER BY role_name, role_id LIMIT ?`,
  );
  return tx.all(statement, ...values, maxItems + 1);
}
