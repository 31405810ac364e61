import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { findNetworkInterface } from './network-interface.table.ts';
import type { NetworkInterface } from './network-interface.ts';

/** The account's network interface, if its owner may change it: no service manages it, and it is not on its way. */
export async function findModifiable(
  { tx, accountId, regionId }: OperationContext,
  id: string,
): Promise<NetworkInterface | Refusal> {
  const eni = await findNetworkInterface(tx, accountId, regionId, id);
  return eni === undefined ? refuse('InvalidEniId.NotFound', { id }) : (checkOwnAndAtRest(eni) ?? eni);
}

/** What no owner can change, and what nobody can while it is on its way to or from an instance or out of existence. */
export function checkOwnAndAtRest(eni: NetworkInterface): Refusal | undefined {
  const { serviceId, networkInterfaceId: id, status } = eni;
  if (serviceId !== null) return refuse('InvalidOperation.EniServiceManaged', { id });
  if (status === 'Available' || status === 'InUse') return undefined;
  return refuse('InvalidOperation.InvalidEniState', { expected: 'Available" or "InUse', current: status });
}
