import { expect } from 'vitest';
import { call } from '../../support/signed-client.ts';
import type { Body, TestAccount } from '../../support/test-account.ts';
import type { Target } from '../official-client.ts';
import { regionId, type Scene } from '../scene.ts';

type Caller = Pick<Target, 'accessKeyId'> & Partial<Target>;

/** A client is given the keys of a role's session, by whoever has assumed the role, and may what the role may. */
export async function callAsSession(account: TestAccount, port: number, as: (caller: Caller) => Scene): Promise<void> {
  const system = (PolicyName: string) => ({ PolicyType: 'System', PolicyName });
  const user = { UserName: 'assuming' };
  const Principal = { RAM: `acs:ram::${account.accountId}:user/assuming` };
  const Statement = [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal }];
  const role = { RoleName: 'assumed' };
  await account.ok('Ram', 'CreateUser', user);
  const { AccessKey } = await account.ok('Ram', 'CreateAccessKey', user);
  await account.ok('Ram', 'AttachPolicyToUser', { ...user, ...system('AliyunSTSAssumeRoleAccess') });
  const AssumeRolePolicyDocument = JSON.stringify({ Version: '1', Statement });
  const { Role } = await account.ok('Ram', 'CreateRole', { ...role, AssumeRolePolicyDocument });
  await account.ok('Ram', 'AttachPolicyToRole', { ...role, ...system('AliyunECSReadOnlyAccess') });

  const key = { accessKeyId: AccessKey.AccessKeyId, accessKeySecret: AccessKey.AccessKeySecret };
  const wanted = { RoleArn: Role.Arn, RoleSessionName: 'clients' };
  const { Credentials } = JSON.parse((await call(port, key, 'Sts', 'AssumeRole', wanted)).text) as Body;
  const session = as({
    accessKeyId: Credentials.AccessKeyId,
    accessKeySecret: Credentials.AccessKeySecret,
    securityToken: Credentials.SecurityToken,
  });
  const region = { RegionId: regionId };
  expect(await session.call('Ecs', 'DescribeNetworkInterfaces', region)).toMatchObject({ TotalCount: 0 });
  expect(await session.refused('Ecs', 'CreateSecurityGroup', region)).toMatchObject({
    code: 'Forbidden.RAM',
    status: 403,
  });
}
