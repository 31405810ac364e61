import { defaultResourceGroupId } from './resource-group.ts';

/**
 * SQL that holds for rows of a table that are in the account's resource group, and the values for its placeholders.
 * Rows that name no group are in the default one. For other groups the rows are found by their index.
 */
export function inResourceGroup(
  table: string,
  accountId: string,
  resourceGroupId: string,
): { readonly where: string; readonly values: readonly string[] } {
  const column = `${table}.resource_group_id`;
  const where =
    resourceGroupId === defaultResourceGroupId(accountId)
      ? `${column} IN ('', ?)`
      : // The second condition is the index's own: the engines do not use it without.
        `${column} = ? AND ${column} <> ''`;
  return { where, values: [resourceGroupId] };
}
