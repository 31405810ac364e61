import { expect } from 'vitest';
import { regionId, type Scene } from '../scene.ts';

/** Whose keys a client uses. */
interface Caller {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly securityToken?: string;
}
type SceneAs = (caller: Caller) => Scene;

const region = { RegionId: regionId };
const document = (...statement: readonly object[]) => JSON.stringify({ Version: '1', Statement: statement });
const allowing = (Action: string) => document({ Effect: 'Allow', Action, Resource: '*' });

/** A policy with two versions, attached to a role, both with tags; all gone in the end. */
export async function keepPolicyAndRole(scene: Scene, accountId: string): Promise<void> {
  const ram = (action: string, parameters = {}) => scene.call('Ram', action, parameters);
  const policy = { PolicyName: 'official', PolicyType: 'Custom' };
  const name = { PolicyName: policy.PolicyName };
  const Tag = [{ Key: 'env', Value: 'test' }];
  await ram('CreatePolicy', { ...name, PolicyDocument: allowing('ecs:Describe*'), Tag });
  await ram('UpdatePolicyDescription', { ...name, NewDescription: 'official clients' });
  await ram('CreatePolicyVersion', { ...name, PolicyDocument: allowing('ecs:*') });
  await ram('SetDefaultPolicyVersion', { ...name, VersionId: 'v2' });
  const { PolicyVersions } = await ram('ListPolicyVersions', policy);
  expect(PolicyVersions.PolicyVersion).toMatchObject([{ VersionId: 'v1' }, { VersionId: 'v2' }]);
  const { PolicyVersion } = await ram('GetPolicyVersion', { ...policy, VersionId: 'v2' });
  expect(PolicyVersion).toMatchObject({ IsDefaultVersion: true, PolicyDocument: allowing('ecs:*') });
  expect(await scene.refused('Ram', 'DeletePolicy', name)).toMatchObject({
    code: 'DeleteConflict.Policy.Version',
    status: 409,
  });
  await ram('DeletePolicyVersion', { ...name, VersionId: 'v1' });
  const { Policy } = await ram('GetPolicy', policy);
  expect(Policy).toMatchObject({ DefaultVersion: 'v2', Description: 'official clients' });
  const { Policies } = await ram('ListPolicies', { PolicyType: 'Custom', Tag });
  expect(Policies.Policy).toMatchObject([name]);

  const role = { RoleName: 'official' };
  const trust = document({
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { RAM: `acs:ram::${accountId}:root` },
  });
  await ram('CreateRole', { ...role, AssumeRolePolicyDocument: trust });
  await ram('UpdateRole', { ...role, NewMaxSessionDuration: 7200 });
  await ram('AttachPolicyToRole', { ...policy, ...role });
  const { Policies: attached } = await ram('ListPoliciesForRole', role);
  expect(attached.Policy).toMatchObject([policy]);
  const { Roles } = await ram('ListEntitiesForPolicy', policy);
  expect(Roles.Role).toMatchObject([role]);
  const target = { ResourceType: 'role', ResourceNames: ['official'] };
  await ram('TagResources', { ...target, Tag });
  const { TagResources } = await ram('ListTagResources', target);
  expect(TagResources).toMatchObject([{ ResourceName: 'official', TagKey: 'env', TagValue: 'test' }]);
  await ram('UntagResources', { ...target, TagKeys: ['env'] });
  expect((await ram('GetRole', role)).Role).toMatchObject({ MaxSessionDuration: 7200 });
  expect((await ram('ListRoles')).Roles.Role).toMatchObject([role]);
  expect(await scene.refused('Ram', 'DeleteRole', role)).toMatchObject({ code: 'DeleteConflict.Role.Policy' });
  await ram('DetachPolicyFromRole', { ...policy, ...role });
  await ram('DeleteRole', role);
  await ram('DeletePolicy', name);
  expect(await scene.refused('Ram', 'GetRole', role)).toMatchObject({ code: 'EntityNotExist.Role', status: 404 });
}

/** A user who may only assume a role takes it on, and may what the role may. */
export async function assumeRole(scene: Scene, accountId: string, as: SceneAs): Promise<void> {
  const user = { UserName: 'assuming' };
  const role = { RoleName: 'assumed' };
  const system = (PolicyName: string) => ({ PolicyType: 'System', PolicyName });
  const RAM = `acs:ram::${accountId}:user/assuming`;
  const trust = document({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { RAM } });
  await scene.call('Ram', 'CreateUser', user);
  const { AccessKey } = await scene.call('Ram', 'CreateAccessKey', user);
  await scene.call('Ram', 'AttachPolicyToUser', { ...user, ...system('AliyunSTSAssumeRoleAccess') });
  const { Role } = await scene.call('Ram', 'CreateRole', { ...role, AssumeRolePolicyDocument: trust });
  await scene.call('Ram', 'AttachPolicyToRole', { ...role, ...system('AliyunECSReadOnlyAccess') });
  const wanted = { RoleArn: Role.Arn, RoleSessionName: 'official' };
  expect(await scene.refused('Sts', 'AssumeRole', wanted)).toMatchObject({ code: 'NoPermission', status: 403 });

  const ofUser = as({ accessKeyId: AccessKey.AccessKeyId, accessKeySecret: AccessKey.AccessKeySecret });
  expect(await ofUser.refused('Ecs', 'DescribeNetworkInterfaces', region)).toMatchObject({ code: 'Forbidden.RAM' });
  const { Credentials } = await ofUser.call('Sts', 'AssumeRole', wanted);
  const session = as({
    accessKeyId: Credentials.AccessKeyId,
    accessKeySecret: Credentials.AccessKeySecret,
    securityToken: Credentials.SecurityToken,
  });
  expect(await session.call('Sts', 'GetCallerIdentity')).toMatchObject({
    Arn: `acs:ram::${accountId}:assumed-role/assumed/official`,
  });
  expect(await session.call('Ecs', 'DescribeNetworkInterfaces', region)).toMatchObject({ TotalCount: 0 });
  expect(await session.refused('Vpc', 'CreateVpc', region)).toMatchObject({ code: 'Forbidden.RAM', status: 403 });
}
