import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../test/support/test-account.ts';

const localyun = startTestLocalyun();
const dayMs = 24 * 60 * 60 * 1000;
const subscription = { InstanceChargeType: 'PrePaid', Period: 1, PeriodUnit: 'Month' };

async function query(account: TestAccount, parameters: object = {}): Promise<Body> {
  return (await account.ok('BssOpenApi', 'QueryAvailableInstances', { ...parameters })).Data;
}

async function idsOf(account: TestAccount, parameters: object): Promise<string[]> {
  return (await query(account, parameters)).InstanceList.map((one: Body) => one.InstanceID);
}

function utc(timeMs: number): string {
  return `${new Date(timeMs).toISOString().slice(0, 19)}Z`;
}

describe('QueryAvailableInstances', () => {
  it('answers what Terraform asks to tell the site of an account: nothing, successfully', async () => {
    const answer = await localyun.account().ok('BssOpenApi', 'QueryAvailableInstances', {
      PageSize: 50,
      PageNum: 1,
      ProductCode: 'vipcloudfw',
      ProductType: 'vipcloudfw',
      SubscriptionType: 'Subscription',
    });
    expect(answer).toEqual({
      RequestId: expect.stringMatching(/^[0-9A-F-]{36}$/),
      Code: 'Success',
      Message: 'Successful!',
      Success: true,
      Data: { PageNum: 1, PageSize: 50, TotalCount: 0, InstanceList: [] },
    });
  });

  it('lists subscriptions and what is paid as it goes, of every region, newest first', async () => {
    const account = localyun.account();
    const hangzhou = await account.network();
    const beijing = await account.network({ regionId: 'cn-beijing' });
    const paidAsItGoes = await account.runInstance(hangzhou);
    const subscribed = await account.runInstance(beijing, { ...subscription, AutoRenew: true, AutoRenewPeriod: 2 });
    const { InstanceList: list, TotalCount: count } = await query(account);
    expect(count).toBe(2);
    expect(list.map((one: Body) => one.InstanceID)).toEqual([subscribed, paidAsItGoes]);
    const [first, second] = list;
    expect(first).toEqual({
      InstanceID: subscribed,
      OwnerId: Number(account.accountId),
      ProductCode: 'ecs',
      ProductType: 'ecs',
      Region: 'cn-beijing',
      SubscriptionType: 'Subscription',
      Status: 'Normal',
      CreateTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      EndTime: utc(Date.parse(first.CreateTime) + 30 * dayMs),
      RenewStatus: 'AutoRenewal',
      RenewalDuration: 2,
      RenewalDurationUnit: 'M',
      Seller: '26842',
      SellerId: 26842,
    });
    expect(second).toMatchObject({ SubscriptionType: 'PayAsYouGo', Region: 'cn-hangzhou' });
    expect(second).not.toHaveProperty('EndTime');
    expect(second).not.toHaveProperty('RenewStatus');
  });

  it('keeps what no filter excludes', async () => {
    const account = localyun.account();
    const network = await account.network();
    const paidAsItGoes = await account.runInstance(network);
    const week = await account.runInstance(network, { InstanceChargeType: 'PrePaid', Period: 1, PeriodUnit: 'Week' });
    const [{ CreateTime: created, EndTime: ends }] = (await query(account, { InstanceIDs: week })).InstanceList;
    const isWithin = (times: object) => idsOf(account, times);
    const earlier = (text: string) => utc(Date.parse(text) - 1000);
    const later = (text: string) => utc(Date.parse(text) + 1000);

    expect(await isWithin({ SubscriptionType: 'Subscription' })).toEqual([week]);
    expect(await isWithin({ SubscriptionType: 'PayAsYouGo' })).toEqual([paidAsItGoes]);
    expect(await isWithin({ ProductCode: 'ecs', Region: 'cn-hangzhou' })).toEqual([week, paidAsItGoes]);
    expect(await isWithin({ ProductCode: 'ecs', Region: 'cn-beijing' })).toEqual([]);
    expect(await isWithin({ ProductCode: 'eip' })).toEqual([]);
    expect(await isWithin({ ProductType: 'rds' })).toEqual([]);
    expect(await isWithin({ InstanceIDs: `${paidAsItGoes}, i-other` })).toEqual([paidAsItGoes]);
    expect(await isWithin({ RenewStatus: 'ManualRenewal' })).toEqual([week]);
    expect(await isWithin({ RenewStatus: 'AutoRenewal' })).toEqual([]);
    expect(await isWithin({ CreateTimeStart: created, CreateTimeEnd: created })).toEqual([week]);
    expect(await isWithin({ CreateTimeStart: later(created) })).toEqual([]);
    expect(await isWithin({ CreateTimeEnd: earlier(created) })).toEqual([paidAsItGoes]);
    expect(await isWithin({ EndTimeStart: ends, EndTimeEnd: ends })).toEqual([week]);
    expect(await isWithin({ EndTimeStart: later(ends) })).toEqual([]);
    expect(await isWithin({ EndTimeEnd: earlier(ends) })).toEqual([]);
  });

  it('turns pages', async () => {
    const account = localyun.account();
    const network = await account.network();
    const all = [await account.runInstance(network), await account.runInstance(network)].reverse();
    for (const PageNum of [1, 2]) {
      const page = await query(account, { PageNum, PageSize: 1 });
      expect(page).toMatchObject({ PageNum, PageSize: 1, TotalCount: 2 });
      expect(page.InstanceList.map((one: Body) => one.InstanceID)).toEqual([all[PageNum - 1]]);
    }
    expect(await query(account, { PageNum: 3, PageSize: 1 })).toMatchObject({ TotalCount: 2, InstanceList: [] });
    expect(await query(account)).toMatchObject({ PageNum: 1, PageSize: 20 });
  });

  it('follows the life of an instance: being made, paid for, expired', async () => {
    const account = localyun.account();
    const network = await account.network();
    const made = await account.ok('Ecs', 'RunInstances', {
      RegionId: network.regionId,
      InstanceType: 'ecs.g6.large',
      ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
      ...subscription,
    });
    const [id] = made.InstanceIdSets.InstanceIdSet;
    const status = async () => (await query(account, { InstanceIDs: id })).InstanceList[0].Status;
    expect(await status()).toBe('Creating');
    await localyun.advance(5_000);
    expect(await status()).toBe('Normal');
    await localyun.advance(31 * dayMs);
    expect(await status()).toBe('Expired');
  });

  it("shows nothing of another account's", async () => {
    const owner = localyun.account();
    const id = await owner.runInstance(await owner.network());
    expect(await query(localyun.account(), { InstanceIDs: id })).toMatchObject({ TotalCount: 0, InstanceList: [] });
  });

  it.each([
    [{ Region: 'cn-hangzhou' }, 'MissingParameter', 'ProductCode'],
    [{ SubscriptionType: 'PrePaid' }, 'InvalidParameter', 'PrePaid'],
    [{ RenewStatus: 'Never' }, 'InvalidParameter', 'Never'],
    [{ PageNum: 0 }, 'InvalidParameter', 'PageNum'],
    [{ PageSize: 1.5 }, 'InvalidParameter', 'PageSize'],
    [{ CreateTimeStart: 'yesterday' }, 'InvalidParameter', 'yesterday'],
    [{ EndTimeEnd: '2026-13-01T00:00:00Z' }, 'InvalidParameter', 'EndTimeEnd'],
    [{ InstanceIDs: new Array(101).fill('i-1').join(',') }, 'InvalidParameter', '101 ids'],
  ])('refuses %j', async (parameters, code, said) => {
    expect(await localyun.account().refused('BssOpenApi', 'QueryAvailableInstances', parameters)).toEqual({
      status: 400,
      code,
      message: expect.stringContaining(said),
    });
  });
});
