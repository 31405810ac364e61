import type { Random } from '../../operation/context.ts';
import { listSql } from '../../store/placeholders.ts';
import { sql } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import { isBlockOfRange, randomBlock } from '../../vpc/vswitch/ipv6-range.ts';
import type { VSwitch } from '../../vpc/vswitch/v-switch.table.ts';

/** An IPv6 prefix held by a network interface: one /80 of its vSwitch, by its number. */
export interface HeldIpv6Prefix {
  readonly networkInterfaceId: string;
  readonly vSwitchId: string;
  readonly block: number;
  /** The /64 of the vSwitch. */
  readonly ipv6CidrBlock: string;
}

const claimOne = sql(
  `INSERT INTO ipv6_block (v_switch_id, block, network_interface_id, used) VALUES (?, ?, ?, 0)
   ON CONFLICT (v_switch_id, block) DO NOTHING`,
);
const selectTaken = sql<{ block: number }>('SELECT block FROM ipv6_block WHERE v_switch_id = ?');
const selectHolders = sql<{ networkInterfaceId: string }>(
  `SELECT network_interface_id AS "networkInterfaceId" FROM ipv6_block
   WHERE v_switch_id = ? AND block = ? AND network_interface_id IS NOT NULL
   UNION SELECT network_interface_id FROM ipv6_address WHERE v_switch_id = ? AND block = ?`,
);
const selectHeldByAll = listSql<HeldIpv6Prefix>(
  (ids) =>
    `SELECT b.network_interface_id AS "networkInterfaceId", b.v_switch_id AS "vSwitchId", b.block AS "block",
     s.ipv6_cidr_block AS "ipv6CidrBlock" FROM ipv6_block b JOIN v_switch s ON s.v_switch_id = b.v_switch_id
     WHERE b.network_interface_id IN (${ids}) ORDER BY b.network_interface_id, b.block`,
);
const deleteOne = sql('DELETE FROM ipv6_block WHERE v_switch_id = ? AND block = ? AND used = 0');

/** How often a random prefix is tried before the idle ones are looked up. */
const probes = 8;

/** Takes a prefix; false when somebody holds it or an address in it. */
export async function claimIpv6Prefix(
  tx: Transaction,
  vSwitchId: string,
  networkInterfaceId: string,
  block: number,
): Promise<boolean> {
  return (await tx.run(claimOne, vSwitchId, block, networkInterfaceId)) === 1;
}

/** Takes `count` random idle prefixes of the vSwitch's /64; undefined when it has not enough. */
export async function claimRandomIpv6Prefixes(
  tx: Transaction,
  random: Random,
  { vSwitchId }: VSwitch,
  networkInterfaceId: string,
  count: number,
): Promise<readonly number[] | undefined> {
  if (count === 0) return [];
  const claimed: number[] = [];
  const claim = async (block: number): Promise<void> => {
    if (await claimIpv6Prefix(tx, vSwitchId, networkInterfaceId, block)) claimed.push(block);
  };
  for (let probe = 0; probe < probes * count && claimed.length < count; probe += 1) await claim(randomBlock(random));
  if (claimed.length === count) return claimed;
  const taken = new Set((await tx.all(selectTaken, vSwitchId)).map(({ block }) => block));
  const idle = Array.from({ length: 0x10000 }, (_, block) => block).filter(
    (block) => isBlockOfRange(block) && !taken.has(block),
  );
  while (claimed.length < count) {
    const [block] = idle.splice(random.below(idle.length), 1);
    if (block === undefined) return undefined;
    await claim(block);
  }
  return claimed;
}

/** Who holds the prefix or addresses in it. */
export async function ipv6HoldersIn(tx: Transaction, vSwitchId: string, block: number): Promise<readonly string[]> {
  return (await tx.all(selectHolders, vSwitchId, block, vSwitchId, block)).map(
    ({ networkInterfaceId }) => networkInterfaceId,
  );
}

/** The IPv6 prefixes of several interfaces, in the order of their addresses. */
export function ipv6PrefixesOfAll(tx: Transaction, ids: readonly string[]): Promise<readonly HeldIpv6Prefix[]> {
  const { statement, values } = selectHeldByAll.of(ids);
  return tx.all(statement, ...values);
}

/** Gives prefixes back. */
export async function releaseIpv6Prefixes(tx: Transaction, held: readonly HeldIpv6Prefix[]): Promise<void> {
  for (const { vSwitchId, block } of held) await tx.run(deleteOne, vSwitchId, block);
}
