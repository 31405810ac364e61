/** A table whose rows are resources, or parts of one. */
export interface ObservedTable {
  readonly table: string;
  /** As events call it. */
  readonly resourceType: string;
  /** The fields that tell its rows apart. */
  readonly key: readonly string[];
  /** The field with the id of the resource that a row is, or that it belongs to. */
  readonly resource: string;
  /** The type of the resource whose account and region a row without its own has. */
  readonly partOf?: string;
  /** What changes without anybody wanting it, or is only how it is kept. */
  readonly ignored?: readonly string[];
  /** What nobody may read. */
  readonly secret?: readonly string[];
  /** IPv4 addresses that are kept as whole numbers. */
  readonly ipv4?: readonly string[];
}

const ofInterface = { resource: 'networkInterfaceId', partOf: 'network_interface' };

/** Every table whose changes are events. What only counts or books is none. */
export const observedTables: readonly ObservedTable[] = [
  { table: 'network_interface', resourceType: 'network-interface', ...own('networkInterfaceId') },
  {
    table: 'security_group_member',
    resourceType: 'security-group-member',
    key: ['networkInterfaceId', 'position'],
    ...ofInterface,
  },
  {
    table: 'private_address',
    resourceType: 'private-address',
    key: ['vSwitchId', 'address'],
    ...ofInterface,
    ipv4: ['address'],
  },
  {
    table: 'ipv6_address',
    resourceType: 'ipv6-address',
    key: ['vSwitchId', 'address'],
    ...ofInterface,
    ignored: ['block'],
  },
  {
    table: 'network_interface_permission',
    resourceType: 'network-interface-permission',
    ...own('networkInterfacePermissionId'),
  },
  { table: 'instance', resourceType: 'instance', ...own('instanceId') },
  {
    table: 'security_group',
    resourceType: 'security-group',
    ...own('securityGroupId'),
    ignored: ['privateAddressCount'],
  },
  {
    table: 'security_group_rule',
    resourceType: 'security-group-rule',
    key: ['securityGroupRuleId'],
    resource: 'securityGroupId',
    ignored: ['contentKey'],
  },
  { table: 'v_switch', resourceType: 'v-switch', ...own('vSwitchId'), ignored: ['firstAddress', 'lastAddress'] },
  { table: 'vpc', resourceType: 'vpc', ...own('vpcId') },
  {
    table: 'vpc_cidr_block',
    resourceType: 'vpc-cidr-block',
    key: ['vpcId', 'cidrBlock'],
    resource: 'vpcId',
    partOf: 'vpc',
  },
  { table: 'route_table', resourceType: 'route-table', ...own('routeTableId') },
  { table: 'route_entry', resourceType: 'route-entry', ...own('routeEntryId') },
  { table: 'ipv6_gateway', resourceType: 'ipv6-gateway', ...own('ipv6GatewayId') },
  { table: 'ipv6_internet_bandwidth', resourceType: 'ipv6-internet-bandwidth', ...own('ipv6InternetBandwidthId') },
  { table: 'eip', resourceType: 'elastic-ip-address', ...own('allocationId'), ipv4: ['ipAddress', 'privateAddress'] },
  { table: 'disk', resourceType: 'disk', ...own('diskId') },
  { table: 'snapshot', resourceType: 'snapshot', ...own('snapshotId') },
  {
    table: 'key_pair',
    resourceType: 'key-pair',
    key: ['accountId', 'regionId', 'keyPairName'],
    resource: 'keyPairName',
  },
  {
    table: 'tag',
    resourceType: 'tag',
    key: ['accountId', 'regionId', 'resourceType', 'resourceId', 'tagKey'],
    resource: 'resourceId',
  },
  { table: 'resource_group', resourceType: 'resource-group', ...own('resourceGroupId') },
  { table: 'ram_user', resourceType: 'ram-user', ...own('userId') },
  { table: 'ram_group', resourceType: 'ram-group', ...own('groupId') },
  { table: 'ram_group_member', resourceType: 'ram-group-member', key: ['userId', 'groupId'], resource: 'userId' },
  { table: 'ram_role', resourceType: 'ram-role', ...own('roleId') },
  { table: 'ram_policy', resourceType: 'ram-policy', key: ['accountId', 'policyName'], resource: 'policyName' },
  {
    table: 'ram_policy_version',
    resourceType: 'ram-policy-version',
    key: ['accountId', 'policyName', 'versionId'],
    resource: 'policyName',
  },
  {
    table: 'ram_policy_attachment',
    resourceType: 'ram-policy-attachment',
    key: ['accountId', 'principalType', 'principalId', 'policyType', 'policyName'],
    resource: 'principalId',
  },
  {
    table: 'ram_login_profile',
    resourceType: 'ram-login-profile',
    ...own('userId'),
    secret: ['passwordHash'],
  },
  { table: 'ram_mfa_device', resourceType: 'ram-mfa-device', ...own('serialNumber'), secret: ['seed'] },
  {
    table: 'access_key',
    resourceType: 'access-key',
    ...own('accessKeyId'),
    ignored: ['lastUsedAtMs'],
    secret: ['accessKeySecret', 'securityToken'],
  },
];

function own(id: string): { readonly key: readonly string[]; readonly resource: string } {
  return { key: [id], resource: id };
}
