import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';
import { allowing } from '../policy/policy.fixture.ts';
import { trusting } from '../role/role.fixture.ts';

const json = JSON.stringify;

describe('tags of roles and policies', () => {
  const localyun = startTestLocalyun();
  const setUp = async (): Promise<TestAccount> => {
    const account = localyun.account();
    for (const name of ['one', 'two']) {
      await account.ok('Ram', 'CreateRole', { RoleName: name, AssumeRolePolicyDocument: trusting('*') });
      await account.ok('Ram', 'CreatePolicy', { PolicyName: name, PolicyDocument: allowing('*') });
    }
    return account;
  };
  const tag = (account: TestAccount, ResourceType: string, names: string[], tags: object[]) =>
    account.ok('Ram', 'TagResources', { ResourceType, ResourceNames: json(names), Tag: json(tags) });
  const list = (account: TestAccount, ResourceType: string, more = {}): Promise<Body> =>
    account.ok('Ram', 'ListTagResources', { ResourceType, ...more });
  const rows = async (account: TestAccount, type: string, more = {}): Promise<string[]> =>
    (await list(account, type, more)).TagResources.map(
      (row: Body) => `${row.ResourceName} ${row.TagKey}=${row.TagValue}`,
    );

  it.each(['role', 'policy'])('are set, overwritten, listed and taken off a %s', async (type) => {
    const account = await setUp();
    await tag(account, type, ['one', 'two'], [{ Key: 'env', Value: 'a' }]);
    await tag(account, type, ['one'], [{ Key: 'env', Value: 'b' }, { Key: 'empty' }]);
    expect(await list(account, type, { ResourceNames: json(['one']) })).toEqual({
      RequestId: expect.any(String),
      NextToken: '',
      TagResources: [
        { ResourceName: 'one', ResourceType: type, TagKey: 'empty', TagValue: '' },
        { ResourceName: 'one', ResourceType: type, TagKey: 'env', TagValue: 'b' },
      ],
    });
    expect(await rows(account, type)).toEqual(['one empty=', 'one env=b', 'two env=a']);
    expect(await rows(account, type, { Tag: json([{ Key: 'env', Value: 'a' }]) })).toEqual(['two env=a']);
    expect(await rows(account, type === 'role' ? 'policy' : 'role')).toEqual([]);
    expect(await rows(await setUp(), type)).toEqual([]);
    const untag = (more: object) => account.ok('Ram', 'UntagResources', { ResourceType: type, ...more });
    await untag({ ResourceNames: json(['one', 'two']), TagKeys: json(['env', 'never']) });
    expect(await rows(account, type)).toEqual(['one empty=']);
    await untag({ ResourceNames: json(['one']), All: true });
    expect(await list(account, type)).toMatchObject({ TagResources: [], NextToken: '' });
  });

  it('can be spread over numbered parameters', async () => {
    const account = await setUp();
    const Tag = [{ Key: 'k', Value: 'v' }];
    await account.ok('Ram', 'TagResources', { ResourceType: 'role', ResourceNames: ['one', 'two'], Tag });
    expect(await rows(account, 'role', { ResourceNames: ['two'] })).toEqual(['two k=v']);
    await account.ok('Ram', 'UntagResources', { ResourceType: 'role', ResourceNames: ['two'], TagKeys: ['k'] });
    expect(await rows(account, 'role')).toEqual(['one k=v']);
  });

  it('come in pages', async () => {
    const account = await setUp();
    const keys = ['a', 'b', 'c', 'd', 'e'];
    await tag(
      account,
      'role',
      ['one'],
      keys.map((Key) => ({ Key })),
    );
    const first = await list(account, 'role', { PageSize: 3 });
    const second = await list(account, 'role', { PageSize: 3, NextToken: first.NextToken });
    expect(first.TagResources).toHaveLength(3);
    expect([...first.TagResources, ...second.TagResources].map((row: Body) => row.TagKey)).toEqual(keys);
    expect(second.NextToken).toBe('');
  });

  it('have values of up to 256 characters', async () => {
    const account = await setUp();
    const Value = 'x'.repeat(256);
    await tag(account, 'policy', ['one'], [{ Key: 'k', Value }]);
    expect((await list(account, 'policy')).TagResources).toMatchObject([{ TagValue: Value }]);
  });

  it('are at most 20 each, and go to all or none', async () => {
    const account = await setUp();
    const twenty = Array.from({ length: 20 }, (_, n) => ({ Key: `k${n}` }));
    await tag(account, 'policy', ['two'], twenty);
    const full = { ResourceType: 'policy', ResourceNames: json(['one', 'two']), Tag: json([{ Key: 'a' }]) };
    expect(await account.refused('Ram', 'TagResources', full)).toMatchObject({
      status: 403,
      code: 'QuotaExceed.TagsPerResource',
    });
    expect(await rows(account, 'policy', { ResourceNames: json(['one']) })).toEqual([]);
  });

  const many = Array.from({ length: 51 }, (_, n) => `name-${n}`);
  const keys = Array.from({ length: 21 }, (_, n) => `k${n}`);
  it.each([
    ['TagResources', { ResourceType: '' }, 400, 'MissingParameter'],
    ['TagResources', { ResourceNames: '' }, 400, 'MissingParameter'],
    ['TagResources', { Tag: '' }, 400, 'MissingParameter'],
    ['TagResources', { ResourceType: 'user' }, 400, 'InvalidParameter.ResourceType'],
    ['TagResources', { ResourceType: 'toString' }, 400, 'InvalidParameter.ResourceType'],
    ['TagResources', { ResourceNames: '[]' }, 400, 'MissingParameter'],
    ['TagResources', { ResourceNames: json(many) }, 400, 'InvalidParameter.ResourceNames'],
    ['TagResources', { ResourceNames: json([1]) }, 400, 'InvalidParameter.ResourceNames'],
    ['TagResources', { ResourceNames: json(['a\0b']) }, 400, 'InvalidParameter'],
    ['TagResources', { ResourceNames: '{"a":"b"}' }, 400, 'InvalidParameter.ResourceNames'],
    ['TagResources', { ResourceNames: 'one' }, 400, 'InvalidParameter'],
    ['TagResources', { ResourceNames: json(['one', 'none']) }, 404, 'EntityNotExist.Role'],
    ['TagResources', { ResourceType: 'policy', ResourceNames: '["none"]' }, 404, 'EntityNotExist.Policy'],
    ['TagResources', { Tag: '[]' }, 400, 'MissingParameter'],
    ['TagResources', { Tag: '[null]' }, 400, 'InvalidParameter.Tag'],
    ['TagResources', { Tag: json(keys.map((Key) => ({ Key }))) }, 400, 'NumberExceed.Tags'],
    ['TagResources', { Tag: json([{ Key: 'acs:a' }]) }, 400, 'InvalidParameter.TagKey'],
    ['TagResources', { Tag: json([{ Key: 'a', Value: 'x'.repeat(257) }]) }, 400, 'InvalidParameter.TagValue'],
    ['TagResources', { Tag: json([{ Key: 'a' }, { Key: 'a' }]) }, 400, 'Duplicate.TagKey'],
    ['UntagResources', { ResourceType: 'group' }, 400, 'InvalidParameter.ResourceType'],
    ['UntagResources', { ResourceNames: '["none"]' }, 404, 'EntityNotExist.Role'],
    ['UntagResources', { ResourceType: 'policy', ResourceNames: '["none"]' }, 404, 'EntityNotExist.Policy'],
    ['UntagResources', { ResourceNames: '[]' }, 400, 'MissingParameter'],
    ['UntagResources', { TagKeys: json(keys) }, 400, 'InvalidParameter.TagKeys'],
    ['UntagResources', { TagKeys: '{}' }, 400, 'InvalidParameter.TagKeys'],
    ['UntagResources', { TagKeys: '[]' }, 400, 'MissingParameter.TagKeysOrDeleteAll'],
    ['UntagResources', { TagKeys: '' }, 400, 'MissingParameter.TagKeysOrDeleteAll'],
    ['ListTagResources', { ResourceType: '' }, 400, 'MissingParameter'],
    ['ListTagResources', { ResourceType: 'Role' }, 400, 'InvalidParameter.ResourceType'],
    ['ListTagResources', { ResourceNames: json(many) }, 400, 'InvalidParameter.ResourceNames'],
    ['ListTagResources', { PageSize: 101 }, 400, 'InvalidParameter'],
    ['ListTagResources', { NextToken: 'nonsense' }, 400, 'InvalidParameter'],
    ['ListTagResources', { Tag: '[{"Value":"x"}]' }, 400, 'InvalidParameter.TagKey'],
    ['ListTagResources', { Tag: '"x"' }, 400, 'InvalidParameter'],
    ['ListTagResources', { Tag: '{}' }, 400, 'InvalidParameter.Tag'],
    ['ListTagResources', { Tag: json(keys.map((Key) => ({ Key }))) }, 400, 'NumberExceed.Tags'],
  ])('%s refuses %j', async (action, wrong, status, code) => {
    const account = await setUp();
    await tag(account, 'role', ['one'], [{ Key: 'kept' }]);
    const given = { ResourceType: 'role', ResourceNames: '["one"]', Tag: '[{"Key":"new"}]', TagKeys: '["kept"]' };
    expect(await account.refused('Ram', action, { ...given, ...wrong })).toMatchObject({ status, code });
    expect(await rows(account, 'role')).toEqual(['one kept=']);
  });
});
