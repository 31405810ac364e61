import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { changeableGroup } from './changeable-group.ts';
import { saveDisplayName } from './resource-group.table.ts';
import { displayName, resourceGroupId } from './rules.ts';
import { describedResourceGroup } from './view.ts';

/** Gives a resource group another display name; its name is for life. */
export const updateResourceGroup = operation('ResourceManager', 'UpdateResourceGroup', {
  permits: ['ram:resourcegroup/{ResourceGroupId}'],
  ramAction: 'ram:UpdateResourceGroup',
  rules: { ResourceGroupId: resourceGroupId, NewDisplayName: displayName },

  async execute({ ResourceGroupId, NewDisplayName }, context) {
    const group = await changeableGroup(context, ResourceGroupId);
    if (isRefusal(group)) return group;
    await saveDisplayName(context.tx, ResourceGroupId, NewDisplayName);
    return { ResourceGroup: describedResourceGroup({ ...group, displayName: NewDisplayName }) };
  },
});
