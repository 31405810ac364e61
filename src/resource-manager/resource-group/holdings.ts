import { ecsResourceKinds } from '../../ecs/resource-kinds.ts';
import type { Transaction } from '../../store/store.ts';
import { groupedVpcResourceKinds } from '../../vpc/resource-kinds.ts';

const kinds = [...ecsResourceKinds, ...groupedVpcResourceKinds];

/** Some resource in the group, or undefined when it is empty. */
export async function someResourceIn(
  tx: Transaction,
  resourceGroupId: string,
): Promise<{ readonly type: string; readonly resourceId: string } | undefined> {
  for (const kind of kinds) {
    const resourceId = await kind.someIn(tx, resourceGroupId);
    if (resourceId !== undefined) return { type: kind.name, resourceId };
  }
  return undefined;
}
