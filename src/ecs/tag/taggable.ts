import type { Refusal } from '../../operation/refusal.ts';
import type { ResourceKind, ResourceScope } from '../../operation/resource-kind.ts';
import { refuse } from '../refusals.ts';
import { findEcsResourceKind } from '../resource-kinds.ts';

/** The kind of resource a request names; refuses one that cannot be tagged. */
export function taggableKind(resourceType: string): ResourceKind | Refusal {
  return findEcsResourceKind(resourceType) ?? refuse('InvalidResourceType.NotFound', { resourceType });
}

/** The kind of resource a request names, if every one of the resources exists (ENI-150). */
export async function foundResources(
  scope: ResourceScope,
  resourceType: string,
  ids: readonly string[],
): Promise<ResourceKind | Refusal> {
  const kind = findEcsResourceKind(resourceType);
  if (kind === undefined) return refuse('InvalidResourceType.NotFound', { resourceType });
  const missing = await kind.missing(scope, ids);
  return missing.length > 0 ? refuse('InvalidResourceId.NotFound', { resourceType, ids: missing.join(', ') }) : kind;
}
