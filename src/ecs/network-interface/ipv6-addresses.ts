import type { Random } from '../../operation/context.ts';
import { groupBy } from '../../operation/group-by.ts';
import { listSql } from '../../store/placeholders.ts';
import { sql } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import { formatIpv6, type Ipv6Address } from '../../vpc/ipv6.ts';
import { ipv6NetworkOf, isBlockOfRange, randomBlock } from '../../vpc/vswitch/ipv6-range.ts';
import type { VSwitch } from '../../vpc/vswitch/v-switch.table.ts';

/** An IPv6 address held by a network interface, in canonical text; the lowest position is the first one. */
export interface HeldIpv6Address {
  readonly networkInterfaceId: string;
  readonly vSwitchId: string;
  readonly address: string;
  /** Which /80 of the vSwitch the address lies in. */
  readonly block: number;
  readonly position: number;
}

const heldColumns =
  'network_interface_id AS "networkInterfaceId", v_switch_id AS "vSwitchId", address, block, position';
// Answers no row when the block is a prefix.
const countClaimed = sql(
  `INSERT INTO ipv6_block (v_switch_id, block, network_interface_id, used) VALUES (?, ?, NULL, 1)
   ON CONFLICT (v_switch_id, block) DO UPDATE SET used = ipv6_block.used + 1
   WHERE ipv6_block.network_interface_id IS NULL`,
);
const claimOne = sql(
  `INSERT INTO ipv6_address (v_switch_id, address, block, network_interface_id, position) VALUES (?, ?, ?, ?, ?)
   ON CONFLICT (v_switch_id, address) DO NOTHING`,
);
const deleteIfLast = sql('DELETE FROM ipv6_block WHERE v_switch_id = ? AND block = ? AND used = ?');
const countReleased = sql('UPDATE ipv6_block SET used = used - ? WHERE v_switch_id = ? AND block = ?');
const selectHolder = sql<{ networkInterfaceId: string }>(
  'SELECT network_interface_id AS "networkInterfaceId" FROM ipv6_address WHERE v_switch_id = ? AND address = ?',
);
const selectPrefixBlocks = sql<{ block: number }>(
  'SELECT block FROM ipv6_block WHERE v_switch_id = ? AND network_interface_id IS NOT NULL',
);
const selectHeldByAll = listSql<HeldIpv6Address>(
  (ids) =>
    `SELECT ${heldColumns} FROM ipv6_address WHERE network_interface_id IN (${ids})
     ORDER BY network_interface_id, position`,
);
const deleteOne = sql('DELETE FROM ipv6_address WHERE v_switch_id = ? AND address = ?');

/** How often a random address is tried before the blocks that are no prefixes are looked up. */
const probes = 8;

/** Takes one given address; false when somebody holds it or the prefix around it, and then the caller refuses. */
export async function claimIpv6Address(tx: Transaction, held: HeldIpv6Address): Promise<boolean> {
  const { vSwitchId, address, block, networkInterfaceId, position } = held;
  if ((await tx.run(countClaimed, vSwitchId, block)) === 0) return false;
  return (await tx.run(claimOne, vSwitchId, address, block, networkInterfaceId, position)) === 1;
}

/**
 * Takes `count` random addresses of the vSwitch's /64, positions counted on from `firstPosition`; undefined when all of
 * it is given out as prefixes.
 */
export async function claimRandomIpv6Addresses(
  tx: Transaction,
  random: Random,
  vSwitch: VSwitch,
  networkInterfaceId: string,
  firstPosition: number,
  count: number,
): Promise<readonly string[] | undefined> {
  if (count === 0) return [];
  const { vSwitchId } = vSwitch;
  const network = ipv6NetworkOf(vSwitch);
  const claimed: string[] = [];
  const claimIn = async (block: number): Promise<boolean> => {
    const address = formatIpv6([...network, block, ...randomGroups(random)]);
    if ((await tx.one(selectHolder, vSwitchId, address)) !== undefined) return false;
    const position = firstPosition + claimed.length;
    const taken = await claimIpv6Address(tx, { networkInterfaceId, vSwitchId, address, block, position });
    if (taken) claimed.push(address);
    return taken;
  };
  for (let probe = 0; probe < probes * count && claimed.length < count; probe += 1) await claimIn(randomBlock(random));
  if (claimed.length === count) return claimed;
  const prefixes = new Set((await tx.all(selectPrefixBlocks, vSwitchId)).map(({ block }) => block));
  const shared = Array.from({ length: 0x10000 }, (_, block) => block).filter(
    (block) => isBlockOfRange(block) && !prefixes.has(block),
  );
  while (claimed.length < count) {
    const block = shared[random.below(shared.length)];
    if (block === undefined) return undefined;
    await claimIn(block);
  }
  return claimed;
}

/** Who holds the address, or undefined when nobody does. */
export async function ipv6HolderOf(tx: Transaction, vSwitchId: string, address: string): Promise<string | undefined> {
  return (await tx.one(selectHolder, vSwitchId, address))?.networkInterfaceId;
}

/** The IPv6 addresses of several interfaces, in the order they were given. */
export function ipv6AddressesOfAll(tx: Transaction, ids: readonly string[]): Promise<readonly HeldIpv6Address[]> {
  const { statement, values } = selectHeldByAll.of(ids);
  return tx.all(statement, ...values);
}

/** Gives addresses of one vSwitch back. */
export async function releaseIpv6Addresses(tx: Transaction, held: readonly HeldIpv6Address[]): Promise<void> {
  for (const { vSwitchId, address } of held) await tx.run(deleteOne, vSwitchId, address);
  for (const [block, { length }] of groupBy(held, (each) => each.block)) {
    const vSwitchId = held[0]?.vSwitchId ?? '';
    if ((await tx.run(deleteIfLast, vSwitchId, block, length)) === 0) {
      await tx.run(countReleased, length, vSwitchId, block);
    }
  }
}

function randomGroups(random: Random): Ipv6Address {
  return [random.below(0x10000), random.below(0x10000), random.below(0x10000)];
}
