import { beforeAll, describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { Body, TestAccount, TestNetwork } from '../../../test/support/test-account.ts';
import type { OperationContext } from '../../operation/context.ts';
import { findImage } from '../image/images.ts';
import { findInstanceType } from '../instance-type/catalogue.ts';
import { disksOf, RegionId, ZoneId } from './disk.fixture.ts';
import { wantedDisks } from './wanted-disks.ts';

const localyun = startTestLocalyun();
const ImageId = 'aliyun_3_x64_20G_alibase_20230727.vhd';

/** An account with a network, and what its instances are made and released with. */
async function setUp(account: TestAccount = localyun.account()) {
  const network = await account.network();
  const { list, one, create, attach, detach } = disksOf(account);
  return {
    account,
    network,
    one,
    create,
    attach,
    detach,
    list,
    run: (more: Parameters = {}) => account.runInstance(network, more),
    /** The disks of an instance in the order of their devices. */
    of: async (InstanceId: string): Promise<Body[]> =>
      (await list({ InstanceId })).sort((one, other) => (one.Device < other.Device ? -1 : 1)),
    release: async (InstanceId: string): Promise<void> => {
      await account.ok('Ecs', 'DeleteInstance', { InstanceId, Force: true });
      await localyun.advance(10_000);
    },
  };
}

describe('RunInstances', () => {
  it('makes a system disk of 40 GiB where nothing is said of it', async () => {
    const { run, of } = await setUp();
    const InstanceId = await run();
    const disks = await of(InstanceId);
    expect(disks).toHaveLength(1);
    expect(disks[0]).toMatchObject({
      InstanceId,
      Type: 'system',
      Status: 'In_use',
      Category: 'cloud_efficiency',
      Size: 40,
      Device: '/dev/xvda',
      DiskName: '',
      ZoneId,
      ImageId,
      DeleteWithInstance: true,
      Portable: true,
      DiskChargeType: 'PostPaid',
      MountInstanceNum: 1,
      Attachments: { Attachment: [{ InstanceId, Device: '/dev/xvda', AttachedTime: expect.stringMatching(/Z$/) }] },
    });
    expect(disks[0]!.AttachedTime).toBe(disks[0]!.CreationTime);
  });

  it('makes the disks that are described, and names their devices', async () => {
    const { account, run, of } = await setUp();
    const ResourceGroupId = await account.resourceGroup();
    const InstanceId = await run({
      ResourceGroupId,
      Tag: [{ Key: 'team', Value: 'net' }],
      SystemDisk: {
        Category: 'cloud_essd',
        PerformanceLevel: 'PL2',
        Size: '500',
        DiskName: 'root-disk',
        Description: 'boots from it',
        Encrypted: 'true',
        KMSKeyId: 'key-1',
        AutoSnapshotPolicyId: 'sp-1',
      },
      DataDisk: [
        { Size: 100, Category: 'cloud_ssd', DiskName: 'first', Description: 'of the data', DeleteWithInstance: false },
        { Size: 40, Category: 'cloud_essd', Device: '/dev/xvdb' },
        { Size: 200, Category: 'cloud_auto', ProvisionedIops: 1000, BurstingEnabled: true },
        { Size: 20, Encrypted: 'true' },
      ],
    });
    const disks = await of(InstanceId);
    const Tags = { Tag: [{ TagKey: 'team', TagValue: 'net' }] };
    const common = { InstanceId, ResourceGroupId, Tags, Status: 'In_use' };
    const plain = { Type: 'data', DiskName: '', DeleteWithInstance: true, Encrypted: false, ImageId: '', KMSKeyId: '' };
    expect(disks).toMatchObject([
      {
        ...common,
        Device: '/dev/xvda',
        Type: 'system',
        Category: 'cloud_essd',
        PerformanceLevel: 'PL2',
        Size: 500,
        DiskName: 'root-disk',
        Description: 'boots from it',
        Encrypted: true,
        KMSKeyId: 'key-1',
        AutoSnapshotPolicyId: 'sp-1',
        EnableAutomatedSnapshotPolicy: true,
      },
      { ...common, ...plain, Device: '/dev/xvdb', Category: 'cloud_essd', PerformanceLevel: 'PL1', Size: 40 },
      {
        ...common,
        ...plain,
        Device: '/dev/xvdc',
        Category: 'cloud_ssd',
        Size: 100,
        DiskName: 'first',
        Description: 'of the data',
        DeleteWithInstance: false,
      },
      {
        ...common,
        ...plain,
        Device: '/dev/xvdd',
        Category: 'cloud_auto',
        ProvisionedIops: 1000,
        BurstingEnabled: true,
      },
      { ...common, ...plain, Device: '/dev/xvde', Category: 'cloud_efficiency', Size: 20, Encrypted: true },
    ]);
  });

  it('makes them for each instance, as large as the image needs', async () => {
    const { account, network, of } = await setUp();
    const { InstanceIdSets } = await account.ok('Ecs', 'RunInstances', {
      RegionId,
      InstanceType: 'ecs.g6.xlarge',
      ImageId: 'mine_x64_100G_of_20240101.vhd',
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
      Amount: 2,
      SystemDisk: { Category: 'cloud_ssd' },
      DataDisk: [{ Size: 20 }],
    });
    const [first, second] = InstanceIdSets.InstanceIdSet;
    const disks = [...(await of(first)), ...(await of(second))];
    expect(disks.map(({ Type, Size }) => [Type, Size])).toEqual([
      ['system', 100],
      ['data', 20],
      ['system', 100],
      ['data', 20],
    ]);
    expect(new Set(disks.map(({ DiskId }) => DiskId)).size).toBe(4);
  });

  it('makes a data disk from a snapshot, at least as large and as secret', async () => {
    const { account, run, of } = await setUp();
    const source = await run({ DataDisk: [{ Size: 60, Encrypted: 'true', KMSKeyId: 'key-1' }] });
    const { DiskId } = (await of(source))[1]!;
    const { SnapshotId } = await account.ok('Ecs', 'CreateSnapshot', { RegionId, DiskId });
    await localyun.advance(1_000);
    const disks = await of(
      await run({
        DataDisk: [
          { SnapshotId },
          { SnapshotId, Size: 50 },
          { SnapshotId, Size: 80, Encrypted: 'true', KMSKeyId: 'k' },
        ],
      }),
    );
    expect(disks.slice(1)).toMatchObject([
      { Size: 60, SourceSnapshotId: SnapshotId, Encrypted: true, KMSKeyId: 'key-1' },
      { Size: 60, SourceSnapshotId: SnapshotId, Encrypted: true, KMSKeyId: 'key-1' },
      { Size: 80, SourceSnapshotId: SnapshotId, Encrypted: true, KMSKeyId: 'k' },
    ]);
  });

  describe('refuses', () => {
    let account: TestAccount;
    let network: TestNetwork;
    let existing: string;
    const snapshots: Record<string, string> = {};
    beforeAll(async () => {
      account = localyun.account();
      const { run, of } = await setUp(account);
      network = await account.network();
      existing = await run({ DataDisk: [{ Size: 20, Encrypted: 'true' }, { Size: 20 }] });
      const [system, encrypted, unfinished] = await of(existing);
      const make = async (DiskId: string) =>
        (await account.ok('Ecs', 'CreateSnapshot', { RegionId, DiskId })).SnapshotId;
      snapshots.system = await make(system!.DiskId);
      snapshots.encrypted = await make(encrypted!.DiskId);
      await localyun.advance(1_000);
      snapshots.unfinished = await make(unfinished!.DiskId);
    });

    const data = (...disks: Parameters[]): Parameters => ({ DataDisk: disks.map((disk) => ({ Size: 20, ...disk })) });
    const system = (disk: Parameters): Parameters => ({ SystemDisk: disk });
    const auto = { Category: 'cloud_auto' };
    it.each<[code: string, status: number, Parameters | (() => Parameters)]>([
      ['InvalidSystemDiskCategory.ValueNotSupported', 400, system({ Category: 'cloud_floppy' })],
      ['InvalidSystemDiskSize.ValueNotSupported', 400, system({ Size: '19' })],
      ['InvalidSystemDiskSize.ValueNotSupported', 400, system({ Size: '2049' })],
      ['InvalidSystemDiskSize.ValueNotSupported', 400, system({ Size: 'large' })],
      ['InvalidDiskName.Malformed', 400, system({ DiskName: '1st' })],
      ['InvalidDiskName.Malformed', 400, data({ DiskName: '1st' })],
      ['InvalidDiskDescription.Malformed', 400, system({ Description: 'http://here' })],
      ['InvalidDiskDescription.Malformed', 400, data({ Description: 'https://here' })],
      ['InvalidPerformanceLevel.Malformed', 400, system({ Category: 'cloud_essd', PerformanceLevel: 'PL4' })],
      ['InvalidPerformanceLevel.Malformed', 400, data({ Category: 'cloud_essd', PerformanceLevel: 'fast' })],
      ['InvalidParameter.EncryptedIllegal', 400, system({ KMSKeyId: 'key-1' })],
      ['InvalidParameter.EncryptedIllegal', 400, data({ KMSKeyId: 'key-1', Encrypted: 'false' })],
      ['ProvisionedIopsForDiskCategoryUnsupported', 400, data({ ProvisionedIops: 1 })],
      ['InvalidProvisionedIops.LimitExceed', 400, data({ ...auto, ProvisionedIops: 50_001 })],
      ['BurstingEnabledForDiskCategoryUnsupported', 400, system({ BurstingEnabled: true })],
      ['InvalidBurstingEnabled.DiskSizeTooSmall', 400, data({ ...auto, Size: 3, BurstingEnabled: true })],
      ['InvalidDataDiskCategory.ValueNotSupported', 400, data({ Category: 'cloud_floppy' })],
      ['InvalidDataDiskSize.ValueNotSupported', 400, data({ Size: 0 })],
      ['InvalidDataDiskSize.ValueNotSupported', 400, data({}, { Size: 19 })],
      [
        'InvalidDataDiskSize.ValueNotSupported',
        400,
        data({ Category: 'cloud_essd', PerformanceLevel: 'PL3', Size: 99 }),
      ],
      ['InvalidDataDevice.Malformed', 400, data({ Device: '/dev/xvda' })],
      ['InvalidDataDevice.Malformed', 400, data({ Device: 'C:' })],
      ['InvalidDevice.InUse', 403, data({ Device: '/dev/xvdc' }, { Device: '/dev/xvdc' })],
      ['MissingParameter', 400, { DataDisk: [{ DiskName: 'no-size' }] }],
      ['InstanceDiskNumber.LimitExceed', 400, data(...Array.from({ length: 17 }, () => ({})))],
      ['InvalidDataDiskSnapshotId.NotFound', 404, data({ SnapshotId: 's-none' })],
      ['InvalidSnapshotId.NotReady', 403, () => data({ SnapshotId: snapshots.unfinished })],
      ['InvalidSnapshotId.NotDataDiskSnapshot', 403, () => data({ SnapshotId: snapshots.system })],
      ['InvalidEncrypted.NotMatchSnapshot', 403, () => data({ SnapshotId: snapshots.encrypted, Encrypted: 'false' })],
      ['DryRunOperation', 400, { DryRun: true, ...data({}) }],
    ])('%s (%i) for %o', async (code, status, more) => {
      const { list } = disksOf(account);
      const before = await list();
      const refusal = await account.refused('Ecs', 'RunInstances', {
        RegionId,
        InstanceType: 'ecs.g6.xlarge',
        ImageId,
        VSwitchId: network.vSwitchId,
        SecurityGroupId: network.securityGroupId,
        ...(typeof more === 'function' ? more() : more),
      });
      expect(refusal).toMatchObject({ code, status });
      expect(await list()).toEqual(before);
    });
  });

  it('holds to what the instance type takes', async () => {
    const context = {} as OperationContext;
    const type = { ...findInstanceType('ecs.g6.xlarge')!, diskQuantity: 2 };
    const disks = await wantedDisks(context, { DataDisk: [{ Size: 20 }, { Size: 20 }] }, findImage(ImageId)!, type);
    expect(disks).toMatchObject({ code: 'InstanceDiskNumLimitExceed', status: 403 });
  });
});

describe('an instance that is released', () => {
  it('takes the disks along that are deleted with it, and leaves the others', async () => {
    const { account, run, of, release, list, one } = await setUp();
    const InstanceId = await run({
      Tag: [{ Key: 'team', Value: 'net' }],
      DataDisk: [{ Size: 20 }, { Size: 30, DeleteWithInstance: false }],
    });
    const [system, gone, kept] = await of(InstanceId);
    await account.ok('Ecs', 'ModifyDiskAttribute', { DiskId: system!.DiskId, DeleteWithInstance: false });
    await release(InstanceId);
    expect((await list()).map(({ DiskId }) => DiskId).sort()).toEqual([system!.DiskId, kept!.DiskId].sort());
    expect(await one(gone!.DiskId)).toBeUndefined();
    // What an instance booted from has nothing to boot any more.
    for (const disk of [system!, kept!]) {
      expect(await one(disk.DiskId)).toMatchObject({
        Status: 'Available',
        Type: 'data',
        InstanceId: '',
        Device: '',
        Attachments: { Attachment: [] },
        DetachedTime: expect.stringMatching(/Z$/),
        Tags: { Tag: [{ TagKey: 'team', TagValue: 'net' }] },
      });
    }
    const tagged = { RegionId, ResourceType: 'disk', ResourceId: [gone!.DiskId] };
    expect((await account.ok('Ecs', 'ListTagResources', tagged)).TagResources.TagResource).toEqual([]);
  });

  it('leaves disks that are on their way to or from it', async () => {
    const { account, network, create, attach, detach, of, run, one, release } = await setUp();
    const InstanceId = await run({ DataDisk: [{ Size: 20 }] });
    const leaving = (await of(InstanceId))[1]!.DiskId;
    const coming = await create();
    await localyun.advance(1_000);
    const { accountId } = account;
    for (const kind of ['attach', 'detach']) {
      const fault = { resourceType: 'disk', kind, accountId, outcome: 'stick', count: 1 } as const;
      await localyun.server.levers.failTransition(fault);
    }
    await attach(coming, InstanceId, { DeleteWithInstance: true });
    await detach(leaving, InstanceId, { DeleteWithInstance: true });
    await localyun.advance(1_000);
    expect(await of(InstanceId)).toMatchObject([{ Status: 'In_use' }, { Status: 'Detaching' }]);
    await release(InstanceId);
    expect(await one(coming)).toMatchObject({ Status: 'Available', InstanceId: '' });
    expect(await one(leaving)).toMatchObject({ Status: 'Available', InstanceId: '' });
    // Its next instance can have it.
    const next = await account.runInstance(network);
    await attach(coming, next);
    await localyun.advance(1_000);
    expect(await one(coming)).toMatchObject({ Status: 'In_use', InstanceId: next, Device: '/dev/xvdb' });
  });

  it('takes along what was paid for with it', async () => {
    const { account, run, list } = await setUp();
    const InstanceId = await run({
      InstanceChargeType: 'PrePaid',
      Period: 1,
      DataDisk: [{ Size: 20, DeleteWithInstance: false }],
    });
    expect(await list()).toMatchObject([
      { DiskChargeType: 'PrePaid', Portable: false },
      { DiskChargeType: 'PrePaid', Portable: false },
    ]);
    await localyun.advance(31 * 24 * 60 * 60 * 1000);
    await account.ok('Ecs', 'DeleteInstance', { InstanceId, Force: true, TerminateSubscription: true });
    await localyun.advance(10_000);
    expect(await list()).toEqual([]);
  });
});
