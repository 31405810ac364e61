import type { Body } from '../../support/test-account.ts';
import { listAt } from './decode.ts';
import { isNotFound, type Provider, unlessGone } from './provider.ts';
import type { Schema, Values } from './schema.ts';
import type { Resource } from './workspace.ts';

export interface SecurityGroupRuleConfig {
  readonly security_group_id: string;
  readonly type: 'ingress' | 'egress';
  readonly ip_protocol: 'tcp' | 'udp' | 'icmp' | 'gre' | 'all';
  readonly port_range?: string;
  readonly policy?: 'accept' | 'drop';
  readonly priority?: number;
  readonly nic_type?: 'internet' | 'intranet';
  readonly source_cidr_ip?: string;
  readonly dest_cidr_ip?: string;
  readonly ipv6_source_cidr_ip?: string;
  readonly ipv6_dest_cidr_ip?: string;
  readonly source_group_id?: string;
  readonly dest_group_id?: string;
  readonly description?: string;
}

const allPorts = '-1/-1';
const schema: Schema = {
  security_group_id: { type: 'string' },
  type: { type: 'string' },
  ip_protocol: { type: 'string' },
  port_range: { type: 'string', otherwise: allPorts },
  policy: { type: 'string', otherwise: 'accept' },
  priority: { type: 'int', otherwise: 1 },
  nic_type: { type: 'string', computed: true },
  source_cidr_ip: { type: 'string' },
  dest_cidr_ip: { type: 'string' },
  ipv6_source_cidr_ip: { type: 'string' },
  ipv6_dest_cidr_ip: { type: 'string' },
  source_prefix_list_id: { type: 'string', computed: true },
  dest_prefix_list_id: { type: 'string', computed: true },
  source_group_id: { type: 'string' },
  dest_group_id: { type: 'string' },
  source_group_owner_account: { type: 'string' },
  dest_group_owner_account: { type: 'string' },
  description: { type: 'string' },
  security_group_rule_id: { type: 'string', computed: true },
};

/** `alicloud_security_group_rule`. It is known by what it says: its id is made of that. */
export const securityGroupRule: Resource<SecurityGroupRuleConfig> = {
  name: 'alicloud_security_group_rule',
  schema,

  async create(provider, config) {
    const { security_group_id: SecurityGroupId, type } = config;
    const group = await provider.typed('Ecs', 'DescribeSecurityGroupAttribute', { SecurityGroupId });
    if (!group.VpcId) throw new Error(`${SecurityGroupId} is taken for one of a classic network`);
    await provider.rpc('Ecs', type === 'ingress' ? 'AuthorizeSecurityGroup' : 'AuthorizeSecurityGroupEgress', {
      RegionId: provider.regionId,
      SecurityGroupId,
      Permissions: [said(config)],
    });
    return idOf(config);
  },

  read: (provider, _id, config) =>
    unlessGone(async () => {
      const rule = await findRule(provider, config);
      return rule && attributesOf(rule, config);
    }),

  /** Only the description can change. A slip in the provider sends the call twice, and the second has to succeed too. */
  async update(provider, _id, { config }) {
    const action = config.type === 'ingress' ? 'ModifySecurityGroupRule' : 'ModifySecurityGroupEgressRule';
    for (let time = 0; time < 2; time += 1) await provider.secure('Ecs', action, flat(config));
  },

  async destroy(provider, _id, config) {
    const action = config.type === 'ingress' ? 'RevokeSecurityGroup' : 'RevokeSecurityGroupEgress';
    try {
      await provider.secure('Ecs', action, flat(config));
    } catch (error) {
      if (!isNotFound(error)) throw error;
    }
  },
};

/** What a rule says, but for its ports. */
function said(config: SecurityGroupRuleConfig) {
  return {
    Priority: String(config.priority ?? 1),
    Policy: config.policy ?? 'accept',
    SourceCidrIp: config.source_cidr_ip,
    Ipv6SourceCidrIp: config.ipv6_source_cidr_ip,
    SourceGroupId: config.source_group_id,
    DestCidrIp: config.dest_cidr_ip,
    Ipv6DestCidrIp: config.ipv6_dest_cidr_ip,
    DestGroupId: config.dest_group_id,
    IpProtocol: config.ip_protocol,
    PortRange: config.port_range ?? allPorts,
    NicType: config.nic_type,
    Description: config.description,
  };
}

/** The older form, without `Permissions.N`; the description is sent even when there is none. */
function flat(config: SecurityGroupRuleConfig) {
  return { ...said(config), SecurityGroupId: config.security_group_id, Description: config.description ?? '' };
}

function peerOf(config: SecurityGroupRuleConfig): string | undefined {
  return config.type === 'ingress'
    ? (config.source_cidr_ip ?? config.ipv6_source_cidr_ip ?? config.source_group_id)
    : (config.dest_cidr_ip ?? config.ipv6_dest_cidr_ip ?? config.dest_group_id);
}

function idOf(config: SecurityGroupRuleConfig): string {
  const { security_group_id, type, ip_protocol, port_range = allPorts, policy = 'accept', priority = 1 } = config;
  return [security_group_id, type, priority, policy, peerOf(config), ip_protocol, port_range].join(':');
}

/** Finds the rule among those of its direction by comparing texts: protocol and policy in any letter case. */
async function findRule(provider: Provider, config: SecurityGroupRuleConfig): Promise<Body | undefined> {
  const found = await provider.typed('Ecs', 'DescribeSecurityGroupAttribute', {
    SecurityGroupId: config.security_group_id,
    Direction: config.type,
    NicType: config.nic_type ?? '',
  });
  return listAt(found, '$.Permissions.Permission').find((rule) => {
    const peer =
      config.type === 'ingress'
        ? rule.SourceCidrIp || rule.Ipv6SourceCidrIp || rule.SourcePrefixListId || rule.SourceGroupId
        : rule.DestCidrIp || rule.Ipv6DestCidrIp || rule.DestPrefixListId || rule.DestGroupId;
    return (
      rule.IpProtocol.toLowerCase() === config.ip_protocol &&
      rule.PortRange === (config.port_range ?? allPorts) &&
      rule.Policy.toLowerCase() === (config.policy ?? 'accept') &&
      rule.Priority === String(config.priority ?? 1) &&
      peer === peerOf(config)
    );
  });
}

function attributesOf(rule: Body, config: SecurityGroupRuleConfig): Values {
  if (!/^\d+$/.test(rule.Priority)) throw new Error(`priority ${JSON.stringify(rule.Priority)} is no decimal text`);
  return {
    security_group_id: config.security_group_id,
    type: rule.Direction,
    ip_protocol: rule.IpProtocol.toLowerCase(),
    nic_type: rule.NicType,
    policy: rule.Policy.toLowerCase(),
    port_range: rule.PortRange,
    priority: Number(rule.Priority),
    description: rule.Description,
    security_group_rule_id: rule.SecurityGroupRuleId,
    source_cidr_ip: rule.SourceCidrIp,
    dest_cidr_ip: rule.DestCidrIp,
    ipv6_source_cidr_ip: rule.Ipv6SourceCidrIp,
    ipv6_dest_cidr_ip: rule.Ipv6DestCidrIp,
    ...(config.type === 'ingress'
      ? {
          source_prefix_list_id: rule.SourcePrefixListId,
          source_group_id: rule.SourceGroupId,
          source_group_owner_account: rule.SourceGroupOwnerAccount,
        }
      : {
          dest_prefix_list_id: rule.DestPrefixListId,
          dest_group_id: rule.DestGroupId,
          dest_group_owner_account: rule.DestGroupOwnerAccount,
        }),
  };
}
