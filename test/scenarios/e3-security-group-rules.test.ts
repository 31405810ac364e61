import { describe, expect, it } from 'vitest';
import type { Body } from '../support/test-account.ts';
import { Provider } from './terraform/provider.ts';
import { securityGroup } from './terraform/security-group.ts';
import { type SecurityGroupRuleConfig, securityGroupRule } from './terraform/security-group-rule.ts';
import { vpc } from './terraform/vpc.ts';
import { Managed } from './terraform/workspace.ts';
import { startTrustedLocalyun } from './trusted.ts';

const trusted = startTrustedLocalyun();

/** A network with one security group, under Terraform's hand. */
async function begin() {
  const { localyun } = trusted;
  const account = localyun.account();
  const terraform = new Provider(localyun, account, trusted.ca);
  const network = await Managed.create(terraform, vpc, { vpc_name: 'sg-module', cidr_block: '10.0.0.0/8' });
  const makeGroup = (security_group_name: string) =>
    Managed.create(terraform, securityGroup, { security_group_name, vpc_id: network.id });
  const group = await makeGroup('of-the-module');
  const { calls } = terraform;
  calls.length = 0;
  const makeRule = (config: Omit<SecurityGroupRuleConfig, 'security_group_id'>) =>
    Managed.create(terraform, securityGroupRule, { security_group_id: group.id, ...config });
  const rules = async (): Promise<Body[]> => {
    const target = { RegionId: terraform.regionId, SecurityGroupId: group.id };
    const answer = await account.ok('Ecs', 'DescribeSecurityGroupAttribute', target);
    return answer.Permissions.Permission;
  };
  return { terraform, calls, network, group, makeGroup, makeRule, rules };
}

/** The rules of the module, each a block of its own. */
const module: readonly Omit<SecurityGroupRuleConfig, 'security_group_id'>[] = [
  { type: 'ingress', ip_protocol: 'tcp', port_range: '22/22', source_cidr_ip: '10.0.0.0/8', description: 'ssh' },
  { type: 'ingress', ip_protocol: 'tcp', port_range: '80/80', source_cidr_ip: '0.0.0.0/0', priority: 2 },
  { type: 'ingress', ip_protocol: 'udp', port_range: '53/53', source_cidr_ip: '10.1.0.0/16', nic_type: 'intranet' },
  { type: 'ingress', ip_protocol: 'icmp', source_cidr_ip: '0.0.0.0/0', policy: 'drop', priority: 100 },
  { type: 'ingress', ip_protocol: 'tcp', port_range: '443/443', ipv6_source_cidr_ip: '::/0' },
  { type: 'egress', ip_protocol: 'all', dest_cidr_ip: '0.0.0.0/0', nic_type: 'intranet' },
  { type: 'egress', ip_protocol: 'tcp', port_range: '1/65535', dest_cidr_ip: '192.168.0.0/16', policy: 'drop' },
  { type: 'egress', ip_protocol: 'gre', ipv6_dest_cidr_ip: '2001:db8::/32', description: 'tunnel' },
];

describe('Terraform leads the rules of a security group', () => {
  it('from the module to the end, and a second plan finds nothing to do', async () => {
    const { terraform, group, network, makeGroup, makeRule, rules } = await begin();
    const managed = [];
    for (const config of module) managed.push(await makeRule(config));
    const other = await makeGroup('their-peers');
    managed.push(await makeRule({ type: 'ingress', ip_protocol: 'all', source_group_id: other.id }));
    managed.push(await makeRule({ type: 'egress', ip_protocol: 'all', dest_group_id: other.id, priority: 9 }));
    expect(await rules()).toHaveLength(module.length + 2);
    for (const rule of managed) {
      const { state } = rule;
      expect([rule.id, await rule.refresh(), await rule.plan()]).toEqual([rule.id, [], []]);
      expect(rule.state).toEqual(state);
      expect(state.nic_type).toBe('intranet');
      expect(state.security_group_rule_id).toMatch(/^sgr-/);
    }

    // The group that rules of another name cannot go before them: it is tried again for ten minutes.
    await expect(other.destroy()).rejects.toMatchObject({ code: 'DependencyViolation' });
    terraform.calls.length = 0;
    for (const rule of managed) await rule.destroy();
    await other.destroy();
    expect(await rules()).toEqual([]);
    await group.destroy();
    await network.destroy();
    expect(terraform.calls.filter((call) => call.startsWith('https Revoke'))).toHaveLength(module.length + 2);
  });

  it('by these calls', async () => {
    const { calls, makeRule } = await begin();
    const look = 'DescribeSecurityGroupAttribute';
    const config = { type: 'ingress', ip_protocol: 'tcp', port_range: '22/22', source_cidr_ip: '10.0.0.0/8' } as const;
    const made = await makeRule(config);
    expect(calls.splice(0)).toEqual([look, 'AuthorizeSecurityGroup', look]);
    await made.apply({ ...config, security_group_id: made.state.security_group_id as string, description: 'changed' });
    const modify = 'https ModifySecurityGroupRule';
    expect(calls.splice(0)).toEqual([look, modify, modify, look]);
    await made.destroy();
    expect(calls.splice(0)).toEqual(['https RevokeSecurityGroup', look]);
  });

  it.each([
    ['ingress', { type: 'ingress', ip_protocol: 'tcp', port_range: '8080/8081', source_cidr_ip: '10.1.0.0/16' }],
    ['egress', { type: 'egress', ip_protocol: 'udp', port_range: '53/53', dest_cidr_ip: '10.2.0.0/16' }],
  ] as const)('and changes the description of one, %s, back to none', async (_direction, base) => {
    const { group, makeRule } = await begin();
    const rule = await makeRule({ ...base, description: 'first' });
    const config = { ...base, security_group_id: group.id };
    expect(await rule.plan({ ...config, description: 'second' })).toEqual(['description: "first" -> "second"']);
    await rule.apply({ ...config, description: 'second' });
    expect(await rule.plan()).toEqual([]);
    await rule.apply(config);
    expect(await rule.plan()).toEqual([]);
    expect(rule.state.description).toBe('');
  });

  it('that another has taken away meanwhile without a complaint', async () => {
    const { terraform, calls, group, makeRule } = await begin();
    const rule = await makeRule({ type: 'ingress', ip_protocol: 'icmp', source_cidr_ip: '10.0.0.0/8' });
    const RegionId = terraform.regionId;
    const target = { RegionId, SecurityGroupId: group.id, SecurityGroupRuleId: [rule.state.security_group_rule_id] };
    await terraform.rpc('Ecs', 'RevokeSecurityGroup', target);
    await rule.destroy();
    await terraform.rpc('Ecs', 'DeleteSecurityGroup', { RegionId, SecurityGroupId: group.id });
    await rule.destroy();
    expect(calls.at(-2)).toBe('https RevokeSecurityGroup');
  });

  it('over https that is trusted, and over no other', async () => {
    const { localyun } = trusted;
    const { terraform, group, makeRule } = await begin();
    const config = { type: 'ingress', ip_protocol: 'icmp', source_cidr_ip: '10.0.0.0/8' } as const;
    const rule = await makeRule(config);
    const stranger = new Provider(localyun, localyun.account(), '');
    await expect(
      securityGroupRule.destroy(stranger, rule.id, { ...config, security_group_id: group.id }),
    ).rejects.toThrow(/certificate/);
    expect(await rule.plan()).toEqual([]);
    terraform.calls.length = 0;
    await rule.destroy();
    expect(terraform.calls[0]).toBe('https RevokeSecurityGroup');
  });
});
