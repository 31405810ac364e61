import { expect } from 'vitest';
import type { Body } from '../../support/test-account.ts';
import { buildNetwork, regionId, type Scene } from '../scene.ts';

/** A security group and its rules, in both directions, until another group's rule holds it. */
export async function keepSecurityGroup(scene: Scene): Promise<void> {
  const { vpcId, securityGroupId } = await buildNetwork(scene);
  const group = { RegionId: regionId, SecurityGroupId: securityGroupId };
  await scene.call('Ecs', 'ModifySecurityGroupAttribute', { ...group, SecurityGroupName: 'renamed' });
  await scene.call('Ecs', 'ModifySecurityGroupPolicy', { ...group, InnerAccessPolicy: 'Drop' });
  const { SecurityGroups } = await scene.call('Ecs', 'DescribeSecurityGroups', { RegionId: regionId, VpcId: vpcId });
  expect(SecurityGroups.SecurityGroup).toEqual([
    expect.objectContaining({ SecurityGroupId: securityGroupId, SecurityGroupName: 'renamed' }),
  ]);

  const tcp = { IpProtocol: 'tcp', PortRange: '443/443' };
  await scene.call('Ecs', 'AuthorizeSecurityGroup', {
    ...group,
    Permissions: [{ ...tcp, SourceCidrIp: '10.1.0.0/16', Description: 'in' }],
  });
  await scene.call('Ecs', 'AuthorizeSecurityGroupEgress', { ...group, ...tcp, DestCidrIp: '10.2.0.0/16' });
  const attribute = () => scene.call('Ecs', 'DescribeSecurityGroupAttribute', group);
  const { Permissions, InnerAccessPolicy } = await attribute();
  expect(InnerAccessPolicy).toBe('Drop');
  const [ingress, egress] = ['ingress', 'egress'].map((direction) =>
    (Permissions.Permission as Body[]).find((rule) => rule.Direction === direction),
  );
  expect(ingress).toMatchObject({ SourceCidrIp: '10.1.0.0/16', PortRange: '443/443', Description: 'in' });
  expect(egress).toMatchObject({ DestCidrIp: '10.2.0.0/16', PortRange: '443/443' });

  const change = { ...group, Description: 'changed' };
  const ruleId = (rule: Body | undefined) => ({ SecurityGroupRuleId: rule?.SecurityGroupRuleId });
  await scene.call('Ecs', 'ModifySecurityGroupRule', { ...change, ...ruleId(ingress) });
  await scene.call('Ecs', 'ModifySecurityGroupEgressRule', { ...change, ...ruleId(egress) });
  expect((await attribute()).Permissions.Permission.map((rule: Body) => rule.Description)).toEqual([
    'changed',
    'changed',
  ]);
  await scene.call('Ecs', 'RevokeSecurityGroup', { ...group, ...tcp, SourceCidrIp: '10.1.0.0/16' });
  await scene.call('Ecs', 'RevokeSecurityGroupEgress', {
    ...group,
    SecurityGroupRuleId: [egress?.SecurityGroupRuleId],
  });
  expect((await attribute()).Permissions.Permission).toEqual([]);

  const other = await scene.call('Ecs', 'CreateSecurityGroup', { RegionId: regionId, VpcId: vpcId });
  await scene.call('Ecs', 'AuthorizeSecurityGroup', {
    ...group,
    SecurityGroupId: other.SecurityGroupId,
    Permissions: [{ ...tcp, SourceGroupId: securityGroupId }],
  });
  const references = await scene.call('Ecs', 'DescribeSecurityGroupReferences', {
    RegionId: regionId,
    SecurityGroupId: [securityGroupId],
  });
  expect(references.SecurityGroupReferences.SecurityGroupReference).toEqual([
    expect.objectContaining({ SecurityGroupId: securityGroupId }),
  ]);
  expect(await scene.refused('Ecs', 'DeleteSecurityGroup', group)).toMatchObject({
    code: 'DependencyViolation',
    status: 403,
  });
}
