import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount, TestNetwork } from '../../../test/support/test-account.ts';

const RegionId = 'cn-hangzhou';
const rowsOf = (answer: Body): Body[] => answer.TagResources.TagResource;

describe('tags of the VPC product', () => {
  const localyun = startTestLocalyun();
  const tag = (account: TestAccount, ResourceType: string, ResourceId: string[], Tag: object[]) =>
    account.ok('Vpc', 'TagResources', { RegionId, ResourceType, ResourceId, Tag });
  const untag = (account: TestAccount, ResourceType: string, ResourceId: string[], parameters: object) =>
    account.ok('Vpc', 'UnTagResources', { RegionId, ResourceType, ResourceId, ...parameters });
  const list = (account: TestAccount, ResourceType: string, parameters: object) =>
    account.ok('Vpc', 'ListTagResources', { RegionId, ResourceType, ...parameters });
  const kinds = (network: TestNetwork): [string, string][] => [
    ['VPC', network.vpcId],
    ['VSWITCH', network.vSwitchId],
  ];

  it('are set, overwritten, listed and taken off, for VPCs and vSwitches', async () => {
    const account = localyun.account();
    for (const [type, id] of kinds(await account.network())) {
      await tag(
        account,
        type,
        [id],
        [
          { Key: 'env', Value: 'a' },
          { Key: 'empty', Value: '' },
        ],
      );
      await tag(
        account,
        type,
        [id],
        [
          { Key: 'env', Value: 'b' },
          { Key: 'new', Value: 'c' },
        ],
      );
      const row = (TagKey: string, TagValue: string) => ({ ResourceId: id, ResourceType: type, TagKey, TagValue });
      expect(await list(account, type, { ResourceId: [id] })).toEqual({
        RequestId: expect.any(String),
        NextToken: '',
        TagResources: { TagResource: [row('empty', ''), row('env', 'b'), row('new', 'c')] },
      });
      await untag(account, type, [id], { TagKey: ['env', 'unknown'] });
      expect(rowsOf(await list(account, type, { ResourceId: [id] }))).toEqual([row('empty', ''), row('new', 'c')]);
      await untag(account, type, [id], { All: true });
      expect(rowsOf(await list(account, type, { ResourceId: [id] }))).toEqual([]);
    }
  });

  it('are found by resource type in whatever case, each type apart', async () => {
    const account = localyun.account();
    const { vpcId, vSwitchId } = await account.network();
    await tag(account, 'vpc', [vpcId], [{ Key: 'env', Value: 'a' }]);
    await tag(account, 'VSwitch', [vSwitchId], [{ Key: 'env', Value: 'a' }]);
    const wanted = { Tag: [{ Key: 'env', Value: 'a' }] };
    expect(rowsOf(await list(account, 'Vpc', wanted))).toMatchObject([{ ResourceId: vpcId, ResourceType: 'VPC' }]);
    expect(rowsOf(await list(account, 'vswitch', wanted))).toMatchObject([{ ResourceId: vSwitchId }]);
    expect(rowsOf(await list(account, 'VPC', { Tag: [{ Key: 'env', Value: 'b' }] }))).toEqual([]);
    expect(rowsOf(await list(account, 'VPC', { ...wanted, ResourceId: [vSwitchId] }))).toEqual([]);
  });

  it('come in pages of the size asked for', async () => {
    const account = localyun.account();
    const { vpcId } = await account.network();
    const keys = ['a', 'b', 'c', 'd', 'e'];
    await tag(
      account,
      'VPC',
      [vpcId],
      keys.map((Key) => ({ Key, Value: Key })),
    );
    const seen: string[] = [];
    let token: string | undefined;
    const sizes: number[] = [];
    do {
      const page = await list(account, 'VPC', { ResourceId: [vpcId], MaxResults: 2, NextToken: token });
      seen.push(...rowsOf(page).map((row) => row.TagKey));
      sizes.push(rowsOf(page).length);
      token = page.NextToken;
    } while (token !== '');
    expect(seen).toEqual(keys);
    expect(sizes).toEqual([2, 2, 1]);
  });

  it('go to all of the resources or to none', async () => {
    const account = localyun.account();
    const { vpcId } = await account.network();
    const refusal = await account.refused('Vpc', 'TagResources', {
      RegionId,
      ResourceType: 'VPC',
      ResourceId: [vpcId, 'vpc-none'],
      Tag: [{ Key: 'a', Value: 'b' }],
    });
    expect(refusal).toMatchObject({ status: 400, code: 'InvalidInstanceIds.NotFound' });
    expect(refusal.message).toContain('vpc-none');
    expect(rowsOf(await list(account, 'VPC', { ResourceId: [vpcId] }))).toEqual([]);
  });

  it('are at most 20 a resource', async () => {
    const account = localyun.account();
    const { vpcId } = await account.network();
    await tag(
      account,
      'VPC',
      [vpcId],
      Array.from({ length: 20 }, (_, n) => ({ Key: `k${n}`, Value: 'v' })),
    );
    await tag(account, 'VPC', [vpcId], [{ Key: 'k0', Value: 'changed' }]);
    const one = { RegionId, ResourceType: 'VPC', ResourceId: [vpcId], Tag: [{ Key: 'more', Value: '' }] };
    expect(await account.refused('Vpc', 'TagResources', one)).toMatchObject({
      status: 400,
      code: 'QuotaExceeded.TagNum',
    });
    expect(rowsOf(await list(account, 'VPC', { ResourceId: [vpcId] }))).toHaveLength(20);
  });

  const many = Array.from({ length: 51 }, (_, n) => `vpc-${n}`);
  it.each([
    ['TagResources', { ResourceType: 'BUCKET' }, 400, 'InvalidInstanceType.NotFound'],
    ['TagResources', { ResourceId: many }, 400, 'SizeLimitExceeded.ResourceId'],
    ['TagResources', { Tag: [{ Key: 'aliyun.x', Value: '' }] }, 400, 'InvalidTagKey'],
    ['TagResources', { Tag: [{ Key: 'x', Value: 'acs:y' }] }, 400, 'InvalidTagValue'],
    [
      'TagResources',
      {
        Tag: [
          { Key: 'x', Value: '' },
          { Key: 'x', Value: '' },
        ],
      },
      400,
      'Forbidden.TagKey.Duplicated',
    ],
    ['TagResources', { Tag: [] }, 400, 'MissingParameter'],
    ['TagResources', { RegionId: 'cn-beijing' }, 400, 'InvalidInstanceIds.NotFound'],
    ['UnTagResources', { ResourceType: 'BUCKET', TagKey: ['a'] }, 400, 'InvalidInstanceType.NotFound'],
    ['UnTagResources', { ResourceId: many, TagKey: ['a'] }, 400, 'SizeLimitExceeded.ResourceId'],
    ['UnTagResources', { TagKey: Array.from({ length: 21 }, (_, n) => `k${n}`) }, 400, 'SizeLimitExceeded.TagNum'],
    ['UnTagResources', {}, 400, 'MissingParameter'],
    ['UnTagResources', { RegionId: 'cn-beijing', All: true }, 400, 'InvalidInstanceIds.NotFound'],
    ['ListTagResources', { ResourceType: 'BUCKET' }, 400, 'InvalidInstanceType.NotFound'],
    ['ListTagResources', { ResourceId: [], Tag: [] }, 403, 'BothEmpty.TagsAndResources'],
    ['ListTagResources', { Tag: [{ Value: 'x' }] }, 400, 'InvalidTagKey'],
    ['ListTagResources', { MaxResults: 51 }, 400, 'InvalidParameter'],
    ['ListTagResources', { NextToken: 'nonsense' }, 400, 'InvalidParameter'],
  ])('%s refuses %j with %i %s', async (action, parameters, status, code) => {
    const account = localyun.account();
    const { vpcId } = await account.network();
    const common = { RegionId, ResourceType: 'VPC', ResourceId: [vpcId] };
    const tags = action === 'UnTagResources' ? {} : { Tag: [{ Key: 'a', Value: 'b' }] };
    expect(await account.refused('Vpc', action, { ...common, ...tags, ...parameters })).toMatchObject({ status, code });
  });

  it('stay inside the account', async () => {
    const account = localyun.account();
    const { vpcId } = await account.network();
    await tag(account, 'VPC', [vpcId], [{ Key: 'env', Value: 'a' }]);
    const other = localyun.account();
    const common = { RegionId, ResourceType: 'VPC', ResourceId: [vpcId] };
    const absent = { status: 400, code: 'InvalidInstanceIds.NotFound' };
    const Tag = [{ Key: 'env', Value: 'b' }];
    expect(await other.refused('Vpc', 'TagResources', { ...common, Tag })).toMatchObject(absent);
    expect(await other.refused('Vpc', 'UnTagResources', { ...common, All: true })).toMatchObject(absent);
    expect(rowsOf(await list(other, 'VPC', { ResourceId: [vpcId] }))).toEqual([]);
    expect(rowsOf(await list(other, 'VPC', { Tag: [{ Key: 'env' }] }))).toEqual([]);
    expect(rowsOf(await list(account, 'VPC', { ResourceId: [vpcId] }))).toMatchObject([{ TagValue: 'a' }]);
  });
});
