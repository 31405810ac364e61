import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { findAnyInstance } from '../instance/instance.table.ts';
import type { Instance } from '../instance/instance.ts';
import { findAnyNetworkInterface } from '../network-interface/network-interface.table.ts';
import type { NetworkInterface } from '../network-interface/network-interface.ts';
import { refuse } from '../refusals.ts';

/**
 * The network interface and the instance of a detachment. What is attached across accounts can be detached by both: the
 * owner of either sees the other one as long as they are together.
 */
export async function findDetachable(
  { tx, accountId, regionId }: OperationContext,
  id: string,
  instanceId: string,
): Promise<{ readonly eni: NetworkInterface; readonly instance: Instance } | Refusal> {
  const eni = await findAnyNetworkInterface(tx, id);
  const instance = await findAnyInstance(tx, instanceId);
  const isTogether = eni?.instanceId === instanceId;
  const ownsEni = eni?.accountId === accountId && eni.regionId === regionId;
  const ownsInstance = instance?.accountId === accountId && instance.regionId === regionId;
  if (eni === undefined || !(ownsEni || (ownsInstance && isTogether))) return refuse('InvalidEniId.NotFound', { id });
  if (instance === undefined || !(ownsInstance || isTogether))
    return refuse('InvalidEcsId.NotFound', { id: instanceId });
  return { eni, instance };
}
