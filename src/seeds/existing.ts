import { sql } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';
import type { SeedKind } from './seed-resources.ts';

/** A resource that is in the state already. */
interface Existing {
  readonly id: string;
  readonly accountId: string;
  readonly regionId: string;
}

const tables: Readonly<Record<SeedKind, readonly [table: string, id: string, name: string]>> = {
  vpcs: ['vpc', 'vpc_id', 'vpc_name'],
  vSwitches: ['v_switch', 'v_switch_id', 'v_switch_name'],
  keyPairs: ['key_pair', 'key_pair_name', 'key_pair_name'],
  securityGroups: ['security_group', 'security_group_id', 'security_group_name'],
  instances: ['instance', 'instance_id', 'instance_name'],
  networkInterfaces: ['network_interface', 'network_interface_id', 'network_interface_name'],
  eips: ['eip', 'allocation_id', 'eip_name'],
};

const statements = new Map(
  Object.entries(tables).map(([kind, [table, id, name]]) => {
    const columns = `${id} AS "id", account_id AS "accountId", region_id AS "regionId"`;
    return [
      kind,
      {
        byId: sql<Existing>(`SELECT ${columns} FROM ${table} WHERE ${id} = ?`),
        byName: sql<Existing>(
          `SELECT ${columns} FROM ${table} WHERE account_id = ? AND region_id = ? AND ${name} = ?
           ORDER BY created_at_ms, ${id} LIMIT 1`,
        ),
      },
    ];
  }),
);

/** The resource with this id, wherever it is. */
export function findById(tx: Transaction, kind: SeedKind, id: string): Promise<Existing | undefined> {
  return tx.one(statementsOf(kind).byId, id);
}

/** The oldest resource of this name in a region of an account. */
export function findByName(
  tx: Transaction,
  kind: SeedKind,
  { accountId, regionId, name }: { readonly accountId: string; readonly regionId: string; readonly name: string },
): Promise<Existing | undefined> {
  return tx.one(statementsOf(kind).byName, accountId, regionId, name);
}

function statementsOf(kind: SeedKind) {
  const found = statements.get(kind);
  if (found === undefined) throw new Error(`there are no ${kind}`);
  return found;
}
