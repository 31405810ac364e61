import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { changeableGroup } from './changeable-group.ts';
import { someResourceIn } from './holdings.ts';
import { saveStatus } from './resource-group.table.ts';
import { type ResourceGroup, resourceGroupResource } from './resource-group.ts';
import { resourceGroupId } from './rules.ts';
import { describedResourceGroup, describedStatus } from './view.ts';

/** Starts the deletion of a resource group that holds no resources. It takes none any more, and its name is free at once. */
export const deleteResourceGroup = operation('ResourceManager', 'DeleteResourceGroup', {
  permits: ['ram:resourcegroup/{ResourceGroupId}'],
  ramAction: 'ram:DeleteResourceGroup',
  rules: { ResourceGroupId: resourceGroupId },

  async execute({ ResourceGroupId: id }, context) {
    const { tx, transitions } = context;
    const group = await changeableGroup(context, id);
    if (isRefusal(group)) return group;
    const held = await someResourceIn(tx, id);
    if (held !== undefined) return refuse('DeleteConflict.ResourceGroup.Resource', { id, ...held });
    const going: ResourceGroup = { ...group, status: 'PendingDelete' };
    await saveStatus(tx, id, { from: group.status, to: going.status });
    await transitions.schedule(resourceGroupResource, id, 'delete');
    return { ResourceGroup: { ...describedResourceGroup(going), ...describedStatus(going) } };
  },
});
