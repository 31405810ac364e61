import type { Random } from '../../operation/context.ts';
import type { Transaction } from '../../store/store.ts';
import { parseCidr, sizeOf } from '../vswitch/address-range.ts';
import { insertEip, isIdle } from './eip.table.ts';
import type { Eip } from './eip.ts';

/** Addresses set aside for benchmarks (RFC 2544): public by their looks, but nobody's on the internet. */
export const publicAddressPool = '198.18.0.0/15';

const pool = poolRange();

/** How often a random address is tried. With half of the pool in use, one in 2^32 searches gives up. */
const maxProbes = 32;

/** Whether an address can be given out at all. */
export function isInPool(address: number): boolean {
  return address >= pool.first && address <= pool.last;
}

/** Stores an elastic IP address under a random idle address of the pool; undefined when none was found. */
export async function insertAtIdleAddress(
  tx: Transaction,
  random: Random,
  eip: Omit<Eip, 'ipAddress'>,
): Promise<Eip | undefined> {
  for (let probe = 0; probe < maxProbes; probe += 1) {
    const placed = { ...eip, ipAddress: anyAddress(random) };
    if (await insertEip(tx, placed)) return placed;
  }
  return undefined;
}

/** A random address of the pool that nobody has; undefined when none was found. */
export async function idlePublicAddress(tx: Transaction, random: Random): Promise<number | undefined> {
  for (let probe = 0; probe < maxProbes; probe += 1) {
    const address = anyAddress(random);
    if (await isIdle(tx, address)) return address;
  }
  return undefined;
}

/** Neither the first nor the last address of the pool. */
function anyAddress(random: Random): number {
  return pool.first + 1 + random.below(sizeOf(pool) - 2);
}

function poolRange() {
  const range = parseCidr(publicAddressPool);
  if (range === undefined) throw new Error(`${publicAddressPool} is no CIDR block`);
  return range;
}
