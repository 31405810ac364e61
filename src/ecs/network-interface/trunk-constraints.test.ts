import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testDatabaseUrl } from '../../../test/support/localyun.ts';
import { PostgresStore } from '../../store/postgres.ts';
import { SqliteStore } from '../../store/sqlite.ts';
import { sql, type Value } from '../../store/statement.ts';
import { keep, type Store } from '../../store/store.ts';
import { networkInterface } from './network-interface.fixture.ts';
import { insertNetworkInterface, removeNetworkInterface, saveAttachment } from './network-interface.table.ts';
import type { NetworkInterface } from './network-interface.ts';

/** What network interfaces refer to. */
const surroundings: readonly (readonly [table: string, row: Readonly<Record<string, Value>>])[] = [
  ['account', { account_id: '1000000000000001', name: 'a', created_at_ms: 0 }],
  [
    'vpc',
    {
      vpc_id: 'vpc-1',
      account_id: '1000000000000001',
      region_id: 'cn-hangzhou',
      vpc_name: '',
      description: '',
      cidr_block: '10.0.0.0/8',
      status: 'Available',
      is_default: 0,
      user_cidrs: '',
      dns_hostname_status: '',
      v_router_id: '',
      resource_group_id: '',
      created_at_ms: 0,
    },
  ],
  [
    'route_table',
    {
      route_table_id: 'vtb-1',
      account_id: '1000000000000001',
      region_id: 'cn-hangzhou',
      vpc_id: 'vpc-1',
      v_router_id: '',
      route_table_type: 'System',
      route_table_name: '',
      description: '',
      resource_group_id: '',
      created_at_ms: 0,
    },
  ],
  [
    'v_switch',
    {
      v_switch_id: 'vsw-1',
      account_id: '1000000000000001',
      region_id: 'cn-hangzhou',
      vpc_id: 'vpc-1',
      zone_id: 'cn-hangzhou-h',
      v_switch_name: '',
      description: '',
      cidr_block: '10.0.0.0/24',
      first_address: 0,
      last_address: 255,
      status: 'Available',
      is_default: 0,
      route_table_id: 'vtb-1',
      resource_group_id: '',
      created_at_ms: 0,
    },
  ],
  [
    'instance',
    {
      instance_id: 'i-1',
      account_id: '1000000000000001',
      region_id: 'cn-hangzhou',
      zone_id: 'cn-hangzhou-h',
      vpc_id: 'vpc-1',
      v_switch_id: 'vsw-1',
      instance_type: 'ecs.g7.xlarge',
      image_id: '',
      instance_name: '',
      host_name: '',
      description: '',
      status: 'Running',
      releasing: 0,
      stopped_mode: '',
      deletion_protection: 0,
      instance_charge_type: '',
      internet_charge_type: '',
      key_pair_name: '',
      resource_group_id: '',
      serial_number: '',
      settings: '',
      started_at_ms: 0,
      created_at_ms: 0,
    },
  ],
];

let store: Store;
let made = 0;

/** A network interface that is stored as it is. */
async function stored(more: Partial<NetworkInterface>): Promise<NetworkInterface> {
  made += 1;
  const eni = networkInterface({ networkInterfaceId: `eni-${made}`, macAddress: `mac-${made}`, ...more });
  await store.write(async (tx) => keep(await insertNetworkInterface(tx, eni)));
  return eni;
}

const save = (eni: NetworkInterface) => store.write(async (tx) => keep(await saveAttachment(tx, eni)));
const remove = (id: string) => store.write(async (tx) => keep(await removeNetworkInterface(tx, id)));
const onInstance = { status: 'InUse', instanceId: 'i-1' } as const;
const trunk = () => stored({ ...onInstance, type: 'Trunk' });
const memberOf = ({ networkInterfaceId }: NetworkInterface, deviceIndex: number): Partial<NetworkInterface> => ({
  ...onInstance,
  type: 'Member',
  trunkNetworkInterfaceId: networkInterfaceId,
  deviceIndex,
});

beforeAll(async () => {
  const url = testDatabaseUrl();
  store = url === undefined ? SqliteStore.open(undefined) : await PostgresStore.open(url);
  for (const [table, row] of surroundings) {
    const columns = Object.keys(row);
    const insert = sql(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
    await store.write(async (tx) => keep(await tx.run(insert, ...Object.values(row))));
  }
});

afterAll(() => store.close());

describe('the state, whatever the code above it does', () => {
  it('ENI-87 keeps no two members of a trunk with one device index', async () => {
    const [one, other] = [await trunk(), await trunk()];
    await stored(memberOf(one, 1));
    await stored(memberOf(other, 1));
    const second = await stored(memberOf(one, 2));
    await expect(save({ ...second, deviceIndex: 1 })).rejects.toThrow();
    await expect(stored(memberOf(one, 1))).rejects.toThrow();
    await save({ ...second, deviceIndex: 3 });
  });

  it.each<[string, Partial<NetworkInterface>]>([
    ['without a trunk', { trunkNetworkInterfaceId: null }],
    ['without a device index', { deviceIndex: null }],
    ['of a trunk that is not there', { trunkNetworkInterfaceId: 'eni-unknown' }],
    ['on no instance', { status: 'Available', instanceId: null }],
    ['of another type', { type: 'Secondary' }],
  ])('keeps no member %s', async (_, wrong) => {
    await expect(stored({ ...memberOf(await trunk(), 1), ...wrong })).rejects.toThrow();
  });

  it('ENI-99 keeps a trunk as long as it has members', async () => {
    const one = await trunk();
    const member = await stored(memberOf(one, 1));
    await expect(remove(one.networkInterfaceId)).rejects.toThrow();
    await remove(member.networkInterfaceId);
    await remove(one.networkInterfaceId);
  });
});
