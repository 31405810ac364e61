import { afterAll, beforeAll, expect, it } from 'vitest';
import { RestartingLocalyun } from '../../../test/support/restarting-localyun.ts';
import type { TestAccount, TestNetwork } from '../../../test/support/test-account.ts';
import { disksOf, RegionId } from './disk.fixture.ts';

let localyun: RestartingLocalyun;
let account: TestAccount;
let network: TestNetwork;

beforeAll(async () => {
  localyun = new RestartingLocalyun();
  await localyun.start('manual');
  account = localyun.account('disks');
  network = await account.network();
});
afterAll(() => localyun.close());

/** Everything that is there, as clients see it. */
async function everything() {
  const list = (action: string) => account.ok('Ecs', action, { RegionId });
  const { Disks } = await list('DescribeDisks');
  const { Snapshots } = await list('DescribeSnapshots');
  const { KeyPairs } = await list('DescribeKeyPairs');
  const { Tags } = await list('DescribeTags');
  return { disks: Disks.Disk, snapshots: Snapshots.Snapshot, keyPairs: KeyPairs.KeyPair, tags: Tags.Tag };
}

it('a restart keeps disks, snapshots, key pairs and their tags, and what was under way goes on', async () => {
  const disks = disksOf(account);
  const Tag = [{ Key: 'team', Value: 'net' }];
  await account.ok('Ecs', 'CreateKeyPair', { RegionId, KeyPairName: 'kept', Tag });
  const InstanceId = await account.runInstance(network, {
    KeyPairName: 'kept',
    DataDisk: [{ Size: 20 }, { Size: 20 }],
  });
  const [leaving = '', copied = ''] = await disks.ids({ InstanceId, DiskType: 'data' });
  const coming = await disks.create({ Tag });
  const going = await disks.create();
  await localyun.advance(1_000);
  await disks.attach(coming, InstanceId);
  await disks.detach(leaving, InstanceId);
  await account.ok('Ecs', 'DeleteDisk', { DiskId: going });
  const made = await disks.create();
  const snapshot = await account.ok('Ecs', 'CreateSnapshot', { DiskId: copied, RetentionDays: 1, Tag });

  const before = await everything();
  await localyun.restart('manual');
  expect(await everything()).toEqual(before);
  expect(before.disks).toHaveLength(6);
  expect(before.snapshots).toMatchObject([{ SnapshotId: snapshot.SnapshotId, Status: 'progressing' }]);
  expect(before.keyPairs).toMatchObject([{ KeyPairName: 'kept' }]);

  await localyun.advance(1_000);
  expect(await disks.one(coming)).toMatchObject({ Status: 'In_use', InstanceId });
  expect(await disks.one(leaving)).toMatchObject({ Status: 'Available' });
  expect(await disks.one(made)).toMatchObject({ Status: 'Available' });
  expect(await disks.one(going)).toBeUndefined();
  expect((await everything()).snapshots).toMatchObject([{ Status: 'accomplished' }]);
  await localyun.restart('manual');
  await localyun.advance(24 * 60 * 60 * 1000);
  expect((await everything()).snapshots).toEqual([]);
});
