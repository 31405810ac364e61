import { groupBy } from '../../../src/operation/group-by.ts';
import { dynamicSql } from '../../../src/store/statement.ts';
import type { Store, Transaction } from '../../../src/store/store.ts';
import { claim } from '../operation.ts';

/** One column of what a row refers to another table by. */
interface ReferenceColumn {
  readonly table: string;
  readonly column: string;
  readonly parent: string;
  readonly parentColumn: string;
  /** Those of several columns have the same name. */
  readonly name?: string;
  /** For which rows it holds; all by default. */
  readonly where?: string;
}

/** Resources that tags and delayed changes are about, by the type that those name. */
const resourceTables: readonly (readonly [tag: string, transition: string, table: string, key: string])[] = [
  ['ecs/eni', 'network-interface', 'network_interface', 'network_interface_id'],
  ['ecs/instance', 'instance', 'instance', 'instance_id'],
  ['ecs/securitygroup', '', 'security_group', 'security_group_id'],
  ['ecs/disk', 'disk', 'disk', 'disk_id'],
  ['ecs/snapshot', 'snapshot', 'snapshot', 'snapshot_id'],
  ['ecs/keypair', '', 'key_pair', 'key_pair_name'],
  ['vpc/VPC', 'vpc', 'vpc', 'vpc_id'],
  ['vpc/VSWITCH', 'v-switch', 'v_switch', 'v_switch_id'],
  ['vpc/ROUTETABLE', 'route-table', 'route_table', 'route_table_id'],
  ['', 'route-entry', 'route_entry', 'route_entry_id'],
  ['vpc/IPV6GATEWAY', 'ipv6-gateway', 'ipv6_gateway', 'ipv6_gateway_id'],
  ['vpc/EIP', 'eip', 'eip', 'allocation_id'],
  ['resource-manager/ResourceGroup', 'resource-group', 'resource_group', 'resource_group_id'],
  ['', 'network-interface-permission', 'network_interface_permission', 'network_interface_permission_id'],
];

/** Tables whose rows can be in a resource group. */
const groupedTables = [
  'network_interface',
  'instance',
  'disk',
  'snapshot',
  'key_pair',
  'security_group',
  'vpc',
  'v_switch',
  'route_table',
  'ipv6_gateway',
  'eip',
];

/** References that the schema does not know. */
const unwritten: readonly ReferenceColumn[] = [
  { table: 'network_interface', column: 'vpc_id', parent: 'vpc', parentColumn: 'vpc_id' },
  { table: 'route_entry', column: 'vpc_id', parent: 'vpc', parentColumn: 'vpc_id' },
  {
    table: 'eip',
    column: 'instance_id',
    parent: 'instance',
    parentColumn: 'instance_id',
    where: `instance_type = 'EcsInstance'`,
  },
  {
    table: 'eip',
    column: 'instance_id',
    parent: 'network_interface',
    parentColumn: 'network_interface_id',
    where: `instance_type = 'NetworkInterface'`,
  },
  ...groupedTables.map((table) => ({
    table,
    column: 'resource_group_id',
    parent: 'resource_group',
    parentColumn: 'resource_group_id',
    where: `resource_group_id <> ''`,
  })),
  ...resourceTables.flatMap(([tag, transition, parent, parentColumn]) =>
    (['tag', 'transition'] as const).map((table) => ({
      table,
      column: 'resource_id',
      parent,
      parentColumn,
      where: `resource_type = '${table === 'tag' ? tag : transition}'`,
    })),
  ),
];

/** Columns with ids of what has no table, or is known by an id of its own. */
const noReferences = [
  'region_id',
  'zone_id',
  'image_id',
  'service_id',
  'grantee_account_id',
  'v_router_id',
  'key_pair_id',
  'kms_key_id',
  'auto_snapshot_policy_id',
  'storage_cluster_id',
  'storage_set_id',
  // What a disk or a snapshot was made from may be gone.
  'source_disk_id',
  'source_snapshot_id',
  // The next hop of a route may be gone, and has a table by its type.
  'next_hop_id',
  // Versions are numbered within their policy; principals have a table by their type.
  'default_version_id',
  'version_id',
  'principal_id',
];

/** In which states a delayed change of each type is under way. */
const underWay: readonly (readonly [type: string, table: string, key: string, condition: string])[] = [
  [
    'network-interface',
    'network_interface',
    'network_interface_id',
    `status IN ('Attaching', 'Detaching', 'Deleting')`,
  ],
  ['instance', 'instance', 'instance_id', `status IN ('Pending', 'Starting', 'Stopping')`],
  ['disk', 'disk', 'disk_id', `status IN ('Creating', 'Attaching', 'Detaching', 'Deleting')`],
  ['snapshot', 'snapshot', 'snapshot_id', `(status = 'progressing' OR retention_days IS NOT NULL)`],
  ['vpc', 'vpc', 'vpc_id', `status = 'Pending'`],
  ['v-switch', 'v_switch', 'v_switch_id', `status = 'Pending'`],
  ['route-table', 'route_table', 'route_table_id', `status IN ('Pending', 'Deleting')`],
  ['route-entry', 'route_entry', 'route_entry_id', `status IN ('Pending', 'Modifying', 'Deleting')`],
  ['ipv6-gateway', 'ipv6_gateway', 'ipv6_gateway_id', `status IN ('Pending', 'Deleting')`],
  ['eip', 'eip', 'allocation_id', `status = 'Unassociating'`],
  ['resource-group', 'resource_group', 'resource_group_id', `status IN ('Creating', 'PendingDelete')`],
  [
    'network-interface-permission',
    'network_interface_permission',
    'network_interface_permission_id',
    `permission_state IN ('Pending', 'Revoking')`,
  ],
];

const transitionRules = underWay.flatMap(([type, table, key, condition]) => [
  {
    what: `a ${type} that is in no state of change has one pending`,
    select: `SELECT resource_id, kind FROM transition WHERE resource_type = '${type}' AND resource_id NOT IN
      (SELECT ${key} FROM ${table} WHERE ${condition})`,
  },
  {
    what: `a ${type} in a state of change has none pending`,
    select: `SELECT ${key} FROM ${table} WHERE ${condition} AND ${key} NOT IN
      (SELECT resource_id FROM transition WHERE resource_type = '${type}')`,
  },
]);

const types = (list: readonly string[]) => list.map((name) => `'${name}'`).join(', ');
const typeRules = [
  {
    what: 'a tag is of a type that no table is known for',
    select: `SELECT resource_type FROM tag WHERE resource_type NOT IN (${types(resourceTables.map(([tag]) => tag))})`,
  },
  {
    what: 'a delayed change is of a type that no states are known for',
    select: `SELECT resource_type FROM transition WHERE resource_type NOT IN (${types(underWay.map(([type]) => type))})`,
  },
];

/** Reads the schema's own references, and answers a check that no row of any table lacks what it refers to. */
export async function referenceCheck(store: Store): Promise<(tx: Transaction) => Promise<void>> {
  const written = await store.read((tx) => (store.engine === 'sqlite' ? sqliteReferences(tx) : postgresReferences(tx)));
  claim(written.length > 20, () => `the schema has only ${written.length} references`);
  const references = groupBy(written, ({ table, name }) => `${table} ${name}`);
  const orphanRules = [...references.values(), ...unwritten.map((column) => [column])].map(orphans);
  const rules = [...orphanRules, ...transitionRules, ...typeRules];
  const all = dynamicSql<{ rule: number; count: number }>(
    rules
      .map(({ select }, index) => `SELECT ${index} AS "rule", COUNT(*) AS "count" FROM (${select}) AS r${index}`)
      .join(' UNION ALL '),
  );
  return async (tx) => {
    for (const { rule, count } of await tx.all(all)) {
      if (count === 0) continue;
      const { what, select } = rules[Number(rule)]!;
      const rows = await tx.all(dynamicSql<object>(select));
      claim(false, () => `${what}: ${JSON.stringify(rows)}`);
    }
  };
}

/** Columns that look like references, `table.column`, and of which nobody said whether they are. */
export async function unclassifiedColumns(tx: Transaction, engine: Store['engine']): Promise<readonly string[]> {
  const written = await (engine === 'sqlite' ? sqliteReferences(tx) : postgresReferences(tx));
  const known = new Set([...written, ...unwritten].map(({ table, column }) => `${table}.${column}`));
  const columns = await tx.all(engine === 'sqlite' ? sqliteColumns : postgresColumns);
  return (
    columns
      .filter(({ column, isKey }) => column.endsWith('_id') && !isKey && !noReferences.includes(column))
      // A wish may be about a resource that is not there yet.
      .filter(({ table }) => table !== 'transition_fault')
      .map(({ table, column }) => `${table}.${column}`)
      .filter((name) => !known.has(name))
  );
}

/** Tables that have rows, but for those that belong to no account. */
export async function tablesInUse(tx: Transaction, engine: Store['engine']): Promise<readonly string[]> {
  const columns = await tx.all(engine === 'sqlite' ? sqliteColumns : postgresColumns);
  const tables = [...new Set(columns.map(({ table }) => table))].filter((table) => !ofNoAccount.includes(table));
  const counts = tables.map((table) => `SELECT '${table}' AS "table", COUNT(*) AS "count" FROM ${table}`);
  const rows = await tx.all(dynamicSql<{ table: string; count: number }>(counts.join(' UNION ALL ')));
  return rows.filter(({ count }) => count > 0).map(({ table }) => table);
}

const ofNoAccount = ['schema_version', 'setting', 'transition_fault'];

interface Column {
  readonly table: string;
  readonly column: string;
  /** The only column of its table's primary key. */
  readonly isKey: 0 | 1 | boolean;
}

const sqliteColumns = dynamicSql<Column>(
  `SELECT m.name AS "table", c.name AS "column",
     c.pk = 1 AND (SELECT MAX(pk) FROM pragma_table_info(m.name)) = 1 AS "isKey"
   FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table'`,
);
const postgresColumns = dynamicSql<Column>(
  `SELECT c.table_name AS "table", c.column_name AS "column", EXISTS
     (SELECT 1 FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
      WHERE i.indrelid = (quote_ident(c.table_name))::regclass AND i.indisprimary AND i.indnkeyatts = 1
      AND a.attname = c.column_name) AS "isKey"
   FROM information_schema.columns c WHERE c.table_schema = current_schema()`,
);

/** Rows that name no row of their parent. Where one of several columns is null, nothing is named. */
function orphans(columns: readonly ReferenceColumn[]) {
  const { table, parent, where = '1 = 1' } = columns[0]!;
  const child = columns.map(({ column }) => `c.${column}`);
  const same = columns.map(({ column, parentColumn }) => `p.${parentColumn} = c.${column}`);
  return {
    what: `${table} (${child.join(', ')}) names no row of ${parent}`,
    select: `SELECT ${child.join(', ')} FROM ${table} c
      WHERE ${child.map((each) => `${each} IS NOT NULL`).join(' AND ')} AND ${where}
      AND NOT EXISTS (SELECT 1 FROM ${parent} p WHERE ${same.join(' AND ')})`,
  };
}

async function sqliteReferences(tx: Transaction): Promise<readonly ReferenceColumn[]> {
  const foreignKeys = await tx.all(
    dynamicSql<ReferenceColumn & { name: string; parentColumn: string | null; place: number }>(
      `SELECT m.name AS "table", f.id AS "name", f."from" AS "column", f."table" AS "parent", f."to" AS "parentColumn",
         f.seq + 1 AS "place"
       FROM sqlite_master m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table'`,
    ),
  );
  const keys = await tx.all(
    dynamicSql<{ table: string; column: string; place: number }>(
      `SELECT m.name AS "table", c.name AS "column", c.pk AS "place"
       FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.pk > 0`,
    ),
  );
  // Where the parent's columns are not named, its primary key is meant.
  const keyOf = new Map(keys.map(({ table, column, place }) => [`${table} ${place}`, column]));
  return foreignKeys.map((key) => ({
    ...key,
    parentColumn: key.parentColumn ?? keyOf.get(`${key.parent} ${key.place}`) ?? '',
  }));
}

function postgresReferences(tx: Transaction): Promise<readonly ReferenceColumn[]> {
  return tx.all(
    dynamicSql<ReferenceColumn>(
      `SELECT c.relname AS "table", k.conname AS "name", a.attname AS "column", p.relname AS "parent",
         b.attname AS "parentColumn"
       FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class p ON p.oid = k.confrelid
       CROSS JOIN LATERAL generate_subscripts(k.conkey, 1) AS place
       JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[place]
       JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[place]
       WHERE k.contype = 'f' AND c.relnamespace = current_schema()::regnamespace`,
    ),
  );
}
