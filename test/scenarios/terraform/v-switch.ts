import type { Body } from '../../support/test-account.ts';
import { terraformToken } from '../driver.ts';
import { jsonpath, listAt, tagMap, tagParameters } from './decode.ts';
import { gone, isOneOf, type Provider, unlessGone } from './provider.ts';
import type { Schema } from './schema.ts';
import { changeTags } from './tags.ts';
import type { Resource } from './workspace.ts';

export interface VSwitchConfig {
  readonly vpc_id: string;
  readonly zone_id: string;
  readonly cidr_block: string;
  readonly vswitch_name?: string;
  readonly description?: string;
  readonly enable_ipv6?: boolean;
  readonly ipv6_cidr_block_mask?: number;
  readonly tags?: Readonly<Record<string, string>>;
}

const minutes = 60_000;
const schema: Schema = {
  vpc_id: { type: 'string', computed: true },
  zone_id: { type: 'string', computed: true },
  cidr_block: { type: 'string', computed: true },
  vswitch_name: { type: 'string', computed: true },
  description: { type: 'string' },
  enable_ipv6: { type: 'bool' },
  ipv6_cidr_block: { type: 'string', computed: true },
  ipv6_cidr_block_mask: { type: 'int', computed: true },
  create_time: { type: 'string', computed: true },
  status: { type: 'string', computed: true },
  tags: { type: 'map' },
};

const whileChanging = [
  'TaskConflict',
  'IncorrectStatus',
  'IncorrectVSwitchStatus',
  'OperationConflict',
  'OperationFailed.IdempotentTokenProcessing',
  'OperationFailed.DistibuteLock',
  'OperationFailed.NotifyCenCreate',
];
const whileModified = [
  'OperationConflict',
  'IncorrectStatus.VSwitch',
  'IncorrectStatus.VpcRouteEntry',
  'ServiceUnavailable',
];
const whileUsed = [
  'DependencyViolation',
  'OperationConflict',
  'IncorrectRouteEntryStatus',
  'InternalError',
  'TaskConflict',
  'IncorrectVSwitchStatus',
  'SystemBusy',
];
const notFound = ['InvalidVswitchID.NotFound', 'InvalidVSwitchId.NotFound'];

/** `alicloud_vswitch`. */
export const vSwitch: Resource<VSwitchConfig> = {
  name: 'alicloud_vswitch',
  schema,

  async create(provider, config) {
    const { regionId: RegionId } = provider;
    const made = await provider.rpc(
      'Vpc',
      'CreateVSwitch',
      {
        RegionId,
        ClientToken: terraformToken('CreateVSwitch'),
        CidrBlock: config.cidr_block,
        VpcId: config.vpc_id,
        VSwitchName: config.vswitch_name,
        Description: config.description,
        ZoneId: config.zone_id,
        Ipv6CidrBlock: config.ipv6_cidr_block_mask,
      },
      { codes: whileChanging, timeoutMs: 5 * minutes },
    );
    const id = String(made.VSwitchId);
    const look = async () => String((await attributesOf(provider, id))?.Status ?? gone);
    await provider.wait({ delayMs: 0, timeoutMs: 5 * minutes, wanted: ['Available'] }, look);
    const Tag = tagParameters(config.tags);
    if (Tag.length > 0) {
      await provider.rpc('Vpc', 'TagResources', { RegionId, ResourceType: 'VSWITCH', ResourceId: [id], Tag });
    }
    return id;
  },

  async read(provider, id) {
    const found = await attributesOf(provider, id);
    if (found === undefined) return undefined;
    return {
      vpc_id: found.VpcId,
      zone_id: found.ZoneId,
      cidr_block: found.CidrBlock,
      vswitch_name: found.VSwitchName,
      description: found.Description,
      enable_ipv6: found.EnabledIpv6,
      ipv6_cidr_block: found.Ipv6CidrBlock,
      ipv6_cidr_block_mask: found.Ipv6CidrBlock ? maskOf(found.Ipv6CidrBlock) : -1,
      create_time: found.CreationTime,
      status: found.Status,
      tags: tagMap(listAt(found, '$.Tags.Tag')),
    };
  },

  async update(provider, id, { has, state, config }) {
    const changed = {
      VSwitchName: has('vswitch_name') ? config.vswitch_name : undefined,
      Description: has('description') ? (config.description ?? '') : undefined,
      EnableIPv6: has('enable_ipv6') ? (config.enable_ipv6 ?? false) : undefined,
      Ipv6CidrBlock: has('ipv6_cidr_block_mask') ? config.ipv6_cidr_block_mask : undefined,
    };
    if (Object.values(changed).some((value) => value !== undefined)) {
      const request = { VSwitchId: id, RegionId: provider.regionId, ...changed };
      await provider.rpc('Vpc', 'ModifyVSwitchAttribute', request, { codes: whileModified, timeoutMs: 5 * minutes });
      const look = async () => String((await attributesOf(provider, id))?.Status ?? gone);
      await provider.wait({ delayMs: 0, timeoutMs: 5 * minutes, wanted: ['Available'] }, look);
    }
    if (has('tags')) await changeTags(provider, ['Vpc', 'VSWITCH', id], state, config.tags);
  },

  async destroy(provider, id) {
    const request = { RegionId: provider.regionId, VSwitchId: id };
    try {
      await provider.rpc('Vpc', 'DeleteVSwitch', request, { codes: whileUsed, timeoutMs: 10 * minutes });
    } catch (error) {
      if (!isOneOf(error, notFound)) throw error;
    }
    const look = async () => String((await attributesOf(provider, id))?.Status ?? gone);
    await provider.wait({ delayMs: 0, timeoutMs: 10 * minutes, wanted: [gone] }, look);
  },
};

/** The id goes into the query, the region into the form. */
function attributesOf(provider: Provider, VSwitchId: string): Promise<Body | undefined> {
  return unlessGone(async () => {
    const { regionId: RegionId } = provider;
    const found = await provider.rpc('Vpc', 'DescribeVSwitchAttributes', { RegionId }, {}, { VSwitchId });
    return jsonpath(found, '$.VSwitchId') === VSwitchId ? found : undefined;
  }, notFound);
}

/** The last 8 bits of an IPv6 block's network part: the number that it was asked for by. */
function maskOf(block: string): number {
  const [address = '', length] = block.split('/');
  const groups = address.split('::')[0]!.split(':');
  const index = Number(length) / 16 - 1;
  return Number.parseInt(groups[index] ?? '0', 16) & 0xff;
}
