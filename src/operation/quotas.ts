/**
 * Default quotas of an account in one region, by the names seed files and the control API use.
 * @see docs/limits.md for where the figures come from.
 */
export const quotaDefaults = {
  /** Secondary and trunk network interfaces; primary ones do not count (ENI-41). */
  'network-interfaces': 100,
  'security-groups': 100,
  'security-groups-per-network-interface': 5,
  'private-addresses-per-basic-security-group': 2000,
  'private-addresses-per-advanced-security-group': 65_536,
  'secondary-private-addresses-at-creation': 49,
  vpcs: 10,
  'v-switches-per-vpc': 150,
  eips: 20,
  'tags-per-resource': 20,
} as const satisfies Record<string, number>;
