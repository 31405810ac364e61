import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabaseUrl } from '../../../test/support/localyun.ts';
import { PostgresStore } from '../postgres.ts';
import { SqliteStore } from '../sqlite.ts';
import { sql } from '../statement.ts';
import type { Store } from '../store.ts';
import { migrations } from './index.ts';

/** The schema before key pairs came, with what a server of that time had written. */
const olderSchema = migrations.slice(0, 8);
const instance = (id: string, settings: object, chargeType = 'PostPaid') =>
  `INSERT INTO instance VALUES ('${id}', '1', 'r', 'z', 'vpc-1', 'vsw-1', 'ecs.g6.large', 'image.vhd', '', '', '',
   'Running', 0, '', 0, '${chargeType}', '', '', 'rg-1', '', '${JSON.stringify(settings).replaceAll("'", "''")}', 0, 7)`;
const written = [
  `INSERT INTO account (account_id, name, created_at_ms) VALUES ('1', 'one', 0), ('2', 'two', 0)`,
  `INSERT INTO vpc (vpc_id, account_id, region_id, vpc_name, description, cidr_block, status, is_default, user_cidrs,
     dns_hostname_status, v_router_id, resource_group_id, created_at_ms)
   VALUES ('vpc-1', '1', 'r', '', '', '0.0.0.0/8', 'Available', 0, '', 'DISABLED', 'vrt-1', '', 0)`,
  `INSERT INTO route_table VALUES ('vtb-1', '1', 'r', 'vpc-1', 'vrt-1', 'System', '', '', '', 0)`,
  `INSERT INTO v_switch (v_switch_id, account_id, region_id, vpc_id, zone_id, v_switch_name, description, cidr_block,
     first_address, last_address, status, is_default, route_table_id, resource_group_id, created_at_ms)
   VALUES ('vsw-1', '1', 'r', 'vpc-1', 'z', '', '', '0.0.0.0/16', 0, 65535, 'Available', 0, 'vtb-1', '', 0)`,
  `INSERT INTO tag (resource_type, resource_id, tag_key, tag_value, account_id, region_id) VALUES
     ('ecs/eni', 'eni-1', 'stage', 'live', '1', 'r'), ('ecs/eni', 'eni-1', 'team', '', '1', 'r'),
     ('vpc/VPC', 'vpc-1', 'stage', 'test', '2', 'r2'),
     ('resource-manager/ResourceGroup', 'rg-1', 'cost', '7', '1', '')`,
  instance('i-plain', { DataDisk: [] }),
  instance(
    'i-rich',
    {
      RamRoleName: 'reader',
      SystemDisk: { Category: 'cloud_essd', Size: '60', PerformanceLevel: 'PL2', DiskName: 'root', Encrypted: 'true' },
      DataDisk: [
        { Size: 100, DeleteWithInstance: false, Category: 'cloud_essd', Description: "it's data" },
        { Category: 'cloud_auto', ProvisionedIops: 500, BurstingEnabled: true, Encrypted: 'false' },
      ],
    },
    'PrePaid',
  ),
  instance('i-bare', {}),
];

let store: Store;
let cleanUp = async () => {};

beforeAll(async () => {
  const url = testDatabaseUrl();
  store = url === undefined ? await onSqlite() : await onPostgres(url);
});

afterAll(async () => {
  await store.close();
  await cleanUp();
});

async function onSqlite(): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'localyun-'));
  cleanUp = async () => rmSync(folder, { recursive: true, force: true });
  const database = new Database(join(folder, 'localyun.db'));
  database.exec('CREATE TABLE schema_version (version INTEGER NOT NULL); INSERT INTO schema_version VALUES (8)');
  for (const statement of [...olderSchema.flat(), ...written]) {
    database.exec(statement.replace('/* WITHOUT ROWID */', 'WITHOUT ROWID'));
  }
  database.close();
  return SqliteStore.open(folder);
}

async function onPostgres(url: string): Promise<Store> {
  const schema = `older_${randomBytes(6).toString('hex')}`;
  const own = new URL(url);
  own.searchParams.set('schema', schema);
  const connection = new URL(url);
  connection.search = '';
  const client = new pg.Client({ connectionString: connection.href, options: `-c search_path=${schema}` });
  await client.connect();
  await client.query(`CREATE SCHEMA ${schema}`);
  await client.query('CREATE TABLE schema_version (version INTEGER NOT NULL)');
  await client.query('INSERT INTO schema_version VALUES (8)');
  for (const statement of [...olderSchema.flat(), ...written]) await client.query(statement);
  await client.end();
  return PostgresStore.open(own.href);
}

describe('a state of schema 8', () => {
  it('keeps every tag, with its account and region', async () => {
    const tags = sql<Record<string, string>>(
      `SELECT account_id || ' ' || region_id || ' ' || resource_type || ' ' || resource_id AS "of", tag_key AS "key",
       tag_value AS "value" FROM tag ORDER BY resource_type, tag_key`,
    );
    expect(await store.read((tx) => tx.all(tags))).toEqual([
      { of: '1 r ecs/eni eni-1', key: 'stage', value: 'live' },
      { of: '1 r ecs/eni eni-1', key: 'team', value: '' },
      { of: '1  resource-manager/ResourceGroup rg-1', key: 'cost', value: '7' },
      { of: '2 r2 vpc/VPC vpc-1', key: 'stage', value: 'test' },
    ]);
  });

  it('gives each instance the disks that it was made with', async () => {
    const disks = sql<Record<string, string | number>>(
      `SELECT disk_id AS "id", instance_id AS "instanceId", type, device, category, performance_level AS "level",
       size_gib AS "size", disk_name AS "name", description, encrypted, delete_with_instance AS "goes",
       disk_charge_type AS "paid", provisioned_iops AS "iops", bursting_enabled AS "bursts", image_id AS "image",
       zone_id || status || region_id || account_id || resource_group_id AS "rest", created_at_ms AS "made"
       FROM disk ORDER BY disk_id`,
    );
    const common = { rest: 'zIn_user1rg-1', made: 7, description: '', name: '', level: '', encrypted: 0, goes: 1 };
    const system = { ...common, type: 'system', device: '/dev/xvda', image: 'image.vhd', iops: 0, bursts: 0 };
    const data = { ...common, type: 'data', image: '', iops: 0, bursts: 0, instanceId: 'i-rich', paid: 'PrePaid' };
    const plain = { ...system, category: 'cloud_efficiency', size: 40, paid: 'PostPaid' };
    expect(await store.read((tx) => tx.all(disks))).toEqual([
      { ...plain, id: 'd-bare', instanceId: 'i-bare' },
      { ...plain, id: 'd-plain', instanceId: 'i-plain' },
      {
        ...system,
        id: 'd-rich',
        instanceId: 'i-rich',
        category: 'cloud_essd',
        level: 'PL2',
        size: 60,
        name: 'root',
        encrypted: 1,
        paid: 'PrePaid',
      },
      {
        ...data,
        id: 'd-rich0',
        device: '/dev/xvdb',
        category: 'cloud_essd',
        level: 'PL1',
        size: 100,
        description: "it's data",
        goes: 0,
      },
      { ...data, id: 'd-rich1', device: '/dev/xvdc', category: 'cloud_auto', size: 20, iops: 500, bursts: 1 },
    ]);
  });

  it('keeps the RAM role of each instance', async () => {
    const roles = sql<Record<string, string>>('SELECT instance_id AS "id", ram_role_name AS "role" FROM instance');
    const found = await store.read((tx) => tx.all(roles));
    expect(Object.fromEntries(found.map(({ id, role }) => [id, role]))).toEqual({
      'i-plain': '',
      'i-rich': 'reader',
      'i-bare': '',
    });
  });
});
