import { removeTags } from '../../ecs/tag/tags.ts';
import { returnQuota } from '../../operation/quota-usage.ts';
import type { TransitionHandler } from '../../operation/transition.ts';
import { findAnyResourceGroup, removeResourceGroup, saveStatus } from './resource-group.table.ts';
import { noRegion, resourceGroupResource, resourceGroupTags } from './resource-group.ts';

/** How resource groups' delayed changes end. */
export const transitions: readonly TransitionHandler[] = [
  {
    resourceType: resourceGroupResource,
    kind: 'create',
    fastMs: 400,
    realMs: 5_000,
    complete: (id, { tx }) => saveStatus(tx, id, { from: 'Creating', to: 'OK' }),
  },
  {
    resourceType: resourceGroupResource,
    kind: 'delete',
    fastMs: 800,
    realMs: 10_000,
    async complete(id, { tx }) {
      const group = await findAnyResourceGroup(tx, id);
      if (group === undefined) return;
      await removeTags({ tx, accountId: group.accountId, regionId: noRegion }, resourceGroupTags, id);
      await removeResourceGroup(tx, id);
      await returnQuota({ tx, accountId: group.accountId, regionId: noRegion }, 'resource-groups', 1);
    },
  },
];
