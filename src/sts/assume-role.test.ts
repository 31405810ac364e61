import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';
import type { TestAccount } from '../../test/support/test-account.ts';
import { allowing } from '../ram/policy/policy.fixture.ts';
import { trusting } from '../ram/role/role.fixture.ts';
import { KeyCaller, roleWith, userWith } from './assume-role.fixture.ts';

const region = { RegionId: 'cn-hangzhou' };
const hour = 3_600_000;

describe('AssumeRole', () => {
  const localyun = startTestLocalyun();
  const root = ({ accessKeyId }: TestAccount) => new KeyCaller(localyun, { accessKeyId, accessKeySecret: 'localyun' });
  const assuming = (account: TestAccount, name = 'alice') => userWith(localyun, account, name, 'sts:AssumeRole');

  it('lets a user who may nothing else do what the role may, and no more', async () => {
    const account = localyun.account();
    const user = await assuming(account);
    const arn = await roleWith(account, 'reader', { policies: ['AliyunECSReadOnlyAccess'] });
    expect((await user.refused('Ecs', 'DescribeNetworkInterfaces', region)).status).toBe(403);
    const session = await user.assume(arn);
    const { NetworkInterfaceSets } = await session.ok('Ecs', 'DescribeNetworkInterfaces', region);
    expect(NetworkInterfaceSets).toEqual({ NetworkInterfaceSet: [] });
    const denied = await session.refused('Vpc', 'CreateVpc', { ...region, CidrBlock: '10.0.0.0/8' });
    expect(denied).toMatchObject({ status: 403, code: 'Forbidden.RAM' });
    expect((await account.ok('Vpc', 'DescribeVpcs', region)).TotalCount).toBe(0);
  });

  it('answers keys, their end, and who has them', async () => {
    const account = localyun.account();
    const user = await assuming(account);
    const arn = await roleWith(account, 'reader');
    const { Role } = await account.ok('Ram', 'GetRole', { RoleName: 'reader' });
    const answer = await user.ok('Sts', 'AssumeRole', { RoleArn: arn, RoleSessionName: 'a.b@c-d_1' });
    expect(answer).toEqual({
      RequestId: expect.any(String),
      AssumedRoleUser: { Arn: `${arn}/a.b@c-d_1`, AssumedRoleId: `${Role.RoleId}:a.b@c-d_1` },
      Credentials: {
        AccessKeyId: expect.stringMatching(/^STS\.\w{20,}$/),
        AccessKeySecret: expect.stringMatching(/^\w{40,}$/),
        SecurityToken: expect.stringMatching(/^\w{200,}$/),
        Expiration: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      },
    });
    const session = await user.assume(arn, { RoleSessionName: 'who' });
    expect(await session.ok('Sts', 'GetCallerIdentity')).toMatchObject({
      IdentityType: 'AssumedRoleUser',
      AccountId: account.accountId,
      Arn: `acs:ram::${account.accountId}:assumed-role/reader/who`,
      RoleId: Role.RoleId,
      PrincipalId: `${Role.RoleId}:who`,
    });
  });

  it('gives each session a key of its own, which needs its own token', async () => {
    const account = localyun.account();
    const arn = await roleWith(account, 'r', { policies: ['AdministratorAccess'] });
    const [one, two] = [await root(account).assume(arn), await root(account).assume(arn)];
    expect(one.key.accessKeyId).not.toBe(two.key.accessKeyId);
    expect(one.key.securityToken).not.toBe(two.key.securityToken);
    const { accessKeyId, accessKeySecret } = one.key;
    const ask = (securityToken?: string) => {
      const key = { accessKeyId, accessKeySecret, ...(securityToken === undefined ? {} : { securityToken }) };
      return new KeyCaller(localyun, key).refused('Ecs', 'DescribeRegions');
    };
    expect(await ask()).toMatchObject({ status: 400, code: 'MissingSecurityToken' });
    expect((await ask(two.key.securityToken)).code).toBe('InvalidSecurityToken.MismatchWithAccessKey');
    await one.ok('Ecs', 'DescribeRegions');
  });

  it('needs a policy of the caller that allows it on the role', async () => {
    const account = localyun.account();
    const [mine, other] = [await roleWith(account, 'mine'), await roleWith(account, 'other')];
    const user = await userWith(localyun, account, 'bob');
    const ask = (RoleArn: string) => user.refused('Sts', 'AssumeRole', { RoleArn, RoleSessionName: 'session' });
    expect(await ask(mine)).toMatchObject({ status: 403, code: 'NoPermission' });
    const Statement = [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: mine }];
    const PolicyDocument = JSON.stringify({ Version: '1', Statement });
    await account.ok('Ram', 'CreatePolicy', { PolicyName: 'one-role', PolicyDocument });
    const attachment = { PolicyType: 'Custom', PolicyName: 'one-role', UserName: 'bob' };
    await account.ok('Ram', 'AttachPolicyToUser', attachment);
    await user.assume(mine);
    expect(await ask(other)).toMatchObject({ status: 403, code: 'NoPermission' });
  });

  describe('trusts', () => {
    const outcome = async (caller: KeyCaller, RoleArn: string, more = {}): Promise<string> => {
      const { status, body } = await caller.ask('Sts', 'AssumeRole', { RoleArn, RoleSessionName: 'session', ...more });
      return status === 200 ? 'assumed' : `${status} ${body.Code}`;
    };
    const no = '403 NoPermission';

    it('the users that the role names, and by the root of an account everyone in it', async () => {
      const account = localyun.account();
      const [alice, bob] = [await assuming(account), await assuming(account, 'bob')];
      const of = `acs:ram::${account.accountId}`;
      const named = await roleWith(account, 'named', { trust: trusting(`${of}:user/alice`) });
      const all = await roleWith(account, 'all', { trust: trusting([`${of}:root`]) });
      const anyone = await roleWith(account, 'anyone', { trust: trusting('*') });
      const callers = [alice, bob, root(account)];
      const outcomes = async (arn: string) => Promise.all(callers.map((caller) => outcome(caller, arn)));
      expect(await outcomes(named)).toEqual(['assumed', no, no]);
      expect(await outcomes(all)).toEqual(['assumed', 'assumed', 'assumed']);
      expect(await outcomes(anyone)).toEqual(['assumed', 'assumed', 'assumed']);
    });

    it('no services and no foreigners, unless they are named; the session is of the account of the role', async () => {
      const [account, other] = [localyun.account(), localyun.account()];
      const foreigner = await assuming(other);
      const own = await roleWith(account, 'own');
      const principal = { Service: ['ecs.aliyuncs.com'] };
      const statement = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal };
      const trust = JSON.stringify({ Version: '1', Statement: [statement] });
      const served = await roleWith(account, 'served', { trust });
      expect(await outcome(foreigner, own)).toBe(no);
      expect(await outcome(root(account), served)).toBe(no);
      const both = [`acs:ram::${other.accountId}:root`, `acs:ram::${account.accountId}:root`];
      await account.ok('Ram', 'UpdateRole', { RoleName: 'own', NewAssumeRolePolicyDocument: trusting(both) });
      const session = await foreigner.assume(own);
      expect(await session.ok('Sts', 'GetCallerIdentity')).toMatchObject({ AccountId: account.accountId });
      expect(await outcome(root(account), own)).toBe('assumed');
    });

    it('who brings the ExternalId that the role wants', async () => {
      const account = localyun.account();
      const trust = trusting('*', { StringEquals: { 'sts:ExternalId': 'abcd1234' } });
      const arn = await roleWith(account, 'r', { trust });
      const user = await assuming(account);
      expect(await outcome(user, arn)).toBe(no);
      expect(await outcome(user, arn, { ExternalId: 'other' })).toBe(no);
      expect(await outcome(user, arn, { ExternalId: 'abcd1234' })).toBe('assumed');
    });

    it('who calls from where and when the role wants', async () => {
      const account = localyun.account();
      const user = await assuming(account);
      const past = { DateLessThan: { 'acs:CurrentTime': '2000-01-01T00:00:00Z' } };
      const future = { DateGreaterThan: { 'acs:CurrentTime': '2000-01-01T00:00:00Z' } };
      const cases = [
        [{ IpAddress: { 'acs:SourceIp': '127.0.0.0/8' } }, 'assumed'],
        [{ IpAddress: { 'acs:SourceIp': '10.0.0.0/8' } }, no],
        [{ Bool: { 'acs:SecureTransport': 'true' } }, no],
        [{ Bool: { 'acs:SecureTransport': 'false' } }, 'assumed'],
        [past, no],
        [future, 'assumed'],
        [{ StringEquals: { 'sts:SourceIdentity': 'alice' } }, no],
        [{ StringEquals: { 'acs:PrincipalArn': `acs:ram::${account.accountId}:user/alice` } }, 'assumed'],
        [{ StringEquals: { 'acs:PrincipalArn': `acs:ram::${account.accountId}:user/bob` } }, no],
      ] as const;
      for (const [index, [condition, expected]] of cases.entries()) {
        const arn = await roleWith(account, `r${index}`, { trust: trusting('*', condition) });
        expect([condition, await outcome(user, arn)]).toEqual([condition, expected]);
      }
      const trust = trusting('*', { StringEquals: { 'sts:SourceIdentity': 'alice' } });
      const arn = await roleWith(account, 'source', { trust });
      const given = { RoleArn: arn, RoleSessionName: 'session', SourceIdentity: 'alice' };
      expect(await user.ok('Sts', 'AssumeRole', given)).toMatchObject({ SourceIdentity: 'alice' });
    });

    it('nobody whom a statement denies', async () => {
      const account = localyun.account();
      const [alice, bob] = [await assuming(account), await assuming(account, 'bob')];
      const statement = (Effect: string, RAM: string) => ({ Effect, Action: 'sts:AssumeRole', Principal: { RAM } });
      const deny = statement('Deny', `acs:ram::${account.accountId}:user/bob`);
      const trust = JSON.stringify({ Version: '1', Statement: [statement('Allow', '*'), deny] });
      const arn = await roleWith(account, 'r', { trust });
      expect([await outcome(alice, arn), await outcome(bob, arn)]).toEqual(['assumed', no]);
    });
  });

  it('has sessions that may what the policy of the session allows as well', async () => {
    const account = localyun.account();
    const arn = await roleWith(account, 'admin', { policies: ['AliyunECSFullAccess'] });
    const Policy = allowing('ecs:DescribeNetworkInterfaces', 'vpc:*');
    const session = await root(account).assume(arn, { Policy });
    await session.ok('Ecs', 'DescribeNetworkInterfaces', region);
    expect((await session.refused('Ecs', 'DescribeInstances', region)).code).toBe('Forbidden.RAM');
    const vpc = { ...region, CidrBlock: '10.0.0.0/8' };
    expect((await session.refused('Vpc', 'CreateVpc', vpc)).code).toBe('Forbidden.RAM');
    const free = await root(account).assume(arn);
    await free.ok('Ecs', 'DescribeInstances', region);
  });

  it('has sessions that follow the policies of their role', async () => {
    const account = localyun.account();
    const arn = await roleWith(account, 'r');
    const session = await root(account).assume(arn);
    expect((await session.refused('Ecs', 'DescribeInstances', region)).status).toBe(403);
    const attachment = { PolicyType: 'Custom', PolicyName: 'P', RoleName: 'r' };
    await account.ok('Ram', 'CreatePolicy', { PolicyName: 'P', PolicyDocument: allowing('ecs:DescribeInstances') });
    await account.ok('Ram', 'AttachPolicyToRole', attachment);
    await session.ok('Ecs', 'DescribeInstances', region);
    const version = { PolicyName: 'P', PolicyDocument: allowing('ecs:DescribeVpcs'), SetAsDefault: true };
    await account.ok('Ram', 'CreatePolicyVersion', version);
    expect((await session.refused('Ecs', 'DescribeInstances', region)).status).toBe(403);
    await account.ok('Ram', 'SetDefaultPolicyVersion', { PolicyName: 'P', VersionId: 'v1' });
    await session.ok('Ecs', 'DescribeInstances', region);
    await account.ok('Ram', 'DetachPolicyFromRole', attachment);
    expect((await session.refused('Ecs', 'DescribeInstances', region)).status).toBe(403);
  });

  it('has sessions that end with their role, and are not those of a later one', async () => {
    const account = localyun.account();
    const arn = await roleWith(account, 'r');
    const session = await root(account).assume(arn);
    await session.ok('Sts', 'GetCallerIdentity');
    await account.ok('Ram', 'DeleteRole', { RoleName: 'r' });
    await roleWith(account, 'r', { policies: ['AdministratorAccess'] });
    const gone = await session.refused('Sts', 'GetCallerIdentity');
    expect(gone).toMatchObject({ status: 404, code: 'InvalidAccessKeyId.NotFound' });
  });

  describe('lasts', () => {
    it('as long as asked; the keys are refused then, and are forgotten a day later', async () => {
      const account = localyun.account();
      const arn = await roleWith(account, 'r');
      const session = await root(account).assume(arn, { DurationSeconds: 900 });
      await localyun.advance(899_000);
      await session.ok('Sts', 'GetCallerIdentity');
      await localyun.advance(1_000);
      const expired = await session.refused('Sts', 'GetCallerIdentity');
      expect(expired).toMatchObject({ status: 400, code: 'InvalidSecurityToken.Expired' });
      await localyun.advance(23 * hour);
      await root(account).assume(arn);
      expect((await session.refused('Sts', 'GetCallerIdentity')).code).toBe('InvalidSecurityToken.Expired');
      await localyun.advance(hour + 1_000);
      const later = await root(account).assume(arn);
      expect((await session.refused('Sts', 'GetCallerIdentity')).code).toBe('InvalidAccessKeyId.NotFound');
      await later.ok('Sts', 'GetCallerIdentity');
    });

    it('no longer than the role allows, and an hour when nothing is asked', async () => {
      const account = localyun.account();
      const arn = await roleWith(account, 'r', { more: { MaxSessionDuration: 7200 } });
      const { now } = localyun.server.levers.clock();
      const ask = { RoleArn: arn, RoleSessionName: 'session' };
      const seconds = async (more: object) => {
        const { Credentials } = await root(account).ok('Sts', 'AssumeRole', { ...ask, ...more });
        return Math.ceil((Date.parse(Credentials.Expiration) - Date.parse(now)) / 1000);
      };
      expect([await seconds({}), await seconds({ DurationSeconds: 7200 })]).toEqual([3600, 7200]);
      const refusal = await root(account).refused('Sts', 'AssumeRole', { ...ask, DurationSeconds: 7201 });
      expect(refusal).toMatchObject({ status: 400, code: 'InvalidParameter.DurationSeconds' });
      expect(refusal.message).toContain('7200');
    });

    it('an hour at most when a session starts it', async () => {
      const account = localyun.account();
      const more = { MaxSessionDuration: 43_200 };
      const first = await roleWith(account, 'first', { policies: ['AliyunSTSAssumeRoleAccess'], more });
      const trust = trusting(`acs:ram::${account.accountId}:role/first`);
      const second = await roleWith(account, 'second', { trust, more });
      const session = await root(account).assume(first, { DurationSeconds: 43_200 });
      const ask = { RoleArn: second, RoleSessionName: 'session', DurationSeconds: 3601 };
      expect(await session.refused('Sts', 'AssumeRole', ask)).toMatchObject({
        status: 400,
        code: 'InvalidParameter.DurationSeconds',
      });
      const chained = await session.assume(second, { DurationSeconds: 3600, RoleSessionName: 'chained' });
      expect((await chained.ok('Sts', 'GetCallerIdentity')).Arn).toContain('assumed-role/second/chained');
      const direct = { RoleArn: second, RoleSessionName: 'session' };
      expect((await root(account).refused('Sts', 'AssumeRole', direct)).code).toBe('NoPermission');
    });
  });

  const arnOf = (name: string) => `acs:ram::1000000000000001:role/${name}`;
  it.each([
    [{ RoleArn: '' }, 400, 'MissingParameter'],
    [{ RoleSessionName: '' }, 400, 'MissingParameter'],
    [{ RoleArn: 'reader' }, 400, 'InvalidParameter.RoleArn'],
    [{ RoleArn: 'acs:ram::1000000000000001:user/reader' }, 400, 'InvalidParameter.RoleArn'],
    [{ RoleArn: arnOf('a b') }, 400, 'InvalidParameter.RoleArn'],
    [{ RoleArn: arnOf('none') }, 404, 'EntityNotExist.Role'],
    [{ RoleSessionName: 'a' }, 400, 'InvalidParameter.RoleSessionName'],
    [{ RoleSessionName: 'x'.repeat(65) }, 400, 'InvalidParameter.RoleSessionName'],
    [{ RoleSessionName: 'a b' }, 400, 'InvalidParameter.RoleSessionName'],
    [{ DurationSeconds: 899 }, 400, 'InvalidParameter.DurationSeconds'],
    [{ DurationSeconds: 43_201 }, 400, 'InvalidParameter.DurationSeconds'],
    [{ DurationSeconds: 3601 }, 400, 'InvalidParameter.DurationSeconds'],
    [{ Policy: '{' }, 400, 'InvalidParameter.PolicyGrammar'],
    [{ Policy: allowing('x'.repeat(2048)) }, 400, 'InvalidParameter.PolicySize'],
    [{ ExternalId: 'x' }, 400, 'InvalidParameter.ExternalId'],
    [{ ExternalId: 'a b' }, 400, 'InvalidParameter.ExternalId'],
    [{ SourceIdentity: 'x' }, 400, 'InvalidParameter.SourceIdentity'],
  ])('refuses %j', async (wrong, status, code) => {
    const account = localyun.account();
    const RoleArn = await roleWith(account, 'reader');
    const parameters = { RoleArn, RoleSessionName: 'session', ...wrong };
    expect(await account.refused('Sts', 'AssumeRole', parameters)).toMatchObject({ status, code });
  });
});
