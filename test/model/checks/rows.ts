import { dynamicSql } from '../../../src/store/statement.ts';
import type { Transaction } from '../../../src/store/store.ts';
import { claim } from '../operation.ts';

/** Finds rows that must not be: the answer lists each with what is wrong. */
interface Rule {
  readonly what: string;
  readonly select: string;
}

/** The state counts addresses by blocks of this size. */
const addressesPerBlock = 16;

/** Addresses, prefixes and their counts. */
const addressRules: readonly Rule[] = [
  {
    what: 'an address is held twice in a vSwitch',
    select: 'SELECT v_switch_id, address FROM private_address GROUP BY v_switch_id, address HAVING COUNT(*) > 1',
  },
  {
    what: 'an address is not of the vSwitch of its interface',
    select: `SELECT a.address, a.network_interface_id FROM private_address a
      JOIN network_interface e ON e.network_interface_id = a.network_interface_id WHERE e.v_switch_id <> a.v_switch_id`,
  },
  {
    what: 'an address is reserved or outside its vSwitch',
    select: `SELECT a.address, s.v_switch_id FROM private_address a JOIN v_switch s ON s.v_switch_id = a.v_switch_id
      WHERE a.address <= s.first_address OR a.address > s.last_address - 3`,
  },
  {
    what: 'an interface has not exactly one primary address',
    select: `SELECT network_interface_id FROM network_interface e
      WHERE (SELECT COUNT(*) FROM private_address a
             WHERE a.network_interface_id = e.network_interface_id AND a.position = 0) <> 1`,
  },
  {
    what: 'the count of a block of addresses is wrong',
    select: `SELECT b.v_switch_id, b.first_address, b.used FROM address_block b
      WHERE b.used <> (SELECT COUNT(*) FROM private_address a WHERE a.v_switch_id = b.v_switch_id
                       AND a.address BETWEEN b.first_address AND b.first_address + ${addressesPerBlock - 1})`,
  },
  {
    what: 'an address is in no block that is counted',
    select: `SELECT a.v_switch_id, a.address FROM private_address a
      WHERE NOT EXISTS (SELECT 1 FROM address_block b WHERE b.v_switch_id = a.v_switch_id
                        AND a.address BETWEEN b.first_address AND b.first_address + ${addressesPerBlock - 1})`,
  },
];

/** What an interface's own row says it has is what there is. */
const countRules: readonly Rule[] = [
  {
    what: 'the count of IPv4 prefixes is wrong',
    select: `SELECT e.network_interface_id, e.ipv4_prefix_count FROM network_interface e
      WHERE e.ipv4_prefix_count * ${addressesPerBlock} <> (SELECT COUNT(*) FROM private_address a
        WHERE a.network_interface_id = e.network_interface_id AND a.position < 0)`,
  },
  {
    what: 'the count of IPv6 addresses is wrong',
    select: `SELECT e.network_interface_id, e.ipv6_address_count FROM network_interface e WHERE e.ipv6_address_count <>
      (SELECT COUNT(*) FROM ipv6_address a WHERE a.network_interface_id = e.network_interface_id)`,
  },
  {
    what: 'the count of IPv6 prefixes is wrong',
    select: `SELECT e.network_interface_id, e.ipv6_prefix_count FROM network_interface e WHERE e.ipv6_prefix_count <>
      (SELECT COUNT(*) FROM ipv6_block b WHERE b.network_interface_id = e.network_interface_id)`,
  },
  {
    what: 'the count of an IPv6 block is wrong',
    select: `SELECT b.v_switch_id, b.block, b.used FROM ipv6_block b WHERE b.used <>
      (SELECT COUNT(*) FROM ipv6_address a WHERE a.v_switch_id = b.v_switch_id AND a.block = b.block)`,
  },
];

const groupRules: readonly Rule[] = [
  {
    what: 'the count of a security group is wrong',
    select: `SELECT g.security_group_id, g.private_address_count FROM security_group g
      WHERE g.private_address_count <>
        (SELECT COUNT(*) FROM security_group_member m
         JOIN private_address a ON a.network_interface_id = m.network_interface_id
         WHERE m.security_group_id = g.security_group_id AND a.position >= 0) +
        (SELECT COALESCE(SUM(e.ipv4_prefix_count + e.ipv6_address_count + e.ipv6_prefix_count), 0)
         FROM security_group_member m JOIN network_interface e ON e.network_interface_id = m.network_interface_id
         WHERE m.security_group_id = g.security_group_id)`,
  },
  {
    what: 'an interface is in no security group',
    select: `SELECT network_interface_id FROM network_interface e WHERE NOT EXISTS
      (SELECT 1 FROM security_group_member m WHERE m.network_interface_id = e.network_interface_id)`,
  },
  {
    what: 'an interface is in a group of another VPC',
    select: `SELECT e.network_interface_id, g.security_group_id FROM security_group_member m
      JOIN network_interface e ON e.network_interface_id = m.network_interface_id
      JOIN security_group g ON g.security_group_id = m.security_group_id
      WHERE g.vpc_id IS NULL OR g.vpc_id <> e.vpc_id`,
  },
  {
    what: 'an interface is in groups of both types',
    select: `SELECT m.network_interface_id FROM security_group_member m
      JOIN security_group g ON g.security_group_id = m.security_group_id
      GROUP BY m.network_interface_id HAVING COUNT(DISTINCT g.security_group_type) > 1`,
  },
];

const attachmentRules: readonly Rule[] = [
  {
    what: 'an instance has not exactly one primary interface',
    select: `SELECT instance_id FROM instance i WHERE
      (SELECT COUNT(*) FROM network_interface e WHERE e.instance_id = i.instance_id AND e.type = 'Primary') <> 1`,
  },
  {
    what: 'a primary interface is not in use',
    select: `SELECT network_interface_id, status FROM network_interface WHERE type = 'Primary' AND status <> 'InUse'`,
  },
  {
    what: 'an interface is attached in another zone or VPC',
    select: `SELECT e.network_interface_id, i.instance_id FROM network_interface e
      JOIN instance i ON i.instance_id = e.instance_id
      WHERE e.zone_id <> i.zone_id OR (e.vpc_id <> i.vpc_id AND e.account_id = i.account_id)`,
  },
  {
    what: 'a member is not where its trunk is',
    select: `SELECT m.network_interface_id, t.network_interface_id FROM network_interface m
      JOIN network_interface t ON t.network_interface_id = m.trunk_network_interface_id
      WHERE t.type <> 'Trunk' OR t.status <> 'InUse' OR t.instance_id <> m.instance_id`,
  },
  {
    what: 'two members of a trunk have one device index',
    select: `SELECT trunk_network_interface_id, device_index FROM network_interface WHERE type = 'Member'
      GROUP BY trunk_network_interface_id, device_index HAVING COUNT(*) > 1`,
  },
  {
    what: 'an elastic IP address is on a private address that its interface does not have',
    select: `SELECT p.allocation_id FROM eip p WHERE p.network_interface_id IS NOT NULL AND NOT EXISTS
      (SELECT 1 FROM private_address a
       WHERE a.network_interface_id = p.network_interface_id AND a.address = p.private_address)`,
  },
];

const quotaRules: readonly Rule[] = [
  usage('network-interfaces', `network_interface`, `type <> 'Primary'`),
  usage('security-groups', 'security_group'),
  usage('vpcs', 'vpc'),
  usage('eips', 'eip'),
  usage('resource-groups', 'resource_group'),
];

/** What an account has counted for itself is what there is. */
function usage(quotaName: string, table: string, condition = '1 = 1'): Rule {
  return {
    what: `the count of ${quotaName} is wrong`,
    select: `SELECT a.account_id, COALESCE(MAX(u.used), 0) AS used FROM account a
      LEFT JOIN quota_usage u ON u.account_id = a.account_id AND u.quota_name = '${quotaName}'
      GROUP BY a.account_id HAVING COALESCE(MAX(u.used), 0) <>
      (SELECT COUNT(*) FROM ${table} t WHERE t.account_id = a.account_id AND ${condition})`,
  };
}

const rules: readonly Rule[] = [...addressRules, ...countRules, ...groupRules, ...attachmentRules, ...quotaRules];
const all = dynamicSql<{ what: string; count: number }>(
  rules
    .map(({ select }, index) => `SELECT ${index} AS "what", COUNT(*) AS "count" FROM (${select}) AS r${index}`)
    .join(' UNION ALL '),
);

/** What must hold of the rows by themselves, whatever the model thinks. */
export async function checkRows(tx: Transaction): Promise<void> {
  for (const { what, count } of await tx.all(all)) {
    if (count === 0) continue;
    const rule = rules[Number(what)]!;
    const rows = await tx.all(dynamicSql<object>(rule.select));
    claim(false, () => `${rule.what}: ${JSON.stringify(rows)}`);
  }
}
