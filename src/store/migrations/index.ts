import { initial } from './0001-initial.ts';
import { eip } from './0002-eip.ts';
import { securityGroupRules } from './0003-security-group-rules.ts';
import { addresses } from './0004-addresses.ts';
import { modification } from './0005-modification.ts';
import { trunk } from './0006-trunk.ts';
import { resourceGroups } from './0007-resource-groups.ts';
import { networkInterfaceFilters } from './0008-network-interface-filters.ts';
import { access } from './0009-access.ts';
import { disksAndKeyPairs } from './0010-disks-and-key-pairs.ts';
import { instances } from './0011-instances.ts';
import { routesAndGateways } from './0012-routes-and-gateways.ts';
import { credentials } from './0019-credentials.ts';
import { usersOfSeeds } from './0029-users-of-seeds.ts';

/** Forward only: the schema's versions in order. Never change one that was released; append. */
export const migrations: readonly (readonly string[])[] = [
  initial,
  eip,
  securityGroupRules,
  addresses,
  modification,
  trunk,
  resourceGroups,
  networkInterfaceFilters,
  access,
  disksAndKeyPairs,
  instances,
  routesAndGateways,
  credentials,
  usersOfSeeds,
];
