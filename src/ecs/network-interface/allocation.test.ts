import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestLocalyun, testDatabaseUrl } from '../../../test/support/localyun.ts';
import { createRandom } from '../../engine/random.ts';
import { PostgresStore } from '../../store/postgres.ts';
import { SqliteStore } from '../../store/sqlite.ts';
import { dynamicSql, sql } from '../../store/statement.ts';
import { forget, keep, type Store, type Transaction } from '../../store/store.ts';
import { formatAddress, parseAddress, parseCidr } from '../../vpc/vswitch/address-range.ts';
import type { VSwitch } from '../../vpc/vswitch/v-switch.table.ts';
import { availableIn } from './address.fixture.ts';
import { claimRandomAddresses } from './addresses.ts';
import { claimRandomIpv4Prefixes } from './ipv4-prefixes.ts';
import { claimRandomIpv6Addresses } from './ipv6-addresses.ts';
import { claimRandomIpv6Prefixes } from './ipv6-prefixes.ts';
import { findNetworkInterface } from './network-interface.table.ts';
import { describeNetworkInterfaces } from './view.ts';

let store: Store;

beforeAll(async () => {
  const url = testDatabaseUrl();
  store = url === undefined ? SqliteStore.open(undefined) : await PostgresStore.open(url);
});

afterAll(() => store.close());

const accountId = '1000000000000009';
const regionId = 'cn-hangzhou';

/** Counts the statements that a piece of work runs. */
function counting(tx: Transaction): { readonly tx: Transaction; count(): number } {
  let count = 0;
  const counted =
    <Args extends unknown[], Answer>(run: (...args: Args) => Answer) =>
    (...args: Args): Answer => {
      count += 1;
      return run(...args);
    };
  return {
    tx: {
      one: counted(tx.one.bind(tx)) as Transaction['one'],
      all: counted(tx.all.bind(tx)) as Transaction['all'],
      run: counted(tx.run.bind(tx)),
    },
    count: () => count,
  };
}

const insertAccount = sql(
  'INSERT INTO account (account_id, name, created_at_ms) VALUES (?, ?, 0) ON CONFLICT (account_id) DO NOTHING',
);
const insertVpc = sql(
  `INSERT INTO vpc (vpc_id, account_id, region_id, vpc_name, description, cidr_block, status, is_default, user_cidrs,
   dns_hostname_status, v_router_id, resource_group_id, created_at_ms)
   VALUES (?, ?, ?, '', '', '10.0.0.0/8', 'Available', 0, '', 'DISABLED', 'vrt-1', '', 0)`,
);
const insertRouteTable = sql(
  `INSERT INTO route_table (route_table_id, account_id, region_id, vpc_id, v_router_id, route_table_type,
   route_table_name, description, resource_group_id, created_at_ms) VALUES (?, ?, ?, ?, 'vrt-1', 'System', '', '', '', 0)`,
);
const insertVSwitch = sql(
  `INSERT INTO v_switch (v_switch_id, account_id, region_id, vpc_id, zone_id, v_switch_name, description, cidr_block,
   first_address, last_address, status, is_default, route_table_id, resource_group_id, ipv6_cidr_block, created_at_ms)
   VALUES (?, ?, ?, ?, 'cn-hangzhou-h', '', '', ?, ?, ?, 'Available', 0, ?, '', ?, 0)`,
);
const selectVSwitch = sql<VSwitch>(
  `SELECT v_switch_id AS "vSwitchId", first_address AS "firstAddress", last_address AS "lastAddress",
   cidr_block AS "cidrBlock", ipv6_cidr_block AS "ipv6CidrBlock" FROM v_switch WHERE v_switch_id = ?`,
);
const insertInterface = sql(
  `INSERT INTO network_interface (network_interface_id, account_id, region_id, vpc_id, v_switch_id, zone_id, type,
   status, network_interface_name, description, mac_address, traffic_mode, delete_on_release, source_dest_check,
   slave_count, tcp_established_timeout, tcp_closed_and_time_wait_timeout, udp_timeout, resource_group_id, created_at_ms)
   VALUES (?, ?, ?, ?, ?, 'cn-hangzhou-h', 'Secondary', 'Available', '', '', ?, 'Standard', 1, 0, 0, 910, 3, 30, '', 0)`,
);
/** Every address of a range to one interface, and the counts of its blocks. */
const fillRange = dynamicSql<never>(
  `INSERT INTO private_address (v_switch_id, address, network_interface_id, position)
   WITH RECURSIVE n (address) AS (SELECT CAST(? AS BIGINT) UNION ALL SELECT address + 1 FROM n WHERE address < ?)
   SELECT CAST(? AS TEXT), address, CAST(? AS TEXT), address - CAST(? AS BIGINT) FROM n`,
);
const dropAddress = sql('DELETE FROM private_address WHERE v_switch_id = ? AND address = ?');
const countBlocks = sql(
  `INSERT INTO address_block (v_switch_id, first_address, used)
   SELECT v_switch_id, address - address % 16, COUNT(*) FROM private_address WHERE v_switch_id = ?
   GROUP BY v_switch_id, address - address % 16`,
);
/** Every usable /80 of the vSwitch as a prefix of one interface. */
const fillPrefixes = sql(
  `INSERT INTO ipv6_block (v_switch_id, block, network_interface_id, used)
   WITH RECURSIVE n (block) AS (SELECT 1 UNION ALL SELECT block + 1 FROM n WHERE block < 65534)
   SELECT CAST(? AS TEXT), block, CAST(? AS TEXT), 0 FROM n`,
);
const dropPrefix = sql('DELETE FROM ipv6_block WHERE v_switch_id = ? AND block = ?');

const nowMs = 1_700_000_000_000;

let vSwitches = 0;

/** A vSwitch with one interface in it. */
async function setUp(tx: Transaction, cidrBlock: string) {
  vSwitches += 1;
  const [vpcId, vtb, id, eniId] = ['vpc', 'vtb', 'vsw', 'eni'].map((prefix) => `${prefix}-${vSwitches}`) as [
    string,
    string,
    string,
    string,
  ];
  const range = parseCidr(cidrBlock)!;
  await tx.run(insertAccount, accountId, 'allocation');
  await tx.run(insertVpc, vpcId, accountId, regionId);
  await tx.run(insertRouteTable, vtb, accountId, regionId, vpcId);
  const ipv6 = `2001:db8:f:${vSwitches.toString(16)}00::/64`;
  await tx.run(insertVSwitch, id, accountId, regionId, vpcId, cidrBlock, range.first, range.last, vtb, ipv6);
  await tx.run(insertInterface, eniId, accountId, regionId, vpcId, id, `00:16:3e:00:00:${vSwitches}`);
  const vSwitch = (await tx.one(selectVSwitch, id))!;
  return { vSwitch, id, eniId };
}

/** Gives every usable address of the vSwitch out, but for these. */
async function fill(tx: Transaction, vSwitch: VSwitch, eniId: string, but: readonly string[]): Promise<void> {
  const { vSwitchId: id, firstAddress: first, lastAddress: last } = vSwitch;
  await tx.run(fillRange, first + 1, last - 3, id, eniId, first + 1);
  for (const text of but) await tx.run(dropAddress, id, parseAddress(text)!);
  await tx.run(countBlocks, id);
}

describe('a /16 that is nearly full', () => {
  it('gives its last addresses out in few statements, and says when there are no more', async () => {
    await store.write(async (tx) => {
      const { vSwitch, eniId } = await setUp(tx, '10.1.0.0/16');
      const idle = ['10.1.0.1', '10.1.77.13', '10.1.255.252'];
      await fill(tx, vSwitch, eniId, idle);
      const random = createRandom(1);
      const found: string[] = [];
      for (const _ of idle) {
        const counted = counting(tx);
        const claimed = await claimRandomAddresses(
          { tx: counted.tx, random, nowMs },
          vSwitch,
          eniId,
          70_000 + found.length,
          1,
        );
        found.push(...claimed!.map(formatAddress));
        expect(counted.count()).toBeLessThanOrEqual(8);
      }
      expect(found.sort()).toEqual([...idle].sort());
      const counted = counting(tx);
      expect(await claimRandomAddresses({ tx: counted.tx, random, nowMs }, vSwitch, eniId, 80_000, 1)).toBeUndefined();
      expect(counted.count()).toBeLessThanOrEqual(5);
      return forget(undefined);
    });
  });

  it('gives many of its last addresses out in few statements each', async () => {
    await store.write(async (tx) => {
      const { vSwitch, eniId } = await setUp(tx, '10.1.0.0/16');
      const idle = Array.from({ length: 50 }, (_, n) => `10.1.${n * 5}.${n + 100}`);
      await fill(tx, vSwitch, eniId, idle);
      const counted = counting(tx);
      const claimed = await claimRandomAddresses(
        { tx: counted.tx, random: createRandom(2), nowMs },
        vSwitch,
        eniId,
        70_000,
        50,
      );
      expect(claimed!.map(formatAddress).sort()).toEqual([...idle].sort());
      expect(counted.count()).toBeLessThanOrEqual(5 + 50 * 3);
      return forget(undefined);
    });
  });

  it('gives its last prefixes out in few statements, and none that is only partly idle', async () => {
    await store.write(async (tx) => {
      const { vSwitch, eniId } = await setUp(tx, '10.1.0.0/16');
      const whole = ['10.1.9.16', '10.1.200.240'];
      const idle = whole.flatMap((text) =>
        Array.from({ length: 16 }, (_, n) => formatAddress(parseAddress(text)! + n)),
      );
      // 15 idle ones in a row are not enough, nor are 16 across the border of two blocks.
      const partly = Array.from({ length: 15 }, (_, n) => `10.1.50.${33 + n}`);
      const across = Array.from({ length: 16 }, (_, n) => `10.1.60.${40 + n}`);
      await fill(tx, vSwitch, eniId, [...idle, ...partly, ...across]);
      const random = createRandom(3);
      const counted = counting(tx);
      const claimed = await claimRandomIpv4Prefixes(counted.tx, random, vSwitch, eniId, 2);
      expect(claimed!.map(formatAddress).sort()).toEqual(whole.sort());
      expect(counted.count()).toBeLessThanOrEqual(8 + 1 + 2 * 2);
      expect(await claimRandomIpv4Prefixes(tx, random, vSwitch, eniId, 1)).toBeUndefined();
      return forget(undefined);
    });
  });
});

describe('a /64 whose prefixes are nearly all given out', () => {
  it('gives the last one out in few statements, and says when there are no more', async () => {
    await store.write(async (tx) => {
      const { vSwitch, id, eniId } = await setUp(tx, '10.2.0.0/24');
      await tx.run(fillPrefixes, id, eniId);
      await tx.run(dropPrefix, id, 40_000);
      const random = createRandom(4);
      const counted = counting(tx);
      expect(await claimRandomIpv6Prefixes(counted.tx, random, vSwitch, eniId, 1)).toEqual([40_000]);
      expect(counted.count()).toBeLessThanOrEqual(10);
      expect(await claimRandomIpv6Prefixes(tx, random, vSwitch, eniId, 1)).toBeUndefined();
      return forget(undefined);
    });
  });

  it('still finds addresses beside them, as long as there is one /80 left', async () => {
    await store.write(async (tx) => {
      const { vSwitch, id, eniId } = await setUp(tx, '10.2.0.0/24');
      await tx.run(fillPrefixes, id, eniId);
      await tx.run(dropPrefix, id, 40_000);
      const random = createRandom(5);
      const claimed = await claimRandomIpv6Addresses(tx, random, vSwitch, eniId, 0, 3);
      expect(claimed).toHaveLength(3);
      for (const address of claimed!) expect(address).toContain(`:${(40_000).toString(16)}:`);
      return forget(undefined);
    });
    await store.write(async (tx) => {
      const { vSwitch, id, eniId } = await setUp(tx, '10.2.0.0/24');
      await tx.run(fillPrefixes, id, eniId);
      expect(await claimRandomIpv6Addresses(tx, createRandom(6), vSwitch, eniId, 0, 1)).toBeUndefined();
      return forget(undefined);
    });
  });
});

describe('the state itself', () => {
  const insertAddress = sql(
    'INSERT INTO private_address (v_switch_id, address, network_interface_id, position) VALUES (?, ?, ?, ?)',
  );
  const insertIpv6 = sql(
    'INSERT INTO ipv6_address (v_switch_id, address, block, network_interface_id, position) VALUES (?, ?, ?, ?, ?)',
  );
  const insertBlock = sql(
    'INSERT INTO ipv6_block (v_switch_id, block, network_interface_id, used) VALUES (?, ?, ?, ?)',
  );
  const never = (work: (tx: Transaction, made: Awaited<ReturnType<typeof setUp>>) => Promise<unknown>) =>
    expect(
      store.write(async (tx) => {
        const made = await setUp(tx, '10.3.0.0/24');
        return keep(await work(tx, made));
      }),
    ).rejects.toThrow(/constraint/i);

  it('never has one address twice, alone and in a prefix', async () => {
    await never(async (tx, { vSwitch, id, eniId }) => {
      await claimRandomIpv4Prefixes(tx, createRandom(7), vSwitch, eniId, 14);
      await tx.run(insertAddress, id, parseAddress('10.3.0.40')!, eniId, 1);
    });
  });

  it('never has an IPv6 address twice, one outside a counted block, or a block that is a prefix and counted', async () => {
    await never(async (tx, { id, eniId }) => {
      await tx.run(insertBlock, id, 5, null, 2);
      await tx.run(insertIpv6, id, '2001:db8::1', 5, eniId, 0);
      await tx.run(insertIpv6, id, '2001:db8::1', 5, eniId, 1);
    });
    await never((tx, { id, eniId }) => tx.run(insertIpv6, id, '2001:db8::1', 5, eniId, 0));
    await never((tx, { id, eniId }) => tx.run(insertBlock, id, 5, eniId, 1));
    await never((tx, { id }) => tx.run(insertBlock, id, 5, null, 0));
    await never(async (tx, { id, eniId }) => {
      await tx.run(insertBlock, id, 5, eniId, 0);
      await tx.run(insertBlock, id, 5, null, 1);
    });
  });
});

describe('a description', () => {
  const setCounts = sql(
    `UPDATE network_interface SET ipv4_prefix_count = 1, ipv6_address_count = 1, ipv6_prefix_count = 1
     WHERE network_interface_id = ?`,
  );

  it('costs an interface without prefixes and IPv6 no statement for them', async () => {
    await store.write(async (tx) => {
      const { vSwitch, eniId } = await setUp(tx, '10.4.0.0/24');
      await claimRandomAddresses({ tx, random: createRandom(8), nowMs }, vSwitch, eniId, 0, 3);
      const statements = async () => {
        const counted = counting(tx);
        await describeNetworkInterfaces(counted.tx, [(await findNetworkInterface(tx, accountId, regionId, eniId))!]);
        return counted.count();
      };
      const without = await statements();
      await tx.run(setCounts, eniId);
      expect([without, await statements()]).toEqual([4, 7]);
      return forget(undefined);
    });
  });
});

describe('a /24 that is nearly full', () => {
  const localyun = startTestLocalyun();

  it('gives its 252 addresses out to the last, each once', async () => {
    const account = localyun.account();
    const network = await account.network();
    const held: string[] = [];
    const create = async (SecondaryPrivateIpAddressCount: number) => {
      const { PrivateIpSets } = await account.createNetworkInterface(network, { SecondaryPrivateIpAddressCount });
      for (const { PrivateIpAddress } of PrivateIpSets.PrivateIpSet) held.push(PrivateIpAddress);
    };
    for (let made = 0; made < 5; made += 1) await create(49);
    expect(await availableIn(account, network)).toBe(2);
    const request = {
      RegionId: network.regionId,
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
      SecondaryPrivateIpAddressCount: 2,
    };
    expect(await account.refused('Ecs', 'CreateNetworkInterface', request)).toMatchObject({
      status: 403,
      code: 'InvalidVSwitchId.IpNotEnough',
    });
    expect(await availableIn(account, network)).toBe(2);
    await create(1);
    expect(await availableIn(account, network)).toBe(0);
    const all = Array.from({ length: 252 }, (_, n) => `192.168.0.${n + 1}`);
    expect(held.sort()).toEqual(all.sort());
  });
});
