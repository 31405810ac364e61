import { refusalsOf } from '../operation/refusal.ts';
import { ipv6GatewayRefusals } from './refusals/ipv6-gateway.ts';
import { routeEntryRefusals, routeTableRefusals } from './refusals/route.ts';
import { vpcCidrBlockRefusals } from './refusals/vpc-cidr-block.ts';

/**
 * Every refusal of the VPC operations. Codes are spelt as the published tables spell them, slips included
 * (`InvalidVpcDiscription.Malformed`, `InvalidCirdrBlock.MaskLength`); 404 stands for absence only.
 * @see https://api.aliyun.com/document/Vpc/2016-04-28/errorCode
 */
export const refuse = refusalsOf({
  ...routeEntryRefusals,
  ...routeTableRefusals,
  ...vpcCidrBlockRefusals,
  ...ipv6GatewayRefusals,

  DryRunOperation: [400, 'Request validation has been passed with DryRun flag set.'],
  InvalidParameter: [400, 'The specified parameter "{name}" is not valid: "{value}".'],
  MissingParameter: [
    400,
    'The input parameter "{name}" that is mandatory for processing this request is not supplied.',
  ],

  // Resource groups and resources to be moved: documented with 400, unlike elsewhere.
  InvalidResourceGroupId: [400, 'The specified ResourceGroupId does not exist: {name} "{id}".'],
  'InvalidResourceId.NotFound': [400, 'The specified ResourceId does not exist: "{id}" of type {type}.'],
  'IllegalParam.ResourceType': [400, 'Invalid Resource Type value: ResourceType "{value}" is not one of {allowed}.'],
  'OperationFailed.InstanceStatusNotAllowed': [
    400,
    'The current status of the resource does not support this operation: "{id}" is {status}, expected Available.',
  ],

  'InvalidVpcId.NotFound': [404, 'Specified VPC does not exist: VpcId "{id}".'],
  IncorrectVpcStatus: [
    400,
    'Current VPC status does not support this operation: "{id}" is {status}, expected Available.',
  ],
  'InvalidVpcName.Malformed': [
    400,
    'Specified VPC name is not valid: {name} "{value}" must have 1 to 128 characters and not start with http:// or https://.',
  ],
  'InvalidVpcDiscription.Malformed': [
    400,
    'Specified VPC description is not valid: {name} "{value}" must have 1 to 256 characters and not start with http:// or https://.',
  ],
  'InvalidVpcIdNumber.NotSupported': [
    400,
    'The number of vpcIds exceeds the limit: {count} in VpcId, at most {limit}.',
  ],
  'QuotaExceeded.Vpc': [400, 'VPC quota exceeded: at most {limit} in the region.'],
  InvalidCidr: [400, 'Specified CIDR block is not valid: CidrBlock "{value}".', 'InvalidParameter'],
  'IllegalParam.CidrBlockMask': [
    400,
    'The param of CidrBlock Mask [{mask}] is illegal: the mask of a VPC is /{shortest} to /{longest}.',
  ],
  'OperationDenied.CidrInExcludeCidrs': [
    400,
    'The operation is not allowed because the input CIDR "{value}" is within the illegal CIDRs: it overlaps {excluded}.',
  ],
  'OperationDenied.CidrConflictWithExistCidr': [
    400,
    'The operation is not allowed because vSwitch "{vSwitchId}" with CIDR block "{cidrBlock}" is not within the input CIDR "{value}".',
  ],
  'IllegalParam.UserCidr': [400, 'UserCidr is not a valid or strict address: "{value}".'],
  'InvalidUserCidr.Malformed': [400, 'Specified UserCidr "{value}" overlapping in of 100.64.0.0/10.'],
  'InvalidUserCidr.Quota': [400, 'Specified UserCidr number {count} is greater than {limit}.'],
  'InvalidIpv6CidrBlock.Malformed': [400, 'Specified Ipv6CidrBlock is not valid: "{value}".'],
  'IllegalParam.Ipv6CidrBlock': [400, 'The parameter of Ipv6CidrBlock is illegal: "{value}": {reason}.'],
  'IllegalParam.Ipv6Isp': [400, 'The specified Ipv6Isp is illegal: "{value}" is not one of {allowed}.'],
  'MissingParam.EnableIpv6': [400, 'Ipv6CidrBlock "{value}" is given and {name} is not true.'],
  'OperationFailed.IPv6CidrNotReserved': [
    400,
    'The IPv6 CIDR block "{value}" is not reserved: those of {range} are, as long as no other VPC has them.',
  ],
  'ResourceNotEnough.Ipv6Cidr': [400, 'The specified resource of Ipv6Cidr is not enough: {range} is used up.'],
  'DependencyViolation.Ipv6VSwitch': [
    400,
    'Specified object has dependent resources: vSwitch "{vSwitchId}" has "{cidrBlock}" of the IPv6 CIDR block of VPC "{id}".',
    'DependencyViolation.VSwitch',
  ],
  'OperationUnsupported.Ipv6Feature': [
    400,
    'The IPv6 feature is not enabled for VPC "{vpcId}": {name} "{value}" cannot be given.',
  ],
  'UnsupportedFeature.Ipam': [400, 'IPAM is not supported in this region: {name} "{value}" cannot be given.'],
  'IllegalParam.IpamPool': [400, 'The specified IPAM pool cannot be empty when {name} "{value}" is given.'],
  'DependencyViolation.VSwitch': [
    400,
    'Specified object has dependent resources: vSwitch "{vSwitchId}" is in VPC "{id}".',
  ],
  'DependencyViolation.SecurityGroup': [
    400,
    'Specified object has dependent resources SecurityGroup: "{securityGroupId}" is in VPC "{id}".',
  ],

  'InvalidVSwitchId.NotFound': [404, 'The specified virtual switch does not exists: VSwitchId "{id}".'],
  IncorrectVSwitchStatus: [
    400,
    'The current virtual switch status does not support this operation: "{id}" is {status}, expected Available.',
  ],
  'InvalidVSwitchName.Malformed': [
    400,
    'Specified virtual switch name is not valid: {name} "{value}" must have 1 to 128 characters and not start with http:// or https://.',
  ],
  'InvalidVSwitchDiscription.Malformed': [
    400,
    'Specified virtual switch description is not valid: {name} "{value}" must have 1 to 256 characters and not start with http:// or https://.',
  ],
  'InvalidVSwitchIdNumber.NotSupported': [
    400,
    'The number of vSwitchIds exceeds the limit: {count} in VSwitchId, at most {limit}.',
  ],
  'InvalidZoneId.NotFound': [404, 'Specified zone does not exist: ZoneId "{value}" in region "{regionId}".'],
  'QuotaExceeded.VSwitch': [400, 'Virtual switch quota exceeded: at most {limit} in VPC "{id}".'],
  'InvalidCidrBlock.Malformed': [400, 'Specified CIDR block is not valid: CidrBlock "{value}".'],
  'InvalidCirdrBlock.MaskLength': [
    400,
    'Specified CIDR block is not valid: the mask of a vSwitch is /{shortest} to /{longest}, not /{mask}.',
  ],
  CidrOutsideVpc: [
    400,
    'Specified CIDR block is not valid in VPC: CidrBlock "{value}" is not within "{cidrBlock}".',
    'InvalidParameter',
  ],
  'InvalidCidrBlock.Overlapped': [
    400,
    'Specified CIDR block overlapped with other subnets: CidrBlock "{value}" overlaps "{cidrBlock}" of "{vSwitchId}".',
  ],
  'InvalidCidrBlock.Ipv6Overlapped': [
    400,
    'Specified CIDR block overlapped with other subnets: Ipv6CidrBlock "{value}" means "{cidrBlock}" of "{vSwitchId}".',
    'InvalidCidrBlock.Overlapped',
  ],
  'IllegalParam.Ipv6CidrMask': [
    400,
    'The input CIDR mask is illegal: Ipv6CidrMask "{value}" is not 64, the mask of every vSwitch.',
    'IllegalParam.CidrMask',
  ],
  VpcIpv6CidrBlock: [
    400,
    'The specified parameter "VpcIpv6CidrBlock" is not valid: "{value}" is not the IPv6 CIDR block of VPC "{vpcId}".',
    'InvalidParameter',
  ],
  'InvalidParameter.Ipv6Off': [
    400,
    'The specified parameter "Ipv6CidrBlock" is not valid: "{value}" is given and EnableIPv6 is false.',
    'InvalidParameter',
  ],
  'MissingParam.CidrOrCidrMask': [400, 'The CIDR or CIDR Mask must be input: CidrBlock or CidrMask.'],
  'IllegalParam.CidrMask': [
    400,
    'The input CIDR mask is illegal: CidrMask "{mask}" is not the mask of CidrBlock "{value}".',
  ],
  'OperationDenied.AvailableCidrInsufficient': [
    400,
    'The operation is not allowed because available CIDR is insufficient: VPC "{id}" has no room for a /{mask}.',
  ],
  'DependencyViolation.NetworkInterface': [
    400,
    'The specified resource of [{id}] depends on network interfaces: "{networkInterfaceId}" holds an address of it.',
  ],
  'DependencyViolation.Ipv6Address': [
    400,
    'The specified resource of [{id}] depends on network interfaces: "{networkInterfaceId}" holds an IPv6 address of it.',
    'DependencyViolation.NetworkInterface',
  ],
  'DependencyViolation.Instance': [
    400,
    'The specified resource of [{id}] has dependent resources: instance "{instanceId}" is in it.',
  ],

  InvalidTagKey: [400, 'The tag keys are not valid: {name} "{key}".'],
  InvalidTagValue: [400, 'The tag values are not valid: {name} "{value}".'],
  'Forbidden.TagKey.Duplicated': [400, 'The specified tag key already exists: "{key}" is given more than once.'],
  'SizeLimitExceeded.TagNum': [400, 'The maximum number of tags is exceeded: {count} given, at most {limit}.'],
  'SizeLimitExceeded.ResourceId': [
    400,
    'The maximum number of resource IDs is exceeded: {count} given, at most {limit}.',
  ],
  'QuotaExceeded.TagNum': [400, 'Custom Tags quota exceeded: "{id}" would have {count} tags, at most {limit}.'],
  'InvalidInstanceType.NotFound': [
    400,
    'The instance type is not found: ResourceType "{value}" is not one of {allowed}.',
  ],
  'InvalidInstanceIds.NotFound': [400, 'The instanceIds are not found: ResourceId "{id}" of type {type}.'],
  'BothEmpty.TagsAndResources': [403, 'The specified Tags and ResourcesIds are not allow to both empty.'],

  // Elastic IP addresses; the code for an unknown instance is spelt as the table of AssociateEipAddress spells it.
  'InvalidAllocationId.NotFound': [404, 'Specified allocation ID is not found: AllocationId "{id}".'],
  'InvalidInstanId.NotFound': [404, 'Specified instance does not exist: InstanceId "{id}" of type {type}.'],
  'QuotaExceeded.Eip': [400, 'Elastic IP address quota exceeded: at most {limit} in the region.'],
  'OperationFailed.InsufficientEIP': [400, 'Eip resource is not enough: the pool {pool} has no idle address.'],
  'Ip.Allocated': [400, 'The reserve ip has been allocated: IpAddress "{value}".'],
  'ResourceNotFound.Ip': [400, 'The specified ip is not found: IpAddress "{value}" is not in the pool {pool}.'],
  'OperationFailed.AllocateUnfamiliarIp': [
    400,
    'The operation failed because a released address is not kept for its owner: InstanceId "{value}".',
  ],
  'ResourceNotFound.PublicIpAddressPool': [
    400,
    'The specified resource of PublicIpAddressPool is not found: PublicIpAddressPoolId "{value}".',
  ],
  'IllegalParam.Isp': [400, 'The param of ISP "{value}" is illegal: it is one of {allowed}.'],
  'IllegalParam.Zone': [400, 'The specified zone is invalid: Zone "{value}" is not in region "{regionId}".'],
  'IllegalParam.Mode': [400, 'The param of Mode "{value}" is illegal: it is one of {allowed}.'],
  'InvalidInstanceType.ValueNotSupported': [
    400,
    'The specified value of InstanceType is not supported: "{value}" is not one of {allowed}.',
  ],
  'BindInstance.NotSupported': [400, 'bind instance type {value} is not supported: InstanceType is one of {allowed}.'],
  'InvalidIAssociatedInstanceType.ValueNotSupported': [
    400,
    'The specified value of AssociatedInstanceType is not supported: "{value}" is not one of {allowed}.',
  ],
  'InvalidChargeType.ValueNotSupported': [
    400,
    'The specified ChargeType is not supported: "{value}" is not one of {allowed}.',
  ],
  IncorrectEipStatus: [
    400,
    'Current elastic IP status does not support this operation: "{id}" is {status}, expected "{expected}".',
  ],
  'InvalidParameter.Mismatch': [
    400,
    'Specified elastic IP address "{id}" and instance "{instanceId}" are not in the same region.',
  ],
  'InvalidParameter.BindingInstanceRegion': [
    400,
    'The specified BindingInstanceRegion is not supported: InstanceRegionId "{value}" is not the region of "{id}".',
  ],
  'InvalidStatus.EcsStatusNotSupport': [
    400,
    'The special instance status is not support operate: "{id}" is {status}, expected Running or Stopped.',
  ],
  'InvalidStatus.EniStatusNotSupport': [
    400,
    'The status of the network interface "{id}" does not support this operation: it is {status}, expected Available or InUse.',
  ],
  'InvalidParameter.EniInstanceId': [
    400,
    'The network interface "{id}" is managed by a service: no elastic IP address can be associated with it.',
  ],
  'Invalid.DirectEip.BindType': [
    400,
    'The direct eip can be only associated with eni: Mode "{mode}" is not possible for instance "{id}".',
  ],
  'Eni.Attached': [
    400,
    'The eni should be detached from ecs when associating with direct eip: "{id}" is attached, Mode is "{mode}".',
  ],
  'Eni.HasSubIp': [400, 'Eni has sub ip can not bind direct eip: "{id}" has secondary private addresses or prefixes.'],
  'Mode.Conflict': [400, 'The eni can bind only one mode of eip: "{id}" has one in mode {other}, Mode is "{mode}".'],
  'InvalidAssociation.Duplicated': [
    400,
    'Specified instance already is associated: {what} has the elastic IP address "{id}".',
  ],
  'InvalidEip.EipQuotaExceeded': [
    400,
    'The specified eni assigned eip is more than privateIp: each of the {count} private addresses of "{id}" has one.',
  ],
  PrivateIpAddressNotHeld: [
    400,
    'The specified parameter "PrivateIpAddress" is not valid: "{value}" is not an address of "{id}".',
    'InvalidParameter',
  ],
  // Documented with 400 for the end of an association, unlike elsewhere.
  NotAssociatedWith: [
    400,
    'Specified instance does not exist: {name} "{value}" is not what "{id}" is associated with.',
    'InvalidInstanceId.NotFound',
  ],
  'InvalidOperation.DeletionProtection': [
    400,
    'The instance cannot be deleted because of deletion protection: "{id}".',
  ],
  'DeletionProtection.TypeNotSupport': [400, 'The resource is not support: Type "{value}" is not EIP.'],
});
