import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';
import { allowing } from './policy.fixture.ts';

describe('versions of a policy', () => {
  const localyun = startTestLocalyun();
  const accountWithPolicy = async (): Promise<TestAccount> => {
    const account = localyun.account();
    await account.ok('Ram', 'CreatePolicy', { PolicyName: 'P', PolicyDocument: allowing('a:1') });
    return account;
  };
  const add = async (account: TestAccount, action: string, more = {}): Promise<Body> => {
    const parameters = { PolicyName: 'P', PolicyDocument: allowing(action), ...more };
    return (await account.ok('Ram', 'CreatePolicyVersion', parameters)).PolicyVersion;
  };
  const list = async (account: TestAccount): Promise<Body[]> =>
    (await account.ok('Ram', 'ListPolicyVersions', { PolicyName: 'P', PolicyType: 'Custom' })).PolicyVersions
      .PolicyVersion;
  /** `v1 v2*`: the default one is marked. */
  const summary = async (account: TestAccount): Promise<string> =>
    (await list(account)).map((one) => `${one.VersionId}${one.IsDefaultVersion ? '*' : ''}`).join(' ');
  const current = (account: TestAccount): Promise<Body> =>
    account.ok('Ram', 'GetPolicy', { PolicyName: 'P', PolicyType: 'Custom' });

  it('are added, and the default one stays', async () => {
    const account = await accountWithPolicy();
    const added = await add(account, 'a:2');
    expect(added).toEqual({
      VersionId: 'v2',
      IsDefaultVersion: false,
      PolicyDocument: allowing('a:2'),
      CreateDate: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect(await summary(account)).toBe('v1* v2');
    const { Policy, DefaultPolicyVersion } = await current(account);
    expect([Policy.DefaultVersion, DefaultPolicyVersion.PolicyDocument]).toEqual(['v1', allowing('a:1')]);
    const version = { PolicyName: 'P', PolicyType: 'Custom', VersionId: 'v2' };
    expect((await account.ok('Ram', 'GetPolicyVersion', version)).PolicyVersion).toEqual(added);
  });

  it('count at once when they are set as the default', async () => {
    const account = await accountWithPolicy();
    expect(await add(account, 'a:2', { SetAsDefault: true })).toMatchObject({ IsDefaultVersion: true });
    expect(await summary(account)).toBe('v1 v2*');
    expect((await current(account)).DefaultPolicyVersion).toMatchObject({ VersionId: 'v2' });
    await account.ok('Ram', 'SetDefaultPolicyVersion', { PolicyName: 'P', VersionId: 'v1' });
    expect(await summary(account)).toBe('v1* v2');
    expect((await current(account)).Policy.PolicyDocument).toBe(allowing('a:1'));
  });

  it('are five at most; the strategy makes room by the oldest that is not the default', async () => {
    const account = await accountWithPolicy();
    for (const action of ['a:2', 'a:3', 'a:4', 'a:5']) await add(account, action);
    const sixth = { PolicyName: 'P', PolicyDocument: allowing('a:6') };
    for (const RotateStrategy of [undefined, 'None']) {
      const refusal = await account.refused('Ram', 'CreatePolicyVersion', { ...sixth, RotateStrategy });
      expect(refusal).toMatchObject({ status: 409, code: 'LimitExceeded.Policy.Version' });
    }
    expect(await summary(account)).toBe('v1* v2 v3 v4 v5');
    const RotateStrategy = 'DeleteOldestNonDefaultVersionWhenLimitExceeded';
    await add(account, 'a:6', { RotateStrategy });
    expect(await summary(account)).toBe('v1* v3 v4 v5 v6');
    await add(account, 'a:7', { RotateStrategy, SetAsDefault: true });
    expect(await summary(account)).toBe('v1 v4 v5 v6 v7*');
    await add(account, 'a:8', { RotateStrategy });
    await add(account, 'a:9', { RotateStrategy });
    await add(account, 'a:10', { RotateStrategy });
    expect(await summary(account)).toBe('v6 v7* v8 v9 v10');
  });

  it('make no room while there is some', async () => {
    const account = await accountWithPolicy();
    await add(account, 'a:2', { RotateStrategy: 'DeleteOldestNonDefaultVersionWhenLimitExceeded' });
    expect(await summary(account)).toBe('v1* v2');
  });

  it('are deleted, but not the default one; numbers are not used again', async () => {
    const account = await accountWithPolicy();
    await add(account, 'a:2');
    const refusal = await account.refused('Ram', 'DeletePolicyVersion', { PolicyName: 'P', VersionId: 'v1' });
    expect(refusal).toMatchObject({ status: 409, code: 'DeleteConflict.Policy.Version.Default' });
    await account.ok('Ram', 'DeletePolicyVersion', { PolicyName: 'P', VersionId: 'v2' });
    expect(await summary(account)).toBe('v1*');
    expect((await add(account, 'a:3')).VersionId).toBe('v3');
    const again = await account.refused('Ram', 'DeletePolicyVersion', { PolicyName: 'P', VersionId: 'v2' });
    expect(again).toMatchObject({ status: 404, code: 'EntityNotExist.Policy.Version' });
  });

  it('of the system have one only', async () => {
    const account = localyun.account();
    const policy = { PolicyName: 'AliyunVPCFullAccess', PolicyType: 'System' };
    const { PolicyVersions } = await account.ok('Ram', 'ListPolicyVersions', policy);
    expect(PolicyVersions.PolicyVersion).toMatchObject([{ VersionId: 'v1', IsDefaultVersion: true }]);
    const { PolicyVersion } = await account.ok('Ram', 'GetPolicyVersion', { ...policy, VersionId: 'v1' });
    expect(PolicyVersion).toEqual(PolicyVersions.PolicyVersion[0]);
    expect(JSON.parse(PolicyVersion.PolicyDocument).Version).toBe('1');
    const refusal = await account.refused('Ram', 'GetPolicyVersion', { ...policy, VersionId: 'v2' });
    expect(refusal).toMatchObject({ status: 404, code: 'EntityNotExist.Policy.Version' });
    const changes = ['CreatePolicyVersion', 'DeletePolicyVersion', 'SetDefaultPolicyVersion'];
    for (const action of changes) {
      const parameters = { ...policy, VersionId: 'v1', PolicyDocument: allowing('*') };
      expect((await account.refused('Ram', action, parameters)).code).toBe('EntityNotExist.Policy');
    }
  });

  const long = 'x'.repeat(129);
  it.each([
    ['CreatePolicyVersion', { PolicyDocument: '' }, 400, 'MissingParameter'],
    ['CreatePolicyVersion', { PolicyName: 'none' }, 404, 'EntityNotExist.Policy'],
    ['CreatePolicyVersion', { PolicyName: long }, 400, 'InvalidParameter.PolicyName.Length'],
    ['CreatePolicyVersion', { PolicyName: 'a b' }, 400, 'InvalidParameter.PolicyName.InvalidChars'],
    ['CreatePolicyVersion', { PolicyDocument: '{}' }, 400, 'MalformedPolicyDocument'],
    ['CreatePolicyVersion', { PolicyDocument: 'x'.repeat(6145) }, 400, 'InvalidParameter.PolicyDocument.Length'],
    ['CreatePolicyVersion', { RotateStrategy: 'Always' }, 400, 'InvalidParameter.RotateStrategy'],
    ['GetPolicyVersion', { PolicyName: long }, 400, 'InvalidParameter.PolicyName.Length'],
    ['GetPolicyVersion', { PolicyName: 'a b' }, 400, 'InvalidParameter.PolicyName.InvalidChars'],
    ['GetPolicyVersion', { PolicyType: 'x' }, 400, 'InvalidParameter.PolicyType'],
    ['GetPolicyVersion', { VersionId: '1' }, 400, 'InvalidParameter.VersionId.Format'],
    ['GetPolicyVersion', { VersionId: 'v9' }, 404, 'EntityNotExist.Policy.Version'],
    ['GetPolicyVersion', { PolicyName: 'none' }, 404, 'EntityNotExist.Policy'],
    ['GetPolicyVersion', { VersionId: '' }, 400, 'MissingParameter'],
    ['ListPolicyVersions', { PolicyName: long }, 400, 'InvalidParameter.PolicyName.Length'],
    ['ListPolicyVersions', { PolicyName: 'a b' }, 400, 'InvalidParameter.PolicyName.InvalidChars'],
    ['ListPolicyVersions', { PolicyType: 'x' }, 400, 'InvalidParameter.PolicyType'],
    ['ListPolicyVersions', { PolicyName: 'none' }, 404, 'EntityNotExist.Policy'],
    ['DeletePolicyVersion', { PolicyName: long }, 400, 'InvalidParameter.PolicyName.Length'],
    ['DeletePolicyVersion', { PolicyName: 'a b' }, 400, 'InvalidParameter.PolicyName.InvalidChars'],
    ['DeletePolicyVersion', { VersionId: 'v0' }, 400, 'InvalidParameter.VersionId.Format'],
    ['DeletePolicyVersion', { PolicyName: 'none' }, 404, 'EntityNotExist.Policy'],
    ['SetDefaultPolicyVersion', { PolicyName: long }, 400, 'InvalidParameter.PolicyName.Length'],
    ['SetDefaultPolicyVersion', { PolicyName: 'a b' }, 400, 'InvalidParameter.PolicyName.InvalidChars'],
    ['SetDefaultPolicyVersion', { VersionId: 'latest' }, 400, 'InvalidParameter.VersionId.Format'],
    ['SetDefaultPolicyVersion', { VersionId: 'v9' }, 404, 'EntityNotExist.Policy.Version'],
    ['SetDefaultPolicyVersion', { PolicyName: 'none' }, 404, 'EntityNotExist.Policy'],
  ])('%s refuses %j', async (action, wrong, status, code) => {
    const account = await accountWithPolicy();
    const given = { PolicyName: 'P', PolicyType: 'Custom', PolicyDocument: allowing('*'), VersionId: 'v1', ...wrong };
    expect(await account.refused('Ram', action, given)).toMatchObject({ status, code });
    expect(await summary(account)).toBe('v1*');
  });
});
