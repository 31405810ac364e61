import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';

describe('groups of RAM users', () => {
  const localyun = startTestLocalyun({
    seed: {
      accounts: [{ accessKeyId: 'localyun-few-groups', quotas: { 'ram-groups': 3, 'ram-groups-per-user': 2 } }],
    },
  });
  const create = async (account: TestAccount, GroupName: string, more: Parameters = {}): Promise<Body> =>
    (await account.ok('Ram', 'CreateGroup', { GroupName, ...more })).Group;
  const get = async (account: TestAccount, GroupName: string): Promise<Body> =>
    (await account.ok('Ram', 'GetGroup', { GroupName })).Group;
  const names = async (account: TestAccount): Promise<string[]> =>
    (await account.ok('Ram', 'ListGroups', {})).Groups.Group.map((group: Body) => group.GroupName);
  const members = async (account: TestAccount, GroupName: string): Promise<string[]> =>
    (await account.ok('Ram', 'ListUsersForGroup', { GroupName })).Users.User.map((user: Body) => user.UserName);
  const withUsers = async (...userNames: string[]): Promise<TestAccount> => {
    const account = localyun.account();
    for (const UserName of userNames)
      await account.ok('Ram', 'CreateUser', { UserName, DisplayName: `Ms. ${UserName}` });
    return account;
  };
  const add = (account: TestAccount, UserName: string, GroupName: string) =>
    account.ok('Ram', 'AddUserToGroup', { UserName, GroupName });

  it('are described as they were made', async () => {
    const account = localyun.account();
    const made = await create(account, 'net.admins_1-x', { Comments: '网络' });
    expect(made).toEqual({
      GroupId: expect.stringMatching(/^g-[A-Za-z0-9]{16}$/),
      GroupName: 'net.admins_1-x',
      Comments: '网络',
      CreateDate: expect.stringMatching(/Z$/),
    });
    expect(await get(account, 'net.admins_1-x')).toEqual({ ...made, UpdateDate: made.CreateDate });
    expect((await create(account, 'bare')).Comments).toBe('');
    const stranger = localyun.account();
    expect(await stranger.refused('Ram', 'GetGroup', { GroupName: 'bare' })).toMatchObject({
      status: 404,
      code: 'EntityNotExist.Group',
    });
    await create(stranger, 'bare');
    expect(await account.refused('Ram', 'CreateGroup', { GroupName: 'bare', Comments: 'x' })).toMatchObject({
      status: 409,
      code: 'EntityAlreadyExists.Group',
    });
    expect((await get(account, 'bare')).Comments).toBe('');
  });

  it('change name and comments, and keep their members', async () => {
    const account = await withUsers('alice');
    const made = await create(account, 'admins', { Comments: 'Old.' });
    await create(account, 'others');
    await add(account, 'alice', 'admins');
    await localyun.advance(5_000);
    const { Group } = await account.ok('Ram', 'UpdateGroup', { GroupName: 'admins', NewGroupName: 'chiefs' });
    expect(Group).toEqual({ ...made, GroupName: 'chiefs', UpdateDate: expect.any(String) });
    expect(Date.parse(Group.UpdateDate) - Date.parse(made.CreateDate)).toBe(5_000);
    expect(await members(account, 'chiefs')).toEqual(['alice']);
    await account.ok('Ram', 'UpdateGroup', { GroupName: 'chiefs', NewComments: '' });
    expect((await get(account, 'chiefs')).Comments).toBe('');
    const taken = { GroupName: 'chiefs', NewGroupName: 'others', NewComments: 'New.' };
    expect(await account.refused('Ram', 'UpdateGroup', taken)).toMatchObject({
      status: 409,
      code: 'EntityAlreadyExists.Group',
    });
    expect((await get(account, 'chiefs')).Comments).toBe('');
    await account.ok('Ram', 'UpdateGroup', { GroupName: 'chiefs', NewGroupName: 'chiefs' });
  });

  it('are listed by name in pages', async () => {
    const account = localyun.account();
    for (const name of ['c', 'a', 'b']) await create(account, name);
    expect(await names(account)).toEqual(['a', 'b', 'c']);
    const first = await account.ok('Ram', 'ListGroups', { MaxItems: 2 });
    expect(first).toMatchObject({ IsTruncated: true, Groups: { Group: [{ GroupName: 'a' }, { GroupName: 'b' }] } });
    const second = await account.ok('Ram', 'ListGroups', { MaxItems: 2, Marker: first.Marker });
    expect(second).toMatchObject({ IsTruncated: false, Groups: { Group: [{ GroupName: 'c' }] } });
    expect(second).not.toHaveProperty('Marker');
    expect(await names(localyun.account())).toEqual([]);
    for (const wrong of [{ MaxItems: 0 }, { MaxItems: 1001 }, { Marker: 'nowhere' }]) {
      expect(await account.refused('Ram', 'ListGroups', wrong)).toMatchObject({ code: 'InvalidParameter' });
    }
  });

  it('have users, who are in several', async () => {
    const account = await withUsers('alice', 'bob', 'carol');
    const admins = await create(account, 'admins', { Comments: 'All.' });
    await create(account, 'readers');
    for (const name of ['carol', 'alice', 'bob']) await add(account, name, 'admins');
    await localyun.advance(1_000);
    await add(account, 'alice', 'readers');

    expect(await members(account, 'admins')).toEqual(['alice', 'bob', 'carol']);
    const [first] = (await account.ok('Ram', 'ListUsersForGroup', { GroupName: 'admins', MaxItems: 1 })).Users.User;
    expect(first).toEqual({
      UserName: 'alice',
      DisplayName: 'Ms. alice',
      JoinDate: expect.stringMatching(/Z$/),
    });
    const page = await account.ok('Ram', 'ListUsersForGroup', { GroupName: 'admins', MaxItems: 2 });
    expect(page).toMatchObject({ IsTruncated: true });
    const rest = await account.ok('Ram', 'ListUsersForGroup', { GroupName: 'admins', Marker: page.Marker });
    expect(rest).toMatchObject({ IsTruncated: false, Users: { User: [{ UserName: 'carol' }] } });

    for (const wrong of [{ MaxItems: 1001 }, { Marker: 'nowhere' }]) {
      const refusal = await account.refused('Ram', 'ListUsersForGroup', { GroupName: 'admins', ...wrong });
      expect(refusal).toMatchObject({ status: 400, code: 'InvalidParameter' });
    }

    const groups = async (UserName: string): Promise<Body[]> =>
      (await account.ok('Ram', 'ListGroupsForUser', { UserName })).Groups.Group;
    expect(await groups('alice')).toEqual([
      { GroupId: admins.GroupId, GroupName: 'admins', Comments: 'All.', JoinDate: first.JoinDate },
      expect.objectContaining({ GroupName: 'readers', Comments: '' }),
    ]);
    const again = await account.refused('Ram', 'AddUserToGroup', { UserName: 'alice', GroupName: 'admins' });
    expect(again).toMatchObject({ status: 409, code: 'EntityAlreadyExists.User.Group' });
    await account.ok('Ram', 'RemoveUserFromGroup', { UserName: 'alice', GroupName: 'admins' });
    expect(await members(account, 'admins')).toEqual(['bob', 'carol']);
    expect((await groups('alice')).map(({ GroupName }) => GroupName)).toEqual(['readers']);
    const gone = await account.refused('Ram', 'RemoveUserFromGroup', { UserName: 'alice', GroupName: 'admins' });
    expect(gone).toMatchObject({ status: 404, code: 'EntityNotExist.User.Group' });
    await account.ok('Ram', 'UpdateUser', { UserName: 'bob', NewUserName: 'zoe' });
    expect(await members(account, 'admins')).toEqual(['carol', 'zoe']);
  });

  it('are deleted when nobody is in them and nothing is attached to them', async () => {
    const account = await withUsers('alice');
    await create(account, 'admins');
    await add(account, 'alice', 'admins');
    const policy = { PolicyType: 'System', PolicyName: 'ReadOnlyAccess', GroupName: 'admins' };
    await account.ok('Ram', 'AttachPolicyToGroup', policy);
    const refusal = () => account.refused('Ram', 'DeleteGroup', { GroupName: 'admins' });
    const held = await refusal();
    expect(held).toMatchObject({ status: 409, code: 'DeleteConflict.Group.User' });
    expect(held.message).toContain('"alice"');
    await account.ok('Ram', 'RemoveUserFromGroup', { UserName: 'alice', GroupName: 'admins' });
    expect(await refusal()).toMatchObject({ status: 409, code: 'DeleteConflict.Group.Policy' });
    await account.ok('Ram', 'DetachPolicyFromGroup', policy);
    await account.ok('Ram', 'DeleteGroup', { GroupName: 'admins' });
    expect(await names(account)).toEqual([]);
    expect(await refusal()).toMatchObject({ status: 404, code: 'EntityNotExist.Group' });
  });

  it('are as many as the quotas allow', async () => {
    const account = localyun.account('few-groups');
    await account.ok('Ram', 'CreateUser', { UserName: 'alice' });
    for (const name of ['a', 'b', 'c']) await create(account, name);
    expect(await account.refused('Ram', 'CreateGroup', { GroupName: 'd' })).toMatchObject({
      status: 409,
      code: 'LimitExceeded.Group',
    });
    expect(await names(account)).toEqual(['a', 'b', 'c']);
    await add(account, 'alice', 'a');
    await add(account, 'alice', 'b');
    expect(await account.refused('Ram', 'AddUserToGroup', { UserName: 'alice', GroupName: 'c' })).toMatchObject({
      status: 409,
      code: 'LimitExceeded.User.Group',
    });
    expect(await members(account, 'c')).toEqual([]);
    await account.ok('Ram', 'RemoveUserFromGroup', { UserName: 'alice', GroupName: 'a' });
    await add(account, 'alice', 'c');
  });

  it.each([
    ['CreateGroup', { GroupName: 'a'.repeat(65) }, 'InvalidParameter.GroupName.Length'],
    ['CreateGroup', { GroupName: 'a b' }, 'InvalidParameter.GroupName.InvalidChars'],
    ['CreateGroup', { GroupName: 'a', Comments: 'x'.repeat(129) }, 'InvalidParameter.Comments.Length'],
    ['CreateGroup', {}, 'MissingParameter'],
    ['UpdateGroup', { GroupName: 'a', NewGroupName: 'a'.repeat(65) }, 'InvalidParameter.NewGroupName.Length'],
    ['UpdateGroup', { GroupName: 'a', NewGroupName: '网络' }, 'InvalidParameter.NewGroupName.InvalidChars'],
    ['UpdateGroup', { GroupName: 'a', NewComments: 'x'.repeat(129) }, 'InvalidParameter.NewComments.Length'],
  ])('%s refuses %j', async (action, parameters, code) => {
    const account = localyun.account();
    expect(await account.refused('Ram', action, parameters)).toMatchObject({ status: 400, code });
    expect(await names(account)).toEqual([]);
  });

  it.each(['GetGroup', 'UpdateGroup', 'DeleteGroup', 'ListUsersForGroup', 'AddUserToGroup', 'RemoveUserFromGroup'])(
    '%s needs a group that is there',
    async (action) => {
      const account = await withUsers('alice');
      const refused = (GroupName?: string) => account.refused('Ram', action, { UserName: 'alice', GroupName });
      expect(await refused('none')).toMatchObject({ status: 404, code: 'EntityNotExist.Group' });
      expect(await refused('no ne')).toMatchObject({ status: 400, code: 'InvalidParameter.GroupName.InvalidChars' });
      expect(await refused('a'.repeat(65))).toMatchObject({ status: 400, code: 'InvalidParameter.GroupName.Length' });
      expect(await refused()).toMatchObject({ status: 400, code: 'MissingParameter' });
    },
  );

  it.each(['ListGroupsForUser', 'AddUserToGroup', 'RemoveUserFromGroup'])(
    '%s needs a user that is there',
    async (action) => {
      const account = localyun.account();
      await create(account, 'admins');
      const refused = (UserName?: string) => account.refused('Ram', action, { UserName, GroupName: 'admins' });
      expect(await refused('none')).toMatchObject({ status: 404, code: 'EntityNotExist.User' });
      expect(await refused('no ne')).toMatchObject({ status: 400, code: 'InvalidParameter.UserName.InvalidChars' });
      expect(await refused('a'.repeat(65))).toMatchObject({ status: 400, code: 'InvalidParameter.UserName.Length' });
      expect(await refused()).toMatchObject({ status: 400, code: 'MissingParameter' });
    },
  );
});
