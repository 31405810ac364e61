import type { Random } from '../../operation/context.ts';

/** What a resource group is on its way to; one that is deleted is gone. */
export const resourceGroupStatuses = ['Creating', 'OK', 'PendingDelete'] as const;

/** A resource group of an account. It belongs to no region: resources of all regions can be in it. */
export interface ResourceGroup {
  readonly resourceGroupId: string;
  readonly accountId: string;
  /** Unique in the account, fixed for life. */
  readonly resourceGroupName: string;
  readonly displayName: string;
  readonly status: (typeof resourceGroupStatuses)[number];
  readonly createdAtMs: number;
}

/** Under this name resource groups' delayed changes are recorded. */
export const resourceGroupResource = 'resource-group';

/** The tag resource type of resource groups. */
export const resourceGroupTags = 'resource-manager/ResourceGroup';

/** The tags of what belongs to no region are stored under this one. */
export const noRegion = '';

/** The name of the default group; no other can have it. */
export const defaultResourceGroupName = 'default';

const prefix = 'rg-acfm';
const restLength = 11;

/** `rg-` and 15 lower-case letters and digits, as real ids. */
export function newResourceGroupId(random: Random): string {
  return `${prefix}${random.token(restLength)}`;
}

/** The id of the account's default group: the account's number in letters and digits, so that it never changes. */
export function defaultResourceGroupId(accountId: string): string {
  return `${prefix}${BigInt(accountId).toString(36).padStart(restLength, '0')}`;
}

/** The group that every account has without making it, as old as the account. */
export function defaultResourceGroup(accountId: string, createdAtMs: number): ResourceGroup {
  return {
    resourceGroupId: defaultResourceGroupId(accountId),
    accountId,
    resourceGroupName: defaultResourceGroupName,
    displayName: 'default resource group',
    status: 'OK',
    createdAtMs,
  };
}
