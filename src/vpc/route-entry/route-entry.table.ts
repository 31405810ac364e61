import { listSql } from '../../store/placeholders.ts';
import { sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import type { RouteEntry } from './route-entry.ts';

const routeEntryTable = tableOf<RouteEntry>('route_entry', [
  'routeEntryId',
  'accountId',
  'regionId',
  'vpcId',
  'routeTableId',
  'destinationCidrBlock',
  'nextHopType',
  'nextHopId',
  'routeEntryName',
  'description',
  'status',
  'createdAtMs',
  'modifiedAtMs',
]);

const selectOne = routeEntryTable.select('WHERE route_entry_id = ?');
const selectOfTables = listSql<RouteEntry>(
  (ids) => `SELECT ${routeEntryTable.columns} FROM route_entry WHERE route_table_id IN (${ids})`,
);
const selectInVpc = routeEntryTable.select('WHERE vpc_id = ?');
// An entry that is being deleted leads nowhere any more.
const selectTo = sql<{ routeEntryId: string }>(
  `SELECT route_entry_id AS "routeEntryId" FROM route_entry WHERE next_hop_id = ? AND status <> 'Deleting' LIMIT 1`,
);
const updateOne = sql(
  `UPDATE route_entry SET next_hop_type = ?, next_hop_id = ?, route_entry_name = ?, description = ?, status = ?,
   modified_at_ms = ? WHERE route_entry_id = ?`,
);
const deleteOne = sql('DELETE FROM route_entry WHERE route_entry_id = ?');
const deleteTo = sql('DELETE FROM route_entry WHERE next_hop_id = ?');
const selectPresent = listSql<{ id: string }>(
  (ids) =>
    `SELECT instance_id AS "id" FROM instance WHERE instance_id IN (${ids})
     UNION ALL SELECT network_interface_id FROM network_interface WHERE network_interface_id IN (${ids})
     UNION ALL SELECT ipv6_gateway_id FROM ipv6_gateway WHERE ipv6_gateway_id IN (${ids})`,
);

/** The custom entry of this id, whoever owns it. */
export function findAnyRouteEntry(tx: Transaction, routeEntryId: string): Promise<RouteEntry | undefined> {
  return tx.one(selectOne, routeEntryId);
}

/** The account's custom entry of this id in this region; in any region when the region is undefined. */
export async function findRouteEntry(
  tx: Transaction,
  accountId: string,
  regionId: string | undefined,
  routeEntryId: string,
): Promise<RouteEntry | undefined> {
  const entry = await findAnyRouteEntry(tx, routeEntryId);
  const visible = entry?.accountId === accountId && (regionId === undefined || entry.regionId === regionId);
  return visible ? entry : undefined;
}

/** The custom entries of several route tables. */
export async function routeEntriesOf(
  tx: Transaction,
  routeTableIds: readonly string[],
): Promise<readonly RouteEntry[]> {
  if (routeTableIds.length === 0) return [];
  const { statement, values } = selectOfTables.of(routeTableIds);
  return tx.all(statement, ...values);
}

/** The custom entries of all route tables of a VPC. */
export function routeEntriesIn(tx: Transaction, vpcId: string): Promise<readonly RouteEntry[]> {
  return tx.all(selectInVpc, vpcId);
}

/** Some custom entry that leads to the resource, or undefined. */
export async function routeEntryTo(tx: Transaction, nextHopId: string): Promise<string | undefined> {
  return (await tx.one(selectTo, nextHopId))?.routeEntryId;
}

export async function insertRouteEntry(tx: Transaction, entry: RouteEntry): Promise<void> {
  await tx.run(routeEntryTable.insert, ...routeEntryTable.values(entry));
}

/** Stores what can change of an entry: all but where it leads from. */
export async function saveRouteEntry(tx: Transaction, changed: RouteEntry): Promise<void> {
  await tx.run(
    updateOne,
    changed.nextHopType,
    changed.nextHopId,
    changed.routeEntryName,
    changed.description,
    changed.status,
    changed.modifiedAtMs,
    changed.routeEntryId,
  );
}

export async function removeRouteEntry(tx: Transaction, routeEntryId: string): Promise<void> {
  await tx.run(deleteOne, routeEntryId);
}

/** Removes every entry that leads to the resource. */
export async function removeRouteEntriesTo(tx: Transaction, nextHopId: string): Promise<void> {
  await tx.run(deleteTo, nextHopId);
}

/** Those of the ids that instances, network interfaces or IPv6 gateways have. */
export async function presentNextHops(tx: Transaction, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const { statement, values } = selectPresent.of([...new Set(ids)]);
  return new Set((await tx.all(statement, ...values, ...values, ...values)).map(({ id }) => id));
}
