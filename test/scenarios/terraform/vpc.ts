import type { Body } from '../../support/test-account.ts';
import { terraformToken } from '../driver.ts';
import { jsonpath, listAt, tagMap, tagParameters, textsAt } from './decode.ts';
import { gone, isNotFound, isOneOf, type Provider, unlessGone } from './provider.ts';
import type { Schema } from './schema.ts';
import { changeTags } from './tags.ts';
import type { Resource } from './workspace.ts';

export interface VpcConfig {
  readonly vpc_name?: string;
  readonly cidr_block: string;
  readonly description?: string;
  readonly enable_ipv6?: boolean;
  readonly user_cidrs?: readonly string[];
  readonly tags?: Readonly<Record<string, string>>;
}

const minutes = 60_000;
const schema: Schema = {
  vpc_name: { type: 'string', computed: true },
  cidr_block: { type: 'string', computed: true },
  description: { type: 'string' },
  enable_ipv6: { type: 'bool' },
  classic_link_enabled: { type: 'bool' },
  is_default: { type: 'bool' },
  dns_hostname_status: { type: 'string', computed: true },
  ipv6_cidr_block: { type: 'string', computed: true },
  ipv6_cidr_blocks: { type: 'list', computed: true },
  resource_group_id: { type: 'string', computed: true },
  secondary_cidr_blocks: { type: 'list', computed: true },
  user_cidrs: { type: 'list', computed: true },
  system_route_table_name: { type: 'string' },
  system_route_table_description: { type: 'string' },
  system_route_table_route_propagation_enable: { type: 'bool', computed: true },
  route_table_id: { type: 'string', computed: true },
  router_id: { type: 'string', computed: true },
  create_time: { type: 'string', computed: true },
  region_id: { type: 'string', computed: true },
  status: { type: 'string', computed: true },
  tags: { type: 'map' },
};

/** `alicloud_vpc`. */
export const vpc: Resource<VpcConfig> = {
  name: 'alicloud_vpc',
  schema,

  async create(provider, config) {
    const { regionId: RegionId } = provider;
    const made = await provider.rpc(
      'Vpc',
      'CreateVpc',
      {
        RegionId,
        ClientToken: terraformToken('CreateVpc'),
        CidrBlock: config.cidr_block,
        VpcName: config.vpc_name,
        Description: config.description,
        EnableIpv6: config.enable_ipv6,
        UserCidr: config.user_cidrs?.join(','),
      },
      { codes: ['TaskConflict', 'UnknownError'], timeoutMs: 5 * minutes },
    );
    const id = String(made.VpcId);
    const look = async () => String((await attributeOf(provider, id))?.Status ?? gone);
    await provider.wait({ delayMs: 5_000, timeoutMs: 5 * minutes, wanted: ['Available'] }, look);
    await systemRouteTable(provider, id);
    const Tag = tagParameters(config.tags);
    if (Tag.length > 0) {
      await provider.rpc('Vpc', 'TagResources', { RegionId, ResourceType: 'VPC', ResourceId: [id], Tag });
    }
    return id;
  },

  async read(provider, id) {
    const found = await attributeOf(provider, id);
    if (found === undefined) return undefined;
    const routeTable = await systemRouteTable(provider, id);
    return {
      vpc_name: found.VpcName,
      cidr_block: found.CidrBlock,
      description: found.Description,
      enable_ipv6: found.EnabledIpv6,
      classic_link_enabled: found.ClassicLinkEnabled,
      is_default: found.IsDefault,
      dns_hostname_status: found.DnsHostnameStatus,
      ipv6_cidr_block: found.Ipv6CidrBlock,
      ipv6_cidr_blocks: listAt(found, '$.Ipv6CidrBlocks.Ipv6CidrBlock').map((block) => ({
        ipv6_cidr_block: block.Ipv6CidrBlock,
        ipv6_isp: block.Ipv6Isp,
      })),
      resource_group_id: found.ResourceGroupId,
      secondary_cidr_blocks: textsAt(found, '$.SecondaryCidrBlocks.SecondaryCidrBlock'),
      user_cidrs: textsAt(found, '$.UserCidrs.UserCidr'),
      system_route_table_name: routeTable.RouteTableName,
      system_route_table_description: routeTable.Description,
      system_route_table_route_propagation_enable: routeTable.RoutePropagationEnable,
      route_table_id: routeTable.RouteTableId,
      router_id: found.VRouterId,
      create_time: found.CreationTime,
      region_id: found.RegionId,
      status: found.Status,
      tags: tagMap(listAt(found, '$.Tags.Tag')),
    };
  },

  async update(provider, id, { has, state, config }) {
    const changed = {
      VpcName: has('vpc_name') ? config.vpc_name : undefined,
      Description: has('description') ? (config.description ?? '') : undefined,
      CidrBlock: has('cidr_block') ? config.cidr_block : undefined,
      EnableIPv6: has('enable_ipv6') ? config.enable_ipv6 : undefined,
    };
    if (Object.values(changed).some((value) => value !== undefined)) {
      const request = { VpcId: id, RegionId: provider.regionId, ...changed };
      await provider.rpc('Vpc', 'ModifyVpcAttribute', request, { timeoutMs: 5 * minutes });
      const look = async () => String((await attributeOf(provider, id))?.Status ?? gone);
      await provider.wait({ delayMs: 0, timeoutMs: 5 * minutes, wanted: ['Available'] }, look);
    }
    if (has('tags')) await changeTags(provider, ['Vpc', 'VPC', id], state, config.tags);
  },

  async destroy(provider, id) {
    const { regionId: RegionId } = provider;
    const codes = ['DependencyViolation.VSwitch', 'DependencyViolation.SecurityGroup', 'IncorrectVpcStatus'];
    const request = { RegionId, VpcId: id, ClientToken: terraformToken('DeleteVpc') };
    try {
      await provider.rpc('Vpc', 'DeleteVpc', request, { codes, timeoutMs: 5 * minutes });
    } catch (error) {
      if (!isNotFound(error) && !isOneOf(error, ['InvalidResource.NotFound'])) throw error;
    }
    const look = async () => String((await attributeOf(provider, id))?.Status ?? gone);
    await provider.wait({ delayMs: 5_000, timeoutMs: 5 * minutes, wanted: [gone] }, look);
  },
};

/** One that is answered without its id is gone too. */
function attributeOf(provider: Provider, VpcId: string): Promise<Body | undefined> {
  return unlessGone(async () => {
    const found = await provider.rpc('Vpc', 'DescribeVpcAttribute', { RegionId: provider.regionId, VpcId });
    return jsonpath(found, '$.VpcId') === VpcId ? found : undefined;
  }, ['InvalidVpcID.NotFound', 'Forbidden.VpcNotFound']);
}

async function systemRouteTable(provider: Provider, VpcId: string): Promise<Body> {
  const tables = await provider.rpc('Vpc', 'DescribeRouteTableList', { RegionId: provider.regionId, VpcId });
  const system = listAt(tables, '$.RouterTableList.RouterTableListType').find(
    (table) => table.VpcId === VpcId && table.RouteTableType === 'System',
  );
  if (system === undefined) throw new Error(`${VpcId} has no system route table`);
  return system;
}
