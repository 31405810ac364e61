import { groupCapacity, groupCount, type Model, own, ruleCount, used } from '../model.ts';
import { accepted, type ModelOperation, Reasons, type Scene } from '../operation.ts';
import type { SecurityGroup } from '../resources.ts';
import { judgeResourceGroup } from './resource-group.ts';

interface NewGroup {
  /** Without one: a group of the classic network. */
  readonly VpcId?: string | undefined;
  readonly SecurityGroupType?: 'normal' | 'enterprise' | undefined;
  readonly ResourceGroupId?: string | undefined;
}

export const createSecurityGroup: ModelOperation<NewGroup> = {
  product: 'Ecs',
  action: 'CreateSecurityGroup',
  form: ({ VpcId, SecurityGroupType }) =>
    SecurityGroupType === 'enterprise' && VpcId === undefined ? ['InvalidParams.VpcIdGroupType'] : accepted,
  judge({ VpcId, ResourceGroupId }, scene) {
    const { model, caller } = scene;
    const vpc = own(model.vpcs, caller, VpcId);
    const reasons = new Reasons();
    reasons.add(VpcId !== undefined && vpc === undefined, 'InvalidVpcId.NotFound');
    reasons.add(vpc !== undefined && vpc.status !== 'Available', 'IncorrectVpcStatus');
    const isFull = used(model, caller)['security-groups'] >= model.quotas['security-groups'];
    reasons.add(isFull, 'QuotaExceed.SecurityGroup');
    judgeResourceGroup(reasons, scene, ResourceGroupId);
    return reasons.codes;
  },
  apply(parameters, { model, caller }, { SecurityGroupId: id }) {
    const { VpcId: vpcId = null, SecurityGroupType: type = 'normal', ResourceGroupId: resourceGroup = '' } = parameters;
    model.groups.set(id, { id, owner: caller, vpcId, type, rules: new Set(), tags: new Map(), resourceGroup });
  },
};

export const deleteSecurityGroup: ModelOperation<{ SecurityGroupId: string }> = {
  product: 'Ecs',
  action: 'DeleteSecurityGroup',
  judge({ SecurityGroupId }, { model, caller }) {
    if (own(model.groups, caller, SecurityGroupId) === undefined) return ['InvalidSecurityGroupId.NotFound'];
    const isNeeded = membersOf(model, SecurityGroupId).length > 0 || isReferredTo(model, SecurityGroupId);
    return isNeeded ? ['DependencyViolation'] : accepted;
  },
  apply({ SecurityGroupId }, { model }) {
    model.groups.delete(SecurityGroupId);
    model.gone.push(SecurityGroupId);
  },
};

export function membersOf(model: Model, groupId: string) {
  return [...model.enis.values()].filter(({ groups }) => groups.includes(groupId));
}

/** Whether another group's rules name the group. */
function isReferredTo(model: Model, groupId: string): boolean {
  return [...model.groups.values()].some(({ rules }) => [...rules].some((rule) => rule.startsWith(`${groupId} `)));
}

/** The groups of a request, as far as they exist; what is against an interface of the VPC being in all of them. */
export function judgeGroups(
  reasons: Reasons,
  { model, caller }: Scene,
  ids: readonly string[],
  vpcId: string | undefined,
  otherVpc = 'InvalidOperation.VpcMismatch',
): SecurityGroup[] {
  const groups = ids.map((id) => own(model.groups, caller, id));
  const found = groups.filter((group) => group !== undefined);
  reasons.add(ids.length > model.quotas['security-groups-per-network-interface'], 'JoinedGroupLimitExceed');
  reasons.add(found.length < ids.length, 'InvalidSecurityGroupId.NotFound');
  reasons.add(
    found.some((group) => group.vpcId === null),
    'InvalidSecurityGroupId.NotVpc',
  );
  if (vpcId !== undefined) {
    reasons.add(
      found.some((group) => group.vpcId !== null && group.vpcId !== vpcId),
      otherVpc,
    );
  }
  reasons.add(new Set(ids).size < ids.length, 'InvalidParameter.SecurityGroupIdRepeated');
  reasons.add(new Set(found.map(({ type }) => type)).size > 1, 'InvalidOperation.MultiGroupType');
  reasons.add(ruleCount([...new Set(found)]) > model.quotas['rules-per-network-interface'], 'AclLimitExceed');
  return found;
}

/** Whether each group has room for so many more private addresses. */
export function judgeRoom(
  reasons: Reasons,
  model: Model,
  groups: readonly SecurityGroup[],
  count: number,
  codeOf: (group: SecurityGroup) => string = () => 'SecurityGroupInstanceLimitExceed',
): void {
  for (const group of groups) {
    reasons.add(groupCount(model, group.id) + count > groupCapacity(model, group), codeOf(group));
  }
}
