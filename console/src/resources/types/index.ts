import type { ResourceType } from '../resource-type.ts';
import { disks } from './disk.ts';
import { eips } from './eip.ts';
import { instances } from './instance.ts';
import { keyPairs } from './key-pair.ts';
import { networkInterfaces } from './network-interface.ts';
import { policies, roles, users } from './ram.ts';
import { securityGroups } from './security-group.ts';
import { vSwitches } from './v-switch.ts';
import { vpcs } from './vpc.ts';

/** All kinds of resources that the console shows, in the order of their tabs. */
export const resourceTypes: readonly [ResourceType, ...ResourceType[]] = [
  networkInterfaces,
  instances,
  securityGroups,
  vSwitches,
  vpcs,
  eips,
  disks,
  keyPairs,
  users,
  roles,
  policies,
];

export function resourceTypeOf(name: string | undefined): ResourceType | undefined {
  return resourceTypes.find((type) => type.name === name);
}
