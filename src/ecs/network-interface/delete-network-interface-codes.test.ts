import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type FailingState, startWithFailingState } from '../../../test/support/failing-state.ts';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { send, type WireAnswer } from '../../../test/support/signed-client.ts';
import { callWith, type KeyPair, type RequestChanges } from '../../../test/support/signed-request.ts';
import { TestAccount } from '../../../test/support/test-account.ts';

const page = readFileSync(new URL('../../../docs/operations/delete-network-interface.md', import.meta.url), 'utf8');
const rows = [...page.matchAll(/^\| (\d{3}) \| `([\w.]+)` \| (yes|no|not yet) \|/gm)].map(
  ([, status, code = '', here]) => ({ status: Number(status), code, here }),
);
const reachable = rows.filter(({ here }) => here === 'yes');
const seeds = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].map(([, text = '']) => parse(text));

const localyun = startTestLocalyun();
const older = startTestLocalyun({ denialCode: 'Forbidden.SubUser' });
const remove = 'DeleteNetworkInterface';
const nobody = { RegionId: 'cn-hangzhou', NetworkInterfaceId: 'eni-none' };
const secret = 'localyun';

/** Deletes with a key of the seed file that the page shows. */
function as(
  accessKeyId: string,
  parameters = nobody,
  accessKeySecret = secret,
  { port } = localyun,
): Promise<WireAnswer> {
  return callWith(port, { accessKeyId, accessKeySecret }, 'Ecs', remove, parameters);
}

/** Deletes with a request that is in order but for one thing. */
function changed(changes: RequestChanges, key: Partial<KeyPair> = {}): Promise<WireAnswer> {
  const account = localyun.account();
  const pair = { accessKeyId: account.accessKeyId, accessKeySecret: secret, ...key };
  return callWith(localyun.port, pair, 'Ecs', remove, nobody, changes);
}

async function withInterface() {
  const account = localyun.account();
  const network = await account.network();
  const { NetworkInterfaceId } = await account.createNetworkInterface(network);
  const target = { RegionId: network.regionId, NetworkInterfaceId: String(NetworkInterfaceId) };
  return { account, network, target, delete: () => account.call('Ecs', remove, target) };
}

async function operatorSets(networkInterfaceId: string, fixture: object): Promise<void> {
  const path = `/_localyun/network-interfaces/${networkInterfaceId}`;
  const answer = await send(localyun.port, 'PATCH', path, JSON.stringify(fixture));
  expect(answer.status).toBe(200);
}

let failing: FailingState;
beforeAll(async () => {
  failing = await startWithFailingState();
  for (const seed of seeds) {
    for (const { port } of [localyun, older]) {
      expect((await send(port, 'POST', '/_localyun/seed', JSON.stringify(seed))).status).toBe(200);
    }
  }
});
afterAll(() => failing?.close());

/** How each code that the page calls reachable is reached. */
const causes: Readonly<Record<string, () => Promise<WireAnswer>>> = {
  'InvalidUserType.NotSupported': () => as('localyun-unsupported'),
  'Abs.InvalidAccount.NotFound': () => as('localyun-closed'),
  MissingParameter: () => as('localyun-team', { ...nobody, NetworkInterfaceId: '' }),
  'Forbidden.NotSupportRAM': () => as('alice-key', nobody, 'alice-secret'),
  'Forbidden.SubUser': () => as('bob-key', nobody, 'bob-secret', older),
  InvalidParameter: () => changed({ spoil: (encoded) => encoded.replace('=eni-none', '=%ZZ') }),
  'InvalidOperation.InvalidEniState': async () => {
    const made = await withInterface();
    const InstanceId = await made.account.runInstance(made.network);
    await made.account.ok('Ecs', 'AttachNetworkInterface', { ...made.target, InstanceId });
    return made.delete();
  },
  'InvalidEniId.NotFound': () => as('localyun-team'),
  'InvalidOperation.InvalidEniType': async () => {
    const { account, network } = await withInterface();
    const InstanceId = await account.runInstance(network);
    const of = { RegionId: network.regionId, InstanceId, Type: 'Primary' };
    const { NetworkInterfaceSets } = await account.ok('Ecs', 'DescribeNetworkInterfaces', of);
    const { NetworkInterfaceId } = NetworkInterfaceSets.NetworkInterfaceSet[0];
    return account.call('Ecs', remove, { RegionId: network.regionId, NetworkInterfaceId });
  },
  'Forbidden.RegionId': () => as('localyun-restricted', { ...nobody, RegionId: 'cn-qingdao' }),
  'InvalidParams.EniId': () => as('localyun-team', { ...nobody, NetworkInterfaceId: 'i-bp1' }),

  'InvalidOperation.EniServiceManaged': async () => {
    const made = await withInterface();
    await operatorSets(made.target.NetworkInterfaceId, { serviceId: 4711 });
    return made.delete();
  },
  'InvalidOperation.HasSlaveEniBonded': async () => {
    const made = await withInterface();
    await operatorSets(made.target.NetworkInterfaceId, { slaveCount: 1 });
    return made.delete();
  },
  'Forbidden.RAM': () => as('bob-key', nobody, 'bob-secret'),
  'InvalidRegionId.NotFound': () => as('localyun-team', { ...nobody, RegionId: 'cn-nowhere' }),
  ServiceUnavailable: deleteOnFailingState,

  UnsupportedHTTPMethod: () => send(localyun.port, 'PUT', `/?Action=${remove}&Version=2014-05-26&Format=JSON`),
  IncompleteSignature: () =>
    send(localyun.port, 'POST', `/?Action=${remove}`, '', { authorization: 'ACS3-HMAC-SHA256 Signature=0' }),
  InvalidParamater: () => changed({ common: { SignatureMethod: 'HMAC-MD5' } }),
  'InvalidTimeStamp.Format': () => changed({ common: { Timestamp: 'yesterday' } }),
  'InvalidTimeStamp.Expired': () => changed({ common: { Timestamp: '2020-01-01T00:00:00Z' } }),
  'InvalidAccessKeyId.NotFound': () => changed({}, { accessKeyId: 'stranger' }),
  'InvalidSecurityToken.MismatchWithAccessKey': () => changed({ common: { SecurityToken: 'token' } }),
  SignatureDoesNotMatch: () => changed({}, { accessKeySecret: 'guessed' }),
  SignatureNonceUsed: async () => {
    const key = { accessKeyId: localyun.account().accessKeyId, accessKeySecret: secret };
    const common = { SignatureNonce: 'once' };
    await callWith(localyun.port, key, 'Ecs', remove, nobody, { common });
    return callWith(localyun.port, key, 'Ecs', remove, nobody, { common });
  },
  'Forbidden.AccessKeyDisabled': withDisabledKey,
  MissingSecurityToken: withoutToken,
};

/** Deletes with a key of a user that was put out of use. */
async function withDisabledKey(): Promise<WireAnswer> {
  const account = localyun.account();
  await account.ok('Ram', 'CreateUser', { UserName: 'carol' });
  const { AccessKey } = await account.ok('Ram', 'CreateAccessKey', { UserName: 'carol' });
  const { AccessKeyId: UserAccessKeyId, AccessKeySecret } = AccessKey;
  await account.ok('Ram', 'UpdateAccessKey', { UserName: 'carol', UserAccessKeyId, Status: 'Inactive' });
  return as(UserAccessKeyId, nobody, AccessKeySecret);
}

/** Deletes with the key of a session, without its token. */
async function withoutToken(): Promise<WireAnswer> {
  const account = localyun.account();
  const trusts = {
    Effect: 'Allow',
    Action: 'sts:AssumeRole',
    Principal: { RAM: [`acs:ram::${account.accountId}:root`] },
  };
  const { Role } = await account.ok('Ram', 'CreateRole', {
    RoleName: 'cleaner',
    AssumeRolePolicyDocument: JSON.stringify({ Version: '1', Statement: [trusts] }),
  });
  const session = { RoleArn: Role.Arn, RoleSessionName: 'night' };
  const { Credentials } = await account.ok('Sts', 'AssumeRole', session);
  return as(Credentials.AccessKeyId, nobody, Credentials.AccessKeySecret);
}

/** Deletes an interface when the state can no longer be written. */
async function deleteOnFailingState(): Promise<WireAnswer> {
  const { port } = failing;
  const advance = async (milliseconds: number) => {
    await send(port, 'POST', '/_localyun/clock/advance', JSON.stringify({ milliseconds }));
  };
  const account = new TestAccount({ ...localyun, port, advance }, 'unlucky');
  const network = await account.network();
  const quotas = { 'network-interfaces': 100_000 };
  await send(
    port,
    'POST',
    '/_localyun/seed',
    JSON.stringify({ accounts: [{ accessKeyId: account.accessKeyId, quotas }] }),
  );
  const ids = [(await account.createNetworkInterface(network)).NetworkInterfaceId as string];
  await failing.breakState();
  for (;;) {
    const made = await account.call('Ecs', 'CreateNetworkInterface', {
      RegionId: network.regionId,
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
    });
    if (made.status !== 200) break;
    ids.push(JSON.parse(made.text).NetworkInterfaceId);
  }
  // What is left of the disk may hold a smaller change than a creation, so one deletion after the other is tried.
  for (const NetworkInterfaceId of ids) {
    const answer = await account.call('Ecs', remove, { RegionId: network.regionId, NetworkInterfaceId });
    if (answer.status !== 200) return answer;
  }
  throw new Error('every interface could be deleted');
}

describe('the codes of DeleteNetworkInterface', () => {
  it('are a page with the 24 published ones and more, each once', () => {
    expect(rows.length).toBeGreaterThanOrEqual(24);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
  });

  it.each(reachable)('$status $code', async ({ status, code }) => {
    const answer = await causes[code]!();
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(code);
    const Code = answer.text.startsWith('{')
      ? JSON.parse(answer.text).Code
      : /<Code>(.*)<\/Code>/.exec(answer.text)?.[1];
    expect(Code).toBe(code);
  });

  it('are reached here exactly if the page calls them reachable', () => {
    expect(Object.keys(causes).sort()).toEqual(reachable.map(({ code }) => code).sort());
  });

  it('MissingParameter names the region first, then the interface, and what a signature lacks', async () => {
    const account = localyun.account();
    expect((await account.refused('Ecs', remove, {})).message).toContain('"RegionId"');
    const withoutId = await account.refused('Ecs', remove, { RegionId: 'cn-hangzhou' });
    expect(withoutId.message).toContain('"NetworkInterfaceId"');
    const unsigned = await changed({ common: { SignatureNonce: undefined } });
    expect(JSON.parse(unsigned.text)).toMatchObject({ Code: 'MissingParameter' });
    expect(unsigned.text).toContain('SignatureNonce');
  });

  it('IncompleteSignature comes in the format that was asked for', async () => {
    const path = `/?Action=${remove}&Version=2014-05-26&Format=XML`;
    const answer = await send(localyun.port, 'POST', path, '', { authorization: 'ACS3-HMAC-SHA256 nonsense' });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('<Code>IncompleteSignature</Code>');
  });

  it('Forbidden.RAM and an unknown interface: authorization comes before existence, and changes nothing', async () => {
    const { account, target } = await withInterface();
    const ramUsers = [{ userName: 'carol', accessKeyId: 'carol-key', accessKeySecret: 'carol-secret' }];
    await localyun.server.levers.seed({ accounts: [{ accessKeyId: account.accessKeyId, ramUsers }] });
    for (const parameters of [target, nobody]) {
      const answer = await as('carol-key', parameters, 'carol-secret');
      expect(JSON.parse(answer.text)).toMatchObject({ Code: 'Forbidden.RAM' });
      expect(JSON.parse(answer.text).Message).toContain('ecs:DeleteNetworkInterface');
    }
    const still = await account.describeNetworkInterface({ regionId: target.RegionId }, target.NetworkInterfaceId);
    expect(still?.Status).toBe('Available');
  });
});
