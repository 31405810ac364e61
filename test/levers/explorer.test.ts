import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import { send } from '../support/signed-client.ts';

const localyun = startTestLocalyun();

const ask = async (method: string, path: string, body?: object) => {
  const { status, text } = await send(localyun.port, method, `/_localyun${path}`, body ? JSON.stringify(body) : '');
  return { status, body: JSON.parse(text) };
};

const group = (accessKeyId: string, changes: object = {}) => ({
  product: 'Ecs',
  action: 'CreateSecurityGroup',
  parameters: { RegionId: 'cn-hangzhou', Description: 'a & b = 100 %', Tag: [{ Key: 'team', Value: 'ü' }] },
  accessKeyId,
  accessKeySecret: 'localyun',
  host: `127.0.0.1:${localyun.port}`,
  ...changes,
});

/** Sends what was signed, as it is. */
async function sendSigned(asked: object) {
  const { status, body } = await ask('POST', '/explorer/sign', asked);
  expect(status, JSON.stringify(body)).toBe(200);
  const { method, path, headers, body: form } = body.request;
  return { signed: body, answer: await send(localyun.port, method, path, form, headers) };
}

const schemes = ['V1', 'V3'] as const;
const methods = ['GET', 'POST'] as const;
const formats = ['JSON', 'XML'] as const;
const ways = schemes.flatMap((scheme) =>
  methods.flatMap((method) => formats.map((format) => ({ scheme, method, format }))),
);

describe('a signed call', () => {
  it.each(ways)('by $scheme is taken as $method and answered in $format', async (way) => {
    const account = localyun.account();
    const { signed, answer } = await sendSigned(group(account.accessKeyId, way));
    expect(answer.status, answer.text).toBe(200);
    expect(answer.headers['content-type']).toContain(way.format.toLowerCase());
    expect(signed.request.path.length > 1).toBe(way.method === 'GET');
    const listed = await account.ok('Ecs', 'DescribeSecurityGroups', { RegionId: 'cn-hangzhou' });
    expect(listed.SecurityGroups.SecurityGroup).toEqual([
      expect.objectContaining({ Description: 'a & b = 100 %', Tags: { Tag: [{ TagKey: 'team', TagValue: 'ü' }] } }),
    ]);
  });

  it.each(schemes)('by %s is refused with the same string to sign when the secret is another', async (scheme) => {
    const account = localyun.account();
    const { signed, answer } = await sendSigned(group(account.accessKeyId, { scheme, accessKeySecret: 'other' }));
    const { Code, Message } = JSON.parse(answer.text);
    expect(Code).toBe('SignatureDoesNotMatch');
    expect(Message).toContain(signed.stringToSign);
  });

  it('carries lists and objects as the contract wants them: numbered, as JSON, with commas', async () => {
    const queryOf = async (product: string, action: string, parameters: object) => {
      const way = { scheme: 'V1', method: 'GET', product, action, parameters };
      return new URLSearchParams((await ask('POST', '/explorer/sign', group('localyun', way))).body.canonicalQuery);
    };
    const spread = await queryOf('Ecs', 'DescribeInstances', {
      InstanceIds: ['i-1', 'i-2'],
      'Tag.1.Key': 'k',
      Tag: [{ Key: 'l' }, { Key: 'm', Value: null }],
      Ipv6Address: ['a', 'b'],
      PageSize: 10,
      DryRun: false,
    });
    expect(spread.get('InstanceIds')).toBe('["i-1","i-2"]');
    expect([spread.get('Tag.1.Key'), spread.get('Tag.2.Key'), spread.get('Tag.2.Value')]).toEqual(['l', 'm', null]);
    expect([spread.get('Ipv6Address.1'), spread.get('Ipv6Address.2')]).toEqual(['a', 'b']);
    expect([spread.get('PageSize'), spread.get('DryRun')]).toEqual(['10', 'false']);
    const json = await queryOf('Ram', 'CreateRole', { Tag: [{ Key: 'k', Value: 'v' }] });
    expect(json.get('Tag')).toBe('[{"Key":"k","Value":"v"}]');
    const commas = await queryOf('Vpc', 'GrantInstanceToVbr', { VbrInstanceIds: ['vbr-1', 'vbr-2'] });
    expect(commas.get('VbrInstanceIds')).toBe('vbr-1,vbr-2');
  });

  it('is refused for what cannot be called or sent', async () => {
    const refusals = [
      [{ action: 'MakeCoffee' }, 404, 'MakeCoffee'],
      [{ product: 'Oss' }, 400, 'product'],
      [{ accessKeySecret: '' }, 400, 'accessKeySecret'],
      [{ accessKeyId: 'a b' }, 400, 'accessKeyId'],
      [{ host: 'a\r\nx: y' }, 400, 'host'],
      [{ parameters: [] }, 400, 'parameters'],
      [{ scheme: 'V2' }, 400, 'scheme'],
    ] as const;
    for (const [changes, status, named] of refusals) {
      const refused = await ask('POST', '/explorer/sign', group('localyun', changes));
      expect(refused).toMatchObject({ status, body: { error: expect.stringContaining(named) } });
    }
  });
});

describe('the access keys of an account', () => {
  it('are those of the root, of users and of sessions, and each of them signs', async () => {
    const account = localyun.account();
    await account.ok('Ram', 'CreateUser', { UserName: 'alice' });
    const { AccessKey } = await account.ok('Ram', 'CreateAccessKey', { UserName: 'alice' });
    const { body } = await ask('GET', `/access-keys?account=${account.accessKeyId}`);
    expect(body.accessKeys).toEqual([
      { accessKeyId: account.accessKeyId, accessKeySecret: 'localyun', kind: 'root', name: '', active: true },
      {
        accessKeyId: AccessKey.AccessKeyId,
        accessKeySecret: AccessKey.AccessKeySecret,
        kind: 'user',
        name: 'alice',
        active: true,
      },
    ]);
    for (const { accessKeyId, accessKeySecret } of body.accessKeys) {
      const asked = { product: 'Sts', action: 'GetCallerIdentity', parameters: {}, accessKeyId, accessKeySecret };
      const { answer } = await sendSigned({ ...asked, host: `127.0.0.1:${localyun.port}` });
      expect(JSON.parse(answer.text).AccountId).toBe(account.accountId);
    }
  });

  it('have those of sessions as long as they last', async () => {
    const account = localyun.account();
    const trust = {
      Statement: [
        { Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { RAM: [`acs:ram::${account.accountId}:root`] } },
      ],
      Version: '1',
    };
    const role = await account.ok('Ram', 'CreateRole', {
      RoleName: 'deployer',
      AssumeRolePolicyDocument: JSON.stringify(trust),
    });
    await account.ok('Ram', 'CreateUser', { UserName: 'bob' });
    const { AccessKey } = await account.ok('Ram', 'CreateAccessKey', { UserName: 'bob' });
    await account.ok('Ram', 'AttachPolicyToUser', {
      UserName: 'bob',
      PolicyType: 'System',
      PolicyName: 'AliyunSTSAssumeRoleAccess',
    });
    const { answer } = await sendSigned({
      product: 'Sts',
      action: 'AssumeRole',
      parameters: { RoleArn: role.Role.Arn, RoleSessionName: 'ci', DurationSeconds: 900 },
      accessKeyId: AccessKey.AccessKeyId,
      accessKeySecret: AccessKey.AccessKeySecret,
      host: `127.0.0.1:${localyun.port}`,
    });
    const { Credentials } = JSON.parse(answer.text);
    const sessions = async () => {
      const { body } = await ask('GET', `/access-keys?account=${account.accessKeyId}`);
      return body.accessKeys.filter(({ kind }: { kind: string }) => kind === 'session');
    };
    expect(await sessions()).toEqual([
      {
        accessKeyId: Credentials.AccessKeyId,
        accessKeySecret: Credentials.AccessKeySecret,
        securityToken: Credentials.SecurityToken,
        kind: 'session',
        name: 'deployer/ci',
        active: true,
        expiresAt: Credentials.Expiration,
      },
    ]);
    await localyun.advance(901_000);
    expect(await sessions()).toEqual([]);
  });

  it('are refused of a key that names no account', async () => {
    const refused = await ask('GET', '/access-keys?account=nobody');
    expect(refused).toMatchObject({ status: 404, body: { error: expect.stringContaining('nobody') } });
  });
});
