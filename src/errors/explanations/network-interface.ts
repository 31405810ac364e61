import type { Explanations } from '../explanation.ts';

/** What operations on network interfaces are refused with. */
export const networkInterfaceExplanations: Explanations = {
  'InvalidEniId.NotFound': [
    'The account has no network interface of this id in this region: it never existed, it is gone, or it is of another account or region. To a deletion that is as good as a success.',
    'Look with DescribeNetworkInterfaces, in the region of the interface; GET /_localyun/events?resource=ID tells when it went.',
  ],
  'InvalidParams.EniId': ['The id has not the form of a network interface id.', 'Send an id of the form eni-...'],
  'InvalidEniId.Malformed': ['The id has not the form of a network interface id.', 'Send an id of the form eni-...'],
  'InvalidOperation.EniServiceManaged': [
    'A service manages the network interface (its ServiceID is set), so that its owner may not change or delete it, whatever its status.',
    'Leave it to the service. Here an operator sets and clears that: PATCH /_localyun/network-interfaces/ID with {"serviceId": null}.',
  ],
  'InvalidOperation.InvalidEniType': [
    'The type of the interface does not allow it: a primary interface lives and dies with its instance, a member belongs to its trunk, and a trunk with members has to stay.',
    'Delete the instance instead of its primary interface; detach a member from its trunk, and all members of a trunk, before deleting them.',
  ],
  'InvalidOperation.HasSlaveEniBonded': [
    'Other network interfaces are bonded to this one.',
    'Take the bond away first. Here an operator does that: PATCH /_localyun/network-interfaces/ID with {"slaveCount": 0}.',
  ],
  'InvalidOperation.InvalidEniState': [
    'The status of the interface does not allow it; the message has the status that is expected and the one it has. While it is Attaching, Detaching, Creating or Deleting it has to be waited for.',
    'Wait with DescribeNetworkInterfaces until the status is the expected one. To delete one that is InUse: DetachNetworkInterface, wait for Available, DeleteNetworkInterface.',
  ],
  'InvalidOperation.DetachPrimaryEniNotAllowed': [
    'The interface is the primary one of its instance, which no instance can be without.',
    'Detach secondary interfaces only; deleting the instance takes its primary interface along.',
  ],
  'InvalidOperation.EniLinked': [
    'An elastic IP address is on the interface, in cut-through mode or on the private address that is to go.',
    'UnassociateEipAddress first, wait until the address is Available, then repeat the call.',
  ],
  'InvalidOperation.HotPlugNotSupport': [
    'Instances of this type take and give up network interfaces only while they are Stopped.',
    'StopInstance, wait for Stopped, repeat the call, StartInstance; or use an instance type that supports hot plugging.',
  ],
  'InvalidOperation.EniHotPlugNotSupported': [
    'An interface in the traffic mode HighPerformance is not unplugged while its instance runs.',
    'StopInstance, wait for Stopped, then repeat the call.',
  ],
  'InvalidOperation.InstanceTypeNotSupportEniTrunking': [
    'The instance type has no room for members of trunks (EniTotalQuantity is not above EniQuantity).',
    'Use an instance type with EniTrunkSupported in DescribeInstanceTypes.',
  ],
  'InvalidOperation.EniTypeNotSupportTrunking': [
    'Of an interface of this type no trunk or member can be made.',
    'Use a secondary interface as member, and one that was made as trunk for its trunk.',
  ],
  'InvalidOperation.InvalidTrunkEniStatus': [
    'A trunk takes members while it is InUse.',
    'Attach the trunk to its instance, wait for InUse, then attach the member.',
  ],
  'InvalidOperation.TrunkingIsNotAllowed': [
    'The trunk is on another instance than the one that the member is to be attached to.',
    'Name the instance that the trunk is attached to.',
  ],
  'InvalidParameter.EniNotBelongTrunk': [
    'The interface is not a member of the trunk that is named.',
    'Take the trunk from Attachment.TrunkNetworkInterfaceId of the interface, or leave it out.',
  ],
  'InvalidOperation.HasMemberEniAttached': [
    'The trunk has members.',
    'DetachNetworkInterface each member, wait until they are Available, then repeat the call.',
  ],
  'InvalidParameter.NetworkCardIndexInvalid': [
    'The instance type has no network card of this index.',
    'Leave NetworkCardIndex out, or take one below NetworkCardQuantity of DescribeInstanceTypes.',
  ],
  'InvalidParameter.EniNotBelongEcs': [
    'The interface is attached to another instance than the one that is named.',
    'Take the instance from Attachment.InstanceId of the interface.',
  ],
  'InvalidParam.Malformed': [
    'The interface is attached to another instance than the one that is named, or an id has not its form.',
    'Take the instance from Attachment.InstanceId of the interface, and ids as the answers have them.',
  ],
  'InvalidParam.EniIdAndInstanceId.Conflict': [
    'InstanceId and NetworkInterfaceId both say who is meant.',
    'Send one of the two.',
  ],
  'InvalidInstanceID.Malformed': ['The InstanceId has not the form of one.', 'Send an id of the form i-...'],
  'InvalidEcsId.NotFound': [
    'The account has no instance of this id in this region.',
    'Look with DescribeInstances, in the region of the instance.',
  ],
  'InvalidOperation.InvalidEcsState': [
    'The status of the instance does not allow it: interfaces are attached to and detached from instances that are Running or Stopped.',
    'Wait with DescribeInstances until the status is the one that the message expects.',
  ],
  MaxEniCountExceeded: [
    'The account has as many secondary network interfaces in the region as its quota allows.',
    'Delete some (GET /_localyun/leaks lists those that nobody uses), or raise the quota in a seed file or by PUT /_localyun/quotas.',
  ],
  EniPerInstanceLimitExceeded: [
    'The instance has as many network interfaces, or members of trunks, as its type allows (EniQuantity, EniTotalQuantity).',
    'Detach one, or use a larger instance type.',
  ],
  'InvalidOperation.Ipv4CountExceeded': [
    'The interface has more private IPv4 addresses than the instance type allows each (EniPrivateIpAddressQuantity).',
    'UnassignPrivateIpAddresses until it fits, or use a larger instance type.',
  ],
  'InvalidOperation.Ipv6CountExceeded': [
    'The interface has more IPv6 addresses than the instance type allows each (EniIpv6AddressQuantity).',
    'UnassignIpv6Addresses until it fits, or use a larger instance type.',
  ],
  'InvalidOperation.Ipv6NotSupport': [
    'The instance type has no IPv6.',
    'Use an instance type whose EniIpv6AddressQuantity is above 0, or take the IPv6 addresses off the interface.',
  ],
  'InvalidOperation.AvailabilityZoneMismatch': [
    'Interface and instance are in different zones; the zone of an interface is that of its vSwitch.',
    'Make the interface in a vSwitch of the zone of the instance.',
  ],
  'InvalidOperation.VpcMismatch': [
    'Two of the resources that the call brings together are in different VPCs.',
    'Use a security group, vSwitch or instance of the same VPC.',
  ],
  MaxEniPrivateIpsCountExceeded: [
    'The interface would have more secondary private addresses than one can have.',
    'Ask for fewer, or unassign some first.',
  ],
  MaxEniIpv6IpsCountExceeded: [
    'An interface that is not attached would have more IPv6 addresses and prefixes than one can have, 10.',
    'Ask for fewer, or unassign some first.',
  ],
  'InvalidIp.IpRepeated': ['An address stands in the list twice.', 'Send each address once.'],
  'InvalidIp.Address': ['An address of the list is none.', 'Send IPv4 addresses in dotted form.'],
  'InvalidIp.IpAssigned': ['The interface has the address already.', 'Leave the address out; the wish is fulfilled.'],
  'InvalidIp.IpUnassigned': [
    'The interface does not have the address, or it is its primary one, which stays.',
    'Look with DescribeNetworkInterfaces which secondary addresses it has.',
  ],
  'InvalidIp.IpPrefixIllegal': [
    'A prefix is no CIDR block, or not within the vSwitch.',
    'Send prefixes within the CIDR block of the vSwitch, such as 192.168.0.16/28.',
  ],
  'InvalidIp.IpPrefixMaskNotSame': [
    'The prefixes have masks of different lengths.',
    'Send prefixes of one length, /28.',
  ],
  'InvalidIp.IpPrefixMaskInvalid': [
    'The mask of a prefix has not a length that is possible.',
    'Send a prefix of the length that the message names.',
  ],
  'InvalidIp.IpPrefixNotStrict': [
    'A prefix has bits below its mask.',
    'Send the first address of the prefix, such as 192.168.0.16/28.',
  ],
  'InvalidVSwitch.Ipv6NotTurnOn': [
    'The vSwitch has no IPv6 CIDR block.',
    'Give the VPC one (ModifyVpcAttribute with EnableIPv6), then the vSwitch (ModifyVSwitchAttribute with Ipv6CidrBlock).',
  ],
  'InvalidPrivateIpAddress.Duplicated': [
    'The address is in use in the vSwitch.',
    'Ask for another address, or for none: then one is chosen.',
  ],
  'InvalidVSwitchId.NotFound': [
    'The account has no vSwitch of this id in this region.',
    'Look with DescribeVSwitches, in the region of the vSwitch.',
  ],
  'InvalidVSwitchId.IpInvalid': [
    'The address is not one of the vSwitch, or one that the service keeps for itself: the first and the last three of the block.',
    'Ask for another address within the CIDR block of the vSwitch.',
  ],
  'InvalidVSwitchId.IpNotEnough': [
    'The vSwitch has too few addresses left for the call.',
    'Delete interfaces of the vSwitch, or use a larger one.',
  ],
  IncorrectVSwitchStatus: [
    'The vSwitch is not Available; one that was just made is Pending for a moment.',
    'Wait with DescribeVSwitches until it is Available. Under --transitions manual the clock has to be moved.',
  ],
  'InvalidOperation.EniTrafficModeNotSupportIPv6': [
    'Interfaces in the traffic mode HighPerformance have no IPv6.',
    'Use the traffic mode Standard, or leave IPv6 out.',
  ],
  'InvalidParameter.QueuePairNumberMustEmpty': [
    'Queue pairs are of the traffic mode HighPerformance only.',
    'Leave QueuePairNumber out, or ask for HighPerformance.',
  ],
  'InvalidOperation.InstanceTypeNotSupportHighPerformanceTrafficMode': [
    'The instance type has no RDMA, so that interfaces in the traffic mode HighPerformance cannot be attached.',
    'Use an instance type with HighPerformance interfaces, or the traffic mode Standard.',
  ],
  'InvalidOperation.InstanceTypeNotSupportHighPerformance': [
    'The instance type has no RDMA, so that interfaces in the traffic mode HighPerformance cannot be attached.',
    'Use an instance type with HighPerformance interfaces, or the traffic mode Standard.',
  ],
  'InvalidOperation.HighPerformanceEniPerInstanceLimitExceeded': [
    'The instance has as many interfaces in the traffic mode HighPerformance as its type allows.',
    'Detach one of them, or use the traffic mode Standard.',
  ],
  'InvalidOperation.MaxEniQueuePairNumberExceed': [
    'The interface would have more queue pairs than the instance type allows each.',
    'Ask for at most as many as the message says.',
  ],
  'InvalidOperation.EniQueuePairNumberOverflow': [
    'The interfaces of the instance would have more queue pairs together than its type allows.',
    'Ask for fewer, or detach an interface that has some.',
  ],
  'InvalidOperation.MaxEniQueueNumberExceeded': [
    'The interface would have more queues than the instance type allows each (MaximumQueueNumberPerEni).',
    'Ask for at most as many as the message says.',
  ],
  'InvalidOperation.ExceedInstanceTypeQueueNumber': [
    'The interfaces of the instance would have more queues together than its type allows (TotalEniQueueQuantity).',
    'Ask for fewer, or lower the queues of another interface of the instance first.',
  ],
  'InvalidOperation.PrimaryEniOnlySupportModifyNameAndDesc': [
    'Of a primary interface only name and description can be changed by this operation.',
    'Change its security groups by ModifyInstanceAttribute or JoinSecurityGroup, with the id of the instance.',
  ],
  'InvalidOperation.ModifyPrimaryEniQueueNumber': [
    'The queues of a primary interface are set at its instance.',
    'ModifyInstanceAttribute with NetworkInterfaceQueueNumber.',
  ],
  'InvalidOperation.NotSupportModifyQueueNumber': [
    'A member of a trunk uses the queues of its trunk.',
    'Change the queues of the trunk.',
  ],
  'InvalidTrafficMode.ModifyToStandardNotSupported': [
    'The way from HighPerformance back to Standard does not exist.',
    'Make a new interface in the traffic mode Standard.',
  ],
  'InvalidOperation.TrunkAttachmentMustEmpty': [
    'Trunks and their members cannot be in the traffic mode HighPerformance.',
    'Use a secondary interface that is in no trunk.',
  ],
  'InvalidOperation.InstanceTypeNotSupportRss': [
    'The instance type has no RSS.',
    'Use another instance type, or leave EnableRss out.',
  ],
  'InvalidOperation.NotSupportModifyVFQueueNumberAndVFQuantity': [
    'Queues and number of virtual functions can be set while SR-IOV is on.',
    'Set EnhancedNetwork.EnableSriov to true first.',
  ],
  'InvalidNetworkInterfacePermissionId.NotFound': [
    'There is no permission of this id, or it was taken back.',
    'Look with DescribeNetworkInterfacePermissions.',
  ],
  'InvalidParam.NetworkInterface': [
    'The interfaces that an instance is to be made with do not go together, or one of them is described in a way that is not possible; the message says which and why.',
    'Describe one primary interface and otherwise secondary ones; name an existing interface or describe a new one, not both.',
  ],
  'InvalidParameter.TooManyDataQueried': [
    'So many points of time are asked for, at most 400 are answered.',
    'Ask for a shorter time, or for a longer Period.',
  ],
  'InvalidStartTime.TooEarly': ['Data is kept for 30 days.', 'Ask for a StartTime within them.'],
  'InvalidParameter.EndTime': ['EndTime is before StartTime.', 'Exchange the two.'],
};
