import { listSql } from '../../store/placeholders.ts';
import { sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { Eip } from './eip.ts';

export const eipTable = tableOf<Eip>('eip', [
  'allocationId',
  'accountId',
  'regionId',
  'ipAddress',
  'eipName',
  'description',
  'status',
  'bandwidthMbps',
  'internetChargeType',
  'isp',
  'zoneId',
  'securityProtectionTypes',
  'deletionProtection',
  'resourceGroupId',
  'mode',
  'instanceType',
  'instanceId',
  'networkInterfaceId',
  'privateAddress',
  'privateAddressGiven',
  'hdMonitorStatus',
  'hdMonitorLogProject',
  'hdMonitorLogStore',
  'createdAtMs',
]);

const selectOne = eipTable.select('WHERE allocation_id = ?');
const selectOfInterface = eipTable.select('WHERE network_interface_id = ? ORDER BY private_address');
const insertUnlessAddressTaken = sql(`${eipTable.insert.text} ON CONFLICT (ip_address) DO NOTHING`);
const updateAssociation = sql(
  `UPDATE eip SET status = ?, mode = ?, instance_type = ?, instance_id = ?, network_interface_id = ?,
   private_address = ?, private_address_given = ? WHERE allocation_id = ?`,
);
const updateAttributes = sql(
  'UPDATE eip SET eip_name = ?, description = ?, bandwidth_mbps = ?, deletion_protection = ? WHERE allocation_id = ?',
);
const updateMonitoring = sql(
  `UPDATE eip SET hd_monitor_status = ?, hd_monitor_log_project = ?, hd_monitor_log_store = ? WHERE allocation_id = ?`,
);
const freeOfInterface = sql(
  `UPDATE eip SET status = 'Available', mode = 'NAT', instance_type = NULL, instance_id = NULL,
   network_interface_id = NULL, private_address = NULL, private_address_given = 0 WHERE network_interface_id = ?`,
);
const selectLinked = sql<{ networkInterfaceId: string }>(
  `SELECT eip.network_interface_id AS "networkInterfaceId" FROM network_interface
   JOIN eip ON eip.network_interface_id = network_interface.network_interface_id
   WHERE network_interface.instance_id = ? AND eip.mode = 'BINDED' LIMIT 1`,
);
const deleteOne = sql('DELETE FROM eip WHERE allocation_id = ?');

/** The account's elastic IP address of this id in this region; in any region when the region is undefined. */
export async function findEip(
  tx: Transaction,
  accountId: string,
  regionId: string | undefined,
  allocationId: string,
): Promise<Eip | undefined> {
  const eip = await tx.one(selectOne, allocationId);
  const visible = eip?.accountId === accountId && (regionId === undefined || eip.regionId === regionId);
  return visible ? eip : undefined;
}

/** The elastic IP address of this id, whoever owns it. */
export function findAnyEip(tx: Transaction, allocationId: string): Promise<Eip | undefined> {
  return tx.one(selectOne, allocationId);
}

const selectInstanceAt = sql<{ instanceId: string }>(
  'SELECT instance_id AS "instanceId" FROM instance WHERE public_address = ?',
);
const selectAt = sql<{ allocationId: string }>('SELECT allocation_id AS "allocationId" FROM eip WHERE ip_address = ?');

/** Whether nobody has the public address, neither as an elastic one nor as an instance's own. */
export async function isIdle(tx: Transaction, address: number): Promise<boolean> {
  return (await tx.one(selectAt, address)) === undefined && (await tx.one(selectInstanceAt, address)) === undefined;
}

/** Inserts; false when the public address is taken. */
export async function insertEip(tx: Transaction, eip: Eip): Promise<boolean> {
  if ((await tx.one(selectInstanceAt, eip.ipAddress)) !== undefined) return false;
  return (await tx.run(insertUnlessAddressTaken, ...eipTable.values(eip))) === 1;
}

/** Stores status and association, which only ever change together. */
export async function saveAssociation(tx: Transaction, changed: Eip): Promise<void> {
  await tx.run(
    updateAssociation,
    changed.status,
    changed.mode,
    changed.instanceType,
    changed.instanceId,
    changed.networkInterfaceId,
    changed.privateAddress,
    changed.privateAddressGiven,
    changed.allocationId,
  );
}

/** Stores what can be modified of an elastic IP address. */
export async function saveEipAttributes(tx: Transaction, changed: Eip): Promise<void> {
  const { eipName, description, bandwidthMbps, deletionProtection, allocationId } = changed;
  await tx.run(updateAttributes, eipName, description, bandwidthMbps, deletionProtection, allocationId);
}

/** Stores where the traffic of every second is written, if at all. */
export async function saveMonitoring(tx: Transaction, changed: Eip): Promise<void> {
  const { hdMonitorStatus, hdMonitorLogProject, hdMonitorLogStore, allocationId } = changed;
  await tx.run(updateMonitoring, hdMonitorStatus, hdMonitorLogProject, hdMonitorLogStore, allocationId);
}

export async function removeEip(tx: Transaction, allocationId: string): Promise<void> {
  await tx.run(deleteOne, allocationId);
}

/** The elastic IP addresses on a network interface, by private address. */
export function eipsOn(tx: Transaction, networkInterfaceId: string): Promise<readonly Eip[]> {
  return tx.all(selectOfInterface, networkInterfaceId);
}

const selectOnAll = listSql<Eip>(
  (ids) => `SELECT ${eipTable.columns} FROM eip WHERE eip.network_interface_id IN (${ids})`,
);

/** The elastic IP addresses on several network interfaces. */
export function eipsOnAll(tx: Transaction, networkInterfaceIds: readonly string[]): Promise<readonly Eip[]> {
  const { statement, values } = selectOnAll.of(networkInterfaceIds);
  return tx.all(statement, ...values);
}

const selectOfInstances = listSql<Eip>(
  (ids) =>
    `SELECT ${eipTable.columns} FROM eip WHERE eip.instance_type = 'EcsInstance' AND eip.instance_id IN (${ids})`,
);

/** The elastic IP addresses that are associated with instances themselves, not with network interfaces of theirs. */
export function eipsOfInstances(tx: Transaction, instanceIds: readonly string[]): Promise<readonly Eip[]> {
  const { statement, values } = selectOfInstances.of(instanceIds);
  return tx.all(statement, ...values);
}

const followAddress = sql('UPDATE eip SET private_address = ? WHERE network_interface_id = ? AND private_address = ?');

/** Lets the elastic IP address on a private address follow to the one that a network interface has instead. */
export async function followPrivateAddress(
  tx: Transaction,
  networkInterfaceId: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  await tx.run(followAddress, to, networkInterfaceId, from);
}

/** Makes the elastic IP addresses on a network interface Available; they stay allocated (ENI-121). */
export async function freeEipsOn(tx: Transaction, networkInterfaceId: string): Promise<void> {
  await tx.run(freeOfInterface, networkInterfaceId);
}

/** Some network interface of the instance that an elastic IP address is linked to in cut-through mode (ENI-102), or undefined. */
export async function linkedInterfaceOf(tx: Transaction, instanceId: string): Promise<string | undefined> {
  return (await tx.one(selectLinked, instanceId))?.networkInterfaceId;
}
