import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { call } from '../../../test/support/signed-client.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';

interface KeyPair {
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

describe('access keys', () => {
  const localyun = startTestLocalyun();
  const withUser = async (UserName = 'alice'): Promise<TestAccount> => {
    const account = localyun.account();
    await account.ok('Ram', 'CreateUser', { UserName });
    return account;
  };
  const create = async (account: TestAccount, parameters = {}): Promise<KeyPair & { answer: Body }> => {
    const { AccessKey } = await account.ok('Ram', 'CreateAccessKey', parameters);
    return { accessKeyId: AccessKey.AccessKeyId, accessKeySecret: AccessKey.AccessKeySecret, answer: AccessKey };
  };
  const list = async (account: TestAccount, parameters = {}): Promise<Body[]> =>
    (await account.ok('Ram', 'ListAccessKeys', parameters)).AccessKeys.AccessKey;
  /** Whom the key stands for, or the code that refuses it. */
  const who = async (key: KeyPair): Promise<Body> => {
    const body = JSON.parse((await call(localyun.port, key, 'Sts', 'GetCallerIdentity', {})).text);
    return body.Code === undefined ? body : body.Code;
  };

  it('work at once, and show their secret once', async () => {
    const account = await withUser();
    const key = await create(account, { UserName: 'alice' });
    expect(key.answer).toEqual({
      AccessKeyId: expect.stringMatching(/^LTAI[A-Za-z0-9]{20}$/),
      AccessKeySecret: expect.stringMatching(/^[A-Za-z0-9]{30}$/),
      Status: 'Active',
      CreateDate: expect.stringMatching(/Z$/),
    });
    const { UserId } = (await account.ok('Ram', 'GetUser', { UserName: 'alice' })).User;
    expect(await who(key)).toMatchObject({
      IdentityType: 'RAMUser',
      AccountId: account.accountId,
      UserId,
      Arn: `acs:ram::${account.accountId}:user/alice`,
    });
    const { AccessKeySecret: _, ...shown } = key.answer;
    expect(await list(account, { UserName: 'alice' })).toEqual([shown]);
    expect(await who({ ...key, accessKeySecret: 'wrong' })).toBe('SignatureDoesNotMatch');
  });

  it('are two a user, the oldest listed first', async () => {
    const account = await withUser();
    expect(await list(account, { UserName: 'alice' })).toEqual([]);
    const first = await create(account, { UserName: 'alice' });
    await localyun.advance(1_000);
    const second = await create(account, { UserName: 'alice' });
    const refusal = await account.refused('Ram', 'CreateAccessKey', { UserName: 'alice' });
    expect(refusal).toMatchObject({ status: 409, code: 'LimitExceeded.User.AccessKey' });
    const ids = (await list(account, { UserName: 'alice' })).map((key) => key.AccessKeyId);
    expect(ids).toEqual([first.accessKeyId, second.accessKeyId]);
    await account.ok('Ram', 'DeleteAccessKey', { UserName: 'alice', UserAccessKeyId: first.accessKeyId });
    await create(account, { UserName: 'alice' });
  });

  it('stop with the next call when they are deactivated, and work again when they are activated', async () => {
    const account = await withUser();
    const key = await create(account, { UserName: 'alice' });
    expect(await who(key)).toMatchObject({ IdentityType: 'RAMUser' });
    const change = (Status: string) =>
      account.ok('Ram', 'UpdateAccessKey', { UserName: 'alice', UserAccessKeyId: key.accessKeyId, Status });
    await change('Inactive');
    expect(await who(key)).toBe('Forbidden.AccessKeyDisabled');
    expect(await list(account, { UserName: 'alice' })).toMatchObject([{ Status: 'Inactive' }]);
    await change('Active');
    expect(await who(key)).toMatchObject({ IdentityType: 'RAMUser' });
    await account.ok('Ram', 'DeleteAccessKey', { UserName: 'alice', UserAccessKeyId: key.accessKeyId });
    expect(await who(key)).toBe('InvalidAccessKeyId.NotFound');
    expect(await list(account, { UserName: 'alice' })).toEqual([]);
  });

  it('follow their user to a new name', async () => {
    const account = await withUser();
    const key = await create(account, { UserName: 'alice' });
    const { UserId } = await who(key);
    await account.ok('Ram', 'UpdateUser', { UserName: 'alice', NewUserName: 'alina' });
    expect(await who(key)).toMatchObject({ UserId, Arn: `acs:ram::${account.accountId}:user/alina` });
    expect(await list(account, { UserName: 'alina' })).toMatchObject([{ AccessKeyId: key.accessKeyId }]);
    await account.ok('Ram', 'CreateUser', { UserName: 'alice' });
    expect(await list(account, { UserName: 'alice' })).toEqual([]);
  });

  it('are those of the account itself when no user is named', async () => {
    const account = await withUser();
    const key = await create(account);
    expect(await who(key)).toMatchObject({ IdentityType: 'Account', AccountId: account.accountId });
    expect((await list(account)).map(({ AccessKeyId }) => AccessKeyId)).toEqual(
      expect.arrayContaining([account.accessKeyId, key.accessKeyId]),
    );
    expect(await list(account, { UserName: 'alice' })).toEqual([]);
    for (let made = 2; made < 5; made += 1) await create(account);
    expect(await account.refused('Ram', 'CreateAccessKey', {})).toMatchObject({
      status: 409,
      code: 'LimitExceeded.User.AccessKey',
    });
    await account.ok('Ram', 'UpdateAccessKey', { UserAccessKeyId: key.accessKeyId, Status: 'Inactive' });
    expect(await who(key)).toBe('Forbidden.AccessKeyDisabled');
    await account.ok('Ram', 'DeleteAccessKey', { UserAccessKeyId: key.accessKeyId });
    expect(await who(key)).toBe('InvalidAccessKeyId.NotFound');
    expect(await list(account)).toHaveLength(4);
  });

  it('stay deleted, also the one that an account begins with', async () => {
    const account = localyun.account();
    const other = await create(account);
    const builtIn = { accessKeyId: account.accessKeyId, accessKeySecret: 'localyun' };
    const { CreateDate } = (await list(account)).find((key) => key.AccessKeyId === account.accessKeyId)!;
    expect(Date.parse(CreateDate)).toBeGreaterThan(Date.UTC(2025, 0, 1));
    await account.ok('Ram', 'DeleteAccessKey', { UserAccessKeyId: account.accessKeyId });
    for (let attempt = 0; attempt < 2; attempt += 1) expect(await who(builtIn)).toBe('InvalidAccessKeyId.NotFound');
    expect(await who(other)).toMatchObject({ IdentityType: 'Account', AccountId: account.accountId });
    await localyun.server.levers.reset(account.accountId);
    expect(await who(builtIn)).toMatchObject({ IdentityType: 'Account' });
    expect(await who(other)).toBe('InvalidAccessKeyId.NotFound');
  });

  it('tell when they were used last', async () => {
    const account = await withUser();
    const key = await create(account, { UserName: 'alice' });
    const lastUsed = async (): Promise<string> =>
      (await account.ok('Ram', 'GetAccessKeyLastUsed', { UserName: 'alice', UserAccessKeyId: key.accessKeyId }))
        .AccessKeyLastUsed.LastUsedDate;
    expect(await lastUsed()).toBe('');
    await localyun.advance(60_000);
    await who({ ...key, accessKeySecret: 'wrong' });
    expect(await lastUsed()).toBe('');
    await who(key);
    const first = Date.parse(await lastUsed());
    expect(first - Date.parse(key.answer.CreateDate)).toBe(60_000);
    await localyun.advance(86_400_000);
    expect(Date.parse(await lastUsed())).toBe(first);
    await who(key);
    expect(Date.parse(await lastUsed()) - first).toBe(86_400_000);
  });

  it.each(['UpdateAccessKey', 'DeleteAccessKey', 'GetAccessKeyLastUsed'])(
    '%s knows only those of the owner that is meant',
    async (action) => {
      const account = await withUser();
      await account.ok('Ram', 'CreateUser', { UserName: 'bob' });
      const key = await create(account, { UserName: 'alice' });
      const stranger = await withUser();
      const parameters = {
        UserAccessKeyId: key.accessKeyId,
        ...(action === 'UpdateAccessKey' && { Status: 'Inactive' }),
      };
      const none = { status: 404, code: 'EntityNotExist.User.AccessKey' };
      expect(await account.refused('Ram', action, { ...parameters, UserName: 'bob' })).toMatchObject(none);
      expect(await account.refused('Ram', action, parameters)).toMatchObject(none);
      expect(await stranger.refused('Ram', action, { ...parameters, UserName: 'alice' })).toMatchObject(none);
      const unknown = { ...parameters, UserName: 'alice', UserAccessKeyId: 'LTAInone' };
      expect(await account.refused('Ram', action, unknown)).toMatchObject(none);
      expect(await who(key)).toMatchObject({ IdentityType: 'RAMUser' });
    },
  );

  it.each(['CreateAccessKey', 'ListAccessKeys', 'UpdateAccessKey', 'DeleteAccessKey', 'GetAccessKeyLastUsed'])(
    '%s needs a user that is there',
    async (action) => {
      const account = localyun.account();
      const rest = { UserAccessKeyId: 'LTAInone', Status: 'Active' };
      const refused = (UserName: string) => account.refused('Ram', action, { UserName, ...rest });
      expect(await refused('alice')).toMatchObject({ status: 404, code: 'EntityNotExist.User' });
      expect(await refused('al ice')).toMatchObject({ status: 400, code: 'InvalidParameter.UserName.InvalidChars' });
      expect(await refused('a'.repeat(65))).toMatchObject({ status: 400, code: 'InvalidParameter.UserName.Length' });
    },
  );

  it.each([
    ['UpdateAccessKey', { Status: 'Active' }, 'MissingParameter'],
    ['UpdateAccessKey', { UserAccessKeyId: 'LTAInone' }, 'MissingParameter'],
    ['UpdateAccessKey', { UserAccessKeyId: 'LTAInone', Status: 'active' }, 'InvalidParameter'],
    ['DeleteAccessKey', {}, 'MissingParameter'],
    ['GetAccessKeyLastUsed', {}, 'MissingParameter'],
  ])('%s refuses %j', async (action, parameters, code) => {
    expect(await localyun.account().refused('Ram', action, parameters)).toMatchObject({ status: 400, code });
  });
});

describe('access keys that are taken at their word', () => {
  const localyun = startTestLocalyun({ auth: 'off' });

  it('stand for the built-in account when they are unknown, as long as it has its first key', async () => {
    const unknown = { accessKeyId: 'LTAInone', accessKeySecret: 'whatever' };
    const who = async (): Promise<Body> =>
      JSON.parse((await call(localyun.port, unknown, 'Sts', 'GetCallerIdentity', {})).text);
    expect(await who()).toMatchObject({ IdentityType: 'Account' });
    const removed = await call(localyun.port, unknown, 'Ram', 'DeleteAccessKey', { UserAccessKeyId: 'localyun' });
    expect(removed.status).toBe(200);
    expect(await who()).toMatchObject({ Code: 'InvalidAccessKeyId.NotFound' });
    await localyun.server.levers.reset(undefined);
    expect(await who()).toMatchObject({ IdentityType: 'Account' });
  });
});
