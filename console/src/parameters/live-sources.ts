import type { ProductName } from '../../../src/contracts/contract.ts';

/** How the values of an id are found: by which call, where they are in its answer, and what else is worth showing. */
export interface LiveSource {
  readonly product: ProductName;
  readonly action: string;
  /** The members of the answer to go down to the list. */
  readonly list: readonly [string, string];
  readonly id: string;
  readonly about: readonly string[];
  readonly parameters: Readonly<Record<string, unknown>>;
}

type Way = Pick<LiveSource, 'product' | 'action' | 'list' | 'id'> & Partial<LiveSource>;

const source = (way: Way): LiveSource => ({ about: [], parameters: {}, ...way });

const page = { PageSize: 50 };

const networkInterfaces = source({
  product: 'Ecs',
  action: 'DescribeNetworkInterfaces',
  list: ['NetworkInterfaceSets', 'NetworkInterfaceSet'],
  id: 'NetworkInterfaceId',
  about: ['NetworkInterfaceName', 'Status', 'PrivateIpAddress'],
  parameters: page,
});
const instances = source({
  product: 'Ecs',
  action: 'DescribeInstances',
  list: ['Instances', 'Instance'],
  id: 'InstanceId',
  about: ['InstanceName', 'Status'],
  parameters: page,
});
const vSwitches = source({
  product: 'Vpc',
  action: 'DescribeVSwitches',
  list: ['VSwitches', 'VSwitch'],
  id: 'VSwitchId',
  about: ['VSwitchName', 'CidrBlock', 'ZoneId'],
  parameters: page,
});
const vpcs = source({
  product: 'Vpc',
  action: 'DescribeVpcs',
  list: ['Vpcs', 'Vpc'],
  id: 'VpcId',
  about: ['VpcName', 'CidrBlock'],
  parameters: page,
});
const securityGroups = source({
  product: 'Ecs',
  action: 'DescribeSecurityGroups',
  list: ['SecurityGroups', 'SecurityGroup'],
  id: 'SecurityGroupId',
  about: ['SecurityGroupName', 'VpcId'],
  parameters: page,
});
const images = source({
  product: 'Ecs',
  action: 'DescribeImages',
  list: ['Images', 'Image'],
  id: 'ImageId',
  about: ['OSName'],
  parameters: page,
});
const zones = source({
  product: 'Ecs',
  action: 'DescribeZones',
  list: ['Zones', 'Zone'],
  id: 'ZoneId',
  about: ['LocalName'],
});
const instanceTypes = source({
  product: 'Ecs',
  action: 'DescribeInstanceTypes',
  list: ['InstanceTypes', 'InstanceType'],
  id: 'InstanceTypeId',
  about: ['CpuCoreCount', 'EniQuantity'],
});
const disks = source({
  product: 'Ecs',
  action: 'DescribeDisks',
  list: ['Disks', 'Disk'],
  id: 'DiskId',
  about: ['DiskName', 'Status'],
  parameters: page,
});
const snapshots = source({
  product: 'Ecs',
  action: 'DescribeSnapshots',
  list: ['Snapshots', 'Snapshot'],
  id: 'SnapshotId',
  about: ['SnapshotName', 'Status'],
});
const addresses = source({
  product: 'Vpc',
  action: 'DescribeEipAddresses',
  list: ['EipAddresses', 'EipAddress'],
  id: 'AllocationId',
  about: ['IpAddress', 'Status'],
  parameters: page,
});
const routeTables = source({
  product: 'Vpc',
  action: 'DescribeRouteTableList',
  list: ['RouterTableList', 'RouterTableListType'],
  id: 'RouteTableId',
  about: ['RouteTableType', 'VpcId'],
});
const keyPairs = source({
  product: 'Ecs',
  action: 'DescribeKeyPairs',
  list: ['KeyPairs', 'KeyPair'],
  id: 'KeyPairName',
});
const resourceGroups = source({
  product: 'ResourceManager',
  action: 'ListResourceGroups',
  list: ['ResourceGroups', 'ResourceGroup'],
  id: 'Id',
  about: ['DisplayName', 'Status'],
});
const users = source({ product: 'Ram', action: 'ListUsers', list: ['Users', 'User'], id: 'UserName' });
const groups = source({ product: 'Ram', action: 'ListGroups', list: ['Groups', 'Group'], id: 'GroupName' });
const roles = source({ product: 'Ram', action: 'ListRoles', list: ['Roles', 'Role'], id: 'RoleName' });
const policies = source({
  product: 'Ram',
  action: 'ListPolicies',
  list: ['Policies', 'Policy'],
  id: 'PolicyName',
  about: ['PolicyType'],
  parameters: { MaxItems: 1000 },
});

/** By a parameter's name, without the `s` of a list. */
const sources: Readonly<Record<string, readonly LiveSource[]>> = {
  NetworkInterfaceId: [networkInterfaces],
  TrunkNetworkInterfaceId: [networkInterfaces],
  VSwitchId: [vSwitches],
  VpcId: [vpcs],
  SecurityGroupId: [securityGroups],
  SourceGroupId: [securityGroups],
  DestGroupId: [securityGroups],
  ImageId: [images],
  ZoneId: [zones],
  InstanceType: [instanceTypes],
  InstanceId: [instances],
  DiskId: [disks],
  SnapshotId: [snapshots],
  AllocationId: [addresses],
  RouteTableId: [routeTables],
  KeyPairName: [keyPairs],
  ResourceGroupId: [resourceGroups],
  RamRoleName: [roles],
  RoleArn: [{ ...roles, id: 'Arn', about: ['RoleName'] }],
};

/** Names that mean something else in other products. */
const ofProduct: Readonly<Partial<Record<ProductName, typeof sources>>> = {
  Ecs: { ResourceId: [networkInterfaces, instances, securityGroups, disks] },
  Vpc: { InstanceId: [networkInterfaces, instances], ResourceId: [vpcs, vSwitches, addresses] },
  Ram: { UserName: [users], GroupName: [groups], RoleName: [roles], PolicyName: [policies] },
};

/** Where values for a parameter are found; none where nothing is known of its name. */
export function liveSourcesOf(product: ProductName, name: string): readonly LiveSource[] {
  const known = { ...sources, ...ofProduct[product] };
  return known[name] ?? known[name.replace(/s$/, '')] ?? [];
}
