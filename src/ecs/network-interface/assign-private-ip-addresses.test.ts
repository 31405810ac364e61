import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import { availableIn, heldBy, takenOf } from './address.fixture.ts';

const localyun = startTestLocalyun();
const assign = 'AssignPrivateIpAddresses';

/** An Available interface at 192.168.0.10, and the target parameters of calls about it. */
async function setUp(creation: Parameters = {}, cidrBlock = '192.168.0.0/24') {
  const account = localyun.account();
  const network = await account.network({ cidrBlock });
  const made = await account.createNetworkInterface(network, { PrimaryIpAddress: '192.168.0.10', ...creation });
  const id: string = made.NetworkInterfaceId;
  const target: Parameters = { RegionId: network.regionId, NetworkInterfaceId: id };
  const call = async (parameters: Parameters) =>
    (await account.ok('Ecs', assign, { ...target, ...parameters })).AssignedPrivateIpAddressesSet;
  const refused = (parameters: Parameters) => account.refused('Ecs', assign, { ...target, ...parameters });
  const held = () => heldBy(account, network, id);
  const attach = async (InstanceType: string) => {
    const instanceId = await account.runInstance(network, { InstanceType, PrivateIpAddress: '192.168.0.200' });
    await account.ok('Ecs', 'AttachNetworkInterface', { ...target, InstanceId: instanceId });
    await localyun.advance(1_000);
    return instanceId;
  };
  return { account, network, id, target, call, refused, held, attach };
}

describe('secondary addresses', () => {
  it('ENI-126 answers only the new ones, and ENI-140 they are seen at once', async () => {
    const { account, network, id, call, held } = await setUp({ PrivateIpAddress: ['192.168.0.11'] });
    const available = await availableIn(account, network);
    expect(await call({ PrivateIpAddress: ['192.168.0.20', '192.168.0.15'] })).toEqual({
      NetworkInterfaceId: id,
      PrivateIpSet: { PrivateIpAddress: ['192.168.0.20', '192.168.0.15'] },
      Ipv4PrefixSet: { Ipv4Prefixes: [] },
    });
    const random: string[] = (await call({ SecondaryPrivateIpAddressCount: 3 })).PrivateIpSet.PrivateIpAddress;
    expect(new Set(random).size).toBe(3);
    expect((await held()).ipv4).toEqual(['192.168.0.10', '192.168.0.11', '192.168.0.20', '192.168.0.15', ...random]);
    expect(await availableIn(account, network)).toBe(available - 5);
    const eni = await account.describeNetworkInterface(network, id);
    expect(eni!.PrivateIpSets.PrivateIpSet.map((each: { Primary: boolean }) => each.Primary)).toEqual([
      true,
      ...Array(6).fill(false),
    ]);
  });

  it('ENI-134 the same ClientToken answers the same addresses and assigns no more', async () => {
    const { account, network, call, refused, held } = await setUp();
    const parameters = { SecondaryPrivateIpAddressCount: 2, ClientToken: 'token-1' };
    const first = await call(parameters);
    expect(await call(parameters)).toEqual(first);
    expect((await held()).ipv4).toHaveLength(3);
    expect(await refused({ ...parameters, SecondaryPrivateIpAddressCount: 3 })).toMatchObject({
      status: 400,
      code: 'IdempotentParameterMismatch',
    });
    // A refused call does not use its token up.
    await account.createNetworkInterface(network, { PrimaryIpAddress: '192.168.0.50' });
    const other = { PrivateIpAddress: ['192.168.0.50'], ClientToken: 'token-2' };
    await refused(other);
    await call({ ...other, PrivateIpAddress: ['192.168.0.51'] });
  });

  it('ENI-130 says of an address that is not idle who has it', async () => {
    const { account, network, refused, held } = await setUp({ PrivateIpAddress: ['192.168.0.11'] });
    await account.createNetworkInterface(network, { PrimaryIpAddress: '192.168.0.12' });
    const before = await held();
    const cases = [
      [['192.168.0.11'], 403, 'InvalidIp.IpAssigned'],
      [['192.168.0.10'], 403, 'InvalidIp.IpAssigned'],
      [['192.168.0.13', '192.168.0.12'], 400, 'InvalidPrivateIpAddress.Duplicated'],
      [['192.168.0.13', '192.168.0.13'], 403, 'InvalidIp.IpRepeated'],
      [['192.168.1.5'], 403, 'InvalidVSwitchId.IpInvalid'],
      [['192.168.0.0'], 403, 'InvalidVSwitchId.IpInvalid'],
      [['192.168.0.253'], 403, 'InvalidVSwitchId.IpInvalid'],
      [['192.168.0.255'], 403, 'InvalidVSwitchId.IpInvalid'],
      [['ten'], 403, 'InvalidVSwitchId.IpInvalid'],
    ] as const;
    for (const [PrivateIpAddress, status, code] of cases) {
      const refusal = await refused({ PrivateIpAddress });
      expect(refusal).toMatchObject({ status, code });
      expect(refusal.message).toContain(PrivateIpAddress.at(-1));
    }
    expect(await held()).toEqual(before);
  });

  it('ENI-129 an Available interface has at most 49 beside its primary one, and nothing is assigned in part', async () => {
    const { account, network, call, refused, held } = await setUp({ SecondaryPrivateIpAddressCount: 40 });
    const available = await availableIn(account, network);
    const code = { status: 403, code: 'MaxEniPrivateIpsCountExceeded' };
    expect(await refused({ SecondaryPrivateIpAddressCount: 10 })).toMatchObject(code);
    expect(await refused({ Ipv4PrefixCount: 10 })).toMatchObject(code);
    expect(await availableIn(account, network)).toBe(available);
    await call({ SecondaryPrivateIpAddressCount: 8 });
    await call({ Ipv4PrefixCount: 1 });
    expect(await refused({ SecondaryPrivateIpAddressCount: 1 })).toMatchObject(code);
    expect((await held()).ipv4).toHaveLength(49);
    expect(await availableIn(account, network)).toBe(available - 8 - 16);
  });

  it('ENI-129 an attached one has as many as the instance type allows, prefixes counted as one each', async () => {
    const { call, refused, attach } = await setUp();
    await attach('ecs.g6.large');
    const code = { status: 403, code: 'InvalidOperation.Ipv4CountExceeded' };
    expect(await refused({ SecondaryPrivateIpAddressCount: 6 })).toMatchObject(code);
    await call({ SecondaryPrivateIpAddressCount: 2 });
    await call({ Ipv4PrefixCount: 3 });
    const refusal = await refused({ SecondaryPrivateIpAddressCount: 1 });
    expect(refusal).toMatchObject(code);
    expect(refusal.message).toContain('"ecs.g6.large" allows 6');
    expect(await refused({ Ipv4PrefixCount: 1 })).toMatchObject(code);
  });

  it('gives out the whole of a vSwitch and then says which one is full', async () => {
    const { account, network, call, refused, held } = await setUp({ PrimaryIpAddress: undefined }, '192.168.0.0/29');
    await call({ SecondaryPrivateIpAddressCount: 2 });
    const refusal = await refused({ SecondaryPrivateIpAddressCount: 2 });
    expect(refusal).toMatchObject({ status: 403, code: 'InvalidVSwitchId.IpNotEnough' });
    expect(refusal.message).toContain(network.vSwitchId);
    expect((await held()).ipv4).toHaveLength(3);
    await call({ SecondaryPrivateIpAddressCount: 1 });
    expect((await held()).ipv4.sort()).toEqual([1, 2, 3, 4].map((last) => `192.168.0.${last}`));
    expect(await availableIn(account, network)).toBe(0);
  });

  it('is refused by a security group without room, and charged to it otherwise', async () => {
    const { account, network, call, refused, held } = await setUp();
    await localyun.server.levers.seed({
      accounts: [{ accessKeyId: account.accessKeyId, quotas: { 'private-addresses-per-basic-security-group': 4 } }],
    });
    await call({ SecondaryPrivateIpAddressCount: 1 });
    await call({ Ipv4PrefixCount: 1 });
    expect(await takenOf(account, network)).toBe(3);
    expect(await refused({ SecondaryPrivateIpAddressCount: 2 })).toMatchObject({
      status: 403,
      code: 'SecurityGroupInstanceLimitExceed',
    });
    expect(await takenOf(account, network)).toBe(3);
    expect((await held()).ipv4).toHaveLength(2);
    await call({ SecondaryPrivateIpAddressCount: 1 });
    expect(await takenOf(account, network)).toBe(4);
  });
});

describe('IPv4 prefixes', () => {
  it('ENI-127 come back in Ipv4Prefixes, aligned and idle, and take 16 addresses each', async () => {
    const { account, network, call, refused, held } = await setUp();
    const available = await availableIn(account, network);
    expect(await call({ Ipv4Prefix: ['192.168.0.32/28'] })).toMatchObject({
      PrivateIpSet: { PrivateIpAddress: [] },
      Ipv4PrefixSet: { Ipv4Prefixes: ['192.168.0.32/28'] },
    });
    const random: string[] = (await call({ Ipv4PrefixCount: 2 })).Ipv4PrefixSet.Ipv4Prefixes;
    for (const prefix of random)
      expect(prefix).toMatch(/^192\.168\.0\.(16|48|64|80|96|112|128|144|160|176|192|208|224)\/28$/);
    expect((await held()).ipv4Prefixes.sort()).toEqual(['192.168.0.32/28', ...random].sort());
    expect((await held()).ipv4).toEqual(['192.168.0.10']);
    expect(await availableIn(account, network)).toBe(available - 3 * 16);
    expect(await refused({ PrivateIpAddress: ['192.168.0.40'] })).toMatchObject({
      status: 403,
      code: 'InvalidIp.IpAssigned',
    });
    expect(
      await account.refused('Ecs', 'CreateNetworkInterface', {
        RegionId: network.regionId,
        VSwitchId: network.vSwitchId,
        SecurityGroupId: network.securityGroupId,
        PrimaryIpAddress: '192.168.0.47',
      }),
    ).toMatchObject({ status: 400, code: 'InvalidPrivateIpAddress.Duplicated' });
  });

  it.each([
    [['192.168.0.32'], 'InvalidIp.IpPrefixIllegal'],
    [['prefix/28'], 'InvalidIp.IpPrefixIllegal'],
    [['192.168.0.32/028'], 'InvalidIp.IpPrefixIllegal'],
    [['2001:db8::/80'], 'InvalidIp.IpPrefixIllegal'],
    [['192.168.0.32/27'], 'InvalidIp.IpPrefixMaskInvalid'],
    [['192.168.0.32/32'], 'InvalidIp.IpPrefixMaskInvalid'],
    [['192.168.0.32/28', '192.168.0.64/27'], 'InvalidIp.IpPrefixMaskNotSame'],
    [['192.168.0.33/28'], 'InvalidIp.IpPrefixNotStrict'],
    [['192.168.0.32/28', '192.168.0.32/28'], 'InvalidIp.IpRepeated'],
    [['192.168.1.0/28'], 'InvalidVSwitchId.IpInvalid'],
    [['192.168.0.0/28'], 'InvalidVSwitchId.IpInvalid'],
    [['192.168.0.240/28'], 'InvalidVSwitchId.IpInvalid'],
  ])('%j is refused with 403 %s', async (Ipv4Prefix, code) => {
    const { refused, held } = await setUp();
    expect(await refused({ Ipv4Prefix })).toMatchObject({ status: 403, code });
    expect((await held()).ipv4Prefixes).toEqual([]);
  });

  it('ENI-130 never overlap what somebody holds', async () => {
    const { account, network, call, refused } = await setUp({ PrivateIpAddress: ['192.168.0.70'] });
    await account.createNetworkInterface(network, {
      PrimaryIpAddress: '192.168.0.100',
      Ipv4Prefix: ['192.168.0.128/28'],
    });
    await call({ Ipv4Prefix: ['192.168.0.32/28'] });
    const duplicated = { status: 400, code: 'InvalidPrivateIpAddress.Duplicated' };
    const assigned = { status: 403, code: 'InvalidIp.IpAssigned' };
    expect(await refused({ Ipv4Prefix: ['192.168.0.96/28'] })).toMatchObject(duplicated);
    expect(await refused({ Ipv4Prefix: ['192.168.0.128/28'] })).toMatchObject(duplicated);
    expect(await refused({ PrivateIpAddress: ['192.168.0.143'] })).toMatchObject(duplicated);
    expect(await refused({ Ipv4Prefix: ['192.168.0.64/28'] })).toMatchObject(assigned);
    expect(await refused({ Ipv4Prefix: ['192.168.0.32/28'] })).toMatchObject(assigned);
  });

  it('are all given out: 14 of a /24, none of a /28, and never one around a held address', async () => {
    const { account, network, call, refused } = await setUp();
    // 192.168.0.10 is in the first block, which no prefix has anyway.
    await call({ Ipv4PrefixCount: 10 });
    await call({ PrivateIpAddress: ['192.168.0.250'] });
    expect(await refused({ Ipv4PrefixCount: 5 })).toMatchObject({ status: 403, code: 'InvalidVSwitchId.IpNotEnough' });
    const rest = (await call({ Ipv4PrefixCount: 4 })).Ipv4PrefixSet.Ipv4Prefixes;
    expect(rest).toHaveLength(4);
    expect(await availableIn(account, network)).toBe(252 - 1 - 1 - 14 * 16);
    const small = await setUp({ PrimaryIpAddress: undefined }, '192.168.9.0/28');
    expect(await small.refused({ Ipv4PrefixCount: 1 })).toMatchObject({ code: 'InvalidVSwitchId.IpNotEnough' });
  });

  it('are found among fragments', async () => {
    const { account, network, call, refused } = await setUp({ PrimaryIpAddress: '192.168.0.1' });
    const blocks = [16, 32, 48, 64, 80, 112, 128, 144, 160, 176, 192, 208, 224];
    await call({ PrivateIpAddress: blocks.map((first) => `192.168.0.${first + 7}`) });
    expect((await call({ Ipv4PrefixCount: 1 })).Ipv4PrefixSet.Ipv4Prefixes).toEqual(['192.168.0.96/28']);
    expect(await refused({ Ipv4PrefixCount: 1 })).toMatchObject({ code: 'InvalidVSwitchId.IpNotEnough' });
    expect(await availableIn(account, network)).toBe(252 - 1 - blocks.length - 16);
  });
});

describe('parameters', () => {
  it.each([
    [{}, 'MissingParameter'],
    [{ PrivateIpAddress: ['192.168.0.20'], SecondaryPrivateIpAddressCount: 1 }, 'InvalidParameter.Conflict'],
    [{ Ipv4Prefix: ['192.168.0.32/28'], Ipv4PrefixCount: 1 }, 'InvalidParameter.Conflict'],
    [{ PrivateIpAddress: ['192.168.0.20'], Ipv4PrefixCount: 1 }, 'InvalidParameter.Conflict'],
    [{ SecondaryPrivateIpAddressCount: 1, Ipv4Prefix: ['192.168.0.32/28'] }, 'InvalidParameter.Conflict'],
    [{ SecondaryPrivateIpAddressCount: 0 }, 'InvalidParameter'],
    [{ SecondaryPrivateIpAddressCount: -1 }, 'InvalidParameter'],
    [{ SecondaryPrivateIpAddressCount: 1.5 }, 'InvalidParameter'],
    [{ Ipv4PrefixCount: 0 }, 'InvalidParameter'],
    [{ Ipv4PrefixCount: 11 }, 'InvalidParameter'],
    [{ Ipv4Prefix: Array(11).fill('192.168.0.32/28') }, 'InvalidParameter'],
    [{ NetworkInterfaceId: 'x', SecondaryPrivateIpAddressCount: 1 }, 'InvalidParams.EniId'],
    [{ NetworkInterfaceId: undefined, SecondaryPrivateIpAddressCount: 1 }, 'MissingParameter'],
  ])('ENI-128 %j is refused with 400 %s', async (parameters, code) => {
    const { refused, held } = await setUp();
    expect(await refused(parameters)).toMatchObject({ status: 400, code });
    expect(await held()).toMatchObject({ ipv4: ['192.168.0.10'], ipv4Prefixes: [] });
  });

  it('names the interface that is not there, in another region or another account', async () => {
    const { account, target } = await setUp();
    const request = { ...target, SecondaryPrivateIpAddressCount: 1 };
    const absent = { status: 404, code: 'InvalidEniId.NotFound' };
    expect(await account.refused('Ecs', assign, { ...request, NetworkInterfaceId: 'eni-none' })).toMatchObject(absent);
    expect(await account.refused('Ecs', assign, { ...request, RegionId: 'cn-beijing' })).toMatchObject(absent);
    expect(await localyun.account().refused('Ecs', assign, request)).toMatchObject(absent);
  });
});

describe('states', () => {
  const one = { SecondaryPrivateIpAddressCount: 1 };

  it('ENI-131 Attaching, Detaching and Deleting refuse, InUse does not', async () => {
    const { account, network, target, call, refused } = await setUp();
    const instanceId = await account.runInstance(network);
    const wrong = (current: string) => ({
      status: 400,
      code: 'InvalidOperation.InvalidEniState',
      message: expect.stringContaining(`"${current}"`),
    });
    await account.ok('Ecs', 'AttachNetworkInterface', { ...target, InstanceId: instanceId });
    expect(await refused(one)).toMatchObject(wrong('Attaching'));
    await localyun.advance(1_000);
    await call(one);
    await account.ok('Ecs', 'DetachNetworkInterface', { ...target, InstanceId: instanceId });
    expect(await refused(one)).toMatchObject(wrong('Detaching'));
    await localyun.advance(1_000);
    await call(one);
    await account.ok('Ecs', 'DeleteNetworkInterface', target);
    expect(await refused(one)).toMatchObject(wrong('Deleting'));
  });

  it('ENI-132 a primary interface needs its instance Running or Stopped; a secondary one does not mind', async () => {
    const { account, network, target, call, attach } = await setUp();
    const instanceId = await attach('ecs.g6.xlarge');
    const { NetworkInterfaceSets } = await account.ok('Ecs', 'DescribeNetworkInterfaces', {
      RegionId: network.regionId,
      InstanceId: instanceId,
      Type: 'Primary',
    });
    const [{ NetworkInterfaceId }] = NetworkInterfaceSets.NetworkInterfaceSet;
    const ofPrimary = { ...target, NetworkInterfaceId, ...one };
    await account.ok('Ecs', assign, ofPrimary);
    const wrong = { status: 400, code: 'InvalidOperation.InvalidEcsState' };
    const InstanceId = instanceId;
    await account.ok('Ecs', 'StopInstance', { InstanceId });
    expect(await account.refused('Ecs', assign, ofPrimary)).toMatchObject(wrong);
    await call(one);
    await localyun.advance(1_000);
    await account.ok('Ecs', assign, ofPrimary);
    await account.ok('Ecs', 'StartInstance', { InstanceId });
    expect(await account.refused('Ecs', assign, ofPrimary)).toMatchObject({
      ...wrong,
      message: expect.stringContaining('"Starting"'),
    });
    await call(one);
  });

  it('a service-managed interface stays as it is', async () => {
    const { id, refused } = await setUp();
    await localyun.server.levers.fixNetworkInterface(id, { serviceId: 4711 });
    expect(await refused(one)).toMatchObject({ status: 403, code: 'InvalidOperation.EniServiceManaged' });
  });

  it('an interface with an elastic IP address in cut-through mode keeps its one address', async () => {
    const { account, id, refused } = await setUp();
    const RegionId = 'cn-hangzhou';
    const { AllocationId } = await account.ok('Vpc', 'AllocateEipAddress', { RegionId });
    const association = { RegionId, AllocationId, InstanceId: id, InstanceType: 'NetworkInterface', Mode: 'BINDED' };
    await account.ok('Vpc', 'AssociateEipAddress', association);
    expect(await refused(one)).toMatchObject({ status: 403, code: 'InvalidOperation.EniLinked' });
  });

  it('ENI-133 calls at the same time are carried out one after another, each in full', async () => {
    const { account, network, target, held } = await setUp();
    const available = await availableIn(account, network);
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        account.call('Ecs', assign, { ...target, ...(n % 2 ? one : { Ipv4PrefixCount: 1 }) }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(200));
    const { ipv4, ipv4Prefixes } = await held();
    expect([ipv4.length, new Set(ipv4).size, ipv4Prefixes.length, new Set(ipv4Prefixes).size]).toEqual([7, 7, 6, 6]);
    expect(await availableIn(account, network)).toBe(available - 6 - 6 * 16);
  });
});
