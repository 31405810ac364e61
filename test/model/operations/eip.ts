import { numberOf } from '../ipv4.ts';
import { eipsOn, ipv4Places, own, primaryOf, used } from '../model.ts';
import { accepted, claim, type ModelOperation, Reasons, type Scene, type Verdict } from '../operation.ts';
import type { Eip, EipBinding, NetworkInterface } from '../resources.ts';
import { pending, schedule } from '../time.ts';
import { judgeResourceGroup } from './resource-group.ts';

interface NewEip {
  readonly ResourceGroupId?: string | undefined;
  readonly ClientToken?: string | undefined;
}

export const allocateEipAddress: ModelOperation<NewEip> = {
  product: 'Vpc',
  action: 'AllocateEipAddress',
  judge({ ResourceGroupId }, scene) {
    const reasons = new Reasons();
    reasons.add(used(scene.model, scene.caller).eips >= scene.model.quotas.eips, 'QuotaExceeded.Eip');
    judgeResourceGroup(reasons, scene, ResourceGroupId, 'InvalidResourceGroupId');
    return reasons.codes;
  },
  apply({ ResourceGroupId: resourceGroup = '' }, { model, caller }, { AllocationId: id, EipAddress: address }) {
    claim(![...model.eips.values()].some((eip) => eip.address === address), () => `${address} is given out twice`);
    model.eips.set(id, {
      id,
      owner: caller,
      address,
      status: 'Available',
      protected: false,
      bound: null,
      tags: new Map(),
      resourceGroup,
    });
  },
};

interface Association {
  readonly AllocationId: string;
  readonly InstanceId: string;
  readonly InstanceType: EipBinding['instanceType'];
  readonly Mode?: EipBinding['mode'] | undefined;
  readonly PrivateIpAddress?: string | undefined;
}

export const associateEipAddress: ModelOperation<Association> = {
  product: 'Vpc',
  action: 'AssociateEipAddress',
  judge(parameters, scene) {
    const { model, caller } = scene;
    const { AllocationId, InstanceId, InstanceType, Mode = 'NAT', PrivateIpAddress } = parameters;
    const eip = own(model.eips, caller, AllocationId);
    const eni = targetOf(scene, InstanceType, InstanceId);
    const absent = new Reasons();
    absent.add(eip === undefined, 'InvalidAllocationId.NotFound');
    absent.add(eni === undefined, 'InvalidInstanId.NotFound');
    if (eip === undefined || eni === undefined) return absent.codes;
    if (eip.status !== 'Available') return ['IncorrectEipStatus'];
    const reasons = new Reasons();
    reasons.codes.push(...notReady(scene, InstanceType, InstanceId));
    const others = eipsOn(model, eni.id);
    if (Mode !== 'NAT') {
      reasons.add(InstanceType !== 'NetworkInterface', 'Invalid.DirectEip.BindType');
      reasons.add(eni.instanceId !== null, 'Eni.Attached');
      reasons.add(Mode === 'BINDED' && ipv4Places(eni) > 1, 'Eni.HasSubIp');
    }
    reasons.add(
      others.some(({ bound }) => bound?.mode !== Mode),
      'Mode.Conflict',
    );
    if (InstanceType === 'EcsInstance') {
      reasons.add(
        others.some(({ bound }) => bound?.instanceType === 'EcsInstance'),
        'InvalidAssociation.Duplicated',
      );
    }
    const address = addressFor(eni, others, Mode, PrivateIpAddress);
    if (address === undefined) reasons.codes.push('InvalidEip.EipQuotaExceeded');
    else {
      reasons.add(!eni.addresses.includes(address), 'InvalidParameter');
      reasons.add(
        others.some(({ bound }) => bound?.privateAddress === address),
        'InvalidAssociation.Duplicated',
      );
    }
    return reasons.codes;
  },
  apply({ AllocationId, InstanceId, InstanceType, Mode = 'NAT', PrivateIpAddress }, scene) {
    const eip = scene.model.eips.get(AllocationId)!;
    const eni = targetOf(scene, InstanceType, InstanceId)!;
    const privateAddress = addressFor(eni, eipsOn(scene.model, eni.id), Mode, PrivateIpAddress)!;
    const binding = { mode: Mode, instanceType: InstanceType, instanceId: InstanceId, privateAddress };
    Object.assign(eip, { status: 'InUse', bound: { ...binding, networkInterfaceId: eni.id } } satisfies Partial<Eip>);
  },
};

export const unassociateEipAddress: ModelOperation<{ readonly AllocationId: string }> = {
  product: 'Vpc',
  action: 'UnassociateEipAddress',
  judge({ AllocationId }, scene) {
    const eip = own(scene.model.eips, scene.caller, AllocationId);
    if (eip === undefined) return ['InvalidAllocationId.NotFound'];
    if (eip.bound === null) return ['IncorrectEipStatus'];
    if (eip.status === 'Unassociating') return isStuck(scene, eip) ? accepted : ['IncorrectEipStatus'];
    return notReady(scene, eip.bound.instanceType, eip.bound.instanceId);
  },
  apply({ AllocationId }, { model }) {
    model.eips.get(AllocationId)!.status = 'Unassociating';
    schedule(model, 'eip', AllocationId, 'unassociate');
  },
};

export const releaseEipAddress: ModelOperation<{ readonly AllocationId: string }> = {
  product: 'Vpc',
  action: 'ReleaseEipAddress',
  judge({ AllocationId }, { model, caller }) {
    const eip = own(model.eips, caller, AllocationId);
    if (eip === undefined) return ['InvalidAllocationId.NotFound'];
    const reasons = new Reasons();
    reasons.add(eip.status !== 'Available', 'IncorrectEipStatus');
    reasons.add(eip.protected, 'InvalidOperation.DeletionProtection');
    return reasons.codes;
  },
  apply({ AllocationId }, { model }) {
    model.eips.delete(AllocationId);
    model.gone.push(AllocationId);
  },
};

interface Protection {
  readonly Type: 'EIP';
  readonly InstanceId: string;
  readonly ProtectionEnable: boolean;
}

export const deletionProtection: ModelOperation<Protection> = {
  product: 'Vpc',
  action: 'DeletionProtection',
  judge: ({ InstanceId }, { model, caller }) =>
    own(model.eips, caller, InstanceId) === undefined ? ['InvalidAllocationId.NotFound'] : accepted,
  apply({ InstanceId, ProtectionEnable }, { model }) {
    model.eips.get(InstanceId)!.protected = ProtectionEnable;
  },
};

function isStuck({ model }: Scene, { id }: Eip): boolean {
  return pending(model, 'eip', id)?.outcome === 'stick';
}

/** The interface itself, or the primary one of the instance. */
function targetOf(
  { model, caller }: Scene,
  type: EipBinding['instanceType'],
  id: string,
): NetworkInterface | undefined {
  if (type === 'NetworkInterface') return own(model.enis, caller, id);
  return own(model.instances, caller, id) && primaryOf(model, id);
}

function notReady({ model }: Scene, type: EipBinding['instanceType'], id: string): Verdict {
  if (type === 'EcsInstance') {
    const { status } = model.instances.get(id)!;
    return status === 'Running' || status === 'Stopped' ? accepted : ['InvalidStatus.EcsStatusNotSupport'];
  }
  const { status, serviceId } = model.enis.get(id)!;
  const reasons = new Reasons();
  reasons.add(serviceId !== null, 'InvalidParameter.EniInstanceId');
  reasons.add(status !== 'Available' && status !== 'InUse', 'InvalidStatus.EniStatusNotSupport');
  return reasons.codes;
}

/** The address asked for; the primary one; beside others the first that has none. Undefined when each has one. */
function addressFor(
  eni: NetworkInterface,
  others: readonly Eip[],
  mode: EipBinding['mode'],
  asked: string | undefined,
): number | undefined {
  if (asked !== undefined) return numberOf(asked);
  if (mode !== 'MULTI_BINDED') return eni.addresses[0];
  return eni.addresses.find((address) => !others.some(({ bound }) => bound?.privateAddress === address));
}
