import type { TagScope } from '../../ecs/tag/tags.ts';

/** The tag resource types, by what `ResourceType` names them. Roles and policies are known to tags by their names. */
export const taggedTypes = { role: 'ram/role', policy: 'ram/policy' } as const;
export type TaggedType = keyof typeof taggedTypes;

/** Tags of what belongs to no region are kept under this one. */
export const noRegion = '';

/** The account's tags that are in no region. */
export function inNoRegion({ tx, accountId }: Omit<TagScope, 'regionId'>): TagScope {
  return { tx, accountId, regionId: noRegion };
}
