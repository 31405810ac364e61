import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import { type Parameters, send } from '../support/signed-client.ts';
import type { Body } from '../support/test-account.ts';
import { type Script, type scriptKinds, startScript } from './cli.ts';
import type { Caller } from './driver.ts';

const localyun = startTestLocalyun();
const older = startTestLocalyun({ denialCode: 'Forbidden.SubUser' });
const RegionId = 'cn-hangzhou';
const remove = 'DeleteNetworkInterface';
const kinds: readonly (keyof typeof scriptKinds)[] = ['the aliyun CLI', 'an SDK of the second generation'];

const firstOf = (body: Body): Body | undefined => body.NetworkInterfaceSets.NetworkInterfaceSet[0];
const stateOf = (body: Body) => firstOf(body)?.Status;

describe.each(kinds)('a script with %s', (kind) => {
  /** An account with a network, and the script's ways to its interfaces. */
  async function begin(host = localyun) {
    const account = host.account();
    const network = await account.network();
    const script = startScript(host, account, kind);
    const { client } = script;
    const create = (more: Parameters = {}) =>
      client.ok('Ecs', 'CreateNetworkInterface', {
        RegionId,
        VSwitchId: network.vSwitchId,
        SecurityGroupId: network.securityGroupId,
        ...more,
      });
    const describeAll = (filters: Parameters) =>
      client.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId, ...filters });
    const find = async (id: string) => firstOf(await describeAll({ NetworkInterfaceId: [id] }));
    const refused = (parameters: Parameters) => client.refused('Ecs', remove, parameters);
    return { account, network, script, client, create, describeAll, find, refused };
  }

  /** Waits for a status of an interface. */
  const until = ({ waitFor }: Script, id: string, to: string) =>
    waitFor('DescribeNetworkInterfaces', { RegionId, NetworkInterfaceId: [id] }, stateOf, to);

  it('leads an interface from its creation to its end, and deletes it as often as it likes', async () => {
    const { account, network, script, client, create, describeAll, find, refused } = await begin();
    const who = await client.ok('Sts', 'GetCallerIdentity', {});
    expect(who).toMatchObject({ IdentityType: 'Account', AccountId: account.accountId });

    // The same token makes one interface, however often it is sent.
    const ClientToken = crypto.randomUUID();
    const { NetworkInterfaceId: id } = await create({ ClientToken });
    expect((await create({ ClientToken })).NetworkInterfaceId).toBe(id);
    expect((await describeAll({ VSwitchId: network.vSwitchId })).TotalCount).toBe(1);
    await until(script, id, 'Available');

    const instance = await account.runInstance(network);
    const target = { RegionId, NetworkInterfaceId: id };
    await client.ok('Ecs', 'AttachNetworkInterface', { ...target, InstanceId: instance });
    expect(await refused(target)).toMatchObject({ status: 400, code: 'InvalidOperation.InvalidEniState' });
    await until(script, id, 'InUse');
    const inUse = await find(id);
    expect(await refused(target)).toMatchObject({ status: 400, code: 'InvalidOperation.InvalidEniState' });
    expect(await find(id)).toEqual(inUse);

    await client.ok('Ecs', 'StopInstance', { InstanceId: instance });
    await script.waitFor(
      'DescribeInstances',
      { RegionId, InstanceIds: JSON.stringify([instance]) },
      (body) => body.Instances.Instance[0].Status,
      'Stopped',
    );
    await client.ok('Ecs', 'DetachNetworkInterface', { ...target, InstanceId: instance });
    expect(await refused(target)).toMatchObject({ status: 400, code: 'InvalidOperation.InvalidEniState' });
    await until(script, id, 'Available');

    expect(Object.keys(await client.ok('Ecs', remove, target))).toEqual(['RequestId']);
    expect((await find(id))?.Status).toBe('Deleting');
    expect(Object.keys(await client.ok('Ecs', remove, target))).toEqual(['RequestId']);
    await localyun.advance(2_000);
    expect(await describeAll({ NetworkInterfaceId: [id] })).toMatchObject({
      TotalCount: 0,
      NetworkInterfaceSets: { NetworkInterfaceSet: [] },
    });
    expect(await refused(target)).toMatchObject({ status: 404, code: 'InvalidEniId.NotFound' });
  });

  it('is told what is missing, what has not its form, and what is not there', async () => {
    const { create, find, refused } = await begin();
    const { NetworkInterfaceId: id } = await create();
    await localyun.advance(1_000);
    const before = await find(id);
    const other = await begin();
    const { NetworkInterfaceId: foreign } = await other.create();
    const answers: readonly (readonly [Parameters, number, string, string])[] = [
      [{ RegionId, NetworkInterfaceId: '' }, 400, 'MissingParameter', 'NetworkInterfaceId'],
      [{ RegionId }, 400, 'MissingParameter', 'NetworkInterfaceId'],
      [{ RegionId, NetworkInterfaceId: 'i-bp1234567890' }, 400, 'InvalidParams.EniId', 'i-bp1234567890'],
      [{ RegionId, NetworkInterfaceId: `${id} ` }, 400, 'InvalidParams.EniId', id],
      [{ RegionId, NetworkInterfaceId: 'eni-bp1nowhere' }, 404, 'InvalidEniId.NotFound', 'eni-bp1nowhere'],
      [{ RegionId, NetworkInterfaceId: foreign }, 404, 'InvalidEniId.NotFound', foreign],
      [{ RegionId: 'cn-beijing', NetworkInterfaceId: id }, 404, 'InvalidEniId.NotFound', id],
      [{ RegionId: 'cn-nowhere', NetworkInterfaceId: id }, 404, 'InvalidRegionId.NotFound', 'cn-nowhere'],
    ];
    for (const [parameters, status, code, named] of answers) {
      const { message, ...refusal } = await refused(parameters);
      expect([parameters, refusal]).toEqual([parameters, { status, code }]);
      expect(message).toContain(named);
    }
    expect(await find(id)).toEqual(before);
  });

  // The client of the first generation never leaves the region out.
  it.runIf(kind === 'an SDK of the second generation')('is told that the region is missing', async () => {
    const { refused } = await begin();
    for (const parameters of [{ NetworkInterfaceId: 'eni-bp1nowhere' }, {}]) {
      const refusal = await refused(parameters);
      expect(refusal).toMatchObject({ status: 400, code: 'MissingParameter' });
      expect(refusal.message).toContain('RegionId');
    }
  });

  it('is told which kinds of interface are not deleted', async () => {
    const { account, network, script, client, create, describeAll, refused } = await begin();
    const instance = await account.runInstance(network, { InstanceType: 'ecs.g7.xlarge' });
    const primary = firstOf(await describeAll({ InstanceId: instance, Type: 'Primary' }))!.NetworkInterfaceId;
    const { NetworkInterfaceId: trunk } = await create({ InstanceType: 'Trunk' });
    const { NetworkInterfaceId: member } = await create();
    await until(script, member, 'Available');
    await client.ok('Ecs', 'AttachNetworkInterface', { RegionId, NetworkInterfaceId: trunk, InstanceId: instance });
    await until(script, trunk, 'InUse');
    await client.ok('Ecs', 'AttachNetworkInterface', {
      RegionId,
      NetworkInterfaceId: member,
      InstanceId: instance,
      TrunkNetworkInstanceId: trunk,
    });
    await until(script, member, 'InUse');
    for (const id of [primary, trunk, member]) {
      const refusal = await refused({ RegionId, NetworkInterfaceId: id });
      expect(refusal).toMatchObject({ status: 403, code: 'InvalidOperation.InvalidEniType' });
    }
    expect((await describeAll({ InstanceId: instance })).TotalCount).toBeGreaterThan(1);
  });

  it.each([
    ['a service manages it', { serviceId: 4711 }, 403, 'InvalidOperation.EniServiceManaged', { serviceId: null }],
    ['others are bonded to it', { slaveCount: 1 }, 400, 'InvalidOperation.HasSlaveEniBonded', { slaveCount: 0 }],
  ])('is told that %s', async (_what, fixture, status, code, undone) => {
    const { client, create, refused } = await begin();
    const { NetworkInterfaceId: id } = await create();
    await localyun.advance(1_000);
    const set = (what: object) =>
      send(localyun.port, 'PATCH', `/_localyun/network-interfaces/${id}`, JSON.stringify(what));
    expect((await set(fixture)).status).toBe(200);
    expect(await refused({ RegionId, NetworkInterfaceId: id })).toMatchObject({ status, code });
    await set(undone);
    await client.ok('Ecs', remove, { RegionId, NetworkInterfaceId: id });
  });

  it.each([
    [{ userTypeSupported: false }, 403, 'InvalidUserType.NotSupported'],
    [{ active: false }, 403, 'Abs.InvalidAccount.NotFound'],
    [{ regionsWithoutNetworkInterfaces: [RegionId] }, 400, 'Forbidden.RegionId'],
  ])('is told by an account with %j what bars it', async (seed, status, code) => {
    const { accessKeyId } = localyun.account();
    await localyun.server.levers.seed({ accounts: [{ accessKeyId, ...seed }] });
    const { client } = startScript(localyun, { accessKeyId }, kind);
    const target = { RegionId, NetworkInterfaceId: 'eni-bp1nowhere' };
    expect(await client.refused('Ecs', remove, target)).toMatchObject({ status, code });
  });

  it('is told that an account without RAM lets its users do nothing', async () => {
    const { accessKeyId } = localyun.account();
    const alice = { accessKeyId: `${accessKeyId}-alice`, accessKeySecret: 'alice-secret' };
    const ramUsers = [{ userName: 'alice', ...alice }];
    await localyun.server.levers.seed({ accounts: [{ accessKeyId, ramSupported: false, ramUsers }] });
    const { client } = startScript(localyun, alice, kind);
    const target = { RegionId, NetworkInterfaceId: 'eni-bp1nowhere' };
    expect(await client.refused('Ecs', remove, target)).toMatchObject({ status: 403, code: 'Forbidden.NotSupportRAM' });
  });

  describe('as a RAM user', () => {
    /** A user of the account, made over the RAM API, whose one policy allows some actions. */
    async function userWho(account: Caller, actions: readonly string[], host: typeof localyun) {
      const { client } = startScript(host, account, kind);
      const UserName = 'janitor';
      const PolicyName = 'some-of-it';
      await client.ok('Ram', 'CreateUser', { UserName });
      const { AccessKey } = await client.ok('Ram', 'CreateAccessKey', { UserName });
      const Statement = [{ Effect: 'Allow', Action: actions, Resource: '*' }];
      const PolicyDocument = JSON.stringify({ Version: '1', Statement });
      await client.ok('Ram', 'CreatePolicy', { PolicyName, PolicyDocument });
      await client.ok('Ram', 'AttachPolicyToUser', { PolicyName, PolicyType: 'Custom', UserName });
      const key = { accessKeyId: AccessKey.AccessKeyId, accessKeySecret: AccessKey.AccessKeySecret };
      return { key, user: startScript(host, key, kind).client, UserName, PolicyName, root: client };
    }

    it.each([
      ['Forbidden.RAM', localyun],
      ['Forbidden.SubUser', older],
    ])('is refused with %s what its policy does not allow, there or not, until it does', async (code, host) => {
      const { account, create, find } = await begin(host);
      const { NetworkInterfaceId: id } = await create();
      await host.advance(1_000);
      const { user, root, PolicyName, UserName } = await userWho(account, ['ecs:Describe*'], host);
      const target = { RegionId, NetworkInterfaceId: id };
      expect((await user.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId })).TotalCount).toBe(1);
      for (const NetworkInterfaceId of [id, 'eni-bp1nowhere']) {
        const refusal = await user.refused('Ecs', remove, { RegionId, NetworkInterfaceId });
        expect(refusal).toMatchObject({ status: 403, code });
        expect(refusal.message).toContain('ecs:DeleteNetworkInterface');
      }
      // What has not its form is told before.
      expect(await user.refused('Ecs', remove, { RegionId, NetworkInterfaceId: 'i-1' })).toMatchObject({
        code: 'InvalidParams.EniId',
      });
      expect((await find(id))?.Status).toBe('Available');

      const Statement = [{ Effect: 'Allow', Action: 'ecs:*', Resource: `acs:ecs:*:*:eni/${id}` }];
      const PolicyDocument = JSON.stringify({ Version: '1', Statement });
      await root.ok('Ram', 'CreatePolicyVersion', { PolicyName, PolicyDocument, SetAsDefault: true });
      await user.ok('Ecs', remove, target);
      expect((await find(id))?.Status).toBe('Deleting');
      await root.ok('Ram', 'DetachPolicyFromUser', { PolicyName, PolicyType: 'Custom', UserName });
      expect(await user.refused('Ecs', remove, target)).toMatchObject({ status: 403, code });
    });
  });
});
