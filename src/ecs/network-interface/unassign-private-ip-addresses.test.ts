import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import { availableIn, heldBy, takenOf } from './address.fixture.ts';

const localyun = startTestLocalyun();
const unassign = 'UnassignPrivateIpAddresses';
const secondary = ['192.168.0.11', '192.168.0.12', '192.168.0.13'];

/** An Available interface with a primary, three secondary addresses and two prefixes. */
async function setUp() {
  const account = localyun.account();
  const network = await account.network();
  const { NetworkInterfaceId: id } = await account.createNetworkInterface(network, {
    PrimaryIpAddress: '192.168.0.10',
    PrivateIpAddress: secondary,
  });
  const target: Parameters = { RegionId: network.regionId, NetworkInterfaceId: id };
  await account.ok('Ecs', 'AssignPrivateIpAddresses', {
    ...target,
    Ipv4Prefix: ['192.168.0.32/28', '192.168.0.64/28'],
  });
  const call = (parameters: Parameters) => account.ok('Ecs', unassign, { ...target, ...parameters });
  const refused = (parameters: Parameters) => account.refused('Ecs', unassign, { ...target, ...parameters });
  const held = () => heldBy(account, network, id);
  return { account, network, id, target, call, refused, held };
}

describe('taken away', () => {
  it('ENI-140 addresses are gone at once, idle, and out of the group’s count', async () => {
    const { account, network, call, held } = await setUp();
    const available = await availableIn(account, network);
    expect(await takenOf(account, network)).toBe(6);
    // Terraform sends a ClientToken although the operation has none (ENI-5).
    const answer = await call({ PrivateIpAddress: ['192.168.0.13', '192.168.0.11'], ClientToken: 'x' });
    expect(Object.keys(answer)).toEqual(['RequestId']);
    expect((await held()).ipv4).toEqual(['192.168.0.10', '192.168.0.12']);
    expect(await availableIn(account, network)).toBe(available + 2);
    expect(await takenOf(account, network)).toBe(4);
    await account.createNetworkInterface(network, { PrimaryIpAddress: '192.168.0.11' });
  });

  it('prefixes give all their addresses back', async () => {
    const { account, network, call, held } = await setUp();
    const available = await availableIn(account, network);
    await call({ Ipv4Prefix: ['192.168.0.32/28'] });
    expect((await held()).ipv4Prefixes).toEqual(['192.168.0.64/28']);
    expect(await availableIn(account, network)).toBe(available + 16);
    expect(await takenOf(account, network)).toBe(5);
    for (const last of [32, 40, 47]) {
      await account.createNetworkInterface(network, { PrimaryIpAddress: `192.168.0.${last}` });
    }
  });

  it('what is assigned again comes at the end, and the primary address stays the first', async () => {
    const { account, target, call, held } = await setUp();
    await call({ PrivateIpAddress: ['192.168.0.11'] });
    await account.ok('Ecs', 'AssignPrivateIpAddresses', { ...target, PrivateIpAddress: ['192.168.0.11'] });
    await call({ PrivateIpAddress: ['192.168.0.13'] });
    await account.ok('Ecs', 'AssignPrivateIpAddresses', { ...target, PrivateIpAddress: ['192.168.0.14'] });
    expect((await held()).ipv4).toEqual(['192.168.0.10', '192.168.0.12', '192.168.0.11', '192.168.0.14']);
  });

  it('works on an attached interface, and on a primary one of a Running or Stopped instance only', async () => {
    const { account, network, target, call, held } = await setUp();
    const InstanceId = await account.runInstance(network, { InstanceType: 'ecs.g7.xlarge' });
    await account.ok('Ecs', 'AttachNetworkInterface', { ...target, InstanceId });
    const wrong = { status: 400, code: 'InvalidOperation.InvalidEniState' };
    const one = { PrivateIpAddress: ['192.168.0.11'] };
    expect(await account.refused('Ecs', unassign, { ...target, ...one })).toMatchObject(wrong);
    await localyun.advance(1_000);
    await call(one);
    expect((await held()).ipv4).not.toContain('192.168.0.11');
    const { NetworkInterfaceSets } = await account.ok('Ecs', 'DescribeNetworkInterfaces', {
      RegionId: network.regionId,
      InstanceId,
      Type: 'Primary',
    });
    const ofPrimary = { ...target, NetworkInterfaceId: NetworkInterfaceSets.NetworkInterfaceSet[0].NetworkInterfaceId };
    await account.ok('Ecs', 'AssignPrivateIpAddresses', { ...ofPrimary, PrivateIpAddress: ['192.168.0.99'] });
    await account.ok('Ecs', 'StopInstance', { InstanceId });
    const ofStopping = { ...ofPrimary, PrivateIpAddress: ['192.168.0.99'] };
    expect(await account.refused('Ecs', unassign, ofStopping)).toMatchObject({
      status: 400,
      code: 'InvalidOperation.InvalidEcsState',
    });
    await localyun.advance(1_000);
    await account.ok('Ecs', unassign, ofStopping);
  });
});

describe('refused', () => {
  it('ENI-135 the primary address and those of others are not unassigned, and ENI-136 nothing beside them is', async () => {
    const { account, network, refused, held } = await setUp();
    await account.createNetworkInterface(network, {
      PrimaryIpAddress: '192.168.0.20',
      Ipv4Prefix: ['192.168.0.96/28'],
    });
    const before = await held();
    const available = await availableIn(account, network);
    for (const ip of ['192.168.0.10', '192.168.0.20', '192.168.0.21', '192.168.0.35', '192.168.0.0']) {
      const refusal = await refused({ PrivateIpAddress: ['192.168.0.11', ip] });
      expect(refusal).toMatchObject({ status: 403, code: 'InvalidIp.IpUnassigned' });
      expect(refusal.message).toContain(ip);
    }
    for (const prefix of ['192.168.0.96/28', '192.168.0.112/28']) {
      const refusal = await refused({ Ipv4Prefix: ['192.168.0.32/28', prefix] });
      expect(refusal).toMatchObject({ status: 403, code: 'InvalidIp.IpUnassigned' });
      expect(refusal.message).toContain(prefix);
    }
    expect(await held()).toEqual(before);
    expect(await availableIn(account, network)).toBe(available);
  });

  it.each([
    [{}, 403, 'MissingParameter'],
    [{ PrivateIpAddress: ['192.168.0.11'], Ipv4Prefix: ['192.168.0.32/28'] }, 400, 'InvalidParameter.Conflict'],
    [{ PrivateIpAddress: ['192.168.0.11', '192.168.0.11'] }, 403, 'InvalidIp.IpRepeated'],
    [{ PrivateIpAddress: ['192.168.1.11'] }, 403, 'InvalidVSwitchId.IpInvalid'],
    [{ PrivateIpAddress: ['eleven'] }, 403, 'InvalidPrivateIpAddress.Malformed'],
    [{ PrivateIpAddress: Array(33).fill('192.168.0.11') }, 400, 'InvalidParameter'],
    [{ Ipv4Prefix: Array(11).fill('192.168.0.32/28') }, 400, 'InvalidParameter'],
    [{ Ipv4Prefix: ['192.168.0.32'] }, 403, 'InvalidIp.IpPrefixIllegal'],
    [{ Ipv4Prefix: ['192.168.0.32/24'] }, 403, 'InvalidIp.IpPrefixMaskInvalid'],
    [{ Ipv4Prefix: ['192.168.0.32/28', '192.168.0.64/30'] }, 403, 'InvalidIp.IpPrefixMaskNotSame'],
    [{ Ipv4Prefix: ['192.168.0.33/28'] }, 403, 'InvalidIp.IpPrefixNotStrict'],
    [{ NetworkInterfaceId: 'x', PrivateIpAddress: ['192.168.0.11'] }, 400, 'InvalidEniId.Malformed'],
    [{ NetworkInterfaceId: 'eni-none', PrivateIpAddress: ['192.168.0.11'] }, 404, 'InvalidEniId.NotFound'],
    [{ NetworkInterfaceId: undefined, PrivateIpAddress: ['192.168.0.11'] }, 400, 'MissingParameter'],
  ])('ENI-137 %j with %i %s', async (parameters, status, code) => {
    const { refused, held } = await setUp();
    expect(await refused(parameters)).toMatchObject({ status, code });
    expect((await held()).ipv4).toHaveLength(4);
    expect((await held()).ipv4Prefixes).toHaveLength(2);
  });

  it('an address with an elastic IP address, until that is unassociated', async () => {
    const { account, id, call, refused, held } = await setUp();
    const RegionId = 'cn-hangzhou';
    const { AllocationId } = await account.ok('Vpc', 'AllocateEipAddress', { RegionId });
    const association = { RegionId, AllocationId, InstanceId: id, InstanceType: 'NetworkInterface' };
    await account.ok('Vpc', 'AssociateEipAddress', { ...association, PrivateIpAddress: '192.168.0.12' });
    const both = { PrivateIpAddress: ['192.168.0.11', '192.168.0.12'] };
    const refusal = await refused(both);
    expect(refusal).toMatchObject({ status: 403, code: 'InvalidOperation.EniLinked' });
    expect(refusal.message).toContain(AllocationId);
    expect(refusal.message).toContain('192.168.0.12');
    expect((await held()).ipv4).toHaveLength(4);
    await call({ PrivateIpAddress: ['192.168.0.13'] });
    await account.ok('Vpc', 'UnassociateEipAddress', association);
    await localyun.advance(2_000);
    await call(both);
    expect((await held()).ipv4).toEqual(['192.168.0.10']);
  });

  it('a service-managed interface', async () => {
    const { id, refused } = await setUp();
    await localyun.server.levers.fixNetworkInterface(id, { serviceId: 4711 });
    expect(await refused({ PrivateIpAddress: ['192.168.0.11'] })).toMatchObject({
      status: 403,
      code: 'InvalidOperation.EniServiceManaged',
    });
  });
});
