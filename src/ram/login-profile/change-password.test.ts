import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { call, type Parameters } from '../../../test/support/signed-client.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';

describe('ChangePassword', () => {
  const localyun = startTestLocalyun();

  /** A user with a login profile, and how it changes its password: the code that refuses it, or undefined. */
  const withUser = async (OldPassword = 'Password-0') => {
    const account = localyun.account();
    await account.ok('Ram', 'CreateUser', { UserName: 'alice' });
    await account.ok('Ram', 'CreateLoginProfile', { UserName: 'alice', Password: OldPassword });
    const { AccessKey } = await account.ok('Ram', 'CreateAccessKey', { UserName: 'alice' });
    const key = { accessKeyId: AccessKey.AccessKeyId, accessKeySecret: AccessKey.AccessKeySecret };
    const change = async (from: string, to: string): Promise<string | undefined> => {
      const parameters = { OldPassword: from, NewPassword: to };
      const { text } = await call(localyun.port, key, 'Ram', 'ChangePassword', parameters);
      return (JSON.parse(text) as Body).Code;
    };
    return { account, change, key };
  };
  const setPolicy = (account: TestAccount, parameters: Parameters) =>
    account.ok('Ram', 'SetPasswordPolicy', parameters);

  it('lets a user change its own password, which then need not be reset any more', async () => {
    const { account, change } = await withUser();
    await account.ok('Ram', 'UpdateLoginProfile', { UserName: 'alice', PasswordResetRequired: true });
    expect(await change('Password-X', 'Password-1')).toBe('InvalidParameter.OldPassword.Incorrect');
    const profile = async () => (await account.ok('Ram', 'GetLoginProfile', { UserName: 'alice' })).LoginProfile;
    expect(await profile()).toMatchObject({ PasswordResetRequired: true });
    expect(await change('Password-0', 'Password-1')).toBeUndefined();
    expect(await profile()).toMatchObject({ PasswordResetRequired: false });
    expect(await change('Password-0', 'Password-2')).toBe('InvalidParameter.OldPassword.Incorrect');
    expect(await change('Password-1', 'Password-2')).toBeUndefined();
    await account.ok('Ram', 'UpdateLoginProfile', { UserName: 'alice', Password: 'Password-3' });
    expect(await change('Password-3', 'Password-4')).toBeUndefined();
  });

  it('holds to the rules of the account', async () => {
    const { account, change } = await withUser();
    expect(await change('Password-0', 'short')).toBe('InvalidParameter.NewPassword.TooWeak');
    expect(await change('Password-0', 'Password-0')).toBeUndefined();
    await setPolicy(account, { PasswordReusePrevention: 2 });
    const reused = 'InvalidParameter.NewPassword.ReusePrevention';
    expect(await change('Password-0', 'Password-0')).toBe(reused);
    expect(await change('Password-0', 'Password-1')).toBeUndefined();
    expect(await change('Password-1', 'Password-0')).toBe(reused);
    expect(await change('Password-1', 'Password-2')).toBeUndefined();
    expect(await change('Password-2', 'Password-0')).toBeUndefined();
    await setPolicy(account, { PasswordReusePrevention: 24 });
    expect(await change('Password-0', 'Password-1')).toBe(reused);
    await account.ok('Ram', 'DeleteLoginProfile', { UserName: 'alice' });
    expect(await change('Password-0', 'Password-1')).toBe('EntityNotExist.User.LoginProfile');
    await account.ok('Ram', 'CreateLoginProfile', { UserName: 'alice', Password: 'Password-9' });
    expect(await change('Password-9', 'Password-1')).toBeUndefined();
  });

  it('remembers as many former passwords as a policy can ask for', async () => {
    const { account, change } = await withUser();
    await setPolicy(account, { PasswordReusePrevention: 24 });
    for (let count = 1; count <= 24; count += 1) {
      expect(await change(`Password-${count - 1}`, `Password-${count}`)).toBeUndefined();
    }
    expect(await change('Password-24', 'Password-1')).toBe('InvalidParameter.NewPassword.ReusePrevention');
    expect(await change('Password-24', 'Password-0')).toBeUndefined();
  });

  it('is the account to give or to keep', async () => {
    const { account, change } = await withUser();
    await account.ok('Ram', 'SetSecurityPreference', { AllowUserToChangePassword: false });
    expect(await change('Password-0', 'Password-1')).toBe('NoPermission');
    const policy = { PolicyType: 'System', PolicyName: 'AdministratorAccess', UserName: 'alice' };
    await account.ok('Ram', 'AttachPolicyToUser', policy);
    expect(await change('Password-0', 'Password-1')).toBeUndefined();
    await account.ok('Ram', 'DetachPolicyFromUser', policy);
    expect(await change('Password-1', 'Password-2')).toBe('NoPermission');
    await account.ok('Ram', 'SetSecurityPreference', {});
    expect(await change('Password-1', 'Password-2')).toBeUndefined();
  });

  it('is for users only', async () => {
    const account = localyun.account();
    const passwords = { OldPassword: 'Password-0', NewPassword: 'Password-1' };
    const refusal = await account.refused('Ram', 'ChangePassword', passwords);
    expect(refusal).toMatchObject({ status: 400, code: 'NotSupport.Account' });
    for (const missing of ['OldPassword', 'NewPassword']) {
      const parameters = { ...passwords, [missing]: undefined };
      expect(await account.refused('Ram', 'ChangePassword', parameters)).toMatchObject({
        status: 400,
        code: 'MissingParameter',
      });
    }
  });
});
