import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about network interfaces and their addresses. */
export const networkInterfaceRefusals = {
  'InvalidEniId.NotFound': [404, 'The specified EniId "{id}" is not found.'],
  'InvalidParams.EniId': [400, 'The specified EniId "{id}" is not valid: it has not the form "eni-...".'],
  'InvalidOperation.EniServiceManaged': [
    403,
    'The network interface "{id}" is managed by a service and cannot be changed by its owner.',
  ],
  'InvalidOperation.InvalidEniType': [403, 'The operation is not allowed in the current ENI type "{type}".'],
  'InvalidOperation.HasSlaveEniBonded': [
    400,
    'The network interface "{id}" cannot be deleted while {count} network interfaces are bonded to it.',
  ],
  'InvalidOperation.InvalidEniState': [
    400,
    'The operation is not allowed in the current ENI state. Expecting status is "{expected}" while current status is "{current}".',
  ],
  'InvalidOperation.DetachPrimaryEniNotAllowed': [400, 'Detaching primary ENI from ECS instance is not allowed.'],
  'InvalidOperation.EniLinked': [
    403,
    'The network interface "{id}" is linked: an elastic IP address is on it in cut-through mode (BINDED); unassociate that first.',
  ],
  MaxEniCountExceeded: [403, 'The number of ENI exceeds the limit per region: {limit}.'],
  EniPerInstanceLimitExceeded: [
    403,
    'The number of ENI exceeds the limit for the type of instance: {limit} for "{instanceType}".',
  ],
  'InvalidOperation.Ipv4CountExceeded': [
    403,
    'The network interface has {count} private IPv4 addresses; the instance type "{instanceType}" allows {limit} each.',
  ],
  'InvalidOperation.AvailabilityZoneMismatch': [
    403,
    'The VPC VSwitch of the specified ENI and ECS instance are not in the same availability zone: "{eniZoneId}" and "{instanceZoneId}".',
  ],
  MaxEniPrivateIpsCountExceeded: [
    403,
    'The network interface would have {count} secondary private IP addresses; at most {limit} are allowed.',
  ],
  'InvalidIp.IpRepeated': [403, 'The IP address "{ip}" is given more than once.'],
  'InvalidIp.Address': [403, 'The specified IP address "{ip}" is not valid.'],
  'InvalidVSwitch.Ipv6NotTurnOn': [403, 'IPv6 is not turned on for the VSwitch "{vSwitchId}".'],
  'InvalidPrivateIpAddress.Duplicated': [400, 'Specified private IP address "{ip}" is duplicated.'],
  'InvalidVSwitchId.NotFound': [404, 'The specified VSwitchId "{id}" is not found.'],
  'InvalidVSwitchId.IpInvalid': [
    403,
    'The specified IpAddress "{ip}" is not valid in VSwitch CIDR block "{cidrBlock}".',
  ],
  'InvalidVSwitchId.IpNotEnough': [403, 'The specified VSwitch "{id}" has not enough IpAddress.'],
  IncorrectVSwitchStatus: [
    400,
    'The current status "{status}" of virtual switch "{id}" does not support this operation.',
  ],
  'InvalidParams.NetworkInterfaceName': [
    403,
    'The specified NetworkInterfaceName "{value}" is not valid: 2 to 128 letters, digits, ":", "_", "." or "-", starting with a letter, not with http:// or https://.',
  ],
  'InvalidParameter.InvalidEniQueueNumber': [403, 'The specified QueueNumber "{value}" is not between 1 and 2048.'],
  'InvalidParameter.EniTrafficMode': [
    400,
    'The specified NetworkInterfaceTrafficMode "{value}" is not Standard or HighPerformance.',
  ],
  'InvalidParameter.EniConnectionTrackingConfiguration': [
    400,
    'The specified ConnectionTrackingConfiguration.{name} "{value}" is not one of {allowed}.',
  ],
} as const satisfies Record<string, RefusalEntry>;
