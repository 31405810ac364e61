import { createRequire } from 'node:module';
import type Sdk from '@alicloud/ecs20140526';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import { expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { send } from '../../../test/support/signed-client.ts';
import { signedParameters } from '../../../test/support/signed-request.ts';
import { makeVpc, RegionId } from './rules-of-groups.fixture.ts';

const sdk = createRequire(import.meta.url)('@alicloud/ecs20140526') as typeof Sdk;
const localyun = startTestLocalyun();

it('a rule lives as Terraform leads it: authorized by Permissions.1, modified and revoked by flat parameters in the query', async () => {
  const account = localyun.account();
  const VpcId = await makeVpc(localyun, account);
  const created = { RegionId, VpcId, SecurityGroupName: 'tf-group', SecurityGroupType: 'normal', ClientToken: 'tf-1' };
  const { SecurityGroupId } = await account.ok('Ecs', 'CreateSecurityGroup', created);
  /** A POST whose parameters are all in the query, as the Go SDK's common requests send them. */
  const inQuery = async (action: string, parameters: Record<string, string>) => {
    const key = { accessKeyId: account.accessKeyId, accessKeySecret: 'localyun' };
    const query = signedParameters(key, 'Ecs', action, { RegionId, SecurityGroupId, ...parameters });
    const { status, text } = await send(localyun.port, 'POST', `/?${query}`);
    return { status, body: JSON.parse(text) };
  };
  const find = async (wanted: Record<string, string>) => {
    const { body } = await inQuery('DescribeSecurityGroupAttribute', {
      Direction: wanted.Direction!,
      NicType: 'intranet',
    });
    expect(body.VpcId).toBe(VpcId);
    return body.Permissions.Permission.filter(
      (rule: Record<string, string>) =>
        rule.PortRange === wanted.PortRange &&
        rule.IpProtocol!.toLowerCase() === wanted.IpProtocol &&
        rule.Policy!.toLowerCase() === wanted.Policy &&
        rule.Priority === wanted.Priority &&
        (rule.SourceCidrIp === wanted.CidrIp || rule.DestCidrIp === wanted.CidrIp),
    );
  };
  for (const [Direction, end, suffix] of [
    ['ingress', 'Source', ''],
    ['egress', 'Dest', 'Egress'],
  ] as const) {
    const wanted = {
      Direction,
      IpProtocol: 'tcp',
      PortRange: '8080/8081',
      Policy: 'accept',
      Priority: '3',
      CidrIp: '10.1.0.0/16',
    };
    const rule = {
      IpProtocol: 'tcp',
      PortRange: '8080/8081',
      Policy: 'accept',
      Priority: '3',
      NicType: 'intranet',
      [`${end}CidrIp`]: '10.1.0.0/16',
    };
    expect(await find(wanted)).toEqual([]);
    await account.ok('Ecs', `AuthorizeSecurityGroup${suffix}`, {
      RegionId,
      SecurityGroupId,
      Permissions: [{ ...rule, Description: 'made' }],
    });
    expect(await find(wanted)).toMatchObject([{ Description: 'made', NicType: 'intranet', Direction }]);
    // A change of the description is sent twice with the same parameters.
    for (let count = 0; count < 2; count += 1) {
      const modified = await inQuery(`ModifySecurityGroup${suffix}Rule`, { ...rule, Description: 'changed' });
      expect(modified).toEqual({ status: 200, body: { RequestId: expect.any(String) } });
    }
    expect(await find(wanted)).toMatchObject([{ Description: 'changed' }]);
    for (let count = 0; count < 2; count += 1) {
      const revoked = await inQuery(`RevokeSecurityGroup${suffix}`, { ...rule, Description: 'changed' });
      expect(revoked).toEqual({ status: 200, body: { RequestId: expect.any(String) } });
      expect(await find(wanted)).toEqual([]);
    }
  }
  expect(await inQuery('DeleteSecurityGroup', {})).toMatchObject({ status: 200 });
  const gone = await inQuery('DescribeSecurityGroupAttribute', {});
  expect(gone).toMatchObject({ status: 404, body: { Code: 'InvalidSecurityGroupId.NotFound' } });
});

it('the official ECS client authorizes, reads, modifies by id and revokes rules', async () => {
  const account = localyun.account();
  const { regionId, securityGroupId } = await account.network();
  const client = new sdk.default(
    new $OpenApiUtil.Config({
      accessKeyId: account.accessKeyId,
      accessKeySecret: 'localyun',
      protocol: 'http',
      endpoint: `127.0.0.1:${localyun.port}`,
    }),
  );
  const target = { regionId, securityGroupId };
  await client.authorizeSecurityGroup(
    new sdk.AuthorizeSecurityGroupRequest({
      ...target,
      permissions: [
        new sdk.AuthorizeSecurityGroupRequestPermissions({
          ipProtocol: 'TCP',
          portRange: '22/22',
          sourceCidrIp: '10.0.0.0/8',
          description: 'ssh',
        }),
        new sdk.AuthorizeSecurityGroupRequestPermissions({
          ipProtocol: 'ICMPv6',
          portRange: '-1/-1',
          ipv6SourceCidrIp: '2001:db8::/32',
          policy: 'drop',
          priority: '2',
        }),
      ],
    }),
  );
  await client.authorizeSecurityGroupEgress(
    new sdk.AuthorizeSecurityGroupEgressRequest({
      ...target,
      permissions: [
        new sdk.AuthorizeSecurityGroupEgressRequestPermissions({
          ipProtocol: 'ALL',
          portRange: '-1/-1',
          destCidrIp: '0.0.0.0/0',
        }),
      ],
    }),
  );
  const rules = async (direction: string) => {
    const request = new sdk.DescribeSecurityGroupAttributeRequest({ ...target, direction, maxResults: 10 });
    const { body } = await client.describeSecurityGroupAttribute(request);
    return body?.permissions?.permission ?? [];
  };
  const inbound = await rules('ingress');
  expect(inbound).toHaveLength(2);
  const ssh = inbound.find(({ portRange }) => portRange === '22/22');
  expect(ssh).toMatchObject({ ipProtocol: 'TCP', policy: 'Accept', priority: '1', description: 'ssh' });
  expect(inbound).toContainEqual(expect.objectContaining({ ipProtocol: 'ICMPv6', ipv6SourceCidrIp: '2001:db8::/32' }));

  const securityGroupRuleId = ssh?.securityGroupRuleId;
  const change = new sdk.ModifySecurityGroupRuleRequest({
    ...target,
    securityGroupRuleId,
    sourceCidrIp: '10.1.0.0/16',
  });
  await client.modifySecurityGroupRule(change);
  expect(await rules('ingress')).toContainEqual(
    expect.objectContaining({ securityGroupRuleId, sourceCidrIp: '10.1.0.0/16', description: 'ssh' }),
  );
  const [outbound] = await rules('egress');
  const outboundId = outbound?.securityGroupRuleId;
  await client.modifySecurityGroupEgressRule(
    new sdk.ModifySecurityGroupEgressRuleRequest({ ...target, securityGroupRuleId: outboundId, policy: 'drop' }),
  );
  expect(await rules('egress')).toMatchObject([{ policy: 'Drop' }]);

  await client.revokeSecurityGroup(
    new sdk.RevokeSecurityGroupRequest({
      ...target,
      securityGroupRuleId: inbound.flatMap((rule) => rule.securityGroupRuleId ?? []),
    }),
  );
  await client.revokeSecurityGroupEgress(
    new sdk.RevokeSecurityGroupEgressRequest({ ...target, securityGroupRuleId: [outboundId ?? ''] }),
  );
  expect(await rules('all')).toEqual([]);
  await client.modifySecurityGroupPolicy(
    new sdk.ModifySecurityGroupPolicyRequest({ ...target, innerAccessPolicy: 'Drop' }),
  );
  await client.modifySecurityGroupAttribute(
    new sdk.ModifySecurityGroupAttributeRequest({ ...target, securityGroupName: 'by-the-client' }),
  );
  const request = new sdk.DescribeSecurityGroupAttributeRequest(target);
  expect((await client.describeSecurityGroupAttribute(request)).body).toMatchObject({
    innerAccessPolicy: 'Drop',
    securityGroupName: 'by-the-client',
  });
  const references = new sdk.DescribeSecurityGroupReferencesRequest({ regionId, securityGroupId: [securityGroupId] });
  const { body } = await client.describeSecurityGroupReferences(references);
  expect(body?.securityGroupReferences?.securityGroupReference).toEqual([]);
});
