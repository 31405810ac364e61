import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { call as callSigned, type Parameters } from '../../../test/support/signed-client.ts';
import { availableIn, heldBy, ipv6Network, takenOf } from './address.fixture.ts';

const localyun = startTestLocalyun();
const assign = 'AssignIpv6Addresses';

/** An Available interface without IPv6 in a vSwitch that has it. */
async function setUp(creation: Parameters = {}) {
  const account = localyun.account();
  const network = await ipv6Network(localyun, account);
  const { NetworkInterfaceId: id } = await account.createNetworkInterface(network, creation);
  const target: Parameters = { RegionId: network.regionId, NetworkInterfaceId: id };
  const call = (parameters: Parameters) => account.ok('Ecs', assign, { ...target, ...parameters });
  const refused = (parameters: Parameters) => account.refused('Ecs', assign, { ...target, ...parameters });
  const held = () => heldBy(account, network, id);
  const attach = async (InstanceType: string) => {
    const InstanceId = await account.runInstance(network, { InstanceType });
    await account.ok('Ecs', 'AttachNetworkInterface', { ...target, InstanceId });
    await localyun.advance(1_000);
    return InstanceId;
  };
  return { account, network, start: network.start, id, target, call, refused, held, attach };
}

describe('IPv6 addresses', () => {
  it('ENI-138 are answered as texts, only the new ones, and ENI-140 are seen at once', async () => {
    const { account, network, start, id, call, held } = await setUp();
    const available = await availableIn(account, network);
    const spelt = `${start.toUpperCase()}:0000:00a0::1`;
    expect(await call({ Ipv6Address: [spelt, `${start}::ffff`] })).toEqual({
      RequestId: expect.any(String),
      NetworkInterfaceId: id,
      Ipv6Sets: { Ipv6Address: [`${start}:0:a0:0:1`, `${start}::ffff`] },
      Ipv6PrefixSets: { Ipv6Prefix: [] },
    });
    const random: string[] = (await call({ Ipv6AddressCount: 3 })).Ipv6Sets.Ipv6Address;
    expect(new Set(random).size).toBe(3);
    for (const address of random) expect(address.startsWith(`${start}:`)).toBe(true);
    expect((await held()).ipv6).toEqual([`${start}:0:a0:0:1`, `${start}::ffff`, ...random]);
    const eni = await account.describeNetworkInterface(network, id);
    expect(eni!.Ipv6Sets.Ipv6Set[0]).toEqual({ Ipv6Address: `${start}:0:a0:0:1`, Primary: false });
    expect(await availableIn(account, network)).toBe(available);
  });

  it('ENI-134 are assigned once for one ClientToken', async () => {
    const { call, held } = await setUp();
    const parameters = { Ipv6AddressCount: 2, ClientToken: 'token' };
    const first = await call(parameters);
    expect((await call(parameters)).Ipv6Sets).toEqual(first.Ipv6Sets);
    expect((await held()).ipv6).toEqual(first.Ipv6Sets.Ipv6Address);
  });

  it('ENI-39 and ENI-130 are refused as they deserve', async () => {
    const { account, network, start, call, refused, held } = await setUp();
    await account.createNetworkInterface(network, { Ipv6Address: [`${start}::20`] });
    await account.createNetworkInterface(network, { Ipv6Prefix: [`${start}:70::/80`] });
    await call({ Ipv6Address: [`${start}::10`] });
    await call({ Ipv6Prefix: [`${start}:80::/80`] });
    const before = await held();
    const cases = [
      [`${start}::g`, 403, 'InvalidIp.Address'],
      ['192.168.0.1', 403, 'InvalidIp.Address'],
      [`${start}::1%eth0`, 403, 'InvalidIp.Address'],
      ['2001:db9::1', 403, 'InvalidVSwitchId.IpInvalid'],
      [`${start.slice(0, -2)}01::1`, 403, 'InvalidVSwitchId.IpInvalid'],
      [`${start}::`, 403, 'InvalidVSwitchId.IpInvalid'],
      [`${start}:ffff:ffff:ffff:fff7`, 403, 'InvalidVSwitchId.IpInvalid'],
      [`${start}:ffff:ffff:ffff:ffff`, 403, 'InvalidVSwitchId.IpInvalid'],
      [`${start}::10`, 403, 'InvalidIp.IpAssigned'],
      [`${start}:80::9`, 403, 'InvalidIp.IpAssigned'],
      [`${start}::20`, 400, 'InvalidPrivateIpAddress.Duplicated'],
      [`${start}:70::9`, 400, 'InvalidPrivateIpAddress.Duplicated'],
      [`${start}:0::5`, 403, 'InvalidIp.IpRepeated'],
    ] as const;
    for (const [address, status, code] of cases) {
      const refusal = await refused({ Ipv6Address: [`${start}::5`, address] });
      expect([address, refusal]).toMatchObject([address, { status, code }]);
      expect(refusal.message).toContain(address);
    }
    expect(await held()).toEqual(before);
    await call({ Ipv6Address: [`${start}:ffff:ffff:ffff:fff6`, `${start}::1`] });
  });

  it('ENI-38 need a vSwitch with IPv6, and keep it from being switched off', async () => {
    const account = localyun.account();
    const network = await account.network();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    const target = { RegionId: network.regionId, NetworkInterfaceId };
    const refusal = await account.refused('Ecs', assign, { ...target, Ipv6AddressCount: 1 });
    expect(refusal).toMatchObject({ status: 403, code: 'InvalidVSwitch.Ipv6NotTurnOn' });
    expect(refusal.message).toContain(network.vSwitchId);

    const held = await setUp();
    const off = { RegionId: 'cn-hangzhou', VSwitchId: held.network.vSwitchId, EnableIPv6: false };
    for (const parameters of [{ Ipv6AddressCount: 1 }, { Ipv6PrefixCount: 1 }]) {
      const answer = await held.call(parameters);
      expect(await held.account.refused('Vpc', 'ModifyVSwitchAttribute', off)).toMatchObject({
        status: 400,
        code: 'DependencyViolation.NetworkInterface',
        message: expect.stringContaining(held.id),
      });
      await held.account.ok('Ecs', 'UnassignIpv6Addresses', {
        ...held.target,
        Ipv6Address: answer.Ipv6Sets.Ipv6Address,
        Ipv6Prefix: answer.Ipv6PrefixSets.Ipv6Prefix,
      });
    }
    await held.account.ok('Vpc', 'ModifyVSwitchAttribute', off);
  });

  it('are charged to the security group', async () => {
    const { account, network, call, refused, held } = await setUp();
    await localyun.server.levers.seed({
      accounts: [{ accessKeyId: account.accessKeyId, quotas: { 'private-addresses-per-basic-security-group': 3 } }],
    });
    await call({ Ipv6AddressCount: 1 });
    expect(await takenOf(account, network)).toBe(2);
    expect(await refused({ Ipv6AddressCount: 2 })).toMatchObject({
      status: 403,
      code: 'SecurityGroupInstanceLimitExceed',
    });
    await call({ Ipv6PrefixCount: 1 });
    expect(await takenOf(account, network)).toBe(3);
    expect(await held()).toMatchObject({ ipv6: [expect.any(String)], ipv6Prefixes: [expect.any(String)] });
  });
});

describe('limits', () => {
  it('ENI-139 an Available interface has at most 10, prefixes counted as one each', async () => {
    const { call, refused, held } = await setUp();
    const code = { status: 403, code: 'MaxEniIpv6IpsCountExceeded' };
    expect(await refused({ Ipv6AddressCount: 11 })).toMatchObject(code);
    await call({ Ipv6AddressCount: 6 });
    await call({ Ipv6PrefixCount: 3 });
    expect(await refused({ Ipv6AddressCount: 2 })).toMatchObject(code);
    expect(await refused({ Ipv6PrefixCount: 2 })).toMatchObject(code);
    await call({ Ipv6AddressCount: 1 });
    const { ipv6, ipv6Prefixes } = await held();
    expect([ipv6.length, ipv6Prefixes.length]).toEqual([7, 3]);
  });

  it('ENI-139 an attached one has as many as the instance type allows', async () => {
    const one = await setUp();
    await one.attach('ecs.g6.xlarge');
    await one.call({ Ipv6AddressCount: 1 });
    const refusal = await one.refused({ Ipv6AddressCount: 1 });
    expect(refusal).toMatchObject({ status: 403, code: 'InvalidOperation.Ipv6CountExceeded' });
    expect(refusal.message).toContain('ecs.g6.xlarge');
    expect(await one.refused({ Ipv6PrefixCount: 1 })).toMatchObject({ code: 'InvalidOperation.Ipv6CountExceeded' });

    const many = await setUp();
    await many.attach('ecs.g7.xlarge');
    expect(await many.refused({ Ipv6AddressCount: 16 })).toMatchObject({ code: 'InvalidOperation.Ipv6CountExceeded' });
    expect(await many.refused({ Ipv6AddressCount: 11 })).toMatchObject({ status: 400, code: 'InvalidParameter' });
    await many.call({ Ipv6AddressCount: 10 });
    await many.call({ Ipv6PrefixCount: 5 });
    expect(await many.refused({ Ipv6AddressCount: 1 })).toMatchObject({ code: 'InvalidOperation.Ipv6CountExceeded' });
  });

  it('ENI-139 a type without IPv6 supports none', async () => {
    const { account, network, refused, attach } = await setUp();
    const InstanceId = await account.runInstance(network, { InstanceType: 'ecs.n4.xlarge' });
    const { NetworkInterfaceSets } = await account.ok('Ecs', 'DescribeNetworkInterfaces', {
      RegionId: network.regionId,
      InstanceId,
    });
    const [{ NetworkInterfaceId }] = NetworkInterfaceSets.NetworkInterfaceSet;
    expect(await refused({ NetworkInterfaceId, Ipv6AddressCount: 1 })).toMatchObject({
      status: 403,
      code: 'InvalidOperation.Ipv6NotSupport',
    });
    await attach('ecs.n4.xlarge');
    expect(await refused({ Ipv6PrefixCount: 1 })).toMatchObject({ code: 'InvalidOperation.Ipv6NotSupport' });
  });

  it('an interface in the RDMA mode has none', async () => {
    const { refused } = await setUp({ NetworkInterfaceTrafficMode: 'HighPerformance' });
    expect(await refused({ Ipv6AddressCount: 1 })).toMatchObject({
      status: 400,
      code: 'InvalidOperation.EniTrafficModeNotSupportIPv6',
    });
  });
});

describe('IPv6 prefixes', () => {
  it('ENI-138 are /80 blocks of the vSwitch, in canonical spelling', async () => {
    const { start, call, held } = await setUp();
    const { Ipv6PrefixSets } = await call({ Ipv6Prefix: [`${start.toUpperCase()}:00AB::/80`] });
    expect(Ipv6PrefixSets.Ipv6Prefix).toEqual([`${start}:ab::/80`]);
    const random: string[] = (await call({ Ipv6PrefixCount: 2 })).Ipv6PrefixSets.Ipv6Prefix;
    for (const prefix of random) expect(prefix).toMatch(new RegExp(`^${start}:[0-9a-f]{1,4}::/80$`));
    expect((await held()).ipv6Prefixes.sort()).toEqual([`${start}:ab::/80`, ...random].sort());
    expect((await held()).ipv6).toEqual([]);
  });

  it('are refused as they deserve, and never overlap what somebody holds', async () => {
    const { account, network, start, call, refused, held } = await setUp();
    await account.createNetworkInterface(network, { Ipv6Address: [`${start}:20::1`] });
    await account.createNetworkInterface(network, { Ipv6Prefix: [`${start}:30::/80`] });
    await call({ Ipv6Address: [`${start}:10::1`] });
    await call({ Ipv6Prefix: [`${start}:11::/80`] });
    const before = await held();
    const cases = [
      [[`${start}:40::`], 403, 'InvalidIp.IpPrefixIllegal'],
      [['192.168.0.0/80'], 403, 'InvalidIp.IpPrefixIllegal'],
      [[`${start}:40::/64`], 403, 'InvalidIp.IpPrefixMaskInvalid'],
      [[`${start}:40::/80`, `${start}:41::/96`], 403, 'InvalidIp.IpPrefixMaskNotSame'],
      [[`${start}:40::1/80`], 403, 'InvalidIp.IpPrefixNotStrict'],
      [[`${start}:40::/80`, `${start}:0040::/80`], 403, 'InvalidIp.IpRepeated'],
      [['2001:db9:1:2:3::/80'], 403, 'InvalidVSwitchId.IpInvalid'],
      [[`${start}::/80`], 403, 'InvalidVSwitchId.IpInvalid'],
      [[`${start}:ffff::/80`], 403, 'InvalidVSwitchId.IpInvalid'],
      [[`${start}:10::/80`], 403, 'InvalidIp.IpAssigned'],
      [[`${start}:11::/80`], 403, 'InvalidIp.IpAssigned'],
      [[`${start}:20::/80`], 400, 'InvalidPrivateIpAddress.Duplicated'],
      [[`${start}:40::/80`, `${start}:30::/80`], 400, 'InvalidPrivateIpAddress.Duplicated'],
    ] as const;
    for (const [Ipv6Prefix, status, code] of cases) {
      expect([Ipv6Prefix, await refused({ Ipv6Prefix })]).toMatchObject([Ipv6Prefix, { status, code }]);
    }
    expect(await held()).toEqual(before);
  });
});

describe('parameters and states', () => {
  it.each([
    [{}, 403, 'MissingParameter'],
    [{ Ipv6Address: ['2001:db8::1'], Ipv6AddressCount: 1 }, 400, 'InvalidParameter.Conflict'],
    [{ Ipv6Prefix: ['2001:db8::/80'], Ipv6PrefixCount: 1 }, 400, 'InvalidParameter.Conflict'],
    [{ Ipv6AddressCount: 1, Ipv6PrefixCount: 1 }, 400, 'InvalidParameter.Conflict'],
    [{ Ipv6AddressCount: 0 }, 400, 'InvalidParameter'],
    [{ Ipv6PrefixCount: 0 }, 400, 'InvalidParameter'],
    [{ Ipv6PrefixCount: 11 }, 400, 'InvalidParameter'],
    [{ Ipv6Prefix: Array(11).fill('2001:db8::/80') }, 400, 'InvalidParameter'],
    [{ NetworkInterfaceId: 'x', Ipv6AddressCount: 1 }, 400, 'InvalidParams.EniId'],
    [{ NetworkInterfaceId: 'eni-none', Ipv6AddressCount: 1 }, 404, 'InvalidEniId.NotFound'],
    [{ NetworkInterfaceId: undefined, Ipv6AddressCount: 1 }, 400, 'MissingParameter'],
  ])('%j is refused with %i %s', async (parameters, status, code) => {
    const { refused } = await setUp();
    expect(await refused(parameters)).toMatchObject({ status, code });
  });

  it('ENI-131, ENI-132 the states of interface and instance count as with IPv4', async () => {
    const { account, network, id, target, refused } = await setUp();
    const one = { Ipv6AddressCount: 1 };
    const InstanceId = await account.runInstance(network, { InstanceType: 'ecs.g7.xlarge' });
    await account.ok('Ecs', 'AttachNetworkInterface', { ...target, InstanceId });
    expect(await refused(one)).toMatchObject({ status: 400, code: 'InvalidOperation.InvalidEniState' });
    const { NetworkInterfaceSets } = await account.ok('Ecs', 'DescribeNetworkInterfaces', {
      RegionId: network.regionId,
      InstanceId,
      Type: 'Primary',
    });
    const NetworkInterfaceId: string = NetworkInterfaceSets.NetworkInterfaceSet[0].NetworkInterfaceId;
    await account.ok('Ecs', 'StopInstance', { InstanceId });
    expect(await refused({ ...one, NetworkInterfaceId })).toMatchObject({
      status: 400,
      code: 'InvalidOperation.InvalidEcsState',
    });
    await localyun.advance(1_000);
    await account.ok('Ecs', assign, { ...target, ...one, NetworkInterfaceId });
    await localyun.server.levers.fixNetworkInterface(id, { serviceId: 4711 });
    expect(await refused(one)).toMatchObject({ status: 403, code: 'InvalidOperation.EniServiceManaged' });
  });

  it('ENI-9 a region that offers no interfaces is refused with 403 here', async () => {
    const { account, target } = await setUp();
    await localyun.server.levers.seed({
      accounts: [{ accessKeyId: account.accessKeyId, regionsWithoutNetworkInterfaces: ['cn-beijing'] }],
    });
    for (const action of [assign, 'UnassignIpv6Addresses']) {
      const request = { ...target, RegionId: 'cn-beijing', Ipv6AddressCount: 1 };
      expect(await account.refused('Ecs', action, request)).toMatchObject({ status: 403, code: 'Forbidden.RegionId' });
    }
  });

  it('ENI-14 RAM users of an account without RAM are refused in the spelling of these operations', async () => {
    const { account, target } = await setUp();
    const key = { accessKeyId: `${account.accessKeyId}-user`, accessKeySecret: 'secret' };
    await localyun.server.levers.seed({
      accounts: [
        {
          accessKeyId: account.accessKeyId,
          ramSupported: false,
          ramUsers: [{ userName: 'user', ...key }],
        },
      ],
    });
    const code = async (action: string) => {
      const { status, text } = await callSigned(localyun.port, key, 'Ecs', action, { ...target, Ipv6AddressCount: 1 });
      return [status, JSON.parse(text).Code];
    };
    expect(await code(assign)).toEqual([403, 'Forbedden.NotSupportRAM']);
    expect(await code('UnassignIpv6Addresses')).toEqual([403, 'Forbedden.NotSupportRAM']);
    expect(await code('AssignPrivateIpAddresses')).toEqual([403, 'Forbidden.NotSupportRAM']);
  });
});
