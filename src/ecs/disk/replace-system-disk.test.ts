import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { Body } from '../../../test/support/test-account.ts';
import { publicKeys } from '../key-pair/public-key.fixture.ts';
import { disksOf, RegionId } from './disk.fixture.ts';

const localyun = startTestLocalyun();
const ubuntu = 'ubuntu_22_04_x64_20G_alibase_20230907.vhd';
const windows = 'win2022_21H2_x64_dtc_en-us_40G_alibase_20231115.vhd';

/** A stopped instance that the key pair `old` logs in to. */
async function setUp(more: Parameters = {}) {
  const account = localyun.account();
  const network = await account.network();
  for (const KeyPairName of ['old', 'new']) {
    await account.ok('Ecs', 'ImportKeyPair', { RegionId, KeyPairName, PublicKeyBody: publicKeys.rsa.line });
  }
  const id = await account.runInstance(network, { KeyPairName: 'old', ...more });
  await account.ok('Ecs', 'StopInstance', { InstanceId: id });
  await localyun.advance(1_000);
  const { list } = disksOf(account);
  const request = { InstanceId: id, ImageId: ubuntu };
  return {
    account,
    network,
    id,
    list,
    system: async (): Promise<Body> => (await list({ InstanceId: id, DiskType: 'system' }))[0]!,
    instance: async (): Promise<Body> =>
      (await account.ok('Ecs', 'DescribeInstances', { RegionId, InstanceIds: JSON.stringify([id]) })).Instances
        .Instance[0],
    replace: (parameters: Parameters = {}) => account.ok('Ecs', 'ReplaceSystemDisk', { ...request, ...parameters }),
    refused: (parameters: Parameters = {}) =>
      account.refused('Ecs', 'ReplaceSystemDisk', { ...request, ...parameters }),
  };
}

describe('ReplaceSystemDisk', () => {
  it('puts a new disk of another image in the place of the old one, which is gone', async () => {
    const { account, id, system, instance, list, replace } = await setUp({
      Tag: [{ Key: 'team', Value: 'net' }],
      SystemDisk: {
        Category: 'cloud_essd',
        PerformanceLevel: 'PL1',
        Size: '50',
        DiskName: 'root',
        AutoSnapshotPolicyId: 'sp-1',
      },
      DataDisk: [{ Size: 20 }],
    });
    const before = await system();
    const [data] = await list({ DiskType: 'data' });
    await account.ok('Ecs', 'ModifyDiskAttribute', { DiskId: before.DiskId, DeleteWithInstance: false });
    const answer = await replace();
    expect(answer).toEqual({ RequestId: expect.any(String), DiskId: expect.stringMatching(/^d-/) });
    expect(answer.DiskId).not.toBe(before.DiskId);
    expect(await system()).toEqual({
      ...before,
      DiskId: answer.DiskId,
      SerialNumber: answer.DiskId.slice(2),
      ImageId: ubuntu,
      DeleteWithInstance: false,
      EnableAutomatedSnapshotPolicy: false,
      AutoSnapshotPolicyId: '',
      CreationTime: expect.any(String),
      AttachedTime: expect.any(String),
      Attachments: { Attachment: [{ InstanceId: id, Device: '/dev/xvda', AttachedTime: expect.any(String) }] },
    });
    expect((await list()).map(({ DiskId }) => DiskId).sort()).toEqual([answer.DiskId, data!.DiskId].sort());
    // The pair could log in to what was on the disk that is gone.
    expect(await instance()).toMatchObject({ Status: 'Stopped', ImageId: ubuntu, KeyPairName: '', OSType: 'linux' });
    await account.ok('Ecs', 'StartInstance', { InstanceId: id });
    await localyun.advance(1_000);
    expect(await instance()).toMatchObject({ Status: 'Running', ImageId: ubuntu });
  });

  it('takes a size, a key pair and encryption', async () => {
    const { replace, system, instance } = await setUp();
    await replace({ SystemDisk: { Size: 100 }, KeyPairName: 'new', Encrypted: true, KMSKeyId: 'key-1' });
    expect(await system()).toMatchObject({ Size: 100, Encrypted: true, KMSKeyId: 'key-1' });
    expect(await instance()).toMatchObject({ KeyPairName: 'new' });
    await replace({ ImageId: windows, Password: 'Secret-123', SecurityEnhancementStrategy: 'Deactive' });
    expect(await system()).toMatchObject({ Size: 100, Encrypted: false, KMSKeyId: '', ImageId: windows });
    expect(await instance()).toMatchObject({ OSType: 'windows', KeyPairName: '' });
    await replace({ ImageId: 'mine_x64_120G_of_20240101.vhd', PasswordInherit: true });
    expect(await system()).toMatchObject({ Size: 120 });
  });

  it('leaves snapshots of the old disk, and waits for one that is being made', async () => {
    const { account, system, replace, refused } = await setUp();
    const { DiskId } = await system();
    const { SnapshotId } = await account.ok('Ecs', 'CreateSnapshot', { DiskId });
    expect(await refused()).toMatchObject({ status: 403, code: 'DiskCreatingSnapshot' });
    expect(await system()).toMatchObject({ DiskId });
    await localyun.advance(1_000);
    await replace();
    const { Snapshots } = await account.ok('Ecs', 'DescribeSnapshots', { RegionId });
    expect(Snapshots.Snapshot).toMatchObject([{ SnapshotId, SourceDiskId: DiskId }]);
  });

  it('answers the same request with the same disk', async () => {
    const { replace } = await setUp();
    const { DiskId } = await replace({ ClientToken: 'once' });
    expect((await replace({ ClientToken: 'once' })).DiskId).toBe(DiskId);
  });

  it.each<[code: string, status: number, Parameters]>([
    ['MissingParameter', 400, { ImageId: undefined }],
    ['InvalidImageId.NotFound', 404, { ImageId: 'no image' }],
    ['ImageNotSupportInstanceType', 403, { ImageId: 'aliyun_3_arm64_20G_alibase_20230727.vhd' }],
    ['InvalidInstanceId.NotFound', 404, { InstanceId: 'i-none' }],
    ['InvalidInstanceId.NotFound', 404, { RegionId: 'cn-beijing' }],
    ['InvalidKeyPairName.NotFound', 400, { KeyPairName: 'none' }],
    ['InvalidParameter.Conflict', 400, { KeyPairName: 'new', ImageId: windows }],
    ['InvalidPassword.Malformed', 400, { Password: 'secret' }],
    ['InvalidPasswordParam.Mismatch', 400, { Password: 'Secret-123', PasswordInherit: true }],
    ['InvalidSystemDiskSize.ValueNotSupported', 400, { SystemDisk: { Size: 39 } }],
    ['InvalidSystemDiskSize.ValueNotSupported', 400, { SystemDisk: { Size: 2049 } }],
    [
      'InvalidSystemDiskSize.ValueNotSupported',
      400,
      { SystemDisk: { Size: 50 }, ImageId: 'mine_x64_100G_of_20240101.vhd' },
    ],
    ['InvalidParameter.Conflict', 400, { KMSKeyId: 'key-1' }],
  ])('refuses with %s (%i) %o', async (code, status, more) => {
    const { refused, system, instance } = await setUp();
    const before = [await system(), await instance()];
    expect(await refused(more)).toMatchObject({ code, status });
    expect([await system(), await instance()]).toEqual(before);
  });

  it('is for instances that are stopped', async () => {
    const { account, network, id, refused, system } = await setUp();
    const { DiskId } = await system();
    await account.ok('Ecs', 'StartInstance', { InstanceId: id });
    await localyun.advance(1_000);
    expect(await refused()).toMatchObject({ status: 403, code: 'IncorrectInstanceStatus' });
    const stranger = await localyun.account().refused('Ecs', 'ReplaceSystemDisk', { InstanceId: id, ImageId: ubuntu });
    expect(stranger).toMatchObject({ status: 404, code: 'InvalidInstanceId.NotFound' });
    expect(await system()).toMatchObject({ DiskId });
    const { InstanceIdSets } = await account.ok('Ecs', 'RunInstances', {
      RegionId,
      InstanceType: 'ecs.g6.xlarge',
      ImageId: ubuntu,
      VSwitchId: network.vSwitchId,
      SecurityGroupId: network.securityGroupId,
    });
    const pending = { InstanceId: InstanceIdSets.InstanceIdSet[0] };
    expect(await refused(pending)).toMatchObject({ status: 403, code: 'OperationDenied.InstanceCreating' });
  });
});
