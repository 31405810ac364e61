import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';
import { call } from '../../test/support/signed-client.ts';

const rootKey = 'localyun-identity';
const user = { userName: 'dev.ops', accessKeyId: 'LTAIdevops', accessKeySecret: 'secret-of-devops' };
const other = { userName: 'auditor', accessKeyId: 'LTAIauditor', accessKeySecret: 'secret-of-auditor' };

describe('GetCallerIdentity', () => {
  const localyun = startTestLocalyun({
    seed: { accounts: [{ accessKeyId: rootKey, ramUsers: [user, other] }] },
  });
  const ask = async (key: { accessKeyId: string; accessKeySecret: string }) => {
    const { status, text } = await call(localyun.port, key, 'Sts', 'GetCallerIdentity', {});
    expect(status).toBe(200);
    return JSON.parse(text) as Record<string, string>;
  };

  it('calls the root key the account itself', async () => {
    const account = localyun.account();
    const identity = await account.ok('Sts', 'GetCallerIdentity', {});
    expect(identity).toEqual({
      RequestId: expect.stringMatching(/^[0-9A-F-]{36}$/),
      IdentityType: 'Account',
      AccountId: account.accountId,
      UserId: account.accountId,
      PrincipalId: account.accountId,
      Arn: `acs:ram::${account.accountId}:root`,
    });
    expect(account.accountId).toMatch(/^\d{16}$/);
  });

  it('gives the built-in key the built-in account', async () => {
    const identity = await ask({ accessKeyId: 'localyun', accessKeySecret: 'localyun' });
    expect(identity).toMatchObject({ AccountId: '1000000000000001', Arn: 'acs:ram::1000000000000001:root' });
  });

  it('names a RAM user, who may ask without any policy', async () => {
    const { accountId } = localyun.account('identity');
    const identity = await ask(user);
    expect(identity).toMatchObject({
      IdentityType: 'RAMUser',
      AccountId: accountId,
      Arn: `acs:ram::${accountId}:user/dev.ops`,
    });
    expect(identity.UserId).toMatch(/^2\d{17}$/);
    expect(identity.PrincipalId).toBe(identity.UserId);
    expect(identity).not.toHaveProperty('RoleId');
  });

  it('keeps the id of a RAM user, and gives each another', async () => {
    const [first, again, second] = [await ask(user), await ask(user), await ask(other)];
    expect(again.UserId).toBe(first.UserId);
    expect(second.UserId).not.toBe(first.UserId);
  });
});
