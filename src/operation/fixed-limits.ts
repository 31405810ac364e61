import type { Quota } from './quotas.ts';

/** A limit that is the same for every account. */
export interface FixedLimit extends Pick<Quota, 'counted' | 'heldBy'> {
  /** The number, or the field of DescribeInstanceTypes that has it. */
  readonly value: number | string;
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
    value: 5,
    counted: 'versions of one policy',
    heldBy: { 'Ram CreatePolicyVersion': 'LimitExceeded.Policy.Version' },
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
  {
    value: 2,
    counted: 'access keys of one RAM user',
    heldBy: { 'Ram CreateAccessKey': 'LimitExceeded.User.AccessKey' },
  },
  {
    value: 5,
    counted: 'access keys of the account itself, the built-in one included',
    heldBy: { 'Ram CreateAccessKey': 'LimitExceeded.User.AccessKey' },
  },
  {
    value: 1000,
    counted: 'RAM users, groups, roles or policies on one page',
    heldBy: {
      'Ram ListGroups': 'InvalidParameter',
      'Ram ListPolicies': 'InvalidParameter',
      'Ram ListRoles': 'InvalidParameter',
      'Ram ListUsers': 'InvalidParameter',
      'Ram ListUsersForGroup': 'InvalidParameter',
    },
  },
  {
    value: 1,
    counted: 'default VPC of a region',
    heldBy: { 'Vpc CreateDefaultVpc': 'QuotaExceeded.DefaultVpc' },
  },
  {
    value: 1,
    counted: 'default vSwitch of a zone',
    heldBy: { 'Vpc CreateDefaultVSwitch': 'QuotaExceeded.DefaultVSwitch' },
  },
  {
    value: 1,
    counted: 'IPv6 gateway of a VPC',
    heldBy: { 'Vpc CreateIpv6Gateway': 'QuotaExceeded.Ipv6Gateway' },
  },
  {
    value: 50,
    counted: 'route entries in one batch',
    heldBy: { 'Vpc CreateRouteEntries': 'InvalidParameter', 'Vpc DeleteRouteEntries': 'InvalidParameter' },
  },
  {
    value: 100,
    counted: 'route entries on one page',
    heldBy: { 'Vpc DescribeRouteEntryList': 'InvalidParameter' },
  },
];
