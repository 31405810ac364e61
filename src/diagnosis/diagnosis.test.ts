import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';
import { send, type WireAnswer } from '../../test/support/signed-client.ts';
import { callWith, type KeyPair, type RequestChanges } from '../../test/support/signed-request.ts';
import type { Body, TestAccount } from '../../test/support/test-account.ts';
import { control } from '../requests/control.fixture.ts';
import { type Actor, type Diagnosed, diagnosisOf, follow } from './diagnosis.fixture.ts';

const page = readFileSync(new URL('../../docs/operations/delete-network-interface.md', import.meta.url), 'utf8');
const reachable = [...page.matchAll(/^\| \d{3} \| `([\w.]+)` \| yes \|/gm)].map(([, code = '']) => code);

const RegionId = 'cn-hangzhou';
const remove = 'DeleteNetworkInterface';
const localyun = startTestLocalyun();
const older = startTestLocalyun({ denialCode: 'Forbidden.SubUser' });

/** A refused deletion, and whether its steps lead to a success. */
interface Case {
  readonly answer: WireAnswer;
  readonly actor: Actor;
  /** `note`: nothing but a person can do it. `replaced`: other calls bring about what was wanted. */
  readonly outcome?: 'note' | 'replaced';
}

const actorOf = (account: TestAccount, key: KeyPair = root(account), on = localyun): Actor => ({
  localyun: on,
  account,
  key,
});
const root = ({ accessKeyId }: TestAccount): KeyPair => ({ accessKeyId, accessKeySecret: 'localyun' });

async function withInterface(on = localyun) {
  const account = on.account();
  const network = await account.network();
  const { NetworkInterfaceId } = await account.createNetworkInterface(network);
  const target = { RegionId, NetworkInterfaceId: String(NetworkInterfaceId) };
  return { account, network, target, refuse: () => account.call('Ecs', remove, target) };
}

async function attached() {
  const made = await withInterface();
  const InstanceId = await made.account.runInstance(made.network);
  await made.account.ok('Ecs', 'AttachNetworkInterface', { ...made.target, InstanceId });
  return { ...made, InstanceId };
}

/** An interface, and a RAM user of its account. */
async function withUser(on = localyun) {
  const made = await withInterface(on);
  const { account } = made;
  await account.ok('Ram', 'CreateUser', { UserName: 'alice' });
  const { AccessKey } = await account.ok('Ram', 'CreateAccessKey', { UserName: 'alice' });
  const key = { accessKeyId: AccessKey.AccessKeyId, accessKeySecret: AccessKey.AccessKeySecret };
  const refuse = () => callWith(on.port, key, 'Ecs', remove, made.target);
  return { ...made, key, refuse };
}

async function fixed(fixture: object): Promise<Case> {
  const { account, target, refuse } = await withInterface();
  await control(localyun, 'PATCH', `/network-interfaces/${target.NetworkInterfaceId}`, fixture);
  return { answer: await refuse(), actor: actorOf(account) };
}

async function seeded(seed: object): Promise<Case> {
  const { account, refuse } = await withInterface();
  await control(localyun, 'POST', '/seed', { accounts: [{ accessKeyId: account.accessKeyId, ...seed }] });
  return { answer: await refuse(), actor: actorOf(account) };
}

/** A request that is in order but for one thing. */
async function changed(changes: RequestChanges, key: Partial<KeyPair> = {}): Promise<Case> {
  const { account, target } = await withInterface();
  const answer = await callWith(localyun.port, { ...root(account), ...key }, 'Ecs', remove, target, changes);
  return { answer, actor: actorOf(account) };
}

const cases: Readonly<Record<string, () => Promise<Case>>> = {
  'InvalidUserType.NotSupported': () => seeded({ userTypeSupported: false }),
  'Abs.InvalidAccount.NotFound': () => seeded({ active: false }),
  'Forbidden.RegionId': () => seeded({ regionsWithoutNetworkInterfaces: [RegionId] }),
  'Forbidden.NotSupportRAM': async () => {
    const { account, key, refuse } = await withUser();
    await account.ok('Ram', 'AttachPolicyToUser', {
      PolicyType: 'System',
      PolicyName: 'AdministratorAccess',
      UserName: 'alice',
    });
    await control(localyun, 'POST', '/seed', {
      accounts: [{ accessKeyId: account.accessKeyId, ramSupported: false }],
    });
    return { answer: await refuse(), actor: actorOf(account, key) };
  },
  MissingParameter: async () => {
    const { account, target } = await withInterface();
    return { answer: await account.call('Ecs', remove, { ...target, RegionId: '' }), actor: actorOf(account) };
  },
  'Forbidden.RAM': async () => {
    const { account, key, refuse } = await withUser();
    return { answer: await refuse(), actor: actorOf(account, key) };
  },
  'Forbidden.SubUser': async () => {
    const { account, key, refuse } = await withUser(older);
    return { answer: await refuse(), actor: actorOf(account, key, older) };
  },
  InvalidParameter: async () => ({
    ...(await changed({ spoil: (encoded) => encoded.replace('=eni-', '=%ZZ') })),
    outcome: 'note',
  }),
  'InvalidOperation.InvalidEniState': async () => {
    const { account, refuse } = await attached();
    return { answer: await refuse(), actor: actorOf(account) };
  },
  'InvalidEniId.NotFound': async () => {
    const { account, target } = await withInterface();
    const answer = await account.call('Ecs', remove, { ...target, RegionId: 'cn-beijing' });
    return { answer, actor: actorOf(account) };
  },
  'InvalidRegionId.NotFound': async () => {
    const { account, target } = await withInterface();
    return {
      answer: await account.call('Ecs', remove, { ...target, RegionId: 'cn-nowhere' }),
      actor: actorOf(account),
    };
  },
  'InvalidOperation.InvalidEniType': async () => {
    const account = localyun.account();
    const network = await account.network();
    const InstanceId = await account.runInstance(network);
    const of = { RegionId, InstanceId, Type: 'Primary' };
    const { NetworkInterfaceSets } = await account.ok('Ecs', 'DescribeNetworkInterfaces', of);
    const { NetworkInterfaceId } = NetworkInterfaceSets.NetworkInterfaceSet[0];
    const answer = await account.call('Ecs', remove, { RegionId, NetworkInterfaceId });
    return { answer, actor: actorOf(account), outcome: 'replaced' };
  },
  'InvalidParams.EniId': async () => {
    const account = localyun.account();
    const answer = await account.call('Ecs', remove, { RegionId, NetworkInterfaceId: 'i-bp1' });
    return { answer, actor: actorOf(account), outcome: 'note' };
  },
  'InvalidOperation.EniServiceManaged': () => fixed({ serviceId: 4711 }),
  'InvalidOperation.HasSlaveEniBonded': () => fixed({ slaveCount: 1 }),
  UnsupportedHTTPMethod: async () => {
    const { account } = await withInterface();
    const answer = await send(localyun.port, 'PUT', `/?Action=${remove}&Version=2014-05-26&Format=JSON`);
    return { answer, actor: actorOf(account), outcome: 'note' };
  },
  IncompleteSignature: async () => {
    const { account } = await withInterface();
    const headers = { authorization: 'ACS3-HMAC-SHA256 Signature=0' };
    const answer = await send(localyun.port, 'POST', `/?Action=${remove}&Format=JSON`, '', headers);
    return { answer, actor: actorOf(account), outcome: 'note' };
  },
  InvalidParamater: () => changed({ common: { SignatureMethod: 'HMAC-MD5' } }),
  'InvalidTimeStamp.Format': () => changed({ common: { Timestamp: 'yesterday' } }),
  'InvalidTimeStamp.Expired': () => changed({ common: { Timestamp: '2020-01-01T00:00:00Z' } }),
  'InvalidAccessKeyId.NotFound': async () => ({ ...(await changed({}, { accessKeyId: 'stranger' })), outcome: 'note' }),
  'InvalidSecurityToken.MismatchWithAccessKey': () => changed({ common: { SecurityToken: 'token' } }),
  SignatureDoesNotMatch: () => changed({}, { accessKeySecret: 'guessed' }),
  SignatureNonceUsed: async () => {
    const { account, target } = await withInterface();
    const common = { SignatureNonce: `once-${account.accessKeyId}` };
    await callWith(localyun.port, root(account), 'Ecs', 'DescribeNetworkInterfaces', target, { common });
    const answer = await callWith(localyun.port, root(account), 'Ecs', remove, target, { common });
    return { answer, actor: actorOf(account) };
  },
  'Forbidden.AccessKeyDisabled': async () => {
    const { account, key, refuse } = await withUser();
    await account.ok('Ram', 'AttachPolicyToUser', {
      PolicyType: 'System',
      PolicyName: 'AdministratorAccess',
      UserName: 'alice',
    });
    await account.ok('Ram', 'UpdateAccessKey', {
      UserName: 'alice',
      UserAccessKeyId: key.accessKeyId,
      Status: 'Inactive',
    });
    return { answer: await refuse(), actor: actorOf(account, key) };
  },
  MissingSecurityToken: async () => {
    const { account, target } = await withInterface();
    const trusts = {
      Effect: 'Allow',
      Action: 'sts:AssumeRole',
      Principal: { RAM: [`acs:ram::${account.accountId}:root`] },
    };
    const { Role } = await account.ok('Ram', 'CreateRole', {
      RoleName: 'cleaner',
      AssumeRolePolicyDocument: JSON.stringify({ Version: '1', Statement: [trusts] }),
    });
    const { Credentials } = await account.ok('Sts', 'AssumeRole', { RoleArn: Role.Arn, RoleSessionName: 'night' });
    const key = { accessKeyId: Credentials.AccessKeyId, accessKeySecret: Credentials.AccessKeySecret };
    // The steps are taken by the account: a session without token cannot sign anything.
    return { answer: await callWith(localyun.port, key, 'Ecs', remove, target), actor: actorOf(account) };
  },
  ServiceUnavailable: async () => {
    const { account, refuse } = await withInterface();
    const fault = { effect: 'error', action: remove, account: account.accountId, code: 'ServiceUnavailable' };
    expect(await control(localyun, 'POST', '/faults', fault)).toMatchObject({ status: 200 });
    return { answer: await refuse(), actor: actorOf(account) };
  },
};

describe('the diagnosis of a refused DeleteNetworkInterface', () => {
  it('is tried for each code that can be reached', () => {
    expect(Object.keys(cases).sort()).toEqual([...reachable].sort());
  });

  it.each(reachable)('%s: the steps lead out of it', async (code) => {
    const { answer, actor, outcome } = await cases[code]!();
    const diagnosis = await diagnosisOf(actor.localyun, answer);
    expect(diagnosis).toMatchObject({
      code,
      cause: expect.stringMatching(/\w{3}/),
      wayOut: expect.stringMatching(/\w{3}/),
    });
    expect(diagnosis.steps.length).toBeGreaterThan(0);
    if (outcome === 'note') return;
    const last = await follow(actor, diagnosis);
    if (outcome !== 'replaced') {
      expect(diagnosis.steps.at(-1)).toMatchObject({ kind: 'call', action: remove });
      expect(last).toMatchObject({ status: 200 });
    }
  });
});

describe('what refused a call', () => {
  const diagnosed = async (
    account: TestAccount,
    product: 'Ecs' | 'Vpc',
    action: string,
    parameters: Body,
  ): Promise<Diagnosed> => diagnosisOf(localyun, await account.call(product, action, parameters));

  it('is a status, with those that are permitted and the state at that moment', async () => {
    const { account, target, InstanceId } = await attached();
    const refused = await account.call('Ecs', remove, target);
    await localyun.advance(10_000);
    const diagnosis = await diagnosisOf(localyun, refused);
    expect(diagnosis.rule).toMatchObject({
      kind: 'state',
      resourceId: target.NetworkInterfaceId,
      status: 'Attaching',
      permitted: expect.arrayContaining(['Available']),
    });
    expect(diagnosis.state).toMatchObject({
      seen: 'refusal',
      resources: [
        {
          id: target.NetworkInterfaceId,
          type: 'network-interface',
          members: { status: 'Attaching', instanceId: InstanceId, accountId: account.accountId },
          pending: { kind: 'attach', dueAt: expect.stringMatching(/Z$/) },
        },
        { id: InstanceId, type: 'instance', members: { status: 'Running' } },
      ],
    });
    expect(diagnosis.steps.map(({ kind, action, until }) => until ?? action ?? kind)).toEqual([
      'InUse',
      'DetachNetworkInterface',
      'Available',
      'DeleteNetworkInterface',
    ]);
  });

  it('is the statement of a policy that denies, as the policy has it', async () => {
    const { account, key, refuse } = await withUser();
    const statements = [
      { Effect: 'Allow', Action: 'ecs:*', Resource: '*' },
      { Effect: 'Deny', Action: 'ecs:Delete*', Resource: '*' },
    ];
    const PolicyDocument = JSON.stringify({ Version: '1', Statement: statements });
    await account.ok('Ram', 'CreatePolicy', { PolicyName: 'no-deletions', PolicyDocument });
    await account.ok('Ram', 'AttachPolicyToUser', {
      PolicyType: 'Custom',
      PolicyName: 'no-deletions',
      UserName: 'alice',
    });
    const allowed = { PolicyType: 'System', PolicyName: 'AliyunECSFullAccess', UserName: 'alice' };
    await account.ok('Ram', 'AttachPolicyToUser', allowed);
    const diagnosis = await diagnosisOf(localyun, await refuse());
    expect(diagnosis.rule).toMatchObject({
      kind: 'policy',
      action: 'ecs:DeleteNetworkInterface',
      reason: 'ExplicitDeny',
      statement: {
        policyName: 'no-deletions',
        policyVersion: 'v1',
        attachedTo: 'RamUser',
        index: 1,
        text: statements[1],
      },
      policiesInForce: expect.arrayContaining([expect.objectContaining({ policyName: 'AliyunECSFullAccess' })]),
    });
    expect(await follow(actorOf(account, key), diagnosis)).toMatchObject({ status: 200 });
  });

  it.each([
    ['another secret', { accessKeySecret: 'guessed' }, false],
    ['the secret of the built-in keys', { accessKeySecret: 'localyun' }, true],
  ])('is a signature, by %s', async (_, secret, signedWithBuiltInSecret) => {
    const { key, target } = await withUser();
    const answer = await callWith(localyun.port, { ...key, ...secret }, 'Ecs', remove, target);
    const { rule } = await diagnosisOf(localyun, answer);
    expect(rule).toMatchObject({ kind: 'signature', algorithm: 'HMAC-SHA1', signedWithBuiltInSecret });
    expect(rule.expected.stringToSign).toMatch(/^POST&%2F&.*DeleteNetworkInterface/);
    expect(JSON.parse(answer.text).Message).toContain(rule.expected.stringToSign);
    expect(rule.received.parameters).toMatchObject(target);
  });

  it('is a quota, used up; the steps raise it', async () => {
    const account = localyun.account();
    const network = await account.network();
    const quotas = { 'network-interfaces': 1 };
    await control(localyun, 'POST', '/seed', { accounts: [{ accessKeyId: account.accessKeyId, quotas }] });
    await account.createNetworkInterface(network);
    const wanted = { RegionId, VSwitchId: network.vSwitchId, SecurityGroupId: network.securityGroupId };
    const diagnosis = await diagnosed(account, 'Ecs', 'CreateNetworkInterface', wanted);
    expect(diagnosis.rule).toEqual({ kind: 'quota', name: 'network-interfaces', region: RegionId, limit: 1, used: 1 });
    expect(await follow(actorOf(account), diagnosis)).toMatchObject({ status: 200 });
  });

  it('is an id of another account or region', async () => {
    const { target } = await withInterface();
    const stranger = localyun.account();
    const diagnosis = await diagnosed(stranger, 'Ecs', remove, target);
    expect(diagnosis.rule).toMatchObject({
      kind: 'absence',
      resourceId: target.NetworkInterfaceId,
      foundIn: { region: RegionId },
    });
    expect(diagnosis.steps).toEqual([{ kind: 'note', text: expect.stringContaining('belongs to the account') }]);
  });

  it('are the members of a security group and rules that refer to it; the steps empty it', async () => {
    const { account, network, target, InstanceId } = await attached();
    await localyun.advance(10_000);
    const other = await account.ok('Ecs', 'CreateSecurityGroup', { RegionId, VpcId: network.vpcId });
    await account.ok('Ecs', 'AuthorizeSecurityGroup', {
      RegionId,
      SecurityGroupId: other.SecurityGroupId,
      IpProtocol: 'tcp',
      PortRange: '80/80',
      SourceGroupId: network.securityGroupId,
    });
    const group = { RegionId, SecurityGroupId: network.securityGroupId };
    let diagnosis = await diagnosed(account, 'Ecs', 'DeleteSecurityGroup', group);
    expect(diagnosis.rule).toMatchObject({
      kind: 'dependency',
      resourceId: network.securityGroupId,
      dependants: expect.arrayContaining([target.NetworkInterfaceId]),
    });
    expect(await follow(actorOf(account), diagnosis)).toMatchObject({ status: 200 });
    expect(await account.describeNetworkInterface(network, target.NetworkInterfaceId)).toBeUndefined();
    expect(JSON.stringify(diagnosis.steps)).toContain(InstanceId);

    diagnosis = await diagnosed(account, 'Vpc', 'DeleteVpc', { RegionId, VpcId: network.vpcId });
    expect(diagnosis.code).toBe('DependencyViolation.VSwitch');
    expect(await follow(actorOf(account), diagnosis)).toMatchObject({ status: 200 });
  });

  it('are the interfaces in a vSwitch', async () => {
    const { account, network } = await withInterface();
    await account.runInstance(network);
    const diagnosis = await diagnosed(account, 'Vpc', 'DeleteVSwitch', { RegionId, VSwitchId: network.vSwitchId });
    expect(diagnosis.code).toMatch(/^DependencyViolation/);
    expect(await follow(actorOf(account), diagnosis)).toMatchObject({ status: 200 });
  });

  it('is an elastic IP address that is in use', async () => {
    const { account, target } = await withInterface();
    const { AllocationId } = await account.ok('Vpc', 'AllocateEipAddress', { RegionId });
    await account.ok('Vpc', 'AssociateEipAddress', {
      RegionId,
      AllocationId,
      InstanceId: target.NetworkInterfaceId,
      InstanceType: 'NetworkInterface',
    });
    await localyun.advance(10_000);
    const diagnosis = await diagnosed(account, 'Vpc', 'ReleaseEipAddress', { RegionId, AllocationId });
    expect(diagnosis.rule).toMatchObject({ kind: 'state', status: 'InUse', permitted: ['Available'] });
    expect(await follow(actorOf(account), diagnosis)).toMatchObject({ status: 200 });
  });

  it('is nothing for a request that succeeded, and unknown for one that was never there', async () => {
    const account = localyun.account();
    const { RequestId } = await account.ok('Vpc', 'DescribeVpcs', { RegionId });
    expect(await control(localyun, 'GET', `/requests/${RequestId}/diagnosis`)).toMatchObject({ status: 409 });
    expect(await control(localyun, 'GET', '/requests/none/diagnosis')).toMatchObject({ status: 404 });
  });
});
