import type { Explanations } from '../explanation.ts';

const instanceStatus: Explanations[string] = [
  'The status of the instance does not allow it; the message has the one it has and what is expected. Pending, Starting and Stopping pass by themselves.',
  'Wait with DescribeInstances, or StartInstance, or StopInstance, until the status is the expected one.',
];

/** What operations on instances are refused with. */
export const instanceExplanations: Explanations = {
  'InvalidInstanceId.NotFound': [
    'The account has no instance of this id in this region: it never existed, was deleted, or is of another account or region.',
    'Look with DescribeInstances, in the region of the instance.',
  ],
  'InvalidInstanceIds.NotFound': [
    'Not all of the instances that are named exist.',
    'Look with DescribeInstances, and leave out those that are gone.',
  ],
  NoSuchResource: ['The account has no instance of this id in this region.', 'Look with DescribeInstances.'],
  IncorrectInstanceStatus: instanceStatus,
  'InvalidInstanceStatus.NotStopped': instanceStatus,
  'InvalidStatus.ValueNotSupported': instanceStatus,
  'InvalidInstanceStatus.CreditSpecRestricted': instanceStatus,
  'InvalidOperation.InstanceStatusUnsupported': instanceStatus,
  'InvalidInstanceStatus.NotRunning': instanceStatus,
  'IncorrectInstanceStatus.Initializing': [
    'The instance is still being created.',
    'Wait with DescribeInstances until it is Running or Stopped. Under --transitions manual the clock has to be moved.',
  ],
  'OperationDenied.InstanceCreating': [
    'The instance is still being created.',
    'Wait with DescribeInstances until it is Running or Stopped.',
  ],
  'InvalidOperation.DeletionProtection': [
    'The resource is protected against deletion.',
    'Switch the protection off first: ModifyInstanceAttribute with DeletionProtection=false, or DeletionProtection of VPC with ProtectionEnable=false for an address.',
  ],
  ChargeTypeViolation: [
    'The way the instance is paid for does not allow it: one that was paid in advance is released when its time is over.',
    'Change it by ModifyInstanceChargeType, or wait until it has expired.',
  ],
  'InvalidImageId.NotFound': [
    'There is no such image. Known are the public images, and ids of the form m-... or NAME.vhd are taken for images of others.',
    'Look with DescribeImages.',
  ],
  ImageNotSupportInstanceType: [
    'Image and instance type are for different processors.',
    'Take an image of the architecture of the instance type, x86_64 or arm64.',
  ],
  'InvalidInstanceType.ValueNotSupported': ['There is no such instance type.', 'Look with DescribeInstanceTypes.'],
  'InvalidParameter.Mismatch': [
    'Two of the resources that the call brings together do not fit: zone, VPC or region differ.',
    'Name resources of the same region, VPC and zone.',
  ],
  'InvalidVSwitchId.Mismatch': [
    'Instance and vSwitch are in different zones.',
    'Name a vSwitch of the zone of the instance.',
  ],
  'InvalidPrivateIpAddress.Mismatch': [
    'The address is not one that the vSwitch can give out.',
    'Ask for another address within the CIDR block of the vSwitch, or for none.',
  ],
  'InvalidInstance.EipNotSupport': [
    'An instance with an elastic IP address has no bandwidth of its own.',
    'UnassociateEipAddress first.',
  ],
  'InvalidInstance.InstanceNotSupported': [
    'An instance with an elastic IP address has no bandwidth of its own.',
    'UnassociateEipAddress first.',
  ],
  AllocatedAlready: [
    'The instance has an elastic IP address, and has no other public address beside it.',
    'UnassociateEipAddress first.',
  ],
  AllocateIpInvalidInstanceBandwidth: [
    'A public address needs bandwidth: InternetMaxBandwidthOut of the instance is 0.',
    'ModifyInstanceNetworkSpec with InternetMaxBandwidthOut above 0 first.',
  ],
  InsufficientPublicIp: ['The pool has no idle public address.', 'Release addresses that nobody uses.'],
  IpInUse: ['Somebody has the public address.', 'Ask for another one.'],
  'InvalidVlanId.NotFound': ['Instances are in VPCs, and VPCs have no VLANs.', 'Leave VlanId out.'],
  'DependencyViolation.InstanceType': [
    'The instance has more interfaces, addresses or queues than the type that it is to have allows.',
    'Detach or unassign what is too much, as the message says, or take a larger type.',
  ],
  'DependencyViolation.RouteEntry': [
    'A route entry still leads to the instance or is in the route table.',
    'DeleteRouteEntry first.',
  ],
  'InvalidRamRole.NotFound': ['The account has no RAM role of this name.', 'CreateRole of RAM first.'],
  'InvalidRamRole.NotEcsRole': [
    'The trust policy of the role does not let the service ecs.aliyuncs.com assume it.',
    'UpdateRole with a trust policy that has ecs.aliyuncs.com among Principal.Service.',
  ],
  'InvalidRamRole.Attached': ['The instance has a RAM role.', 'DetachInstanceRamRole first.'],
  'InstanceDiskNumber.LimitExceed': ['More data disks than an instance can have.', 'Ask for fewer.'],
  ReleaseTimeHaveBeenSet: [
    'The instance is to be released at a set time.',
    'ModifyInstanceAutoReleaseTime without AutoReleaseTime first.',
  ],
  'InvalidLaunchTemplate.NotFound': ['Localyun has no launch templates.', 'Send the parameters themselves.'],
  'InvalidOperation.EniLinked': [
    'An elastic IP address is on the interface or address that is to go.',
    'UnassociateEipAddress first, wait until the address is Available, then repeat the call.',
  ],
};
