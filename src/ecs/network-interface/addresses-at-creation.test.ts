import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { TestAccount, TestNetwork } from '../../../test/support/test-account.ts';
import { availableIn, heldBy, ipv6Network, takenOf } from './address.fixture.ts';

const localyun = startTestLocalyun();

async function setUp(cidrBlock = '192.168.0.0/24') {
  const account = localyun.account();
  const network = await ipv6Network(localyun, account, { cidrBlock });
  const create = (parameters: Parameters) => account.createNetworkInterface(network, parameters);
  const refused = (parameters: Parameters) => account.refused('Ecs', 'CreateNetworkInterface', of(network, parameters));
  return { account, network, start: network.start, create, refused };
}

function of(network: TestNetwork, parameters: Parameters): Parameters {
  const { regionId: RegionId, vSwitchId: VSwitchId, securityGroupId: SecurityGroupId } = network;
  return { RegionId, VSwitchId, SecurityGroupId, ...parameters };
}

describe('CreateNetworkInterface', () => {
  it('ENI-16 answers every address and prefix, as the descriptions list them afterwards', async () => {
    const { account, network, start, create } = await setUp();
    const made = await create({
      PrimaryIpAddress: '192.168.0.9',
      PrivateIpAddress: ['192.168.0.20'],
      Ipv6Address: [`${start.toUpperCase()}::0001`, `${start}:5::2`],
      EnablePrimaryIPv6: true,
    });
    const sets = {
      PrivateIpSets: { PrivateIpSet: [{ Primary: true }, { Primary: false, PrivateIpAddress: '192.168.0.20' }] },
      Ipv6Sets: {
        Ipv6Set: [
          { Ipv6Address: `${start}::1`, Primary: true },
          { Ipv6Address: `${start}:5::2`, Primary: false },
        ],
      },
      Ipv4PrefixSets: { Ipv4PrefixSet: [] },
      Ipv6PrefixSets: { Ipv6PrefixSet: [] },
    };
    expect(made).toMatchObject(sets);
    expect(await account.describeNetworkInterface(network, made.NetworkInterfaceId)).toMatchObject(sets);
    const prefixed = await create({ Ipv4Prefix: ['192.168.0.64/28'], Ipv6Prefix: [`${start}:6::/80`] });
    const prefixSets = {
      Ipv6Sets: { Ipv6Set: [] },
      Ipv4PrefixSets: { Ipv4PrefixSet: [{ Ipv4Prefix: '192.168.0.64/28' }] },
      Ipv6PrefixSets: { Ipv6PrefixSet: [{ Ipv6Prefix: `${start}:6::/80` }] },
    };
    expect(prefixed).toMatchObject(prefixSets);
    const target = { RegionId: network.regionId, NetworkInterfaceId: prefixed.NetworkInterfaceId };
    expect(await account.ok('Ecs', 'DescribeNetworkInterfaceAttribute', target)).toMatchObject(prefixSets);
    expect(await takenOf(account, network)).toBe(4 + 3);
  });

  it('gives as many random ones as asked for', async () => {
    const { account, network, start, create } = await setUp();
    const available = await availableIn(account, network);
    const { NetworkInterfaceId: id } = await create({ Ipv4PrefixCount: 3, Ipv6AddressCount: 4 });
    const { ipv4, ipv4Prefixes, ipv6, ipv6Prefixes } = await heldBy(account, network, id);
    expect([ipv4, ipv4Prefixes, ipv6].map((list) => new Set(list).size)).toEqual([1, 3, 4]);
    expect(ipv6Prefixes).toEqual([]);
    for (const address of ipv6) expect(address.startsWith(`${start}:`)).toBe(true);
    expect(await availableIn(account, network)).toBe(available - 1 - 3 * 16);
    const other = await create({ SecondaryPrivateIpAddressCount: 2, Ipv6PrefixCount: 5 });
    expect(other.PrivateIpSets.PrivateIpSet).toHaveLength(3);
    expect(other.Ipv6PrefixSets.Ipv6PrefixSet).toHaveLength(5);
  });

  it('ENI-37 all of it or nothing', async () => {
    const { account, network, start, create, refused } = await setUp();
    await create({ PrimaryIpAddress: '192.168.0.100', Ipv6Address: [`${start}::1`] });
    const available = await availableIn(account, network);
    const taken = await takenOf(account, network);
    const cases = [
      [{ Ipv4Prefix: ['192.168.0.32/28', '192.168.0.96/28'] }, 'InvalidPrivateIpAddress.Duplicated'],
      [{ Ipv6Address: [`${start}::2`, `${start}::1`] }, 'InvalidPrivateIpAddress.Duplicated'],
      [{ PrivateIpAddress: ['192.168.0.20'], Ipv6Address: ['2001:db9::1'] }, 'InvalidVSwitchId.IpInvalid'],
      [{ Ipv4PrefixCount: 10, PrimaryIpAddress: '192.168.0.100' }, 'InvalidPrivateIpAddress.Duplicated'],
    ] as const;
    for (const [parameters, code] of cases) expect(await refused(parameters)).toMatchObject({ code });
    expect(await availableIn(account, network)).toBe(available);
    expect(await takenOf(account, network)).toBe(taken);
    await create({ Ipv4Prefix: ['192.168.0.32/28'], Ipv6Address: [`${start}::2`] });
  });

  it('a random primary address is never one that is named for something else', async () => {
    // Of the vSwitch's 12 addresses all but one are named.
    const { account, network, create } = await setUp('192.168.0.0/28');
    const named = Array.from({ length: 11 }, (_, n) => `192.168.0.${n + 2}`);
    const { PrivateIpAddress } = await create({ PrivateIpAddress: named });
    expect(PrivateIpAddress).toBe('192.168.0.1');
    expect(await availableIn(account, network)).toBe(0);
  });

  it.each([
    [{ Ipv4PrefixCount: 1, SecondaryPrivateIpAddressCount: 1 }, 400, 'InvalidParameter.Conflict'],
    [{ Ipv4Prefix: ['192.168.0.32/28'], PrivateIpAddress: ['192.168.0.9'] }, 400, 'InvalidParameter.Conflict'],
    [{ Ipv4Prefix: ['192.168.0.32/28'], Ipv4PrefixCount: 1 }, 400, 'InvalidParameter.Conflict'],
    [{ Ipv6AddressCount: 1, Ipv6PrefixCount: 1 }, 400, 'InvalidParameter.Conflict'],
    [{ Ipv6Address: ['2001:db8::1'], Ipv6AddressCount: 1 }, 400, 'InvalidParameter.Conflict'],
    [{ Ipv6Prefix: ['2001:db8::/80'], Ipv6PrefixCount: 1 }, 400, 'InvalidParameter.Conflict'],
    [{ Ipv4PrefixCount: 11 }, 400, 'InvalidParameter'],
    [{ Ipv6AddressCount: 0 }, 400, 'InvalidParameter'],
    [{ Ipv6AddressCount: 11 }, 403, 'MaxEniIpv6IpsCountExceeded'],
    [{ Ipv6PrefixCount: 11 }, 400, 'InvalidParameter'],
    [{ Ipv6Address: ['x'] }, 403, 'InvalidIp.Address'],
    [{ Ipv6Prefix: ['2001:db8::1/80'] }, 403, 'InvalidIp.IpPrefixNotStrict'],
    [{ Ipv4Prefix: ['192.168.0.33/28'] }, 403, 'InvalidIp.IpPrefixNotStrict'],
    [{ PrimaryIpAddress: '192.168.0.9', PrivateIpAddress: ['192.168.0.9'] }, 403, 'InvalidIp.IpRepeated'],
    [{ PrimaryIpAddress: '192.168.0.33', Ipv4Prefix: ['192.168.0.32/28'] }, 403, 'InvalidIp.IpRepeated'],
  ])('ENI-39, ENI-40 %j is refused with %i %s', async (parameters, status, code) => {
    const { account, network, refused } = await setUp();
    expect(await refused(parameters)).toMatchObject({ status, code });
    expect(await availableIn(account, network)).toBe(252);
  });

  it.each([
    { Ipv6AddressCount: 1 },
    { Ipv6Address: ['2001:db8::1'] },
    { Ipv6PrefixCount: 1 },
    { Ipv6Prefix: ['2001:db8::/80'] },
  ])('ENI-38 %j needs a vSwitch with IPv6', async (parameters) => {
    const account = localyun.account();
    const network = await account.network();
    const refusal = await account.refused('Ecs', 'CreateNetworkInterface', of(network, parameters));
    expect(refusal).toMatchObject({ status: 403, code: 'InvalidVSwitch.Ipv6NotTurnOn' });
    expect(refusal.message).toContain(network.vSwitchId);
  });

  it('ENI-48 answers all of it again for the same ClientToken', async () => {
    const { create } = await setUp();
    const parameters = { ClientToken: 'token', Ipv4PrefixCount: 1, Ipv6AddressCount: 2 };
    const { RequestId: _, ...first } = await create(parameters);
    expect(await create(parameters)).toMatchObject(first);
  });
});

describe('DescribeNetworkInterfaces', () => {
  it('ENI-60 finds by IPv6 addresses in any spelling, not by what is inside a prefix', async () => {
    const { account, network, start, create } = await setUp();
    const { NetworkInterfaceId: one } = await create({
      PrimaryIpAddress: '192.168.0.9',
      Ipv6Address: [`${start}::1`, `${start}::2`],
    });
    const { NetworkInterfaceId: two } = await create({
      PrimaryIpAddress: '192.168.0.10',
      Ipv6Address: [`${start}::3`],
    });
    await create({
      PrimaryIpAddress: '192.168.0.11',
      Ipv6Prefix: [`${start}:7::/80`],
      Ipv4Prefix: ['192.168.0.64/28'],
    });
    const found = async (parameters: Parameters): Promise<string[]> =>
      (
        await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId: network.regionId, ...parameters })
      ).NetworkInterfaceSets.NetworkInterfaceSet.map((each: { NetworkInterfaceId: string }) => each.NetworkInterfaceId);
    expect(await found({ Ipv6Address: [`${start}:0:0:0:2`] })).toEqual([one]);
    expect((await found({ Ipv6Address: [`${start}::2`, `${start.toUpperCase()}::3`] })).sort()).toEqual(
      [one, two].sort(),
    );
    expect(await found({ Ipv6Address: [`${start}::2`], NetworkInterfaceId: [two] })).toEqual([]);
    expect(await found({ Ipv6Address: [`${start}:7::1`, 'nonsense'] })).toEqual([]);
    expect(await found({ PrivateIpAddress: ['192.168.0.65'] })).toEqual([]);
    const stranger = localyun.account();
    const { TotalCount } = await stranger.ok('Ecs', 'DescribeNetworkInterfaces', {
      RegionId: network.regionId,
      Ipv6Address: [`${start}::1`],
    });
    expect(TotalCount).toBe(0);
  });
});

describe('AttachNetworkInterface', () => {
  const attach = async (account: TestAccount, network: TestNetwork, InstanceType: string, parameters: Parameters) => {
    const InstanceId = await account.runInstance(network, { InstanceType });
    const { NetworkInterfaceId } = await account.createNetworkInterface(network, parameters);
    return account.call('Ecs', 'AttachNetworkInterface', {
      RegionId: network.regionId,
      NetworkInterfaceId,
      InstanceId,
    });
  };

  it.each([
    ['ecs.g6.large', { SecondaryPrivateIpAddressCount: 5 }, undefined],
    ['ecs.g6.large', { Ipv4PrefixCount: 5 }, undefined],
    ['ecs.g6.large', { Ipv4PrefixCount: 6 }, 'InvalidOperation.Ipv4CountExceeded'],
    ['ecs.g6.large', { Ipv6AddressCount: 1 }, undefined],
    ['ecs.g6.large', { Ipv6AddressCount: 2 }, 'InvalidOperation.Ipv6CountExceeded'],
    ['ecs.g6.large', { Ipv6PrefixCount: 2 }, 'InvalidOperation.Ipv6CountExceeded'],
    ['ecs.g7.large', { Ipv6PrefixCount: 6 }, undefined],
    ['ecs.n4.xlarge', { Ipv6AddressCount: 1 }, 'InvalidOperation.Ipv6NotSupport'],
    ['ecs.n4.xlarge', { Ipv6PrefixCount: 1 }, 'InvalidOperation.Ipv6NotSupport'],
    ['ecs.n4.xlarge', {}, undefined],
  ])('ENI-82 to %s with %j: %s', async (instanceType, parameters, code) => {
    const { account, network } = await setUp();
    const { status, text } = await attach(account, network, instanceType, parameters);
    if (code === undefined) expect(status).toBe(200);
    else expect([status, JSON.parse(text).Code]).toEqual([403, code]);
  });
});

describe('the end of an interface', () => {
  it('ENI-118 frees addresses and prefixes of both kinds, when it is gone and not before', async () => {
    const { account, network, start, create, refused } = await setUp();
    const available = await availableIn(account, network);
    const all = { PrimaryIpAddress: '192.168.0.10', Ipv4Prefix: ['192.168.0.32/28'], Ipv6Address: [`${start}:5::1`] };
    const { NetworkInterfaceId } = await create(all);
    const target = { RegionId: network.regionId, NetworkInterfaceId };
    await account.ok('Ecs', 'AssignPrivateIpAddresses', { ...target, SecondaryPrivateIpAddressCount: 3 });
    await account.ok('Ecs', 'AssignIpv6Addresses', { ...target, Ipv6Prefix: [`${start}:6::/80`] });
    expect(await availableIn(account, network)).toBe(available - 4 - 16);
    expect(await takenOf(account, network)).toBe(7);
    await account.ok('Ecs', 'DeleteNetworkInterface', target);
    expect(await availableIn(account, network)).toBe(available - 4 - 16);
    expect(await refused({ Ipv6Address: [`${start}:5::1`] })).toMatchObject({
      code: 'InvalidPrivateIpAddress.Duplicated',
    });
    await localyun.advance(10_000);
    expect(await availableIn(account, network)).toBe(available);
    expect(await takenOf(account, network)).toBe(0);
    await create(all);
    await create({ Ipv6Address: [`${start}:6::9`] });
    await create({ Ipv6Prefix: [`${start}:7::/80`] });
    expect(await refused({ Ipv6Prefix: [`${start}:5::/80`] })).toMatchObject({
      code: 'InvalidPrivateIpAddress.Duplicated',
    });
  });
});
