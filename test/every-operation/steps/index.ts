import type { Step } from '../step.ts';
import { instances, instancesEnd } from './instances.ts';
import { beginning, ending } from './network.ts';
import { interfaces } from './network-interfaces.ts';
import { resourceGroups, resourceGroupsEnd } from './resource-groups.ts';
import { securityGroups } from './security-groups.ts';

/** The life of an account in which each operation is called once and succeeds. */
export const steps: readonly Step[] = [
  ...resourceGroups,
  ...beginning,
  ...securityGroups,
  ...instances,
  ...interfaces,
  ...instancesEnd,
  ...ending,
  ...resourceGroupsEnd,
];
