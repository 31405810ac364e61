import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { findInstance } from '../instance/instance.table.ts';
import { checkOwnAndAtRest } from '../network-interface/modifiable.ts';
import { findNetworkInterface, primaryOf } from '../network-interface/network-interface.table.ts';
import type { NetworkInterface } from '../network-interface/network-interface.ts';
import { refuse } from '../refusals.ts';

/** What joins or leaves a group: a network interface, named itself or by the instance whose primary one it is. */
export interface Subject {
  readonly eni: NetworkInterface;
  readonly isInstance: boolean;
}

interface Parameters {
  readonly InstanceId?: string;
  readonly NetworkInterfaceId?: string;
}

/** Looks up what is to join or leave, and whether it may at present (ENI-147). */
export async function findSubject(
  context: OperationContext,
  { InstanceId: instanceId, NetworkInterfaceId: networkInterfaceId }: Parameters,
): Promise<Subject | Refusal> {
  if (instanceId !== undefined && networkInterfaceId !== undefined) {
    return refuse('InvalidParam.EniIdAndInstanceId.Conflict');
  }
  if (networkInterfaceId !== undefined) return secondary(context, networkInterfaceId);
  return instanceId === undefined
    ? refuse('MissingParameter', { name: 'InstanceId' })
    : ofInstance(context, instanceId);
}

async function secondary(
  { tx, accountId, regionId, regionGiven }: OperationContext,
  id: string,
): Promise<Subject | Refusal> {
  if (!regionGiven) return refuse('MissingParameter.RegionId');
  if (!/^eni-[0-9a-zA-Z-]{1,64}$/.test(id)) return refuse('InvalidParam.Malformed', { name: 'NetworkInterfaceId', id });
  const eni = await findNetworkInterface(tx, accountId, regionId, id);
  if (eni === undefined) return refuse('InvalidEniId.NotFound', { id });
  if (eni.type === 'Primary') return refuse('InvalidOperation.InvalidEniType', { type: eni.type });
  return checkOwnAndAtRest(eni) ?? { eni, isInstance: false };
}

async function ofInstance(
  { tx, accountId, regionId, regionGiven }: OperationContext,
  id: string,
): Promise<Subject | Refusal> {
  if (!/^i-[0-9a-zA-Z-]{1,64}$/.test(id)) return refuse('InvalidInstanceId.Malformed', { id });
  const instance = await findInstance(tx, accountId, regionGiven ? regionId : undefined, id);
  if (instance === undefined) return refuse('InvalidInstanceId.NotFound', { id });
  const { status: current } = instance;
  if (current !== 'Running' && current !== 'Stopped') {
    return refuse('IncorrectInstanceStatus', { id, current, expected: 'Running" or "Stopped' });
  }
  return { eni: await primaryOf(tx, id), isInstance: true };
}
