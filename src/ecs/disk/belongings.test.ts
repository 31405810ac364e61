import { beforeAll, describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';
import { disksOf, RegionId } from './disk.fixture.ts';

const localyun = startTestLocalyun();
const team = { Key: 'team', Value: 'net' };
const kinds = ['disk', 'snapshot', 'keypair'] as const;
type Kind = (typeof kinds)[number];

/** One disk, snapshot and key pair, without tags and groups, and how each is listed. */
async function setUp() {
  const account = localyun.account();
  const disks = disksOf(account);
  await account.runInstance(await account.network());
  const [systemDisk = ''] = await disks.ids();
  const disk = await disks.create();
  const snapshot = (await account.ok('Ecs', 'CreateSnapshot', { DiskId: systemDisk })).SnapshotId as string;
  const keypair = (await account.ok('Ecs', 'CreateKeyPair', { RegionId, KeyPairName: 'team' })).KeyPairName as string;
  await localyun.advance(1_000);
  const lists: Record<Kind, (more?: Parameters) => Promise<Body[]>> = {
    disk: disks.list,
    snapshot: async (more) => (await account.ok('Ecs', 'DescribeSnapshots', { RegionId, ...more })).Snapshots.Snapshot,
    keypair: async (more) => (await account.ok('Ecs', 'DescribeKeyPairs', { RegionId, ...more })).KeyPairs.KeyPair,
  };
  const ids: Record<Kind, string> = { disk, snapshot, keypair };
  const idOf = (row: Body): string => row.DiskId ?? row.SnapshotId ?? row.KeyPairName;
  return {
    account,
    ids,
    found: async (kind: Kind, more: Parameters) => (await lists[kind](more)).map(idOf),
    one: async (kind: Kind) => (await lists[kind]()).find((row) => idOf(row) === ids[kind])!,
    call: (action: string, kind: Kind, more: Parameters = {}) =>
      account.ok('Ecs', action, { RegionId, ResourceType: kind, ResourceId: ids[kind], ...more }),
    refused: (action: string, kind: Kind, more: Parameters = {}) =>
      account.refused('Ecs', action, { RegionId, ResourceType: kind, ResourceId: ids[kind], ...more }),
  };
}
type Scene = Awaited<ReturnType<typeof setUp>>;

describe.each(kinds)('a %s', (kind) => {
  let scene: Scene;
  beforeAll(async () => {
    scene = await setUp();
  });

  it('is tagged and untagged, and found by its tags', async () => {
    const { account, ids, one, found, call } = scene;
    const resource = { RegionId, ResourceType: kind, ResourceId: [ids[kind]] };
    await account.ok('Ecs', 'TagResources', { ...resource, Tag: [team, { Key: 'tier' }] });
    expect((await one(kind)).Tags.Tag).toEqual([
      { TagKey: 'team', TagValue: 'net' },
      { TagKey: 'tier', TagValue: '' },
    ]);
    expect((await account.ok('Ecs', 'ListTagResources', resource)).TagResources.TagResource).toEqual([
      { ResourceId: ids[kind], ResourceType: kind, TagKey: 'team', TagValue: 'net' },
      { ResourceId: ids[kind], ResourceType: kind, TagKey: 'tier', TagValue: '' },
    ]);
    expect(await found(kind, { Tag: [team] })).toEqual([ids[kind]]);
    expect(await found(kind, { Tag: [{ Key: 'team', Value: 'dev' }] })).toEqual([]);
    await account.ok('Ecs', 'UntagResources', { ...resource, TagKey: ['team'] });
    expect((await one(kind)).Tags.Tag).toEqual([{ TagKey: 'tier', TagValue: '' }]);
    await call('RemoveTags', kind);
    expect((await one(kind)).Tags.Tag).toEqual([]);
  });

  it('is tagged the older way, and counted', async () => {
    const { account, ids, call, found } = scene;
    await call('AddTags', kind, { Tag: [{ Key: 'csi', Value: 'yes' }] });
    expect(await found(kind, { Tag: [{ Key: 'csi', Value: 'yes' }] })).toEqual([ids[kind]]);
    const { Tags } = await call('DescribeTags', kind);
    const counted = {
      Disk: 0,
      Snapshot: 0,
      KeyPair: 0,
      [{ disk: 'Disk', snapshot: 'Snapshot', keypair: 'KeyPair' }[kind]]: 1,
    };
    expect(Tags.Tag).toMatchObject([{ TagKey: 'csi', TagValue: 'yes', ResourceTypeCount: counted }]);
    for (const more of [{ ResourceType: kind }, {}]) {
      const by = { RegionId, Tag: [{ Key: 'csi', Value: 'yes' }], ...more };
      const { Resources } = await account.ok('Ecs', 'DescribeResourceByTags', by);
      expect(Resources.Resource).toEqual([{ RegionId, ResourceId: ids[kind], ResourceType: kind }]);
    }
    await call('RemoveTags', kind, { Tag: [{ Key: 'csi', Value: 'yes' }] });
    expect(await found(kind, { Tag: [{ Key: 'csi' }] })).toEqual([]);
  });

  it('joins a resource group, which is not deleted while it is in it', async () => {
    const { account, ids, one, found, call, refused } = scene;
    const ResourceGroupId = await account.resourceGroup();
    await call('JoinResourceGroup', kind, { ResourceGroupId });
    expect(await one(kind)).toMatchObject({ ResourceGroupId });
    expect(await found(kind, { ResourceGroupId })).toEqual([ids[kind]]);
    const again = await refused('JoinResourceGroup', kind, { ResourceGroupId });
    expect(again).toMatchObject({ status: 403, code: 'InvalidResourceGroup.Duplicate' });
    const held = await account.refused('ResourceManager', 'DeleteResourceGroup', { ResourceGroupId });
    expect(held).toMatchObject({ status: 409, code: 'DeleteConflict.ResourceGroup.Resource' });
  });

  it('has nothing to do with what has the same id elsewhere', async () => {
    const { ids, refused, one } = scene;
    const before = await one(kind);
    const other = localyun.account();
    const target = { RegionId, ResourceType: kind, ResourceId: [ids[kind]] };
    for (const more of [{ Tag: [team] }, { Tag: [team], RegionId: 'cn-beijing' }]) {
      const account = more.RegionId === undefined ? other : scene.account;
      const refusal = await account.refused('Ecs', 'TagResources', { ...target, ...more });
      expect(refusal).toMatchObject({ status: 404, code: 'InvalidResourceId.NotFound' });
    }
    const unknown = await refused('JoinResourceGroup', kind, { ResourceGroupId: 'rg-none' });
    expect(unknown).toMatchObject({ status: 404, code: 'InvalidResourceGroup.NotFound' });
    expect(await one(kind)).toEqual(before);
  });
});

it('key pairs of one name have tags and groups of their own in each account and region', async () => {
  const [first, second] = [localyun.account(), localyun.account()];
  const homes: readonly (readonly [TestAccount, string])[] = [
    [first, RegionId],
    [first, 'cn-beijing'],
    [second, RegionId],
  ];
  const tagsIn = async ([account, region]: (typeof homes)[number]) =>
    (await account.ok('Ecs', 'DescribeKeyPairs', { RegionId: region })).KeyPairs.KeyPair[0]?.Tags.Tag.map(
      ({ TagKey, TagValue }: Body) => `${TagKey}=${TagValue}`,
    );
  for (const [index, [account, region]] of homes.entries()) {
    const Tag = [{ Key: 'home', Value: String(index) }, { Key: `only-${index}` }];
    await account.ok('Ecs', 'CreateKeyPair', { RegionId: region, KeyPairName: 'same', Tag });
  }
  expect(await Promise.all(homes.map(tagsIn))).toEqual([
    ['home=0', 'only-0='],
    ['home=1', 'only-1='],
    ['home=2', 'only-2='],
  ]);
  const target = { RegionId, ResourceType: 'keypair', ResourceId: ['same'] };
  await first.ok('Ecs', 'TagResources', { ...target, Tag: [{ Key: 'home', Value: 'new' }] });
  await first.ok('Ecs', 'UntagResources', { ...target, TagKey: ['only-0'] });
  expect(await Promise.all(homes.map(tagsIn))).toEqual([['home=new'], ['home=1', 'only-1='], ['home=2', 'only-2=']]);
  await first.ok('Ecs', 'DeleteKeyPairs', { RegionId, KeyPairNames: '["same"]' });
  expect(await Promise.all(homes.map(tagsIn))).toEqual([undefined, ['home=1', 'only-1='], ['home=2', 'only-2=']]);
  // One that comes after it under its name has nothing of it.
  await first.ok('Ecs', 'CreateKeyPair', { RegionId, KeyPairName: 'same' });
  expect(await tagsIn(homes[0]!)).toEqual([]);
});
