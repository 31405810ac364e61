import type { ProductName } from '../../../src/contracts/contract.ts';
import { regions } from '../../../src/operation/regions.ts';

/** Values that parameters of a name can have, whatever the operation. */
const ofName: Readonly<Record<string, readonly string[]>> = {
  RegionId: regions.map(({ regionId }) => regionId),
  InstanceChargeType: ['PostPaid', 'PrePaid'],
  InternetChargeType: ['PayByTraffic', 'PayByBandwidth'],
  PolicyType: ['Custom', 'System'],
  IpProtocol: ['tcp', 'udp', 'icmp', 'icmpv6', 'gre', 'all'],
  NicType: ['intranet', 'internet'],
  Policy: ['accept', 'drop'],
  NetworkInterfaceTrafficMode: ['Standard', 'HighPerformance'],
  StoppedMode: ['KeepCharging', 'StopCharging'],
  SecurityGroupType: ['normal', 'enterprise'],
  InnerAccessPolicy: ['Accept', 'Drop'],
  Permission: ['InstanceAttach'],
  SystemDiskCategory: ['cloud_essd', 'cloud_ssd', 'cloud_efficiency', 'cloud_auto'],
  DiskCategory: ['cloud_essd', 'cloud_ssd', 'cloud_efficiency', 'cloud_auto'],
};

/** Where the name alone does not say it: `Product.Action.Name`, or `Product..Name` for all of a product. */
const ofOperation: Readonly<Record<string, readonly string[]>> = {
  'Ecs.CreateNetworkInterface.InstanceType': ['Secondary', 'Trunk'],
  'Ecs.DescribeNetworkInterfaces.Type': ['Primary', 'Secondary', 'Trunk', 'Member'],
  'Ecs.DescribeNetworkInterfaces.Status': ['Available', 'InUse', 'Attaching', 'Detaching', 'Deleting'],
  'Ecs.DescribeInstances.Status': ['Pending', 'Running', 'Starting', 'Stopping', 'Stopped'],
  'Ecs.DescribeSecurityGroupAttribute.Direction': ['ingress', 'egress', 'all'],
  'Ecs.DescribeSecurityGroups.NetworkType': ['vpc', 'classic'],
  'Ecs..ResourceType': ['eni', 'instance', 'securitygroup', 'disk', 'image', 'snapshot', 'keypair'],
  'Vpc..ResourceType': ['VPC', 'VSWITCH', 'ROUTETABLE', 'EIP'],
  'Vpc.AssociateEipAddress.InstanceType': ['NetworkInterface', 'EcsInstance', 'Nat', 'SlbInstance', 'HaVip'],
  'Vpc.UnassociateEipAddress.InstanceType': ['NetworkInterface', 'EcsInstance', 'Nat', 'SlbInstance', 'HaVip'],
  'Vpc.AllocateEipAddress.Netmode': ['public'],
  'Vpc.AllocateEipAddress.ISP': ['BGP', 'BGP_PRO'],
  'Ram..Status': ['Active', 'Inactive'],
};

const none: readonly string[] = [];

/** The values that a parameter is known to have; others can be sent all the same. */
export function knownValuesOf(product: ProductName, action: string, name: string): readonly string[] {
  return ofOperation[`${product}.${action}.${name}`] ?? ofOperation[`${product}..${name}`] ?? ofName[name] ?? none;
}
