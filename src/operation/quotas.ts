/** A quota of an account in one region. */
export interface Quota {
  /** Unless a seed or the control API says otherwise, for the account or for the account in a region. */
  readonly default: number;
  /** What is counted, and for what. */
  readonly counted: string;
  /** The operations that hold to it, product first, and the code each refuses with. */
  readonly heldBy: Readonly<Record<string, string>>;
}

/**
 * Every quota, by the name seed files and the control API use. docs/quotas.md is made from this.
 * @see docs/limits.md for where the figures come from.
 */
export const quotas = {
  'network-interfaces': {
    default: 100,
    counted: 'secondary and trunk network interfaces; primary ones do not count (ENI-41)',
    heldBy: { 'Ecs CreateNetworkInterface': 'MaxEniCountExceeded', 'Ecs RunInstances': 'MaxEniCountExceeded' },
  },
  'security-groups': {
    default: 100,
    counted: 'security groups',
    heldBy: { 'Ecs CreateSecurityGroup': 'QuotaExceed.SecurityGroup' },
  },
  'security-groups-per-network-interface': {
    default: 5,
    counted: 'security groups of one network interface (ENI-27)',
    heldBy: {
      'Ecs CreateNetworkInterface': 'JoinedGroupLimitExceed',
      'Ecs JoinSecurityGroup': 'InstanceSecurityGroupLimitExceeded',
      'Ecs ModifyInstanceAttribute': 'JoinedGroupLimitExceed',
      'Ecs ModifyNetworkInterfaceAttribute': 'JoinedGroupLimitExceed',
      'Ecs RunInstances': 'JoinedGroupLimitExceed',
    },
  },
  'rules-per-security-group': {
    default: 200,
    counted: 'rules of one security group, inbound and outbound together',
    heldBy: {
      'Ecs AuthorizeSecurityGroup': 'AuthorizationLimitExceed',
      'Ecs AuthorizeSecurityGroupEgress': 'AuthorizationLimitExceed',
    },
  },
  'group-rules-per-security-group': {
    default: 20,
    counted: 'rules of one security group that refer to another security group',
    heldBy: {
      'Ecs AuthorizeSecurityGroup': 'AuthorizedGroupRule.LimitExceed',
      'Ecs AuthorizeSecurityGroupEgress': 'AuthorizedGroupRule.LimitExceed',
    },
  },
  'rules-per-network-interface': {
    default: 1000,
    counted: 'rules of all security groups of one network interface together',
    heldBy: {
      'Ecs AuthorizeSecurityGroup': 'AclLimitExceed',
      'Ecs AuthorizeSecurityGroupEgress': 'AclLimitExceed',
      'Ecs CreateNetworkInterface': 'AclLimitExceed',
      'Ecs JoinSecurityGroup': 'AclLimitExceed',
      'Ecs ModifyInstanceAttribute': 'AclLimitExceed',
      'Ecs ModifyNetworkInterfaceAttribute': 'AclLimitExceed',
      'Ecs RunInstances': 'AclLimitExceed',
    },
  },
  'private-addresses-per-basic-security-group': {
    default: 2000,
    counted: 'addresses and prefixes of the members of one basic security group (ENI-51)',
    heldBy: {
      'Ecs AssignIpv6Addresses': 'SecurityGroupInstanceLimitExceed',
      'Ecs AssignPrivateIpAddresses': 'SecurityGroupInstanceLimitExceed',
      'Ecs CreateNetworkInterface': 'SecurityGroupInstanceLimitExceed',
      'Ecs JoinSecurityGroup': 'SecurityGroupInstanceLimitExceeded',
      'Ecs ModifyInstanceAttribute': 'SecurityGroupInstanceLimitExceed',
      'Ecs ModifyNetworkInterfaceAttribute': 'SecurityGroupInstanceLimitExceed',
      'Ecs RunInstances': 'SecurityGroupInstanceLimitExceed',
    },
  },
  'private-addresses-per-advanced-security-group': {
    default: 65_536,
    counted: 'addresses and prefixes of the members of one advanced security group',
    heldBy: {
      'Ecs AssignIpv6Addresses': 'SecurityGroupInstanceLimitExceed',
      'Ecs AssignPrivateIpAddresses': 'SecurityGroupInstanceLimitExceed',
      'Ecs CreateNetworkInterface': 'SecurityGroupInstanceLimitExceed',
      'Ecs JoinSecurityGroup': 'SecurityGroupInstanceLimitExceeded',
      'Ecs ModifyInstanceAttribute': 'SecurityGroupInstanceLimitExceed',
      'Ecs ModifyNetworkInterfaceAttribute': 'InvalidOperation.EniCountExceeded',
      'Ecs RunInstances': 'SecurityGroupInstanceLimitExceed',
    },
  },
  'secondary-private-addresses-at-creation': {
    default: 49,
    counted:
      'secondary private IPv4 addresses and prefixes of an interface that is made or not attached (ENI-36, ENI-129)',
    heldBy: {
      'Ecs AssignPrivateIpAddresses': 'MaxEniPrivateIpsCountExceeded',
      'Ecs CreateNetworkInterface': 'MaxEniPrivateIpsCountExceeded',
    },
  },
  vpcs: {
    default: 10,
    counted: 'VPCs',
    heldBy: { 'Vpc CreateDefaultVpc': 'QuotaExceeded.Vpc', 'Vpc CreateVpc': 'QuotaExceeded.Vpc' },
  },
  'v-switches-per-vpc': {
    default: 150,
    counted: 'vSwitches of one VPC',
    heldBy: { 'Vpc CreateDefaultVSwitch': 'QuotaExceeded.VSwitch', 'Vpc CreateVSwitch': 'QuotaExceeded.VSwitch' },
  },
  'route-tables-per-vpc': {
    default: 9,
    counted: 'custom route tables of one VPC',
    heldBy: { 'Vpc CreateRouteTable': 'QuotaExceeded.RouteTable' },
  },
  'route-entries-per-route-table': {
    default: 200,
    counted: 'custom entries of one route table',
    heldBy: { 'Vpc CreateRouteEntries': 'QuotaExceeded', 'Vpc CreateRouteEntry': 'QuotaExceeded' },
  },
  'secondary-cidr-blocks-per-vpc': {
    default: 5,
    counted: 'secondary CIDR blocks of one VPC, IPv4 and IPv6 each',
    heldBy: { 'Vpc AssociateVpcCidrBlock': 'QuotaExceeded.VpcMultiCidr' },
  },
  'key-pairs': {
    default: 500,
    counted: 'key pairs',
    heldBy: { 'Ecs CreateKeyPair': 'QuotaExceed.KeyPair', 'Ecs ImportKeyPair': 'QuotaExceed.KeyPair' },
  },
  'manual-snapshots-per-disk': {
    default: 256,
    counted: 'snapshots of one disk',
    heldBy: { 'Ecs CreateSnapshot': 'QuotaExceed.Snapshot' },
  },
  eips: {
    default: 20,
    counted: 'elastic IP addresses',
    heldBy: { 'Vpc AllocateEipAddress': 'QuotaExceeded.Eip' },
  },
  'resource-groups': {
    default: 30,
    counted: 'resource groups beside the default one, which belong to no region',
    heldBy: { 'ResourceManager CreateResourceGroup': 'LimitExceeded.ResourceGroup' },
  },
  'ram-users': {
    default: 1000,
    counted: 'RAM users, which belong to no region',
    heldBy: { 'Ram CreateUser': 'LimitExceeded.User' },
  },
  'ram-groups': {
    default: 50,
    counted: 'groups of RAM users',
    heldBy: { 'Ram CreateGroup': 'LimitExceeded.Group' },
  },
  'ram-groups-per-user': {
    default: 5,
    counted: 'groups that one RAM user is in',
    heldBy: { 'Ram AddUserToGroup': 'LimitExceeded.User.Group' },
  },
  'ram-virtual-mfa-devices': {
    default: 1000,
    counted: 'virtual MFA devices, bound to a user or not',
    heldBy: { 'Ram CreateVirtualMFADevice': 'LimitExceeded.VirtualMFADevice' },
  },
  'ram-roles': {
    default: 1000,
    counted: 'roles, which belong to no region',
    heldBy: { 'Ram CreateRole': 'LimitExceeded.Role' },
  },
  'ram-policies': {
    default: 1500,
    counted: 'policies of an account beside those of the system, which belong to no region',
    heldBy: { 'Ram CreatePolicy': 'LimitExceeded.Policy' },
  },
  'attached-policies-per-type': {
    default: 20,
    counted: 'policies of one type, System or Custom, that are attached to one user, group or role',
    heldBy: {
      'Ram AttachPolicyToGroup': 'LimitExceeded.Group.Policy',
      'Ram AttachPolicyToRole': 'LimitExceeded.Role.Policy',
      'Ram AttachPolicyToUser': 'LimitExceeded.User.Policy',
    },
  },
  'tags-per-resource': {
    default: 20,
    counted: 'tags of one resource',
    heldBy: {
      'Ecs AddTags': 'OperationDenied.QuotaExceed',
      'Ecs TagResources': 'QuotaExceed.Tags',
      'Ram TagResources': 'QuotaExceed.TagsPerResource',
      'ResourceManager TagResources': 'QuotaExceed.TagsPerResource',
      'Vpc TagResources': 'QuotaExceeded.TagNum',
    },
  },
} as const satisfies Record<string, Quota>;

/** Under which names DescribeAccountAttributes answers quotas. */
export const accountAttributes = {
  'max-elastic-network-interfaces': 'network-interfaces',
  'max-security-groups': 'security-groups',
} as const satisfies Record<string, keyof typeof quotas>;

/** The defaults by name. */
export const quotaDefaults = Object.fromEntries(
  Object.entries(quotas).map(([name, quota]) => [name, quota.default]),
) as Readonly<Record<keyof typeof quotas, number>>;
