import { capacityTaken, own, primaryOf, ruleCount } from '../model.ts';
import { accepted, type ModelOperation, Reasons, type Scene, type Verdict } from '../operation.ts';
import type { NetworkInterface } from '../resources.ts';
import { judgeModifiable } from './modification.ts';
import { judgeRoom } from './security-group.ts';

interface Membership {
  readonly SecurityGroupId: string;
  readonly NetworkInterfaceId?: string | undefined;
  /** In its stead: the primary interface of the instance. */
  readonly InstanceId?: string | undefined;
}

export const joinSecurityGroup: ModelOperation<Membership> = {
  product: 'Ecs',
  action: 'JoinSecurityGroup',
  judge(parameters, scene) {
    const { model } = scene;
    const { SecurityGroupId, InstanceId } = parameters;
    const refused = judgeSubject(parameters, scene);
    const group = own(model.groups, scene.caller, SecurityGroupId);
    if (group === undefined) return [...refused, 'InvalidSecurityGroupId.NotFound'];
    if (refused.length > 0) return refused;
    const eni = subjectOf(parameters, scene)!;
    const isInstance = InstanceId !== undefined;
    if (eni.groups.includes(SecurityGroupId)) return isInstance ? ['InvalidInstanceId.AlreadyExists'] : accepted;
    const groups = [group, ...eni.groups.map((id) => model.groups.get(id)!)];
    const reasons = new Reasons();
    const otherVpc = isInstance ? 'InvalidInstanceId.Mismatch' : 'InvalidOperation.VpcMismatch';
    reasons.add(group.vpcId !== eni.vpcId, otherVpc);
    const limit = model.quotas['security-groups-per-network-interface'];
    reasons.add(groups.length > limit, 'InstanceSecurityGroupLimitExceeded');
    reasons.add(new Set(groups.map(({ type }) => type)).size > 1, 'InvalidOperation.MultiGroupType');
    reasons.add(ruleCount(groups) > model.quotas['rules-per-network-interface'], 'AclLimitExceed');
    judgeRoom(reasons, model, [group], capacityTaken(eni), () => 'SecurityGroupInstanceLimitExceeded');
    return reasons.codes;
  },
  apply(parameters, scene) {
    const eni = subjectOf(parameters, scene)!;
    if (!eni.groups.includes(parameters.SecurityGroupId)) eni.groups.push(parameters.SecurityGroupId);
  },
};

export const leaveSecurityGroup: ModelOperation<Membership> = {
  product: 'Ecs',
  action: 'LeaveSecurityGroup',
  judge(parameters, scene) {
    const { SecurityGroupId, InstanceId } = parameters;
    const refused = judgeSubject(parameters, scene);
    const group = own(scene.model.groups, scene.caller, SecurityGroupId);
    if (group === undefined) return [...refused, 'InvalidSecurityGroupId.NotFound'];
    if (refused.length > 0) return refused;
    const { groups } = subjectOf(parameters, scene)!;
    if (!groups.includes(SecurityGroupId)) return ['InvalidSecurityGroupAssociation.NotFound'];
    if (groups.length > 1) return accepted;
    return [InstanceId === undefined ? 'InvalidOperation.AtLeastInOneGroup' : 'InstanceLastSecurityGroup'];
  },
  apply(parameters, scene) {
    const eni = subjectOf(parameters, scene)!;
    eni.groups = eni.groups.filter((id) => id !== parameters.SecurityGroupId);
  },
};

function subjectOf(
  { NetworkInterfaceId, InstanceId = '' }: Membership,
  { model, caller }: Scene,
): NetworkInterface | undefined {
  if (NetworkInterfaceId !== undefined) return own(model.enis, caller, NetworkInterfaceId);
  return own(model.instances, caller, InstanceId) && primaryOf(model, InstanceId);
}

function judgeSubject(parameters: Membership, scene: Scene): Verdict {
  const { NetworkInterfaceId, InstanceId } = parameters;
  if (NetworkInterfaceId !== undefined && InstanceId !== undefined) return ['InvalidParam.EniIdAndInstanceId.Conflict'];
  const eni = subjectOf(parameters, scene);
  if (InstanceId !== undefined) {
    const instance = own(scene.model.instances, scene.caller, InstanceId);
    if (instance === undefined) return ['InvalidInstanceId.NotFound'];
    return instance.status === 'Running' || instance.status === 'Stopped' ? accepted : ['IncorrectInstanceStatus'];
  }
  return eni?.type === 'Primary' ? ['InvalidOperation.InvalidEniType'] : judgeModifiable(eni);
}
