import type { OperationContext } from '../../operation/context.ts';
import type { Refusal } from '../../operation/refusal.ts';
import { findVSwitch, type VSwitch } from '../../vpc/vswitch/v-switch.table.ts';
import { findAnyInstance } from '../instance/instance.table.ts';
import type { Instance } from '../instance/instance.ts';
import { findInstanceType } from '../instance-type/catalogue.ts';
import type { InstanceType } from '../instance-type/instance-type.ts';
import { refuse } from '../refusals.ts';
import { findNetworkInterface } from './network-interface.table.ts';
import type { NetworkInterface } from './network-interface.ts';

/** A network interface whose addresses may be changed now, and what limits them. */
export interface Changeable {
  readonly eni: NetworkInterface;
  readonly vSwitch: VSwitch;
  /** Of the instance it is attached to. */
  readonly instanceType: InstanceType | undefined;
}

/** Finds the interface of a request that changes its addresses (ENI-131, 132). */
export async function findChangeable(
  { tx, accountId, regionId }: OperationContext,
  id: string,
): Promise<Changeable | Refusal> {
  const eni = await findNetworkInterface(tx, accountId, regionId, id);
  if (eni === undefined) return refuse('InvalidEniId.NotFound', { id });
  const instance = eni.instanceId === null ? undefined : await findAnyInstance(tx, eni.instanceId);
  const refused = checkChangeable(eni, instance);
  if (refused) return refused;
  const vSwitch = await findVSwitch(tx, accountId, regionId, eni.vSwitchId);
  if (vSwitch === undefined) throw new Error(`network interface ${id} is in no vSwitch`);
  return { eni, vSwitch, instanceType: instance && findInstanceType(instance.instanceType) };
}

function checkChangeable(eni: NetworkInterface, instance: Instance | undefined): Refusal | undefined {
  const { networkInterfaceId: id, serviceId, status, type } = eni;
  if (serviceId !== null) return refuse('InvalidOperation.EniServiceManaged', { id });
  if (status !== 'Available' && status !== 'InUse') {
    return refuse('InvalidOperation.InvalidEniState', { expected: 'Available" or "InUse', current: status });
  }
  if (type === 'Primary' && instance && instance.status !== 'Running' && instance.status !== 'Stopped') {
    return refuse('InvalidOperation.InvalidEcsState', { expected: 'Running" or "Stopped', current: instance.status });
  }
  return undefined;
}
