import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import { heldBy, ipv6Network, takenOf } from './address.fixture.ts';

const localyun = startTestLocalyun();
const unassign = 'UnassignIpv6Addresses';

/** An Available interface with three IPv6 addresses and two prefixes. */
async function setUp(creation: Parameters = {}) {
  const account = localyun.account();
  const network = await ipv6Network(localyun, account);
  const { start } = network;
  const { NetworkInterfaceId: id } = await account.createNetworkInterface(network, {
    Ipv6Address: [`${start}::1`, `${start}::2`, `${start}:9::3`],
    ...creation,
  });
  const target: Parameters = { RegionId: network.regionId, NetworkInterfaceId: id };
  await account.ok('Ecs', 'AssignIpv6Addresses', {
    ...target,
    Ipv6Prefix: [`${start}:a::/80`, `${start}:b::/80`],
  });
  const call = (parameters: Parameters) => account.ok('Ecs', unassign, { ...target, ...parameters });
  const refused = (parameters: Parameters) => account.refused('Ecs', unassign, { ...target, ...parameters });
  const held = () => heldBy(account, network, id);
  return { account, network, start, id, target, call, refused, held };
}

describe('taken away', () => {
  it('ENI-140 addresses, in any spelling, are gone at once and idle', async () => {
    const { account, network, start, call, held } = await setUp();
    expect(await takenOf(account, network)).toBe(6);
    const answer = await call({
      Ipv6Address: [`${start.toUpperCase()}:0:0:0:0002`, `${start}:9::3`],
      ClientToken: 'x',
    });
    expect(Object.keys(answer)).toEqual(['RequestId']);
    expect((await held()).ipv6).toEqual([`${start}::1`]);
    expect(await takenOf(account, network)).toBe(4);
    await account.createNetworkInterface(network, { Ipv6Address: [`${start}::2`] });
    // The last address of a /80 is gone, so that all of it can be a prefix.
    await account.createNetworkInterface(network, { Ipv6Prefix: [`${start}:9::/80`] });
  });

  it('prefixes are gone at once, and their addresses idle', async () => {
    const { account, network, start, call, held } = await setUp();
    await call({ Ipv6Prefix: [`${start}:A:0::/80`] });
    expect((await held()).ipv6Prefixes).toEqual([`${start}:b::/80`]);
    await account.createNetworkInterface(network, { Ipv6Address: [`${start}:a::1`] });
    await call({ Ipv6Prefix: [`${start}:b::/80`] });
    expect(await held()).toMatchObject({ ipv6: [`${start}::1`, `${start}::2`, `${start}:9::3`], ipv6Prefixes: [] });
    expect(await takenOf(account, network)).toBe(6);
  });

  it('an address that others share a /80 with leaves theirs alone', async () => {
    const { account, network, start, call, refused } = await setUp();
    await call({ Ipv6Address: [`${start}::1`] });
    const prefix = { VSwitchId: network.vSwitchId, SecurityGroupId: network.securityGroupId };
    expect(
      await account.refused('Ecs', 'CreateNetworkInterface', {
        RegionId: network.regionId,
        ...prefix,
        Ipv6Address: [`${start}::2`],
      }),
    ).toMatchObject({ code: 'InvalidPrivateIpAddress.Duplicated' });
    expect(await refused({ Ipv6Address: [`${start}::1`] })).toMatchObject({ code: 'InvalidIp.IpUnassigned' });
  });
});

describe('refused', () => {
  it('ENI-136 what is not on the interface, and nothing beside it is taken away', async () => {
    const { account, network, start, refused, held } = await setUp();
    await account.createNetworkInterface(network, { Ipv6Address: [`${start}::f`] });
    await account.createNetworkInterface(network, { Ipv6Prefix: [`${start}:c::/80`] });
    const before = await held();
    for (const address of [`${start}::f`, `${start}::e`, `${start}:a::1`, '2001:db9::1']) {
      const refusal = await refused({ Ipv6Address: [`${start}::1`, address] });
      expect(refusal).toMatchObject({ status: 403, code: 'InvalidIp.IpUnassigned' });
      expect(refusal.message).toContain(address);
    }
    for (const prefix of [`${start}:c::/80`, `${start}:d::/80`, '2001:db9:0:0:a::/80']) {
      const refusal = await refused({ Ipv6Prefix: [`${start}:a::/80`, prefix] });
      expect(refusal).toMatchObject({ status: 403, code: 'InvalidIp.IpUnassigned' });
      expect(refusal.message).toContain(prefix);
    }
    expect(await held()).toEqual(before);
  });

  it.each([
    [{}, 403, 'MissingParameter'],
    [{ Ipv6Address: ['2001:db8::1'], Ipv6Prefix: ['2001:db8::/80'] }, 400, 'InvalidParameter.Conflict'],
    [{ Ipv6Address: ['2001:db8::1', '2001:DB8::0:1'] }, 403, 'InvalidIp.IpRepeated'],
    [{ Ipv6Address: ['x'] }, 403, 'InvalidIp.Address'],
    [{ Ipv6Address: Array(11).fill('2001:db8::1') }, 400, 'InvalidParameter'],
    [{ Ipv6Prefix: Array(11).fill('2001:db8::/80') }, 400, 'InvalidParameter'],
    [{ Ipv6Prefix: ['2001:db8::'] }, 403, 'InvalidIp.IpPrefixIllegal'],
    [{ Ipv6Prefix: ['2001:db8::/64'] }, 403, 'InvalidIp.IpPrefixMaskInvalid'],
    [{ Ipv6Prefix: ['2001:db8::/80', '2001:db8::/64'] }, 403, 'InvalidIp.IpPrefixMaskNotSame'],
    [{ Ipv6Prefix: ['2001:db8::1/80'] }, 403, 'InvalidIp.IpPrefixNotStrict'],
    [{ NetworkInterfaceId: 'x', Ipv6Address: ['2001:db8::1'] }, 400, 'InvalidParams.EniId'],
    [{ NetworkInterfaceId: 'eni-none', Ipv6Address: ['2001:db8::1'] }, 404, 'InvalidEniId.NotFound'],
  ])('%j with %i %s', async (parameters, status, code) => {
    const { refused, held } = await setUp();
    expect(await refused(parameters)).toMatchObject({ status, code });
    expect((await held()).ipv6).toHaveLength(3);
  });

  it('the primary address of an interface made with EnablePrimaryIPv6', async () => {
    const { account, network, start, id, call, refused } = await setUp({ EnablePrimaryIPv6: true });
    const primaries = async () =>
      (await account.describeNetworkInterface(network, id))!.Ipv6Sets.Ipv6Set.map(
        (each: { Primary: boolean }) => each.Primary,
      );
    expect(await primaries()).toEqual([true, false, false]);
    expect(await refused({ Ipv6Address: [`${start}::2`, `${start}::1`] })).toMatchObject({
      status: 403,
      code: 'InvalidIp.IpUnassigned',
    });
    await call({ Ipv6Address: [`${start}::2`] });
    expect(await primaries()).toEqual([true, false]);
  });

  it('ENI-131 in the wrong state, and when a service manages the interface', async () => {
    const { account, network, start, id, target, call, refused } = await setUp();
    const InstanceId = await account.runInstance(network, { InstanceType: 'ecs.g7.xlarge' });
    await account.ok('Ecs', 'AttachNetworkInterface', { ...target, InstanceId });
    const one = { Ipv6Address: [`${start}::1`] };
    expect(await refused(one)).toMatchObject({ status: 400, code: 'InvalidOperation.InvalidEniState' });
    await localyun.advance(1_000);
    await call(one);
    await localyun.server.levers.fixNetworkInterface(id, { serviceId: 4711 });
    expect(await refused({ Ipv6Address: [`${start}::2`] })).toMatchObject({
      status: 403,
      code: 'InvalidOperation.EniServiceManaged',
    });
  });
});
