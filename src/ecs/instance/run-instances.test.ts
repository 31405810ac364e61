import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount, TestNetwork } from '../../../test/support/test-account.ts';

const localyun = startTestLocalyun();
const run = 'RunInstances';

async function setUp(wanted: Parameters<TestAccount['network']>[0] = {}) {
  const account = localyun.account();
  const network = await account.network(wanted);
  const minimal = {
    RegionId: network.regionId,
    InstanceType: 'ecs.g6.xlarge',
    ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
    VSwitchId: network.vSwitchId,
    SecurityGroupId: network.securityGroupId,
  };
  const start = async (overrides: object = {}): Promise<string[]> =>
    (await account.ok('Ecs', run, { ...minimal, ...overrides })).InstanceIdSets.InstanceIdSet;
  const refused = (overrides: object) => account.refused('Ecs', run, { ...minimal, ...overrides });
  return { account, network, minimal, start, refused };
}

async function instancesOf(account: TestAccount, network: TestNetwork, filters: object = {}): Promise<Body[]> {
  const answer = await account.ok('Ecs', 'DescribeInstances', {
    RegionId: network.regionId,
    PageSize: 100,
    ...filters,
  });
  return answer.Instances.Instance;
}

async function interfacesOf(account: TestAccount, network: TestNetwork, filters: object = {}): Promise<Body[]> {
  const answer = await account.ok('Ecs', 'DescribeNetworkInterfaces', {
    RegionId: network.regionId,
    PageSize: 100,
    ...filters,
  });
  return answer.NetworkInterfaceSets.NetworkInterfaceSet;
}

async function idleAddresses(account: TestAccount, network: TestNetwork): Promise<number> {
  const { VSwitches } = await account.ok('Vpc', 'DescribeVSwitches', {
    RegionId: network.regionId,
    VSwitchId: network.vSwitchId,
  });
  return VSwitches.VSwitch[0].AvailableIpAddressCount;
}

describe('what is made', () => {
  it('ENI-155 each instance has exactly one primary interface, with its vSwitch, groups and tags', async () => {
    const { account, network, start } = await setUp();
    const ids = await start({ Amount: 3, Tag: [{ Key: 'team', Value: 'blue' }] });
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^i-bp1[0-9a-z]{17}$/);
    const enis = await interfacesOf(account, network);
    expect(enis).toHaveLength(3);
    for (const id of ids) {
      const [eni, ...others] = enis.filter((one) => one.InstanceId === id);
      expect(others).toEqual([]);
      expect(eni).toMatchObject({
        Type: 'Primary',
        Status: 'InUse',
        VSwitchId: network.vSwitchId,
        VpcId: network.vpcId,
        ZoneId: network.zoneId,
        SecurityGroupIds: { SecurityGroupId: [network.securityGroupId] },
        Tags: { Tag: [{ TagKey: 'team', TagValue: 'blue' }] },
        QueueNumber: 4,
      });
    }
    for (const instance of await instancesOf(account, network)) {
      expect(instance.Tags).toEqual({ Tag: [{ TagKey: 'team', TagValue: 'blue' }] });
    }
  });

  it('an instance is Pending, then Starting, then Running', async () => {
    const { account, network, start } = await setUp();
    await start();
    const status = async () => (await instancesOf(account, network))[0]?.Status;
    expect(await status()).toBe('Pending');
    await localyun.advance(600);
    expect(await status()).toBe('Starting');
    await localyun.advance(399);
    expect(await status()).toBe('Starting');
    await localyun.advance(1);
    expect(await status()).toBe('Running');
  });

  it('several instances with one PrivateIpAddress take it and those that follow', async () => {
    const { account, network, start } = await setUp();
    const ids = await start({ Amount: 3, PrivateIpAddress: '192.168.0.10' });
    const addresses = await Promise.all(
      ids.map(async (id) => (await instancesOf(account, network, { InstanceIds: JSON.stringify([id]) }))[0]),
    );
    expect(addresses.map((instance) => instance?.VpcAttributes.PrivateIpAddress.IpAddress)).toEqual([
      ['192.168.0.10'],
      ['192.168.0.11'],
      ['192.168.0.12'],
    ]);
  });

  it('SecurityGroupIds.N puts the primary interface in all of them, in their order', async () => {
    const { account, network, start } = await setUp();
    const { regionId, vpcId } = network;
    const { SecurityGroupId } = await account.ok('Ecs', 'CreateSecurityGroup', { RegionId: regionId, VpcId: vpcId });
    const groups = [SecurityGroupId, network.securityGroupId];
    await start({ SecurityGroupId: undefined, SecurityGroupIds: groups });
    const [instance] = await instancesOf(account, network);
    expect(instance?.SecurityGroupIds).toEqual({ SecurityGroupId: groups });
  });

  it('names instances and hosts in sequence', async () => {
    const { account, network, start } = await setUp();
    const names = { InstanceName: 'web-[6,4]', HostName: 'web-[6,3]-host' };
    const ids = await start({ Amount: 2, UniqueSuffix: true, ...names });
    const found = await instancesOf(account, network, { InstanceIds: JSON.stringify(ids) });
    const byId = new Map(found.map((instance) => [instance.InstanceId, instance]));
    expect(ids.map((id) => [byId.get(id)?.InstanceName, byId.get(id)?.HostName])).toEqual([
      ['web-0006', 'web-006-host001'],
      ['web-0007', 'web-007-host002'],
    ]);
  });

  it('calls an instance without a name by its id, and puts ids into host names', async () => {
    const { account, network, start } = await setUp();
    const [id = ''] = await start();
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder of the API
    const [other = ''] = await start({ HostName: 'k8s-${instance_id}' });
    const byId = new Map((await instancesOf(account, network)).map((instance) => [instance.InstanceId, instance]));
    expect(byId.get(id)).toMatchObject({ InstanceName: id, HostName: `iZ${id.slice(2)}Z` });
    expect(byId.get(other)).toMatchObject({ HostName: `k8s-${other}` });
  });

  it('takes the newest image of a family, images of other dates and images of others', async () => {
    const { account, network, start } = await setUp();
    await start({ ImageId: undefined, ImageFamily: 'acs:ubuntu_22_04_x64' });
    await localyun.advance(1);
    await start({ ImageId: 'win2019_1809_x64_dtc_en-us_40G_alibase_20201015.vhd' });
    await localyun.advance(1);
    await start({ ImageId: 'm-bp67acfmxazb4ph' });
    expect((await instancesOf(account, network)).map(({ ImageId, OSType }) => [ImageId, OSType])).toEqual([
      ['m-bp67acfmxazb4ph', 'linux'],
      ['win2019_1809_x64_dtc_en-us_40G_alibase_20201015.vhd', 'windows'],
      ['ubuntu_22_04_x64_20G_alibase_20230907.vhd', 'linux'],
    ]);
  });

  it('a repeated ClientToken makes nothing new', async () => {
    const { account, network, start } = await setUp();
    const first = await start({ ClientToken: 'once', Amount: 2 });
    expect(await start({ ClientToken: 'once', Amount: 2 })).toEqual(first);
    expect(await instancesOf(account, network)).toHaveLength(2);
  });

  it('empty parameters are absent ones', async () => {
    const { start } = await setUp();
    expect(await start({ PrivateIpAddress: '', KeyPairName: '', InstanceName: '' })).toHaveLength(1);
  });
});

describe('NetworkInterface.N', () => {
  it('describes the primary interface and secondary ones', async () => {
    const { account, network, minimal } = await setUp();
    const { VSwitchId, SecurityGroupId, ...rest } = minimal;
    const other = await account.vSwitch(network, { zoneId: network.zoneId, cidrBlock: '192.168.1.0/24' });
    const { InstanceIdSets } = await account.ok('Ecs', run, {
      ...rest,
      NetworkInterface: [
        {
          InstanceType: 'Primary',
          VSwitchId,
          SecurityGroupIds: [SecurityGroupId],
          PrimaryIpAddress: '192.168.0.20',
          SecondaryPrivateIpAddressCount: 2,
        },
        { NetworkInterfaceName: 'plain' },
        {
          InstanceType: 'Secondary',
          VSwitchId: other,
          NetworkInterfaceName: 'elsewhere',
          Description: 'in the other vSwitch',
          DeleteOnRelease: false,
          SourceDestCheck: true,
          QueueNumber: 2,
          PrimaryIpAddress: '192.168.1.20',
        },
      ],
    });
    const [id] = InstanceIdSets.InstanceIdSet;
    const byName = new Map((await interfacesOf(account, network)).map((eni) => [eni.NetworkInterfaceName, eni]));
    expect(byName.size).toBe(3);
    expect(byName.get('')).toMatchObject({ Type: 'Primary', InstanceId: id, PrivateIpAddress: '192.168.0.20' });
    expect(byName.get('')?.PrivateIpSets.PrivateIpSet).toHaveLength(3);
    expect(byName.get('plain')).toMatchObject({
      Type: 'Secondary',
      Status: 'InUse',
      InstanceId: id,
      VSwitchId,
      SecurityGroupIds: { SecurityGroupId: [SecurityGroupId] },
      DeleteOnRelease: true,
    });
    expect(byName.get('elsewhere')).toMatchObject({
      VSwitchId: other,
      Description: 'in the other vSwitch',
      DeleteOnRelease: false,
      SourceDestCheck: true,
      QueueNumber: 2,
      PrivateIpAddress: '192.168.1.20',
    });
  });

  it('attaches an existing interface, which keeps what it has', async () => {
    const { account, network, start } = await setUp();
    const made = await account.createNetworkInterface(network, {
      NetworkInterfaceName: 'kept',
      DeleteOnRelease: false,
    });
    const [id] = await start({ NetworkInterface: [{ NetworkInterfaceId: made.NetworkInterfaceId }] });
    expect(await account.describeNetworkInterface(network, made.NetworkInterfaceId)).toMatchObject({
      Status: 'InUse',
      InstanceId: id,
      NetworkInterfaceName: 'kept',
      DeleteOnRelease: false,
      MacAddress: made.MacAddress,
      PrivateIpAddress: made.PrivateIpAddress,
    });
  });

  it('attaches an existing interface to a type that takes them only while stopped', async () => {
    const { account, network, start } = await setUp();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    const [id] = await start({ InstanceType: 'ecs.n4.small', NetworkInterface: [{ NetworkInterfaceId }] });
    expect(await account.describeNetworkInterface(network, NetworkInterfaceId)).toMatchObject({ InstanceId: id });
  });

  it('refuses an existing interface that cannot be attached, and makes nothing', async () => {
    const { account, network, start, refused } = await setUp();
    const [id] = await start();
    const inUse = await account.createNetworkInterface(network);
    await localyun.advance(2_000);
    await account.ok('Ecs', 'AttachNetworkInterface', {
      RegionId: network.regionId,
      InstanceId: id,
      NetworkInterfaceId: inUse.NetworkInterfaceId,
    });
    const far = await account.vSwitch(network, { zoneId: 'cn-hangzhou-i', cidrBlock: '192.168.2.0/24' });
    const inOtherZone = await account.createNetworkInterface(network, { VSwitchId: far });
    const elsewhere = await account.network();
    const inOtherVpc = await account.createNetworkInterface(elsewhere);
    const full = await account.createNetworkInterface(network, { SecondaryPrivateIpAddressCount: 10 });
    const [primary] = await interfacesOf(account, network, { Type: 'Primary' });
    const before = await idleAddresses(account, network);
    for (const [NetworkInterfaceId, status, code] of [
      ['eni-unknown', 404, 'InvalidEniId.NotFound'],
      [inUse.NetworkInterfaceId, 400, 'InvalidOperation.InvalidEniState'],
      [primary?.NetworkInterfaceId, 403, 'InvalidOperation.InvalidEniType'],
      [inOtherZone.NetworkInterfaceId, 403, 'InvalidOperation.AvailabilityZoneMismatch'],
      [inOtherVpc.NetworkInterfaceId, 403, 'InvalidOperation.VpcMismatch'],
      [full.NetworkInterfaceId, 403, 'InvalidOperation.Ipv4CountExceeded'],
    ]) {
      expect(await refused({ NetworkInterface: [{ NetworkInterfaceId }] })).toMatchObject({ status, code });
    }
    expect(await instancesOf(account, network)).toHaveLength(1);
    expect(await idleAddresses(account, network)).toBe(before);
  });

  it.each([
    [[{ NetworkCardIndex: 0 }], 400, 'InvalidParameter.NetworkCardIndexInvalid'],
    [
      [{ NetworkInterfaceTrafficMode: 'HighPerformance' }],
      403,
      'InvalidOperation.InstanceTypeNotSupportHighPerformanceTrafficMode',
    ],
    [[{ NetworkInterfaceTrafficMode: 'Fast' }], 403, 'InvalidParameter.EniTrafficMode'],
    [[{ QueuePairNumber: 1 }], 403, 'InvalidParameter.QueuePairNumberMustEmpty'],
    [
      [{ NetworkInterfaceTrafficMode: 'HighPerformance', QueuePairNumber: 0 }],
      403,
      'InvalidParameter.InvalidQueuePairNumber',
    ],
    [[{ InstanceType: 'Trunk' }], 400, 'InvalidParam.NetworkInterface'],
    [[{ InstanceType: 'Primary' }], 400, 'InvalidParameter.Conflict'],
    [[{}, {}, {}].map((_, n) => ({ NetworkInterfaceName: `eni-${n}` })), 403, 'EniPerInstanceLimitExceeded'],
    [[{ SecondaryPrivateIpAddressCount: 10 }], 403, 'InvalidOperation.Ipv4CountExceeded'],
    [[{ QueueNumber: 5 }], 403, 'InvalidOperation.MaxEniQueueNumberExceeded'],
    [[{ VSwitchId: 'vsw-unknown' }], 404, 'InvalidVSwitchId.NotFound'],
    [[{ SecurityGroupIds: ['sg-unknown'] }], 404, 'InvalidSecurityGroupId.NotFound'],
    [[{ NetworkInterfaceId: 'eni-1', Description: 'other' }], 400, 'InvalidParameter.Conflict'],
  ])('refuses %j', async (NetworkInterface, status, code) => {
    const { account, network, refused } = await setUp();
    expect(await refused({ NetworkInterface })).toMatchObject({ status, code });
    expect(await interfacesOf(account, network)).toEqual([]);
  });

  it('refuses a vSwitch of another zone or VPC for a secondary interface', async () => {
    const { account, network, refused } = await setUp();
    const far = await account.vSwitch(network, { zoneId: 'cn-hangzhou-i', cidrBlock: '192.168.2.0/24' });
    const elsewhere = await account.network();
    expect(await refused({ NetworkInterface: [{ VSwitchId: far }] })).toMatchObject({
      status: 403,
      code: 'InvalidOperation.AvailabilityZoneMismatch',
    });
    expect(await refused({ NetworkInterface: [{ VSwitchId: elsewhere.vSwitchId }] })).toMatchObject({
      status: 403,
      code: 'InvalidOperation.VpcMismatch',
    });
  });

  it('counts secondary interfaces against the quota of the account, and primary ones not', async () => {
    const { account, start, refused } = await setUp();
    await localyun.server.levers.seed({
      accounts: [{ accessKeyId: account.accessKeyId, quotas: { 'network-interfaces': 1 } }],
    });
    await start({ Amount: 3 });
    await start({ NetworkInterface: [{ NetworkInterfaceName: 'one' }] });
    expect(await refused({ NetworkInterface: [{ NetworkInterfaceName: 'two' }] })).toMatchObject({
      status: 403,
      code: 'MaxEniCountExceeded',
    });
  });
});

describe('what is refused', () => {
  const long = 'x'.repeat(126);
  it.each<[object, number, string]>([
    [{ ImageId: undefined }, 400, 'MissingParameter'],
    [{ InstanceType: undefined }, 400, 'MissingParameter'],
    [{ VSwitchId: undefined }, 400, 'MissingParameter'],
    [{ SecurityGroupId: undefined }, 400, 'MissingParameter'],
    [{ InstanceType: 'ecs.none.large' }, 400, 'InvalidInstanceType.ValueNotSupported'],
    [{ ImageId: 'ami-12345' }, 404, 'InvalidImageId.NotFound'],
    [{ ImageId: undefined, ImageFamily: 'acs:none' }, 404, 'InvalidImageId.NotFound'],
    [{ ImageId: 'aliyun_3_arm64_20G_alibase_20230727.vhd' }, 403, 'ImageNotSupportInstanceType'],
    [{ LaunchTemplateId: 'lt-1' }, 404, 'InvalidLaunchTemplate.NotFound'],
    [{ VSwitchId: 'vsw-unknown' }, 404, 'InvalidVSwitchId.NotFound'],
    [{ SecurityGroupId: 'sg-unknown' }, 404, 'InvalidSecurityGroupId.NotFound'],
    [{ ZoneId: 'cn-hangzhou-i' }, 400, 'InvalidParameter.Mismatch'],
    [{ Amount: 0 }, 403, 'InvalidParam.Amount'],
    [{ Amount: 101 }, 403, 'InvalidParam.Amount'],
    [{ Amount: 2, MinAmount: 3 }, 400, 'InvalidMinAmount.Malformed'],
    [{ PrivateIpAddress: '192.168.0' }, 400, 'InvalidPrivateIpAddress.Malformed'],
    [{ PrivateIpAddress: '192.168.9.9' }, 403, 'InvalidVSwitchId.IpInvalid'],
    [{ PrivateIpAddress: '192.168.0.253' }, 403, 'InvalidVSwitchId.IpInvalid'],
    [{ Ipv6AddressCount: 1 }, 403, 'InvalidVSwitch.Ipv6NotTurnOn'],
    [{ InstanceName: 'x' }, 400, 'InvalidInstanceName.Malformed'],
    [{ InstanceName: 'http://name' }, 400, 'InvalidInstanceName.Malformed'],
    [{ InstanceName: `${long}`, Amount: 2, UniqueSuffix: true }, 403, 'InvalidParams.InstanceNameExceed'],
    [{ HostName: '-host' }, 400, 'InvalidHostName.Malformed'],
    [{ HostName: 'x'.repeat(63), Amount: 2, UniqueSuffix: true }, 403, 'InvalidParams.HostnameExceed'],
    [{ HostName: 'a1', HostNames: ['b2'] }, 400, 'InvalidParameter.Conflict'],
    [{ HostNames: ['a1', 'b2'] }, 400, 'InvalidParameter'],
    [{ Description: 'https://x' }, 400, 'InvalidDescription.Malformed'],
    [{ Password: 'simple' }, 400, 'InvalidPassword.Malformed'],
    [{ Password: 'Simple-123', PasswordInherit: true }, 400, 'InvalidPasswordParam.Mismatch'],
    [{ UserData: 'no base64' }, 400, 'InvalidParameter'],
    [{ UserData: Buffer.alloc(32 * 1024 + 1).toString('base64') }, 400, 'InvalidUserData.SizeExceeded'],
    [{ InstanceChargeType: 'Free' }, 400, 'InvalidInstanceChargeType.NotFound'],
    [{ InstanceChargeType: 'PrePaid' }, 400, 'InvalidPeriod'],
    [{ InstanceChargeType: 'PrePaid', Period: 10 }, 400, 'InvalidPeriod'],
    [{ PeriodUnit: 'Day' }, 400, 'InvalidPeriodType.ValueNotSupported'],
    [{ SpotStrategy: 'Cheap' }, 400, 'InvalidSpotStrategy'],
    [{ AutoReleaseTime: 'tomorrow' }, 400, 'InvalidAutoReleaseTime.Malformed'],
    [{ HttpPutResponseHopLimit: 65 }, 400, 'InvalidHttpPutResponseHopLimit.NotSupported'],
    [
      { InstanceChargeType: 'PrePaid', Period: 1, AutoRenew: true, AutoRenewPeriod: 5 },
      400,
      'InvalidAutoRenewPeriod.ValueNotSupported',
    ],
    [{ CreditSpecification: 'None' }, 400, 'InvalidParameter.CreditSpecification'],
    [{ InternetChargeType: 'Free' }, 400, 'InvalidInternetChargeType.ValueNotSupported'],
    [{ InternetMaxBandwidthOut: 101 }, 400, 'InvalidInternetMaxBandwidthOut.Malformed'],
    [{ InternetMaxBandwidthIn: 201 }, 400, 'InvalidInternetMaxBandwidthIn.Malformed'],
    [{ IoOptimized: 'none' }, 400, 'InvalidIoOptimize.ValueNotSupported'],
    [{ HttpTokens: 'never' }, 400, 'InvalidHttpTokens.NotSupported'],
    [{ HttpEndpoint: 'on' }, 400, 'InvalidHttpEndpoint.NotSupported'],
    [{ SystemDisk: { Category: 'floppy' } }, 400, 'InvalidSystemDiskCategory.ValueNotSupported'],
    [{ SystemDisk: { Size: '19' } }, 400, 'InvalidSystemDiskSize.ValueNotSupported'],
    [{ SystemDisk: { Size: 'big' } }, 400, 'InvalidSystemDiskSize.ValueNotSupported'],
    [{ DataDisk: [{ Category: 'floppy' }] }, 400, 'InvalidDataDiskCategory.ValueNotSupported'],
    [{ DataDisk: [{ Size: 0 }] }, 400, 'InvalidDataDiskSize.ValueNotSupported'],
    [{ DataDisk: Array(17).fill({ Size: 20 }) }, 400, 'InstanceDiskNumber.LimitExceed'],
    [{ NetworkInterfaceQueueNumber: 0 }, 403, 'InvalidParameter.InvalidEniQueueNumber'],
    [{ Tag: [{ Key: 'a' }, { Key: 'a' }] }, 400, 'Duplicate.TagKey'],
    [{ RegionId: 'cn-beijing' }, 404, 'InvalidVSwitchId.NotFound'],
  ])('%j', async (overrides, status, code) => {
    const { account, network, refused } = await setUp();
    expect(await refused(overrides)).toMatchObject({ status, code });
    expect(await instancesOf(account, network)).toEqual([]);
    expect(await interfacesOf(account, network)).toEqual([]);
  });

  it('explains that there is no classic network', async () => {
    const { refused } = await setUp();
    const { message } = await refused({ VSwitchId: undefined });
    expect(message).toContain('"VSwitchId"');
    expect(message).toContain('classic network');
  });

  it('a security group of another VPC', async () => {
    const { account, refused } = await setUp();
    const elsewhere = await account.network();
    expect(await refused({ SecurityGroupId: elsewhere.securityGroupId })).toMatchObject({
      status: 400,
      code: 'InvalidParameter.Mismatch',
    });
  });

  it('what does not fit as a whole leaves no instance, no interface, no address', async () => {
    const { account, network, start, refused } = await setUp({ cidrBlock: '192.168.0.0/28' });
    const before = await idleAddresses(account, network);
    expect(before).toBe(12);
    expect(await refused({ Amount: 13 })).toMatchObject({ status: 403, code: 'InvalidVSwitchId.IpNotEnough' });
    await start({ PrivateIpAddress: '192.168.0.8' });
    expect(await refused({ Amount: 3, PrivateIpAddress: '192.168.0.6' })).toMatchObject({
      status: 400,
      code: 'InvalidPrivateIpAddress.Duplicated',
    });
    expect(await instancesOf(account, network)).toHaveLength(1);
    expect(await interfacesOf(account, network)).toHaveLength(1);
    expect(await idleAddresses(account, network)).toBe(before - 1);
    expect(await start({ Amount: 11 })).toHaveLength(11);
    expect(await idleAddresses(account, network)).toBe(0);
  });

  it('a dry run that would succeed, with DryRunOperation, and makes nothing', async () => {
    const { account, network, refused } = await setUp();
    expect(await refused({ DryRun: true })).toMatchObject({ status: 400, code: 'DryRunOperation' });
    expect(await refused({ DryRun: true, ImageId: 'none' })).toMatchObject({ code: 'InvalidImageId.NotFound' });
    expect(await instancesOf(account, network)).toEqual([]);
    expect(await idleAddresses(account, network)).toBe(252);
  });
});
