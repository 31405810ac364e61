import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';
import { publicKeys } from './public-key.fixture.ts';

const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';
const windows = 'win2022_21H2_x64_dtc_en-us_40G_alibase_20231115.vhd';

/** An account with the key pairs `old` and `new`, and a network. */
async function setUp() {
  const account = localyun.account();
  const network = await account.network();
  for (const KeyPairName of ['old', 'new']) {
    await account.ok('Ecs', 'ImportKeyPair', { RegionId, KeyPairName, PublicKeyBody: publicKeys.rsa.line });
  }
  return { account, network };
}

const request = (KeyPairName: string, ids: readonly string[]): Parameters => ({
  RegionId,
  KeyPairName,
  InstanceIds: JSON.stringify(ids),
});
const bound = async (account: TestAccount, more: Parameters = {}): Promise<Record<string, string>> => {
  const { Instances } = await account.ok('Ecs', 'DescribeInstances', { RegionId, ...more });
  return Object.fromEntries(Instances.Instance.map((row: Body) => [row.InstanceId, row.KeyPairName]));
};

describe('AttachKeyPair and DetachKeyPair', () => {
  it('bind instances, replace the pair they had, and set them free, each with a result of its own', async () => {
    const { account, network } = await setUp();
    const running = await account.runInstance(network, { KeyPairName: 'old' });
    const stopped = await account.runInstance(network);
    await account.ok('Ecs', 'StopInstance', { InstanceId: stopped });
    await localyun.advance(1_000);
    const success = (InstanceId: string) => ({ InstanceId, Code: '200', Message: 'successful', Success: 'true' });
    expect(await account.ok('Ecs', 'AttachKeyPair', request('new', [running, stopped]))).toEqual({
      RequestId: expect.any(String),
      KeyPairName: 'new',
      TotalCount: '2',
      FailCount: '0',
      Results: { Result: [success(running), success(stopped)] },
    });
    expect(await bound(account)).toEqual({ [running]: 'new', [stopped]: 'new' });
    expect(await bound(account, { KeyPairName: 'old' })).toEqual({});
    await account.ok('Ecs', 'RebootInstance', { InstanceId: running, ForceStop: true });
    await localyun.advance(1_000);

    // The pair it does not have any more is not taken off it.
    expect(await account.ok('Ecs', 'DetachKeyPair', request('old', [running]))).toMatchObject({ FailCount: '0' });
    expect(await bound(account)).toEqual({ [running]: 'new', [stopped]: 'new' });
    expect(await account.ok('Ecs', 'DetachKeyPair', request('new', [running, running]))).toEqual({
      RequestId: expect.any(String),
      KeyPairName: 'new',
      TotalCount: '1',
      FailCount: '0',
      Results: { Result: [success(running)] },
    });
    expect(await bound(account)).toEqual({ [running]: '', [stopped]: 'new' });
  });

  it.each(['AttachKeyPair', 'DetachKeyPair'] as const)(
    '%s says which instances it could not change',
    async (action) => {
      const { account, network } = await setUp();
      const good = await account.runInstance(network, { KeyPairName: 'old' });
      const busy = await account.runInstance(network, { KeyPairName: 'old' });
      const going = await account.runInstance(network, { KeyPairName: 'old' });
      await account.ok('Ecs', 'StopInstance', { InstanceId: busy });
      await account.ok('Ecs', 'DeleteInstance', { InstanceId: going, Force: true });
      const pair = action === 'AttachKeyPair' ? 'new' : 'old';
      const answer = await account.ok('Ecs', action, request(pair, ['i-none', busy, good, going]));
      expect(answer).toMatchObject({ TotalCount: '4', FailCount: '3' });
      expect(answer.Results.Result).toMatchObject([
        { InstanceId: 'i-none', Success: 'false', Code: 'InvalidInstanceId.NotFound' },
        { InstanceId: busy, Success: 'false', Code: 'IncorrectInstanceStatus' },
        { InstanceId: good, Success: 'true', Code: '200' },
        { InstanceId: going, Success: 'false', Code: 'IncorrectInstanceStatus' },
      ]);
      expect(await bound(account)).toMatchObject({ [good]: action === 'AttachKeyPair' ? 'new' : '', [busy]: 'old' });
    },
  );

  it.each(['AttachKeyPair', 'DetachKeyPair'] as const)('%s refuses Windows instances, all or none', async (action) => {
    const { account, network } = await setUp();
    const linux = await account.runInstance(network, { KeyPairName: 'old' });
    const other = await account.runInstance(network, { ImageId: windows });
    const pair = action === 'AttachKeyPair' ? 'new' : 'old';
    const refusal = await account.refused('Ecs', action, request(pair, [linux, other]));
    expect(refusal).toMatchObject({ status: 403, code: 'DependencyViolation.WindowsInstance' });
    expect(refusal.message).toContain(other);
    expect(await bound(account)).toMatchObject({ [linux]: 'old' });
  });

  it.each(['AttachKeyPair', 'DetachKeyPair'] as const)(
    "%s does not reach other accounts' pairs and instances",
    async (action) => {
      const { account, network } = await setUp();
      const mine = await account.runInstance(network, { KeyPairName: 'old' });
      const stranger = localyun.account();
      const wanted = request('old', [mine]);
      expect(await stranger.refused('Ecs', action, wanted)).toMatchObject({ code: 'InvalidKeyPairName.NotFound' });
      await stranger.ok('Ecs', 'CreateKeyPair', { RegionId, KeyPairName: 'old' });
      expect(await stranger.ok('Ecs', action, wanted)).toMatchObject({ FailCount: '1' });
      expect(await bound(account)).toEqual({ [mine]: 'old' });
    },
  );
});

describe('RunInstances with a key pair', () => {
  it('binds the instances from their beginning', async () => {
    const { account, network } = await setUp();
    const id = await account.runInstance(network, { KeyPairName: 'new' });
    expect(await bound(account, { KeyPairName: 'new' })).toEqual({ [id]: 'new' });
  });

  it.each([
    ['does not exist', { KeyPairName: 'none' }, 404, 'InvalidKeyPairName.NotFound'],
    ['is for a Windows image', { KeyPairName: 'old', ImageId: windows }, 403, 'DependencyViolation.WindowsInstance'],
  ])('refuses one that %s', async (_, more, status, code) => {
    const { account, network } = await setUp();
    const refusal = await account.refused('Ecs', 'RunInstances', {
      RegionId,
      InstanceType: 'ecs.g6.xlarge',
      ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
      ...more,
    });
    expect(refusal).toMatchObject({ status, code });
    expect(await bound(account)).toEqual({});
  });

  it('takes those of the region only', async () => {
    const { account } = await setUp();
    const beijing = await account.network({ regionId: 'cn-beijing', zoneId: 'cn-beijing-h' });
    await expect(account.runInstance(beijing, { KeyPairName: 'old' })).rejects.toThrow('InvalidKeyPairName.NotFound');
  });
});
