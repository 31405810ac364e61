import type { Transaction } from '../../store/store.ts';
import { capacityTakenBy } from './address-limits.ts';
import { addressesOf } from './addresses.ts';
import type { NetworkInterface } from './network-interface.ts';

/** How much of each of its security groups' capacity an interface takes (ENI-51). */
export async function capacityTaken(tx: Transaction, eni: NetworkInterface): Promise<number> {
  const { length } = await addressesOf(tx, eni.networkInterfaceId);
  return capacityTakenBy(eni, length);
}
