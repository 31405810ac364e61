import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';
import { trusting } from './role.fixture.ts';

describe('roles', () => {
  const localyun = startTestLocalyun();
  const make = (account: TestAccount, RoleName: string, more = {}): Promise<Body> =>
    account.ok('Ram', 'CreateRole', { RoleName, AssumeRolePolicyDocument: trusting('*'), ...more });
  const get = async (account: TestAccount, RoleName: string): Promise<Body> =>
    (await account.ok('Ram', 'GetRole', { RoleName })).Role;
  const names = (answer: Body): string[] => answer.Roles.Role.map((role: Body) => role.RoleName);
  const list = (account: TestAccount, parameters = {}): Promise<Body> => account.ok('Ram', 'ListRoles', parameters);

  it('are made as asked, and answered', async () => {
    const account = localyun.account();
    const document = trusting(`acs:ram::${account.accountId}:root`);
    const made = await make(account, 'ECS.Admin-1', {
      Description: 'for servers',
      AssumeRolePolicyDocument: document,
      MaxSessionDuration: 7200,
    });
    expect(made.Role).toEqual({
      RoleId: expect.stringMatching(/^3\d{17}$/),
      RoleName: 'ECS.Admin-1',
      Arn: `acs:ram::${account.accountId}:role/ECS.Admin-1`,
      Description: 'for servers',
      AssumeRolePolicyDocument: document,
      MaxSessionDuration: 7200,
      CreateDate: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
    expect(await get(account, 'ECS.Admin-1')).toEqual({ ...made.Role, UpdateDate: made.Role.CreateDate });
  });

  it('have an hour and no description unless told otherwise', async () => {
    const account = localyun.account();
    const { Role } = await make(account, 'plain');
    expect(Role).toMatchObject({ MaxSessionDuration: 3600, Description: '' });
  });

  it('are of one account', async () => {
    const [account, other] = [localyun.account(), localyun.account()];
    const { Role } = await make(account, 'mine');
    expect((await other.refused('Ram', 'GetRole', { RoleName: 'mine' })).code).toBe('EntityNotExist.Role');
    const { Role: theirs } = await make(other, 'mine');
    expect(theirs.RoleId).not.toBe(Role.RoleId);
    await other.ok('Ram', 'DeleteRole', { RoleName: 'mine' });
    expect(await get(account, 'mine')).toMatchObject({ RoleId: Role.RoleId });
    expect(names(await list(other))).toEqual([]);
  });

  it('change in what is given; an empty description clears it', async () => {
    const account = localyun.account();
    const { Role } = await make(account, 'r', { Description: 'old' });
    await localyun.advance(5_000);
    const document = trusting('acs:ram::1234567890123456:user/alice');
    const { Role: changed } = await account.ok('Ram', 'UpdateRole', {
      RoleName: 'r',
      NewAssumeRolePolicyDocument: document,
      NewMaxSessionDuration: 43_200,
    });
    expect(changed).toMatchObject({
      RoleId: Role.RoleId,
      CreateDate: Role.CreateDate,
      Description: 'old',
      AssumeRolePolicyDocument: document,
      MaxSessionDuration: 43_200,
    });
    expect(Date.parse(changed.UpdateDate) - Date.parse(Role.CreateDate)).toBe(5_000);
    expect(await get(account, 'r')).toEqual(changed);
    await account.ok('Ram', 'UpdateRole', { RoleName: 'r', NewDescription: '' });
    expect(await get(account, 'r')).toMatchObject({ Description: '', AssumeRolePolicyDocument: document });
  });

  it('are listed by name in pages, with their tags', async () => {
    const account = localyun.account();
    for (const name of ['b', 'a', 'd', 'c']) await make(account, name);
    await make(account, 'e', { Tag: JSON.stringify([{ Key: 'env', Value: 'test' }, { Key: 'empty' }]) });
    const first = await list(account, { MaxItems: 2 });
    expect(names(first)).toEqual(['a', 'b']);
    expect(first.IsTruncated).toBe(true);
    const second = await list(account, { MaxItems: 2, Marker: first.Marker });
    expect(names(second)).toEqual(['c', 'd']);
    const last = await list(account, { MaxItems: 2, Marker: second.Marker });
    expect(last).toEqual({
      RequestId: expect.any(String),
      IsTruncated: false,
      Roles: {
        Role: [
          {
            RoleId: expect.any(String),
            RoleName: 'e',
            Arn: `acs:ram::${account.accountId}:role/e`,
            Description: '',
            MaxSessionDuration: 3600,
            CreateDate: expect.any(String),
            UpdateDate: expect.any(String),
            Tags: {
              Tag: [
                { TagKey: 'empty', TagValue: '' },
                { TagKey: 'env', TagValue: 'test' },
              ],
            },
          },
        ],
      },
    });
    expect(names(await list(account))).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect((await list(account)).Roles.Role[0].Tags).toEqual({ Tag: [] });
  });

  it('are found by their tags', async () => {
    const account = localyun.account();
    await make(account, 'one', { Tag: '[{"Key":"env","Value":"test"},{"Key":"team","Value":"blue"}]' });
    await make(account, 'two', { Tag: '[{"Key":"env","Value":"prod"}]' });
    await make(account, 'three');
    expect(names(await list(account, { Tag: '[{"Key":"env"}]' }))).toEqual(['one', 'two']);
    expect(names(await list(account, { Tag: '[{"Key":"env","Value":"prod"}]' }))).toEqual(['two']);
    expect(names(await list(account, { Tag: '[{"Key":"env"},{"Key":"team","Value":"blue"}]' }))).toEqual(['one']);
    expect(names(await list(account, { Tag: '[{"Key":"none"}]' }))).toEqual([]);
  });

  it('are deleted with their tags, once no policy is attached; the name is free then', async () => {
    const account = localyun.account();
    const { Role } = await make(account, 'r', { Tag: '[{"Key":"k"}]' });
    const policy = { PolicyType: 'System', PolicyName: 'ReadOnlyAccess', RoleName: 'r' };
    await account.ok('Ram', 'AttachPolicyToRole', policy);
    expect(await account.refused('Ram', 'DeleteRole', { RoleName: 'r' })).toMatchObject({
      status: 409,
      code: 'DeleteConflict.Role.Policy',
      message: expect.stringContaining('ReadOnlyAccess'),
    });
    expect((await get(account, 'r')).RoleId).toBe(Role.RoleId);
    await account.ok('Ram', 'DetachPolicyFromRole', policy);
    await account.ok('Ram', 'DeleteRole', { RoleName: 'r' });
    for (const action of ['GetRole', 'DeleteRole', 'UpdateRole']) {
      const gone = await account.refused('Ram', action, { RoleName: 'r' });
      expect(gone).toMatchObject({ status: 404, code: 'EntityNotExist.Role' });
    }
    const again = await make(account, 'r');
    expect(again.Role.RoleId).not.toBe(Role.RoleId);
    expect((await list(account)).Roles.Role[0].Tags).toEqual({ Tag: [] });
  });

  it('have names of their own', async () => {
    const account = localyun.account();
    const { Role } = await make(account, 'r', { Description: 'first' });
    const second = { RoleName: 'r', AssumeRolePolicyDocument: trusting('*'), Description: 'second' };
    expect(await account.refused('Ram', 'CreateRole', second)).toMatchObject({
      status: 409,
      code: 'EntityAlreadyExists.Role',
      message: expect.stringContaining('"r"'),
    });
    expect(await get(account, 'r')).toMatchObject({ RoleId: Role.RoleId, Description: 'first' });
  });

  it('are no more than the quota allows; a deleted one makes room', async () => {
    const account = localyun.account();
    const quotas = { 'ram-roles': 1 };
    await localyun.server.levers.seed({ accounts: [{ accessKeyId: account.accessKeyId, quotas }] });
    await make(account, 'one');
    const two = { RoleName: 'two', AssumeRolePolicyDocument: trusting('*') };
    expect(await account.refused('Ram', 'CreateRole', two)).toMatchObject({ status: 409, code: 'LimitExceeded.Role' });
    expect(names(await list(account))).toEqual(['one']);
    await account.ok('Ram', 'DeleteRole', { RoleName: 'one' });
    await make(account, 'two');
  });

  const long = JSON.stringify({ Version: '1', Statement: [], Padding: 'x'.repeat(6144) });
  const service = '{"Version":"1","Statement":[{"Effect":"Allow","Action":"ecs:*","Principal":{"RAM":["*"]}}]}';
  it.each([
    ['CreateRole', { RoleName: '' }, 400, 'MissingParameter'],
    ['CreateRole', { AssumeRolePolicyDocument: '' }, 400, 'MissingParameter'],
    ['CreateRole', { RoleName: 'x'.repeat(65) }, 400, 'InvalidParameter.RoleName.Length'],
    ['CreateRole', { RoleName: 'a b' }, 400, 'InvalidParameter.RoleName.InvalidChars'],
    ['CreateRole', { RoleName: 'a/b' }, 400, 'InvalidParameter.RoleName.InvalidChars'],
    ['CreateRole', { Description: 'x'.repeat(1025) }, 400, 'InvalidParameter.Description.Length'],
    ['CreateRole', { MaxSessionDuration: 3599 }, 400, 'InvalidParameter.MaxSessionDuration'],
    ['CreateRole', { MaxSessionDuration: 43_201 }, 400, 'InvalidParameter.MaxSessionDuration'],
    ['CreateRole', { AssumeRolePolicyDocument: long }, 400, 'InvalidParameter.AssumeRolePolicyDocument.Length'],
    ['CreateRole', { AssumeRolePolicyDocument: '{' }, 400, 'MalformedPolicyDocument'],
    ['CreateRole', { AssumeRolePolicyDocument: service }, 400, 'MalformedPolicyDocument'],
    ['CreateRole', { Tag: '[{"Key":"aliyun"}]' }, 400, 'InvalidParameter.TagKey'],
    ['CreateRole', { Tag: '{"Key":"a"}' }, 400, 'InvalidParameter.Tag'],
    ['CreateRole', { Tag: '[{"Key":"a","Value":1}]' }, 400, 'InvalidParameter.Tag'],
    ['UpdateRole', { NewDescription: 'x'.repeat(1025) }, 400, 'InvalidParameter.Description.Length'],
    ['UpdateRole', { NewAssumeRolePolicyDocument: '[]' }, 400, 'MalformedPolicyDocument'],
    ['UpdateRole', { NewAssumeRolePolicyDocument: long }, 400, 'InvalidParameter.NewAssumeRolePolicyDocument.Length'],
    ['UpdateRole', { NewMaxSessionDuration: 1 }, 400, 'InvalidParameter.MaxSessionDuration'],
    ['UpdateRole', { RoleName: 'none' }, 404, 'EntityNotExist.Role'],
    ['UpdateRole', { RoleName: 'a_b' }, 400, 'InvalidParameter.RoleName.InvalidChars'],
    ['UpdateRole', { RoleName: 'x'.repeat(65) }, 400, 'InvalidParameter.RoleName.Length'],
    ['GetRole', { RoleName: 'none' }, 404, 'EntityNotExist.Role'],
    ['GetRole', { RoleName: 'x'.repeat(65) }, 400, 'InvalidParameter.RoleName.Length'],
    ['GetRole', { RoleName: 'ä' }, 400, 'InvalidParameter.RoleName.InvalidChars'],
    ['GetRole', { RoleName: '' }, 400, 'MissingParameter'],
    ['DeleteRole', { RoleName: 'none' }, 404, 'EntityNotExist.Role'],
    ['DeleteRole', { RoleName: 'x'.repeat(65) }, 400, 'InvalidParameter.RoleName.Length'],
    ['DeleteRole', { RoleName: 'a@b' }, 400, 'InvalidParameter.RoleName.InvalidChars'],
    ['ListRoles', { MaxItems: 0 }, 400, 'InvalidParameter'],
    ['ListRoles', { MaxItems: 1001 }, 400, 'InvalidParameter'],
    ['ListRoles', { Marker: 'nonsense' }, 400, 'InvalidParameter'],
    ['ListRoles', { Tag: '[{"Value":"v"}]' }, 400, 'InvalidParameter.TagKey'],
    ['ListRoles', { Tag: '["a"]' }, 400, 'InvalidParameter.Tag'],
    ['ListRoles', { Tag: JSON.stringify(Array(21).fill({ Key: 'k' })) }, 400, 'NumberExceed.Tags'],
  ])('%s refuses %j', async (action, wrong, status, code) => {
    const account = localyun.account();
    await make(account, 'there', { Description: 'kept' });
    const parameters =
      action === 'CreateRole'
        ? { RoleName: 'new', AssumeRolePolicyDocument: trusting('*'), ...wrong }
        : { RoleName: 'there', ...wrong };
    const refusal = await account.refused('Ram', action, parameters);
    expect(refusal).toMatchObject({ status, code });
    const { Roles } = await list(account);
    expect(Roles.Role).toMatchObject([{ RoleName: 'there', Description: 'kept', MaxSessionDuration: 3600 }]);
  });
});
