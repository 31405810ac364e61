import { sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import { defaultResourceGroup, defaultResourceGroupId, type ResourceGroup } from './resource-group.ts';

const table = tableOf<ResourceGroup>('resource_group', [
  'resourceGroupId',
  'accountId',
  'resourceGroupName',
  'displayName',
  'status',
  'createdAtMs',
]);

const selectOne = table.select('WHERE resource_group_id = ? AND account_id = ?');
const selectOfAccount = table.select('WHERE account_id = ? ORDER BY created_at_ms, resource_group_id');
const selectAccount = sql<{ createdAtMs: number }>(
  'SELECT created_at_ms AS "createdAtMs" FROM account WHERE account_id = ?',
);
const insertUnlessNameTaken = sql(
  `${table.insert.text} ON CONFLICT (account_id, resource_group_name) WHERE status <> 'PendingDelete' DO NOTHING`,
);
const updateDisplayName = sql('UPDATE resource_group SET display_name = ? WHERE resource_group_id = ?');
const updateStatus = sql('UPDATE resource_group SET status = ? WHERE resource_group_id = ? AND status = ?');
const selectAny = table.select('WHERE resource_group_id = ?');
const deleteOne = sql('DELETE FROM resource_group WHERE resource_group_id = ?');

/** The account's resource group of this id, the default one included, in whatever status. */
export async function findResourceGroup(
  tx: Transaction,
  accountId: string,
  resourceGroupId: string,
): Promise<ResourceGroup | undefined> {
  return resourceGroupId === defaultResourceGroupId(accountId)
    ? defaultGroupOf(tx, accountId)
    : tx.one(selectOne, resourceGroupId, accountId);
}

/** The resource group of this id that somebody made, whoever owns it. */
export function findAnyResourceGroup(tx: Transaction, resourceGroupId: string): Promise<ResourceGroup | undefined> {
  return tx.one(selectAny, resourceGroupId);
}

/** All resource groups of the account, the default one first, then the oldest. There are few: the quota sees to it. */
export async function resourceGroupsOf(tx: Transaction, accountId: string): Promise<readonly ResourceGroup[]> {
  return [await defaultGroupOf(tx, accountId), ...(await tx.all(selectOfAccount, accountId))];
}

/** Whether resources can be put in the group: it exists and is not on its way out. The default one costs no look-up. */
export async function canHoldResources(tx: Transaction, accountId: string, resourceGroupId: string): Promise<boolean> {
  if (resourceGroupId === defaultResourceGroupId(accountId)) return true;
  const group = await tx.one(selectOne, resourceGroupId, accountId);
  return group !== undefined && group.status !== 'PendingDelete';
}

/** Inserts; false when the name is taken. */
export async function insertResourceGroup(tx: Transaction, group: ResourceGroup): Promise<boolean> {
  return (await tx.run(insertUnlessNameTaken, ...table.values(group))) === 1;
}

export async function saveDisplayName(tx: Transaction, resourceGroupId: string, displayName: string): Promise<void> {
  await tx.run(updateDisplayName, displayName, resourceGroupId);
}

/** Moves a group on; nothing happens to one that is not in the status it was thought to be in. */
export async function saveStatus(
  tx: Transaction,
  resourceGroupId: string,
  change: { readonly from: ResourceGroup['status']; readonly to: ResourceGroup['status'] },
): Promise<void> {
  await tx.run(updateStatus, change.to, resourceGroupId, change.from);
}

export async function removeResourceGroup(tx: Transaction, resourceGroupId: string): Promise<void> {
  await tx.run(deleteOne, resourceGroupId);
}

async function defaultGroupOf(tx: Transaction, accountId: string): Promise<ResourceGroup> {
  return defaultResourceGroup(accountId, (await tx.one(selectAccount, accountId))?.createdAtMs ?? 0);
}
