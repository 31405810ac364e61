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
});
