import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { TestAccount } from '../../../test/support/test-account.ts';

const RegionId = 'cn-hangzhou';
const ResourceType = 'securitygroup';

describe('TagResources, UntagResources', () => {
  const localyun = startTestLocalyun();
  const group = async (account: TestAccount, parameters = {}): Promise<string> =>
    (await account.ok('Ecs', 'CreateSecurityGroup', { RegionId, ...parameters })).SecurityGroupId;
  const tag = (account: TestAccount, ResourceId: readonly string[], tags: Readonly<Record<string, string>>) =>
    account.ok('Ecs', 'TagResources', {
      RegionId,
      ResourceType,
      ResourceId,
      Tag: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    });
  const tagsOf = async (account: TestAccount, id: string, type = ResourceType): Promise<Record<string, string>> => {
    const answer = await account.ok('Ecs', 'ListTagResources', { RegionId, ResourceType: type, ResourceId: [id] });
    return Object.fromEntries(
      answer.TagResources.TagResource.map((row: { TagKey: string; TagValue: string }) => [row.TagKey, row.TagValue]),
    );
  };

  it('ENI-150 sets tags of several resources; a key that is there gets the new value', async () => {
    const account = localyun.account();
    const [one, two] = [await group(account, { Tag: [{ Key: 'stage', Value: 'test' }] }), await group(account)];
    const answer = await tag(account, [one, two, one], { stage: 'live', team: '' });
    expect(Object.keys(answer)).toEqual(['RequestId']);
    expect(await tagsOf(account, one)).toEqual({ stage: 'live', team: '' });
    expect(await tagsOf(account, two)).toEqual({ stage: 'live', team: '' });
    const listed = await account.ok('Ecs', 'DescribeSecurityGroups', { RegionId, SecurityGroupId: one });
    expect(listed.SecurityGroups.SecurityGroup[0].Tags.Tag).toEqual([
      { TagKey: 'stage', TagValue: 'live' },
      { TagKey: 'team', TagValue: '' },
    ]);
  });

  it('tags network interfaces', async () => {
    const account = localyun.account();
    const network = await account.network();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network, { Tag: [{ Key: 'a', Value: '1' }] });
    await account.ok('Ecs', 'TagResources', {
      RegionId,
      ResourceType: 'eni',
      ResourceId: [NetworkInterfaceId],
      Tag: [{ Key: 'b', Value: '2' }],
    });
    expect(await tagsOf(account, NetworkInterfaceId, 'eni')).toEqual({ a: '1', b: '2' });
    const eni = await account.describeNetworkInterface(network, NetworkInterfaceId);
    expect(eni?.Tags.Tag).toHaveLength(2);
  });

  it('tags instances', async () => {
    const account = localyun.account();
    const network = await account.network();
    const instanceId = await account.runInstance(network);
    await account.ok('Ecs', 'TagResources', {
      RegionId,
      ResourceType: 'instance',
      ResourceId: [instanceId],
      Tag: [{ Key: 'c', Value: '3' }],
    });
    expect(await tagsOf(account, instanceId, 'instance')).toEqual({ c: '3' });
    expect(await tagsOf(account, instanceId, 'eni')).toEqual({});
  });

  it('ENI-150 changes nothing when one of the resources does not exist', async () => {
    const [account, stranger] = [localyun.account(), localyun.account()];
    const mine = await group(account, { Tag: [{ Key: 'old', Value: 'kept' }] });
    const foreign = await group(stranger);
    for (const other of ['sg-bp1doesnotexist00000', foreign]) {
      const request = { RegionId, ResourceType, ResourceId: [mine, other] };
      const tagged = await account.refused('Ecs', 'TagResources', { ...request, Tag: [{ Key: 'new' }] });
      expect(tagged).toMatchObject({ status: 404, code: 'InvalidResourceId.NotFound' });
      expect(tagged.message).toContain(other);
      expect(tagged.message).not.toContain(mine);
      const untagged = await account.refused('Ecs', 'UntagResources', { ...request, All: true });
      expect(untagged).toMatchObject({ status: 404, code: 'InvalidResourceId.NotFound' });
    }
    expect(await tagsOf(account, mine)).toEqual({ old: 'kept' });
    expect(await tagsOf(stranger, foreign)).toEqual({});
  });

  it('knows a resource only under its own type and in its own region', async () => {
    const account = localyun.account();
    const id = await group(account);
    const Tag = [{ Key: 'x' }];
    const wrongType = await account.refused('Ecs', 'TagResources', {
      RegionId,
      ResourceType: 'eni',
      ResourceId: [id],
      Tag,
    });
    expect(wrongType).toMatchObject({ status: 404, code: 'InvalidResourceId.NotFound' });
    const wrongRegion = await account.refused('Ecs', 'TagResources', {
      RegionId: 'cn-beijing',
      ResourceType,
      ResourceId: [id],
      Tag,
    });
    expect(wrongRegion).toMatchObject({ status: 404, code: 'InvalidResourceId.NotFound' });
  });

  it('allows a resource 20 tags, those it has counted in', async () => {
    const account = localyun.account();
    const [full, empty] = [await group(account), await group(account)];
    const twenty = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`key${n}`, `${n}`]));
    await tag(account, [full], twenty);
    await tag(account, [full], { key3: 'again' });
    const refusal = await account.refused('Ecs', 'TagResources', {
      RegionId,
      ResourceType,
      ResourceId: [empty, full],
      Tag: [{ Key: 'one-more' }],
    });
    expect(refusal).toMatchObject({ status: 403, code: 'QuotaExceed.Tags' });
    expect(refusal.message).toContain(full);
    expect(await tagsOf(account, empty)).toEqual({});
    expect(await tagsOf(account, full)).toEqual({ ...twenty, key3: 'again' });
  });

  it('takes single tags off, and passes over keys that are not there', async () => {
    const account = localyun.account();
    const [one, two] = [await group(account), await group(account)];
    await tag(account, [one, two], { a: '1', b: '2', c: '3' });
    await account.ok('Ecs', 'UntagResources', {
      RegionId,
      ResourceType,
      ResourceId: [one],
      TagKey: ['a', 'never-set', 'c'],
      All: true,
    });
    expect(await tagsOf(account, one)).toEqual({ b: '2' });
    expect(await tagsOf(account, two)).toEqual({ a: '1', b: '2', c: '3' });
  });

  it('takes all tags off with All, which counts only without keys', async () => {
    const account = localyun.account();
    const [one, two] = [await group(account), await group(account)];
    await tag(account, [one, two], { a: '1', b: '2' });
    await account.ok('Ecs', 'UntagResources', { RegionId, ResourceType, ResourceId: [one], All: true });
    expect(await tagsOf(account, one)).toEqual({});
    expect(await tagsOf(account, two)).toEqual({ a: '1', b: '2' });
    const refusal = await account.refused('Ecs', 'UntagResources', { RegionId, ResourceType, ResourceId: [two] });
    expect(refusal).toMatchObject({ status: 400, code: 'MissingParameter.Tags' });
  });

  const many = (count: number, prefix: string) => Array.from({ length: count }, (_, n) => `${prefix}${n}`);
  const good = { RegionId, ResourceType, ResourceId: ['sg-1'], Tag: [{ Key: 'k', Value: 'v' }] };
  it.each([
    ['TagResources', { ResourceId: many(51, 'sg-') }, 400, 'NumberExceed.ResourceIds'],
    ['UntagResources', { ResourceId: many(51, 'sg-'), All: true }, 400, 'NumberExceed.ResourceIds'],
    ['TagResources', { Tag: many(21, 'k').map((Key) => ({ Key })) }, 400, 'NumberExceed.Tags'],
    ['UntagResources', { TagKey: many(21, 'k') }, 400, 'NumberExceed.Tags'],
    ['UntagResources', { TagKey: ['k', 'k'] }, 400, 'Duplicate.TagKey'],
    ['TagResources', { Tag: [{ Key: 'k' }, { Key: 'k', Value: 'v' }] }, 400, 'Duplicate.TagKey'],
    ['TagResources', { Tag: [{ Key: 'aliyun.k' }] }, 400, 'InvalidTagKey.Malformed'],
    ['TagResources', { Tag: [{ Key: 'k'.repeat(129) }] }, 400, 'InvalidTagKey.Malformed'],
    ['TagResources', { Tag: [{ Value: 'v' }] }, 400, 'InvalidTagKey.Malformed'],
    ['TagResources', { Tag: [{ Key: 'k', Value: 'v'.repeat(129) }] }, 400, 'InvalidTagValue.Malformed'],
    ['TagResources', { ResourceType: 'teapot' }, 404, 'InvalidResourceType.NotFound'],
    ['UntagResources', { ResourceType: 'teapot', All: true }, 404, 'InvalidResourceType.NotFound'],
    ['TagResources', { ResourceType: '' }, 400, 'MissingParameter'],
    ['TagResources', { ResourceId: [] }, 400, 'MissingParameter'],
    ['TagResources', { Tag: [] }, 400, 'MissingParameter'],
    ['UntagResources', { ResourceId: [], All: true }, 400, 'MissingParameter'],
    ['TagResources', { RegionId: 'cn-nowhere' }, 404, 'InvalidRegionId.NotFound'],
  ])('%s refuses %j', async (action, wrong, status, code) => {
    const refusal = await localyun.account().refused('Ecs', action, { ...good, ...wrong });
    expect(refusal).toMatchObject({ status, code });
  });
});
