import { operation } from '../../operation/operation.ts';
import { sql } from '../../store/statement.ts';
import { refuse } from '../refusals.ts';
import { findEcsResourceKind } from '../resource-kinds.ts';
import { checkResourceGroup } from './check-resource-group.ts';

const movePrimaryInterface = sql(
  `UPDATE network_interface SET resource_group_id = ? WHERE instance_id = ? AND type = 'Primary'`,
);

/**
 * Moves a resource to another resource group. An instance's primary network interface goes with it; secondary ones stay
 * where they are.
 */
export const joinResourceGroup = operation('Ecs', 'JoinResourceGroup', {
  permits: ['{ResourceType}/{ResourceId}'],
  check({ ResourceType, ResourceId, ResourceGroupId }) {
    const required = { ResourceGroupId, ResourceId, ResourceType };
    const missing = Object.entries(required).find(([, value]) => value === undefined);
    return missing && refuse('MissingParameter.JoinResourceGroup', { name: missing[0] });
  },

  async execute({ ResourceType = '', ResourceId: id = '', ResourceGroupId: groupId = '' }, context) {
    if (!context.regionGiven) return refuse('MissingParameter.JoinResourceGroup', { name: 'RegionId' });
    const kind = findEcsResourceKind(ResourceType);
    if (kind === undefined) return refuse('InvalidResourceType.NotFound', { resourceType: ResourceType });
    const noGroup = await checkResourceGroup(context, groupId);
    if (noGroup) return noGroup;
    const present = await kind.resourceGroupOf(context, id);
    if (present === undefined) return refuse('InvalidResourceId.NotFound', { resourceType: kind.name, ids: id });
    if (present === groupId) return refuse('InvalidResourceGroup.Duplicate', { id, groupId });
    await kind.saveResourceGroup(context, id, groupId);
    if (kind.name === 'instance') await context.tx.run(movePrimaryInterface, groupId, id);
    return {};
  },
});
