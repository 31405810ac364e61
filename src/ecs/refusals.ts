import { refusalsOf } from '../operation/refusal.ts';

/**
 * Every refusal of the ECS operations: HTTP status, message, and the wire code where the same code has several forms.
 * Where the published tables print only `%s`, the message is the literal one of older tables or our own.
 */
export const refuse = refusalsOf({
  'Forbidden.RegionId': [400, 'Network interfaces are not offered in the region "{regionId}".'],
  'InvalidRegionId.MalFormed': [400, 'The specified parameter RegionId is not valid: "{regionId}".'],
  'InvalidRegionId.NotFound': [404, 'The specified RegionId "{regionId}" does not exist.'],
  InvalidParameter: [400, 'The specified parameter "{name}" is not valid: "{value}".'],
  MissingParameter: [
    400,
    'The input parameter "{name}" that is mandatory for processing this request is not supplied.',
  ],
  'InvalidParameter.Conflict': [400, 'The parameters "{first}" and "{second}" cannot be given together.'],

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
  'InvalidParameter.EniNotBelongEcs': [
    400,
    'The network interface "{id}" is attached to another instance than "{instanceId}".',
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
  'InvalidOperation.VpcMismatch': [403, 'The specified {first} and {second} are not in the same VPC.'],
  JoinedGroupLimitExceed: [400, 'A network interface can join at most {limit} security groups; {count} were given.'],
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

  'InvalidSecurityGroupId.NotFound': [404, 'The specified SecurityGroupId "{id}" is not found.'],
  'InvalidSecurityGroupId.NotVpc': [403, 'The specified SecurityGroupId "{id}" not in VPC.'],
  SecurityGroupInstanceLimitExceed: [
    403,
    'The maximum number of private IP addresses in the security group "{id}" is exceeded: {limit}.',
  ],
  'InvalidOperation.MultiGroupType': [403, 'Basic and advanced security groups cannot be used together.'],
  'InvalidParameter.SecurityGroupIdRepeated': [404, 'The security group "{id}" is given more than once.'],

  'InvalidInstanceID.Malformed': [400, 'The specified InstanceId "{id}" is not valid: it has not the form "i-...".'],
  'InvalidEcsId.NotFound': [404, 'The specified EcsId "{id}" is not found.'],
  'InvalidOperation.InvalidEcsState': [
    400,
    'The operation is not allowed in the current ECS state. Expecting status is "{expected}" while current status is "{current}".',
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
  'InvalidResourceGroup.NotFound': [404, 'The ResourceGroup "{id}" provided does not exist in our records.'],
  'Duplicate.TagKey': [400, 'The Tag.N.Key contain duplicate key "{key}".'],
  'InvalidTagKey.Malformed': [400, 'The specified Tag.n.Key "{key}" is not valid.'],
  'InvalidTagValue.Malformed': [400, 'The specified Tag.n.Value "{value}" is not valid.'],
  'QuotaExceed.Tags': [403, 'A resource can have at most {limit} tags; {count} were given.'],

  'InvalidVpcId.NotFound': [404, 'The specified VpcId "{id}" does not exist.'],
  IncorrectVpcStatus: [400, 'The current status "{status}" of the VPC "{id}" does not support this operation.'],
  DryRunOperation: [400, 'Request validation has been passed with DryRun flag set.'],
  'InvalidSecurityGroupId.Malformed': [400, 'The specified parameter "SecurityGroupId" is not valid: "{id}".'],
  'InvalidSecurityGroupName.Malformed': [
    400,
    'The specified parameter SecurityGroupName is not valid: "{value}". It has 2 to 128 letters, digits, ":", "_", "." or "-", starting with a letter, not with http:// or https://.',
  ],
  'InvalidDescription.Malformed': [
    400,
    'The specified parameter "Description" is not valid: "{value}". It has 2 to 256 characters and does not start with http:// or https://.',
  ],
  'InvalidParams.GroupType': [
    400,
    'The specified security group type is not valid: SecurityGroupType "{value}" is not normal or enterprise.',
  ],
  'InvalidParams.VpcIdGroupType': [
    400,
    'Only VPC supports enterprise level security group: SecurityGroupType is enterprise and VpcId is not given.',
  ],
  'InvalidParameter.SecurityGroupType': [
    400,
    'The specified SecurityGroupType is not valid: "{value}" is not normal or enterprise.',
  ],
  'InvalidNicType.ValueNotSupported': [
    400,
    'The specified NicType does not exist: "{value}" is not internet or intranet.',
  ],
  'QuotaExceed.SecurityGroup': [403, 'The maximum number of security groups is reached: {limit}.'],
  'DependencyViolation.SecurityGroupMember': [
    403,
    'There is still instance(s) in the specified security group "{id}": the network interface "{networkInterfaceId}" is a member.',
    'DependencyViolation',
  ],

  'InvalidResourceType.NotFound': [404, 'The ResourceType provided does not exist in our records: "{resourceType}".'],
  'InvalidResourceId.NotFound': [
    404,
    'The specified ResourceIds are not found in our records: {ids} of type "{resourceType}".',
  ],
  'NumberExceed.ResourceIds': [
    400,
    "The ResourceIds parameter's number is exceed, Valid : {limit}. ResourceId.N has {count}.",
  ],
  'NumberExceed.Tags': [400, "The Tags parameter's number is exceed, Valid : {limit}. {name} has {count}."],
  'QuotaExceed.TagsOfResource': [
    403,
    'The resource "{id}" would have {count} tags; a resource can have at most {limit}.',
    'QuotaExceed.Tags',
  ],
  // Documented with 404, which clients take for "the resource is gone".
  'MissingParameter.Tags': [400, 'The parameter - Tags should not be null: neither {name} nor All is given.'],
  'BothEmpty.TagsAndResources': [
    403,
    'The specified Tags and ResourcesIds are not allow to both empty: neither ResourceId.N nor Tag.N is given.',
  ],
  'InvalidTags.MalFormed': [400, 'Tag.N must be empty when TagFilter.N is given.'],
  'PermissionDenied.TagsFuzzyQuery': [403, 'Fuzzy queries by TagFilter.N are not offered; use Tag.N.'],
  'Invalid.NextToken': [403, 'The specified NextToken "{value}" is not valid.'],

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
  'InvalidParam.NetworkInterface': [400, 'The specified NetworkInterface.{index} is not valid: {reason}.'],
  'InvalidOperation.MaxEniQueueNumberExceeded': [
    403,
    'The QueueNumber {value} exceeds what the instance type "{instanceType}" allows each network interface: {limit}.',
  ],
  'InvalidOperation.ExceedInstanceTypeQueueNumber': [
    403,
    'The network interfaces would have {value} queues together; the instance type "{instanceType}" allows {limit}.',
  ],
});
