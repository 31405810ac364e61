import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';

const Password = 'Correct-horse-1';

describe('login profiles', () => {
  const localyun = startTestLocalyun();
  const withUser = async (): Promise<TestAccount> => {
    const account = localyun.account();
    await account.ok('Ram', 'CreateUser', { UserName: 'alice' });
    return account;
  };
  const create = async (account: TestAccount, parameters: Parameters = {}): Promise<Body> =>
    (await account.ok('Ram', 'CreateLoginProfile', { UserName: 'alice', Password, ...parameters })).LoginProfile;
  const get = async (account: TestAccount): Promise<Body> =>
    (await account.ok('Ram', 'GetLoginProfile', { UserName: 'alice' })).LoginProfile;

  it('are made, changed and deleted, and never show the password', async () => {
    const account = await withUser();
    const made = await create(account);
    expect(made).toEqual({
      UserName: 'alice',
      PasswordResetRequired: false,
      MFABindRequired: false,
      CreateDate: expect.stringMatching(/Z$/),
    });
    expect(await get(account)).toEqual(made);
    const update = (parameters: Parameters) =>
      account.ok('Ram', 'UpdateLoginProfile', { UserName: 'alice', ...parameters });
    await update({ PasswordResetRequired: true });
    expect(await get(account)).toEqual({ ...made, PasswordResetRequired: true });
    await update({ MFABindRequired: true, Password: 'Another-horse-2' });
    expect(await get(account)).toEqual({ ...made, PasswordResetRequired: true, MFABindRequired: true });
    await update({ PasswordResetRequired: false, MFABindRequired: false });
    expect(await get(account)).toEqual(made);
    await account.ok('Ram', 'DeleteLoginProfile', { UserName: 'alice' });
    const gone = { status: 404, code: 'EntityNotExist.User.LoginProfile' };
    expect(await account.refused('Ram', 'GetLoginProfile', { UserName: 'alice' })).toMatchObject(gone);
    expect(await create(account, { PasswordResetRequired: true, MFABindRequired: true })).toMatchObject({
      PasswordResetRequired: true,
      MFABindRequired: true,
    });
  });

  it('are one a user, and follow it to a new name', async () => {
    const account = await withUser();
    await create(account, { PasswordResetRequired: true });
    const again = await account.refused('Ram', 'CreateLoginProfile', { UserName: 'alice', Password });
    expect(again).toMatchObject({ status: 409, code: 'EntityAlreadyExists.User.LoginProfile' });
    expect((await get(account)).PasswordResetRequired).toBe(true);
    await account.ok('Ram', 'UpdateUser', { UserName: 'alice', NewUserName: 'alina' });
    const { LoginProfile } = await account.ok('Ram', 'GetLoginProfile', { UserName: 'alina' });
    expect(LoginProfile).toMatchObject({ UserName: 'alina', PasswordResetRequired: true });
  });

  it('have passwords as the account demands them', async () => {
    const account = await withUser();
    const refuse = async (password: string): Promise<void> => {
      const refusal = await account.refused('Ram', 'CreateLoginProfile', { UserName: 'alice', Password: password });
      expect(refusal).toMatchObject({ status: 400, code: 'InvalidParameter.Password.TooWeak' });
      expect(refusal.message).not.toContain(password);
    };
    await refuse('1234567');
    await refuse('x'.repeat(129));
    await account.ok('Ram', 'SetPasswordPolicy', {
      MinimumPasswordLength: 10,
      RequireLowercaseCharacters: true,
      RequireUppercaseCharacters: true,
      RequireNumbers: true,
      RequireSymbols: true,
    });
    for (const weak of ['Abcdefg-1', 'ABCDEFGHI-1', 'abcdefghi-1', 'Abcdefghij-', 'Abcdefghi12']) await refuse(weak);
    const none = { status: 404, code: 'EntityNotExist.User.LoginProfile' };
    expect(await account.refused('Ram', 'GetLoginProfile', { UserName: 'alice' })).toMatchObject(none);
    await create(account, { Password: 'Abcdefghi-1' });
    const update = { UserName: 'alice', Password: 'short', PasswordResetRequired: true };
    expect(await account.refused('Ram', 'UpdateLoginProfile', update)).toMatchObject({
      status: 400,
      code: 'InvalidParameter.Password.TooWeak',
    });
    expect((await get(account)).PasswordResetRequired).toBe(false);
  });

  it.each(['GetLoginProfile', 'UpdateLoginProfile', 'DeleteLoginProfile'])('%s needs one', async (action) => {
    const account = await withUser();
    const refused = (parameters: Parameters) => account.refused('Ram', action, parameters);
    expect(await refused({ UserName: 'alice' })).toMatchObject({
      status: 404,
      code: 'EntityNotExist.User.LoginProfile',
    });
    expect(await refused({ UserName: 'bob' })).toMatchObject({ status: 404, code: 'EntityNotExist.User' });
    expect(await refused({ UserName: 'a b' })).toMatchObject({ code: 'InvalidParameter.UserName.InvalidChars' });
    expect(await refused({ UserName: 'a'.repeat(65) })).toMatchObject({ code: 'InvalidParameter.UserName.Length' });
    expect(await refused({})).toMatchObject({ status: 400, code: 'MissingParameter' });
  });

  it('are not made without a password or for nobody', async () => {
    const account = await withUser();
    const refused = (parameters: Parameters) => account.refused('Ram', 'CreateLoginProfile', parameters);
    expect(await refused({ UserName: 'alice' })).toMatchObject({ status: 400, code: 'MissingParameter' });
    expect(await refused({ Password })).toMatchObject({ status: 400, code: 'MissingParameter' });
    const wrong = (UserName: string) => refused({ UserName, Password });
    expect(await wrong('a b')).toMatchObject({ status: 400, code: 'InvalidParameter.UserName.InvalidChars' });
    expect(await wrong('a'.repeat(65))).toMatchObject({ status: 400, code: 'InvalidParameter.UserName.Length' });
    expect(await refused({ UserName: 'bob', Password })).toMatchObject({ status: 404, code: 'EntityNotExist.User' });
  });
});
