import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';

const localyun = startTestLocalyun();
const RegionId = 'cn-hangzhou';
const inPool = /^198\.1[89](\.\d{1,3}){2}$/;

async function setUp(overrides: object = {}) {
  const account = localyun.account();
  const network = await account.network();
  const InstanceId = await account.runInstance(network, { ...overrides });
  const instance = async (id = InstanceId): Promise<Body> =>
    (await account.ok('Ecs', 'DescribeInstances', { RegionId, InstanceIds: JSON.stringify([id]) })).Instances
      .Instance[0];
  const modify = (parameters: object) => account.ok('Ecs', 'ModifyInstanceNetworkSpec', { InstanceId, ...parameters });
  return { account, network, InstanceId, instance, modify };
}

describe('the public address of an instance', () => {
  it('comes with its bandwidth at the creation, and goes with the instance', async () => {
    const { account, network, InstanceId, instance } = await setUp({ InternetMaxBandwidthOut: 5 });
    const [ip] = (await instance()).PublicIpAddress.IpAddress;
    expect(ip).toMatch(inPool);
    const found = async (parameters: object): Promise<string[]> =>
      (await account.ok('Ecs', 'DescribeInstances', { RegionId, ...parameters })).Instances.Instance.map(
        (one: Body) => one.InstanceId,
      );
    await account.runInstance(network, { InternetMaxBandwidthOut: 5 });
    expect(await found({ PublicIpAddresses: JSON.stringify([ip]) })).toEqual([InstanceId]);
    expect(await found({ PublicIpAddresses: '["198.18.0.0"]' })).toEqual([]);
    expect(await found({ EipAddresses: JSON.stringify([ip]) })).toEqual([]);
    expect(await account.refused('Vpc', 'AllocateEipAddress', { RegionId, IpAddress: ip })).toMatchObject({
      code: 'Ip.Allocated',
    });
    await account.ok('Ecs', 'DeleteInstance', { InstanceId, Force: true });
    await localyun.advance(1_000);
    await account.ok('Vpc', 'AllocateEipAddress', { RegionId, IpAddress: ip });
  });

  it('is allocated later, once', async () => {
    const { account, InstanceId, instance, modify } = await setUp();
    expect(await account.refused('Ecs', 'AllocatePublicIpAddress', { InstanceId })).toMatchObject({
      status: 400,
      code: 'AllocateIpInvalidInstanceBandwidth',
    });
    await modify({ InternetMaxBandwidthOut: 10 });
    expect((await instance()).PublicIpAddress.IpAddress).toEqual([]);
    const { IpAddress } = await account.ok('Ecs', 'AllocatePublicIpAddress', { InstanceId });
    expect(IpAddress).toMatch(inPool);
    expect((await instance()).PublicIpAddress.IpAddress).toEqual([IpAddress]);
    expect(await account.ok('Ecs', 'AllocatePublicIpAddress', { InstanceId })).toMatchObject({ IpAddress });
  });

  it('is the one that is named, if it is idle', async () => {
    const { account, InstanceId, instance, modify } = await setUp();
    await modify({ InternetMaxBandwidthOut: 10 });
    const { EipAddress } = await account.ok('Vpc', 'AllocateEipAddress', { RegionId });
    const refused = (IpAddress: string) => account.refused('Ecs', 'AllocatePublicIpAddress', { InstanceId, IpAddress });
    expect(await refused(EipAddress)).toMatchObject({ status: 403, code: 'IpInUse' });
    expect(await refused('8.8.8.8')).toMatchObject({ status: 400, code: 'InsufficientPublicIp' });
    expect(await refused('8.8.8')).toMatchObject({ status: 400, code: 'InvalidIpAddress.Malformed' });
    await account.ok('Ecs', 'AllocatePublicIpAddress', { InstanceId, IpAddress: '198.18.7.7' });
    expect((await instance()).PublicIpAddress.IpAddress).toEqual(['198.18.7.7']);
  });

  it('is none beside an elastic one, which is found by it', async () => {
    const { account, InstanceId, instance, modify } = await setUp();
    await modify({ InternetMaxBandwidthOut: 10 });
    const { AllocationId, EipAddress } = await account.ok('Vpc', 'AllocateEipAddress', { RegionId });
    await account.ok('Vpc', 'AssociateEipAddress', { RegionId, AllocationId, InstanceId });
    expect(await account.refused('Ecs', 'AllocatePublicIpAddress', { InstanceId })).toMatchObject({
      status: 403,
      code: 'AllocatedAlready',
      message: expect.stringContaining(EipAddress),
    });
    for (const parameters of [{ InternetMaxBandwidthOut: 20 }, { AllocatePublicIp: true }]) {
      const all = { InstanceId, ...parameters };
      expect(await account.refused('Ecs', 'ModifyInstanceNetworkSpec', all)).toMatchObject({
        status: 403,
        code: 'InvalidInstance.InstanceNotSupported',
      });
    }
    const EipAddresses = JSON.stringify([EipAddress]);
    const found = await account.ok('Ecs', 'DescribeInstances', { RegionId, EipAddresses });
    expect(found.Instances.Instance.map((one: Body) => one.InstanceId)).toEqual([InstanceId]);
    expect((await instance()).PublicIpAddress.IpAddress).toEqual([]);
  });

  it('waits until the instance runs or is stopped, and is for instances of the account in no VLAN', async () => {
    const { account, InstanceId, modify } = await setUp();
    await modify({ InternetMaxBandwidthOut: 10 });
    await account.ok('Ecs', 'RebootInstance', { InstanceId });
    for (const [action, more] of [
      ['AllocatePublicIpAddress', {}],
      ['ModifyInstanceNetworkSpec', { InternetMaxBandwidthOut: 20 }],
    ] as const) {
      expect(await account.refused('Ecs', action, { InstanceId, ...more })).toMatchObject({
        status: 403,
        code: 'IncorrectInstanceStatus',
      });
      expect(await localyun.account().refused('Ecs', action, { InstanceId, ...more })).toMatchObject({
        status: 404,
        code: 'InvalidInstanceId.NotFound',
      });
    }
    const inVlan = { InstanceId, VlanId: '7' };
    expect(await account.refused('Ecs', 'AllocatePublicIpAddress', inVlan)).toMatchObject({
      status: 404,
      code: 'InvalidVlanId.NotFound',
    });
  });

  it('cannot be looked for in what is no list', async () => {
    const { account } = await setUp();
    for (const name of ['PublicIpAddresses', 'EipAddresses']) {
      const refusal = await account.refused('Ecs', 'DescribeInstances', { RegionId, [name]: '198.18.0.1' });
      expect(refusal).toMatchObject({ status: 400, code: 'InvalidParameter', message: expect.stringContaining(name) });
    }
  });
});

describe('ModifyInstanceNetworkSpec', () => {
  it('changes bandwidth and billing, and gives a public address if it is asked for', async () => {
    const { instance, modify } = await setUp();
    await modify({ InternetMaxBandwidthOut: 20, NetworkChargeType: 'PayByBandwidth', AllocatePublicIp: true });
    const after = await instance();
    expect(after).toMatchObject({
      InternetMaxBandwidthOut: 20,
      InternetMaxBandwidthIn: 20,
      InternetChargeType: 'PayByBandwidth',
      PublicIpAddress: { IpAddress: [expect.stringMatching(inPool)] },
    });
    await modify({ InternetMaxBandwidthIn: 15 });
    expect(await instance()).toMatchObject({
      InternetMaxBandwidthIn: 15,
      InternetMaxBandwidthOut: 20,
      InternetChargeType: 'PayByBandwidth',
      PublicIpAddress: after.PublicIpAddress,
    });
    await modify({ InternetMaxBandwidthOut: 0 });
    expect(await instance()).toMatchObject({ InternetMaxBandwidthOut: 0, PublicIpAddress: after.PublicIpAddress });
  });

  it('gives a subscription its address with the first bandwidth, and an order', async () => {
    const { instance, modify } = await setUp({ InstanceChargeType: 'PrePaid', Period: 1 });
    const order = { InternetMaxBandwidthOut: 20, ClientToken: 'once' };
    const { OrderId } = await modify(order);
    expect(OrderId).toMatch(/^\d{15}$/);
    expect((await modify(order)).OrderId).toBe(OrderId);
    expect((await instance()).PublicIpAddress.IpAddress).toHaveLength(1);
  });

  it.each([
    [{ InternetMaxBandwidthOut: 101 }, 400, 'InvalidInternetMaxBandwidthOut.ValueNotSupported'],
    [{ InternetMaxBandwidthOut: -1 }, 400, 'InvalidInternetMaxBandwidthOut.ValueNotSupported'],
    [{ InternetMaxBandwidthIn: 11 }, 400, 'InvalidInternetMaxBandwidthIn.ValueNotSupported'],
    [{ NetworkChargeType: 'PayByLuck' }, 400, 'InvalidInternetChargeType.ValueNotSupported'],
    [{ StartTime: '2030-01-01T00:00Z' }, 400, 'InvalidStartTime.ValueNotSupported'],
    [{ EndTime: '2030-01-01T00Z' }, 400, 'InvalidStartTime.ValueNotSupported'],
    [{ AllocatePublicIp: true }, 400, 'InvalidParam.AllocatePublicIp'],
  ])('refuses %j', async (parameters, status, code) => {
    const { account, InstanceId, instance } = await setUp();
    const before = await instance();
    const all = { InstanceId, ...parameters };
    expect(await account.refused('Ecs', 'ModifyInstanceNetworkSpec', all)).toMatchObject({ status, code });
    expect(await instance()).toEqual(before);
  });
});
