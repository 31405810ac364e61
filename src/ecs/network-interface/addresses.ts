import type { ChangeContext, Random } from '../../operation/context.ts';
import { groupBy } from '../../operation/group-by.ts';
import { listSql } from '../../store/placeholders.ts';
import { sql } from '../../store/statement.ts';
import type { Transaction } from '../../store/store.ts';
import { type AddressRange, blockOf, blockSize, sizeOf, usable } from '../../vpc/vswitch/address-range.ts';
import type { VSwitch } from '../../vpc/vswitch/v-switch.table.ts';

/** A single IPv4 address held by a network interface; position 0 is the primary one. */
export interface HeldAddress {
  readonly networkInterfaceId: string;
  readonly vSwitchId: string;
  readonly address: number;
  readonly position: number;
}

const heldColumns = 'network_interface_id AS "networkInterfaceId", v_switch_id AS "vSwitchId", address, position';
const claimOne = sql(
  `INSERT INTO private_address (v_switch_id, address, network_interface_id, position) VALUES (?, ?, ?, ?)
   ON CONFLICT (v_switch_id, address) DO NOTHING`,
);
const countClaimed = sql(
  `INSERT INTO address_block (v_switch_id, first_address, used) VALUES (?, ?, ?)
   ON CONFLICT (v_switch_id, first_address) DO UPDATE SET used = address_block.used + excluded.used`,
);
const countReleased = sql('UPDATE address_block SET used = used - ? WHERE v_switch_id = ? AND first_address = ?');
const selectBlocks = sql<{ firstAddress: number; used: number }>(
  'SELECT first_address AS "firstAddress", used FROM address_block WHERE v_switch_id = ? AND used > 0',
);
const selectTaken = sql<{ address: number }>(
  'SELECT address FROM private_address WHERE v_switch_id = ? AND address BETWEEN ? AND ?',
);
const selectHolders = sql<{ networkInterfaceId: string }>(
  `SELECT DISTINCT network_interface_id AS "networkInterfaceId" FROM private_address
   WHERE v_switch_id = ? AND address BETWEEN ? AND ?`,
);
// Positions below 0 are those of addresses that belong to a prefix.
const selectHeld = sql<HeldAddress>(
  `SELECT ${heldColumns} FROM private_address WHERE network_interface_id = ? AND position >= 0 ORDER BY position`,
);
const selectHeldByAll = listSql<HeldAddress>(
  (ids) =>
    `SELECT ${heldColumns} FROM private_address WHERE network_interface_id IN (${ids}) AND position >= 0
     ORDER BY network_interface_id, position`,
);
const selectEverything = sql<HeldAddress>(`SELECT ${heldColumns} FROM private_address WHERE network_interface_id = ?`);
const deleteEverything = sql('DELETE FROM private_address WHERE network_interface_id = ?');
const deleteOne = sql('DELETE FROM private_address WHERE v_switch_id = ? AND address = ?');

/** How often a random address is tried before the idle ones are looked up: near those of the same moment, then anywhere. */
const probes = { near: 2, anywhere: 2 };
/** Among how many addresses those of a moment are spread, and how far that moves in a millisecond. */
const nearby = { width: 128, perMs: 64 };

/** Takes one given address; false when somebody holds it. */
export async function claimAddress(tx: Transaction, held: HeldAddress): Promise<boolean> {
  const claimed = await tx.run(claimOne, held.vSwitchId, held.address, held.networkInterfaceId, held.position);
  if (claimed === 1) await tx.run(countClaimed, held.vSwitchId, blockOf(held.address), 1);
  return claimed === 1;
}

/**
 * Takes `count` random idle addresses of the vSwitch, positions counted on from `firstPosition`; undefined when it has
 * not enough (the caller then refuses, and nothing of it is kept). The low quarter is left to addresses that people
 * write down themselves, as long as there is room elsewhere. Addresses of one moment are near each other: 32 creations
 * that share a commit then change 70 pages of the database and not 105.
 */
export async function claimRandomAddresses(
  { tx, random, nowMs }: Pick<ChangeContext, 'tx' | 'random' | 'nowMs'>,
  vSwitch: VSwitch,
  networkInterfaceId: string,
  firstPosition: number,
  count: number,
): Promise<readonly number[] | undefined> {
  const range = usable({ first: vSwitch.firstAddress, last: vSwitch.lastAddress });
  const size = sizeOf(range);
  const claimed: number[] = [];
  const claim = async (address: number): Promise<boolean> => {
    const position = firstPosition + claimed.length;
    const taken = await claimAddress(tx, { vSwitchId: vSwitch.vSwitchId, address, networkInterfaceId, position });
    if (taken) claimed.push(address);
    return taken;
  };
  const lowQuarter = Math.floor(size / 4);
  const free = size - lowQuarter;
  const near = (): number => (nowMs * nearby.perMs + random.below(nearby.width)) % free;
  const anywhere = (): number => random.below(free);
  // Looked up once probing has failed, which means that the vSwitch is nearly full.
  let used: Map<number, number> | undefined;
  while (claimed.length < count) {
    let found = false;
    for (let probe = 0; used === undefined && probe < probes.near + probes.anywhere && !found; probe += 1) {
      found = await claim(range.first + lowQuarter + (probe < probes.near ? near() : anywhere()));
    }
    if (found) continue;
    used ??= await usedByBlock(tx, vSwitch.vSwitchId);
    const idle = await pickIdle(tx, random, vSwitch.vSwitchId, range, used);
    if (idle === undefined) return undefined;
    await claim(idle);
    used.set(blockOf(idle), (used.get(blockOf(idle)) ?? 0) + 1);
  }
  return claimed;
}

/** A random idle address of a random block that has one: a look at one block, however full the rest. */
async function pickIdle(
  tx: Transaction,
  random: Random,
  vSwitchId: string,
  range: AddressRange,
  used: ReadonlyMap<number, number>,
): Promise<number | undefined> {
  const withRoom: AddressRange[] = [];
  for (let start = blockOf(range.first); start <= range.last; start += blockSize) {
    const block = { first: Math.max(start, range.first), last: Math.min(start + blockSize - 1, range.last) };
    if ((used.get(start) ?? 0) < sizeOf(block)) withRoom.push(block);
  }
  const block = withRoom[random.below(withRoom.length)];
  if (block === undefined) return undefined;
  const taken = new Set((await tx.all(selectTaken, vSwitchId, block.first, block.last)).map(({ address }) => address));
  const idle: number[] = [];
  for (let address = block.first; address <= block.last; address += 1) if (!taken.has(address)) idle.push(address);
  return idle[random.below(idle.length)];
}

/** How many addresses are taken of each block of the vSwitch, by its first address; blocks with none are left out. */
export async function usedByBlock(tx: Transaction, vSwitchId: string): Promise<Map<number, number>> {
  return new Map((await tx.all(selectBlocks, vSwitchId)).map(({ firstAddress, used }) => [firstAddress, used]));
}

/** Who holds addresses of the range, alone or in a prefix. */
export async function holdersOf(
  tx: Transaction,
  vSwitchId: string,
  { first, last }: AddressRange,
): Promise<readonly string[]> {
  return (await tx.all(selectHolders, vSwitchId, first, last)).map(({ networkInterfaceId }) => networkInterfaceId);
}

/** The interface's single addresses, the primary one first. */
export function addressesOf(tx: Transaction, networkInterfaceId: string): Promise<readonly HeldAddress[]> {
  return tx.all(selectHeld, networkInterfaceId);
}

/** The single addresses of several interfaces. */
export function addressesOfAll(tx: Transaction, ids: readonly string[]): Promise<readonly HeldAddress[]> {
  const { statement, values } = selectHeldByAll.of(ids);
  return tx.all(statement, ...values);
}

/** Gives some addresses of an interface back. */
export async function releaseAddresses(tx: Transaction, held: readonly HeldAddress[]): Promise<void> {
  for (const { vSwitchId, address } of held) await tx.run(deleteOne, vSwitchId, address);
  await uncount(tx, held);
}

/** Gives every address of the interface back, those of its prefixes too; answers how many single ones there were. */
export async function releaseAllAddresses(tx: Transaction, networkInterfaceId: string): Promise<number> {
  const held = await tx.all(selectEverything, networkInterfaceId);
  await tx.run(deleteEverything, networkInterfaceId);
  await uncount(tx, held);
  return held.filter(({ position }) => position >= 0).length;
}

async function uncount(tx: Transaction, held: readonly HeldAddress[]): Promise<void> {
  for (const [block, { length }] of groupBy(held, ({ address }) => blockOf(address))) {
    const vSwitchId = held[0]?.vSwitchId ?? '';
    await tx.run(countReleased, length, vSwitchId, block);
  }
}
