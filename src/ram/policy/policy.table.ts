import type { TagParameter } from '../../ecs/tag/tag-parameters.ts';
import { tagCondition } from '../../ecs/tag/tags.ts';
import { dynamicSql, sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import { noRegion, taggedTypes } from '../tag/tagged.ts';
import type { Policy } from './policy.ts';

const table = tableOf<Policy>('ram_policy', [
  'accountId',
  'policyName',
  'description',
  'defaultVersionId',
  'nextVersionNumber',
  'createdAtMs',
  'updatedAtMs',
]);

const selectOne = table.select('WHERE account_id = ? AND policy_name = ?');
const insertUnlessNameTaken = sql(`${table.insert.text} ON CONFLICT (account_id, policy_name) DO NOTHING`);
const updateOne = sql(
  `UPDATE ram_policy SET description = ?, default_version_id = ?, next_version_number = ?, updated_at_ms = ?
   WHERE account_id = ? AND policy_name = ?`,
);
const selectCount = sql<{ count: number }>('SELECT COUNT(*) AS "count" FROM ram_policy WHERE account_id = ?');
const deleteOne = sql('DELETE FROM ram_policy WHERE account_id = ? AND policy_name = ?');

export function findPolicy(tx: Transaction, accountId: string, policyName: string): Promise<Policy | undefined> {
  return tx.one(selectOne, accountId, policyName);
}

/** Inserts; false when the name is taken. */
export async function insertPolicy(tx: Transaction, policy: Policy): Promise<boolean> {
  return (await tx.run(insertUnlessNameTaken, ...table.values(policy))) === 1;
}

/** Saves what can change of a policy. */
export async function savePolicy(tx: Transaction, policy: Policy): Promise<void> {
  const { description, defaultVersionId, nextVersionNumber, updatedAtMs, accountId, policyName } = policy;
  await tx.run(updateOne, description, defaultVersionId, nextVersionNumber, updatedAtMs, accountId, policyName);
}

/** Deletes a policy whose versions are gone. */
export async function removePolicy(tx: Transaction, { accountId, policyName }: Policy): Promise<void> {
  await tx.run(deleteOne, accountId, policyName);
}

export async function countPolicies(tx: Transaction, accountId: string): Promise<number> {
  return (await tx.one(selectCount, accountId))?.count ?? 0;
}

/** The account's own policies by name that carry every tag, those after a name, at most `limit`. */
export function selectPolicies(
  tx: Transaction,
  accountId: string,
  { tags, after, limit }: { readonly tags: readonly TagParameter[]; readonly after: string; readonly limit: number },
): Promise<readonly Policy[]> {
  const carrying = tagCondition(taggedTypes.policy, 'policy_name', tags, {
    accountId,
    regionId: noRegion,
  });
  const conditions = ['account_id = ?', 'policy_name > ?', ...carrying.conditions];
  const statement = dynamicSql<Policy>(
    `SELECT ${table.columns} FROM ram_policy WHERE ${conditions.join(' AND ')} ORDER BY policy_name LIMIT ?`,
  );
  return tx.all(statement, accountId, after, ...carrying.values, limit);
}
