import { createRequire } from 'node:module';
import { $OpenApiUtil } from '@alicloud/openapi-core';
import type Sdk from '@alicloud/ram20150501';
import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { call } from '../../../test/support/signed-client.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';

const sdk = createRequire(import.meta.url)('@alicloud/ram20150501') as typeof Sdk;
const document = (Effect: string, Action: string) =>
  JSON.stringify({ Version: '1', Statement: [{ Effect, Action, Resource: '*' }] });

describe('DecodeDiagnosticMessage', () => {
  const localyun = startTestLocalyun();

  const withUser = async () => {
    const account = localyun.account();
    const { User } = await account.ok('Ram', 'CreateUser', { UserName: 'alice' });
    const { AccessKey } = await account.ok('Ram', 'CreateAccessKey', { UserName: 'alice' });
    const key = { accessKeyId: AccessKey.AccessKeyId, accessKeySecret: AccessKey.AccessKeySecret };
    /** The message with which alice is denied to list users. */
    const denied = async (): Promise<string> => {
      const { text } = await call(localyun.port, key, 'Ram', 'ListUsers', {});
      return JSON.parse(text).AccessDeniedDetail.EncodedDiagnosticMessage;
    };
    return { account, userId: User.UserId as string, denied };
  };
  const decode = async (account: TestAccount, EncodedDiagnosticMessage: string): Promise<Body> =>
    (await account.ok('Ram', 'DecodeDiagnosticMessage', { EncodedDiagnosticMessage })).DecodedDiagnosticMessage;

  it('tells who was denied what, and that no policy matched', async () => {
    const { account, userId, denied } = await withUser();
    expect(await decode(account, await denied())).toEqual({
      ExplicitDeny: false,
      NoPermissionPolicyType: 'AccountLevelIdentityBasedPolicy',
      AuthAction: 'ram:ListUsers',
      AuthResource: `acs:ram:*:${account.accountId}:user/*`,
      AuthPrincipal: {
        AuthPrincipalType: 'SubUser',
        AuthPrincipalOwnerId: account.accountId,
        AuthPrincipalDisplayName: userId,
      },
      AuthConditions: [
        { ConditionKey: 'acs:SourceIp', ConditionValues: ['127.0.0.1'] },
        { ConditionKey: 'acs:SecureTransport', ConditionValues: ['false'] },
        { ConditionKey: 'acs:CurrentTime', ConditionValues: [expect.stringMatching(/Z$/)] },
        { ConditionKey: 'acs:PrincipalArn', ConditionValues: [`acs:ram::${account.accountId}:user/alice`] },
      ],
      MatchedPolicies: [],
    });
  });

  it('names the policy that denied, its version and to what it is attached', async () => {
    const { account, denied } = await withUser();
    const PolicyName = 'no-users';
    await account.ok('Ram', 'CreatePolicy', { PolicyName, PolicyDocument: document('Deny', 'ecs:*') });
    const version = { PolicyName, PolicyDocument: document('Deny', 'ram:List*'), SetAsDefault: true };
    await account.ok('Ram', 'CreatePolicyVersion', version);
    await account.ok('Ram', 'CreateGroup', { GroupName: 'limited' });
    await account.ok('Ram', 'AddUserToGroup', { GroupName: 'limited', UserName: 'alice' });
    await account.ok('Ram', 'AttachPolicyToGroup', { PolicyType: 'Custom', PolicyName, GroupName: 'limited' });
    const administrator = { PolicyType: 'System', PolicyName: 'AdministratorAccess', UserName: 'alice' };
    await account.ok('Ram', 'AttachPolicyToUser', administrator);
    const message = await denied();
    const explicit = {
      ExplicitDeny: true,
      MatchedPolicies: [
        {
          Effect: 'Deny',
          PolicyIdentifier: PolicyName,
          PolicyType: 'Custom',
          PolicyVersion: 'v2',
          AttachedEntityType: 'RamGroup',
          AttachedScope: 'Account',
        },
      ],
    };
    expect(await decode(account, message)).toMatchObject(explicit);
    await account.ok('Ram', 'DetachPolicyFromGroup', { PolicyType: 'Custom', PolicyName, GroupName: 'limited' });
    expect(await decode(account, message)).toMatchObject(explicit);
  });

  it('is read by the official client', async () => {
    const { account, denied } = await withUser();
    const client = new sdk.default(
      new $OpenApiUtil.Config({
        accessKeyId: account.accessKeyId,
        accessKeySecret: 'localyun',
        protocol: 'http',
        endpoint: `127.0.0.1:${localyun.port}`,
      }),
    );
    const request = new sdk.DecodeDiagnosticMessageRequest({ encodedDiagnosticMessage: await denied() });
    const { decodedDiagnosticMessage: told } = (await client.decodeDiagnosticMessage(request)).body ?? {};
    expect(told).toMatchObject({ explicitDeny: false, authAction: 'ram:ListUsers' });
    expect(told?.authConditions?.[0]).toMatchObject({ conditionKey: 'acs:SourceIp', conditionValues: ['127.0.0.1'] });
  });

  it('knows only messages that the account was answered', async () => {
    const { denied } = await withUser();
    const stranger = localyun.account();
    const tampered = Buffer.from('{"AuthPrincipalOwnerId":1}').toString('base64');
    for (const EncodedDiagnosticMessage of [await denied(), 'nonsense', tampered]) {
      const refusal = await stranger.refused('Ram', 'DecodeDiagnosticMessage', { EncodedDiagnosticMessage });
      expect(refusal).toMatchObject({ status: 404, code: 'EntityNotExist' });
    }
    expect(await stranger.refused('Ram', 'DecodeDiagnosticMessage', {})).toMatchObject({ code: 'MissingParameter' });
  });
});
