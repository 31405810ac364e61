import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { Body } from '../../../test/support/test-account.ts';

const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';

async function setUp(overrides: Parameters = {}, { stopped = true } = {}) {
  const account = localyun.account();
  const network = await account.network();
  const InstanceId = await account.runInstance(network, overrides);
  if (stopped) {
    await account.ok('Ecs', 'StopInstance', { InstanceId });
    await localyun.advance(1_000);
  }
  const instance = async (): Promise<Body> =>
    (await account.ok('Ecs', 'DescribeInstances', { RegionId })).Instances.Instance[0];
  const modify = (parameters: object) => account.ok('Ecs', 'ModifyInstanceSpec', { InstanceId, ...parameters });
  const refused = (parameters: object) => account.refused('Ecs', 'ModifyInstanceSpec', { InstanceId, ...parameters });
  const attached = async (overrides: Parameters = {}, more: Parameters = {}): Promise<string> => {
    const { NetworkInterfaceId } = await account.createNetworkInterface(network, overrides);
    await account.ok('Ecs', 'AttachNetworkInterface', { RegionId, InstanceId, NetworkInterfaceId, ...more });
    await localyun.advance(2_000);
    return NetworkInterfaceId;
  };
  return { account, network, InstanceId, instance, modify, refused, attached };
}

describe('the type of an instance', () => {
  it('is changed while it is stopped, with what follows from it', async () => {
    const { account, InstanceId, instance, modify } = await setUp({
      InstanceType: 'ecs.t6-c1m2.large',
      CreditSpecification: 'Unlimited',
    });
    expect(await instance()).toMatchObject({ InstanceType: 'ecs.t6-c1m2.large', CreditSpecification: 'Unlimited' });
    await modify({ InstanceType: 'ecs.g7.2xlarge' });
    expect(await instance()).toMatchObject({
      InstanceType: 'ecs.g7.2xlarge',
      InstanceTypeFamily: 'ecs.g7',
      Cpu: 8,
      Memory: 32_768,
      CreditSpecification: '',
      CpuOptions: { CoreCount: 4, ThreadsPerCore: 2 },
      Status: 'Stopped',
    });
    await account.ok('Ecs', 'StartInstance', { InstanceId });
    await localyun.advance(1_000);
    expect(await instance()).toMatchObject({ Status: 'Running', InstanceType: 'ecs.g7.2xlarge' });
  });

  it('decides how many network interfaces can be attached afterwards', async () => {
    const { account, network, InstanceId, modify, attached } = await setUp({ InstanceType: 'ecs.g6.large' });
    await attached();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    const attach = { RegionId, InstanceId, NetworkInterfaceId };
    expect(await account.refused('Ecs', 'AttachNetworkInterface', attach)).toMatchObject({
      code: 'EniPerInstanceLimitExceeded',
    });
    await modify({ InstanceType: 'ecs.g6.xlarge' });
    await account.ok('Ecs', 'AttachNetworkInterface', attach);
  });

  it('has to allow the network interfaces that are attached', async () => {
    const { instance, refused, modify, attached } = await setUp();
    await attached();
    await attached();
    expect(await refused({ InstanceType: 'ecs.g6.large' })).toMatchObject({
      status: 400,
      code: 'DependencyViolation.InstanceType',
    });
    expect((await instance()).InstanceType).toBe('ecs.g6.xlarge');
    await modify({ InstanceType: 'ecs.g7.large' });
  });

  it('has to allow their addresses', async () => {
    const { refused, modify, attached } = await setUp();
    await attached({ SecondaryPrivateIpAddressCount: 8 });
    expect(await refused({ InstanceType: 'ecs.g6.large' })).toMatchObject({
      status: 403,
      code: 'InvalidOperation.Ipv4CountExceeded',
      message: expect.stringContaining('9'),
    });
    await modify({ InstanceType: 'ecs.g6.2xlarge' });
  });

  it('has to allow their IPv6 addresses', async () => {
    const account = localyun.account();
    const { VpcId } = await account.ok('Vpc', 'CreateVpc', { RegionId, CidrBlock: '10.0.0.0/16', EnableIpv6: true });
    await localyun.advance(1_000);
    const { VSwitchId } = await account.ok('Vpc', 'CreateVSwitch', {
      RegionId,
      VpcId,
      ZoneId: 'cn-hangzhou-h',
      CidrBlock: '10.0.0.0/24',
      Ipv6CidrBlock: 1,
    });
    await localyun.advance(1_000);
    const { SecurityGroupId } = await account.ok('Ecs', 'CreateSecurityGroup', { RegionId, VpcId });
    const network = { regionId: RegionId, zoneId: 'cn-hangzhou-h', vpcId: VpcId, vSwitchId: VSwitchId };
    const InstanceId = await account.runInstance(
      { ...network, securityGroupId: SecurityGroupId },
      { InstanceType: 'ecs.g7.xlarge', Ipv6AddressCount: 2 },
    );
    await account.ok('Ecs', 'StopInstance', { InstanceId });
    await localyun.advance(1_000);
    const refused = (InstanceType: string) =>
      account.refused('Ecs', 'ModifyInstanceSpec', { InstanceId, InstanceType });
    expect(await refused('ecs.g6.xlarge')).toMatchObject({ status: 403, code: 'InvalidOperation.Ipv6CountExceeded' });
    expect(await refused('ecs.n4.xlarge')).toMatchObject({ status: 403, code: 'InvalidOperation.Ipv6NotSupport' });
  });

  it('has to allow trunks and their members', async () => {
    const { refused, modify, attached } = await setUp({ InstanceType: 'ecs.g7.4xlarge' });
    const TrunkNetworkInstanceId = await attached({ InstanceType: 'Trunk' });
    for (let count = 0; count < 11; count += 1) await attached({}, { TrunkNetworkInstanceId });
    const code = 'DependencyViolation.InstanceType';
    expect(await refused({ InstanceType: 'ecs.g6.4xlarge' })).toMatchObject({
      code,
      message: expect.stringContaining('trunk'),
    });
    expect(await refused({ InstanceType: 'ecs.g7.large' })).toMatchObject({
      code,
      message: expect.stringContaining('11 members'),
    });
    await modify({ InstanceType: 'ecs.g7.2xlarge' });
  });

  it.each([
    ['ecs.g6.large', 'ecs.i2.xlarge'],
    ['ecs.i2.xlarge', 'ecs.g6.large'],
  ])('is not changed from %s to %s, with disks that stay', async (from, InstanceType) => {
    const { refused } = await setUp({ InstanceType: from });
    expect(await refused({ InstanceType })).toMatchObject({
      status: 400,
      code: 'DependencyViolation.InstanceType',
      message: expect.stringContaining('ecs.i2.xlarge'),
    });
  });

  it('is not changed while the instance runs', async () => {
    const { refused, instance } = await setUp({}, { stopped: false });
    expect(await refused({ InstanceType: 'ecs.g6.large' })).toMatchObject({
      status: 400,
      code: 'InvalidInstanceStatus.NotStopped',
    });
    expect((await instance()).InstanceType).toBe('ecs.g6.xlarge');
  });
});

describe('ModifyInstanceSpec', () => {
  it('changes the bandwidth while the instance runs', async () => {
    const { instance, modify } = await setUp({}, { stopped: false });
    await modify({ InternetMaxBandwidthOut: 50 });
    expect(await instance()).toMatchObject({ InternetMaxBandwidthOut: 50, InternetMaxBandwidthIn: 50 });
    await modify({ InternetMaxBandwidthIn: 20 });
    expect(await instance()).toMatchObject({ InternetMaxBandwidthOut: 50, InternetMaxBandwidthIn: 20 });
    await modify({ InternetMaxBandwidthOut: 0 });
    expect(await instance()).toMatchObject({ InternetMaxBandwidthOut: 0, InternetMaxBandwidthIn: 10 });
  });

  it.each([
    [{}, 400, 'MissingParameter'],
    [{ InstanceType: 'ecs.none' }, 400, 'InvalidInstanceType.ValueNotSupported'],
    [{ InstanceType: 'ecs.g6.large', InternetMaxBandwidthOut: 5 }, 400, 'InvalidParameter.Mismatch'],
    [{ InternetMaxBandwidthOut: 101 }, 400, 'InvalidParameter'],
    [{ InternetMaxBandwidthIn: 11 }, 400, 'InvalidParameter.Bandwidth'],
    [{ InternetMaxBandwidthIn: 0 }, 400, 'InvalidParameter.Bandwidth'],
    [{ InternetMaxBandwidthOut: 5, Temporary: { EndTime: '2030-01-01T00Z' } }, 400, 'InvalidParameter'],
    [{ InstanceType: 'ecs.g6.large', DryRun: true }, 400, 'DryRunOperation'],
    [{ InstanceType: 'ecs.g6.large', InstanceId: 'i-none' }, 404, 'InvalidInstanceId.NotFound'],
  ])('refuses %j', async (parameters, status, code) => {
    const { instance, refused } = await setUp();
    const before = await instance();
    expect(await refused(parameters)).toMatchObject({ status, code });
    expect(await instance()).toEqual(before);
  });

  it('waits for an instance that is starting', async () => {
    const { account, InstanceId, refused } = await setUp();
    await account.ok('Ecs', 'StartInstance', { InstanceId });
    expect(await refused({ InternetMaxBandwidthOut: 5 })).toMatchObject({
      status: 403,
      code: 'InvalidStatus.ValueNotSupported',
    });
  });

  it('is for instances of the account that are paid as they go', async () => {
    const { InstanceId, refused } = await setUp({ InstanceChargeType: 'PrePaid', Period: 1 });
    const InstanceType = 'ecs.g6.large';
    expect(await refused({ InstanceType })).toMatchObject({ status: 403, code: 'ChargeTypeViolation' });
    expect(await localyun.account().refused('Ecs', 'ModifyInstanceSpec', { InstanceId, InstanceType })).toMatchObject({
      status: 404,
      code: 'InvalidInstanceId.NotFound',
    });
  });

  it('changes once for one token', async () => {
    const { instance, modify } = await setUp();
    const first = { InstanceType: 'ecs.g6.large', ClientToken: 'once' };
    await modify(first);
    await modify({ InstanceType: 'ecs.g6.2xlarge' });
    await modify(first);
    expect((await instance()).InstanceType).toBe('ecs.g6.2xlarge');
  });
});
