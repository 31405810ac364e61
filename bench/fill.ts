import { join } from 'node:path';
import Database from 'better-sqlite3';
import { SqliteStore } from '../src/store/sqlite.ts';
import { checkRows } from '../test/model/checks/rows.ts';

/** Where interfaces are to be put, and one made by the operation itself that all others are like. */
export interface Scene {
  readonly templateId: string;
  /** Each with room for 65,000 addresses, in a VPC of their own. */
  readonly vSwitchIds: readonly string[];
  readonly securityGroupIds: readonly string[];
}

const idPrefix = 'eni-bp10000000';

/** The id and the creation time of the nth filled-in interface, from 0. */
export function filledIn(n: number): { readonly id: string; readonly createdAtMs: number } {
  return { id: `${idPrefix}${String(n).padStart(9, '0')}`, createdAtMs: 1_700_000_000_000 + n };
}

/**
 * Puts interfaces into the state of a server that is stopped, by SQL, as the operations would have left it: rows,
 * addresses, memberships and tags of each, and all counters. Every tenth is tagged `number`, ten at all `wanted`.
 */
export function fill(directory: string, { templateId, vSwitchIds, securityGroupIds }: Scene, from: number, to: number) {
  const database = new Database(join(directory, 'localyun.db'));
  database.pragma('synchronous = OFF');
  database.pragma('cache_size = -400000');
  database.exec(`CREATE TEMP TABLE place (k INTEGER PRIMARY KEY, v_switch_id TEXT, first_address INTEGER);
    CREATE TEMP TABLE club (k INTEGER PRIMARY KEY, security_group_id TEXT);
    CREATE TEMP TABLE filled AS WITH RECURSIVE number (n) AS (SELECT ${from} UNION ALL SELECT n + 1 FROM number WHERE n + 1 < ${to})
      SELECT n, '${idPrefix}' || printf('%09d', n) AS id FROM number`);
  const insertPlace = database.prepare(
    'INSERT INTO place SELECT ?, v_switch_id, first_address FROM v_switch WHERE v_switch_id = ?',
  );
  vSwitchIds.forEach((id, k) => void insertPlace.run(k, id));
  const insertClub = database.prepare('INSERT INTO club VALUES (?, ?)');
  securityGroupIds.forEach((id, k) => void insertClub.run(k, id));

  const changed: Readonly<Record<string, string>> = {
    network_interface_id: 'f.id',
    v_switch_id: 'p.v_switch_id',
    mac_address: `'00:16:3e:' || substr(printf('%06x', f.n), 1, 2) || ':' || substr(printf('%06x', f.n), 3, 2) || ':' || substr(printf('%06x', f.n), 5, 2)`,
    network_interface_name: `CASE WHEN f.n % 10 = 0 THEN 'eni-' || f.n ELSE '' END`,
    created_at_ms: '1700000000000 + f.n',
  };
  const columns = (database.pragma('table_info(network_interface)') as { name: string }[]).map(({ name }) => name);
  // The low quarter of a vSwitch is what nothing is taken from at random; of the rest, every third is taken.
  const address = `(p.first_address + 16385 + 3 * (f.n / ${vSwitchIds.length}))`;
  const places = `filled f JOIN place p ON p.k = f.n % ${vSwitchIds.length}`;
  const clubs = `filled f JOIN club c ON c.k = f.n % ${securityGroupIds.length}`;
  const account = 't.account_id, t.region_id';
  const template = `(SELECT * FROM network_interface WHERE network_interface_id = '${templateId}') t`;
  database.transaction(() => {
    database.exec(`INSERT INTO network_interface (${columns.join(', ')})
        SELECT ${columns.map((name) => changed[name] ?? `t.${name}`).join(', ')} FROM ${places} CROSS JOIN ${template} ORDER BY f.n;
      INSERT INTO private_address (v_switch_id, address, network_interface_id, position)
        SELECT p.v_switch_id, ${address}, f.id, 0 FROM ${places} ORDER BY 1, 2;
      INSERT INTO security_group_member (network_interface_id, position, security_group_id)
        SELECT f.id, 0, c.security_group_id FROM ${clubs} ORDER BY f.n;
      INSERT INTO tag (${account.replaceAll('t.', '')}, resource_type, resource_id, tag_key, tag_value)
        SELECT ${account}, 'ecs/eni', f.id, 'number', f.n FROM filled f CROSS JOIN ${template} WHERE f.n % 10 = 0
        UNION ALL SELECT ${account}, 'ecs/eni', f.id, 'wanted', 'yes' FROM filled f CROSS JOIN ${template} WHERE f.n < 10;
      DELETE FROM address_block;
      INSERT INTO address_block (v_switch_id, first_address, used)
        SELECT v_switch_id, address - address % 16, COUNT(*) FROM private_address GROUP BY 1, 2;
      UPDATE security_group SET private_address_count = private_address_count
        + (SELECT COUNT(*) FROM ${clubs} WHERE c.security_group_id = security_group.security_group_id);
      UPDATE quota_usage SET used = used + ${to - from} WHERE quota_name = 'network-interfaces'`);
  })();
  database.close();
}

/** Looks whether the state is one that operations could have left. */
export async function checkFilled(directory: string): Promise<void> {
  const store = SqliteStore.open(directory);
  try {
    await store.read(checkRows);
  } finally {
    await store.close();
  }
}
