import { listSql } from '../../store/placeholders.ts';
import { dynamicSql, type Flag, sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';

/**
 * A route table of a VPC's router. Every VPC has exactly one system route table, made and deleted with it; custom ones
 * are seen as Pending and Deleting while that is under way.
 */
export interface RouteTable {
  readonly routeTableId: string;
  readonly accountId: string;
  readonly regionId: string;
  readonly vpcId: string;
  readonly vRouterId: string;
  readonly routeTableType: 'System' | 'Custom';
  readonly routeTableName: string;
  readonly description: string;
  readonly resourceGroupId: string;
  readonly status: 'Pending' | 'Available' | 'Deleting';
  /** Whether routes that other networks announce are taken in; none does here. */
  readonly routePropagationEnable: Flag;
  readonly createdAtMs: number;
}

/** Under this name route tables' delayed changes are recorded. */
export const routeTableResource = 'route-table';

/** The tag resource type of route tables. */
export const routeTableTags = 'vpc/ROUTETABLE';

export const routeTableTable = tableOf<RouteTable>('route_table', [
  'routeTableId',
  'accountId',
  'regionId',
  'vpcId',
  'vRouterId',
  'routeTableType',
  'routeTableName',
  'description',
  'resourceGroupId',
  'status',
  'routePropagationEnable',
  'createdAtMs',
]);

const selectCustomOf = listSql<{ routeTableId: string }>(
  (ids) =>
    `SELECT route_table_id AS "routeTableId" FROM route_table
     WHERE route_table_type = 'Custom' AND route_table_id IN (${ids})`,
);
const selectOne = routeTableTable.select('WHERE route_table_id = ?');
const selectCustom = routeTableTable.select(`WHERE vpc_id = ? AND route_table_type = 'Custom'`);
const updateOne = sql(
  `UPDATE route_table SET route_table_name = ?, description = ?, route_propagation_enable = ?, status = ?
   WHERE route_table_id = ?`,
);
const deleteOne = sql('DELETE FROM route_table WHERE route_table_id = ?');
const selectSystem = sql<{ routeTableId: string }>(
  `SELECT route_table_id AS "routeTableId" FROM route_table WHERE vpc_id = ? AND route_table_type = 'System'`,
);

/** The route table of this id, whoever owns it. */
export function findAnyRouteTable(tx: Transaction, routeTableId: string): Promise<RouteTable | undefined> {
  return tx.one(selectOne, routeTableId);
}

/** The account's route table of this id in this region; in any region when the region is undefined. */
export async function findRouteTable(
  tx: Transaction,
  accountId: string,
  regionId: string | undefined,
  routeTableId: string,
): Promise<RouteTable | undefined> {
  const table = await findAnyRouteTable(tx, routeTableId);
  const visible = table?.accountId === accountId && (regionId === undefined || table.regionId === regionId);
  return visible ? table : undefined;
}

/** The custom route tables of a VPC. */
export function customRouteTablesOf(tx: Transaction, vpcId: string): Promise<readonly RouteTable[]> {
  return tx.all(selectCustom, vpcId);
}

/** Those of several route tables that are custom ones. */
export async function customAmong(tx: Transaction, routeTableIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { statement, values } = selectCustomOf.of([...new Set(routeTableIds)]);
  return new Set((await tx.all(statement, ...values)).map(({ routeTableId }) => routeTableId));
}

/** Stores what can change of a route table: name, description, route propagation and status. */
export async function saveRouteTable(tx: Transaction, changed: RouteTable): Promise<void> {
  const { routeTableName, description, routePropagationEnable, status, routeTableId } = changed;
  await tx.run(updateOne, routeTableName, description, routePropagationEnable, status, routeTableId);
}

export async function removeRouteTable(tx: Transaction, routeTableId: string): Promise<void> {
  await tx.run(deleteOne, routeTableId);
}

export async function insertRouteTable(tx: Transaction, routeTable: RouteTable): Promise<void> {
  await tx.run(routeTableTable.insert, ...routeTableTable.values(routeTable));
}

/** The id of the VPC's system route table. */
export async function systemRouteTableOf(tx: Transaction, vpcId: string): Promise<string> {
  const found = await tx.one(selectSystem, vpcId);
  if (found === undefined) throw new Error(`VPC ${vpcId} has no system route table`);
  return found.routeTableId;
}

/** The route tables of several VPCs, the oldest first. */
export function routeTableIdsOf(
  tx: Transaction,
  placeholders: string,
  vpcIds: readonly string[],
): Promise<readonly { readonly vpcId: string; readonly routeTableId: string }[]> {
  const statement = dynamicSql<{ vpcId: string; routeTableId: string }>(
    `SELECT vpc_id AS "vpcId", route_table_id AS "routeTableId" FROM route_table
     WHERE vpc_id IN (${placeholders}) ORDER BY created_at_ms, route_table_id`,
  );
  return tx.all(statement, ...vpcIds);
}

/** The vSwitches that use each of several route tables, the oldest first. */
export function vSwitchIdsUsing(
  tx: Transaction,
  placeholders: string,
  routeTableIds: readonly string[],
): Promise<readonly { readonly routeTableId: string; readonly vSwitchId: string }[]> {
  const statement = dynamicSql<{ routeTableId: string; vSwitchId: string }>(
    `SELECT route_table_id AS "routeTableId", v_switch_id AS "vSwitchId" FROM v_switch
     WHERE route_table_id IN (${placeholders}) ORDER BY created_at_ms, v_switch_id`,
  );
  return tx.all(statement, ...routeTableIds);
}
