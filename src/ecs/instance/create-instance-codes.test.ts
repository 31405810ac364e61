import { beforeAll, describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { TestAccount, TestNetwork } from '../../../test/support/test-account.ts';

const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';
let account: TestAccount;
let network: TestNetwork;

beforeAll(async () => {
  account = localyun.account();
  network = await account.network();
});

/** Parameters that are in order but for some of them. */
const create = (more: Parameters): Parameters => ({
  RegionId,
  InstanceType: 'ecs.g6.large',
  ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
  VSwitchId: network.vSwitchId,
  SecurityGroupId: network.securityGroupId,
  ...more,
});

const disks = Array.from({ length: 17 }, () => ({ Size: 20 }));
const essd = (more: object) => ({ DataDisk: [{ Category: 'cloud_essd', Size: 20, ...more }] });

describe('CreateInstance refuses', () => {
  it.each<readonly [parameters: Parameters, status: number, code: string]>([
    [{ ImageId: 'aliyun_3_arm64_20G_alibase_20230727.vhd' }, 403, 'ImageNotSupportInstanceType'],
    [{ ImageFamily: 'acs:none', ImageId: undefined }, 404, 'InvalidImageId.NotFound'],
    [{ ZoneId: 'cn-hangzhou-i' }, 400, 'InvalidParameter.Mismatch'],
    [{ ResourceGroupId: 'rg-none' }, 404, 'InvalidResourceGroup.NotFound'],
    [{ KeyPairName: 'none' }, 404, 'InvalidKeyPairName.NotFound'],
    [{ HostName: '-' }, 400, 'InvalidHostName.Malformed'],
    [{ Password: 'Secret-123', PasswordInherit: true }, 400, 'InvalidPasswordParam.Mismatch'],
    [{ UserData: 'not base64!' }, 400, 'InvalidParameter'],
    [{ UserData: Buffer.alloc(33_000).toString('base64') }, 400, 'InvalidUserData.SizeExceeded'],
    [{ PrivateIpAddress: '192.168.0' }, 400, 'InvalidPrivateIpAddress.Malformed'],
    [{ PrivateIpAddress: '10.0.0.1' }, 403, 'InvalidVSwitchId.IpInvalid'],
    [{ Tag: [{ Key: 'acs:k' }] }, 400, 'InvalidTagKey.Malformed'],
    [{ Tag: [{ Key: 'k', Value: 'http://x' }] }, 400, 'InvalidTagValue.Malformed'],
    [{ Tag: [{ Key: 'k' }, { Key: 'k' }] }, 400, 'Duplicate.TagKey'],
    [{ Tag: Array.from({ length: 21 }, (_, n) => ({ Key: `k${n}` })) }, 403, 'QuotaExceed.Tags'],
    [{ InstanceChargeType: 'Free' }, 400, 'InvalidInstanceChargeType.NotFound'],
    [{ PeriodUnit: 'Day' }, 400, 'InvalidPeriodType.ValueNotSupported'],
    [
      { InstanceChargeType: 'PrePaid', Period: 1, AutoRenew: true, AutoRenewPeriod: 7 },
      400,
      'InvalidAutoRenewPeriod.ValueNotSupported',
    ],
    [{ SpotStrategy: 'x' }, 400, 'InvalidSpotStrategy'],
    [{ CreditSpecification: 'x' }, 400, 'InvalidParameter.CreditSpecification'],
    [{ InternetChargeType: 'x' }, 400, 'InvalidInternetChargeType.ValueNotSupported'],
    [{ InternetMaxBandwidthIn: 201 }, 400, 'InvalidInternetMaxBandwidthIn.Malformed'],
    [{ InternetMaxBandwidthIn: 0 }, 400, 'InvalidInternetMaxBandwidthIn.Malformed'],
    [{ InternetMaxBandwidthOut: 10.5 }, 400, 'InvalidParameter'],
    [{ IoOptimized: 'none' }, 400, 'InvalidIoOptimize.ValueNotSupported'],
    [{ HttpTokens: 'x' }, 400, 'InvalidHttpTokens.NotSupported'],
    [{ HttpEndpoint: 'x' }, 400, 'InvalidHttpEndpoint.NotSupported'],
    [{ HttpPutResponseHopLimit: 0 }, 400, 'InvalidHttpPutResponseHopLimit.NotSupported'],
    [{ DataDisk: disks }, 400, 'InstanceDiskNumber.LimitExceed'],
    [essd({ Size: 0 }), 400, 'InvalidDataDiskSize.ValueNotSupported'],
    [essd({ DiskName: '1' }), 400, 'InvalidDiskName.Malformed'],
    [essd({ Description: 'http://x' }), 400, 'InvalidDiskDescription.Malformed'],
    [essd({ Device: '/dev/xvda' }), 400, 'InvalidDataDevice.Malformed'],
    [essd({ PerformanceLevel: 'PL9' }), 400, 'InvalidPerformanceLevel.Malformed'],
    [essd({ KMSKeyId: 'key' }), 400, 'InvalidParameter.EncryptedIllegal'],
    [essd({ SnapshotId: 's-none' }), 404, 'InvalidDataDiskSnapshotId.NotFound'],
    [
      {
        DataDisk: [
          { Size: 20, Device: '/dev/xvdb' },
          { Size: 20, Device: '/dev/xvdb' },
        ],
      },
      403,
      'InvalidDevice.InUse',
    ],
  ])('%j', async (parameters, status, code) => {
    const refusal = await account.refused('Ecs', 'CreateInstance', create(parameters));
    expect(refusal).toMatchObject({ status, code });
    expect((await account.ok('Ecs', 'DescribeInstances', { RegionId })).TotalCount).toBe(0);
  });

  it('a vSwitch that is not ready or full, an address that is taken', async () => {
    const made = await account.ok('Vpc', 'CreateVSwitch', {
      RegionId,
      VpcId: network.vpcId,
      ZoneId: network.zoneId,
      CidrBlock: '192.168.9.0/29',
    });
    const there = { VSwitchId: made.VSwitchId };
    const refused = (more: Parameters = {}) => account.refused('Ecs', 'CreateInstance', create({ ...there, ...more }));
    expect(await refused()).toMatchObject({ status: 400, code: 'IncorrectVSwitchStatus' });
    await localyun.advance(1_000);
    const interfaces = { ...network, vSwitchId: made.VSwitchId };
    await account.createNetworkInterface(interfaces, { PrimaryIpAddress: '192.168.9.1' });
    expect(await refused({ PrivateIpAddress: '192.168.9.1' })).toMatchObject({
      status: 400,
      code: 'InvalidPrivateIpAddress.Duplicated',
    });
    for (let count = 0; count < 3; count += 1) await account.createNetworkInterface(interfaces);
    expect(await refused()).toMatchObject({ status: 403, code: 'InvalidVSwitchId.IpNotEnough' });
  });

  it('security groups that cannot be joined', async () => {
    const { SecurityGroupId } = await account.ok('Ecs', 'CreateSecurityGroup', { RegionId });
    expect(await account.refused('Ecs', 'CreateInstance', create({ SecurityGroupId }))).toMatchObject({
      status: 403,
      code: 'InvalidSecurityGroupId.NotVpc',
    });
    const full = localyun.account();
    const there = await full.network();
    const parameters = create({ VSwitchId: there.vSwitchId, SecurityGroupId: there.securityGroupId });
    const setQuota = (name: string) =>
      localyun.server.levers.seed({ accounts: [{ accessKeyId: full.accessKeyId, quotas: { [name]: 0 } }] });
    await setQuota('private-addresses-per-basic-security-group');
    expect(await full.refused('Ecs', 'CreateInstance', parameters)).toMatchObject({
      status: 403,
      code: 'SecurityGroupInstanceLimitExceed',
    });
    const Permissions = [{ IpProtocol: 'tcp', PortRange: '22/22', SourceCidrIp: '10.0.0.0/8' }];
    await full.ok('Ecs', 'AuthorizeSecurityGroup', { RegionId, SecurityGroupId: there.securityGroupId, Permissions });
    await setQuota('rules-per-network-interface');
    expect(await full.refused('Ecs', 'CreateInstance', parameters)).toMatchObject({
      status: 403,
      code: 'AclLimitExceed',
    });
  });

  it('roles that ECS cannot assume, and keys for Windows', async () => {
    const statement = { Action: 'sts:AssumeRole', Effect: 'Allow', Principal: { Service: ['fc.aliyuncs.com'] } };
    await account.ok('Ram', 'CreateRole', {
      RoleName: 'function',
      AssumeRolePolicyDocument: JSON.stringify({ Version: '1', Statement: [statement] }),
    });
    expect(await account.refused('Ecs', 'CreateInstance', create({ RamRoleName: 'function' }))).toMatchObject({
      status: 400,
      code: 'InvalidRamRole.NotEcsRole',
    });
    await account.ok('Ecs', 'CreateKeyPair', { RegionId, KeyPairName: 'door' });
    const ImageId = 'win2022_21H2_x64_dtc_en-us_40G_alibase_20231115.vhd';
    expect(await account.refused('Ecs', 'CreateInstance', create({ KeyPairName: 'door', ImageId }))).toMatchObject({
      status: 403,
      code: 'DependencyViolation.WindowsInstance',
    });
  });

  it('snapshots that are not ready, of system disks, or encrypted', async () => {
    const other = localyun.account();
    const there = await other.network();
    const InstanceId = await other.runInstance(there, { DataDisk: [{ Size: 20, Encrypted: 'true' }] });
    const { Disks } = await other.ok('Ecs', 'DescribeDisks', { RegionId, InstanceId });
    const snapshotOf = async (type: string): Promise<string> => {
      const { DiskId } = Disks.Disk.find((disk: { Type: string }) => disk.Type === type);
      return (await other.ok('Ecs', 'CreateSnapshot', { DiskId })).SnapshotId;
    };
    const parameters = { VSwitchId: there.vSwitchId, SecurityGroupId: there.securityGroupId };
    const refused = (SnapshotId: string, Encrypted?: boolean) =>
      other.refused('Ecs', 'CreateInstance', create({ ...parameters, DataDisk: [{ SnapshotId, Encrypted }] }));
    const ofSystem = await snapshotOf('system');
    const ofData = await snapshotOf('data');
    expect(await refused(ofData)).toMatchObject({ status: 403, code: 'InvalidSnapshotId.NotReady' });
    await localyun.advance(60_000);
    expect(await refused(ofSystem)).toMatchObject({ status: 403, code: 'InvalidSnapshotId.NotDataDiskSnapshot' });
    expect(await refused(ofData, false)).toMatchObject({ status: 403, code: 'InvalidEncrypted.NotMatchSnapshot' });
  });
});
