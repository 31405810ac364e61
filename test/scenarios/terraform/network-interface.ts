import type { Body } from '../../support/test-account.ts';
import { terraformRhythm, terraformToken } from '../driver.ts';
import { flagAt, listAt, numberAt, tagMap, tagParameters, textsAt } from './decode.ts';
import { gone, isOneOf, type Provider, unlessGone } from './provider.ts';
import type { Schema, Values } from './schema.ts';
import { changeTags } from './tags.ts';
import type { Change, Resource } from './workspace.ts';

export interface NetworkInterfaceConfig {
  readonly vswitch_id: string;
  readonly security_group_ids?: readonly string[];
  readonly network_interface_name?: string;
  readonly description?: string;
  readonly primary_ip_address?: string;
  readonly secondary_private_ip_address_count?: number;
  readonly private_ip_addresses?: readonly string[];
  readonly ipv6_address_count?: number;
  readonly ipv4_prefix_count?: number;
  readonly resource_group_id?: string;
  readonly instance_type?: 'Secondary' | 'Trunk';
  readonly source_dest_check?: boolean;
  readonly tags?: Readonly<Record<string, string>>;
}

const schema: Schema = {
  vswitch_id: { type: 'string' },
  security_group_ids: { type: 'set', computed: true },
  network_interface_name: { type: 'string', computed: true },
  description: { type: 'string' },
  mac: { type: 'string', computed: true },
  primary_ip_address: { type: 'string', computed: true },
  private_ip_addresses: { type: 'set', computed: true },
  secondary_private_ip_address_count: { type: 'int', computed: true },
  ipv6_addresses: { type: 'set', computed: true },
  ipv6_address_count: { type: 'int', computed: true },
  ipv4_prefixes: { type: 'set', computed: true },
  ipv4_prefix_count: { type: 'int', computed: true },
  queue_number: { type: 'int', computed: true },
  resource_group_id: { type: 'string' },
  instance_type: { type: 'string', computed: true },
  network_interface_traffic_mode: { type: 'string', computed: true },
  source_dest_check: { type: 'bool' },
  delete_on_release: { type: 'bool', computed: true },
  status: { type: 'string', computed: true },
  tags: { type: 'map' },
};

const notFound = [
  'InvalidEcsId.NotFound',
  'InvalidEniId.NotFound',
  'InvalidSecurityGroupId.NotFound',
  'InvalidVSwitchId.NotFound',
];
const whileChanging = [
  'InternalError',
  'InvalidOperation.InvalidEcsState',
  'InvalidOperation.InvalidEniState',
  'OperationConflict',
  'ServiceUnavailable',
];
const whileUsed = [...whileChanging, 'InvalidOperation.Conflict', 'InvalidOperation.InvalidEniType'];
const minute = 60_000;
/** Between two looks at addresses; 400 seconds are the limit. */
const addressRhythm = terraformRhythm(5_000, 400_000);

/** `alicloud_ecs_network_interface`. It is created without a ClientToken. */
export const networkInterface: Resource<NetworkInterfaceConfig> = {
  name: 'alicloud_ecs_network_interface',
  schema,

  async create(provider, config) {
    const made = await provider.rpc(
      'Ecs',
      'CreateNetworkInterface',
      {
        RegionId: provider.regionId,
        VSwitchId: config.vswitch_id,
        SecurityGroupIds: config.security_group_ids,
        NetworkInterfaceName: config.network_interface_name,
        Description: config.description,
        PrimaryIpAddress: config.primary_ip_address,
        PrivateIpAddress: config.private_ip_addresses,
        SecondaryPrivateIpAddressCount: config.secondary_private_ip_address_count,
        Ipv6AddressCount: config.ipv6_address_count,
        Ipv4PrefixCount: config.ipv4_prefix_count,
        ResourceGroupId: config.resource_group_id,
        InstanceType: config.instance_type,
        SourceDestCheck: config.source_dest_check,
        Tag: tagParameters(config.tags),
      },
      { codes: ['IncorrectVSwitchStatus'], stepMs: 3_000, timeoutMs: 2 * minute },
    );
    const id = String(made.NetworkInterfaceId);
    const look = () => statusOf(provider, id);
    await provider.wait({ delayMs: 5_000, timeoutMs: 2 * minute, wanted: ['Available'] }, look);
    return id;
  },

  async read(provider, id) {
    const found = await findNetworkInterface(provider, id);
    return found && attributesOf(found, await tagsOf(provider, id));
  },

  async update(provider, id, change) {
    if (change.has('tags')) await changeTags(provider, ['Ecs', 'eni', id], change.state, change.config.tags);
    await changeAttributes(provider, id, change);
    await changeAddresses(provider, id, change);
    await changeIpv6Addresses(provider, id, change);
  },

  async destroy(provider, id) {
    const request = { RegionId: provider.regionId, NetworkInterfaceId: id };
    try {
      await provider.rpc('Ecs', 'DeleteNetworkInterface', request, { codes: whileUsed, timeoutMs: minute });
    } catch (error) {
      if (isOneOf(error, notFound)) return;
      throw error;
    }
    await provider.wait({ delayMs: 5_000, timeoutMs: minute, wanted: [gone] }, () => statusOf(provider, id));
  },
};

/** The interface, or undefined where the provider takes it for gone. */
export function findNetworkInterface(provider: Provider, id: string): Promise<Body | undefined> {
  return unlessGone(async () => {
    const request = { RegionId: provider.regionId, NetworkInterfaceId: [id] };
    const found = await provider.rpc('Ecs', 'DescribeNetworkInterfaces', request);
    const [eni] = listAt(found, '$.NetworkInterfaceSets.NetworkInterfaceSet');
    if (eni !== undefined && eni.NetworkInterfaceId !== id) throw new Error(`asked for ${id}, got another interface`);
    return eni;
  }, notFound);
}

/** The status of an interface, or `gone`. */
export async function statusOf(provider: Provider, id: string): Promise<string> {
  return String((await findNetworkInterface(provider, id))?.Status ?? gone);
}

async function tagsOf(provider: Provider, id: string): Promise<Record<string, string>> {
  const request = { RegionId: provider.regionId, ResourceType: 'eni', ResourceId: [id] };
  return tagMap(listAt(await provider.rpc('Ecs', 'ListTagResources', request), '$.TagResources.TagResource'));
}

function attributesOf(found: Body, tags: Record<string, string>): Values {
  const secondary = listAt(found, '$.PrivateIpSets.PrivateIpSet').filter((one) => !flagAt(one, 'Primary'));
  const ipv6 = listAt(found, '$.Ipv6Sets.Ipv6Set').map((one) => one.Ipv6Address);
  const prefixes = listAt(found, '$.Ipv4PrefixSets.Ipv4PrefixSet').map((one) => one.Ipv4Prefix);
  return {
    vswitch_id: found.VSwitchId,
    security_group_ids: textsAt(found, '$.SecurityGroupIds.SecurityGroupId'),
    network_interface_name: found.NetworkInterfaceName,
    description: found.Description,
    mac: found.MacAddress,
    primary_ip_address: found.PrivateIpAddress,
    private_ip_addresses: secondary.map((one) => one.PrivateIpAddress),
    secondary_private_ip_address_count: secondary.length,
    ipv6_addresses: ipv6,
    ipv6_address_count: ipv6.length,
    ipv4_prefixes: prefixes,
    ipv4_prefix_count: prefixes.length,
    queue_number: numberAt(found, 'QueueNumber'),
    resource_group_id: found.ResourceGroupId,
    instance_type: found.Type,
    network_interface_traffic_mode: found.NetworkInterfaceTrafficMode,
    source_dest_check: found.SourceDestCheck,
    delete_on_release: found.DeleteOnRelease,
    status: found.Status,
    tags,
  };
}

type Changed = Change<NetworkInterfaceConfig>;

/** After a change of groups only half a second passes before they are read. */
async function changeAttributes(provider: Provider, id: string, { has, config }: Changed): Promise<void> {
  const changed = {
    Description: has('description') ? (config.description ?? '') : undefined,
    NetworkInterfaceName: has('network_interface_name') ? (config.network_interface_name ?? '') : undefined,
    SecurityGroupId: has('security_group_ids') ? config.security_group_ids : undefined,
    SourceDestCheck: has('source_dest_check') ? config.source_dest_check : undefined,
  };
  if (Object.values(changed).every((value) => value === undefined)) return;
  const request = { NetworkInterfaceId: id, RegionId: provider.regionId, ...changed };
  const retry = { codes: whileChanging, stepMs: 3_000, timeoutMs: minute };
  await provider.rpc('Ecs', 'ModifyNetworkInterfaceAttribute', request, retry);
  if (has('security_group_ids')) await provider.sleep(500);
}

/** Takes those away that are to go, the first ones where only a number is said, then adds. */
async function changeAddresses(provider: Provider, id: string, { has, state, config }: Changed): Promise<void> {
  const known = state.private_ip_addresses as readonly string[];
  const target = { NetworkInterfaceId: id, RegionId: provider.regionId };
  const retry = { codes: whileChanging, timeoutMs: minute };
  const assign = (what: object) => provider.rpc('Ecs', 'AssignPrivateIpAddresses', { ...target, ...what }, retry);
  const unassign = (PrivateIpAddress: readonly string[]) =>
    provider.rpc('Ecs', 'UnassignPrivateIpAddresses', { ...target, PrivateIpAddress }, retry);
  const wanted = config.private_ip_addresses;
  if (has('private_ip_addresses') && wanted) {
    const removed = known.filter((address) => !wanted.includes(address));
    const added = wanted.filter((address) => !known.includes(address));
    if (removed.length > 0) await unassign(removed);
    if (added.length > 0) await assign({ PrivateIpAddress: added });
    await untilAddresses(provider, id, (held) => [...held].sort().join() === [...wanted].sort().join());
  }
  const count = config.secondary_private_ip_address_count;
  if (has('secondary_private_ip_address_count') && count !== undefined) {
    const more = count - known.length;
    if (more > 0) await assign({ SecondaryPrivateIpAddressCount: more });
    if (more < 0) await unassign(known.slice(0, -more));
    await untilAddresses(provider, id, (held) => held.length === count);
  }
}

async function changeIpv6Addresses(provider: Provider, id: string, { has, state, config }: Changed): Promise<void> {
  const count = config.ipv6_address_count;
  if (!has('ipv6_address_count') || count === undefined) return;
  const known = state.ipv6_addresses as readonly string[];
  const more = count - known.length;
  const action = more > 0 ? 'AssignIpv6Addresses' : 'UnassignIpv6Addresses';
  await provider.rpc(
    'Ecs',
    action,
    {
      RegionId: provider.regionId,
      NetworkInterfaceId: id,
      ClientToken: terraformToken(action),
      ...(more > 0 ? { Ipv6AddressCount: more } : { Ipv6Address: known.slice(0, -more) }),
    },
    { codes: ['OperationConflict'], stepMs: 3_000, timeoutMs: 2 * minute },
  );
  await untilFound(provider, id, (found) => listAt(found, '$.Ipv6Sets.Ipv6Set').length === count);
}

function untilAddresses(provider: Provider, id: string, isWanted: (held: readonly string[]) => boolean) {
  return untilFound(provider, id, (found) =>
    isWanted(
      listAt(found, '$.PrivateIpSets.PrivateIpSet')
        .filter((one) => !flagAt(one, 'Primary'))
        .map((one) => one.PrivateIpAddress),
    ),
  );
}

async function untilFound(provider: Provider, id: string, isWanted: (found: Body) => boolean): Promise<void> {
  for (const pauseMs of addressRhythm) {
    await provider.sleep(pauseMs);
    const found = await findNetworkInterface(provider, id);
    if (found && isWanted(found)) return;
  }
  throw new Error(`the addresses of ${id} did not become what they were to be`);
}
