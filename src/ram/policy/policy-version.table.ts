import { sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import { type Policy, type PolicyVersion, versionNumberOf } from './policy.ts';

const table = tableOf<PolicyVersion>('ram_policy_version', [
  'accountId',
  'policyName',
  'versionId',
  'policyDocument',
  'createdAtMs',
]);

const selectOfPolicy = table.select('WHERE account_id = ? AND policy_name = ?');
const selectOne = table.select('WHERE account_id = ? AND policy_name = ? AND version_id = ?');
const deleteOne = sql('DELETE FROM ram_policy_version WHERE account_id = ? AND policy_name = ? AND version_id = ?');
const deleteOfPolicy = sql('DELETE FROM ram_policy_version WHERE account_id = ? AND policy_name = ?');

type PolicyId = Pick<Policy, 'accountId' | 'policyName'>;

/** A policy's versions, the oldest first. There are at most five. */
export async function versionsOf(
  tx: Transaction,
  { accountId, policyName }: PolicyId,
): Promise<readonly PolicyVersion[]> {
  const versions = await tx.all(selectOfPolicy, accountId, policyName);
  return [...versions].sort((a, b) => versionNumberOf(a.versionId) - versionNumberOf(b.versionId));
}

export function findVersion(
  tx: Transaction,
  { accountId, policyName }: PolicyId,
  versionId: string,
): Promise<PolicyVersion | undefined> {
  return tx.one(selectOne, accountId, policyName, versionId);
}

export async function insertVersion(tx: Transaction, version: PolicyVersion): Promise<void> {
  await tx.run(table.insert, ...table.values(version));
}

export async function removeVersion(tx: Transaction, version: PolicyVersion): Promise<void> {
  await tx.run(deleteOne, version.accountId, version.policyName, version.versionId);
}

/** Deletes every version, the default one too. */
export async function removeVersions(tx: Transaction, { accountId, policyName }: PolicyId): Promise<void> {
  await tx.run(deleteOfPolicy, accountId, policyName);
}
