import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';

describe('ListResourceGroups', () => {
  const localyun = startTestLocalyun();
  const list = (account: TestAccount, parameters = {}): Promise<Body> =>
    account.ok('ResourceManager', 'ListResourceGroups', parameters);
  const names = async (account: TestAccount, parameters = {}): Promise<string[]> =>
    (await list(account, parameters)).ResourceGroups.ResourceGroup.map((group: Body) => group.Name);

  it('lists the default group first, then the oldest, with page numbers', async () => {
    const account = localyun.account();
    for (const name of ['zulu', 'alpha', 'mike']) await account.resourceGroup(name);
    const all = ['default', 'zulu', 'alpha', 'mike'];
    expect(await names(account)).toEqual(all);
    const second = await list(account, { PageNumber: 2, PageSize: 3 });
    expect(second).toMatchObject({ TotalCount: 4, PageNumber: 2, PageSize: 3 });
    expect(second.ResourceGroups.ResourceGroup).toMatchObject([{ Name: 'mike' }]);
    expect(await list(account, { PageNumber: 3, PageSize: 3 })).toMatchObject({
      TotalCount: 4,
      ResourceGroups: { ResourceGroup: [] },
    });
    expect(await names(localyun.account())).toEqual(['default']);
  });

  it('filters by id, status, and parts of names', async () => {
    const account = localyun.account();
    const web = await account.resourceGroup('web-front');
    const shop = await account.resourceGroup('web-shop');
    await account.ok('ResourceManager', 'UpdateResourceGroup', { ResourceGroupId: shop, NewDisplayName: 'The Shop' });
    await account.ok('ResourceManager', 'CreateResourceGroup', { Name: 'new', DisplayName: 'new' });

    expect(await names(account, { Status: 'Creating' })).toEqual(['new']);
    expect(await names(account, { Status: 'OK' })).toEqual(['default', 'web-front', 'web-shop']);
    expect(await names(account, { Status: 'PendingDelete' })).toEqual([]);
    expect(await names(account, { Name: 'WEB' })).toEqual(['web-front', 'web-shop']);
    expect(await names(account, { DisplayName: 'shop' })).toEqual(['web-shop']);
    expect(await names(account, { Name: 'web', DisplayName: 'front' })).toEqual(['web-front']);
    expect(await names(account, { ResourceGroupId: web })).toEqual(['web-front']);
    expect(await names(account, { ResourceGroupId: web, ResourceGroupIds: [shop, 'rg-none'] })).toEqual(['web-shop']);
    await account.ok('ResourceManager', 'DeleteResourceGroup', { ResourceGroupId: web });
    expect(await names(account, { Status: 'PendingDelete' })).toEqual(['web-front']);
    await localyun.advance(1_000);
    expect(await names(account, { Name: 'web' })).toEqual(['web-shop']);
  });

  it('shows tags where they were asked for or filtered by', async () => {
    const account = localyun.account();
    const tagged = { DisplayName: 'x', Tag: [{ Key: 'env', Value: 'test' }, { Key: 'team' }] };
    await account.ok('ResourceManager', 'CreateResourceGroup', { Name: 'one', ...tagged });
    await localyun.advance(1);
    await account.ok('ResourceManager', 'CreateResourceGroup', { Name: 'two', DisplayName: 'x' });
    await localyun.advance(1_000);
    const Tags = {
      Tag: [
        { TagKey: 'env', TagValue: 'test' },
        { TagKey: 'team', TagValue: '' },
      ],
    };
    const groups = async (parameters: object): Promise<Body[]> =>
      (await list(account, parameters)).ResourceGroups.ResourceGroup;
    expect((await groups({})).filter((group) => 'Tags' in group)).toEqual([]);
    expect((await groups({ IncludeTags: true })).map((group) => group.Tags)).toEqual([{ Tag: [] }, Tags, { Tag: [] }]);
    expect(await groups({ Tag: [{ Key: 'env' }] })).toMatchObject([{ Name: 'one', Tags }]);
    expect(await groups({ Tag: [{ Key: 'env', Value: 'test' }, { Key: 'team' }] })).toHaveLength(1);
    expect(await groups({ Tag: [{ Key: 'env', Value: 'live' }] })).toEqual([]);
    const [one] = await groups({ Name: 'one' });
    const get = (parameters: object) =>
      account.ok('ResourceManager', 'GetResourceGroup', { ResourceGroupId: one?.Id, ...parameters });
    expect((await get({})).ResourceGroup).not.toHaveProperty('Tags');
    expect((await get({ IncludeTags: true })).ResourceGroup.Tags).toEqual(Tags);
  });

  it.each([
    [{ Status: 'Broken' }, 'InvalidParameter'],
    [{ PageSize: 101 }, 'InvalidParameter'],
    [{ PageNumber: 0 }, 'InvalidParameter'],
    [{ ResourceGroupId: 'group' }, 'InvalidParameter.ResourceGroupId'],
    [{ ResourceGroupIds: Array.from({ length: 101 }, (_, n) => `rg-${n}`) }, 'InvalidParameter'],
    [{ Tag: [{ Value: 'x' }] }, 'InvalidParameter.TagKey'],
    [{ Tag: Array.from({ length: 21 }, (_, n) => ({ Key: `k${n}` })) }, 'NumberExceed.Tags'],
  ])('refuses %j', async (wrong, code) => {
    const refusal = await localyun.account().refused('ResourceManager', 'ListResourceGroups', wrong);
    expect(refusal).toMatchObject({ status: 400, code });
  });
});
