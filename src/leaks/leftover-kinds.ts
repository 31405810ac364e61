import { type Statement, sql } from '../store/statement.ts';

/** A resource that nobody uses. */
export interface LeftoverRow {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  readonly regionId: string;
  /** Null for kinds without one. */
  readonly status: string | null;
  readonly createdAtMs: number;
  /** Of network interfaces only. */
  readonly vSwitchId: string | null;
}

/** A kind of resource that tests leave behind. */
export interface LeftoverKind {
  readonly type: string;
  /** As tags name it. */
  readonly tagged: string;
  /** Bound with the account twice, empty for every account, then with the time before which it was made. */
  readonly select: Statement<LeftoverRow>;
}

/** More of a kind are not listed. */
export const mostOfKind = 1_000;

function kind(
  type: string,
  tagged: string,
  {
    table,
    id,
    name,
    status = 'NULL',
    vSwitch = 'NULL',
  }: Readonly<Record<'table' | 'id' | 'name', string>> & { readonly status?: string; readonly vSwitch?: string },
  unused: string,
): LeftoverKind {
  return {
    type,
    tagged,
    select: sql(
      `SELECT ${id} AS "id", ${name} AS "name", account_id AS "accountId", region_id AS "regionId",
         ${status} AS "status", created_at_ms AS "createdAtMs", ${vSwitch} AS "vSwitchId"
       FROM ${table}
       WHERE (? = '' OR account_id = ?) AND created_at_ms <= ? AND ${unused}
       ORDER BY created_at_ms, ${id} LIMIT ${mostOfKind}`,
    ),
  };
}

/** Nothing of another table refers to the row. */
const without = (table: string, condition: string): string => `NOT EXISTS (SELECT 1 FROM ${table} WHERE ${condition})`;

/** Due times at and beyond this one never come: such a change is stuck. */
const neverMs = Number.MAX_SAFE_INTEGER;

/**
 * Network interfaces that are not attached: no primary ones, none that a service manages, and none whose deletion is on
 * its way; one whose deletion is stuck is.
 */
export const unusedNetworkInterfaces: LeftoverKind = kind(
  'network-interface',
  'ecs/eni',
  {
    table: 'network_interface',
    id: 'network_interface_id',
    name: 'network_interface_name',
    status: 'status',
    vSwitch: 'v_switch_id',
  },
  `instance_id IS NULL AND type <> 'Primary' AND service_id IS NULL AND (status <> 'Deleting' OR ${without(
    'transition t',
    `t.resource_type = 'network-interface' AND t.resource_id = network_interface_id AND t.due_at_ms < ${neverMs}`,
  )})`,
);

/** Everything else that is there and not used; what belongs to the default VPC is no leftover. */
export const otherLeftovers: readonly LeftoverKind[] = [
  kind(
    'elastic-ip-address',
    'vpc/EIP',
    { table: 'eip', id: 'allocation_id', name: 'eip_name', status: 'status' },
    `status = 'Available'`,
  ),
  kind(
    'disk',
    'ecs/disk',
    { table: 'disk', id: 'disk_id', name: 'disk_name', status: 'status' },
    `status = 'Available' AND instance_id IS NULL`,
  ),
  kind(
    'snapshot',
    'ecs/snapshot',
    { table: 'snapshot', id: 'snapshot_id', name: 'snapshot_name', status: 'status' },
    without('disk d', 'd.disk_id = source_disk_id'),
  ),
  kind(
    'key-pair',
    'ecs/keypair',
    { table: 'key_pair', id: 'key_pair_name', name: 'key_pair_name' },
    without(
      'instance i',
      'i.account_id = key_pair.account_id AND i.region_id = key_pair.region_id AND i.key_pair_name = key_pair.key_pair_name',
    ),
  ),
  kind(
    'security-group',
    'ecs/securitygroup',
    { table: 'security_group', id: 'security_group_id', name: 'security_group_name' },
    without('security_group_member m', 'm.security_group_id = security_group.security_group_id'),
  ),
  kind(
    'route-table',
    'vpc/ROUTETABLE',
    { table: 'route_table', id: 'route_table_id', name: 'route_table_name', status: 'status' },
    `route_table_type = 'Custom' AND ${without('v_switch s', 's.route_table_id = route_table.route_table_id')}`,
  ),
  kind(
    'v-switch',
    'vpc/VSWITCH',
    { table: 'v_switch', id: 'v_switch_id', name: 'v_switch_name', status: 'status' },
    `is_default = 0 AND ${without('network_interface n', 'n.v_switch_id = v_switch.v_switch_id')}`,
  ),
  kind(
    'vpc',
    'vpc/VPC',
    { table: 'vpc', id: 'vpc_id', name: 'vpc_name', status: 'status' },
    `is_default = 0 AND ${without('v_switch s', 's.vpc_id = vpc.vpc_id')}`,
  ),
];
