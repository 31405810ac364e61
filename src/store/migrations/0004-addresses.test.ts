import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { SqliteStore } from '../sqlite.ts';
import { sql } from '../statement.ts';
import { addresses } from './0004-addresses.ts';
import { migrations } from './index.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'localyun-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const blocks = sql<{ firstAddress: number; used: number }>(
  'SELECT first_address AS "firstAddress", used FROM address_block ORDER BY first_address',
);
const vSwitch = sql<{ ipv6CidrBlock: string }>('SELECT ipv6_cidr_block AS "ipv6CidrBlock" FROM v_switch');

it('counts the addresses of an older state anew, by 16', async () => {
  const database = new Database(join(folder, 'localyun.db'));
  const before = migrations.slice(0, migrations.indexOf(addresses));
  database.exec('CREATE TABLE schema_version (version INTEGER NOT NULL)');
  for (const [index, statements] of before.entries()) {
    for (const statement of statements) database.exec(statement.replace('/* WITHOUT ROWID */', 'WITHOUT ROWID'));
    database.prepare('INSERT INTO schema_version (version) VALUES (?)').run(index + 1);
  }
  database.exec(`
    INSERT INTO account (account_id, name, created_at_ms) VALUES ('1', 'one', 0);
    INSERT INTO vpc VALUES ('vpc-1', '1', 'r', '', '', '0.0.0.0/8', 'Available', 0, '', 'DISABLED', 'vrt-1', '', 0);
    INSERT INTO route_table VALUES ('vtb-1', '1', 'r', 'vpc-1', 'vrt-1', 'System', '', '', '', 0);
    INSERT INTO v_switch VALUES
      ('vsw-1', '1', 'r', 'vpc-1', 'z', '', '', '0.0.0.0/16', 0, 65535, 'Available', 0, 'vtb-1', '', 0);
    INSERT INTO network_interface VALUES
      ('eni-1', '1', 'r', 'vpc-1', 'vsw-1', 'z', 'Secondary', 'Available', '', '', 'mac', NULL, NULL, 'Standard', NULL,
       NULL, 1, 0, NULL, 0, 910, 3, 30, '', 0);
    INSERT INTO private_address VALUES
      ('vsw-1', 1, 'eni-1', 0), ('vsw-1', 15, 'eni-1', 1), ('vsw-1', 16, 'eni-1', 2), ('vsw-1', 300, 'eni-1', 3);
    INSERT INTO address_block VALUES ('vsw-1', 0, 3), ('vsw-1', 256, 1);
  `);
  database.close();

  const store = SqliteStore.open(folder);
  expect(await store.read((tx) => tx.all(blocks))).toEqual([
    { firstAddress: 0, used: 2 },
    { firstAddress: 16, used: 1 },
    { firstAddress: 288, used: 1 },
  ]);
  expect(await store.peek(vSwitch)).toEqual({ ipv6CidrBlock: '' });
  await store.close();
});
