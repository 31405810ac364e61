import { createRequire } from 'node:module';
import type EcsSdk from '@alicloud/ecs20140526';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import type PopCore from '@alicloud/pop-core';
import type RamSdk from '@alicloud/ram20150501';
import type StsSdk from '@alicloud/sts20150401';
import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';
import { allowing } from '../ram/policy/policy.fixture.ts';
import { trusting } from '../ram/role/role.fixture.ts';
import { roleWith, userWith } from './assume-role.fixture.ts';

const require = createRequire(import.meta.url);
const ram = require('@alicloud/ram20150501') as typeof RamSdk;
const sts = require('@alicloud/sts20150401') as typeof StsSdk;
const ecs = require('@alicloud/ecs20140526') as typeof EcsSdk;
const { RPCClient } = require('@alicloud/pop-core') as { RPCClient: typeof PopCore };

interface Key {
  readonly accessKeyId?: string;
  readonly accessKeySecret?: string;
  readonly securityToken?: string;
}

describe('the official clients of RAM and STS', () => {
  const localyun = startTestLocalyun();
  const config = (key: Key) =>
    new $OpenApiUtil.Config({ ...key, protocol: 'http', endpoint: `127.0.0.1:${localyun.port}` });
  const refusal = (call: Promise<unknown>) =>
    call.then(
      () => undefined,
      (error: { code: string; statusCode: number }) => ({ code: error.code, status: error.statusCode }),
    );
  const rootOf = ({ accessKeyId }: { accessKeyId: string }) => ({ accessKeyId, accessKeySecret: 'localyun' });

  it('keep a policy and attach it to a role', async () => {
    const account = localyun.account();
    const client = new ram.default(config(rootOf(account)));
    const policyName = 'look';
    const policy = { policyName, policyType: 'Custom' };
    const tag = [new ram.CreatePolicyRequestTag({ key: 'env', value: 'test' })];
    const { body: made } = await client.createPolicy(
      new ram.CreatePolicyRequest({ policyName, policyDocument: allowing('ecs:Describe*'), description: 'looks', tag }),
    );
    expect(made?.policy?.toMap()).toMatchObject({ PolicyName: 'look', PolicyType: 'Custom', DefaultVersion: 'v1' });
    const policyDocument = allowing('ecs:*');
    const version = { policyName, policyDocument, setAsDefault: true };
    const { body: added } = await client.createPolicyVersion(new ram.CreatePolicyVersionRequest(version));
    expect(added?.policyVersion).toMatchObject({ versionId: 'v2', isDefaultVersion: true });
    const { body: got } = await client.getPolicy(new ram.GetPolicyRequest(policy));
    expect(got?.defaultPolicyVersion).toMatchObject({ versionId: 'v2', policyDocument });
    const { body: versions } = await client.listPolicyVersions(new ram.ListPolicyVersionsRequest(policy));
    expect(versions?.policyVersions?.policyVersion?.map(({ versionId }) => versionId)).toEqual(['v1', 'v2']);
    await client.deletePolicyVersion(new ram.DeletePolicyVersionRequest({ policyName, versionId: 'v1' }));
    const { body: policies } = await client.listPolicies(
      new ram.ListPoliciesRequest({ tag: [new ram.ListPoliciesRequestTag({ key: 'env' })], maxItems: 10 }),
    );
    expect(policies?.isTruncated).toBe(false);
    expect(policies?.policies?.policy?.[0]?.tags?.toMap()).toEqual({ Tag: [{ TagKey: 'env', TagValue: 'test' }] });

    const roleName = 'reader';
    const trust = trusting(`acs:ram::${account.accountId}:root`);
    await client.createRole(new ram.CreateRoleRequest({ roleName, assumeRolePolicyDocument: trust }));
    const attachment = { ...policy, roleName };
    await client.attachPolicyToRole(new ram.AttachPolicyToRoleRequest(attachment));
    expect(await refusal(client.attachPolicyToRole(new ram.AttachPolicyToRoleRequest(attachment)))).toEqual({
      code: 'EntityAlreadyExists.Role.Policy',
      status: 409,
    });
    const { body: attached } = await client.listPoliciesForRole(new ram.ListPoliciesForRoleRequest({ roleName }));
    expect(attached?.policies?.policy).toMatchObject([{ policyName, policyType: 'Custom', defaultVersion: 'v2' }]);
    const { body: entities } = await client.listEntitiesForPolicy(new ram.ListEntitiesForPolicyRequest(policy));
    expect(entities?.roles?.role?.map((role) => role.roleName)).toEqual([roleName]);
    expect(entities?.users?.user).toEqual([]);
    const tags = [new ram.TagResourcesRequestTag({ key: 'team', value: 'blue' })];
    const resource = { resourceType: 'role', resourceNames: [roleName] };
    await client.tagResources(new ram.TagResourcesRequest({ ...resource, tag: tags }));
    const { body: tagged } = await client.listTagResources(new ram.ListTagResourcesRequest(resource));
    expect(tagged?.tagResources?.map((one) => one.toMap())).toEqual([
      { ResourceName: roleName, ResourceType: 'role', TagKey: 'team', TagValue: 'blue' },
    ]);
    await client.untagResources(new ram.UntagResourcesRequest({ ...resource, tagKeys: ['team'] }));
    expect(await refusal(client.deleteRole(new ram.DeleteRoleRequest({ roleName })))).toEqual({
      code: 'DeleteConflict.Role.Policy',
      status: 409,
    });
    await client.detachPolicyFromRole(new ram.DetachPolicyFromRoleRequest(attachment));
    await client.deleteRole(new ram.DeleteRoleRequest({ roleName }));
    await client.deletePolicy(new ram.DeletePolicyRequest({ policyName }));
    expect(await refusal(client.getRole(new ram.GetRoleRequest({ roleName })))).toEqual({
      code: 'EntityNotExist.Role',
      status: 404,
    });
  });

  it('assume a role and use its keys, in headers and in parameters', async () => {
    const account = localyun.account();
    const roleArn = await roleWith(account, 'reader', { policies: ['AliyunECSReadOnlyAccess'] });
    const user = await userWith(localyun, account, 'alice', 'sts:AssumeRole');
    const client = new sts.default(config(user.key));
    const request = new sts.AssumeRoleRequest({ roleArn, roleSessionName: 'alice', durationSeconds: 900 });
    const { body } = await client.assumeRole(request);
    expect(body?.assumedRoleUser?.arn).toBe(`${roleArn}/alice`);
    const { accessKeyId, accessKeySecret, securityToken } = body?.credentials ?? {};
    const key = {
      accessKeyId: accessKeyId ?? '',
      accessKeySecret: accessKeySecret ?? '',
      securityToken: securityToken ?? '',
    };

    const regionId = 'cn-hangzhou';
    const signedInHeaders = new ecs.default(config(key));
    const list = new ecs.DescribeNetworkInterfacesRequest({ regionId });
    expect((await signedInHeaders.describeNetworkInterfaces(list)).body?.totalCount).toBe(0);
    const { body: who } = await new sts.default(config(key)).getCallerIdentity();
    expect(who).toMatchObject({ identityType: 'AssumedRoleUser', accountId: account.accountId });

    const endpoint = `http://127.0.0.1:${localyun.port}`;
    const pop = (apiVersion: string) => new RPCClient({ endpoint, apiVersion, ...key });
    const { TotalCount } = await pop('2014-05-26').request<{ TotalCount: number }>(
      'DescribeNetworkInterfaces',
      { RegionId: regionId },
      { method: 'POST' },
    );
    expect(TotalCount).toBe(0);
    const denied = pop('2016-04-28').request('CreateVpc', { RegionId: regionId });
    await expect(denied).rejects.toMatchObject({ code: 'Forbidden.RAM' });

    await localyun.advance(900_000);
    expect(await refusal(signedInHeaders.describeNetworkInterfaces(list))).toMatchObject({
      code: 'InvalidSecurityToken.Expired',
    });
  });

  it('assume a role by a token of an identity provider, without any key', async () => {
    const account = localyun.account();
    const OIDCProviderArn = `acs:ram::${account.accountId}:oidc-provider/cluster`;
    const statement = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Federated: OIDCProviderArn } };
    const trust = JSON.stringify({ Version: '1', Statement: [statement] });
    const roleArn = await roleWith(account, 'pod', { trust });
    const claims = { iss: 'https://oidc.example.com', sub: 'pod', aud: 'sts.aliyuncs.com', exp: 4_000_000_000 };
    const OIDCToken = [{ alg: 'RS256' }, claims, 'signature']
      .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
      .join('.');
    const { body } = await new sts.default(config({})).assumeRoleWithOIDC(
      new sts.AssumeRoleWithOIDCRequest({ OIDCProviderArn, roleArn, OIDCToken, roleSessionName: 'pod-1' }),
    );
    expect(body?.OIDCTokenInfo).toMatchObject({ issuer: claims.iss, subject: 'pod', clientIds: 'sts.aliyuncs.com' });
    const { accessKeyId = '', accessKeySecret = '', securityToken = '' } = body?.credentials ?? {};
    const session = new sts.default(config({ accessKeyId, accessKeySecret, securityToken }));
    expect((await session.getCallerIdentity()).body?.arn).toBe(`acs:ram::${account.accountId}:assumed-role/pod/pod-1`);
  });
});
