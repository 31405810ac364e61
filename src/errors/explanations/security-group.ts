import type { Explanations } from '../explanation.ts';

const full: Explanations[string] = [
  'The members of the group hold as many private addresses together as a group of its type can have.',
  'Use another group, or an advanced one; leave the group with interfaces that do not need it.',
];
const otherVpc: Explanations[string] = [
  'The two security groups are not in the same VPC, or the group lacks a NicType that fits.',
  'Refer to a group of the same VPC, or to its addresses by CIDR block.',
];
const noLists: Explanations[string] = [
  'Localyun has no prefix lists and no lists of ports, so that no id of one exists.',
  'Write the CIDR blocks and ports into rules of their own.',
];
const otherNetwork: Explanations[string] = [
  'One of the groups is of a VPC, the other of the classic network.',
  'Refer to a group of the same kind of network.',
];

/** What operations on security groups and their rules are refused with. */
export const securityGroupExplanations: Explanations = {
  'InvalidSecurityGroupId.NotFound': [
    'The account has no security group of this id in this region.',
    'Look with DescribeSecurityGroups, in the region of the group.',
  ],
  'InvalidSecurityGroupId.NotVpc': [
    'The group is not of the VPC that the interface is in, or of none.',
    'Name a security group of the same VPC.',
  ],
  JoinedGroupLimitExceed: [
    'An interface would be in more security groups than it can be, 5 unless the quota says otherwise.',
    'Name fewer groups.',
  ],
  SecurityGroupInstanceLimitExceed: full,
  SecurityGroupInstanceLimitExceeded: full,
  'InvalidOperation.EniCountExceeded': full,
  'InvalidInstanceId.AlreadyExists': ['The instance is in the group already.', 'Nothing: the wish is fulfilled.'],
  'InvalidInstanceId.Mismatch': [
    'Instance and security group are in different VPCs.',
    'Name a security group of the VPC of the instance.',
  ],
  InstanceSecurityGroupLimitExceeded: [
    'The instance or interface is in as many security groups as it can be.',
    'LeaveSecurityGroup one of them first.',
  ],
  'InvalidSecurityGroupAssociation.NotFound': [
    'The interface is not in the group that it is to leave.',
    'Look with DescribeNetworkInterfaces which groups it is in.',
  ],
  InstanceLastSecurityGroup: [
    'Every instance is in one security group at least.',
    'JoinSecurityGroup another one first.',
  ],
  'InvalidOperation.AtLeastInOneGroup': [
    'Every network interface is in one security group at least.',
    'JoinSecurityGroup another one first, or replace the whole set by ModifyNetworkInterfaceAttribute.',
  ],
  'InvalidOperation.MultiGroupType': [
    'An interface is in basic groups or in advanced ones, never in both.',
    'Name groups of one type; to change the type, replace the whole set at once.',
  ],
  'InvalidParameter.SecurityGroupIdRepeated': ['A group stands in the list twice.', 'Name each group once.'],
  'InvalidParams.VpcIdGroupType': [
    'An advanced security group needs a VPC.',
    'Send VpcId, or leave SecurityGroupType out.',
  ],
  'QuotaExceed.SecurityGroup': [
    'The account has as many security groups in the region as its quota allows.',
    'Delete some, or raise the quota in a seed file or by PUT /_localyun/quotas.',
  ],
  'InvalidGroupParameter.OperationDenied': [
    'Members of an advanced security group are apart, and its rules cannot refer to groups.',
    'Use CIDR blocks in its rules, or a basic security group.',
  ],
  DependencyViolation: [
    'Something still uses the security group: interfaces or instances are its members, or rules of another group refer to it.',
    'Delete or detach the members (GET /_localyun/requests/ID/diagnosis lists them), or move them to another group; revoke the rules that refer to it; then delete it.',
  ],
  OperationDenied: [
    'The state of what is named does not allow it, or two parameters do not go together; the message says which.',
    'Do what the message asks for, then repeat the call.',
  ],
  'InvalidSecurityGroup.IsSame': ['A rule would refer to its own group.', 'Refer to another group.'],
  'InvalidParamter.Conflict': [
    'Source and destination of a rule are the same, or a rule would refer to its own group.',
    'Give the rule another source or destination.',
  ],
  'InvalidParam.SourceIp': ['A rule has one source.', 'Send SourceCidrIp or Ipv6SourceCidrIp, not both.'],
  'InvalidParam.DestIp': ['A rule has one destination.', 'Send DestCidrIp or Ipv6DestCidrIp, not both.'],
  'InvalidParam.Ipv4ProtocolConflictWithIpv6Address': [
    'ICMP is a protocol of IPv4, and the address is one of IPv6.',
    'Use ICMPv6.',
  ],
  'InvalidParam.Ipv6ProtocolConflictWithIpv4Address': [
    'ICMPv6 is a protocol of IPv6, and the address is one of IPv4.',
    'Use ICMP.',
  ],
  'InvalidParam.ProtocolAndAddressFamilyMismatch': [
    'Protocol and address are of different versions of IP.',
    'Use ICMP with IPv4 and ICMPv6 with IPv6.',
  ],
  'InvalidParam.ProtocolAndPortRangeMismatch': [
    'The ports do not suit the protocol: TCP and UDP have ports, the others have -1/-1.',
    'Send the PortRange that the message expects.',
  ],
  'MissingParameter.Source': [
    'A rule of the ingress needs a source.',
    'Send a source of one of the kinds that the message lists.',
  ],
  'MissingParameter.Dest': [
    'A rule of the egress needs a destination.',
    'Send a destination of one of the kinds that the message lists.',
  ],
  'InvalidNicType.Mismatch': ['Rules of a group in a VPC are intranet ones.', 'Leave NicType out, or send intranet.'],
  'InvalidSourceGroupId.NotFound': [
    'There is no group of this id that the rule could refer to.',
    'Look with DescribeSecurityGroups.',
  ],
  'InvalidDestGroupId.NotFound': [
    'There is no group of this id that the rule could refer to.',
    'Look with DescribeSecurityGroups.',
  ],
  'InvalidSourceGroup.NotFound': [
    'What the rule refers to has not the form of a group id.',
    'Send an id of the form sg-...',
  ],
  'InvalidDestGroup.NotFound': [
    'What the rule refers to has not the form of a group id.',
    'Send an id of the form sg-...',
  ],
  'InvalidSourceGroupId.Mismatch': otherVpc,
  'InvalidDestGroupId.Mismatch': otherVpc,
  'InvalidNetworkType.Conflict': otherNetwork,
  'InvalidNetworkType.Mismatch': otherNetwork,
  'InvalidGroupAuthParameter.OperationDenied': [
    'Rules cannot refer to an advanced security group.',
    'Refer to the addresses of its members by CIDR block.',
  ],
  'InvalidSecurityGroup.InvalidNetworkType': [
    'Rules about IPv6 need a group of a VPC, and this one is of the classic network.',
    'Use a security group of a VPC.',
  ],
  'InvalidPrefixListId.NotFound': noLists,
  'NotSupported.ClassicNetworkPrefixList': noLists,
  'InvalidPortRangeListId.NotFound': noLists,
  'InvalidParam.ProtocolNotSupportPortRangeList': noLists,
  'InvalidParam.Permissions': [
    'Rules stand in Permissions and beside it, or there are too many of them.',
    'Send all rules in Permissions, at most 100 of them.',
  ],
  'InvalidParam.DuplicatePermissions': ['Two of the rules are the same.', 'Send each rule once.'],
  'InvalidParam.SecurityGroupRuleIdRepeated': ['A rule id stands in the list twice.', 'Send each id once.'],
  'InvalidSecurityGroupRuleId.NotFound': [
    'The group has no rule of this id in this direction.',
    'Look with DescribeSecurityGroupAttribute; rules of the egress have operations of their own.',
  ],
  'SecurityGroupRule.NotFound': [
    'The group has no rule that is exactly like this.',
    'Look with DescribeSecurityGroupAttribute, or name the rule by its SecurityGroupRuleId.',
  ],
  'InvalidParam.InvalidModifyRuleRequest': ['Nothing is given that could be changed.', 'Send what is to be different.'],
  'InvalidOperation.ModifySgRuleEntityType': [
    'A rule keeps the kind of its source or destination: CIDR block, IPv6 block or group.',
    'Revoke the rule and authorize a new one.',
  ],
  'InvalidOperation.ModifyPortRangeType': [
    'A rule with ports cannot become one with a list of ports.',
    'Revoke the rule and authorize a new one.',
  ],
  'InvalidOperation.ModifyNicType': ['The NicType of a rule stays.', 'Revoke the rule and authorize a new one.'],
  'InvalidOperation.RuleDuplicate': [
    'The group has another rule that is like what this one would become.',
    'Revoke one of the two.',
  ],
  AuthorizationLimitExceed: [
    'The group would have more rules than its quota allows.',
    'Revoke rules, join blocks, or raise the quota.',
  ],
  'AuthorizedGroupRule.LimitExceed': [
    'The group would have more rules that refer to groups than it can have.',
    'Use CIDR blocks instead.',
  ],
  AclLimitExceed: [
    'All groups of an interface or instance would have more rules together than it can have.',
    'Put it into fewer groups, or into groups with fewer rules.',
  ],
};
