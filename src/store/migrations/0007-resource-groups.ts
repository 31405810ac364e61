/** Every table whose rows can name a resource group. */
const members = [
  ['network_interface', 'network_interface_id'],
  ['instance', 'instance_id'],
  ['security_group', 'security_group_id'],
  ['vpc', 'vpc_id'],
  ['v_switch', 'v_switch_id'],
  ['route_table', 'route_table_id'],
  ['eip', 'allocation_id'],
] as const;

/**
 * Resource groups, and the resources of each. A group on its way out holds its name no longer. Most resources name no
 * group: they are in none of these indexes.
 */
export const resourceGroups: readonly string[] = [
  `CREATE TABLE resource_group (
    resource_group_id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    resource_group_name TEXT NOT NULL,
    display_name TEXT NOT NULL,
    status TEXT NOT NULL CHECK (status IN ('Creating', 'OK', 'PendingDelete')),
    created_at_ms BIGINT NOT NULL
  )`,
  'CREATE INDEX resource_group_by_account ON resource_group (account_id, created_at_ms, resource_group_id)',
  `CREATE UNIQUE INDEX resource_group_name ON resource_group (account_id, resource_group_name)
   WHERE status <> 'PendingDelete'`,
  ...members.map(
    ([table, id]) =>
      `CREATE INDEX ${table}_by_resource_group
       ON ${table} (resource_group_id, account_id, region_id, created_at_ms, ${id}) WHERE resource_group_id <> ''`,
  ),
];
