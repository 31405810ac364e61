import { terraformToken } from '../driver.ts';
import { jsonpath, listAt, tagMap, tagParameters } from './decode.ts';
import { gone, isNotFound, unlessGone } from './provider.ts';
import type { Schema } from './schema.ts';
import { changeTags } from './tags.ts';
import type { Resource } from './workspace.ts';

export interface SecurityGroupConfig {
  readonly security_group_name?: string;
  readonly description?: string;
  readonly security_group_type?: 'normal' | 'enterprise';
  readonly vpc_id: string;
  readonly tags?: Readonly<Record<string, string>>;
}

const schema: Schema = {
  security_group_name: { type: 'string', computed: true },
  description: { type: 'string' },
  security_group_type: { type: 'string', computed: true },
  vpc_id: { type: 'string' },
  resource_group_id: { type: 'string', computed: true },
  inner_access_policy: { type: 'string', computed: true },
  create_time: { type: 'string', computed: true },
  tags: { type: 'map' },
};

/** `alicloud_security_group`. */
export const securityGroup: Resource<SecurityGroupConfig> = {
  name: 'alicloud_security_group',
  schema,

  async create(provider, config) {
    const { regionId: RegionId } = provider;
    const made = await provider.rpc('Ecs', 'CreateSecurityGroup', {
      RegionId,
      ClientToken: terraformToken('CreateSecurityGroup'),
      SecurityGroupName: config.security_group_name,
      Description: config.description,
      SecurityGroupType: config.security_group_type,
      VpcId: config.vpc_id,
      Tag: tagParameters(config.tags),
    });
    const id = String(made.SecurityGroupId);
    // Its policy is compared with the configured one, whether one is configured or not.
    await provider.rpc('Ecs', 'DescribeSecurityGroupAttribute', { RegionId, SecurityGroupId: id });
    return id;
  },

  read: (provider, id) =>
    unlessGone(async () => {
      const { regionId: RegionId } = provider;
      const groups = await provider.rpc('Ecs', 'DescribeSecurityGroups', { RegionId, SecurityGroupId: id });
      const [group] = listAt(groups, '$.SecurityGroups.SecurityGroup');
      if (group === undefined) return undefined;
      const attribute = await provider.rpc('Ecs', 'DescribeSecurityGroupAttribute', { RegionId, SecurityGroupId: id });
      return {
        security_group_name: group.SecurityGroupName,
        description: group.Description,
        security_group_type: group.SecurityGroupType,
        vpc_id: group.VpcId,
        resource_group_id: group.ResourceGroupId,
        inner_access_policy: jsonpath(attribute, '$.InnerAccessPolicy'),
        create_time: group.CreationTime,
        tags: tagMap(listAt(group, '$.Tags.Tag')),
      };
    }),

  async update(provider, id, { has, state, config }) {
    const changed = {
      SecurityGroupName: has('security_group_name') ? config.security_group_name : undefined,
      Description: has('description') ? (config.description ?? '') : undefined,
    };
    if (Object.values(changed).some((value) => value !== undefined)) {
      const request = { SecurityGroupId: id, RegionId: provider.regionId, ...changed };
      await provider.rpc('Ecs', 'ModifySecurityGroupAttribute', request);
    }
    if (has('tags')) await changeTags(provider, ['Ecs', 'securitygroup', id], state, config.tags);
  },

  async destroy(provider, id) {
    const { regionId: RegionId } = provider;
    const retry = { codes: ['DependencyViolation'], timeoutMs: 10 * 60_000 };
    try {
      await provider.rpc('Ecs', 'DeleteSecurityGroup', { RegionId, SecurityGroupId: id }, retry);
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
    const look = async () => ((await this.read(provider, id, { vpc_id: '' }, false)) ? 'there' : gone);
    await provider.wait({ delayMs: 0, timeoutMs: 60_000, wanted: [gone] }, look);
  },
};
