import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';

const everything = {
  UserName: 'alice',
  DisplayName: 'Alice 爱丽丝',
  MobilePhone: '86-18600008888',
  Email: 'alice@example.com',
  Comments: 'Runs the network.',
};

describe('RAM users', () => {
  const localyun = startTestLocalyun({
    seed: { accounts: [{ accessKeyId: 'localyun-two-users', quotas: { 'ram-users': 2 } }] },
  });
  const create = async (account: TestAccount, parameters: Parameters): Promise<Body> =>
    (await account.ok('Ram', 'CreateUser', parameters)).User;
  const get = async (account: TestAccount, UserName: string): Promise<Body> =>
    (await account.ok('Ram', 'GetUser', { UserName })).User;
  const names = async (account: TestAccount): Promise<string[]> =>
    (await account.ok('Ram', 'ListUsers', {})).Users.User.map((user: Body) => user.UserName);

  it('are described as they were made', async () => {
    const account = localyun.account();
    const made = await create(account, everything);
    expect(made).toEqual({
      ...everything,
      UserId: expect.stringMatching(/^2\d{17}$/),
      CreateDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
    expect(await get(account, 'alice')).toEqual({ ...made, UpdateDate: made.CreateDate, LastLoginDate: '' });
    const bare = await create(account, { UserName: 'b.o_b-2' });
    expect(bare).toMatchObject({ DisplayName: '', MobilePhone: '', Email: '', Comments: '' });
    expect(bare.UserId).not.toBe(made.UserId);
  });

  it('have names that are unique in their account only', async () => {
    const account = localyun.account();
    const other = localyun.account();
    await create(account, { UserName: 'alice' });
    await create(other, { UserName: 'alice', Comments: 'Of another account.' });
    const taken = await account.refused('Ram', 'CreateUser', { UserName: 'alice' });
    expect(taken).toMatchObject({ status: 409, code: 'EntityAlreadyExists.User' });
    expect(taken.message).toContain('"alice"');
    expect((await get(account, 'alice')).Comments).toBe('');
    await other.ok('Ram', 'DeleteUser', { UserName: 'alice' });
    expect(await names(account)).toEqual(['alice']);
  });

  it('are as many as the quota allows', async () => {
    const account = localyun.account('two-users');
    await create(account, { UserName: 'one' });
    await create(account, { UserName: 'two' });
    const refusal = await account.refused('Ram', 'CreateUser', { UserName: 'three' });
    expect(refusal).toMatchObject({ status: 409, code: 'LimitExceeded.User' });
    expect(await names(account)).toEqual(['one', 'two']);
    await account.ok('Ram', 'DeleteUser', { UserName: 'one' });
    await create(account, { UserName: 'three' });
    expect(await names(account)).toEqual(['three', 'two']);
  });

  it('change what is given, and lose what is given as empty', async () => {
    const account = localyun.account();
    const made = await create(account, everything);
    await localyun.advance(5_000);
    const { User } = await account.ok('Ram', 'UpdateUser', { UserName: 'alice', NewComments: 'New.', NewEmail: '' });
    expect(User).toEqual({ ...made, Comments: 'New.', Email: '', UpdateDate: expect.any(String) });
    expect(Date.parse(User.UpdateDate) - Date.parse(made.CreateDate)).toBe(5_000);
    await account.ok('Ram', 'UpdateUser', {
      UserName: 'alice',
      NewUserName: 'alina',
      NewDisplayName: 'Alina',
      NewMobilePhone: '1-2025550100',
    });
    expect(await get(account, 'alina')).toMatchObject({
      UserId: made.UserId,
      DisplayName: 'Alina',
      MobilePhone: '1-2025550100',
      Comments: 'New.',
    });
    expect(await account.refused('Ram', 'GetUser', { UserName: 'alice' })).toMatchObject({
      status: 404,
      code: 'EntityNotExist.User',
    });
  });

  it('do not take the name of another one', async () => {
    const account = localyun.account();
    await create(account, { UserName: 'alice' });
    await create(account, { UserName: 'bob' });
    const refusal = await account.refused('Ram', 'UpdateUser', {
      UserName: 'alice',
      NewUserName: 'bob',
      NewComments: 'New.',
    });
    expect(refusal).toMatchObject({ status: 409, code: 'EntityAlreadyExists.User' });
    expect((await get(account, 'alice')).Comments).toBe('');
    await account.ok('Ram', 'UpdateUser', { UserName: 'alice', NewUserName: 'alice' });
    expect(await names(account)).toEqual(['alice', 'bob']);
  });

  it('are listed by name in pages', async () => {
    const account = localyun.account();
    const wanted = ['a1', 'a2', 'a3', 'a4', 'a5'];
    for (const UserName of [...wanted].reverse()) await create(account, { UserName });
    const pages: string[][] = [];
    let Marker: string | undefined;
    do {
      const page = await account.ok('Ram', 'ListUsers', { MaxItems: 2, Marker });
      pages.push(page.Users.User.map((user: Body) => user.UserName));
      expect(page.IsTruncated).toBe(page.Marker !== undefined);
      Marker = page.Marker;
    } while (Marker !== undefined);
    expect(pages).toEqual([['a1', 'a2'], ['a3', 'a4'], ['a5']]);
    const [user] = (await account.ok('Ram', 'ListUsers', { MaxItems: 1 })).Users.User;
    expect(user).toEqual({
      UserId: expect.any(String),
      UserName: 'a1',
      DisplayName: '',
      MobilePhone: '',
      Email: '',
      Comments: '',
      CreateDate: expect.any(String),
      UpdateDate: expect.any(String),
    });
    expect(await account.ok('Ram', 'ListUsers', { MaxItems: 5 })).toMatchObject({ IsTruncated: false });
    expect(await localyun.account().ok('Ram', 'ListUsers', {})).toMatchObject({
      IsTruncated: false,
      Users: { User: [] },
    });
  });

  it.each([[0], [1001], [1.5]])('are not listed %s at a time', async (MaxItems) => {
    const refusal = await localyun.account().refused('Ram', 'ListUsers', { MaxItems });
    expect(refusal).toMatchObject({ status: 400, code: 'InvalidParameter' });
  });

  it('are not listed from a place that no answer gave', async () => {
    for (const Marker of ['nowhere', Buffer.from('["a"]').toString('base64url')]) {
      const refusal = await localyun.account().refused('Ram', 'ListUsers', { Marker });
      expect(refusal).toMatchObject({ status: 400, code: 'InvalidParameter' });
    }
  });

  it('are deleted once nothing of them is left', async () => {
    const account = localyun.account();
    const UserName = 'alice';
    const password = { UserName, Password: 'long-enough' };
    await create(account, { UserName });
    await account.ok('Ram', 'CreateGroup', { GroupName: 'admins' });
    await account.ok('Ram', 'AddUserToGroup', { UserName, GroupName: 'admins' });
    const { UserAccessKeyId } = await account
      .ok('Ram', 'CreateAccessKey', { UserName })
      .then(({ AccessKey }) => ({ UserAccessKeyId: AccessKey.AccessKeyId }));
    await account.ok('Ram', 'CreateLoginProfile', password);
    const refusal = () => account.refused('Ram', 'DeleteUser', { UserName });

    expect(await refusal()).toMatchObject({ status: 409, code: 'DeleteConflict.User.Group' });
    await account.ok('Ram', 'RemoveUserFromGroup', { UserName, GroupName: 'admins' });
    const held = await refusal();
    expect(held).toMatchObject({ status: 409, code: 'DeleteConflict.User.AccessKey' });
    expect(held.message).toContain(UserAccessKeyId);
    await account.ok('Ram', 'DeleteAccessKey', { UserName, UserAccessKeyId });
    expect(await refusal()).toMatchObject({ status: 409, code: 'DeleteConflict.User.LoginProfile' });
    await account.ok('Ram', 'DeleteLoginProfile', { UserName });
    const policy = { PolicyType: 'System', PolicyName: 'ReadOnlyAccess', UserName };
    await account.ok('Ram', 'AttachPolicyToUser', policy);
    expect(await refusal()).toMatchObject({ status: 409, code: 'DeleteConflict.User.Policy' });
    await account.ok('Ram', 'DetachPolicyFromUser', policy);
    expect(await names(account)).toEqual(['alice']);
    await account.ok('Ram', 'DeleteUser', { UserName });
    expect(await names(account)).toEqual([]);
    expect(await account.refused('Ram', 'DeleteUser', { UserName })).toMatchObject({
      status: 404,
      code: 'EntityNotExist.User',
    });
  });

  it.each([
    [{ UserName: 'a'.repeat(65) }, 'InvalidParameter.UserName.Length'],
    [{ UserName: 'al ice' }, 'InvalidParameter.UserName.InvalidChars'],
    [{ UserName: 'alice@example.com' }, 'InvalidParameter.UserName.InvalidChars'],
    [{ DisplayName: 'a'.repeat(129) }, 'InvalidParameter.DisplayName.Length'],
    [{ DisplayName: 'a\nb' }, 'InvalidParameter.DisplayName.InvalidChars'],
    [{ MobilePhone: '18600008888' }, 'InvalidParameter.MobilePhone.Format'],
    [{ Email: 'alice' }, 'InvalidParameter.Email.Format'],
    [{ Comments: 'a'.repeat(129) }, 'InvalidParameter.Comments.Length'],
  ])('are not made with %j', async (wrong, code) => {
    const account = localyun.account();
    const refusal = await account.refused('Ram', 'CreateUser', { ...everything, ...wrong });
    expect(refusal).toMatchObject({ status: 400, code });
    expect(refusal.message).toContain(Object.keys(wrong)[0]);
    expect(await names(account)).toEqual([]);
  });

  it.each([
    [{ NewUserName: 'a'.repeat(65) }, 'InvalidParameter.NewUserName.Length'],
    [{ NewUserName: 'al/ice' }, 'InvalidParameter.NewUserName.InvalidChars'],
    [{ NewDisplayName: 'a'.repeat(129) }, 'InvalidParameter.NewDisplayName.Length'],
    [{ NewDisplayName: 'a\u0007' }, 'InvalidParameter.NewDisplayName.InvalidChars'],
    [{ NewMobilePhone: '86 18600008888' }, 'InvalidParameter.NewMobilePhone.Format'],
    [{ NewEmail: 'alice@localhost' }, 'InvalidParameter.NewEmail.Format'],
    [{ NewComments: 'a'.repeat(129) }, 'InvalidParameter.NewComments.Length'],
  ])('are not changed to %j', async (wrong, code) => {
    const account = localyun.account();
    await create(account, everything);
    const refusal = await account.refused('Ram', 'UpdateUser', { UserName: 'alice', ...wrong });
    expect(refusal).toMatchObject({ status: 400, code });
    expect(await get(account, 'alice')).toMatchObject(everything);
  });

  it.each(['CreateUser', 'UpdateUser', 'DeleteUser'])('%s asks for a name', async (action) => {
    expect(await localyun.account().refused('Ram', action, {})).toMatchObject({
      status: 400,
      code: 'MissingParameter',
    });
  });

  it.each(['UpdateUser', 'DeleteUser', 'GetUser'])('%s does not know one of another account', async (action) => {
    await create(localyun.account('owner'), { UserName: `of-${action}` });
    const refusal = await localyun.account().refused('Ram', action, { UserName: `of-${action}` });
    expect(refusal).toMatchObject({ status: 404, code: 'EntityNotExist.User' });
  });

  it.each(['UpdateUser', 'DeleteUser', 'GetUser'])('%s does not take what is no name', async (action) => {
    const refused = (UserName: string) => localyun.account().refused('Ram', action, { UserName });
    expect(await refused('a b')).toMatchObject({ status: 400, code: 'InvalidParameter.UserName.InvalidChars' });
    expect(await refused('a'.repeat(65))).toMatchObject({ status: 400, code: 'InvalidParameter.UserName.Length' });
  });

  it('GetUser tells the account, which is no user, that it has to name one', async () => {
    const refusal = await localyun.account().refused('Ram', 'GetUser', {});
    expect(refusal).toMatchObject({ status: 400, code: 'MissingParameter' });
  });
});
