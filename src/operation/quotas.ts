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
    heldBy: { 'Vpc CreateVpc': 'QuotaExceeded.Vpc' },
  },
  'v-switches-per-vpc': {
    default: 150,
    counted: 'vSwitches of one VPC',
    heldBy: { 'Vpc CreateVSwitch': 'QuotaExceeded.VSwitch' },
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
  'tags-per-resource': {
    default: 20,
    counted: 'tags of one resource',
    heldBy: {
      'Ecs AddTags': 'OperationDenied.QuotaExceed',
      'Ecs TagResources': 'QuotaExceed.Tags',
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

/** A limit that is the same for every account. */
export interface FixedLimit {
  /** The number, or the field of DescribeInstanceTypes that has it. */
  readonly value: number | string;
  readonly counted: string;
  readonly heldBy: Readonly<Record<string, string>>;
}

/** Limits that are no quotas: what an instance type allows, and what fits into one request. docs/quotas.md lists them too. */
export const fixedLimits: readonly FixedLimit[] = [
  {
    value: 'EniQuantity',
    counted: 'network interfaces of an instance, the primary one included (ENI-81)',
    heldBy: {
      'Ecs AttachNetworkInterface': 'EniPerInstanceLimitExceeded',
      'Ecs RunInstances': 'EniPerInstanceLimitExceeded',
    },
  },
  {
    value: 'EniTotalQuantity - EniQuantity',
    counted: 'members of all trunks of an instance (ENI-87)',
    heldBy: { 'Ecs AttachNetworkInterface': 'EniPerInstanceLimitExceeded' },
  },
  {
    value: 'EniPrivateIpAddressQuantity',
    counted: 'private IPv4 addresses and prefixes of an attached interface, the primary address included (ENI-82)',
    heldBy: {
      'Ecs AssignPrivateIpAddresses': 'InvalidOperation.Ipv4CountExceeded',
      'Ecs AttachNetworkInterface': 'InvalidOperation.Ipv4CountExceeded',
      'Ecs RunInstances': 'InvalidOperation.Ipv4CountExceeded',
    },
  },
  {
    value: 'EniIpv6AddressQuantity',
    counted: 'IPv6 addresses and prefixes of an attached interface (ENI-139)',
    heldBy: {
      'Ecs AssignIpv6Addresses': 'InvalidOperation.Ipv6CountExceeded',
      'Ecs AttachNetworkInterface': 'InvalidOperation.Ipv6CountExceeded',
      'Ecs RunInstances': 'InvalidOperation.Ipv6CountExceeded',
    },
  },
  {
    value: 'MaximumQueueNumberPerEni',
    counted: 'queues of one interface (ENI-145)',
    heldBy: {
      'Ecs AttachNetworkInterface': 'InvalidOperation.MaxEniQueueNumberExceeded',
      'Ecs ModifyInstanceAttribute': 'InvalidOperation.MaxEniQueueNumberExceeded',
      'Ecs ModifyNetworkInterfaceAttribute': 'InvalidOperation.MaxEniQueueNumberExceeded',
      'Ecs RunInstances': 'InvalidOperation.MaxEniQueueNumberExceeded',
    },
  },
  {
    value: 'TotalEniQueueQuantity',
    counted: 'queues of all interfaces of an instance (ENI-145)',
    heldBy: {
      'Ecs AttachNetworkInterface': 'InvalidOperation.ExceedInstanceTypeQueueNumber',
      'Ecs ModifyInstanceAttribute': 'InvalidOperation.ExceedInstanceTypeQueueNumber',
      'Ecs ModifyNetworkInterfaceAttribute': 'InvalidOperation.ExceedInstanceTypeQueueNumber',
      'Ecs RunInstances': 'InvalidOperation.ExceedInstanceTypeQueueNumber',
    },
  },
  {
    value: 10,
    counted: 'IPv6 addresses and prefixes of an interface that is made or not attached (ENI-139)',
    heldBy: {
      'Ecs AssignIpv6Addresses': 'MaxEniIpv6IpsCountExceeded',
      'Ecs CreateNetworkInterface': 'MaxEniIpv6IpsCountExceeded',
    },
  },
  {
    value: 10,
    counted: 'prefixes of one kind in one request',
    heldBy: {
      'Ecs AssignIpv6Addresses': 'InvalidParameter',
      'Ecs AssignPrivateIpAddresses': 'InvalidParameter',
      'Ecs CreateNetworkInterface': 'InvalidParameter',
    },
  },
  {
    value: 20,
    counted: 'tags in one request (ENI-42)',
    heldBy: { 'Ecs CreateNetworkInterface': 'QuotaExceed.Tags', 'Ecs TagResources': 'NumberExceed.Tags' },
  },
  {
    value: 50,
    counted: 'resources in one request for tags (ENI-150)',
    heldBy: { 'Ecs TagResources': 'NumberExceed.ResourceIds' },
  },
  {
    value: 100,
    counted: 'ids or addresses in one list of a request (ENI-66)',
    heldBy: {
      'Ecs DescribeNetworkInterfacePermissions': 'InvalidParameter',
      'Ecs DescribeNetworkInterfaces': 'InvalidParameter',
    },
  },
  {
    value: 1000,
    counted: 'interfaces on one page by PageSize; MaxResults is taken as the nearest number from 10 to 500 (ENI-67)',
    heldBy: { 'Ecs DescribeNetworkInterfaces': 'InvalidParameter' },
  },
  {
    value: 100,
    counted: 'permissions on one page',
    heldBy: { 'Ecs DescribeNetworkInterfacePermissions': 'InvalidParameter' },
  },
  {
    value: 400,
    counted: 'points of time in one request for monitoring data (ENI-162)',
    heldBy: { 'Ecs DescribeEniMonitorData': 'InvalidParameter.TooManyDataQueried' },
  },
  {
    value: 30,
    counted: 'days that monitoring data is kept (ENI-162)',
    heldBy: { 'Ecs DescribeEniMonitorData': 'InvalidStartTime.TooEarly' },
  },
  {
    value: 8,
    counted: 'attributes in one request',
    heldBy: { 'Ecs DescribeAccountAttributes': 'InvalidParameter' },
  },
];
