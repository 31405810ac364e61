import type { Step } from '../step.ts';
import { disks } from './disks.ts';
import { gateways } from './gateways.ts';
import { instances, instancesEnd } from './instances.ts';
import { beginning, ending } from './network.ts';
import { interfaces } from './network-interfaces.ts';
import { policies, policiesEnd } from './policies.ts';
import { ramUsers, ramUsersEnd } from './ram.ts';
import { resourceGroups, resourceGroupsEnd } from './resource-groups.ts';
import { routes, routesEnd } from './routes.ts';
import { securityGroups } from './security-groups.ts';

/** The life of an account in which each operation is called once and succeeds. */
export const steps: readonly Step[] = [
  ...resourceGroups,
  ...ramUsers,
  ...policies,
  ...beginning,
  ...securityGroups,
  ...instances,
  ...disks,
  ...interfaces,
  ...routes,
  ...routesEnd,
  ...gateways,
  ...instancesEnd,
  ...ending,
  ...policiesEnd,
  ...ramUsersEnd,
  ...resourceGroupsEnd,
];
