import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { checkIpv4OfType, checkIpv6OfType, ipv4PlacesOf, ipv6PlacesOf } from './address-limits.ts';
import type { AttachingInstance } from './attaching-instance.ts';
import { checkNetworkCard, checkRoom, type Share } from './attachment-limits.ts';
import type { NetworkInterface } from './network-interface.ts';
import {
  checkDeletable,
  checkMembersGone,
  checkMembership,
  checkMemberType,
  checkTrunkOf,
  checkTrunkSupport,
  freeOfTrunk,
  joinedTo,
  type Place,
} from './trunk.ts';

/** What an accepted command does: a new record and the delayed change that follows, or only the latter once more. */
export type Move =
  | { readonly kind: 'begin'; readonly changed: NetworkInterface }
  /** The same command is already under way; a stuck one is set going again. */
  | { readonly kind: 'again' };

/** What an attachment is asked for with, and what is there already. */
export interface Attachment {
  /** How many IPv4 addresses the interface has. */
  readonly addresses: number;
  /** Everything on the instance, or on its way to or from it; members of trunks too. */
  readonly attached: readonly (Share & Place)[];
  /** The trunk the interface shall be a member of. */
  readonly trunk?: NetworkInterface | undefined;
  readonly networkCardIndex?: number | undefined;
}

/** Available -> Attaching; with a trunk, as its member. */
export function beginAttachment(
  eni: NetworkInterface,
  instance: AttachingInstance,
  { addresses, attached, trunk, networkCardIndex }: Attachment,
): Move | Refusal {
  const refused =
    checkManaged(eni) ??
    (eni.type === 'Primary' ? refuse('InvalidOperation.InvalidEniType', { type: eni.type }) : undefined) ??
    (trunk && checkMemberType(eni)) ??
    (eni.status === 'Available' ? undefined : wrongState('Available', eni)) ??
    checkGeometry(eni, instance) ??
    checkReady(instance) ??
    checkTrunkSupport(eni, instance) ??
    checkNetworkCard(networkCardIndex, instance) ??
    (trunk
      ? checkMembership(eni, trunk, instance, attached)
      : checkRoom({ ...eni, networkCardIndex: networkCardIndex ?? null }, attached, instance)) ??
    checkIpv4OfType(ipv4PlacesOf(eni, addresses), instance) ??
    checkIpv6OfType(ipv6PlacesOf(eni), instance);
  if (refused) return refused;
  const attaching: NetworkInterface = {
    ...eni,
    status: 'Attaching',
    instanceId: instance.instanceId,
    networkCardIndex: networkCardIndex ?? null,
  };
  return { kind: 'begin', changed: trunk ? joinedTo(attaching, trunk, attached) : attaching };
}

/** What a detachment is asked for with, and what stands in its way. */
export interface Detachment {
  /** An elastic IP address is on the interface in cut-through mode (ENI-102). */
  readonly linked: boolean;
  /** The trunk the request says the interface is a member of. */
  readonly trunkId?: string | undefined;
  /** Interfaces that are members of this one. */
  readonly memberCount: number;
}

/** InUse -> Detaching; asking again while Detaching is accepted. */
export function beginDetachment(
  eni: NetworkInterface,
  instance: AttachingInstance,
  { linked, trunkId, memberCount }: Detachment,
): Move | Refusal {
  const { networkInterfaceId: id } = eni;
  const refused =
    checkManaged(eni) ??
    (eni.type === 'Primary' ? refuse('InvalidOperation.DetachPrimaryEniNotAllowed') : undefined) ??
    (eni.status === 'InUse' || eni.status === 'Detaching' ? undefined : wrongState('InUse', eni)) ??
    (eni.instanceId === instance.instanceId
      ? undefined
      : refuse('InvalidParameter.EniNotBelongEcs', { id, instanceId: instance.instanceId })) ??
    checkTrunkOf(eni, trunkId) ??
    checkUnpluggable(eni, instance);
  if (refused) return refused;
  if (eni.status === 'Detaching') return { kind: 'again' };
  const held =
    checkMembersGone(eni, memberCount) ?? (linked ? refuse('InvalidOperation.EniLinked', { id }) : undefined);
  return held ?? { kind: 'begin', changed: { ...eni, status: 'Detaching' } };
}

/** Available -> Deleting; asking again while Deleting is accepted. Type is looked at before state: a primary is always InUse. */
export function beginDeletion(
  eni: NetworkInterface,
  { memberCount }: { readonly memberCount: number },
): Move | Refusal {
  const refused = checkManaged(eni) ?? checkDeletable(eni, memberCount);
  if (refused) return refused;
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
  return { ...freeOfTrunk(eni), status: 'Available', instanceId: null, networkCardIndex: null };
}

/** Detaching -> InUse: a detachment that failed. */
export function failDetachment(eni: NetworkInterface): NetworkInterface {
  return eni.status === 'Detaching' ? { ...eni, status: 'InUse' } : eni;
}

/** Deleting -> Available: a deletion that failed. */
export function failDeletion(eni: NetworkInterface): NetworkInterface {
  return eni.status === 'Deleting' ? { ...eni, status: 'Available' } : eni;
}

function checkManaged({ serviceId, networkInterfaceId: id }: NetworkInterface): Refusal | undefined {
  return serviceId === null ? undefined : refuse('InvalidOperation.EniServiceManaged', { id });
}

function wrongState(expected: string, eni: NetworkInterface): Refusal {
  return refuse('InvalidOperation.InvalidEniState', { expected, current: eni.status });
}

/** The interface's vSwitch and the instance are in one VPC, unless they are of two accounts, and in one zone. */
function checkGeometry(eni: NetworkInterface, instance: AttachingInstance): Refusal | undefined {
  if (eni.accountId === instance.accountId && eni.vpcId !== instance.vpcId) {
    const first = `ENI "${eni.networkInterfaceId}"`;
    return refuse('InvalidOperation.VpcMismatch', { first, second: `ECS instance "${instance.instanceId}"` });
  }
  if (eni.zoneId === instance.zoneId) return undefined;
  const zones = { eniZoneId: eni.zoneId, instanceZoneId: instance.zoneId };
  return refuse('InvalidOperation.AvailabilityZoneMismatch', zones);
}

function checkReady({ status: current, hotPlug }: AttachingInstance): Refusal | undefined {
  const ready = hotPlug ? ['Running', 'Stopped'] : ['Stopped'];
  if (ready.includes(current)) return undefined;
  return refuse('InvalidOperation.InvalidEcsState', { expected: ready.join('" or "'), current });
}

/** A running instance gives up no interface of the RDMA mode, and none at all where its type plugs none (ENI-78, ENI-100). */
function checkUnpluggable(eni: NetworkInterface, instance: AttachingInstance): Refusal | undefined {
  const { instanceId, instanceType } = instance;
  if (instance.status === 'Running') {
    if (!instance.hotPlug) return refuse('InvalidOperation.HotPlugNotSupport', { instanceId, instanceType });
    if (eni.trafficMode === 'HighPerformance') {
      return refuse('InvalidOperation.EniHotPlugNotSupported', { id: eni.networkInterfaceId, instanceId });
    }
  }
  return checkReady(instance);
}
