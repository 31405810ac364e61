import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about several instances at once, and about the type, the network, the role and the payment of existing ones. */
export const instanceModificationRefusals = {
  'DRYRUN.SUCCESS': [400, 'Request validation has been passed with DryRun flag set.'],
  InstanceIdLimitExceeded: [403, 'Too many instances are named: {count}, at most {limit}.'],
  EventIdLimitExceeded: [403, 'Too many events are named: {count}, at most {limit}.'],
  // Documented with 403 for the operations about maintenance and events, unlike elsewhere.
  'InvalidParameter.Maintenance': [
    403,
    'The specified parameter "{name}" is not valid: "{value}".',
    'InvalidParameter',
  ],
  'InvalidParameter.TimeEndBeforeStart': [403, 'The end of "{name}", "{end}", is before its start, "{start}".'],
  'InvalidInstanceIds.NotFound': [404, 'The specified InstanceIds do not all exist: "{value}".'],
  NoSuchResource: [404, 'The specified resource is not found: the instance "{id}".'],
  'ChargeTypeViolation.PostPaid': [
    403,
    'Pay-As-You-Go instances do not support this operation: "{id}" is PostPaid.',
    'ChargeTypeViolation',
  ],
  'ChargeTypeViolation.PrePaid': [
    403,
    'The operation is not permitted due to charge type of the instance: "{id}" is PrePaid.',
    'ChargeTypeViolation',
  ],
  'InvalidAutoReleaseTime.Malformed.Range': [
    400,
    'The specified parameter AutoReleaseTime is not valid: "{value}" is not between half an hour and three years from now.',
    'InvalidAutoReleaseTime.Malformed',
  ],
  'InvalidHttpPutResponseHopLimit.NotSupported': [
    400,
    'The specified HttpPutResponseHopLimit not supported: "{value}" is not between 1 and {limit}.',
  ],

  'InvalidParameter.RenewalStatus': [
    403,
    'The specified RenewalStatus "{value}" is not AutoRenewal, Normal or NotRenewal.',
  ],
  'InvalidParameter.RenewalStatusInstanceId': [403, 'RenewalStatus and InstanceId cannot be both empty.'],
  'InvalidParameter.ToManyInstanceIds': [403, 'Too many instances are named: {count}, at most {limit}.'],
  'InvalidParameter.InvalidInstanceId': [403, 'The specified InstanceId "{id}" does not exist.'],
  'InvalidParameter.Duration': [403, 'The Duration "{value}" is not one of {allowed} for the PeriodUnit {periodUnit}.'],
  'InvalidPeriodUnit.ValueNotSupported': [
    403,
    'The specified parameter PeriodUnit is not valid: "{value}" is not Week, Month or Year.',
  ],

  'InvalidAutoRenewPeriod.ValueNotSupported': [
    400,
    'The specified AutoRenewPeriod is invalid: "{value}" is not one of {allowed}.',
  ],

  'InvalidParameter.AllEmpty': [403, 'InstanceIds and RamRoleName cannot be both empty.'],
  'InvalidRamRole.NotFound': [404, 'The specified RamRoleName "{name}" does not exist.'],
  // Documented with 404, which clients take for "the role is gone".
  'InvalidRamRole.NotEcsRole': [
    400,
    'The specified RAM role "{name}" is not authorized for ECS: its trust policy does not let ecs.aliyuncs.com assume it.',
  ],
  'InvalidRamRole.Attached': [403, 'The instance "{id}" has the RAM role "{current}".'],

  'InvalidInstanceStatus.NotStopped': [
    400,
    'The specified Instance status is not stopped: the instance "{id}" is "{current}".',
  ],
  'InvalidStatus.ValueNotSupported.Instance': [
    403,
    'The current status of the resource does not support this operation: the instance "{id}" is "{current}", expected is "Running" or "Stopped".',
    'InvalidStatus.ValueNotSupported',
  ],
  // Documented with 400 for ModifyInstanceChargeType, unlike elsewhere.
  'InvalidStatus.ValueNotSupported.ChargeType': [
    400,
    'The current status of the resource does not support this operation: the instance "{id}" is "{current}", expected is "Running" or "Stopped".',
    'InvalidStatus.ValueNotSupported',
  ],
  'InvalidParameter.Mismatch.Spec': [
    400,
    'Too many parameters in one request: either InstanceType or the bandwidth can be changed.',
    'InvalidParameter.Mismatch',
  ],
  'InvalidParam.SystemDiskCategory': [
    400,
    'The specified param SystemDisk.Category is not valid: "{value}" is not one of {allowed}.',
  ],
  'InvalidInstance.EipNotSupport': [
    403,
    'The instance "{id}" has an elastic IP address; unassociate it first to give the instance bandwidth of its own.',
  ],
  'InvalidParameter.Bandwidth': [
    400,
    'The specified parameter Bandwidth is not valid: InternetMaxBandwidthIn "{value}" is not between 1 and {limit}.',
  ],
  'DependencyViolation.InstanceType': [
    400,
    'The current InstanceType cannot be changed to the specified InstanceType "{instanceType}": {reason}',
  ],

  'InvalidInstanceChargeType.ValueNotSupported.Change': [
    400,
    'The InstanceChargeType cannot be changed: {reason}.',
    'InvalidInstanceChargeType.ValueNotSupported',
  ],
  'InvalidParameter.InstanceIds': [
    400,
    'The specified InstanceIds are invalid: "{value}" is not a JSON list of 1 to {limit} instance ids.',
  ],
  InstancesIdQuotaExceed: [400, 'The maximum number of Instances is exceeded: {count} are named, at most {limit}.'],
  ReleaseTimeHaveBeenSet: [400, 'The specified instance has been set released time: "{id}".'],
  'InvalidPeriod.UnitMismatch': [400, 'The specified PeriodUnit "{value}" is not Week, Month or Year.'],

  AllocateIpInvalidInstanceBandwidth: [
    400,
    'The InternetMaxBandwidthOut of the instance "{id}" is 0, and has to be more for a public address.',
  ],
  InsufficientPublicIp: [400, 'There is no such idle public IP address in {pool}.'],
  'InvalidIpAddress.Malformed': [400, 'The specified parameter "IpAddress" is not valid: "{value}".'],
  IpInUse: [403, 'The specified IP "{ip}" is already in use.'],
  AllocatedAlready: [403, 'The instance "{id}" has the elastic IP address {ip} already.'],
  'InvalidVlanId.NotFound': [404, 'The VlanId "{id}" does not exist: instances are in VPCs.'],
  'InvalidInternetMaxBandwidthOut.ValueNotSupported': [
    400,
    'The specified InternetMaxBandwidthOut is beyond the permitted range: "{value}" is not between 0 and 100.',
  ],
  'InvalidInternetMaxBandwidthIn.ValueNotSupported': [
    400,
    'The specified InternetMaxBandwidthIn is beyond the permitted range: "{value}" is not between 1 and {limit}.',
  ],
  'InvalidStartTime.ValueNotSupported': [400, 'Temporary changes of bandwidth are not offered: "{value}".'],
  'InvalidParam.AllocatePublicIp': [
    400,
    'The specified param AllocatePublicIp is invalid: without InternetMaxBandwidthOut there is no public address.',
  ],
  'InvalidInstance.InstanceNotSupported': [
    403,
    'The instance "{id}" has an elastic IP address and needs no bandwidth of its own.',
  ],

  // Documented with 400 for ModifyInstanceVpcAttribute, unlike elsewhere.
  'IncorrectInstanceStatus.Move': [
    400,
    'The current status of instance does not support this operation: "{id}" is "{current}", expected is "{expected}".',
    'IncorrectInstanceStatus',
  ],
  'InvalidVSwitchId.Mismatch': [
    400,
    'Specified instance and virtual switch are not in the same zone: "{id}" is in "{actual}", "{instanceId}" in "{zoneId}".',
  ],
  'InvalidPrivateIpAddress.Mismatch': [
    400,
    'Specified private IP address "{ip}" cannot be given out in the CIDR block "{cidrBlock}" of the virtual switch.',
  ],
  'OperationDenied.Move': [
    403,
    'The specified operation is denied: "{id}" cannot be moved: {reason}.',
    'OperationDenied',
  ],
} as const satisfies Record<string, RefusalEntry>;
