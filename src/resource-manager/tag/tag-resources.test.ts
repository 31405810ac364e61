import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';

describe('tags of resource groups', () => {
  const localyun = startTestLocalyun();
  const tag = (account: TestAccount, ResourceId: string[], Tag: object[]) =>
    account.ok('ResourceManager', 'TagResources', { ResourceType: 'ResourceGroup', ResourceId, Tag });
  const list = (account: TestAccount, parameters = {}): Promise<Body> =>
    account.ok('ResourceManager', 'ListTagResources', { ResourceType: 'ResourceGroup', ...parameters });
  const rows = async (account: TestAccount, parameters = {}): Promise<string[]> =>
    (await list(account, parameters)).TagResources.map(
      (row: Body) => `${row.ResourceId} ${row.TagKey}=${row.TagValue}`,
    );

  it('are set, overwritten, listed and taken off', async () => {
    const account = localyun.account();
    const [one, two] = [await account.resourceGroup('one'), await account.resourceGroup('two')];
    await tag(account, [one, two], [{ Key: 'env', Value: 'a' }]);
    await tag(account, [one], [{ Key: 'env', Value: 'b' }, { Key: 'empty' }]);
    expect(await list(account, { ResourceId: [one] })).toEqual({
      RequestId: expect.any(String),
      NextToken: '',
      TagResources: [
        { ResourceId: one, ResourceType: 'resourcegroup', TagKey: 'empty', TagValue: '' },
        { ResourceId: one, ResourceType: 'resourcegroup', TagKey: 'env', TagValue: 'b' },
      ],
    });
    expect((await rows(account)).sort()).toEqual([`${one} empty=`, `${one} env=b`, `${two} env=a`].sort());
    expect(await rows(account, { Tag: [{ Key: 'env', Value: 'a' }] })).toEqual([`${two} env=a`]);
    const untag = (parameters: Readonly<Record<string, unknown>>) =>
      account.ok('ResourceManager', 'UntagResources', parameters);
    await untag({ ResourceId: [one, two], TagKey: ['env', 'never'] });
    expect(await rows(account)).toEqual([`${one} empty=`]);
    await untag({ ResourceId: [one], All: true });
    expect(await list(account)).toMatchObject({ TagResources: [], NextToken: '' });
  });

  it('can be on the default group, and go with a deleted one', async () => {
    const account = localyun.account();
    const groups = await account.ok('ResourceManager', 'ListResourceGroups', {});
    const { Id: defaultId } = groups.ResourceGroups.ResourceGroup[0];
    const id = await account.resourceGroup();
    await tag(account, [defaultId, id], [{ Key: 'k', Value: 'v' }]);
    await account.ok('ResourceManager', 'DeleteResourceGroup', { ResourceGroupId: id });
    await localyun.advance(1_000);
    expect(await rows(account)).toEqual([`${defaultId} k=v`]);
    expect(await rows(localyun.account())).toEqual([]);
  });

  it('come in pages', async () => {
    const account = localyun.account();
    const id = await account.resourceGroup();
    const keys = Array.from({ length: 12 }, (_, n) => `k${String(n).padStart(2, '0')}`);
    await tag(
      account,
      [id],
      keys.map((Key) => ({ Key })),
    );
    const first = await list(account);
    expect(first.TagResources).toHaveLength(10);
    const second = await list(account, { MaxResults: 100, NextToken: first.NextToken });
    expect([...first.TagResources, ...second.TagResources].map((row: Body) => row.TagKey)).toEqual(keys);
    expect(second.NextToken).toBe('');
  });

  it('go to all of the groups or to none, and are at most 20 a group', async () => {
    const account = localyun.account();
    const id = await account.resourceGroup();
    const unknown = await account.refused('ResourceManager', 'TagResources', {
      ResourceId: [id, 'rg-none'],
      Tag: [{ Key: 'a' }],
    });
    expect(unknown).toMatchObject({ status: 404, code: 'EntityNotExists.ResourceGroup' });
    await tag(
      account,
      [id],
      Array.from({ length: 20 }, (_, n) => ({ Key: `k${n}` })),
    );
    const full = await account.refused('ResourceManager', 'TagResources', { ResourceId: [id], Tag: [{ Key: 'a' }] });
    expect(full).toMatchObject({ status: 403, code: 'QuotaExceed.TagsPerResource' });
    expect(await rows(account, { Tag: [{ Key: 'a' }] })).toEqual([]);
  });

  const many = Array.from({ length: 51 }, (_, n) => `rg-${n}`);
  const keys = Array.from({ length: 21 }, (_, n) => `k${n}`);
  it.each([
    ['TagResources', { ResourceType: 'Account' }, 400, 'InvalidParameter.ResourceType'],
    ['TagResources', { ResourceId: many }, 400, 'NumberExceed.ResourceIds'],
    ['TagResources', { Tag: keys.map((Key) => ({ Key })) }, 400, 'NumberExceed.Tags'],
    ['TagResources', { Tag: [{ Key: 'aliyun' }] }, 400, 'InvalidParameter.TagKey'],
    ['TagResources', { Tag: [{ Key: 'a', Value: 'http://x' }] }, 400, 'InvalidParameter.TagValue'],
    ['TagResources', { Tag: [{ Key: 'a' }, { Key: 'a' }] }, 400, 'Duplicate.TagKey'],
    ['TagResources', { Tag: [] }, 400, 'MissingParameter'],
    ['UntagResources', { TagKey: keys }, 400, 'NumberExceed.TagKeys'],
    ['UntagResources', { TagKey: [] }, 400, 'MissingParameter.TagKeysOrDeleteAll'],
    ['UntagResources', {}, 404, 'EntityNotExists.ResourceGroup'],
    ['ListTagResources', { MaxResults: 101 }, 400, 'InvalidParameter'],
    ['ListTagResources', { NextToken: 'nonsense' }, 400, 'InvalidParameter'],
    ['ListTagResources', { Tag: [{ Value: 'x' }] }, 400, 'InvalidParameter.TagKey'],
  ])('%s refuses %j', async (action, wrong, status, code) => {
    const parameters = { ResourceId: ['rg-none'], Tag: [{ Key: 'a' }], TagKey: ['a'], ...wrong };
    expect(await localyun.account().refused('ResourceManager', action, parameters)).toMatchObject({ status, code });
  });
});
