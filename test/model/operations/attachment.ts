import { typeOf } from '../instance-types.ts';
import { enisOf, ipv4Places, ipv6Places, isLinked, type Model, membersOf, own } from '../model.ts';
import { type ModelOperation, Reasons, type Scene, type Verdict } from '../operation.ts';
import type { Instance, NetworkInterface } from '../resources.ts';
import { begin } from '../time.ts';
import { attachable } from './permission.ts';

interface Attachment {
  readonly NetworkInterfaceId: string;
  readonly InstanceId: string;
  /** The trunk to be a member of. */
  readonly TrunkNetworkInstanceId?: string | undefined;
}

export const attachNetworkInterface: ModelOperation<Attachment> = {
  product: 'Ecs',
  action: 'AttachNetworkInterface',
  judge(parameters, scene) {
    const { TrunkNetworkInstanceId: trunkId } = parameters;
    const found = lookUp(parameters, scene, attachable(scene.model, scene.caller, parameters.NetworkInterfaceId));
    if (!('eni' in found)) return found;
    const { eni, instance, trunk } = found;
    if (eni.serviceId !== null) return ['InvalidOperation.EniServiceManaged'];
    if (eni.type === 'Primary') return ['InvalidOperation.InvalidEniType'];
    if (trunkId !== undefined && eni.type === 'Trunk') return ['InvalidOperation.EniTypeNotSupportTrunking'];
    if (eni.status !== 'Available') return ['InvalidOperation.InvalidEniState'];
    const reasons = new Reasons();
    // Two accounts have no VPC in common.
    const isNear = eni.vpcId === instance.vpcId || eni.owner !== instance.owner;
    reasons.add(!isNear, 'InvalidOperation.VpcMismatch');
    reasons.add(isNear && eni.zoneId !== instance.zoneId, 'InvalidOperation.AvailabilityZoneMismatch');
    reasons.add(!isReady(instance), 'InvalidOperation.InvalidEcsState');
    const type = typeOf(instance);
    if (trunk === undefined) {
      const isTrunk = eni.type === 'Trunk';
      reasons.add(isTrunk && type.members === 0, 'InvalidOperation.InstanceTypeNotSupportEniTrunking');
      const others = enisOf(scene.model, instance.id).filter((other) => other.type !== 'Member');
      reasons.add(others.length >= type.eniQuantity, 'EniPerInstanceLimitExceeded');
    } else judgeMembership(reasons, scene.model, trunk, instance);
    reasons.add(ipv4Places(eni) > type.ipv4PerEni, 'InvalidOperation.Ipv4CountExceeded');
    reasons.add(ipv6Places(eni) > type.ipv6PerEni, 'InvalidOperation.Ipv6CountExceeded');
    return reasons.codes;
  },
  apply({ NetworkInterfaceId, InstanceId, TrunkNetworkInstanceId: trunkId }, { model }) {
    const eni = model.enis.get(NetworkInterfaceId)!;
    eni.instanceId = InstanceId;
    if (trunkId !== undefined) {
      Object.assign(eni, { type: 'Member', deviceIndex: freeDeviceIndex(model, trunkId), trunkId });
    }
    begin(model, eni, 'Attaching', 'attach');
  },
};

function judgeMembership(reasons: Reasons, model: Model, trunk: NetworkInterface, instance: Instance): void {
  const { members } = typeOf(instance);
  reasons.add(members === 0, 'InvalidOperation.InstanceTypeNotSupportEniTrunking');
  reasons.add(trunk.type !== 'Trunk', 'InvalidOperation.EniTypeNotSupportTrunking');
  reasons.add(trunk.serviceId !== null, 'InvalidOperation.EniServiceManaged');
  reasons.add(trunk.status !== 'InUse', 'InvalidOperation.InvalidTrunkEniStatus');
  reasons.add(trunk.instanceId !== instance.id, 'InvalidOperation.TrunkingIsNotAllowed');
  const there = enisOf(model, instance.id).filter(({ type }) => type === 'Member');
  reasons.add(members > 0 && there.length >= members, 'EniPerInstanceLimitExceeded');
}

/** The lowest that no other member has. */
function freeDeviceIndex(model: Model, trunkId: string): number {
  const taken = membersOf(model, trunkId).map(({ deviceIndex }) => deviceIndex);
  let index = 1;
  while (taken.includes(index)) index += 1;
  return index;
}

export const detachNetworkInterface: ModelOperation<Attachment> = {
  product: 'Ecs',
  action: 'DetachNetworkInterface',
  judge(parameters, scene) {
    const { TrunkNetworkInstanceId: trunkId } = parameters;
    const found = lookUpTogether(parameters, scene);
    if (!('eni' in found)) return found;
    const { eni, instance } = found;
    if (eni.serviceId !== null) return ['InvalidOperation.EniServiceManaged'];
    if (eni.type === 'Primary') return ['InvalidOperation.DetachPrimaryEniNotAllowed'];
    if (eni.status !== 'InUse' && eni.status !== 'Detaching') return ['InvalidOperation.InvalidEniState'];
    if (eni.instanceId !== instance.id) return ['InvalidParameter.EniNotBelongEcs'];
    const reasons = new Reasons();
    reasons.add(trunkId !== undefined && trunkId !== eni.trunkId, 'InvalidParameter.EniNotBelongTrunk');
    const isPlugged = instance.status === 'Running' && !typeOf(instance).hotPlug;
    reasons.add(isPlugged, 'InvalidOperation.HotPlugNotSupport');
    reasons.add(!isReady(instance) && !isPlugged, 'InvalidOperation.InvalidEcsState');
    if (eni.status === 'InUse') {
      reasons.add(membersOf(scene.model, eni.id).length > 0, 'InvalidOperation.HasMemberEniAttached');
      reasons.add(isLinked(scene.model, eni), 'InvalidOperation.EniLinked');
    }
    return reasons.codes;
  },
  apply({ NetworkInterfaceId }, { model }) {
    begin(model, model.enis.get(NetworkInterfaceId)!, 'Detaching', 'detach');
  },
};

interface Found {
  readonly eni: NetworkInterface;
  readonly instance: Instance;
  readonly trunk: NetworkInterface | undefined;
}

function lookUp(
  { InstanceId, TrunkNetworkInstanceId: trunkId }: Attachment,
  { model, caller }: Scene,
  eni: NetworkInterface | undefined,
): Found | Verdict {
  const instance = own(model.instances, caller, InstanceId);
  const trunk = own(model.enis, caller, trunkId);
  const absent = new Reasons();
  absent.add(eni === undefined, 'InvalidEniId.NotFound');
  absent.add(instance === undefined, 'InvalidEcsId.NotFound');
  absent.add(trunkId !== undefined && trunk === undefined, 'InvalidEniId.NotFound');
  if (eni === undefined || instance === undefined || absent.codes.length > 0) return absent.codes;
  return { eni, instance, trunk };
}

/** What is attached across accounts can be detached by both owners: they see each other's as long as they are together. */
function lookUpTogether({ NetworkInterfaceId, InstanceId }: Attachment, { model, caller }: Scene): Found | Verdict {
  const eni = model.enis.get(NetworkInterfaceId);
  const instance = model.instances.get(InstanceId);
  const isTogether = eni !== undefined && eni.instanceId === InstanceId;
  const ownsOne = eni?.owner === caller || instance?.owner === caller;
  const absent = new Reasons();
  const seesBoth = isTogether && ownsOne;
  absent.add(eni?.owner !== caller && !seesBoth, 'InvalidEniId.NotFound');
  absent.add(instance?.owner !== caller && !seesBoth, 'InvalidEcsId.NotFound');
  if (eni === undefined || instance === undefined || absent.codes.length > 0) return absent.codes;
  return { eni, instance, trunk: undefined };
}

/** Running or Stopped, of some types Stopped only (semantics, 2.3). */
function isReady(instance: Instance): boolean {
  const { hotPlug } = typeOf(instance);
  return instance.status === 'Stopped' || (hotPlug && instance.status === 'Running');
}
