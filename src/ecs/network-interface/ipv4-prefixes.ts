import type { Random } from '../../operation/context.ts';
import { listSql } from '../../store/placeholders.ts';
import { sql } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import { blockOf, blockSize, formatAddress, usable } from '../../vpc/vswitch/address-range.ts';
import type { VSwitch } from '../../vpc/vswitch/v-switch.table.ts';
import { usedByBlock } from './addresses.ts';

/** The mask of every IPv4 prefix of a network interface; it has `blockSize` addresses. */
export const ipv4PrefixLength = 28;

/** An IPv4 prefix held by a network interface, by its first address. */
export interface HeldIpv4Prefix {
  readonly networkInterfaceId: string;
  readonly first: number;
}

// A block that nothing is counted in has 16 idle addresses: counting them first settles who gets it.
const claimBlock = sql(
  `INSERT INTO address_block (v_switch_id, first_address, used) VALUES (?, ?, ${blockSize})
   ON CONFLICT (v_switch_id, first_address) DO UPDATE SET used = ${blockSize} WHERE address_block.used = 0`,
);
const insertAll = sql(
  `INSERT INTO private_address (v_switch_id, address, network_interface_id, position)
   VALUES ${new Array(blockSize).fill('(?, ?, ?, ?)').join(', ')}`,
);
const freeBlock = sql('UPDATE address_block SET used = 0 WHERE v_switch_id = ? AND first_address = ?');
const deleteAll = sql('DELETE FROM private_address WHERE v_switch_id = ? AND address BETWEEN ? AND ?');
const selectHeldByAll = listSql<HeldIpv4Prefix>(
  (ids) =>
    `SELECT network_interface_id AS "networkInterfaceId", address AS "first" FROM private_address
     WHERE network_interface_id IN (${ids}) AND position < 0 AND address % ${blockSize} = 0
     ORDER BY network_interface_id, address`,
);

/** How often a random prefix is tried before the idle ones are looked up. */
const probes = 4;

export function formatIpv4Prefix(first: number): string {
  return `${formatAddress(first)}/${ipv4PrefixLength}`;
}

/** Takes the prefix that starts at `first`; false when somebody holds an address of it. */
export async function claimIpv4Prefix(
  tx: Transaction,
  { vSwitchId, firstAddress }: VSwitch,
  networkInterfaceId: string,
  first: number,
): Promise<boolean> {
  if ((await tx.run(claimBlock, vSwitchId, first)) === 0) return false;
  const rows = Array.from({ length: blockSize }, (_, index) => {
    const address = first + index;
    return [vSwitchId, address, networkInterfaceId, firstAddress - address - 1];
  });
  await tx.run(insertAll, ...rows.flat());
  return true;
}

/**
 * Takes `count` random idle prefixes of the vSwitch; undefined when it has not enough. As with single addresses, the
 * low quarter is left alone while there is room elsewhere.
 */
export async function claimRandomIpv4Prefixes(
  tx: Transaction,
  random: Random,
  vSwitch: VSwitch,
  networkInterfaceId: string,
  count: number,
): Promise<readonly number[] | undefined> {
  if (count === 0) return [];
  const claimed: number[] = [];
  const claim = async (first: number): Promise<boolean> => {
    const taken = await claimIpv4Prefix(tx, vSwitch, networkInterfaceId, first);
    if (taken) claimed.push(first);
    return taken;
  };
  const all = prefixesIn(vSwitch);
  const lowQuarter = Math.floor(all.length / 4);
  for (let probe = 0; probe < probes * count && claimed.length < count; probe += 1) {
    const first = all[lowQuarter + random.below(all.length - lowQuarter)];
    if (first === undefined) return undefined;
    await claim(first);
  }
  if (claimed.length === count) return claimed;
  const used = await usedByBlock(tx, vSwitch.vSwitchId);
  const idle = all.filter((first) => !used.has(first));
  while (claimed.length < count) {
    const [first] = idle.splice(random.below(idle.length), 1);
    if (first === undefined) return undefined;
    await claim(first);
  }
  return claimed;
}

/** The first addresses of the prefixes that can be given out: those without a reserved address. */
function prefixesIn({ firstAddress, lastAddress }: VSwitch): readonly number[] {
  const { first, last } = usable({ first: firstAddress, last: lastAddress });
  const prefixes: number[] = [];
  for (let start = blockOf(first + blockSize - 1); start + blockSize - 1 <= last; start += blockSize) {
    prefixes.push(start);
  }
  return prefixes;
}

/** The prefixes of several interfaces, in the order of their addresses. */
export function ipv4PrefixesOfAll(tx: Transaction, ids: readonly string[]): Promise<readonly HeldIpv4Prefix[]> {
  const { statement, values } = selectHeldByAll.of(ids);
  return tx.all(statement, ...values);
}

/** Gives a prefix back. */
export async function releaseIpv4Prefix(tx: Transaction, vSwitchId: string, first: number): Promise<void> {
  await tx.run(deleteAll, vSwitchId, first, first + blockSize - 1);
  await tx.run(freeBlock, vSwitchId, first);
}
