import { sql } from '../store/statement.ts';
import type { Transaction } from '../store/store.ts';

/** An account and how much it has. */
export interface ListedAccount {
  readonly id: string;
  /** Of its root; its name too. */
  readonly accessKeyId: string;
  readonly createdAtMs: number;
  /** How many RAM users. */
  readonly users: number;
  /** How many of each kind it has, those that it has any of. */
  readonly resources: Readonly<Record<string, number>>;
}

const selectAccounts = sql<{ id: string; accessKeyId: string; createdAtMs: number }>(
  'SELECT account_id AS "id", name AS "accessKeyId", created_at_ms AS "createdAtMs" FROM account ORDER BY created_at_ms, name',
);
const selectOne = sql<{ id: string }>('SELECT account_id AS "id" FROM account WHERE account_id = ? OR name = ?');

/** The table of each kind that is counted. */
const tables = {
  users: 'ram_user',
  networkInterfaces: 'network_interface',
  instances: 'instance',
  disks: 'disk',
  snapshots: 'snapshot',
  keyPairs: 'key_pair',
  securityGroups: 'security_group',
  vpcs: 'vpc',
  vSwitches: 'v_switch',
  routeTables: 'route_table',
  eips: 'eip',
  ipv6Gateways: 'ipv6_gateway',
  resourceGroups: 'resource_group',
  roles: 'ram_role',
  policies: 'ram_policy',
} as const;

const countByAccount = Object.entries(tables).map(
  ([kind, table]) =>
    [
      kind,
      sql<{ id: string; count: number }>(
        `SELECT account_id AS "id", COUNT(*) AS "count" FROM ${table} GROUP BY account_id`,
      ),
    ] as const,
);

/** Every account of the state, oldest first. */
export async function listAccounts(tx: Transaction): Promise<readonly ListedAccount[]> {
  const counts = new Map<string, Record<string, number>>();
  for (const [kind, statement] of countByAccount) {
    for (const { id, count } of await tx.all(statement)) counts.set(id, { ...counts.get(id), [kind]: count });
  }
  return (await tx.all(selectAccounts)).map((account) => {
    const { users = 0, ...resources } = counts.get(account.id) ?? {};
    return { ...account, users, resources };
  });
}

/** The id of an account by its id or its name; undefined when there is none. */
export async function findAccountId(tx: Transaction, account: string): Promise<string | undefined> {
  return (await tx.one(selectOne, account, account))?.id;
}
