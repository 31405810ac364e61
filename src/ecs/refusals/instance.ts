import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about instances, instance types, images and regions. */
export const instanceRefusals = {
  'InvalidParameter.EniNotBelongEcs': [
    400,
    'The network interface "{id}" is attached to another instance than "{instanceId}".',
  ],
  'InvalidInstanceID.Malformed': [400, 'The specified InstanceId "{id}" is not valid: it has not the form "i-...".'],
  'DependencyViolation.RouteEntry': [
    400,
    'Specified instance is used by route entry: "{routeEntryId}" leads to "{id}".',
  ],
  'InvalidEcsId.NotFound': [404, 'The specified EcsId "{id}" is not found.'],
  'InvalidOperation.InvalidEcsState': [
    400,
    'The operation is not allowed in the current ECS state. Expecting status is "{expected}" while current status is "{current}".',
  ],
  // Documented with 404, which clients take for "the resource is gone".
  'InvalidAcceptLanguage.NotFound': [400, 'The specified AcceptLanguage "{value}" is not one of {allowed}.'],
  'InvalidInstanceChargeType.NotFound': [
    400,
    'The InstanceChargeType does not exist in our records: "{value}" is not {allowed}.',
  ],
  'InvalidStatus.NotFound': [400, 'The specified Status is not found: "{value}" is not one of {allowed}.'],
  'InvalidNetworkType.NotFound': [
    400,
    'The specified InstanceNetworkType is not found: "{value}" is not vpc or classic.',
  ],
  'InvalidFilterKey.NotFound': [400, 'The specified Filter.N.Key "{value}" is not one of {allowed}.'],
  'InvalidInstanceIds.Malformed': [
    400,
    'The specified InstanceIds are not valid: "{value}" is not a JSON list of at most {limit} instance ids.',
  ],
  'InvalidInstanceId.NotFound': [404, 'The specified InstanceId "{id}" does not exist.'],
  IncorrectInstanceStatus: [
    403,
    'The current status of the resource does not support this operation: the instance "{id}" is "{current}", expected is "{expected}".',
  ],
  'IncorrectInstanceStatus.Initializing': [
    403,
    'The specified instance status does not support this operation: the instance "{id}" is still being created.',
  ],
  'InvalidOperation.DeletionProtection': [
    403,
    'The instance "{id}" is protected against deletion; switch DeletionProtection off first.',
  ],
  ChargeTypeViolation: [
    403,
    'The operation is not permitted due to charge type of the instance: "{id}" is PrePaid and can be released once it has expired, with TerminateSubscription.',
  ],
  'InvalidLaunchTemplate.NotFound': [404, 'The specified launch template "{id}" does not exist.'],
  'InvalidImageId.NotFound': [
    404,
    'The specified ImageId "{id}" does not exist. Known are the public images, and ids of the form m-... or NAME.vhd are taken for images of others.',
  ],
  'InvalidImageFamily.NotFound': [
    404,
    'The specified ImageFamily "{family}" does not exist.',
    'InvalidImageId.NotFound',
  ],
  ImageNotSupportInstanceType: [
    403,
    'The specified image "{imageId}" is for {architecture} and does not support the specified InstanceType "{instanceType}".',
  ],
  'InvalidInstanceType.ValueNotSupported': [
    400,
    'The specified InstanceType "{value}" does not exist or beyond the permitted range.',
  ],
  'MissingParameter.VSwitchId': [
    400,
    'The input parameter "VSwitchId" that is mandatory for processing this request is not supplied: the classic network is no longer offered, an instance always belongs to a vSwitch.',
    'MissingParameter',
  ],
  'InvalidParameter.Mismatch.Zone': [
    400,
    'Specified virtual switch is not in the specified zone: "{vSwitchId}" is in "{actual}", not in "{zoneId}".',
    'InvalidParameter.Mismatch',
  ],
  'InvalidParameter.Mismatch.Vpc': [
    400,
    'Specified security group and virtual switch are not in the same VPC: "{securityGroupId}" and "{vSwitchId}".',
    'InvalidParameter.Mismatch',
  ],
  'InvalidParam.Amount': [403, 'The specified Amount "{value}" is not valid: {reason}.'],
  'InvalidMinAmount.Malformed': [
    400,
    'The specified parameter MinAmount is not valid: "{value}" is not between 1 and Amount, {amount}.',
  ],
  'InvalidInstanceName.Malformed': [
    400,
    'The specified parameter "InstanceName" is not valid: "{value}". It has 2 to 128 letters, digits, ":", "_", "." or "-", starting with a letter, and may have one "[begin,bits]" after that.',
  ],
  'InvalidHostName.Malformed': [
    400,
    'The specified parameter "HostName" is not valid: "{value}". On {osType} it has 2 to {limit} letters, digits and single inner {separators}.',
  ],
  'InvalidParams.InstanceNameExceed': [
    403,
    'The uniqueSuffix takes three naming places, please shorten your InstanceName: "{value}".',
  ],
  'InvalidParams.HostnameExceed': [
    403,
    'The uniqueSuffix takes three naming places, please shorten your Hostname: "{value}".',
  ],
  'InvalidPassword.Malformed': [
    400,
    'The specified parameter "Password" is not valid: it has 8 to 30 characters, of at least three of upper case, lower case, digits and special characters.',
  ],
  'InvalidPasswordParam.Mismatch': [400, 'The input password should be null when passwdInherit is true.'],
  'InvalidUserData.SizeExceeded': [
    400,
    'The specified parameter "UserData" exceeds the size: {size} bytes before Base64, at most {limit}.',
  ],
  'InvalidPrivateIpAddress.Malformed': [400, 'Specified private IP address is malformed: "{value}".'],
  'InvalidInternetChargeType.ValueNotSupported': [
    400,
    'The specified InternetChargeType is not valid: "{value}" is not PayByTraffic or PayByBandwidth.',
  ],
  'InvalidInternetMaxBandwidthOut.Malformed': [
    400,
    'The specified parameter internetMaxBandwidthOut is not valid: "{value}" is not between 0 and 100.',
  ],
  'InvalidInternetMaxBandwidthIn.Malformed': [
    400,
    'The specified parameter internetMaxBandwidthIn is not valid: "{value}" is not between 1 and {limit}.',
  ],
  'InvalidIoOptimize.ValueNotSupported': [
    400,
    'The specified IoOptimize is not valid: "{value}" is not optimized; every instance type is I/O optimized.',
  ],
  'InvalidSystemDiskCategory.ValueNotSupported': [
    400,
    'The specified parameter "SystemDisk.Category" is not valid: "{value}" is not one of {allowed}.',
  ],
  'InvalidSystemDiskSize.ValueNotSupported': [
    400,
    'The specified parameter "SystemDisk.Size" is not valid: "{value}" is not between {minimum} and {maximum} GiB.',
  ],
  'InvalidDataDiskCategory.ValueNotSupported': [
    400,
    'The specified parameter "DataDisk.n.Category" is not valid: "{value}" is not one of {allowed}.',
  ],
  'InvalidDataDiskSize.ValueNotSupported': [
    400,
    'The specified DataDisk.n.Size beyond the permitted range: "{value}" is not between 1 and {maximum} GiB.',
  ],
  'InstanceDiskNumber.LimitExceed': [
    400,
    'The total number of specified disk in an instance exceeds: {count} data disks, at most {limit}.',
  ],
  InvalidPeriod: [400, 'The specified period is not valid: {reason}.'],
  'InvalidPeriodType.ValueNotSupported': [
    400,
    'The specified parameter PeriodType is invalid: PeriodUnit "{value}" is not Week or Month.',
  ],
  'InvalidAutoReleaseTime.Malformed': [
    400,
    'The specified parameter AutoReleaseTime is not valid: "{value}" has not the form yyyy-MM-ddTHH:mm:ssZ.',
  ],
  InvalidSpotStrategy: [
    400,
    'The specified SpotStrategy is not valid: "{value}" is not NoSpot, SpotWithPriceLimit or SpotAsPriceGo.',
  ],
  'InvalidHttpTokens.NotSupported': [
    400,
    'The specified HttpTokens not supported, you can use optional(default) or required, not "{value}".',
  ],
  'InvalidHttpEndpoint.NotSupported': [
    400,
    'The specified HttpEndpoint not supported, you can use enabled(default) or disabled, not "{value}".',
  ],
  'InvalidParameter.CreditSpecification': [
    400,
    'The specified CreditSpecification "{value}" is not Standard or Unlimited.',
  ],
  'InvalidParameter.CreditSpecification.Type': [
    400,
    'The specified CreditSpecification is not supported: the instance type "{instanceType}" is not burstable.',
    'InvalidParameter.CreditSpecification',
  ],
  'InvalidInstanceStatus.CreditSpecRestricted': [
    400,
    'The current status of the resource does not support this operation: the instance "{id}" is "{current}", expected is "{expected}".',
  ],
  'InvalidParameter.RecycleBin': [400, 'You do not have permission to set recyclable properties.'],
  'InvalidParam.NetworkInterface': [400, 'The specified NetworkInterface.{index} is not valid: {reason}.'],
  'InvalidOperation.MaxEniQueueNumberExceeded': [
    403,
    'The QueueNumber {value} exceeds what the instance type "{instanceType}" allows each network interface: {limit}.',
  ],
  'InvalidOperation.ExceedInstanceTypeQueueNumber': [
    403,
    'The network interfaces would have {value} queues together; the instance type "{instanceType}" allows {limit}.',
  ],
} as const satisfies Record<string, RefusalEntry>;
