import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about addresses and prefixes of network interfaces, beside those that creation knows as well. */
export const addressRefusals = {
  // The tables of the operations differ in the status of the same code.
  'MissingParameter.Addresses': [400, 'One of the parameters {names} must be given.', 'MissingParameter'],
  'MissingParameter.BothEmpty': [403, 'These parameters {names} cannot be both empty.', 'MissingParameter'],
  'InvalidEniId.Malformed': [400, 'The specified parameter "EniId" is not valid: "{id}".'],
  'InvalidPrivateIpAddress.Malformed.Unassign': [
    403,
    'The specified PrivateIpAddress "{value}" is not an IPv4 address.',
    'InvalidPrivateIpAddress.Malformed',
  ],
  'InvalidIp.IpAssigned': [403, 'The specified IP "{ip}" is assigned to the network interface "{id}" already.'],
  'InvalidIp.IpUnassigned': [403, 'The specified IP "{ip}" is not assigned on this ENI.'],
  'InvalidIp.IpUnassigned.Primary': [
    403,
    'The specified IP "{ip}" is the primary one of this ENI and stays.',
    'InvalidIp.IpUnassigned',
  ],
  'InvalidOperation.EniLinked.Address': [
    403,
    'The private IP address "{ip}" has the elastic IP address "{allocationId}"; unassociate that first.',
    'InvalidOperation.EniLinked',
  ],
  'InvalidIp.IpPrefixIllegal': [403, 'The ip prefixes "{value}" is/are illegal.'],
  'InvalidIp.IpPrefixMaskNotSame': [403, 'The ip prefixes "{value}" are illegal which mask must be same.'],
  'InvalidIp.IpPrefixMaskInvalid': [
    403,
    'The ip prefixes mask "{mask}" is illegal which must be between {least} and {most}.',
  ],
  'InvalidIp.IpPrefixNotStrict': [403, 'The ip prefix must be strict cidr format: "{value}".'],
  'InvalidVSwitchId.Ipv6NotEnough': [
    403,
    'The specified VSwitch "{id}" has not enough IPv6 addresses or prefixes.',
    'InvalidVSwitchId.IpNotEnough',
  ],
  MaxEniIpv6IpsCountExceeded: [
    403,
    'The network interface would have {count} IPv6 addresses and prefixes; at most {limit} are allowed.',
  ],
  'InvalidOperation.Ipv6CountExceeded': [
    403,
    'The network interface would have {count} IPv6 addresses and prefixes; the instance type "{instanceType}" allows {limit} each.',
  ],
  'InvalidOperation.Ipv6NotSupport': [403, 'The instance type "{instanceType}" does not support IPv6.'],
  'InvalidOperation.EniTrafficModeNotSupportIPv6.Assign': [
    400,
    'The network interface "{id}" is in the traffic mode HighPerformance, which does not support IPv6.',
    'InvalidOperation.EniTrafficModeNotSupportIPv6',
  ],
} as const satisfies Record<string, RefusalEntry>;
