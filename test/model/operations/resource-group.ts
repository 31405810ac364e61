import { allOwn, type Model, own, primaryOf, used } from '../model.ts';
import { type ModelOperation, Reasons, type Scene } from '../operation.ts';
import type { AccountName } from '../resources.ts';
import { schedule } from '../time.ts';

/** Whether resources can be put in the group that a request names; naming none is always right (ENI-43). */
export function judgeResourceGroup(
  reasons: Reasons,
  { model, caller }: Scene,
  id: string | undefined,
  code = 'InvalidResourceGroup.NotFound',
): void {
  const group = own(model.resourceGroups, caller, id);
  reasons.add(id !== undefined && (group === undefined || group.status === 'PendingDelete'), code);
}

export const createResourceGroup: ModelOperation<{ readonly Name: string; readonly DisplayName: string }> = {
  product: 'ResourceManager',
  action: 'CreateResourceGroup',
  judge({ Name }, { model, caller }) {
    const owned = allOwn(model.resourceGroups, caller);
    const reasons = new Reasons();
    const isTaken = owned.some(({ name, status }) => name === Name && status !== 'PendingDelete');
    reasons.add(isTaken, 'EntityAlreadyExists.ResourceGroup');
    const isFull = used(model, caller)['resource-groups'] >= model.quotas['resource-groups'];
    reasons.add(isFull, 'LimitExceeded.ResourceGroup');
    return reasons.codes;
  },
  apply({ Name: name }, { model, caller }, { ResourceGroup: { Id: id } }) {
    model.resourceGroups.set(id, { id, owner: caller, name, status: 'Creating' });
    schedule(model, 'resource-group', id, 'create');
  },
};

export const deleteResourceGroup: ModelOperation<{ readonly ResourceGroupId: string }> = {
  product: 'ResourceManager',
  action: 'DeleteResourceGroup',
  judge({ ResourceGroupId: id }, { model, caller }) {
    const group = own(model.resourceGroups, caller, id);
    if (group === undefined) return ['EntityNotExists.ResourceGroup'];
    if (group.status !== 'OK') return ['DeleteConflict.ResourceGroup.Status'];
    const reasons = new Reasons();
    reasons.add(!isEmpty(model, id), 'DeleteConflict.ResourceGroup.Resource');
    return reasons.codes;
  },
  apply({ ResourceGroupId: id }, { model }) {
    model.resourceGroups.get(id)!.status = 'PendingDelete';
    schedule(model, 'resource-group', id, 'delete');
  },
};

interface Join {
  readonly ResourceType: 'eni' | 'instance' | 'securitygroup';
  readonly ResourceId: string;
  readonly ResourceGroupId: string;
}

export const joinResourceGroup: ModelOperation<Join> = {
  product: 'Ecs',
  action: 'JoinResourceGroup',
  judge({ ResourceType, ResourceId, ResourceGroupId }, scene) {
    const reasons = new Reasons();
    judgeResourceGroup(reasons, scene, ResourceGroupId);
    const resource = own(movable(scene.model, ResourceType), scene.caller, ResourceId);
    reasons.add(resource === undefined, 'InvalidResourceId.NotFound');
    reasons.add(resource?.resourceGroup === ResourceGroupId, 'InvalidResourceGroup.Duplicate');
    return reasons.codes;
  },
  apply({ ResourceType, ResourceId, ResourceGroupId }, { model }) {
    movable(model, ResourceType).get(ResourceId)!.resourceGroup = ResourceGroupId;
    // An instance takes its primary interface with it.
    if (ResourceType === 'instance') primaryOf(model, ResourceId)!.resourceGroup = ResourceGroupId;
  },
};

interface Move {
  readonly ResourceType: 'VPC' | 'EIP';
  readonly ResourceId: string;
  readonly NewResourceGroupId: string;
}

export const moveResourceGroup: ModelOperation<Move> = {
  product: 'Vpc',
  action: 'MoveResourceGroup',
  judge({ ResourceType, ResourceId, NewResourceGroupId }, scene) {
    const reasons = new Reasons();
    judgeResourceGroup(reasons, scene, NewResourceGroupId, 'InvalidResourceGroupId');
    const resource = own(movable(scene.model, ResourceType), scene.caller, ResourceId);
    reasons.add(resource === undefined, 'InvalidResourceId.NotFound');
    const vpc = ResourceType === 'VPC' ? own(scene.model.vpcs, scene.caller, ResourceId) : undefined;
    reasons.add(vpc?.status === 'Pending', 'OperationFailed.InstanceStatusNotAllowed');
    return reasons.codes;
  },
  apply({ ResourceType, ResourceId, NewResourceGroupId }, { model }) {
    movable(model, ResourceType).get(ResourceId)!.resourceGroup = NewResourceGroupId;
    if (ResourceType === 'EIP') return;
    // A VPC takes its vSwitches with it.
    for (const vSwitch of model.vSwitches.values()) {
      if (vSwitch.vpcId === ResourceId) vSwitch.resourceGroup = NewResourceGroupId;
    }
  },
};

function movable(
  model: Model,
  type: Join['ResourceType'] | Move['ResourceType'],
): ReadonlyMap<string, { readonly owner: AccountName; resourceGroup: string }> {
  const byType = {
    eni: model.enis,
    instance: model.instances,
    securitygroup: model.groups,
    VPC: model.vpcs,
    EIP: model.eips,
  };
  return byType[type];
}

/** Whether no resource is in the group. */
export function isEmpty({ enis, instances, groups, vpcs, vSwitches, eips }: Model, id: string): boolean {
  const everything = [enis, instances, groups, vpcs, vSwitches, eips].flatMap((resources) => [...resources.values()]);
  return !everything.some(({ resourceGroup }) => resourceGroup === id);
}
