import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';
import type { TestAccount } from '../../test/support/test-account.ts';
import { allow, callAs, deny, grant, type Key, makeRole, makeUser } from './ram-user.fixture.ts';

const localyun = startTestLocalyun();
const region = { RegionId: 'cn-hangzhou' };
const policy = (...statements: readonly object[]) => JSON.stringify({ Version: '1', Statement: statements });

/** Temporary keys of a session that the account's root starts. */
async function session(account: TestAccount, RoleArn: string, more: object = {}): Promise<Key> {
  const { Credentials } = await account.ok('Sts', 'AssumeRole', { RoleArn, RoleSessionName: 'alice', ...more });
  return {
    accessKeyId: Credentials.AccessKeyId,
    accessKeySecret: Credentials.AccessKeySecret,
    securityToken: Credentials.SecurityToken,
  };
}

const describeThem = (key: Key) => callAs(localyun, key, 'Ecs', 'DescribeNetworkInterfaces', region);
const remove = (key: Key) =>
  callAs(localyun, key, 'Ecs', 'DeleteNetworkInterface', { ...region, NetworkInterfaceId: 'eni-bp1234567890abcdefgh' });

describe('a session of a role', () => {
  it('may what the role may', async () => {
    const account = localyun.account();
    const key = await session(account, await makeRole(account, allow('ecs:Describe*')));
    expect(await describeThem(key)).toMatchObject({ status: 200 });
    expect(await remove(key)).toMatchObject({ status: 403, code: 'Forbidden.RAM' });
  });

  it('may nothing that the policy it was given does not allow', async () => {
    const account = localyun.account();
    const role = await makeRole(account, allow('ecs:*'));
    const narrow = await session(account, role, { Policy: policy(allow('ecs:Describe*')) });
    expect(await describeThem(narrow)).toMatchObject({ status: 200 });
    expect(await remove(narrow)).toMatchObject({
      status: 403,
      body: { AccessDeniedDetail: { NoPermissionType: 'ImplicitDeny', PolicyType: 'SessionPolicy' } },
    });
    const denied = await session(account, role, { Policy: policy(allow('*'), deny('ecs:Delete*')) });
    expect(await remove(denied)).toMatchObject({
      status: 403,
      body: { AccessDeniedDetail: { NoPermissionType: 'ExplicitDeny', PolicyType: 'SessionPolicy' } },
    });
    const wide = await session(account, await makeRole(account, allow('vpc:*')), { Policy: policy(allow('*')) });
    expect(await describeThem(wide)).toMatchObject({
      status: 403,
      body: { AccessDeniedDetail: { NoPermissionType: 'ImplicitDeny', PolicyType: 'AccountLevelIdentityBasedPolicy' } },
    });
  });

  it('says who it is', async () => {
    const account = localyun.account();
    const roleArn = await makeRole(account, allow('ecs:*'));
    const roleName = roleArn.split('/')[1];
    const { Role } = await account.ok('Ram', 'GetRole', { RoleName: roleName });
    const key = await session(account, roleArn);
    expect((await callAs(localyun, key, 'Sts', 'GetCallerIdentity', {})).body).toEqual({
      RequestId: expect.any(String),
      IdentityType: 'AssumedRoleUser',
      AccountId: account.accountId,
      RoleId: Role.RoleId,
      PrincipalId: `${Role.RoleId}:alice`,
      Arn: `acs:ram::${account.accountId}:assumed-role/${roleName}/alice`,
    });
    expect((await remove(await session(account, await makeRole(account, allow('vpc:*'))))).body).toMatchObject({
      AccessDeniedDetail: {
        AuthPrincipalType: 'AssumedRoleUser',
        AuthPrincipalOwnerId: account.accountId,
        AuthPrincipalDisplayName: expect.stringMatching(/^role-\d+:alice$/),
      },
    });
  });

  it('is known to conditions as its role', async () => {
    const account = localyun.account();
    const own = { StringLike: { 'acs:PrincipalARN': `acs:ram:*:*:role/role-*` } };
    const key = await session(account, await makeRole(account, allow('ecs:*', '*', own)));
    expect(await describeThem(key)).toMatchObject({ status: 200 });
  });

  it('ends when it expires', async () => {
    const account = localyun.account();
    const key = await session(account, await makeRole(account, allow('ecs:*')), { DurationSeconds: 900 });
    await localyun.advance(899_000);
    expect(await describeThem(key)).toMatchObject({ status: 200 });
    await localyun.advance(1_000);
    expect(await describeThem(key)).toMatchObject({ status: 400, code: 'InvalidSecurityToken.Expired' });
  });

  it('needs its token, and no other', async () => {
    const account = localyun.account();
    const role = await makeRole(account, allow('ecs:*'));
    const [one, two] = [await session(account, role), await session(account, role)];
    const { securityToken: _token, ...bare } = one;
    expect(await describeThem(bare)).toMatchObject({ status: 400, code: 'MissingSecurityToken' });
    const mixed = { ...bare, securityToken: two.securityToken ?? '' };
    expect(await describeThem(mixed)).toMatchObject({
      status: 400,
      code: 'InvalidSecurityToken.MismatchWithAccessKey',
    });
  });

  it('is started only by whom a policy allows it', async () => {
    const account = localyun.account();
    const [role, other] = [await makeRole(account, allow('ecs:*')), await makeRole(account, allow('ecs:*'))];
    const user = await makeUser(localyun, account);
    const assume = (RoleArn: string) => user.call('Sts', 'AssumeRole', { RoleArn, RoleSessionName: 'bob' });
    expect(await assume(role)).toMatchObject({ status: 403, code: 'NoPermission' });
    await grant(account, user.userName, allow('sts:AssumeRole', role.replace('acs:ram::', 'acs:ram:*:')));
    expect(await assume(role)).toMatchObject({ status: 200 });
    expect(await assume(other)).toMatchObject({ status: 403, code: 'NoPermission' });
  });
});
