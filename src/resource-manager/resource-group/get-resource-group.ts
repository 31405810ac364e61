import { operation } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { findResourceGroup } from './resource-group.table.ts';
import { resourceGroupId } from './rules.ts';
import { describedResourceGroup, describedStatus, describedTags, tagsOfGroups } from './view.ts';

/** Describes one resource group, the default one included. */
export const getResourceGroup = operation('ResourceManager', 'GetResourceGroup', {
  permits: ['ram:resourcegroup/{ResourceGroupId}'],
  ramAction: 'ram:GetResourceGroup',
  rules: { ResourceGroupId: resourceGroupId },

  async execute({ ResourceGroupId: id, IncludeTags: includeTags = false }, { tx, accountId }) {
    const group = await findResourceGroup(tx, accountId, id);
    if (group === undefined) return refuse('EntityNotExists.ResourceGroup', { id });
    const tags = includeTags ? await tagsOfGroups(tx, [group]) : undefined;
    return {
      ResourceGroup: {
        ...describedResourceGroup(group),
        ...describedStatus(group),
        Tags: describedTags(tags?.get(id), includeTags),
      },
    };
  },
});
