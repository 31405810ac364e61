import type { Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import type { AttachingInstance } from './attaching-instance.ts';
import type { NetworkInterface } from './network-interface.ts';

/** Where a member hangs on its trunk. */
export type Place = Pick<NetworkInterface, 'type' | 'trunkNetworkInterfaceId' | 'deviceIndex'>;

/** Whether an instance takes the interface as far as trunks go: those need a type that supports them. */
export function checkTrunkSupport(
  { type }: NetworkInterface,
  { eniTrunkSupported, instanceType }: AttachingInstance,
): Refusal | undefined {
  if (type !== 'Trunk' || eniTrunkSupported) return undefined;
  return refuse('InvalidOperation.InstanceTypeNotSupportEniTrunking', { instanceType });
}

/**
 * Whether an interface can become a member of the trunk: a secondary one of the standard mode, a trunk in use on the
 * same instance, and room for one more among all members on it (ENI-87).
 */
export function checkMembership(
  eni: NetworkInterface,
  trunk: NetworkInterface,
  instance: AttachingInstance,
  attached: readonly Place[],
): Refusal | undefined {
  const { instanceType, eniTotalQuantity, eniQuantity } = instance;
  const { networkInterfaceId: trunkId } = trunk;
  if (!instance.eniTrunkSupported) {
    return refuse('InvalidOperation.InstanceTypeNotSupportEniTrunking', { instanceType });
  }
  if (trunk.type !== 'Trunk') {
    return refuse('InvalidOperation.EniTypeNotSupportTrunking', { id: trunkId, type: trunk.type, role: 'trunk' });
  }
  if (trunk.serviceId !== null) return refuse('InvalidOperation.EniServiceManaged', { id: trunkId });
  if (trunk.status !== 'InUse') {
    return refuse('InvalidOperation.InvalidTrunkEniStatus', { id: trunkId, current: trunk.status });
  }
  if (trunk.instanceId !== instance.instanceId) {
    return refuse('InvalidOperation.TrunkingIsNotAllowed', { id: trunkId, instanceId: instance.instanceId });
  }
  if (eni.trafficMode !== 'Standard') {
    const { networkInterfaceId: id, trafficMode: type } = eni;
    return refuse('InvalidOperation.EniTypeNotSupportTrunking', { id, type, role: 'member' });
  }
  const limit = eniTotalQuantity - eniQuantity;
  const members = attached.filter((other) => other.type === 'Member').length;
  return members < limit ? undefined : refuse('EniPerInstanceLimitExceeded.Members', { limit, instanceType });
}

/** A trunk takes no trunk as its member, and types are told before states. */
export function checkMemberType({ networkInterfaceId: id, type }: NetworkInterface): Refusal | undefined {
  return type === 'Trunk'
    ? refuse('InvalidOperation.EniTypeNotSupportTrunking', { id, type, role: 'member' })
    : undefined;
}

/** The interface as a member of the trunk, at the lowest device index, from 1 on, that is free there. */
export function joinedTo(
  eni: NetworkInterface,
  { networkInterfaceId: trunkId }: NetworkInterface,
  attached: readonly Place[],
): NetworkInterface {
  const members = attached.filter((other) => other.trunkNetworkInterfaceId === trunkId);
  const taken = new Set(members.map((member) => member.deviceIndex));
  let deviceIndex = 1;
  while (taken.has(deviceIndex)) deviceIndex += 1;
  return { ...eni, type: 'Member', trunkNetworkInterfaceId: trunkId, deviceIndex };
}

/** The interface off its trunk: a member is a secondary one again. */
export function freeOfTrunk(eni: NetworkInterface): NetworkInterface {
  if (eni.type !== 'Member') return eni;
  return { ...eni, type: 'Secondary', trunkNetworkInterfaceId: null, deviceIndex: null };
}

/** Whether the interface hangs on the trunk that a request names; a request need not name it. */
export function checkTrunkOf(
  { networkInterfaceId: id, trunkNetworkInterfaceId }: NetworkInterface,
  trunkId: string | undefined,
): Refusal | undefined {
  if (trunkId === undefined || trunkId === trunkNetworkInterfaceId) return undefined;
  return refuse('InvalidParameter.EniNotBelongTrunk', { id, trunkId });
}

/** A trunk stays where it is while it has members, on their way to or from it included (ENI-99). */
export function checkMembersGone(
  { networkInterfaceId: id }: NetworkInterface,
  memberCount: number,
): Refusal | undefined {
  return memberCount === 0 ? undefined : refuse('InvalidOperation.HasMemberEniAttached', { id, count: memberCount });
}

/** Whether an interface of this type can be deleted at all; what depends on its status is for the caller. */
export function checkDeletable({ type }: NetworkInterface, memberCount: number): Refusal | undefined {
  if (type === 'Primary' || type === 'Member') return refuse('InvalidOperation.InvalidEniType', { type });
  return memberCount === 0
    ? undefined
    : refuse('InvalidOperation.InvalidEniType.TrunkWithMembers', { type, count: memberCount });
}
