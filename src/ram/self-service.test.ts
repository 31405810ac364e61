import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';
import { call, type Parameters } from '../../test/support/signed-client.ts';
import type { Body, TestAccount } from '../../test/support/test-account.ts';

/** A policy with which a user may do everything to itself, and nothing to anybody else. */
const itself = (account: TestAccount, UserName: string) =>
  JSON.stringify({
    Version: '1',
    Statement: [{ Effect: 'Allow', Action: 'ram:*', Resource: `acs:ram:*:${account.accountId}:user/${UserName}` }],
  });

describe('what RAM users do for themselves', () => {
  const localyun = startTestLocalyun();

  const withUsers = async () => {
    const account = localyun.account();
    for (const UserName of ['alice', 'bob']) await account.ok('Ram', 'CreateUser', { UserName });
    const { AccessKey } = await account.ok('Ram', 'CreateAccessKey', { UserName: 'alice' });
    const key = { accessKeyId: AccessKey.AccessKeyId, accessKeySecret: AccessKey.AccessKeySecret };
    /** What alice is answered. */
    const asAlice = async (action: string, parameters: Parameters = {}): Promise<Body> =>
      JSON.parse((await call(localyun.port, key, 'Ram', action, parameters)).text);
    const attach = async (PolicyName: string, PolicyDocument: string): Promise<void> => {
      await account.ok('Ram', 'CreatePolicy', { PolicyName, PolicyDocument });
      await account.ok('Ram', 'AttachPolicyToUser', { PolicyType: 'Custom', PolicyName, UserName: 'alice' });
    };
    return { account, key, asAlice, attach };
  };

  it('needs no name where a policy lets them do it to themselves', async () => {
    const { account, key, asAlice, attach } = await withUsers();
    expect(await asAlice('GetUser')).toMatchObject({ Code: 'NoPermission' });
    await attach('itself', itself(account, 'alice'));
    expect(await asAlice('GetUser')).toMatchObject({ User: { UserName: 'alice' } });
    expect(await asAlice('GetUser', { UserName: 'alice' })).toMatchObject({ User: { UserName: 'alice' } });
    expect(await asAlice('GetUser', { UserName: 'bob' })).toMatchObject({ Code: 'NoPermission' });
    const { AccessKey } = await asAlice('CreateAccessKey');
    expect((await asAlice('ListAccessKeys')).AccessKeys.AccessKey).toHaveLength(2);
    const { AccessKeys } = await account.ok('Ram', 'ListAccessKeys', { UserName: 'alice' });
    expect(AccessKeys.AccessKey.map(({ AccessKeyId }: Body) => AccessKeyId)).toContain(AccessKey.AccessKeyId);
    const other = { UserAccessKeyId: AccessKey.AccessKeyId };
    expect(await asAlice('UpdateAccessKey', { ...other, Status: 'Inactive' })).not.toHaveProperty('Code');
    expect(await asAlice('GetAccessKeyLastUsed', other)).toMatchObject({ AccessKeyLastUsed: { LastUsedDate: '' } });
    expect(await asAlice('DeleteAccessKey', other)).not.toHaveProperty('Code');
    expect(await asAlice('DeleteAccessKey', { UserAccessKeyId: key.accessKeyId })).not.toHaveProperty('Code');
    expect(await asAlice('ListAccessKeys')).toMatchObject({ Code: 'InvalidAccessKeyId.NotFound' });
  });

  it('is with access keys what the account allows', async () => {
    const { account, asAlice, attach } = await withUsers();
    expect(await asAlice('ListAccessKeys')).toMatchObject({ Code: 'NoPermission' });
    await account.ok('Ram', 'SetSecurityPreference', { AllowUserToManageAccessKeys: true });
    expect((await asAlice('ListAccessKeys')).AccessKeys.AccessKey).toHaveLength(1);
    const { AccessKey } = await asAlice('CreateAccessKey', { UserName: 'alice' });
    const other = { UserAccessKeyId: AccessKey.AccessKeyId };
    for (const [action, parameters] of [
      ['UpdateAccessKey', { ...other, Status: 'Inactive' }],
      ['GetAccessKeyLastUsed', other],
      ['DeleteAccessKey', other],
    ] as const) {
      expect(await asAlice(action, parameters)).not.toHaveProperty('Code');
    }
    for (const action of ['ListAccessKeys', 'CreateAccessKey']) {
      expect(await asAlice(action, { UserName: 'bob' })).toMatchObject({ Code: 'NoPermission' });
    }
    expect(await asAlice('ListUsers')).toMatchObject({ Code: 'NoPermission' });
    const denied = { Effect: 'Deny', Action: 'ram:CreateAccessKey', Resource: '*' };
    await attach('no-keys', JSON.stringify({ Version: '1', Statement: [denied] }));
    expect(await asAlice('CreateAccessKey')).toMatchObject({ Code: 'NoPermission' });
    expect(await asAlice('ListAccessKeys')).not.toHaveProperty('Code');
    await account.ok('Ram', 'SetSecurityPreference', {});
    expect(await asAlice('ListAccessKeys')).toMatchObject({ Code: 'NoPermission' });
  });

  it('is with MFA devices what the account allows', async () => {
    const { account, asAlice } = await withUsers();
    const none = { Code: 'EntityNotExist.User.MFADevice' };
    expect(await asAlice('GetUserMFAInfo', { UserName: 'alice' })).toMatchObject(none);
    expect(await asAlice('UnbindMFADevice', { UserName: 'alice' })).toMatchObject(none);
    const binding = { SerialNumber: 'none', AuthenticationCode1: '123456', AuthenticationCode2: '123456' };
    expect(await asAlice('BindMFADevice', { UserName: 'alice', ...binding })).toMatchObject({
      Code: 'EntityNotExist.VirtualMFADevice',
    });
    const denied = { Code: 'NoPermission' };
    expect(await asAlice('GetUserMFAInfo', { UserName: 'bob' })).toMatchObject(denied);
    expect(await asAlice('CreateVirtualMFADevice', { VirtualMFADeviceName: 'phone' })).toMatchObject(denied);
    await account.ok('Ram', 'SetSecurityPreference', { AllowUserToManageMFADevices: false });
    expect(await asAlice('GetUserMFAInfo', { UserName: 'alice' })).toMatchObject(denied);
  });

  it('is not what a session of a role can: it has to name a user', async () => {
    const { account } = await withUsers();
    const trust = {
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: { RAM: [`acs:ram::${account.accountId}:root`] },
    };
    const { Role } = await account.ok('Ram', 'CreateRole', {
      RoleName: 'admin',
      AssumeRolePolicyDocument: JSON.stringify({ Version: '1', Statement: [trust] }),
    });
    const policy = { PolicyType: 'System', PolicyName: 'AdministratorAccess' };
    await account.ok('Ram', 'AttachPolicyToRole', { ...policy, RoleName: 'admin' });
    await account.ok('Ram', 'AttachPolicyToUser', { ...policy, UserName: 'bob' });
    const keyOf = ({ AccessKeyId, AccessKeySecret }: Body) => ({
      accessKeyId: AccessKeyId as string,
      accessKeySecret: AccessKeySecret as string,
    });
    const bob = keyOf((await account.ok('Ram', 'CreateAccessKey', { UserName: 'bob' })).AccessKey);
    const assumed = await call(localyun.port, bob, 'Sts', 'AssumeRole', { RoleArn: Role.Arn, RoleSessionName: 'test' });
    const { Credentials } = JSON.parse(assumed.text) as Body;
    const asSession = async (action: string, parameters: Parameters = {}): Promise<Body> => {
      const all = { ...parameters, SecurityToken: Credentials.SecurityToken };
      return JSON.parse((await call(localyun.port, keyOf(Credentials), 'Ram', action, all)).text);
    };
    for (const action of ['GetUser', 'CreateAccessKey', 'ListAccessKeys']) {
      expect(await asSession(action)).toMatchObject({ Code: 'MissingParameter' });
    }
    expect(await asSession('GetUser', { UserName: 'alice' })).toMatchObject({ User: { UserName: 'alice' } });
    const passwords = { OldPassword: 'Password-0', NewPassword: 'Password-1' };
    expect(await asSession('ChangePassword', passwords)).toMatchObject({ Code: 'NotSupport.Account' });
  });
});
