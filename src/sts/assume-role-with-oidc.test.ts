import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';
import { flatten, formHeaders, send, versions } from '../../test/support/signed-client.ts';
import type { Body, TestAccount } from '../../test/support/test-account.ts';
import { allowing } from '../ram/policy/policy.fixture.ts';
import { roleWith, sessionOf } from './assume-role.fixture.ts';

const issuer = 'https://oidc.example.com';
const region = { RegionId: 'cn-hangzhou' };

describe('AssumeRoleWithOIDC', () => {
  const localyun = startTestLocalyun();
  const providerOf = (account: TestAccount) => `acs:ram::${account.accountId}:oidc-provider/cluster`;
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const tokenOf = (claims: object, header: object = { alg: 'RS256', typ: 'JWT' }) =>
    `${encoded(header)}.${encoded(claims)}.c2lnbmF0dXJl`;
  const seconds = () => Math.floor(Date.parse(localyun.server.levers.clock().now) / 1000);
  const claims = (more = {}) => ({
    iss: issuer,
    sub: 'system:serviceaccount:default:app',
    aud: ['sts.aliyuncs.com'],
    iat: seconds(),
    exp: seconds() + 600,
    ...more,
  });
  const trusting = (account: TestAccount, Condition?: object): string => {
    const Principal = { Federated: [providerOf(account)] };
    return JSON.stringify({
      Version: '1',
      Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal, Condition }],
    });
  };
  /** A call without any signature, as official clients send it. */
  const ask = async (parameters: object, action = 'AssumeRoleWithOIDC'): Promise<{ status: number; body: Body }> => {
    const all = { ...flatten({ ...parameters }), Action: action, Version: versions.Sts, Format: 'JSON' };
    const { status, text } = await send(localyun.port, 'POST', '/', new URLSearchParams(all).toString(), formHeaders);
    return { status, body: JSON.parse(text) };
  };
  const wanted = (account: TestAccount, more: object = {}) => ({
    OIDCProviderArn: providerOf(account),
    RoleArn: `acs:ram::${account.accountId}:role/app`,
    OIDCToken: tokenOf(claims()),
    RoleSessionName: 'pod',
    ...more,
  });
  const outcome = async (parameters: object): Promise<string> => {
    const { status, body } = await ask(parameters);
    return status === 200 ? 'assumed' : body.Code;
  };
  const refusal = async (parameters: object): Promise<object> => {
    const { status, body } = await ask(parameters);
    return { status, code: body.Code };
  };
  const accountWithRole = async (Condition?: object): Promise<TestAccount> => {
    const account = localyun.account();
    await account.ok('Ram', 'ListRoles', {});
    await roleWith(account, 'app', { trust: trusting(account, Condition), policies: ['AliyunECSReadOnlyAccess'] });
    return account;
  };

  it('gives a session to who brings a token and no credentials', async () => {
    const account = await accountWithRole();
    const parameters = wanted(account, { Policy: allowing('ecs:DescribeNetworkInterfaces'), DurationSeconds: 900 });
    const { status, body } = await ask(parameters);
    expect(status).toBe(200);
    expect(body).toEqual({
      RequestId: expect.any(String),
      AssumedRoleUser: {
        Arn: `acs:ram::${account.accountId}:role/app/pod`,
        AssumedRoleId: expect.stringMatching(/^3\d{17}:pod$/),
      },
      Credentials: {
        AccessKeyId: expect.stringMatching(/^STS\./),
        AccessKeySecret: expect.any(String),
        SecurityToken: expect.any(String),
        Expiration: expect.stringMatching(/^\d{4}-.*Z$/),
      },
      OIDCTokenInfo: {
        Issuer: issuer,
        Subject: 'system:serviceaccount:default:app',
        ClientIds: 'sts.aliyuncs.com',
        IssuanceTime: expect.stringMatching(/^\d{4}-.*Z$/),
        ExpirationTime: expect.stringMatching(/^\d{4}-.*Z$/),
        VerificationInfo: 'NotVerified',
      },
    });
    const session = sessionOf(localyun, body);
    await session.ok('Ecs', 'DescribeNetworkInterfaces', region);
    expect((await session.refused('Ecs', 'DescribeInstances', region)).code).toBe('Forbidden.RAM');
    await localyun.advance(900_000);
    expect((await session.refused('Sts', 'GetCallerIdentity')).code).toBe('InvalidSecurityToken.Expired');
  });

  it('may be called with credentials as well', async () => {
    const account = await accountWithRole();
    const answer = await localyun.account().ok('Sts', 'AssumeRoleWithOIDC', wanted(account));
    expect((await sessionOf(localyun, answer).ok('Sts', 'GetCallerIdentity')).AccountId).toBe(account.accountId);
  });

  it('holds the claims of the token against the conditions of the role', async () => {
    const conditions = {
      StringEquals: { 'oidc:iss': issuer, 'oidc:aud': 'sts.aliyuncs.com' },
      StringLike: { 'oidc:sub': 'system:serviceaccount:default:*' },
    };
    const account = await accountWithRole(conditions);
    const withClaims = (more: object) => outcome(wanted(account, { OIDCToken: tokenOf(claims(more)) }));
    expect(await withClaims({})).toBe('assumed');
    expect(await withClaims({ aud: 'sts.aliyuncs.com' })).toBe('assumed');
    expect(await withClaims({ aud: ['other', 'sts.aliyuncs.com'] })).toBe('assumed');
    const no = 'AuthenticationFail.NoPermission';
    expect(await withClaims({ aud: 'other' })).toBe(no);
    expect(await withClaims({ iss: 'https://other.example.com' })).toBe(no);
    expect(await withClaims({ sub: 'system:serviceaccount:kube-system:app' })).toBe(no);
  });

  it('wants a provider of the account that the role trusts', async () => {
    const [account, other] = [await accountWithRole(), await accountWithRole()];
    const no = 'AuthenticationFail.NoPermission';
    const another = `acs:ram::${account.accountId}:oidc-provider/other`;
    expect(await outcome(wanted(account, { OIDCProviderArn: another }))).toBe(no);
    expect(await outcome(wanted(account, { OIDCProviderArn: providerOf(other) }))).toBe(no);
    const Principal = { Federated: [providerOf(other)] };
    const foreign = { Effect: 'Allow', Action: 'sts:AssumeRole', Principal };
    const NewAssumeRolePolicyDocument = JSON.stringify({ Version: '1', Statement: [foreign] });
    await account.ok('Ram', 'UpdateRole', { RoleName: 'app', NewAssumeRolePolicyDocument });
    expect(await outcome(wanted(account, { OIDCProviderArn: providerOf(other) }))).toBe(no);
  });

  it('opens nothing else to those without credentials', async () => {
    const account = await accountWithRole();
    for (const action of ['AssumeRole', 'GetCallerIdentity']) {
      const { status, body } = await ask(wanted(account), action);
      expect([status, body.Code]).toEqual([400, 'MissingParameter']);
    }
    const signed = { ...wanted(account), AccessKeyId: account.accessKeyId };
    expect((await ask(signed)).body.Code).toBe('MissingParameter');
  });

  const header = encoded({ alg: 'RS256' });
  const text = Buffer.from('text').toString('base64url');
  it.each([
    ['two parts', 'a.b', 'AuthenticationFail.OIDCToken.Invalid'],
    ['four parts', 'a.b.c.d', 'AuthenticationFail.OIDCToken.Invalid'],
    ['no JSON', `${header}.${text}.s`, 'AuthenticationFail.OIDCToken.Invalid'],
    ['no JSON in its header', `${text}.${encoded({ sub: 'x' })}.s`, 'AuthenticationFail.OIDCToken.Invalid'],
    ['a list', `${header}.${encoded([])}.s`, 'AuthenticationFail.OIDCToken.Invalid'],
    ['too many characters', `${header}.${'x'.repeat(20_000)}.s`, 'AuthenticationFail.OIDCToken.Invalid'],
    ['no iss', { iss: undefined }, 'AuthenticationFail.OIDCToken.Invalid'],
    ['no sub', { sub: '' }, 'AuthenticationFail.OIDCToken.Invalid'],
    ['no aud', { aud: undefined }, 'AuthenticationFail.OIDCToken.Invalid'],
    ['an empty aud', { aud: [] }, 'AuthenticationFail.OIDCToken.Invalid'],
    ['a NUL character', { sub: 'a\0b' }, 'AuthenticationFail.OIDCToken.Invalid'],
    ['half a character', { iss: '\ud83d' }, 'AuthenticationFail.OIDCToken.Invalid'],
    ['an aud of numbers', { aud: [1] }, 'AuthenticationFail.OIDCToken.Invalid'],
    ['no exp', { exp: undefined }, 'AuthenticationFail.OIDCToken.Invalid'],
    ['an endless exp', { exp: 1e300 }, 'AuthenticationFail.OIDCToken.Invalid'],
    ['an iat that is no time', { iat: 'now' }, 'AuthenticationFail.OIDCToken.Invalid'],
    ['an exp that is past', { exp: 1_000_000_000 }, 'AuthenticationFail.OIDCToken.Expired'],
  ])('refuses a token with %s', async (_, wrong, code) => {
    const account = await accountWithRole();
    const OIDCToken = typeof wrong === 'string' ? wrong : tokenOf(claims(wrong));
    expect(await refusal(wanted(account, { OIDCToken }))).toEqual({ status: 401, code });
  });

  it.each([
    [{ RoleArn: '' }, 400, 'MissingParameter'],
    [{ OIDCToken: '' }, 400, 'MissingParameter'],
    [{ OIDCProviderArn: '' }, 400, 'MissingParameter'],
    [{ RoleSessionName: '' }, 400, 'MissingParameter'],
    [{ OIDCProviderArn: 'cluster' }, 401, 'AuthenticationFail.NoPermission'],
    [{ RoleArn: 'app' }, 400, 'InvalidParameter.RoleArn'],
    [{ RoleArn: 'acs:ram::1:role/none' }, 404, 'EntityNotExist.Role'],
    [{ RoleSessionName: 'a' }, 400, 'InvalidParameter.RoleSessionName'],
    [{ DurationSeconds: 3601 }, 400, 'InvalidParameter.DurationSeconds'],
    [{ Policy: '[]' }, 400, 'InvalidParameter.PolicyGrammar'],
    [{ Policy: allowing('x'.repeat(2048)) }, 400, 'InvalidParameter.PolicySize'],
  ])('refuses %j', async (wrong, status, code) => {
    const account = await accountWithRole();
    expect(await refusal(wanted(account, wrong))).toEqual({ status, code });
  });
});
