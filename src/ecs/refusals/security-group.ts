import type { RefusalEntry } from '../../operation/refusal.ts';

/** Refusals about security groups. */
export const securityGroupRefusals = {
  JoinedGroupLimitExceed: [400, 'A network interface can join at most {limit} security groups; {count} were given.'],
  'InvalidSecurityGroupId.NotFound': [404, 'The specified SecurityGroupId "{id}" is not found.'],
  'InvalidSecurityGroupId.NotVpc': [403, 'The specified SecurityGroupId "{id}" not in VPC.'],
  SecurityGroupInstanceLimitExceed: [
    403,
    'The maximum number of private IP addresses in the security group "{id}" is exceeded: {limit}.',
  ],
  'InvalidOperation.EniCountExceeded': [
    403,
    'The maximum number of private IP addresses in the advanced security group "{id}" is exceeded: {limit}.',
  ],
  'InvalidParam.EniIdAndInstanceId.Conflict': [403, 'InstanceId and NetworkInterfaceId cannot be given together.'],
  'MissingParameter.RegionId': [
    400,
    'The specified RegionId should not be null: it is mandatory together with NetworkInterfaceId.',
  ],
  'InvalidParam.Malformed': [403, 'The specified {name} "{id}" is not valid.'],
  'InvalidInstanceId.Malformed': [400, 'The specified parameter "InstanceId" is not valid: "{id}".'],
  'InvalidInstanceId.AlreadyExists': [
    403,
    'The specified instance "{instanceId}" already exists in the specified security group "{id}".',
  ],
  'InvalidInstanceId.Mismatch': [
    400,
    'Specified instance "{instanceId}" and security group "{id}" are not in the same VPC.',
  ],
  InstanceSecurityGroupLimitExceeded: [
    400,
    'Exceeding the allowed amount of security groups that an instance can be in: {limit}.',
  ],
  'InstanceSecurityGroupLimitExceeded.NetworkInterface': [
    403,
    'Exceeding the allowed amount of security groups that a network interface can be in: {limit}.',
    'InstanceSecurityGroupLimitExceeded',
  ],
  SecurityGroupInstanceLimitExceeded: [
    403,
    'The maximum number of private IP addresses in the security group "{id}" is exceeded: {limit}.',
  ],
  'InvalidSecurityGroupAssociation.NotFound': [
    400,
    'The network interface "{networkInterfaceId}" is not in the security group "{id}".',
  ],
  InstanceLastSecurityGroup: [
    403,
    'The specified security group "{id}" is the last security group for the instance "{instanceId}".',
  ],
  'InvalidOperation.AtLeastInOneGroup': [
    403,
    'The network interface "{networkInterfaceId}" has to be in at least one security group; "{id}" is its last.',
  ],
  'InvalidOperation.MultiGroupType': [403, 'Basic and advanced security groups cannot be used together.'],
  'InvalidParameter.SecurityGroupIdRepeated': [404, 'The security group "{id}" is given more than once.'],
  'InvalidSecurityGroupId.Malformed': [400, 'The specified parameter "SecurityGroupId" is not valid: "{id}".'],
  'InvalidSecurityGroupName.Malformed': [
    400,
    'The specified parameter SecurityGroupName is not valid: "{value}". It has 2 to 128 letters, digits, ":", "_", "." or "-", starting with a letter, not with http:// or https://.',
  ],
  'InvalidParams.VpcIdGroupType': [
    400,
    'Only VPC supports enterprise level security group: SecurityGroupType is enterprise and VpcId is not given.',
  ],
  'InvalidParameter.SecurityGroupType': [
    400,
    'The specified SecurityGroupType is not valid: "{value}" is not normal or enterprise.',
  ],
  'QuotaExceed.SecurityGroup': [403, 'The maximum number of security groups is reached: {limit}.'],
  'InvalidSecurityGroupId.TooMany': [
    400,
    'The specified parameter SecurityGroupId has {count} items; at most {limit} are allowed.',
    'InvalidSecurityGroupId.Malformed',
  ],
  'InvalidSecurityGroupDiscription.Malformed.Group': [
    400,
    'The specified security group description is not valid: "{value}". It has 2 to 256 characters and does not start with http:// or https://.',
    'InvalidSecurityGroupDiscription.Malformed',
  ],
  'InvalidGroupParameter.OperationDenied.Policy': [
    400,
    'The InnerAccessPolicy of the advanced security group "{id}" cannot be modified: its members are apart.',
    'InvalidGroupParameter.OperationDenied',
  ],
  'DependencyViolation.SecurityGroupReference': [
    403,
    'The specified security group "{id}" is authorized in another: rules of "{securityGroupId}" refer to it.',
    'DependencyViolation',
  ],
  'DependencyViolation.SecurityGroupMember': [
    403,
    'There is still instance(s) in the specified security group "{id}": the network interface "{networkInterfaceId}" is a member.',
    'DependencyViolation',
  ],
} as const satisfies Record<string, RefusalEntry>;
