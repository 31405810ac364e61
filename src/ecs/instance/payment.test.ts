import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';

const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';
const dayMs = 24 * 60 * 60_000;
const subscription = { InstanceChargeType: 'PrePaid', Period: 1 };

async function setUp(overrides: object = {}) {
  const account = localyun.account();
  const network = await account.network();
  const InstanceId = await account.runInstance(network, { ...overrides });
  const instance = async (id = InstanceId): Promise<Body> =>
    (await account.ok('Ecs', 'DescribeInstances', { RegionId, InstanceIds: JSON.stringify([id]) })).Instances
      .Instance[0];
  return { account, network, InstanceId, instance };
}

describe('ModifyInstanceChargeType', () => {
  const change = (InstanceIds: readonly string[], parameters: object = {}) => ({
    RegionId,
    InstanceIds: JSON.stringify(InstanceIds),
    ...parameters,
  });

  it('makes instances subscriptions from now on', async () => {
    const { account, network, InstanceId, instance } = await setUp();
    const other = await account.runInstance(network);
    const nowMs = Date.parse(localyun.server.levers.clock().now);
    const parameters = change([InstanceId, other], { Period: 2, PeriodUnit: 'Week' });
    const answer = await account.ok('Ecs', 'ModifyInstanceChargeType', parameters);
    expect(answer.OrderId).toMatch(/^\d{15}$/);
    expect(answer.FeeOfInstances).toEqual({ FeeOfInstance: [] });
    for (const id of [InstanceId, other]) {
      const { InstanceChargeType, ExpiredTime } = await instance(id);
      expect(InstanceChargeType).toBe('PrePaid');
      expect(Date.parse(ExpiredTime)).toBe(Math.floor((nowMs + 14 * dayMs) / 60_000) * 60_000);
    }
    expect(await account.refused('Ecs', 'DeleteInstance', { InstanceId, Force: true })).toMatchObject({
      code: 'ChargeTypeViolation',
    });
  });

  it('pays for the system disk in the same way, and for data disks where that is asked for', async () => {
    const { account, InstanceId } = await setUp({ DataDisk: [{ Size: 20, Category: 'cloud_essd' }] });
    const disks = async (): Promise<Body> => {
      const found: Body[] = (await account.ok('Ecs', 'DescribeDisks', { RegionId, InstanceId })).Disks.Disk;
      return Object.fromEntries(found.map((disk) => [disk.Type, disk.DiskChargeType]));
    };
    await account.ok('Ecs', 'ModifyInstanceChargeType', change([InstanceId], { Period: 1 }));
    expect(await disks()).toEqual({ system: 'PrePaid', data: 'PostPaid' });
    await account.ok('Ecs', 'ModifyInstanceChargeType', change([InstanceId], { InstanceChargeType: 'PostPaid' }));
    await account.ok('Ecs', 'ModifyInstanceChargeType', change([InstanceId], { Period: 1, IncludeDataDisks: true }));
    expect(await disks()).toEqual({ system: 'PrePaid', data: 'PrePaid' });
    await account.ok('Ecs', 'ModifyInstanceChargeType', change([InstanceId], { InstanceChargeType: 'PostPaid' }));
    expect(await disks()).toEqual({ system: 'PostPaid', data: 'PostPaid' });
  });

  it('takes years, and gives the same order to the same token', async () => {
    const { account, InstanceId, instance } = await setUp();
    const parameters = change([InstanceId], { Period: 1, PeriodUnit: 'Year', ClientToken: 'once' });
    const { OrderId } = await account.ok('Ecs', 'ModifyInstanceChargeType', parameters);
    expect((await account.ok('Ecs', 'ModifyInstanceChargeType', parameters)).OrderId).toBe(OrderId);
    const { ExpiredTime } = await instance();
    const days = (Date.parse(ExpiredTime) - Date.parse(localyun.server.levers.clock().now)) / dayMs;
    expect(days).toBeGreaterThan(364.9);
  });

  it('makes subscriptions paid as they go', async () => {
    const { account, InstanceId, instance } = await setUp(subscription);
    const parameters = change([InstanceId], { InstanceChargeType: 'PostPaid', IsDetailFee: true });
    const answer = await account.ok('Ecs', 'ModifyInstanceChargeType', parameters);
    expect(answer.FeeOfInstances.FeeOfInstance).toEqual([{ InstanceId, Currency: 'CNY', Fee: '0' }]);
    expect(answer.OrderId).toBeUndefined();
    expect(await instance()).toMatchObject({ InstanceChargeType: 'PostPaid', ExpiredTime: '2099-12-31T15:59Z' });
    await account.ok('Ecs', 'DeleteInstance', { InstanceId, Force: true });
  });

  it.each([
    [{ Period: 11 }, 400, 'InvalidPeriod'],
    [{ Period: undefined }, 400, 'InvalidPeriod'],
    [{ PeriodUnit: 'Day' }, 400, 'InvalidPeriod.UnitMismatch'],
    [{ PeriodUnit: 'constructor' }, 400, 'InvalidPeriod.UnitMismatch'],
    [{ InstanceChargeType: 'Free' }, 400, 'InvalidInstanceChargeType.ValueNotSupported'],
    [{ InstanceChargeType: 'PostPaid' }, 400, 'InvalidInstanceChargeType.ValueNotSupported'],
    [{ InstanceIds: 'i-1' }, 400, 'InvalidParameter.InstanceIds'],
    [{ InstanceIds: '[]' }, 400, 'InvalidParameter.InstanceIds'],
    [{ InstanceIds: '["i-none"]' }, 404, 'InvalidInstanceId.NotFound'],
    [{ DryRun: 'perhaps' }, 400, 'InvalidParameter'],
    [{ DryRun: true }, 400, 'DryRunOperation'],
  ])('refuses %j', async (parameters, status, code) => {
    const { account, InstanceId, instance } = await setUp();
    const refusal = await account.refused(
      'Ecs',
      'ModifyInstanceChargeType',
      change([InstanceId], { Period: 1, ...parameters }),
    );
    expect(refusal).toMatchObject({ status, code });
    expect((await instance()).InstanceChargeType).toBe('PostPaid');
  });

  it('changes none when one of them cannot be changed', async () => {
    const { account, network, InstanceId, instance } = await setUp();
    const minutesFromNow = (minutes: number) =>
      new Date(Date.parse(localyun.server.levers.clock().now) + minutes * 60_000);
    const AutoReleaseTime = `${minutesFromNow(60).toISOString().slice(0, 19)}Z`;
    const releasing = await account.runInstance(network, { AutoReleaseTime });
    const spot = await account.runInstance(network, { SpotStrategy: 'SpotAsPriceGo' });
    const stopped = await account.runInstance(network);
    await account.ok('Ecs', 'StopInstance', { InstanceId: stopped, StoppedMode: 'StopCharging' });
    await localyun.advance(1_000);
    const starting = await account.runInstance(network);
    await account.ok('Ecs', 'RebootInstance', { InstanceId: starting });
    const cases = [
      [releasing, 'ReleaseTimeHaveBeenSet'],
      [spot, 'InvalidInstanceChargeType.ValueNotSupported'],
      [stopped, 'InvalidInstanceChargeType.ValueNotSupported'],
      [starting, 'InvalidStatus.ValueNotSupported'],
    ] as const;
    for (const [id, code] of cases) {
      const parameters = change([InstanceId, id], { Period: 1 });
      expect(await account.refused('Ecs', 'ModifyInstanceChargeType', parameters)).toMatchObject({ status: 400, code });
    }
    expect((await instance()).InstanceChargeType).toBe('PostPaid');
  });
});

describe('the renewal of subscriptions', () => {
  const describeRenewal = 'DescribeInstanceAutoRenewAttribute';
  const modifyRenewal = 'ModifyInstanceAutoRenewAttribute';

  it('is what the creation said, until it is changed', async () => {
    const { account, network, InstanceId } = await setUp({ ...subscription, AutoRenew: true, AutoRenewPeriod: 2 });
    const other = await account.runInstance(network, subscription);
    const rows = async (parameters: object): Promise<Body[]> =>
      (await account.ok('Ecs', describeRenewal, { RegionId, ...parameters })).InstanceRenewAttributes
        .InstanceRenewAttribute;
    expect(await rows({ InstanceId: `${InstanceId},${other}` })).toEqual([
      {
        InstanceId,
        AutoRenewEnabled: true,
        RenewalStatus: 'AutoRenewal',
        Duration: 2,
        PeriodUnit: 'Month',
        EnableExpectedRenewDay: false,
      },
      {
        InstanceId: other,
        AutoRenewEnabled: false,
        RenewalStatus: 'Normal',
        Duration: 0,
        PeriodUnit: 'Month',
        EnableExpectedRenewDay: false,
      },
    ]);
    await account.ok('Ecs', modifyRenewal, {
      RegionId,
      InstanceId: other,
      Duration: 1,
      PeriodUnit: 'Year',
      AutoRenew: true,
    });
    await account.ok('Ecs', modifyRenewal, { RegionId, InstanceId, RenewalStatus: 'NotRenewal' });
    expect(await rows({ RenewalStatus: 'AutoRenewal' })).toMatchObject([
      { InstanceId: other, AutoRenewEnabled: true, Duration: 1, PeriodUnit: 'Year' },
    ]);
    expect(await rows({ RenewalStatus: 'NotRenewal' })).toMatchObject([{ InstanceId, AutoRenewEnabled: false }]);
    expect(await rows({ RenewalStatus: 'Normal' })).toEqual([]);
    expect(await rows({ InstanceId: other, RenewalStatus: 'NotRenewal' })).toEqual([]);
    const page = { RegionId, InstanceId: `${InstanceId},${other}`, PageNumber: '2', PageSize: '1' };
    const second = await account.ok('Ecs', describeRenewal, page);
    expect(second).toMatchObject({ TotalCount: 2, PageNumber: 2, PageSize: 1 });
    expect(second.InstanceRenewAttributes.InstanceRenewAttribute).toMatchObject([{ InstanceId: other }]);
    await account.ok('Ecs', modifyRenewal, { RegionId, InstanceId: other });
    expect(await rows({ InstanceId: other })).toMatchObject([{ RenewalStatus: 'Normal', Duration: 0 }]);
  });

  it.each([
    [describeRenewal, {}, 403, 'InvalidParameter.RenewalStatusInstanceId'],
    [describeRenewal, { RenewalStatus: 'Perhaps' }, 403, 'InvalidParameter.RenewalStatus'],
    [describeRenewal, { InstanceId: 'i-none' }, 403, 'InvalidParameter.InvalidInstanceId'],
    [describeRenewal, { InstanceId: 'i-none', PageSize: 'x' }, 400, 'InvalidParameter'],
    [modifyRenewal, { InstanceId: 'i-none' }, 403, 'InvalidParameter.InvalidInstanceId'],
    [modifyRenewal, { InstanceId: 'i-none', RenewalStatus: 'Perhaps' }, 403, 'InvalidParameter.RenewalStatus'],
    [modifyRenewal, {}, 400, 'MissingParameter'],
  ])('%s refuses %j', async (action, parameters, status, code) => {
    const refusal = await localyun.account().refused('Ecs', action, { RegionId, ...parameters });
    expect(refusal).toMatchObject({ status, code });
  });

  it.each([
    [{ Duration: 5 }, 'InvalidParameter.Duration'],
    [{ Duration: 5, PeriodUnit: 'Week' }, 'InvalidParameter.Duration'],
    [{ PeriodUnit: 'Day' }, 'InvalidPeriodUnit.ValueNotSupported'],
    [{ PeriodUnit: 'constructor' }, 'InvalidPeriodUnit.ValueNotSupported'],
  ])('cannot be %j', async (parameters, code) => {
    const { account, InstanceId } = await setUp(subscription);
    const all = { RegionId, InstanceId, AutoRenew: true, ...parameters };
    expect(await account.refused('Ecs', modifyRenewal, all)).toMatchObject({ status: 403, code });
  });

  it.each([describeRenewal, modifyRenewal])('%s is not for what is paid as it goes', async (action) => {
    const { account, InstanceId } = await setUp();
    expect(await account.refused('Ecs', action, { RegionId, InstanceId })).toMatchObject({
      status: 403,
      code: 'ChargeTypeViolation',
    });
    const many = Array.from({ length: 101 }, (_, n) => `i-${n}`).join(',');
    expect(await account.refused('Ecs', action, { RegionId, InstanceId: many })).toMatchObject({
      status: 403,
      code: 'InvalidParameter.ToManyInstanceIds',
    });
  });
});
