import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about network interfaces and their addresses. */
export const networkInterfaceRefusals = {
  'InvalidEniId.NotFound': [404, 'The specified EniId "{id}" is not found.'],
  'InvalidNetworkInterfacePermissionId.NotFound': [
    404,
    'The specified NetworkInterfacePermissionId "{id}" is not found.',
  ],
  'InvalidParams.EniId': [400, 'The specified EniId "{id}" is not valid: it has not the form "eni-...".'],
  'InvalidOperation.EniServiceManaged': [
    403,
    'The network interface "{id}" is managed by a service and cannot be changed by its owner.',
  ],
  'InvalidOperation.InvalidEniType': [403, 'The operation is not allowed in the current ENI type "{type}".'],
  'InvalidOperation.InvalidEniType.TrunkWithMembers': [
    403,
    'The operation is not allowed in the current ENI type "{type}" while {count} network interfaces are its members.',
    'InvalidOperation.InvalidEniType',
  ],
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
  'InvalidOperation.HotPlugNotSupport': [
    403,
    'The instance "{instanceId}" of the type "{instanceType}" gives up network interfaces only while it is Stopped.',
  ],
  'InvalidOperation.EniHotPlugNotSupported': [
    400,
    'The network interface "{id}" is in the traffic mode HighPerformance and cannot be unplugged while the instance "{instanceId}" is Running; stop the instance first.',
  ],
  'InvalidOperation.InstanceTypeNotSupportEniTrunking': [
    403,
    'The instance type "{instanceType}" does not support trunk network interfaces and their members.',
  ],
  'InvalidOperation.EniTypeNotSupportTrunking': [
    403,
    'The network interface "{id}" is of "{type}" and cannot be a {role}.',
  ],
  'InvalidOperation.InvalidTrunkEniStatus': [
    403,
    'The trunk network interface "{id}" takes members while it is "InUse"; its current status is "{current}".',
  ],
  'InvalidOperation.TrunkingIsNotAllowed': [
    403,
    'The trunk network interface "{id}" is attached to another instance than "{instanceId}".',
  ],
  'InvalidParameter.EniNotBelongTrunk': [
    403,
    'The network interface "{id}" is not a member of the TrunkNetworkInstanceId "{trunkId}".',
  ],
  'InvalidOperation.HasMemberEniAttached': [
    403,
    'The trunk network interface "{id}" has {count} members; detach them first.',
  ],
  'InvalidParameter.NetworkCardIndexInvalid': [
    400,
    'Invalid NetworkCardIndex "{value}", please check your instance type: "{instanceType}" {allowed}.',
  ],
  MaxEniCountExceeded: [403, 'The number of ENI exceeds the limit per region: {limit}.'],
  EniPerInstanceLimitExceeded: [
    403,
    'The number of ENI exceeds the limit for the type of instance: {limit} for "{instanceType}".',
  ],
  'EniPerInstanceLimitExceeded.Members': [
    403,
    'The number of members of trunk network interfaces exceeds the limit for the type of instance: {limit} for "{instanceType}".',
    'EniPerInstanceLimitExceeded',
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
  'InvalidParameter.EniTrafficMode.Launch': [
    403,
    'The specified NetworkInterface.{index}.NetworkInterfaceTrafficMode "{value}" is not Standard or HighPerformance.',
    'InvalidParameter.EniTrafficMode',
  ],
  'InvalidParameter.InvalidQueuePairNumber.Launch': [
    403,
    'The specified NetworkInterface.{index}.QueuePairNumber "{value}" is not a whole number above 0.',
    'InvalidParameter.InvalidQueuePairNumber',
  ],
  'InvalidParameter.QueuePairNumberMustEmpty.Creation': [
    400,
    'QueuePairNumber "{value}" must be left out: NetworkInterfaceTrafficMode is Standard.',
    'InvalidParameter.QueuePairNumberMustEmpty',
  ],
  'InvalidParameter.QueuePairNumberMustEmpty.Launch': [
    403,
    'NetworkInterface.{index}.QueuePairNumber "{value}" must be left out: its NetworkInterfaceTrafficMode is Standard.',
    'InvalidParameter.QueuePairNumberMustEmpty',
  ],
  'InvalidOperation.EniTrafficModeNotSupportIPv6.Creation': [
    400,
    'IPv6 addresses and prefixes cannot be given: NetworkInterfaceTrafficMode is HighPerformance.',
    'InvalidOperation.EniTrafficModeNotSupportIPv6',
  ],
  'InvalidOperation.InstanceTypeNotSupportHighPerformanceTrafficMode': [
    403,
    'The instance type "{instanceType}" does not support network interfaces in the traffic mode HighPerformance.',
  ],
  'InvalidOperation.HighPerformanceEniPerInstanceLimitExceeded.Launch': [
    403,
    'The instance type "{instanceType}" allows {limit} network interfaces in the traffic mode HighPerformance.',
    'InvalidOperation.HighPerformanceEniPerInstanceLimitExceeded',
  ],
  'InvalidOperation.MaxEniQueuePairNumberExceed.Launch': [
    403,
    'The QueuePairNumber {value} exceeds what the instance type "{instanceType}" allows: {limit}.',
    'InvalidOperation.MaxEniQueuePairNumberExceed',
  ],
  'InvalidOperation.EniQueuePairNumberOverflow.Launch': [
    403,
    'The network interfaces would have {value} queue pairs together; the instance type "{instanceType}" allows {limit}.',
    'InvalidOperation.EniQueuePairNumberOverflow',
  ],
  'InvalidParameter.EniConnectionTrackingConfiguration': [
    400,
    'The specified ConnectionTrackingConfiguration.{name} "{value}" is not one of {allowed}.',
  ],
} as const satisfies Record<string, RefusalEntry>;
