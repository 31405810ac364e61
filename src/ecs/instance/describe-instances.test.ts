import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';

const localyun = startTestLocalyun();

async function setUp() {
  const account = localyun.account();
  const network = await account.network();
  const { regionId: RegionId } = network;
  const list = (parameters: object = {}) => account.ok('Ecs', 'DescribeInstances', { RegionId, ...parameters });
  const idsOf = async (parameters: object = {}): Promise<string[]> =>
    (await list(parameters)).Instances.Instance.map((instance: Body) => instance.InstanceId);
  const refused = (parameters: object) => account.refused('Ecs', 'DescribeInstances', { RegionId, ...parameters });
  return { account, network, RegionId, list, idsOf, refused };
}

describe('the description of an instance', () => {
  it('has every field that clients read', async () => {
    const { account, network, RegionId, list } = await setUp();
    const ResourceGroupId = await account.resourceGroup();
    await account.ok('Ecs', 'CreateKeyPair', { RegionId, KeyPairName: 'key' });
    const InstanceId = await account.runInstance(network, {
      InstanceName: 'web',
      HostName: 'web-host',
      Description: 'a web server',
      DeletionProtection: true,
      PrivateIpAddress: '192.168.0.9',
      KeyPairName: 'key',
      ResourceGroupId,
      SystemDisk: { Category: 'cloud_essd', Size: '40' },
      InternetMaxBandwidthOut: 5,
      HttpTokens: 'required',
      ImageOptions: { LoginAsNonRoot: true },
      Tag: [{ Key: 'a', Value: 'b' }],
    });
    const { Instances, ...rest } = await list();
    expect(rest).toMatchObject({ TotalCount: 1, PageNumber: 1, PageSize: 10, NextToken: '' });
    const [instance] = Instances.Instance;
    const [eni] = instance.NetworkInterfaces.NetworkInterface;
    expect(instance).toMatchObject({
      InstanceId,
      InstanceName: 'web',
      HostName: 'web-host',
      Description: 'a web server',
      RegionId,
      ZoneId: network.zoneId,
      Status: 'Running',
      StoppedMode: 'Not-applicable',
      InstanceType: 'ecs.g6.xlarge',
      InstanceTypeFamily: 'ecs.g6',
      Cpu: 4,
      Memory: 16_384,
      GPUAmount: 0,
      ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
      OSType: 'linux',
      OSName: 'Alibaba Cloud Linux 3.2104 LTS 64 bit',
      InstanceChargeType: 'PostPaid',
      ExpiredTime: '2099-12-31T15:59Z',
      AutoReleaseTime: '',
      InternetChargeType: 'PayByTraffic',
      InternetMaxBandwidthOut: 5,
      InternetMaxBandwidthIn: 10,
      InstanceNetworkType: 'vpc',
      SpotStrategy: 'NoSpot',
      SpotPriceLimit: 0,
      SpotDuration: 1,
      KeyPairName: 'key',
      DeletionProtection: true,
      CreditSpecification: '',
      HpcClusterId: '',
      DeploymentSetId: '',
      ResourceGroupId,
      SerialNumber: expect.stringMatching(/^[0-9a-f-]{36}$/),
      IoOptimized: true,
      Recyclable: false,
      DeviceAvailable: true,
      PublicIpAddress: { IpAddress: [expect.stringMatching(/^198\.1[89]\./)] },
      InnerIpAddress: { IpAddress: [] },
      RdmaIpAddress: { IpAddress: [] },
      EipAddress: { IpAddress: '', AllocationId: '' },
      OperationLocks: { LockReason: [] },
      DedicatedHostAttribute: { DedicatedHostId: '' },
      ImageOptions: { LoginAsNonRoot: true },
      MetadataOptions: { HttpTokens: '', HttpEndpoint: '' },
      Tags: { Tag: [{ TagKey: 'a', TagValue: 'b' }] },
      SecurityGroupIds: { SecurityGroupId: [network.securityGroupId] },
      VpcAttributes: {
        VpcId: network.vpcId,
        VSwitchId: network.vSwitchId,
        PrivateIpAddress: { IpAddress: ['192.168.0.9'] },
        NatIpAddress: '',
      },
    });
    expect(instance.CreationTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/);
    expect(instance.StartTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/);
    expect(eni).toMatchObject({
      NetworkInterfaceId: expect.stringMatching(/^eni-/),
      Type: 'Primary',
      MacAddress: expect.stringMatching(/^00:16:3e:/),
      PrimaryIpAddress: '192.168.0.9',
      PrivateIpSets: { PrivateIpSet: [] },
      Ipv6Sets: { Ipv6Set: [] },
      Ipv4PrefixSets: { Ipv4PrefixSet: [] },
      Ipv6PrefixSets: { Ipv6PrefixSet: [] },
    });
  });

  it('has more where it is asked for', async () => {
    const { account, network, list } = await setUp();
    await account.runInstance(network, { HttpTokens: 'required' });
    const { Instances } = await list({ AdditionalAttributes: ['NETWORK_PRIMARY_ENI_IP', 'META_OPTIONS'] });
    const [instance] = Instances.Instance;
    const [eni] = instance.NetworkInterfaces.NetworkInterface;
    expect(eni.PrivateIpSets.PrivateIpSet).toEqual([{ PrivateIpAddress: eni.PrimaryIpAddress, Primary: true }]);
    expect(instance.MetadataOptions).toEqual({
      HttpEndpoint: 'enabled',
      HttpTokens: 'required',
      HttpPutResponseHopLimit: 1,
      InstanceMetadataTags: 'disabled',
    });
  });

  it('never shows a password', async () => {
    const { account, network, RegionId } = await setUp();
    await account.runInstance(network, { Password: 'Very-Secret-1' });
    const { text } = await account.call('Ecs', 'DescribeInstances', { RegionId });
    expect(text).not.toContain('Very-Secret-1');
  });

  it('gives a subscription the end of its period, and burstable types a credit mode', async () => {
    const { account, network, list } = await setUp();
    await account.runInstance(network, {
      InstanceType: 'ecs.t6-c1m1.large',
      InstanceChargeType: 'PrePaid',
      Period: 2,
      PeriodUnit: 'Week',
    });
    const [instance] = (await list()).Instances.Instance;
    const periodMs = Date.parse(instance.ExpiredTime) - Date.parse(instance.CreationTime);
    expect(periodMs).toBe(14 * 24 * 60 * 60 * 1000);
    expect(instance).toMatchObject({ InstanceChargeType: 'PrePaid', CreditSpecification: 'Standard', Memory: 2048 });
  });

  it('ENI-90 lists interfaces once they are attached, and no longer once they are gone', async () => {
    const { account, network, RegionId, list } = await setUp();
    const InstanceId = await account.runInstance(network);
    const attachedIds = async () =>
      (await list()).Instances.Instance[0].NetworkInterfaces.NetworkInterface.map((eni: Body) => [
        eni.NetworkInterfaceId,
        eni.Type,
      ]);
    const [primary] = await attachedIds();
    const { NetworkInterfaceId, PrivateIpAddress } = await account.createNetworkInterface(network, {
      SecondaryPrivateIpAddressCount: 1,
    });
    await account.ok('Ecs', 'AttachNetworkInterface', { RegionId, InstanceId, NetworkInterfaceId });
    expect(await attachedIds()).toEqual([primary]);
    await localyun.advance(1_000);
    expect(await attachedIds()).toEqual([primary, [NetworkInterfaceId, 'Secondary']]);
    const [, second] = (await list()).Instances.Instance[0].NetworkInterfaces.NetworkInterface;
    expect(second).toMatchObject({ PrimaryIpAddress: PrivateIpAddress });
    expect(second.PrivateIpSets.PrivateIpSet).toHaveLength(2);
    await account.ok('Ecs', 'DetachNetworkInterface', { RegionId, InstanceId, NetworkInterfaceId });
    await localyun.advance(1_000);
    expect(await attachedIds()).toEqual([primary]);
  });
});

describe('filters', () => {
  it('by ids, as a JSON list', async () => {
    const { account, network, idsOf } = await setUp();
    const one = await account.runInstance(network);
    const two = await account.runInstance(network);
    await account.runInstance(network);
    expect(await idsOf({ InstanceIds: JSON.stringify([one, two]) })).toEqual([two, one]);
    expect(await idsOf({ InstanceIds: JSON.stringify([one, 'i-unknown']) })).toEqual([one]);
    expect(await idsOf({ InstanceIds: '["i-unknown"]' })).toEqual([]);
    expect(await idsOf({ InstanceIds: '[]' })).toEqual([]);
  });

  it.each(['i-bp1', '{"a":1}', '[1]', '["i-bp1"', JSON.stringify(Array(101).fill('i-1'))])(
    'refuse InstanceIds of %s',
    async (InstanceIds) => {
      const { refused } = await setUp();
      expect(await refused({ InstanceIds })).toMatchObject({ status: 400, code: 'InvalidInstanceIds.Malformed' });
    },
  );

  it('by name, with * for any text', async () => {
    const { account, network, idsOf } = await setUp();
    const names = ['web-1', 'web-2', 'Web-3', 'db_1', 'db-1', 'a.b'];
    const ids = new Map<string, string>();
    for (const InstanceName of names) ids.set(InstanceName, await account.runInstance(network, { InstanceName }));
    const named = async (InstanceName: string) => {
      const found = await idsOf({ InstanceName });
      return names.filter((name) => found.includes(ids.get(name) ?? ''));
    };
    expect(await named('web-1')).toEqual(['web-1']);
    expect(await named('web')).toEqual([]);
    expect(await named('web*')).toEqual(['web-1', 'web-2']);
    expect(await named('*1')).toEqual(['web-1', 'db_1', 'db-1']);
    expect(await named('*eb*3')).toEqual(['Web-3']);
    expect(await named('db_*')).toEqual(['db_1']);
    expect(await named('a%b*')).toEqual([]);
    expect(await named('*')).toEqual(names);
  });

  it('by everything an instance is made from', async () => {
    const { account, network, idsOf } = await setUp();
    const { regionId: RegionId, vpcId } = network;
    const { SecurityGroupId } = await account.ok('Ecs', 'CreateSecurityGroup', { RegionId, VpcId: vpcId });
    const far = await account.vSwitch(network, { zoneId: 'cn-hangzhou-i', cidrBlock: '192.168.3.0/24' });
    await account.runInstance(network);
    const ResourceGroupId = await account.resourceGroup();
    await account.ok('Ecs', 'CreateKeyPair', { RegionId, KeyPairName: 'key' });
    const id = await account.runInstance(network, {
      VSwitchId: far,
      SecurityGroupId,
      InstanceType: 'ecs.gn6i-c4g1.xlarge',
      ImageId: 'm-1',
      KeyPairName: 'key',
      PrivateIpAddress: '192.168.3.9',
      ResourceGroupId,
      InternetChargeType: 'PayByBandwidth',
      InstanceChargeType: 'PrePaid',
      Period: 1,
      Tag: [
        { Key: 'team', Value: 'blue' },
        { Key: 'tier', Value: 'web' },
      ],
    });
    for (const filter of [
      { VSwitchId: far },
      { ZoneId: 'cn-hangzhou-i' },
      { SecurityGroupId },
      { InstanceType: 'ecs.gn6i-c4g1.xlarge' },
      { InstanceTypeFamily: 'ecs.gn6i' },
      { ImageId: 'm-1' },
      { KeyPairName: 'key' },
      { ResourceGroupId },
      { InternetChargeType: 'PayByBandwidth' },
      { InstanceChargeType: 'PrePaid' },
      { PrivateIpAddresses: '["192.168.3.9","192.168.3.10"]', InstanceNetworkType: 'vpc', VpcId: vpcId },
      { Tag: [{ Key: 'team' }] },
      { Tag: [{ Key: 'team', Value: 'blue' }, { Key: 'tier' }] },
      { VpcId: vpcId, InstanceType: 'ecs.gn6i-c4g1.xlarge', Status: 'Running' },
    ]) {
      expect([filter, await idsOf(filter)]).toEqual([filter, [id]]);
    }
    for (const filter of [
      { VpcId: 'vpc-unknown' },
      { Status: 'Stopped' },
      { InstanceTypeFamily: 'ecs.none' },
      { InstanceNetworkType: 'classic' },
      { PrivateIpAddresses: '["192.168.3.10"]' },
      { EipAddresses: '["47.0.0.1"]' },
      { Tag: [{ Key: 'team', Value: 'red' }] },
      { VSwitchId: far, ZoneId: network.zoneId },
    ]) {
      expect([filter, await idsOf(filter)]).toEqual([filter, []]);
    }
  });

  it('by creation time', async () => {
    const { account, network, list, idsOf } = await setUp();
    const early = await account.runInstance(network);
    await localyun.advance(60 * 60 * 1000);
    const late = await account.runInstance(network);
    const { CreationTime } = (await list({ InstanceIds: JSON.stringify([late]) })).Instances.Instance[0];
    expect(await idsOf({ Filter: [{ Key: 'CreationStartTime', Value: CreationTime }] })).toEqual([late]);
    expect(await idsOf({ Filter: [{ Key: 'CreationEndTime', Value: CreationTime }] })).toEqual([early]);
  });

  it.each([
    [{ Status: 'Sleeping' }, 'InvalidStatus.NotFound'],
    [{ InstanceNetworkType: 'ring' }, 'InvalidNetworkType.NotFound'],
    [{ Filter: [{ Key: 'Colour', Value: 'red' }] }, 'InvalidFilterKey.NotFound'],
    [{ Filter: [{ Key: 'CreationStartTime', Value: 'noon' }] }, 'InvalidParameter'],
    [{ PrivateIpAddresses: '192.168.0.9' }, 'InvalidParameter'],
    [{ PageSize: 101 }, 'InvalidParameter'],
    [{ NextToken: 'x' }, 'InvalidParameter'],
    [{ DryRun: true }, 'DryRunOperation'],
  ])('refuse %j', async (parameters, code) => {
    const { refused } = await setUp();
    expect(await refused(parameters)).toMatchObject({ status: 400, code });
  });

  it('never reach into another account or region', async () => {
    const { account, network, RegionId } = await setUp();
    const id = await account.runInstance(network);
    const InstanceIds = JSON.stringify([id]);
    const theirs = await localyun.account().ok('Ecs', 'DescribeInstances', { RegionId, InstanceIds });
    expect(theirs).toMatchObject({ TotalCount: 0, Instances: { Instance: [] } });
    const elsewhere = await account.ok('Ecs', 'DescribeInstances', { RegionId: 'cn-beijing', InstanceIds });
    expect(elsewhere.Instances.Instance).toEqual([]);
  });
});

describe('pages', () => {
  it('by number and by token show every instance once, newest first', async () => {
    const { account, network, list, idsOf } = await setUp();
    for (let n = 0; n < 12; n += 1) await account.runInstance(network);
    await account.runInstance(network, { Amount: 11 });
    const whole = await idsOf({ PageSize: 100 });
    expect(whole).toHaveLength(23);
    const byNumber: string[] = [];
    for (let PageNumber = 1; PageNumber <= 3; PageNumber += 1) {
      const answer = await list({ PageNumber, PageSize: 10 });
      expect(answer).toMatchObject({ TotalCount: 23, PageNumber, PageSize: 10 });
      byNumber.push(...answer.Instances.Instance.map((instance: Body) => instance.InstanceId));
    }
    expect(byNumber).toEqual(whole);
    const byToken: string[] = [];
    let NextToken: string | undefined;
    do {
      const answer = await list({ MaxResults: 1, NextToken });
      byToken.push(...answer.Instances.Instance.map((instance: Body) => instance.InstanceId));
      expect(answer.PageSize).toBe(10);
      NextToken = answer.NextToken;
    } while (NextToken !== '');
    expect(byToken).toEqual(whole);
  });
});

describe('DescribeInstanceStatus', () => {
  it('lists ids and statuses of a region or of some instances', async () => {
    const { account, network, RegionId } = await setUp();
    const running = await account.runInstance(network);
    const stopped = await account.runInstance(network);
    await account.ok('Ecs', 'StopInstance', { InstanceId: stopped });
    await localyun.advance(1_000);
    const statuses = (parameters: object) => account.ok('Ecs', 'DescribeInstanceStatus', { RegionId, ...parameters });
    expect(await statuses({})).toMatchObject({
      TotalCount: 2,
      PageNumber: 1,
      PageSize: 10,
      InstanceStatuses: {
        InstanceStatus: [
          { InstanceId: stopped, Status: 'Stopped' },
          { InstanceId: running, Status: 'Running' },
        ],
      },
    });
    expect((await statuses({ InstanceId: [running, 'i-unknown'] })).InstanceStatuses.InstanceStatus).toEqual([
      { InstanceId: running, Status: 'Running' },
    ]);
    expect(await statuses({ ZoneId: 'cn-hangzhou-i' })).toMatchObject({ TotalCount: 0 });
    expect(await statuses({ PageSize: 1, PageNumber: 2 })).toMatchObject({
      TotalCount: 2,
      InstanceStatuses: { InstanceStatus: [{ InstanceId: running }] },
    });
    const tooMany = { RegionId, InstanceId: Array(101).fill('i-1') };
    expect(await account.refused('Ecs', 'DescribeInstanceStatus', tooMany)).toMatchObject({ code: 'InvalidParameter' });
    const tooLong = { RegionId, PageSize: 51 };
    expect(await account.refused('Ecs', 'DescribeInstanceStatus', tooLong)).toMatchObject({ code: 'InvalidParameter' });
  });
});
