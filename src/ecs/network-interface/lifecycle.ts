import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import type { NetworkInterface } from './network-interface.ts';

/** What an accepted command does: a new record and the delayed change that follows, or only the latter once more. */
export type Move =
  | { readonly kind: 'begin'; readonly changed: NetworkInterface }
  /** The same command is already under way; a stuck one is set going again. */
  | { readonly kind: 'again' };

/** What the life of an interface needs to know of an instance. */
export interface AttachingInstance {
  readonly instanceId: string;
  readonly vpcId: string;
  readonly zoneId: string;
  readonly status: string;
  readonly instanceType: string;
  /** Limits of its type. */
  readonly eniQuantity: number;
  readonly eniPrivateIpAddressQuantity: number;
  /** False for the types that take and give up interfaces only while stopped (ENI-78). */
  readonly hotPlug: boolean;
}

/** Available -> Attaching. The record's addresses and the instance's interfaces are counted by the caller. */
export function beginAttachment(
  eni: NetworkInterface,
  instance: AttachingInstance,
  counts: { readonly addresses: number; readonly interfacesOfInstance: number },
): Move | Refusal {
  if (eni.serviceId !== null) return refuse('InvalidOperation.EniServiceManaged', { id: eni.networkInterfaceId });
  if (eni.type === 'Primary') return refuse('InvalidOperation.InvalidEniType', { type: eni.type });
  if (eni.status !== 'Available') return wrongState('Available', eni);
  if (eni.vpcId !== instance.vpcId) {
    return refuse('InvalidOperation.VpcMismatch', {
      first: `ENI "${eni.networkInterfaceId}"`,
      second: `ECS instance "${instance.instanceId}"`,
    });
  }
  if (eni.zoneId !== instance.zoneId) {
    return refuse('InvalidOperation.AvailabilityZoneMismatch', {
      eniZoneId: eni.zoneId,
      instanceZoneId: instance.zoneId,
    });
  }
  const unready = instanceNotReady(instance);
  if (unready) return unready;
  const { instanceType } = instance;
  if (counts.interfacesOfInstance >= instance.eniQuantity) {
    return refuse('EniPerInstanceLimitExceeded', { limit: instance.eniQuantity, instanceType });
  }
  const limit = instance.eniPrivateIpAddressQuantity;
  if (counts.addresses > limit) {
    return refuse('InvalidOperation.Ipv4CountExceeded', { count: counts.addresses, limit, instanceType });
  }
  return { kind: 'begin', changed: { ...eni, status: 'Attaching', instanceId: instance.instanceId } };
}

/**
 * InUse -> Detaching; asking again while Detaching is accepted. An interface is linked while an elastic IP address is
 * on it in cut-through mode (ENI-102).
 */
export function beginDetachment(
  eni: NetworkInterface,
  instance: AttachingInstance,
  { linked }: { readonly linked: boolean },
): Move | Refusal {
  if (eni.serviceId !== null) return refuse('InvalidOperation.EniServiceManaged', { id: eni.networkInterfaceId });
  if (eni.type === 'Primary') return refuse('InvalidOperation.DetachPrimaryEniNotAllowed');
  if (eni.status !== 'InUse' && eni.status !== 'Detaching') return wrongState('InUse', eni);
  if (eni.instanceId !== instance.instanceId) {
    return refuse('InvalidParameter.EniNotBelongEcs', {
      id: eni.networkInterfaceId,
      instanceId: instance.instanceId,
    });
  }
  const unready = instanceNotReady(instance);
  if (unready) return unready;
  if (eni.status === 'Detaching') return { kind: 'again' };
  if (linked) return refuse('InvalidOperation.EniLinked', { id: eni.networkInterfaceId });
  return { kind: 'begin', changed: { ...eni, status: 'Detaching' } };
}

/** Available -> Deleting; asking again while Deleting is accepted. Type is looked at before state: a primary is always InUse. */
export function beginDeletion(eni: NetworkInterface): Move | Refusal {
  if (eni.serviceId !== null) return refuse('InvalidOperation.EniServiceManaged', { id: eni.networkInterfaceId });
  if (eni.type === 'Primary') return refuse('InvalidOperation.InvalidEniType', { type: eni.type });
  if (eni.slaveCount > 0) {
    return refuse('InvalidOperation.HasSlaveEniBonded', { id: eni.networkInterfaceId, count: eni.slaveCount });
  }
  if (eni.status === 'Deleting') return { kind: 'again' };
  if (eni.status !== 'Available') return wrongState('Available', eni);
  return { kind: 'begin', changed: { ...eni, status: 'Deleting' } };
}

/** Attaching -> InUse. */
export function completeAttachment(eni: NetworkInterface): NetworkInterface {
  return eni.status === 'Attaching' ? { ...eni, status: 'InUse' } : eni;
}

/** Attaching or Detaching -> Available: the end of a detachment, and of an attachment that failed. */
export function becomeAvailable(eni: NetworkInterface): NetworkInterface {
  if (eni.status !== 'Attaching' && eni.status !== 'Detaching') return eni;
  return { ...eni, status: 'Available', instanceId: null, networkCardIndex: null };
}

function wrongState(expected: string, eni: NetworkInterface): Refusal {
  return refuse('InvalidOperation.InvalidEniState', { expected, current: eni.status });
}

function instanceNotReady(instance: AttachingInstance): Refusal | undefined {
  const ready = instance.hotPlug ? ['Running', 'Stopped'] : ['Stopped'];
  if (ready.includes(instance.status)) return undefined;
  return refuse('InvalidOperation.InvalidEcsState', { expected: ready.join('" or "'), current: instance.status });
}
