import type { Explanations } from '../explanation.ts';

const notAvailable: Explanations[string] = [
  'The resource is in the middle of a change; one that was just made is Pending for a moment.',
  'Wait until its status is Available. Under --transitions manual the clock has to be moved.',
];
const overlap: Explanations[string] = [
  'The CIDR block overlaps one that is in use.',
  'Take a block that is free; the message has the one in the way.',
];
const noIpv6: Explanations[string] = [
  'The VPC has no IPv6 CIDR block.',
  'ModifyVpcAttribute with EnableIPv6=true first.',
];
const otherVpc: Explanations[string] = ['The resources are in different VPCs.', 'Name one of the same VPC.'];
const noSuchHop: Explanations[string] = [
  'The next hop does not exist in this account and region, or is of another type than NextHopType says.',
  'Compare NextHopId with NextHopType: Instance, NetworkInterface, HaVip, Ipv6Gateway...',
];

/** What operations on VPCs, vSwitches, routes and gateways are refused with. */
export const networkExplanations: Explanations = {
  'InvalidVpcId.NotFound': [
    'The account has no VPC of this id in this region, or no default VPC where one is needed.',
    'Look with DescribeVpcs, in the region of the VPC; CreateDefaultVpc makes the default one.',
  ],
  'InvalidVpc.NotFound': ['The account has no VPC of this id in this region.', 'Look with DescribeVpcs.'],
  IncorrectVpcStatus: notAvailable,
  'IncorrectStatus.Vpc': notAvailable,
  'IncorrectStatus.Ipv6Gateway': notAvailable,
  'IncorrectStatus.RouteTable': notAvailable,
  'IncorrectStatus.RouteTableStatus': notAvailable,
  IncorrectRouteTableStatus: notAvailable,
  IncorrectRouteEntryStatus: notAvailable,
  'OperationFailed.InstanceStatusNotAllowed': notAvailable,
  'QuotaExceeded.Vpc': [
    'The account has as many VPCs in the region as its quota allows.',
    'DeleteVpc one, or raise the quota in a seed file or by PUT /_localyun/quotas.',
  ],
  'QuotaExceeded.VSwitch': [
    'The VPC has as many vSwitches as the quota allows.',
    'DeleteVSwitch one, or raise the quota in a seed file or by PUT /_localyun/quotas.',
  ],
  'QuotaExceeded.RouteTable': [
    'The VPC has as many custom route tables as the quota allows.',
    'DeleteRouteTable one, or raise the quota.',
  ],
  QuotaExceeded: [
    'The route table has as many custom entries as the quota allows.',
    'DeleteRouteEntry some, or raise the quota.',
  ],
  'QuotaExceeded.VpcMultiCidr': [
    'The VPC has as many secondary blocks as it can have.',
    'UnassociateVpcCidrBlock one.',
  ],
  'QuotaExceeded.IPv6CidrBlock': ['The VPC has as many IPv6 blocks as it can have.', 'UnassociateVpcCidrBlock one.'],
  'QuotaExceeded.Ipv6Gateway': ['A VPC has one IPv6 gateway at most.', 'Use the one that the message names.'],
  'QuotaExceeded.DefaultVpc': ['The region has a default VPC.', 'Use it; DescribeVpcs with IsDefault=true finds it.'],
  'QuotaExceeded.DefaultVSwitch': ['The zone has a default vSwitch.', 'Use it; the message names it.'],
  'DependencyViolation.VSwitch': [
    'vSwitches are in the VPC, or use its IPv6 block.',
    'DeleteVSwitch them, wait until they are gone, then repeat the call.',
  ],
  'DependencyViolation.SecurityGroup': [
    'Security groups are in the VPC.',
    'DeleteSecurityGroup them, then repeat the call.',
  ],
  'DependencyViolation.RouteTable': [
    'Custom route tables are in the VPC, or the vSwitch uses one.',
    'UnassociateRouteTable and DeleteRouteTable, then repeat the call.',
  ],
  'DependencyViolation.Ipv6Gateway': ['An IPv6 gateway is in the VPC.', 'DeleteIpv6Gateway, then repeat the call.'],
  'DependencyViolation.Ipv6InternetBandwidth': [
    'IPv6 addresses have Internet bandwidth through the gateway.',
    'DeleteIpv6InternetBandwidth, then repeat the call.',
  ],
  'DependencyViolation.NetworkInterface': [
    'Network interfaces hold addresses of the vSwitch; a primary interface goes with its instance.',
    'DetachNetworkInterface and DeleteNetworkInterface those that are secondary, delete the instances, wait until they are gone, then repeat the call. GET /_localyun/leaks lists interfaces that nobody uses.',
  ],
  'DependencyViolation.Instance': [
    'Instances are in the vSwitch.',
    'DeleteInstance them, wait until they are gone, then repeat the call.',
  ],
  'InvalidCidrBlock.Overlapped': overlap,
  'Duplicated.SecondaryCidrBlock': overlap,
  'OperationDenied.CidrConflictWithExistCidr': overlap,
  'OperationDenied.CidrInExcludeCidrs': [
    'The block overlaps one that no VPC may have, such as 100.64.0.0/10 or 127.0.0.0/8.',
    'Take a block of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.',
  ],
  'OperationUnsupported.DestinationCidrBlockOverlapWithVSwitch': overlap,
  'InvalidCIDRBlock.Duplicate': [
    'The route table has an entry for this destination.',
    'ModifyRouteEntry the one that the message names, or delete it first.',
  ],
  'OperationFailed.ConflictWithEntry': [
    'A route entry has the block for its destination.',
    'DeleteRouteEntry it, or take another block.',
  ],
  'OperationFailed.CidrInUse': ['A vSwitch has addresses of the block.', 'DeleteVSwitch it first.'],
  'OperationFailed.Ipv6CidrBlockExisted': ['The VPC has that IPv6 block.', 'Nothing: the wish is fulfilled.'],
  'OperationFailed.IPv6CidrNotReserved': [
    'The IPv6 block is none that the account has reserved.',
    'Leave it out: then one is chosen.',
  ],
  'ResourceNotEnough.Ipv6Cidr': ['No IPv6 block is left.', 'Delete VPCs that have one.'],
  'OperationDenied.AvailableCidrInsufficient': [
    'No free block of this size is left in the VPC.',
    'Ask for a smaller one, delete vSwitches, or AssociateVpcCidrBlock a secondary one.',
  ],
  'InvalidCirdrBlock.MaskLength': [
    'The block is larger or smaller than a vSwitch can be.',
    'Take a mask from /16 to /29.',
  ],
  'OperationUnsupported.Ipv6Feature': noIpv6,
  'OperationDenied.VpcIpv6NotEnabled': noIpv6,
  'UnsupportedFeature.Ipam': ['Localyun has no IPAM.', 'Leave the parameter out.'],
  UnsupportedRegion: [
    'Localyun has no IPv4 gateways, which this kind of route table is for.',
    'Leave AssociateType out.',
  ],
  'InvalidRouteTableId.NotFound': [
    'The account has no route table of this id in this region.',
    'Look with DescribeRouteTableList.',
  ],
  'InvalidRouteTable.NotFound': [
    'The account has no route table of this id in this region.',
    'Look with DescribeRouteTableList.',
  ],
  'Abs.InvalidRouteTableId.NotExist': [
    'The account has no route table of this id in this region.',
    'Look with DescribeRouteTableList.',
  ],
  'InvalidRouteEntry.NotFound': [
    'The route table has no entry with this destination and next hop.',
    'Look with DescribeRouteEntryList; name the entry by RouteEntryId, or with the same next hop as it has.',
  ],
  'InvalidNextHopId.NotFound': noSuchHop,
  'InvalidNextHop.NotFound': noSuchHop,
  'InvalidInstanId.NotFound': noSuchHop,
  'InvalidNetworkInterface.NotFound': noSuchHop,
  InvalidRouterInterface: noSuchHop,
  'OperationFailed.InstanceDismatchCurrentVpc': otherVpc,
  'Mismatch.EniIdAndRouteTableId': otherVpc,
  'Forbidden.NotInSameVpc': otherVpc,
  'InvalidNexthop.DirectEni': [
    'The interface has an elastic IP address in cut-through mode and cannot be a next hop.',
    'UnassociateEipAddress first, or associate it in the mode NAT.',
  ],
  'InvalidNexthop.UnsupportedEniBizType': ['A service manages the interface.', 'Use an interface of your own.'],
  'OperationUnsupported.Ipv6EntryOnPrimaryNetworkInterface': [
    'IPv6 routes lead to secondary interfaces only.',
    'Use a secondary interface.',
  ],
  'OperationUnsupported.MutipleIpv6Address': [
    'The interface has more than one IPv6 address.',
    'UnassignIpv6Addresses until one is left.',
  ],
  'OperationFailed.NotSupportIPV6': ['The next hop has no IPv6.', 'Give it an IPv6 address, or use another one.'],
  'OperationDenied.NextHopTypeNotPermitted': [
    'A next hop of this type does not lead to such a destination.',
    'Use Ipv6Gateway for destinations of IPv6 only.',
  ],
  IncorrectRouteTableType: ['The system route table goes with its VPC.', 'Delete custom route tables only.'],
  'IncorrectRouteTableStatus.RouteEntryExist': ['The route table has custom entries.', 'DeleteRouteEntry them first.'],
  'ResourceAlreadyAssociated.RouteTable': [
    'The vSwitch uses a custom route table.',
    'UnassociateRouteTable first, or ReplaceRouteTableAssociation.',
  ],
  'OperationDenied.SwitchToSystemRouteTable': [
    'The system route table is not associated by name.',
    'UnassociateRouteTable: the vSwitch goes back to the system route table.',
  ],
  'OperationUnsupported.SystemRouteTable': [
    'A vSwitch without custom route table uses the system one, which cannot be taken away.',
    'Nothing: there is no association to end.',
  ],
  'InvalidBindingStatus.RouteTable': [
    'The vSwitch does not use this route table.',
    'Look with DescribeVSwitches, RouteTable.',
  ],
  'OperationFailed.Ipv6GatewayNotExist': [
    'The VPC has no IPv6 gateway that is Available.',
    'CreateIpv6Gateway, and wait until it is Available.',
  ],
  'OperationFailed.Ipv6GatewayDisMatchIpv6Address': [
    'The gateway is that of another VPC.',
    'Name the gateway of the VPC of the address.',
  ],
  'OperationFailed.InternetBandwidthAlreadyExisted': [
    'The address has Internet bandwidth.',
    'ModifyIpv6InternetBandwidth changes it.',
  ],
  'ParamExclusive.SecondaryCidrAndIpv6Cidr': ['One block is associated by a call.', 'Send one of the two.'],
};
