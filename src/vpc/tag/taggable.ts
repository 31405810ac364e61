import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import type { ResourceKind, ResourceScope } from '../../operation/resource-kind.ts';
import { refuse } from '../refusals.ts';
import { vpcResourceKinds } from '../resource-kinds.ts';

const maxResources = 50;

/** The kind of resource a request names, in whatever case; refuses one that cannot be tagged. */
export function taggableKind(value: string): ResourceKind | Refusal {
  const found = vpcResourceKinds.find(({ name }) => name === value.toUpperCase());
  const allowed = vpcResourceKinds.map(({ name }) => name).join(', ');
  return found ?? refuse('InvalidInstanceType.NotFound', { value, allowed });
}

export function checkResourceIds(ids: readonly string[]): Refusal | undefined {
  return ids.length > maxResources
    ? refuse('SizeLimitExceeded.ResourceId', { count: ids.length, limit: maxResources })
    : undefined;
}

/** The kind of resource a request names, if every one of the resources exists in the region. */
export async function foundResources(
  scope: ResourceScope,
  resourceType: string,
  ids: readonly string[],
): Promise<ResourceKind | Refusal> {
  const kind = taggableKind(resourceType);
  if (isRefusal(kind)) return kind;
  const missing = await kind.missing(scope, ids);
  return missing.length > 0 ? refuse('InvalidInstanceIds.NotFound', { id: missing.join(', '), type: kind.name }) : kind;
}
