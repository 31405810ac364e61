import type { RefusalEntry } from '../../operation/refusal.ts';

/**
 * Refusals about rules of security groups. Codes are spelt as published (`InvalidParamter`, `Discription`); statuses of
 * one code differ between operations, so some entries stand for the same code.
 */
export const securityGroupRuleRefusals = {
  InvalidParamter: [400, 'The specified parameter "{name}" is not valid: "{value}".'],
  'InvalidIpProtocol.ValueNotSupported': [
    400,
    'The parameter "{name}" must be TCP, UDP, ICMP, ICMPv6, GRE or ALL in any letter case, not "{value}".',
  ],
  'InvalidPortRange.Malformed': [400, 'The specified parameter "{name}" must be set: 22/22, or -1/-1 without ports.'],
  'InvalidParam.PortRange': [
    400,
    'The specified parameter "{name}" is not valid: "{value}" is not two whole numbers up to 65535 in the form first/last.',
  ],
  'InvalidIpProtocol.Malformed': [
    400,
    'The specified parameter "{name}" is not valid: the ports "{value}" are not from 1 to 65535, the lower one first.',
  ],
  'InvalidIpPortRange.Malformed': [
    400,
    'The specified parameter "{name}" is not valid: the ports "{value}" are not from 1 to 65535, the lower one first.',
  ],
  'InvalidIpPortRange.Malformed.Protocol': [
    400,
    'IpProtocol and PortRange do not match: {protocol} takes {expected}, "{name}" is "{value}".',
    'InvalidIpPortRange.Malformed',
  ],
  OperationDenied: [400, 'IpProtocol and PortRange do not match: {protocol} takes {expected}, "{name}" is "{value}".'],
  'InvalidParam.ProtocolAndPortRangeMismatch': [
    400,
    'IpProtocol and PortRange do not match: {protocol} takes {expected}, "{name}" is "{value}".',
  ],
  'InvalidSourcePortRange.Malformed': [
    400,
    'The specified parameter "{name}" is not valid: "{value}". {protocol} takes {expected}.',
  ],
  'InvalidPolicy.Malformed': [400, 'The specified parameter "{name}" is not valid: "{value}" is not accept or drop.'],
  'InvalidPriority.Malformed': [400, 'The parameter "{name}" is invalid: "{value}" is no whole number.'],
  'InvalidPriority.ValueNotSupported': [400, 'The parameter "{name}" is invalid: "{value}" is not from 1 to 100.'],
  'InvalidSecurityGroupDiscription.Malformed': [
    400,
    'The specified description of the security group rule, "{name}", is not valid: it has {length} characters, at most {limit} are allowed.',
  ],
  'InvalidSourceCidrIp.Malformed': [
    400,
    'The specified parameter "{name}" is not valid: "{value}" is neither an IPv4 CIDR block nor an address.',
  ],
  'InvalidDestCidrIp.Malformed': [
    400,
    'The specified parameter "{name}" is not valid: "{value}" is neither an IPv4 CIDR block nor an address.',
  ],
  'InvalidParam.SourceCidrIp': [
    400,
    'The specified parameter "{name}" is not valid: "{value}" is neither an IPv4 CIDR block nor an address.',
  ],
  'InvalidParam.DestCidrIp': [
    400,
    'The specified parameter "{name}" is not valid: "{value}" is neither an IPv4 CIDR block nor an address.',
  ],
  'InvalidParam.Ipv6SourceCidrIp': [
    400,
    'The specified parameter "{name}" is not valid: "{value}" is neither an IPv6 CIDR block nor an address.',
  ],
  'InvalidParam.Ipv6DestCidrIp': [
    400,
    'The specified parameter "{name}" is not valid: "{value}" is neither an IPv6 CIDR block nor an address.',
  ],
  ILLEGAL_IPV6_CIDR: [400, 'The prefix length of "{name}" is not from 0 to 128: "{value}".'],
  'InvalidParam.SourceIp': [400, 'The parameters SourceCidrIp and Ipv6SourceCidrIp cannot be set at the same time.'],
  'InvalidParam.DestIp': [400, 'The parameters DestCidrIp and Ipv6DestCidrIp cannot be set at the same time.'],
  'InvalidParamter.Conflict': [400, 'The specified SourceCidrIp should be different from the DestCidrIp: "{value}".'],
  'InvalidParamter.Conflict.SameGroup': [
    403,
    'The specified SecurityGroupId "{id}" should be different from the {name}: a rule cannot refer to its own group.',
    'InvalidParamter.Conflict',
  ],
  'InvalidParamter.Conflict.SameGroupRevoked': [
    400,
    'The specified SecurityGroupId "{id}" should be different from the {name}: a rule cannot refer to its own group.',
    'InvalidParamter.Conflict',
  ],
  'InvalidSecurityGroup.IsSame': [
    403,
    'The specified SecurityGroupId "{id}" should be different from the {name}: a rule cannot refer to its own group.',
  ],
  'InvalidParam.Ipv4ProtocolConflictWithIpv6Address': [400, 'ICMP is of IPv4; "{name}" is of IPv6. Use ICMPv6.'],
  'InvalidParam.Ipv6ProtocolConflictWithIpv4Address': [400, 'ICMPv6 is of IPv6; "{name}" is of IPv4. Use ICMP.'],
  'InvalidParam.ProtocolAndAddressFamilyMismatch': [
    400,
    'The protocol {protocol} and the address family of "{name}" do not match.',
  ],
  'MissingParameter.Source': [
    400,
    'One of the parameters SourceCidrIp, Ipv6SourceCidrIp, SourceGroupId or SourcePrefixListId of {where} must be specified.',
  ],
  'MissingParameter.Dest': [
    400,
    'One of the parameters DestCidrIp, Ipv6DestCidrIp, DestGroupId or DestPrefixListId of {where} must be specified.',
  ],
  'InvalidNicType.Mismatch': [
    400,
    'The specified NicType "{value}" conflicts with the security group "{id}": rules of a VPC\'s group are intranet.',
  ],
  'InvalidNicType.Mismatch.Revoked': [
    403,
    'The specified NicType "{value}" conflicts with the security group "{id}": rules of a VPC\'s group are intranet.',
    'InvalidNicType.Mismatch',
  ],
  'InvalidSourceGroupId.NotFound': [404, 'The {name} "{peerId}" provided does not exist in our records.'],
  'InvalidDestGroupId.NotFound': [404, 'The {name} "{peerId}" provided does not exist in our records.'],
  'InvalidSourceGroup.NotFound': [
    400,
    'The specified {name} "{peerId}" does not exist: it has not the form of a security group\'s id.',
  ],
  'InvalidDestGroup.NotFound': [
    400,
    'The specified {name} "{peerId}" does not exist: it has not the form of a security group\'s id.',
  ],
  'InvalidSourceGroupId.Mismatch': [
    400,
    'The specified security group "{id}" and {name} "{peerId}" are not in the same VPC.',
  ],
  'InvalidDestGroupId.Mismatch': [
    400,
    'The specified security group "{id}" and {name} "{peerId}" are not in the same VPC.',
  ],
  'InvalidSourceGroupId.Mismatch.NicType': [
    403,
    'NicType is required with {name} alone, and expects intranet.',
    'InvalidSourceGroupId.Mismatch',
  ],
  'InvalidDestGroupId.Mismatch.NicType': [
    403,
    'NicType is required with {name} alone, and expects intranet.',
    'InvalidDestGroupId.Mismatch',
  ],
  'InvalidNetworkType.Conflict': [
    403,
    'The network types (VPC or classic) of the security group "{id}" and of {name} "{peerId}" should be the same.',
  ],
  'InvalidNetworkType.Mismatch': [
    403,
    'The network types (VPC or classic) of the security group "{id}" and of {name} "{peerId}" should be the same.',
  ],
  'InvalidGroupParameter.OperationDenied': [
    400,
    'Rules of the advanced security group "{id}" cannot refer to security groups: {name} is "{peerId}".',
  ],
  'InvalidGroupAuthParameter.OperationDenied': [
    400,
    'The security group "{id}" cannot authorize the advanced security group "{peerId}" ({name}).',
  ],
  'InvalidSecurityGroup.InvalidNetworkType': [
    400,
    'The network type of the security group "{id}" does not support this operation: rules about IPv6 need a group of a VPC.',
  ],
  'InvalidPrefixListId.NotFound': [
    404,
    'The specified prefix list "{listId}" was not found: there are no prefix lists.',
  ],
  'NotSupported.ClassicNetworkPrefixList': [
    400,
    'The prefix list "{listId}" is not supported: the network type of the security group "{id}" is classic.',
  ],
  'InvalidPortRangeListId.NotFound': [
    400,
    'The specified port range list "{listId}" was not found: there are no port range lists.',
  ],
  'InvalidParam.ProtocolNotSupportPortRangeList': [
    400,
    'The protocol {protocol} does not support the port range list "{listId}".',
  ],
  'InvalidParam.Permissions': [
    400,
    'The specified parameter Permissions cannot coexist with other parameters: "{name}" is given too.',
  ],
  'InvalidParam.Permissions.TooMany': [
    400,
    'The specified parameter Permissions has {count} items; at most {limit} are allowed.',
    'InvalidParam.Permissions',
  ],
  'InvalidParam.RuleIdAndContent': [
    400,
    'Rules are named by SecurityGroupRuleId or by what they say, not both: "{name}" is given too.',
    'InvalidParam.Permissions',
  ],
  'InvalidParam.DuplicatePermissions': [
    400,
    'There are duplicate permissions in the specified parameter Permissions: {first} and {second}.',
  ],
  'InvalidParam.SecurityGroupRuleId': [
    400,
    'The specified parameter SecurityGroupRuleId is not valid: "{id}" has not the form sgr-...',
  ],
  'InvalidParam.SecurityGroupRuleId.TooMany': [
    400,
    'The specified parameter SecurityGroupRuleId has {count} items; at most {limit} are allowed.',
    'InvalidParam.SecurityGroupRuleId',
  ],
  'InvalidParam.SecurityGroupRuleIdRepeated': [400, 'The specified SecurityGroupRuleId "{id}" is repeated.'],
  'InvalidSecurityGroupRuleId.NotFound': [
    404,
    'The specified SecurityGroupRuleId "{id}" does not exist among the {direction} rules of "{securityGroupId}".',
  ],
  'SecurityGroupRule.NotFound': [
    404,
    'The target security group rule does not exist: "{id}" has no {direction} rule like that.',
  ],
  'InvalidParam.InvalidModifyRuleRequest': [400, 'Nothing is given that is to be modified of the rule "{id}".'],
  'InvalidOperation.ModifySgRuleEntityType': [
    400,
    'The source or destination type of the rule "{id}" cannot be modified: it is {type}, "{name}" is given.',
  ],
  'InvalidOperation.ModifyPortRangeType': [
    400,
    'The PortRange type of the rule "{id}" cannot be modified: it has ports, not the port range list "{listId}".',
  ],
  'InvalidOperation.ModifyNicType': [
    400,
    'NicType of the rule "{id}" cannot be modified: it is {current}, not {value}.',
  ],
  'InvalidOperation.RuleDuplicate': [
    400,
    'The modified rule "{id}" would be the same as the rule "{other}" of the security group.',
  ],
  AuthorizationLimitExceed: [
    403,
    'The limit of authorization records in the security group "{id}" is reached: it would have {count} rules, at most {limit} are allowed.',
  ],
  'AuthorizedGroupRule.LimitExceed': [
    400,
    'The security group "{id}" would have {count} rules that refer to security groups; at most {limit} are allowed.',
  ],
  AclLimitExceed: [
    403,
    'The security groups of {subject} would have {count} rules together; at most {limit} are allowed.',
  ],
} as const satisfies Record<string, RefusalEntry>;
