import { capacityTaken, own, primaryOf } from '../model.ts';
import { accepted, type ModelOperation, Reasons, type Scene, type Verdict } from '../operation.ts';
import type { NetworkInterface } from '../resources.ts';
import { judgeGroups, judgeRoom } from './security-group.ts';

interface InterfaceChange {
  readonly NetworkInterfaceId: string;
  readonly NetworkInterfaceName?: string | undefined;
  readonly Description?: string | undefined;
  readonly SecurityGroupId?: readonly string[] | undefined;
  readonly DeleteOnRelease?: boolean | undefined;
  readonly SourceDestCheck?: boolean | undefined;
}

export const modifyNetworkInterfaceAttribute: ModelOperation<InterfaceChange> = {
  product: 'Ecs',
  action: 'ModifyNetworkInterfaceAttribute',
  judge({ NetworkInterfaceId, SecurityGroupId, DeleteOnRelease }, scene) {
    const eni = own(scene.model.enis, scene.caller, NetworkInterfaceId);
    const refused = judgeModifiable(eni);
    if (eni === undefined || refused.length > 0) return refused;
    const isInstances = SecurityGroupId !== undefined || DeleteOnRelease !== undefined;
    if (eni.type === 'Primary' && isInstances) return ['InvalidOperation.PrimaryEniOnlySupportModifyNameAndDesc'];
    const reasons = new Reasons();
    if (SecurityGroupId !== undefined) {
      judgeNewGroups(reasons, scene, eni, SecurityGroupId, 'InvalidOperation.EniCountExceeded');
    }
    return reasons.codes;
  },
  apply(change, { model }) {
    const eni = model.enis.get(change.NetworkInterfaceId)!;
    eni.name = change.NetworkInterfaceName ?? eni.name;
    eni.description = change.Description ?? eni.description;
    eni.deleteOnRelease = change.DeleteOnRelease ?? eni.deleteOnRelease;
    eni.sourceDestCheck = change.SourceDestCheck ?? eni.sourceDestCheck;
    eni.groups = [...(change.SecurityGroupId ?? eni.groups)];
  },
};

interface InstanceChange {
  readonly InstanceId: string;
  readonly SecurityGroupIds?: readonly string[] | undefined;
  readonly DeletionProtection?: boolean | undefined;
}

export const modifyInstanceAttribute: ModelOperation<InstanceChange> = {
  product: 'Ecs',
  action: 'ModifyInstanceAttribute',
  judge({ InstanceId, SecurityGroupIds }, scene) {
    const instance = own(scene.model.instances, scene.caller, InstanceId);
    if (instance === undefined) return ['InvalidInstanceId.NotFound'];
    if (SecurityGroupIds === undefined) return accepted;
    if (instance.status !== 'Running' && instance.status !== 'Stopped') return ['IncorrectInstanceStatus'];
    const reasons = new Reasons();
    judgeNewGroups(reasons, scene, primaryOf(scene.model, InstanceId)!, SecurityGroupIds);
    return reasons.codes;
  },
  apply({ InstanceId, SecurityGroupIds, DeletionProtection }, { model }) {
    const instance = model.instances.get(InstanceId)!;
    instance.deletionProtection = DeletionProtection ?? instance.deletionProtection;
    // Secondary interfaces stay in their groups (ENI-149).
    const primary = primaryOf(model, InstanceId)!;
    primary.groups = [...(SecurityGroupIds ?? primary.groups)];
  },
};

/** The interface is its owner's to change, and at rest. */
export function judgeModifiable(eni: NetworkInterface | undefined): Verdict {
  if (eni === undefined) return ['InvalidEniId.NotFound'];
  if (eni.serviceId !== null) return ['InvalidOperation.EniServiceManaged'];
  return eni.status === 'Available' || eni.status === 'InUse' ? accepted : ['InvalidOperation.InvalidEniState'];
}

/** Whether the interface may be in these groups in place of those it is in, which it takes no more of. */
function judgeNewGroups(
  reasons: Reasons,
  scene: Scene,
  eni: NetworkInterface,
  ids: readonly string[],
  fullAdvanced = 'SecurityGroupInstanceLimitExceed',
): void {
  const groups = judgeGroups(reasons, scene, ids, eni.vpcId);
  const fresh = groups.filter(({ id }) => !eni.groups.includes(id));
  judgeRoom(reasons, scene.model, fresh, capacityTaken(eni), ({ type }) => {
    return type === 'enterprise' ? fullAdvanced : 'SecurityGroupInstanceLimitExceed';
  });
}
