import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { Body } from '../../../test/support/test-account.ts';
import { disksOf, RegionId } from './disk.fixture.ts';

const localyun = startTestLocalyun();

describe('DescribeDisks', () => {
  it('filters by everything that disks have, each filter by itself and together', async () => {
    const account = localyun.account();
    const disks = disksOf(account);
    const network = await account.network();
    const groupId = await account.resourceGroup();
    const instanceId = await account.runInstance(network, {
      SystemDisk: { Category: 'cloud_essd', DiskName: 'root', AutoSnapshotPolicyId: 'sp-1' },
      DataDisk: [{ Size: 30, DiskName: 'data', DeleteWithInstance: false, Encrypted: 'true', KMSKeyId: 'key-1' }],
    });
    await account.runInstance(network, { InstanceChargeType: 'PrePaid', Period: 1 });
    const lone = await disks.create({ DiskName: 'lone', ResourceGroupId: groupId, Tag: [{ Key: 'a', Value: '1' }] });
    await localyun.advance(60_000);
    const far = await disks.create({
      ZoneId: 'cn-hangzhou-i',
      DiskCategory: 'cloud_ssd',
      Tag: [{ Key: 'a' }, { Key: 'b' }],
    });
    await account.ok('Ecs', 'ModifyDiskAttribute', {
      RegionId,
      DiskId: far,
      DeleteAutoSnapshot: true,
      EnableAutoSnapshot: false,
    });
    await account.ok('Ecs', 'CreateDisk', { RegionId: 'cn-beijing', ZoneId: 'cn-beijing-h', Size: 20 });

    const all = await disks.list();
    const nameOf = new Map<string, string>(
      all.map((disk) => [
        disk.DiskId,
        disk.DiskName || (disk.DiskId === far ? 'far' : disk.DiskChargeType === 'PrePaid' ? 'paid' : '?'),
      ]),
    );
    const root = all.find((disk) => disk.DiskName === 'root')?.DiskId;
    const created = all.find((disk) => disk.DiskId === far)?.CreationTime;
    const everything = ['data', 'far', 'lone', 'paid', 'root'];
    const cases: [Parameters, string[]][] = [
      [{}, everything],
      [{ DiskIds: '[]' }, []],
      [{ DiskIds: JSON.stringify([lone, far, 'd-none']) }, ['far', 'lone']],
      [{ InstanceId: instanceId }, ['data', 'root']],
      [{ InstanceId: 'i-none' }, []],
      [{ InstanceId: instanceId, DiskType: 'system' }, ['root']],
      [{ DiskType: 'all' }, everything],
      [{ DiskType: 'data' }, ['data', 'far', 'lone']],
      [{ Category: 'cloud_ssd' }, ['far']],
      [{ Category: 'cloud_essd' }, ['root']],
      [{ Category: 'local_ssd_pro' }, []],
      [{ Category: 'all' }, everything],
      [{ Status: 'In_use' }, ['data', 'paid', 'root']],
      [{ Status: 'Available' }, ['lone']],
      [{ Status: 'Creating' }, ['far']],
      [{ Status: 'ReIniting' }, []],
      [{ Status: 'All' }, everything],
      [{ ZoneId: 'cn-hangzhou-i' }, ['far']],
      [{ ZoneId: 'cn-beijing-h' }, []],
      [{ DiskName: 'lone' }, ['lone']],
      [{ DiskName: 'LONE' }, []],
      [{ Portable: true }, ['data', 'far', 'lone', 'root']],
      [{ Portable: false }, ['paid']],
      [{ DiskChargeType: 'PrePaid' }, ['paid']],
      [{ DiskChargeType: 'PrePaid', Portable: true }, []],
      [{ DeleteWithInstance: true }, ['paid', 'root']],
      [{ DeleteWithInstance: false }, ['data', 'far', 'lone']],
      [{ DeleteAutoSnapshot: true }, ['far']],
      [{ EnableAutoSnapshot: false }, ['far']],
      [{ EnableAutomatedSnapshotPolicy: true }, ['root']],
      [{ EnableAutomatedSnapshotPolicy: false }, ['data', 'far', 'lone', 'paid']],
      [{ AutoSnapshotPolicyId: 'sp-1' }, ['root']],
      [{ Encrypted: true }, ['data']],
      [{ KMSKeyId: 'key-1' }, ['data']],
      [{ SnapshotId: 's-none' }, []],
      [{ EnableShared: true }, []],
      [{ EnableShared: false }, everything],
      [{ MultiAttach: 'Disabled' }, everything],
      [{ MultiAttach: 'Enabled' }, []],
      [{ LockReason: 'financial' }, []],
      [{ ResourceGroupId: groupId }, ['lone']],
      [{ Tag: [{ Key: 'a' }] }, ['far', 'lone']],
      [{ Tag: [{ Key: 'a', Value: '1' }] }, ['lone']],
      [{ Tag: [{ Key: 'a' }, { Key: 'b' }] }, ['far']],
      [{ Filter: [{ Key: 'CreationStartTime', Value: created }] }, ['far']],
      [{ Filter: [{ Key: 'CreationEndTime', Value: '2000-01-01T00:00Z' }] }, []],
      [{ RegionId: 'cn-beijing', DiskType: 'system' }, []],
      [{ DiskType: 'data', Status: 'In_use', Encrypted: true, ZoneId: network.zoneId }, ['data']],
    ];
    for (const [filter, expected] of cases) {
      const found = (await disks.ids({ PageSize: 100, ...filter })).map((id) => nameOf.get(id));
      expect([filter, found.sort()]).toEqual([filter, expected]);
    }
    expect(root).toBeDefined();
    expect(await localyun.account().ok('Ecs', 'DescribeDisks', { RegionId })).toEqual({
      RequestId: expect.any(String),
      TotalCount: 0,
      PageNumber: 1,
      PageSize: 10,
      NextToken: '',
      Disks: { Disk: [] },
    });
  });

  it('pages by number and by token, newest first, and counts all', async () => {
    const account = localyun.account();
    const disks = disksOf(account);
    const made: string[] = [];
    for (let index = 0; index < 23; index += 1) made.unshift(await disks.create());
    const list = (more: Parameters): Promise<Body> => account.ok('Ecs', 'DescribeDisks', { RegionId, ...more });
    const second = await list({ PageNumber: 2, PageSize: 10 });
    expect(second).toMatchObject({ TotalCount: 23, PageNumber: 2, PageSize: 10 });
    const byNumber = [...(await disks.ids()), ...second.Disks.Disk.map((disk: Body) => disk.DiskId)];
    expect(new Set(byNumber).size).toBe(20);
    expect(await disks.ids({ PageSize: 1000 })).toHaveLength(23);

    const byToken: string[] = [];
    let NextToken: string | undefined;
    const sizes: number[] = [];
    do {
      const page = await list({ MaxResults: 10, NextToken });
      expect(page).toMatchObject({ TotalCount: 23, PageSize: 10 });
      sizes.push(page.Disks.Disk.length);
      byToken.push(...page.Disks.Disk.map((disk: Body) => disk.DiskId));
      NextToken = page.NextToken || undefined;
    } while (NextToken !== undefined);
    expect(sizes).toEqual([10, 10, 3]);
    expect(byToken.toSorted()).toEqual(made.toSorted());
    expect(byToken.slice(0, 20)).toEqual(byNumber);
    // Fewer than 10 are taken as 10, more than 500 as 500.
    expect((await list({ MaxResults: 1 })).Disks.Disk).toHaveLength(10);
    expect(await list({ MaxResults: 1000 })).toMatchObject({ PageSize: 500, NextToken: '' });
  });

  const manyIds = JSON.stringify(Array.from({ length: 101 }, (_, index) => `d-${index}`));
  it.each<[string, Parameters, number, string]>([
    ['ids that are no list', { DiskIds: 'd-1' }, 400, 'InvalidParameter.DiskIds'],
    ['ids that are no texts', { DiskIds: '[1]' }, 400, 'InvalidParameter.DiskIds'],
    ['101 ids', { DiskIds: manyIds }, 403, 'InvalidDiskIds.Malformed'],
    ['another type', { DiskType: 'root' }, 400, 'InvalidDiskType.ValueNotSupported'],
    ['another category', { Category: 'cloudy' }, 400, 'InvalidCategory.ValueNotSupported'],
    ['another status', { Status: 'InUse' }, 400, 'InvalidStatus.ValueNotSupported'],
    ['an unknown zone', { ZoneId: 'moon-a' }, 400, 'InvalidZoneId.NotFound'],
    ['another way to pay', { DiskChargeType: 'Cash' }, 400, 'InvalidDiskChargeType.NotFound'],
    ['another reason', { LockReason: 'lost' }, 400, 'InvalidLockReason.NotFound'],
    ['another sharing', { MultiAttach: 'Some' }, 403, 'InvalidParameter.MultiAttach'],
    ['another filter', { Filter: [{ Key: 'Size', Value: '1' }] }, 400, 'InvalidFilterKey.NotFound'],
    ['a time that is none', { Filter: [{ Key: 'CreationStartTime', Value: 'now' }] }, 400, 'InvalidFilterValue'],
    ['a value without a key', { Tag: [{ Value: 'x' }] }, 400, 'InvalidTag.Mismatch'],
    ['21 tags', { Tag: Array.from({ length: 21 }, (_, index) => ({ Key: `k${index}` })) }, 400, 'InvalidTagCount'],
    ['page 0', { PageNumber: 0 }, 400, 'InvalidParameter'],
    ['a page of 1001', { PageSize: 1001 }, 400, 'InvalidParameter'],
    ['a token of another list', { NextToken: 'x' }, 400, 'InvalidParameter'],
    ['a dry run', { DryRun: true }, 400, 'DryRunOperation'],
  ])('refuses %s', async (_, more, status, code) => {
    const account = localyun.account();
    expect(await account.refused('Ecs', 'DescribeDisks', { RegionId, ...more })).toMatchObject({ status, code });
  });
});
