import { listSql } from '../../store/placeholders.ts';
import { dynamicSql, sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { Share } from './attachment-limits.ts';
import type { NetworkInterface } from './network-interface.ts';
import type { Place } from './trunk.ts';

/** What an attached interface takes of its instance and its trunk. */
export type Attached = Share & Place;

export const networkInterfaceTable = tableOf<NetworkInterface>('network_interface', [
  'networkInterfaceId',
  'accountId',
  'regionId',
  'vpcId',
  'vSwitchId',
  'zoneId',
  'type',
  'status',
  'networkInterfaceName',
  'description',
  'macAddress',
  'instanceId',
  'networkCardIndex',
  'trunkNetworkInterfaceId',
  'deviceIndex',
  'trafficMode',
  'queueNumber',
  'queuePairNumber',
  'deleteOnRelease',
  'sourceDestCheck',
  'serviceId',
  'slaveCount',
  'tcpEstablishedTimeout',
  'tcpClosedAndTimeWaitTimeout',
  'udpTimeout',
  'resourceGroupId',
  'ipv4PrefixCount',
  'ipv6AddressCount',
  'ipv6PrefixCount',
  'settings',
  'createdAtMs',
]);

const selectOne = networkInterfaceTable.select('WHERE network_interface_id = ?');
const selectByInstance = networkInterfaceTable.select(
  'WHERE instance_id = ? ORDER BY created_at_ms, network_interface_id',
);
const selectAttached = sql<Attached>(
  `SELECT type, traffic_mode AS "trafficMode", queue_number AS "queueNumber", queue_pair_number AS "queuePairNumber",
     network_card_index AS "networkCardIndex", trunk_network_interface_id AS "trunkNetworkInterfaceId",
     device_index AS "deviceIndex"
   FROM network_interface WHERE instance_id = ?`,
);
const selectMembers = sql<{ networkInterfaceId: string }>(
  `SELECT network_interface_id AS "networkInterfaceId" FROM network_interface
   WHERE trunk_network_interface_id = ? ORDER BY device_index`,
);
const insertUnlessMacTaken = sql(`${networkInterfaceTable.insert.text} ON CONFLICT (mac_address) DO NOTHING`);
const updateStatus = sql('UPDATE network_interface SET status = ? WHERE network_interface_id = ?');
const updateAttachment = sql(
  `UPDATE network_interface SET type = ?, status = ?, instance_id = ?, network_card_index = ?,
   trunk_network_interface_id = ?, device_index = ? WHERE network_interface_id = ?`,
);
const updateFixture = sql(
  'UPDATE network_interface SET service_id = ?, slave_count = ? WHERE network_interface_id = ?',
);
const updateModified = sql(
  `UPDATE network_interface SET network_interface_name = ?, description = ?, traffic_mode = ?, queue_number = ?,
     queue_pair_number = ?, delete_on_release = ?, source_dest_check = ?, tcp_established_timeout = ?,
     tcp_closed_and_time_wait_timeout = ?, udp_timeout = ?, settings = ? WHERE network_interface_id = ?`,
);
const updateAddressCounts = sql(
  `UPDATE network_interface SET ipv4_prefix_count = ?, ipv6_address_count = ?, ipv6_prefix_count = ?
   WHERE network_interface_id = ?`,
);
const deleteOne = sql('DELETE FROM network_interface WHERE network_interface_id = ?');

/** The network interface of this id, whoever owns it. */
export function findAnyNetworkInterface(
  tx: Transaction,
  networkInterfaceId: string,
): Promise<NetworkInterface | undefined> {
  return tx.one(selectOne, networkInterfaceId);
}

/** The account's network interface in the region; those of other accounts and regions do not exist (ENI-11, 12). */
export async function findNetworkInterface(
  tx: Transaction,
  accountId: string,
  regionId: string,
  networkInterfaceId: string,
): Promise<NetworkInterface | undefined> {
  const found = await tx.one(selectOne, networkInterfaceId);
  return found?.accountId === accountId && found.regionId === regionId ? found : undefined;
}

/** Everything attached to an instance or on its way to or from it, the primary network interface and members of trunks included. */
export function networkInterfacesOf(tx: Transaction, instanceId: string): Promise<readonly NetworkInterface[]> {
  return tx.all(selectByInstance, instanceId);
}

/** The same as far as one more attachment has to look at it. */
export function attachedTo(tx: Transaction, instanceId: string): Promise<readonly Attached[]> {
  return tx.all(selectAttached, instanceId);
}

/** The members of a trunk, those on their way to or from it included. */
export async function membersOf(tx: Transaction, trunkId: string): Promise<readonly string[]> {
  return (await tx.all(selectMembers, trunkId)).map((member) => member.networkInterfaceId);
}

/** The interface that every instance has from its beginning to its end. */
export async function primaryOf(tx: Transaction, instanceId: string): Promise<NetworkInterface> {
  const primary = (await networkInterfacesOf(tx, instanceId)).find((eni) => eni.type === 'Primary');
  if (primary === undefined) throw new Error(`instance ${instanceId} has no primary network interface`);
  return primary;
}

/** Inserts; false when the MAC address is taken. */
export async function insertNetworkInterface(tx: Transaction, networkInterface: NetworkInterface): Promise<boolean> {
  return (await tx.run(insertUnlessMacTaken, ...networkInterfaceTable.values(networkInterface))) === 1;
}

/** Stores status and attachment, which only ever change together; so does the type of a member. */
export async function saveAttachment(tx: Transaction, changed: NetworkInterface, statusOnly = false): Promise<void> {
  // Naming fewer columns leaves more indexes alone.
  if (statusOnly) {
    await tx.run(updateStatus, changed.status, changed.networkInterfaceId);
    return;
  }
  const { type, status, instanceId, networkCardIndex, trunkNetworkInterfaceId, deviceIndex } = changed;
  const attachment = [type, status, instanceId, networkCardIndex, trunkNetworkInterfaceId, deviceIndex];
  await tx.run(updateAttachment, ...attachment, changed.networkInterfaceId);
}

/** Stores everything that can be modified while an interface is where it is. */
export async function saveModified(tx: Transaction, changed: NetworkInterface): Promise<void> {
  await tx.run(
    updateModified,
    changed.networkInterfaceName,
    changed.description,
    changed.trafficMode,
    changed.queueNumber,
    changed.queuePairNumber,
    changed.deleteOnRelease,
    changed.sourceDestCheck,
    changed.tcpEstablishedTimeout,
    changed.tcpClosedAndTimeWaitTimeout,
    changed.udpTimeout,
    changed.settings,
    changed.networkInterfaceId,
  );
}

/** Stores what no public operation can set: the managing service and the number of bonded interfaces. */
export async function saveFixture(
  tx: Transaction,
  networkInterfaceId: string,
  fixture: { readonly serviceId: number | null; readonly slaveCount: number },
): Promise<void> {
  await tx.run(updateFixture, fixture.serviceId, fixture.slaveCount, networkInterfaceId);
}

/** Stores how many prefixes and IPv6 addresses the interface holds. */
export async function saveAddressCounts(tx: Transaction, changed: NetworkInterface): Promise<void> {
  const { ipv4PrefixCount, ipv6AddressCount, ipv6PrefixCount, networkInterfaceId } = changed;
  await tx.run(updateAddressCounts, ipv4PrefixCount, ipv6AddressCount, ipv6PrefixCount, networkInterfaceId);
}

const updatePlace = sql('UPDATE network_interface SET vpc_id = ?, v_switch_id = ? WHERE network_interface_id = ?');

/** Stores where the interface is. Only primary ones move, with their instance. */
export async function savePlace(
  tx: Transaction,
  { vpcId, vSwitchId, networkInterfaceId }: NetworkInterface,
): Promise<void> {
  await tx.run(updatePlace, vpcId, vSwitchId, networkInterfaceId);
}

export async function removeNetworkInterface(tx: Transaction, networkInterfaceId: string): Promise<void> {
  await tx.run(deleteOne, networkInterfaceId);
}

const selectNamed = listSql<NetworkInterface>(
  (ids) => `SELECT ${networkInterfaceTable.columns} FROM network_interface WHERE network_interface_id IN (${ids})`,
);

/** Those of the named network interfaces that the account has in the region, newest first. */
export async function findNetworkInterfaces(
  tx: Transaction,
  accountId: string,
  regionId: string,
  ids: readonly string[],
): Promise<readonly NetworkInterface[]> {
  const { statement, values } = selectNamed.of(ids);
  const found = await tx.all(statement, ...values);
  const visible = found.filter((eni) => eni.accountId === accountId && eni.regionId === regionId);
  return visible.length < 2 ? visible : visible.sort(newestFirst);
}

function newestFirst(one: NetworkInterface, other: NetworkInterface): number {
  return other.createdAtMs - one.createdAtMs || (one.networkInterfaceId < other.networkInterfaceId ? 1 : -1);
}

/** A page of network interfaces for conditions put together by the caller, newest first. */
export function selectNetworkInterfaces(
  tx: Transaction,
  { from, where, values }: Selection,
  limit: number,
  offset: number,
): Promise<readonly NetworkInterface[]> {
  const order = 'ORDER BY network_interface.created_at_ms DESC, network_interface.network_interface_id DESC';
  const page = `FROM ${from} WHERE ${where} ${order} LIMIT ? OFFSET ?`;
  const statement = dynamicSql<NetworkInterface>(
    offset === 0
      ? `SELECT ${networkInterfaceTable.columns} ${page}`
      : // What is skipped is counted in the index alone: a fifth of the time of looking at each row.
        `SELECT ${networkInterfaceTable.columns}
         FROM (SELECT network_interface.network_interface_id AS shown_id ${page}) AS shown
         CROSS JOIN network_interface WHERE network_interface.network_interface_id = shown.shown_id ${order}`,
  );
  return tx.all(statement, ...values, limit, offset);
}

const countByQuota = sql<{ count: number }>(
  `SELECT COALESCE((SELECT used FROM quota_usage
     WHERE account_id = ? AND region_id = ? AND quota_name = 'network-interfaces'), 0)
   + (SELECT COUNT(*) FROM network_interface
     WHERE account_id = ? AND region_id = ? AND type = 'Primary' AND type <> 'Secondary') AS "count"`,
);

/** All of the account in the region, without counting them one by one: but for primary ones, the quota has done that. */
export async function countRegion(tx: Transaction, accountId: string, regionId: string): Promise<number> {
  return (await tx.one(countByQuota, accountId, regionId, accountId, regionId))?.count ?? 0;
}

export async function countNetworkInterfaces(tx: Transaction, { from, where, values }: Selection): Promise<number> {
  const statement = dynamicSql<{ count: number }>(`SELECT COUNT(*) AS "count" FROM ${from} WHERE ${where}`);
  return (await tx.one(statement, ...values))?.count ?? 0;
}

/** What to select from, what has to hold, and the values for all placeholders in order. */
interface Selection {
  readonly from: string;
  readonly where: string;
  readonly values: readonly (string | number)[];
}
