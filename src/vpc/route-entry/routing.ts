import { groupBy } from '../../operation/group-by.ts';
import type { Refusal } from '../../operation/refusal.ts';
import type { Transaction } from '../../store/store.ts';
import { refuse } from '../refusals.ts';
import type { RouteTable } from '../route-table/route-table.table.ts';
import { findVpc, type Vpc } from '../vpc/vpc.table.ts';
import { type VSwitch, vSwitchesIn } from '../vswitch/v-switch.table.ts';
import { compareEntries, type ListedEntry, listed, systemEntries } from './listed-entry.ts';
import { presentNextHops, routeEntriesOf } from './route-entry.table.ts';
import type { RouteEntry } from './route-entry.ts';

/** A route table with what decides about its entries. */
export interface Routing {
  readonly routeTable: RouteTable;
  readonly vpc: Vpc;
  readonly vSwitches: readonly VSwitch[];
  readonly entries: readonly RouteEntry[];
}

export async function routingOf(tx: Transaction, routeTable: RouteTable): Promise<Routing> {
  const { vpcId, accountId, routeTableId } = routeTable;
  const vpc = await findVpc(tx, accountId, undefined, vpcId);
  if (vpc === undefined) throw new Error(`route table ${routeTableId} is in no VPC`);
  const entries = await routeEntriesOf(tx, [routeTableId]);
  return { routeTable, vpc, vSwitches: await vSwitchesIn(tx, [vpcId]), entries };
}

/** Refuses while the VPC, the route table or one of its entries is on its way; entries change one after another. */
export function checkStable({ routeTable, vpc, vSwitches, entries }: Routing): Refusal | undefined {
  const { routeTableId, status } = routeTable;
  if (vpc.status !== 'Available') return refuse('IncorrectVpcStatus', { id: vpc.vpcId, status: vpc.status });
  if (status !== 'Available') return refuse('IncorrectStatus.RouteTableStatus', { id: routeTableId, status });
  const all = [...systemEntries(routeTable, vSwitches), ...entries];
  const unstable = all.find((entry) => entry.status !== 'Available');
  return (
    unstable &&
    refuse('IncorrectRouteEntryStatus', {
      destination: unstable.destinationCidrBlock,
      routeTableId,
      status: unstable.status,
    })
  );
}

/** All entries of each of several route tables, system and custom ones, in the order of lists. */
export async function listedEntriesOf(
  tx: Transaction,
  routeTables: readonly RouteTable[],
): Promise<ReadonlyMap<string, readonly ListedEntry[]>> {
  const entries = await routeEntriesOf(
    tx,
    routeTables.map(({ routeTableId }) => routeTableId),
  );
  const present = await presentNextHops(
    tx,
    entries.map(({ nextHopId }) => nextHopId),
  );
  const custom = groupBy(entries, ({ routeTableId }) => routeTableId);
  const vpcIds = [...new Set(routeTables.map(({ vpcId }) => vpcId))];
  const vSwitches = groupBy(await vSwitchesIn(tx, vpcIds), ({ vpcId }) => vpcId);
  return new Map(
    routeTables.map((routeTable) => {
      const system = systemEntries(routeTable, vSwitches.get(routeTable.vpcId) ?? []);
      const own = (custom.get(routeTable.routeTableId) ?? []).map((entry) => listed(entry, present));
      return [routeTable.routeTableId, [...system, ...own].sort(compareEntries)];
    }),
  );
}
