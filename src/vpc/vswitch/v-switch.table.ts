import { listSql } from '../../store/placeholders.ts';
import { dynamicSql, type Flag, sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import { type AddressRange, sizeOf, usable } from './address-range.ts';

/** A vSwitch is Pending until its creation is done. Its CIDR block is kept as text and as the range of addresses. */
export interface VSwitch {
  readonly vSwitchId: string;
  readonly accountId: string;
  readonly regionId: string;
  readonly vpcId: string;
  readonly zoneId: string;
  readonly vSwitchName: string;
  readonly description: string;
  readonly cidrBlock: string;
  readonly firstAddress: number;
  readonly lastAddress: number;
  readonly status: 'Pending' | 'Available';
  readonly isDefault: Flag;
  readonly routeTableId: string;
  readonly resourceGroupId: string;
  /** A /64 of the VPC's block, or empty while IPv6 is off. */
  readonly ipv6CidrBlock: string;
  readonly createdAtMs: number;
}

/** Under this name vSwitches' delayed changes are recorded. */
export const vSwitchResource = 'v-switch';

/** The tag resource type of vSwitches. */
export const vSwitchTags = 'vpc/VSWITCH';

export const vSwitchTable = tableOf<VSwitch>('v_switch', [
  'vSwitchId',
  'accountId',
  'regionId',
  'vpcId',
  'zoneId',
  'vSwitchName',
  'description',
  'cidrBlock',
  'firstAddress',
  'lastAddress',
  'status',
  'isDefault',
  'routeTableId',
  'resourceGroupId',
  'ipv6CidrBlock',
  'createdAtMs',
]);

const selectOne = vSwitchTable.select('WHERE v_switch_id = ? AND account_id = ?');
const selectInVpcs = listSql<VSwitch>(
  (ids) => `SELECT ${vSwitchTable.columns} FROM v_switch WHERE vpc_id IN (${ids}) ORDER BY first_address`,
);
const selectRanges = sql<VSwitchRange>(
  `SELECT v_switch_id AS "vSwitchId", cidr_block AS "cidrBlock", first_address AS "first", last_address AS "last"
   FROM v_switch WHERE vpc_id = ? ORDER BY first_address`,
);
const selectIpv6Ranges = sql<Ipv6Range>(
  `SELECT v_switch_id AS "vSwitchId", ipv6_cidr_block AS "cidrBlock" FROM v_switch
   WHERE vpc_id = ? AND ipv6_cidr_block <> '' ORDER BY first_address`,
);
const countInVpc = sql<{ count: number }>('SELECT COUNT(*) AS "count" FROM v_switch WHERE vpc_id = ?');
const updateRouteTable = sql(`UPDATE v_switch SET route_table_id = ?, status = 'Pending' WHERE v_switch_id = ?`);
const updateAttributes = sql(
  'UPDATE v_switch SET v_switch_name = ?, description = ?, ipv6_cidr_block = ? WHERE v_switch_id = ?',
);
const makeAvailable = sql(`UPDATE v_switch SET status = 'Available' WHERE v_switch_id = ? AND status = 'Pending'`);
const deleteOne = sql('DELETE FROM v_switch WHERE v_switch_id = ?');
const selectHolder = sql<{ networkInterfaceId: string }>(
  'SELECT network_interface_id AS "networkInterfaceId" FROM network_interface WHERE v_switch_id = ? LIMIT 1',
);
const selectIpv6Holder = sql<{ networkInterfaceId: string }>(
  `SELECT COALESCE(a.network_interface_id, b.network_interface_id) AS "networkInterfaceId" FROM ipv6_block b
   LEFT JOIN ipv6_address a ON a.v_switch_id = b.v_switch_id AND a.block = b.block WHERE b.v_switch_id = ? LIMIT 1`,
);
const selectInstance = sql<{ instanceId: string }>(
  'SELECT instance_id AS "instanceId" FROM instance WHERE v_switch_id = ? LIMIT 1',
);

/** A vSwitch's CIDR block and its ends. */
export interface VSwitchRange extends AddressRange {
  readonly vSwitchId: string;
  readonly cidrBlock: string;
}

/** A vSwitch's IPv6 block. */
export interface Ipv6Range {
  readonly vSwitchId: string;
  readonly cidrBlock: string;
}

/** The account's vSwitch of this id in this region; in any region when the region is undefined. */
export async function findVSwitch(
  tx: Transaction,
  accountId: string,
  regionId: string | undefined,
  vSwitchId: string,
): Promise<VSwitch | undefined> {
  const vSwitch = await tx.one(selectOne, vSwitchId, accountId);
  return vSwitch && (regionId === undefined || vSwitch.regionId === regionId) ? vSwitch : undefined;
}

export async function insertVSwitch(tx: Transaction, vSwitch: VSwitch): Promise<void> {
  await tx.run(vSwitchTable.insert, ...vSwitchTable.values(vSwitch));
}

/** Stores what can be modified of a vSwitch. */
export async function saveVSwitchAttributes(tx: Transaction, changed: VSwitch): Promise<void> {
  await tx.run(updateAttributes, changed.vSwitchName, changed.description, changed.ipv6CidrBlock, changed.vSwitchId);
}

/** Has a vSwitch use a route table; it is Pending until that is done. */
export async function saveRouteTableOf(tx: Transaction, vSwitchId: string, routeTableId: string): Promise<void> {
  await tx.run(updateRouteTable, routeTableId, vSwitchId);
}

export async function makeVSwitchAvailable(tx: Transaction, vSwitchId: string): Promise<void> {
  await tx.run(makeAvailable, vSwitchId);
}

/** Takes a vSwitch that nothing is in any more out of existence. */
export async function removeVSwitch(tx: Transaction, vSwitchId: string): Promise<void> {
  await tx.run(deleteOne, vSwitchId);
}

/** The vSwitches of several VPCs, in the order of their addresses. */
export async function vSwitchesIn(tx: Transaction, vpcIds: readonly string[]): Promise<readonly VSwitch[]> {
  if (vpcIds.length === 0) return [];
  const { statement, values } = selectInVpcs.of(vpcIds);
  return tx.all(statement, ...values);
}

/** Where the VPC's vSwitches lie, in the order of their addresses. */
export function vSwitchRangesIn(tx: Transaction, vpcId: string): Promise<readonly VSwitchRange[]> {
  return tx.all(selectRanges, vpcId);
}

/** The IPv6 blocks of the VPC's vSwitches; one without IPv6 is left out. */
export function ipv6RangesIn(tx: Transaction, vpcId: string): Promise<readonly Ipv6Range[]> {
  return tx.all(selectIpv6Ranges, vpcId);
}

export async function countVSwitches(tx: Transaction, vpcId: string): Promise<number> {
  return (await tx.one(countInVpc, vpcId))?.count ?? 0;
}

/** The vSwitches of several VPCs, the newest first. */
export function vSwitchIdsOf(
  tx: Transaction,
  placeholders: string,
  vpcIds: readonly string[],
): Promise<readonly { readonly vpcId: string; readonly vSwitchId: string }[]> {
  const statement = dynamicSql<{ vpcId: string; vSwitchId: string }>(
    `SELECT vpc_id AS "vpcId", v_switch_id AS "vSwitchId" FROM v_switch
     WHERE vpc_id IN (${placeholders}) ORDER BY created_at_ms DESC, v_switch_id DESC`,
  );
  return tx.all(statement, ...vpcIds);
}

/** Some network interface in the vSwitch, in whatever state, or undefined when it has none. */
export async function networkInterfaceIn(tx: Transaction, vSwitchId: string): Promise<string | undefined> {
  return (await tx.one(selectHolder, vSwitchId))?.networkInterfaceId;
}

/** Some network interface that holds an IPv6 address or prefix of the vSwitch, or undefined when none does. */
export async function ipv6HolderIn(tx: Transaction, vSwitchId: string): Promise<string | undefined> {
  return (await tx.one(selectIpv6Holder, vSwitchId))?.networkInterfaceId;
}

/** Some instance in the vSwitch, or undefined when it has none. */
export async function instanceIn(tx: Transaction, vSwitchId: string): Promise<string | undefined> {
  return (await tx.one(selectInstance, vSwitchId))?.instanceId;
}

/** How many addresses of the vSwitch can be given out altogether. */
export function capacityOf({ firstAddress, lastAddress }: VSwitch): number {
  return sizeOf(usable({ first: firstAddress, last: lastAddress }));
}

/** How many addresses network interfaces hold in each of several vSwitches; one that none holds is left out. */
export async function usedAddressCounts(
  tx: Transaction,
  placeholders: string,
  vSwitchIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const statement = dynamicSql<{ vSwitchId: string; used: number }>(
    `SELECT v_switch_id AS "vSwitchId", SUM(used) AS "used" FROM address_block
     WHERE v_switch_id IN (${placeholders}) GROUP BY v_switch_id`,
  );
  const rows = await tx.all(statement, ...vSwitchIds);
  return new Map(rows.map(({ vSwitchId, used }) => [vSwitchId, used]));
}
