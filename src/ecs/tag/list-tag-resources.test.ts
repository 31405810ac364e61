import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';

const RegionId = 'cn-hangzhou';

describe('ListTagResources', () => {
  const localyun = startTestLocalyun({
    seed: { accounts: [{ accessKeyId: 'localyun-one-interface', quotas: { 'network-interfaces': 1 } }] },
  });
  const group = async (account: TestAccount, tags: Readonly<Record<string, string>> = {}): Promise<string> => {
    const Tag = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
    return (await account.ok('Ecs', 'CreateSecurityGroup', { RegionId, Tag })).SecurityGroupId;
  };
  const list = (account: TestAccount, parameters = {}): Promise<Body> =>
    account.ok('Ecs', 'ListTagResources', { RegionId, ResourceType: 'securitygroup', ...parameters });
  const rows = (answer: Body): string[] =>
    answer.TagResources.TagResource.map((row: Body) => `${row.ResourceId} ${row.TagKey}=${row.TagValue}`).sort();

  it('ENI-151 answers items of type eni and no NextToken at the end', async () => {
    const account = localyun.account();
    const network = await account.network();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network, {
      Tag: [
        { Key: 'pod', Value: 'web-0' },
        { Key: 'creator', Value: 'cni' },
      ],
    });
    const answer = await list(account, { ResourceType: 'eni', ResourceId: [NetworkInterfaceId] });
    expect(answer).toEqual({
      RequestId: expect.any(String),
      NextToken: '',
      TagResources: {
        TagResource: [
          { ResourceId: NetworkInterfaceId, ResourceType: 'eni', TagKey: 'creator', TagValue: 'cni' },
          { ResourceId: NetworkInterfaceId, ResourceType: 'eni', TagKey: 'pod', TagValue: 'web-0' },
        ],
      },
    });
  });

  it('ENI-120 has nothing of a deleted network interface, and its place in the quota is free', async () => {
    const account = localyun.account('one-interface');
    const network = await account.network();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network, { Tag: [{ Key: 'gone' }] });
    await account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId });
    await localyun.advance(10_000);
    // By tag, the rows themselves are searched: none may be left behind.
    for (const filter of [{ ResourceId: [NetworkInterfaceId] }, { Tag: [{ Key: 'gone' }] }]) {
      const answer = await list(account, { ResourceType: 'eni', ...filter });
      expect(answer.TagResources.TagResource).toEqual([]);
      expect(answer.NextToken).toBe('');
    }
    await account.createNetworkInterface(network);
  });

  it('finds resources by tags, all of which they have to carry', async () => {
    const account = localyun.account();
    const one = await group(account, { role: 'node', cluster: 'a' });
    const two = await group(account, { role: 'node', cluster: 'b' });
    await group(account, { other: 'x' });
    const everyTag = [`${one} cluster=a`, `${one} role=node`, `${two} cluster=b`, `${two} role=node`].sort();

    expect(rows(await list(account, { Tag: [{ Key: 'role' }] }))).toEqual(everyTag);
    expect(rows(await list(account, { Tag: [{ Key: 'role', Value: 'node' }] }))).toEqual(everyTag);
    const both = await list(account, { Tag: [{ Key: 'role' }, { Key: 'cluster', Value: 'b' }] });
    expect(rows(both)).toEqual([`${two} cluster=b`, `${two} role=node`]);
    const alsoById = await list(account, { Tag: [{ Key: 'role' }], ResourceId: [one, 'sg-none'] });
    expect(rows(alsoById)).toEqual([`${one} cluster=a`, `${one} role=node`]);
    expect(rows(await list(account, { Tag: [{ Key: 'role', Value: 'nod' }] }))).toEqual([]);
  });

  it('has nothing of other accounts, regions and types', async () => {
    const [owner, stranger] = [localyun.account(), localyun.account()];
    const id = await group(owner, { mine: 'yes' });
    for (const filter of [{ ResourceId: [id] }, { Tag: [{ Key: 'mine' }] }]) {
      expect(rows(await list(owner, filter))).toEqual([`${id} mine=yes`]);
      expect(rows(await list(stranger, filter))).toEqual([]);
      expect(rows(await list(owner, { ...filter, RegionId: 'cn-beijing' }))).toEqual([]);
      expect(rows(await list(owner, { ...filter, ResourceType: 'eni' }))).toEqual([]);
    }
  });

  it('pages by token until everything was seen once', async () => {
    const account = localyun.account();
    const expected: string[] = [];
    for (let count = 0; count < 6; count += 1) {
      const tags = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`k${n}`, `${count}`]));
      const id = await group(account, { ...tags, k0: 'same' });
      expected.push(...Object.keys(tags).map((key) => `${id} ${key}=${key === 'k0' ? 'same' : count}`));
    }
    const seen: string[] = [];
    const sizes: number[] = [];
    let NextToken = '';
    do {
      const answer = await list(account, { Tag: [{ Key: 'k0', Value: 'same' }], NextToken });
      seen.push(...rows(answer));
      sizes.push(answer.TagResources.TagResource.length);
      NextToken = answer.NextToken;
    } while (NextToken !== '');
    expect(seen.sort()).toEqual(expected.sort());
    expect(sizes).toEqual([50, 50, 20]);
  });

  it('forgets the tags of a deleted security group', async () => {
    const account = localyun.account();
    const SecurityGroupId = await group(account, { a: '1' });
    await account.ok('Ecs', 'DeleteSecurityGroup', { RegionId, SecurityGroupId });
    expect(rows(await list(account, { Tag: [{ Key: 'a' }] }))).toEqual([]);
  });

  it('leaves no tags behind when an account is reset, and keeps those of others', async () => {
    const [account, bystander] = [localyun.account(), localyun.account()];
    await group(account, { a: '1' });
    const kept = await group(bystander, { a: '1' });
    await localyun.server.levers.reset(account.accountId);
    expect(rows(await list(account, { Tag: [{ Key: 'a' }] }))).toEqual([]);
    expect(rows(await list(bystander, { Tag: [{ Key: 'a' }] }))).toEqual([`${kept} a=1`]);
  });

  it.each([
    [{}, 403, 'BothEmpty.TagsAndResources'],
    [{ ResourceId: Array.from({ length: 51 }, (_, n) => `sg-${n}`) }, 400, 'NumberExceed.ResourceIds'],
    [{ Tag: Array.from({ length: 21 }, (_, n) => ({ Key: `k${n}` })) }, 400, 'NumberExceed.Tags'],
    [{ Tag: [{ Key: 'k' }, { Key: 'k' }] }, 400, 'Duplicate.TagKey'],
    [{ Tag: [{ Value: 'v' }] }, 400, 'InvalidTagKey.Malformed'],
    [{ TagFilter: [{ TagKey: 'k*' }] }, 403, 'PermissionDenied.TagsFuzzyQuery'],
    [{ TagFilter: [{ TagKey: 'k*' }], Tag: [{ Key: 'k' }] }, 400, 'InvalidTags.MalFormed'],
    [{ ResourceId: ['sg-1'], NextToken: 'nonsense' }, 403, 'Invalid.NextToken'],
    [{ ResourceId: ['sg-1'], ResourceType: 'teapot' }, 404, 'InvalidResourceType.NotFound'],
    [{ ResourceId: ['sg-1'], ResourceType: '' }, 400, 'MissingParameter'],
  ])('refuses %j', async (wrong, status, code) => {
    const refusal = await localyun.account().refused('Ecs', 'ListTagResources', {
      RegionId,
      ResourceType: 'securitygroup',
      ...wrong,
    });
    expect(refusal).toMatchObject({ status, code });
  });
});
