import { dynamicSql, sql, tableOf } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';

/** A route table of a VPC's router. Every VPC has exactly one system route table, made and deleted with it. */
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
  readonly createdAtMs: number;
}

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
  'createdAtMs',
]);

const selectSystem = sql<{ routeTableId: string }>(
  `SELECT route_table_id AS "routeTableId" FROM route_table WHERE vpc_id = ? AND route_table_type = 'System'`,
);

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
