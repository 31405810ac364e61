/** How an attribute gets its value from a parameter. */
export interface Attribute {
  readonly name: string;
  readonly parameter: string;
  /** A list of one, where the provider takes several and the parameter is a single one. */
  readonly asList?: true;
}

/** What a call makes, as the provider `aliyun/alicloud` names it. */
export interface TerraformResource {
  readonly type: string;
  readonly attributes: readonly Attribute[];
  /** Attributes that the operation stands for, such as the direction of a rule. */
  readonly fixed?: Readonly<Record<string, string>>;
}

type Pairs = Readonly<Record<string, string>>;

const resource = (type: string, pairs: Pairs, others: Partial<TerraformResource> = {}): TerraformResource => ({
  type,
  ...others,
  attributes: [
    ...(others.attributes ?? []),
    ...Object.entries(pairs).map(([parameter, name]) => ({ parameter, name })),
  ],
});

const rule = {
  SecurityGroupId: 'security_group_id',
  IpProtocol: 'ip_protocol',
  PortRange: 'port_range',
  Priority: 'priority',
  Policy: 'policy',
  NicType: 'nic_type',
  Description: 'description',
};
const oneGroup: Partial<TerraformResource> = {
  attributes: [{ name: 'security_groups', parameter: 'SecurityGroupId', asList: true }],
};
const instance = {
  ImageId: 'image_id',
  InstanceType: 'instance_type',
  VSwitchId: 'vswitch_id',
  SecurityGroupIds: 'security_groups',
  InstanceName: 'instance_name',
  HostName: 'host_name',
  Description: 'description',
  InstanceChargeType: 'instance_charge_type',
  InternetChargeType: 'internet_charge_type',
  InternetMaxBandwidthOut: 'internet_max_bandwidth_out',
  PrivateIpAddress: 'private_ip',
  KeyPairName: 'key_name',
  Password: 'password',
  RamRoleName: 'role_name',
  UserData: 'user_data',
  ResourceGroupId: 'resource_group_id',
  ZoneId: 'availability_zone',
};

/** By operation: `Product.Action`. */
const resources: Readonly<Record<string, TerraformResource>> = {
  'Ecs.CreateNetworkInterface': resource(
    'alicloud_network_interface',
    {
      VSwitchId: 'vswitch_id',
      SecurityGroupIds: 'security_group_ids',
      NetworkInterfaceName: 'network_interface_name',
      Description: 'description',
      PrimaryIpAddress: 'primary_ip_address',
      PrivateIpAddress: 'private_ip_addresses',
      SecondaryPrivateIpAddressCount: 'secondary_private_ip_address_count',
      Ipv6Address: 'ipv6_addresses',
      Ipv6AddressCount: 'ipv6_address_count',
      InstanceType: 'instance_type',
      NetworkInterfaceTrafficMode: 'network_interface_traffic_mode',
      QueueNumber: 'queue_number',
      ResourceGroupId: 'resource_group_id',
    },
    { attributes: [{ name: 'security_group_ids', parameter: 'SecurityGroupId', asList: true }] },
  ),
  'Ecs.AttachNetworkInterface': resource('alicloud_network_interface_attachment', {
    InstanceId: 'instance_id',
    NetworkInterfaceId: 'network_interface_id',
    TrunkNetworkInstanceId: 'trunk_network_instance_id',
    NetworkCardIndex: 'network_card_index',
  }),
  'Ecs.CreateSecurityGroup': resource('alicloud_security_group', {
    VpcId: 'vpc_id',
    SecurityGroupName: 'security_group_name',
    SecurityGroupType: 'security_group_type',
    Description: 'description',
    ResourceGroupId: 'resource_group_id',
  }),
  'Ecs.AuthorizeSecurityGroup': resource(
    'alicloud_security_group_rule',
    {
      ...rule,
      SourceCidrIp: 'cidr_ip',
      SourceGroupId: 'source_security_group_id',
      SourcePrefixListId: 'prefix_list_id',
    },
    { fixed: { type: 'ingress' } },
  ),
  'Ecs.AuthorizeSecurityGroupEgress': resource(
    'alicloud_security_group_rule',
    { ...rule, DestCidrIp: 'cidr_ip', DestGroupId: 'source_security_group_id', DestPrefixListId: 'prefix_list_id' },
    { fixed: { type: 'egress' } },
  ),
  'Ecs.RunInstances': resource('alicloud_instance', instance, oneGroup),
  'Ecs.CreateInstance': resource('alicloud_instance', instance, oneGroup),
  'Ecs.CreateDisk': resource('alicloud_ecs_disk', {
    ZoneId: 'zone_id',
    DiskName: 'disk_name',
    DiskCategory: 'category',
    Size: 'size',
    Description: 'description',
    SnapshotId: 'snapshot_id',
    ResourceGroupId: 'resource_group_id',
  }),
  'Ecs.AttachDisk': resource('alicloud_ecs_disk_attachment', { DiskId: 'disk_id', InstanceId: 'instance_id' }),
  'Ecs.CreateKeyPair': resource('alicloud_ecs_key_pair', { KeyPairName: 'key_pair_name' }),
  'Ecs.ImportKeyPair': resource('alicloud_ecs_key_pair', {
    KeyPairName: 'key_pair_name',
    PublicKeyBody: 'public_key',
  }),
  'Vpc.CreateVpc': resource('alicloud_vpc', {
    VpcName: 'vpc_name',
    CidrBlock: 'cidr_block',
    Description: 'description',
    EnableIpv6: 'enable_ipv6',
    ResourceGroupId: 'resource_group_id',
  }),
  'Vpc.CreateVSwitch': resource('alicloud_vswitch', {
    VpcId: 'vpc_id',
    CidrBlock: 'cidr_block',
    ZoneId: 'zone_id',
    VSwitchName: 'vswitch_name',
    Description: 'description',
  }),
  'Vpc.AllocateEipAddress': resource('alicloud_eip_address', {
    Bandwidth: 'bandwidth',
    InternetChargeType: 'internet_charge_type',
    ISP: 'isp',
    Name: 'address_name',
    Description: 'description',
    Netmode: 'netmode',
    ResourceGroupId: 'resource_group_id',
  }),
  'Vpc.AssociateEipAddress': resource('alicloud_eip_association', {
    AllocationId: 'allocation_id',
    InstanceId: 'instance_id',
    InstanceType: 'instance_type',
    PrivateIpAddress: 'private_ip_address',
  }),
  'Ram.CreateUser': resource('alicloud_ram_user', {
    UserName: 'name',
    DisplayName: 'display_name',
    Email: 'email',
    Comments: 'comments',
  }),
  'Ram.CreateGroup': resource('alicloud_ram_group', { GroupName: 'group_name', Comments: 'comments' }),
  'Ram.CreateRole': resource('alicloud_ram_role', {
    RoleName: 'role_name',
    AssumeRolePolicyDocument: 'assume_role_policy_document',
    Description: 'description',
    MaxSessionDuration: 'max_session_duration',
  }),
  'Ram.CreatePolicy': resource('alicloud_ram_policy', {
    PolicyName: 'policy_name',
    PolicyDocument: 'policy_document',
    Description: 'description',
  }),
  'ResourceManager.CreateResourceGroup': resource('alicloud_resource_manager_resource_group', {
    Name: 'resource_group_name',
    DisplayName: 'display_name',
  }),
};

/** The resource that an operation makes; undefined where the provider has none for it. */
export function terraformResourceOf(product: string, action: string): TerraformResource | undefined {
  return resources[`${product}.${action}`];
}
