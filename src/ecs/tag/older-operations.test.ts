import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';

const RegionId = 'cn-hangzhou';

describe('the older tag operations', () => {
  const localyun = startTestLocalyun();
  const group = async (account: TestAccount, tags: Readonly<Record<string, string>> = {}): Promise<string> => {
    const Tag = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
    return (await account.ok('Ecs', 'CreateSecurityGroup', { RegionId, Tag })).SecurityGroupId;
  };
  const tagsOf = async (account: TestAccount, ResourceType: string, id: string): Promise<Record<string, string>> => {
    const answer = await account.ok('Ecs', 'ListTagResources', { RegionId, ResourceType, ResourceId: [id] });
    return Object.fromEntries(answer.TagResources.TagResource.map((row: Body) => [row.TagKey, row.TagValue]));
  };
  const of = (ResourceType: string, ResourceId: string) => ({ RegionId, ResourceType, ResourceId });

  it('AddTags and RemoveTags work on the same tags as TagResources, for every kind of resource', async () => {
    const account = localyun.account();
    const network = await account.network();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    const kinds: [string, string][] = [
      ['eni', NetworkInterfaceId],
      ['instance', await account.runInstance(network)],
      ['securitygroup', network.securityGroupId],
    ];
    for (const [type, id] of kinds) {
      const added = await account.ok('Ecs', 'AddTags', {
        ...of(type, id),
        Tag: [{ Key: 'karpenter.sh/nodepool', Value: 'default' }, { Key: 'empty' }],
      });
      expect(Object.keys(added)).toEqual(['RequestId']);
      await account.ok('Ecs', 'AddTags', { ...of(type, id), Tag: [{ Key: 'empty', Value: 'full' }] });
      expect(await tagsOf(account, type, id)).toEqual({ 'karpenter.sh/nodepool': 'default', empty: 'full' });
      const removed = await account.ok('Ecs', 'RemoveTags', { ...of(type, id), Tag: [{ Key: 'empty' }] });
      expect(Object.keys(removed)).toEqual(['RequestId']);
      expect(await tagsOf(account, type, id)).toEqual({ 'karpenter.sh/nodepool': 'default' });
    }
    const eni = await account.describeNetworkInterface(network, NetworkInterfaceId);
    expect(eni?.Tags.Tag).toEqual([{ TagKey: 'karpenter.sh/nodepool', TagValue: 'default' }]);
  });

  it('RemoveTags takes a tag off with the value named only, and all of them when none is named', async () => {
    const account = localyun.account();
    const id = await group(account, { a: '1', b: '2', c: '3' });
    const remove = (Tag: object[]) => account.ok('Ecs', 'RemoveTags', { ...of('securitygroup', id), Tag });
    await remove([{ Key: 'a', Value: 'other' }, { Key: 'b', Value: '2' }, { Key: 'never' }]);
    expect(await tagsOf(account, 'securitygroup', id)).toEqual({ a: '1', c: '3' });
    await remove([]);
    expect(await tagsOf(account, 'securitygroup', id)).toEqual({});
    await remove([]);
  });

  it('AddTags sets all of its tags or none, and at most 20 a resource', async () => {
    const account = localyun.account();
    const id = await group(account, Object.fromEntries(Array.from({ length: 19 }, (_, n) => [`k${n}`, 'v'])));
    const add = { ...of('securitygroup', id), Tag: [{ Key: 'x' }, { Key: 'y' }] };
    const refusal = await account.refused('Ecs', 'AddTags', add);
    expect(refusal).toMatchObject({ status: 400, code: 'OperationDenied.QuotaExceed' });
    expect(refusal.message).toContain(id);
    expect(Object.keys(await tagsOf(account, 'securitygroup', id))).toHaveLength(19);
    await account.ok('Ecs', 'AddTags', { ...add, Tag: [{ Key: 'x' }, { Key: 'k0', Value: 'new' }] });
  });

  it('DescribeTags answers each tag once, and how many resources of each kind carry it', async () => {
    const account = localyun.account();
    const network = await account.network();
    const Tag = [{ Key: 'team', Value: 'blue' }];
    const { NetworkInterfaceId } = await account.createNetworkInterface(network, { Tag });
    await account.createNetworkInterface(network, { Tag: [...Tag, { Key: 'alone' }] });
    const groupId = await group(account, { team: 'blue' });
    await group(account, { team: 'red' });
    const describe = (parameters = {}): Promise<Body> => account.ok('Ecs', 'DescribeTags', { RegionId, ...parameters });
    const shown = async (parameters = {}): Promise<string[]> =>
      (await describe(parameters)).Tags.Tag.map((tag: Body) => {
        const { Eni, Instance, Securitygroup } = tag.ResourceTypeCount;
        return `${tag.TagKey}=${tag.TagValue} ${Eni}/${Instance}/${Securitygroup}`;
      });

    const answer = await describe();
    expect(answer).toMatchObject({ TotalCount: 3, PageNumber: 1, PageSize: 50 });
    expect(answer.Tags.Tag[1]).toEqual({
      TagKey: 'team',
      TagValue: 'blue',
      ResourceTypeCount: {
        Ddh: 0,
        Disk: 0,
        Eni: 2,
        Image: 0,
        Instance: 0,
        KeyPair: 0,
        LaunchTemplate: 0,
        ReservedInstance: 0,
        Securitygroup: 1,
        Snapshot: 0,
        SnapshotPolicy: 0,
        Volume: 0,
      },
    });
    expect(await shown()).toEqual(['alone= 1/0/0', 'team=blue 2/0/1', 'team=red 0/0/1']);
    expect(await shown({ ResourceType: 'eni' })).toEqual(['alone= 1/0/0', 'team=blue 2/0/0']);
    expect(await shown({ ResourceType: 'instance' })).toEqual([]);
    expect(await shown({ ResourceId: NetworkInterfaceId })).toEqual(['team=blue 1/0/0']);
    expect(await shown({ ResourceId: groupId, ResourceType: 'eni' })).toEqual([]);
    expect(await shown({ Tag: [{ Key: 'team' }] })).toEqual(['team=blue 2/0/1', 'team=red 0/0/1']);
    expect(await shown({ Tag: [{ Key: 'team', Value: 'red' }, { Key: 'alone' }] })).toEqual([
      'alone= 1/0/0',
      'team=red 0/0/1',
    ]);
    const second = await describe({ PageNumber: 2, PageSize: 2 });
    expect(second).toMatchObject({ TotalCount: 3, PageNumber: 2, PageSize: 2, Tags: { Tag: [{ TagValue: 'red' }] } });
    expect(await shown({ RegionId: 'cn-beijing' })).toEqual([]);
    expect((await localyun.account().ok('Ecs', 'DescribeTags', { RegionId })).Tags.Tag).toEqual([]);
  });

  it('DescribeResourceByTags answers the resources that carry every tag', async () => {
    const account = localyun.account();
    const network = await account.network();
    const { NetworkInterfaceId: eni } = await account.createNetworkInterface(network, {
      Tag: [
        { Key: 'team', Value: 'blue' },
        { Key: 'tier', Value: 'web' },
      ],
    });
    const blue = await group(account, { team: 'blue', alone: '' });
    const red = await group(account, { team: 'red', tier: 'web' });
    const describe = (parameters = {}): Promise<Body> =>
      account.ok('Ecs', 'DescribeResourceByTags', { RegionId, ...parameters });
    const ids = async (parameters = {}): Promise<string[]> =>
      (await describe(parameters)).Resources.Resource.map((resource: Body) => resource.ResourceId).sort();

    expect(await describe({ Tag: [{ Key: 'team', Value: 'blue' }, { Key: 'tier' }] })).toEqual({
      RequestId: expect.any(String),
      TotalCount: 1,
      PageNumber: 1,
      PageSize: 50,
      Resources: { Resource: [{ RegionId, ResourceId: eni, ResourceType: 'eni' }] },
    });
    expect(await ids({ Tag: [{ Key: 'team', Value: 'blue' }] })).toEqual([eni, blue].sort());
    expect(await ids({ Tag: [{ Key: 'tier', Value: 'web' }, { Key: 'team' }] })).toEqual([eni, red].sort());
    expect(await ids({ Tag: [{ Key: 'tier' }, { Key: 'alone' }] })).toEqual([]);
    expect(await ids({ ResourceType: 'securitygroup', Tag: [{ Key: 'team' }] })).toEqual([blue, red].sort());
    expect(await ids({ ResourceType: 'instance' })).toEqual([]);
    expect(await ids()).toEqual([eni, blue, red].sort());
    const second = await describe({ PageNumber: 2, PageSize: 2 });
    expect(second).toMatchObject({ TotalCount: 3, PageNumber: 2, PageSize: 2 });
    expect(second.Resources.Resource).toHaveLength(1);
    expect(await ids({ RegionId: 'cn-beijing' })).toEqual([]);
    expect((await localyun.account().ok('Ecs', 'DescribeResourceByTags', { RegionId })).TotalCount).toBe(0);
  });

  const tooMany = Array.from({ length: 21 }, (_, n) => ({ Key: `k${n}`, Value: 'v' }));
  it.each([
    ['AddTags', { Tag: tooMany }, 400, 'InvalidTagCount'],
    ['AddTags', { Tag: [{ Value: 'v' }] }, 400, 'InvalidTag.Mismatch'],
    ['AddTags', { Tag: [{ Key: 'aliyun-x' }] }, 400, 'InvalidTagKey.Malformed'],
    ['AddTags', { Tag: [{ Key: 'x', Value: 'aliyun' }] }, 400, 'InvalidTagValue.Malformed'],
    ['AddTags', { Tag: [{ Key: 'x' }, { Key: 'x' }] }, 400, 'Duplicate.TagKey'],
    ['AddTags', { Tag: [] }, 400, 'MissingParameter'],
    ['AddTags', { RegionId: undefined }, 400, 'MissingParameter'],
    ['AddTags', { RegionId: 'cn-nowhere' }, 404, 'InvalidRegionId.NotFound'],
    ['AddTags', {}, 404, 'InvalidResourceId.NotFound'],
    ['AddTags', { ResourceType: 'Instance' }, 404, 'InvalidResourceType.NotFound'],
    ['RemoveTags', { Tag: tooMany }, 400, 'InvalidTagCount'],
    ['RemoveTags', { Tag: [{ Value: 'v' }] }, 400, 'InvalidTag.Mismatch'],
    ['RemoveTags', {}, 404, 'InvalidResourceId.NotFound'],
    ['RemoveTags', { ResourceType: 'teapot' }, 404, 'InvalidResourceType.NotFound'],
    ['RemoveTags', { ResourceId: undefined }, 400, 'MissingParameter'],
    ['DescribeTags', { Tag: tooMany }, 400, 'InvalidTagCount'],
    ['DescribeTags', { Tag: [{ Value: 'v' }] }, 400, 'InvalidTag.Mismatch'],
    ['DescribeTags', { Tag: [{ Key: 'k'.repeat(129) }] }, 400, 'InvalidTagKey.Malformed'],
    ['DescribeTags', { Tag: [{ Key: 'k', Value: 'v'.repeat(129) }] }, 400, 'InvalidTagValue.Malformed'],
    ['DescribeTags', { ResourceType: 'teapot' }, 404, 'InvalidResourceType.NotFound'],
    ['DescribeTags', { PageSize: 101 }, 400, 'InvalidParameter'],
    ['DescribeResourceByTags', { Tag: tooMany }, 400, 'InvalidTagCount'],
    ['DescribeResourceByTags', { ResourceType: 'teapot' }, 404, 'InvalidResourceType.NotFound'],
    ['DescribeResourceByTags', { PageNumber: 0 }, 400, 'InvalidParameter'],
  ])('%s refuses %j', async (action, wrong, status, code) => {
    const request = { ...of('instance', 'i-none'), Tag: [{ Key: 'k', Value: 'v' }], ...wrong };
    expect(await localyun.account().refused('Ecs', action, request)).toMatchObject({ status, code });
  });

  it('forgets nothing of other accounts: a stranger can neither add nor remove', async () => {
    const [owner, stranger] = [localyun.account(), localyun.account()];
    const id = await group(owner, { mine: 'yes' });
    for (const action of ['AddTags', 'RemoveTags']) {
      const refusal = await stranger.refused('Ecs', action, { ...of('securitygroup', id), Tag: [{ Key: 'mine' }] });
      expect(refusal).toMatchObject({ status: 404, code: 'InvalidResourceId.NotFound' });
    }
    expect(await tagsOf(owner, 'securitygroup', id)).toEqual({ mine: 'yes' });
  });
});
