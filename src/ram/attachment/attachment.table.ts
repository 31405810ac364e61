import { sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { Attachment, PolicyKey, PolicyType, Principal, PrincipalType } from './attachment.ts';

const table = tableOf<Attachment>('ram_policy_attachment', [
  'accountId',
  'principalType',
  'principalId',
  'policyType',
  'policyName',
  'attachedAtMs',
]);

const ofPrincipal = 'account_id = ? AND principal_type = ? AND principal_id = ?';
const toPolicy = 'account_id = ? AND policy_type = ? AND policy_name = ?';

const insertUnlessThere = sql(
  `${table.insert.text} ON CONFLICT (account_id, principal_type, principal_id, policy_type, policy_name) DO NOTHING`,
);
const deleteOne = sql(`DELETE FROM ram_policy_attachment WHERE ${ofPrincipal} AND policy_type = ? AND policy_name = ?`);
const countOfPrincipal = sql<{ count: number }>(
  `SELECT COUNT(*) AS "count" FROM ram_policy_attachment WHERE ${ofPrincipal} AND policy_type = ?`,
);
const countToPolicy = sql<{ count: number }>(`SELECT COUNT(*) AS "count" FROM ram_policy_attachment WHERE ${toPolicy}`);
const selectSomeOfPrincipal = sql<{ policyName: string }>(
  `SELECT policy_name AS "policyName" FROM ram_policy_attachment WHERE ${ofPrincipal} LIMIT 1`,
);
const selectSomeToPolicy = sql<{ principalType: PrincipalType }>(
  `SELECT principal_type AS "principalType" FROM ram_policy_attachment WHERE ${toPolicy} LIMIT 1`,
);
const selectCounts = sql<PolicyKey & { count: number }>(
  `SELECT policy_type AS "policyType", policy_name AS "policyName", COUNT(*) AS "count" FROM ram_policy_attachment
   WHERE account_id = ? GROUP BY policy_type, policy_name`,
);

/** Inserts; false when the policy is attached already. */
export async function insertAttachment(tx: Transaction, attachment: Attachment): Promise<boolean> {
  return (await tx.run(insertUnlessThere, ...table.values(attachment))) === 1;
}

/** Deletes; false when the policy was not attached. */
export async function removeAttachment(
  tx: Transaction,
  { accountId, principalType, principalId, policyType, policyName }: Omit<Attachment, 'attachedAtMs'>,
): Promise<boolean> {
  return (await tx.run(deleteOne, accountId, principalType, principalId, policyType, policyName)) === 1;
}

/** How many policies of a type a user, group or role has. */
export async function countAttachmentsOf(
  tx: Transaction,
  accountId: string,
  { principalType, principalId }: Principal,
  policyType: PolicyType,
): Promise<number> {
  return (await tx.one(countOfPrincipal, accountId, principalType, principalId, policyType))?.count ?? 0;
}

/** Some policy that a user, group or role has, or undefined when it has none. */
export function someAttachmentOf(
  tx: Transaction,
  accountId: string,
  { principalType, principalId }: Principal,
): Promise<{ readonly policyName: string } | undefined> {
  return tx.one(selectSomeOfPrincipal, accountId, principalType, principalId);
}

/** To what kind of principal a policy is attached, if to any. */
export async function somePrincipalWith(
  tx: Transaction,
  accountId: string,
  { policyType, policyName }: PolicyKey,
): Promise<PrincipalType | undefined> {
  return (await tx.one(selectSomeToPolicy, accountId, policyType, policyName))?.principalType;
}

/** How often a policy is attached in the account. */
export async function countAttachmentsTo(
  tx: Transaction,
  accountId: string,
  { policyType, policyName }: PolicyKey,
): Promise<number> {
  return (await tx.one(countToPolicy, accountId, policyType, policyName))?.count ?? 0;
}

/** How often each policy is attached in the account, by `Type/Name`; those that are not attached are not in it. */
export async function attachmentCounts(tx: Transaction, accountId: string): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.all(selectCounts, accountId);
  return new Map(rows.map(({ policyType, policyName, count }) => [`${policyType}/${policyName}`, count]));
}
