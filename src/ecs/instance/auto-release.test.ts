import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';

const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';
const minuteMs = 60_000;

const now = () => Date.parse(localyun.server.levers.clock().now);
const inMinutes = (minutes: number) => `${new Date(now() + minutes * minuteMs).toISOString().slice(0, 19)}Z`;
const toTheMinute = (time: string) => `${time.slice(0, 16)}Z`;

async function setUp(overrides: object = {}) {
  const account = localyun.account();
  const network = await account.network();
  const InstanceId = await account.runInstance(network, { ...overrides });
  const instance = async (): Promise<Body | undefined> =>
    (await account.ok('Ecs', 'DescribeInstances', { RegionId, InstanceIds: JSON.stringify([InstanceId]) })).Instances
      .Instance[0];
  const set = (AutoReleaseTime?: string) =>
    account.ok('Ecs', 'ModifyInstanceAutoReleaseTime', { RegionId, InstanceId, AutoReleaseTime });
  return { account, network, InstanceId, instance, set };
}

describe('ModifyInstanceAutoReleaseTime', () => {
  it('releases a running instance at the beginning of the minute, whatever protects it', async () => {
    const { account, InstanceId, instance, set } = await setUp({ DeletionProtection: true });
    const time = inMinutes(40);
    await set(time);
    expect((await instance())?.AutoReleaseTime).toBe(toTheMinute(time));
    const dueMs = Date.parse(toTheMinute(time));
    await localyun.advance(dueMs - now() - 1);
    expect((await instance())?.Status).toBe('Running');
    await localyun.advance(1);
    expect((await instance())?.Status).toBe('Stopping');
    expect(await account.refused('Ecs', 'StartInstance', { InstanceId })).toMatchObject({ status: 403 });
    await localyun.advance(1_000);
    expect(await instance()).toBeUndefined();
    const left = await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId });
    expect(left.NetworkInterfaceSets.NetworkInterfaceSet).toEqual([]);
  });

  it('puts the release off, and gives it up without a time', async () => {
    const { instance, set } = await setUp();
    await set(inMinutes(31));
    await set(inMinutes(90));
    await localyun.advance(60 * minuteMs);
    expect((await instance())?.Status).toBe('Running');
    await set();
    expect((await instance())?.AutoReleaseTime).toBe('');
    await localyun.advance(60 * minuteMs);
    expect((await instance())?.Status).toBe('Running');
  });

  it('is not noticed by an instance that was released before', async () => {
    const { account, InstanceId, instance, set } = await setUp();
    await set(inMinutes(31));
    await account.ok('Ecs', 'DeleteInstance', { InstanceId, Force: true });
    await localyun.advance(1_000);
    await localyun.advance(60 * minuteMs);
    expect(await instance()).toBeUndefined();
  });

  it('keeps an instance for half an hour and at most three years', async () => {
    const { account, InstanceId, instance } = await setUp();
    for (const AutoReleaseTime of [inMinutes(29), inMinutes(4 * 365 * 24 * 60), 'tomorrow', '2030-02-30T00:00:00X']) {
      const parameters = { InstanceId, AutoReleaseTime };
      expect(await account.refused('Ecs', 'ModifyInstanceAutoReleaseTime', parameters)).toMatchObject({
        status: 400,
        code: 'InvalidAutoReleaseTime.Malformed',
      });
    }
    expect((await instance())?.AutoReleaseTime).toBe('');
  });

  it('is for instances of the account that are paid as they go', async () => {
    const { account, InstanceId } = await setUp({ InstanceChargeType: 'PrePaid', Period: 1 });
    const parameters = { InstanceId, AutoReleaseTime: inMinutes(60) };
    expect(await account.refused('Ecs', 'ModifyInstanceAutoReleaseTime', parameters)).toMatchObject({
      status: 403,
      code: 'ChargeTypeViolation',
    });
    expect(await account.refused('Ecs', 'ModifyInstanceAutoReleaseTime', {})).toMatchObject({
      status: 400,
      code: 'MissingParameter',
    });
    const absence = { status: 404, code: 'NoSuchResource' };
    const stranger = localyun.account();
    expect(await stranger.refused('Ecs', 'ModifyInstanceAutoReleaseTime', parameters)).toMatchObject(absence);
    const elsewhere = { ...parameters, RegionId: 'cn-beijing' };
    expect(await account.refused('Ecs', 'ModifyInstanceAutoReleaseTime', elsewhere)).toMatchObject(absence);
  });
});

describe('AutoReleaseTime of RunInstances', () => {
  it('releases the instance', async () => {
    const time = inMinutes(45);
    const { instance } = await setUp({ AutoReleaseTime: time });
    expect((await instance())?.AutoReleaseTime).toBe(toTheMinute(time));
    await localyun.advance(45 * minuteMs);
    await localyun.advance(1_000);
    expect(await instance()).toBeUndefined();
  });

  it('is refused when it is too soon', async () => {
    const { account, network } = await setUp();
    const refusal = await account.refused('Ecs', 'RunInstances', {
      RegionId,
      InstanceType: 'ecs.g6.large',
      ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
      AutoReleaseTime: inMinutes(5),
    });
    expect(refusal).toMatchObject({ status: 400, code: 'InvalidAutoReleaseTime.Malformed' });
  });
});
