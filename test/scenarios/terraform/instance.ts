import type { Body } from '../../support/test-account.ts';
import { terraformToken } from '../driver.ts';
import { flagAt, jsonpath, listAt, tagMap, tagParameters, textsAt } from './decode.ts';
import { instanceSchema } from './instance-schema.ts';
import { findNetworkInterface } from './network-interface.ts';
import { gone, isOneOf, type Provider, unlessGone } from './provider.ts';
import type { Values } from './schema.ts';
import type { Resource } from './workspace.ts';

export interface InstanceConfig {
  readonly instance_type: string;
  readonly image_id: string;
  readonly vswitch_id: string;
  readonly security_groups: readonly string[];
  readonly availability_zone?: string;
  readonly instance_name?: string;
  readonly host_name?: string;
  readonly description?: string;
  readonly private_ip?: string;
  readonly key_name?: string;
  readonly user_data?: string;
  readonly resource_group_id?: string;
  readonly system_disk_category?: string;
  readonly system_disk_size?: number;
  readonly system_disk_name?: string;
  readonly system_disk_description?: string;
  readonly internet_max_bandwidth_out?: number;
  readonly deletion_protection?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
}

const minutes = 60_000;
const notFound = ['InvalidInstanceId.NotFound', 'Forbidden.InstanceNotFound'];
const whileBusy = ['IncorrectInstanceStatus', 'IncorrectInstanceStatus.Initializing', 'DependencyViolation.RouteEntry'];
const AdditionalAttributes = ['META_OPTIONS', 'DDH_CLUSTER', 'NETWORK_PRIMARY_ENI_IP'];

/** `alicloud_instance`. */
export const instance: Resource<InstanceConfig> = {
  name: 'alicloud_instance',
  schema: instanceSchema,

  async create(provider, config) {
    const made = await provider.rpc('Ecs', 'RunInstances', launchOf(provider.regionId, config), {
      codes: ['IncorrectVSwitchStatus'],
      firstMs: 1_000,
      stepMs: 1_000,
      timeoutMs: 10 * minutes,
    });
    const [id] = textsAt(made, '$.InstanceIdSets.InstanceIdSet');
    if (id === undefined) throw new Error('panic: no instance id');
    const pending = ['Pending', 'Starting', 'Stopped'];
    const wait = { delayMs: 10_000, timeoutMs: 10 * minutes, pending, wanted: ['Running'] };
    await provider.wait(wait, () => statusOf(provider, id));
    return id;
  },

  async read(provider, id, config, isNew) {
    const found = await findInstance(provider, id);
    if (found === undefined) return undefined;
    return {
      ...(await diskOf(provider, id)),
      ...attributesOf(found),
      user_data: await userDataOf(provider, id, config),
      ...(isNew ? {} : await roleOf(provider, id)),
      ...(await networkOf(provider, found)),
      ...(await maintenanceOf(provider, id)),
      ...(await optionsOf(provider, id)),
    };
  },

  async destroy(provider, id) {
    try {
      const retry = { codes: whileBusy, timeoutMs: 20 * minutes };
      await provider.typed('Ecs', 'DeleteInstance', { InstanceId: id, Force: true }, retry);
    } catch (error) {
      if (!isOneOf(error, notFound)) throw error;
    }
    const pending = ['Pending', 'Running', 'Stopped', 'Stopping'];
    const wait = { delayMs: 10_000, timeoutMs: 20 * minutes, pending, wanted: [gone] };
    await provider.wait(wait, () => statusOf(provider, id));
  },
};

function launchOf(RegionId: string, config: InstanceConfig) {
  const { user_data: userData } = config;
  return {
    RegionId,
    ClientToken: terraformToken('RunInstances'),
    InstanceType: config.instance_type,
    ImageId: config.image_id,
    ZoneId: config.availability_zone,
    SystemDisk: {
      DiskName: config.system_disk_name,
      Description: config.system_disk_description,
      Category: config.system_disk_category,
      Size: config.system_disk_size ?? 40,
    },
    InstanceName: config.instance_name ?? 'ECS-Instance',
    HostName: config.host_name,
    Description: config.description,
    ResourceGroupId: config.resource_group_id,
    InternetChargeType: 'PayByTraffic',
    InternetMaxBandwidthOut: config.internet_max_bandwidth_out ?? 0,
    InstanceChargeType: 'PostPaid',
    KeyPairName: config.key_name,
    UserData: userData === undefined || isBase64(userData) ? userData : Buffer.from(userData).toString('base64'),
    DryRun: false,
    DeletionProtection: config.deletion_protection ?? false,
    Tag: tagParameters(config.tags),
    VSwitchId: config.vswitch_id,
    PrivateIpAddress: config.private_ip,
    SecurityGroupIds: config.security_groups,
    IoOptimized: 'optimized',
  };
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}

function findInstance(provider: Provider, id: string): Promise<Body | undefined> {
  return unlessGone(async () => {
    const request = { InstanceIds: JSON.stringify([id]), AdditionalAttributes };
    const [found] = listAt(await provider.typed('Ecs', 'DescribeInstances', request), '$.Instances.Instance');
    return found;
  }, notFound);
}

async function statusOf(provider: Provider, id: string): Promise<string> {
  return String((await findInstance(provider, id))?.Status ?? gone);
}

function attributesOf(found: Body): Values {
  const { VpcAttributes, MetadataOptions } = found;
  const ends = String(found.AutoReleaseTime);
  return {
    instance_name: found.InstanceName,
    resource_group_id: found.ResourceGroupId,
    description: found.Description,
    status: found.Status,
    availability_zone: found.ZoneId,
    host_name: found.HostName,
    image_id: found.ImageId,
    instance_type: found.InstanceType,
    internet_max_bandwidth_out: found.InternetMaxBandwidthOut,
    internet_max_bandwidth_in: found.InternetMaxBandwidthIn,
    instance_charge_type: found.InstanceChargeType,
    key_name: found.KeyPairName,
    spot_strategy: found.SpotStrategy,
    spot_price_limit: found.SpotPriceLimit,
    spot_duration: found.SpotDuration,
    internet_charge_type: found.InternetChargeType,
    deletion_protection: found.DeletionProtection,
    credit_specification: found.CreditSpecification,
    auto_release_time: /^.{16}Z$/.test(ends) ? ends.replace('Z', ':00Z') : ends,
    tags: tagMap(listAt(found, '$.Tags.Tag')),
    hpc_cluster_id: found.HpcClusterId,
    deployment_set_id: found.DeploymentSetId,
    deployment_set_group_no: String(found.DeploymentSetGroupNo ?? 0),
    stopped_mode: found.StoppedMode,
    public_ip: textsAt(found, '$.PublicIpAddress.IpAddress')[0],
    vpc_id: VpcAttributes.VpcId,
    vswitch_id: VpcAttributes.VSwitchId,
    private_ip: textsAt(VpcAttributes, '$.PrivateIpAddress.IpAddress')[0],
    http_tokens: MetadataOptions.HttpTokens,
    http_endpoint: MetadataOptions.HttpEndpoint,
    http_put_response_hop_limit: MetadataOptions.HttpPutResponseHopLimit,
    cpu: found.Cpu,
    memory: found.Memory,
    os_name: found.OSName,
    os_type: found.OSType,
    create_time: found.CreationTime,
    start_time: found.StartTime,
    expired_time: found.ExpiredTime,
    dedicated_host_id: found.DedicatedHostAttribute.DedicatedHostId,
    security_groups: textsAt(found, '$.SecurityGroupIds.SecurityGroupId'),
    image_options: [{ login_as_non_root: found.ImageOptions.LoginAsNonRoot }],
  };
}

/** The system disk, which has to say that it is this instance's. */
async function diskOf(provider: Provider, id: string): Promise<Values> {
  const request = { RegionId: provider.regionId, InstanceId: id, DiskType: 'system' };
  const [disk] = listAt(await provider.rpc('Ecs', 'DescribeDisks', request), '$.Disks.Disk');
  if (disk?.InstanceId !== id) throw new Error(`the system disk of ${id} is not found`);
  return {
    system_disk_id: disk.DiskId,
    system_disk_category: disk.Category,
    system_disk_name: disk.DiskName,
    system_disk_description: disk.Description,
    system_disk_size: disk.Size,
    system_disk_auto_snapshot_policy_id: disk.AutoSnapshotPolicyId,
    system_disk_storage_cluster_id: disk.StorageClusterId,
    system_disk_encrypted: disk.Encrypted,
    system_disk_kms_key_id: disk.KMSKeyId,
    system_disk_performance_level: disk.PerformanceLevel,
    system_disk_bursting_enabled: disk.BurstingEnabled,
    volume_tags: tagMap(listAt(disk, '$.Tags.Tag')),
  };
}

/** As it was configured: in Base64 or not. */
async function userDataOf(provider: Provider, id: string, { user_data: configured }: InstanceConfig): Promise<string> {
  const { UserData } = await provider.typed('Ecs', 'DescribeUserData', { InstanceId: id });
  return configured === undefined || isBase64(configured) ? UserData : Buffer.from(UserData, 'base64').toString();
}

async function roleOf(provider: Provider, id: string): Promise<Values> {
  const request = { InstanceIds: JSON.stringify([id]) };
  const found = await provider.typed('Ecs', 'DescribeInstanceRamRole', request);
  const [role] = listAt(found, '$.InstanceRamRoleSets.InstanceRamRoleSet');
  return { role_name: role?.RamRoleName };
}

/** Each interface of the instance is looked up on its own, the primary one twice. */
async function networkOf(provider: Provider, found: Body): Promise<Values> {
  const others: Values[] = [];
  let primary: Values = {};
  for (const { NetworkInterfaceId: id, Type, PrimaryIpAddress } of listAt(
    found,
    '$.NetworkInterfaces.NetworkInterface',
  )) {
    const eni = await findNetworkInterface(provider, id);
    if (eni === undefined) throw new Error(`${id} of ${found.InstanceId} is not found`);
    const common = {
      network_interface_traffic_mode: eni.NetworkInterfaceTrafficMode,
      queue_pair_number: eni.QueuePairNumber,
      network_card_index: eni.Attachment?.NetworkCardIndex,
    };
    if (Type === 'Primary') {
      primary = { ...common, network_interface_id: id, primary_ip_address: PrimaryIpAddress };
    } else {
      const security_group_ids = textsAt(eni, '$.SecurityGroupIds.SecurityGroupId');
      others.push({ ...common, network_interface_id: id, vswitch_id: eni.VSwitchId, security_group_ids });
    }
  }
  const eni = await findNetworkInterface(provider, String(primary.network_interface_id));
  if (eni === undefined) throw new Error(`${found.InstanceId} has no primary interface`);
  const secondary = listAt(eni, '$.PrivateIpSets.PrivateIpSet').filter((one) => !flagAt(one, 'Primary'));
  const ipv6 = listAt(eni, '$.Ipv6Sets.Ipv6Set');
  return {
    ...primary,
    network_interfaces: others,
    ipv6_addresses: ipv6.map((one) => one.Ipv6Address),
    ipv6_address_count: ipv6.length,
    secondary_private_ips: secondary.map((one) => one.PrivateIpAddress),
    secondary_private_ip_address_count: secondary.length,
  };
}

async function maintenanceOf(provider: Provider, id: string): Promise<Values> {
  const request = { RegionId: provider.regionId, InstanceId: [id] };
  const found = await provider.rpc('Ecs', 'DescribeInstanceMaintenanceAttributes', request);
  const [row] = listAt(found, '$.MaintenanceAttributes.MaintenanceAttribute');
  if (row?.InstanceId !== id) throw new Error(`the maintenance of ${id} is not found`);
  return {
    maintenance_time: listAt(row, '$.MaintenanceWindows.MaintenanceWindow'),
    maintenance_action: jsonpath(row, '$.ActionOnMaintenance.Value'),
    maintenance_notify: row.NotifyOnMaintenance,
  };
}

async function optionsOf(provider: Provider, id: string): Promise<Values> {
  const { regionId: RegionId } = provider;
  const InstanceIds = JSON.stringify([id]);
  const attribute = await provider.typed('Ecs', 'DescribeInstanceAttribute', { InstanceId: id });
  if (attribute.InstanceId !== id) throw new Error(`the attributes of ${id} are not found`);
  const pools = await provider.rpc('Ecs', 'DescribeInstanceAttachmentAttributes', { RegionId, InstanceIds });
  const [pool] = listAt(pools, '$.Instances.Instance');
  if (pool === undefined) throw new Error(`the private pool of ${id} is not found`);
  const [again] = listAt(
    await provider.rpc('Ecs', 'DescribeInstances', { RegionId, InstanceIds }),
    '$.Instances.Instance',
  );
  return {
    enable_jumbo_frame: attribute.EnableJumboFrame,
    private_pool_options_match_criteria: pool.PrivatePoolOptionsMatchCriteria,
    private_pool_options_id: pool.PrivatePoolOptionsId,
    spot_interruption_behavior: again?.SpotInterruptionBehavior,
  };
}
