import { putTags } from '../../ecs/tag/tags.ts';
import { operation } from '../../operation/operation.ts';
import { takeQuota } from '../../operation/quota-usage.ts';
import { refuse } from '../refusals.ts';
import { newTags } from '../tag/rules.ts';
import { insertResourceGroup } from './resource-group.table.ts';
import {
  defaultResourceGroupName,
  newResourceGroupId,
  noRegion,
  type ResourceGroup,
  resourceGroupResource,
  resourceGroupTags,
} from './resource-group.ts';
import { displayName, resourceGroupName } from './rules.ts';
import { describedResourceGroup, describedStatus } from './view.ts';

/** Creates a resource group; it is Creating first and OK soon after. */
export const createResourceGroup = operation('ResourceManager', 'CreateResourceGroup', {
  permits: ['ram:resourcegroup/*'],
  ramAction: 'ram:CreateResourceGroup',
  rules: { Name: resourceGroupName, DisplayName: displayName, Tag: newTags },

  async execute({ Name: name, DisplayName, Tag: tags }, context) {
    const { tx, accountId, random, nowMs, transitions } = context;
    const inNoRegion = { tx, accountId, regionId: noRegion };
    const group: ResourceGroup = {
      resourceGroupId: newResourceGroupId(random),
      accountId,
      resourceGroupName: name,
      displayName: DisplayName,
      status: 'Creating',
      createdAtMs: nowMs,
    };
    if (name === defaultResourceGroupName || !(await insertResourceGroup(tx, group))) {
      return refuse('EntityAlreadyExists.ResourceGroup', { name });
    }
    const limit = context.quota('resource-groups');
    if (!(await takeQuota(inNoRegion, 'resource-groups', 1, limit))) {
      return refuse('LimitExceeded.ResourceGroup', { limit });
    }
    await putTags(inNoRegion, resourceGroupTags, group.resourceGroupId, tags);
    await transitions.schedule(resourceGroupResource, group.resourceGroupId, 'create');
    return { ResourceGroup: { ...describedResourceGroup(group), ...describedStatus(group) } };
  },
});
