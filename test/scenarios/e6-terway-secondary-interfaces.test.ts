import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../support/localyun.ts';
import type { Body } from '../support/test-account.ts';
import { Terway } from './terway.ts';

const localyun = startTestLocalyun();
const tags = [
  { Key: 'creator', Value: 'terway' },
  { Key: 'cluster', Value: 'c1' },
];

/** A node with Terway on it. */
async function begin(zone?: { cidrBlock: string }) {
  const account = localyun.account();
  const network = await account.network(zone);
  const instance = await account.runInstance(network, { InstanceType: 'ecs.g7.xlarge' });
  const terway = new Terway(localyun, account, network);
  return { account, network, instance, terway };
}

const addressesOf = (eni: Body): string[] =>
  eni.PrivateIpSets.PrivateIpSet.map((one: Body) => one.PrivateIpAddress as string);

describe('Terway gives a node its interfaces', () => {
  it('and the addresses of its pods, and takes them back', async () => {
    const { network, instance, terway } = await begin();
    const { client } = terway;

    const types = await client.ok('Ecs', 'DescribeInstanceTypes', { InstanceTypes: ['ecs.g7.xlarge'] });
    const [type] = types.InstanceTypes.InstanceType;
    expect(type).toMatchObject({
      InstanceTypeId: 'ecs.g7.xlarge',
      EniQuantity: expect.any(Number),
      EniTotalQuantity: expect.any(Number),
      EniPrivateIpAddressQuantity: expect.any(Number),
      EniIpv6AddressQuantity: expect.any(Number),
      EniTrunkSupported: true,
    });
    const secondary = type.EniQuantity - 1;
    const perInterface = type.EniPrivateIpAddressQuantity;

    expect((await terway.list({ InstanceId: instance })).map((one) => one.Type)).toEqual(['Primary']);
    const vSwitches = await client.ok('Vpc', 'DescribeVSwitches', { VSwitchId: network.vSwitchId });
    const [vSwitch] = vSwitches.VSwitches.VSwitch;
    expect(vSwitch).toMatchObject({ ZoneId: network.zoneId, CidrBlock: '192.168.0.0/24', Ipv6CidrBlock: '' });
    expect(vSwitch.AvailableIpAddressCount).toBeGreaterThan(secondary * perInterface);

    // Full of addresses at once, then attached.
    const enis: string[] = [];
    for (let index = 0; index < secondary; index += 1) {
      const token = crypto.randomUUID();
      const made = await terway.create({ addresses: perInterface - 1, tags }, token);
      // The whole object is read from the answer.
      expect(made).toMatchObject({
        VSwitchId: network.vSwitchId,
        ZoneId: network.zoneId,
        Type: 'Secondary',
        MacAddress: expect.stringMatching(/^00:16:3e(:[0-9a-f]{2}){3}$/),
        SecurityGroupIds: { SecurityGroupId: [network.securityGroupId] },
        Ipv6Sets: { Ipv6Set: [] },
        Ipv4PrefixSets: { Ipv4PrefixSet: [] },
        Ipv6PrefixSets: { Ipv6PrefixSet: [] },
      });
      expect(addressesOf(made)).toHaveLength(perInterface - 1);
      const repeated = await terway.create({ addresses: perInterface - 1, tags }, token);
      expect(repeated.NetworkInterfaceId).toBe(made.NetworkInterfaceId);
      enis.push(made.NetworkInterfaceId);
    }
    for (const eni of enis) {
      await terway.waitFor(eni, 'Available');
      await terway.attach(eni, instance);
    }
    for (const eni of enis) {
      const attached = await terway.waitFor(eni, 'InUse');
      expect(attached.Attachment).toMatchObject({ InstanceId: instance });
      // The collector of leaks reads this layout only.
      expect(attached.CreationTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    }

    // A pod more: one address, told apart from those that were there.
    const [eni = ''] = enis;
    const before = addressesOf((await terway.find(eni))!);
    const more = { NetworkInterfaceId: eni, SecondaryPrivateIpAddressCount: 1, ClientToken: crypto.randomUUID() };
    const assigned = await client.ok('Ecs', 'AssignPrivateIpAddresses', more);
    const fresh: string[] = assigned.AssignedPrivateIpAddressesSet.PrivateIpSet.PrivateIpAddress;
    expect(fresh).toHaveLength(1);
    expect(before).not.toContain(fresh[0]);
    const again = await client.ok('Ecs', 'AssignPrivateIpAddresses', more);
    expect(again.AssignedPrivateIpAddressesSet.PrivateIpSet.PrivateIpAddress).toEqual(fresh);

    // The full sync sees every interface, the primary one too, and every address.
    const all = await terway.list({ InstanceId: instance });
    expect(all.map((one) => one.NetworkInterfaceId)).toEqual(expect.arrayContaining(enis));
    expect(all).toHaveLength(secondary + 1);
    expect(addressesOf(all.find((one) => one.NetworkInterfaceId === eni)!).sort()).toEqual(
      [...before, ...fresh].sort(),
    );

    // One more than the type has.
    const tooMany = { NetworkInterfaceId: eni, SecondaryPrivateIpAddressCount: 1, ClientToken: crypto.randomUUID() };
    expect(await client.refused('Ecs', 'AssignPrivateIpAddresses', tooMany)).toMatchObject({
      status: 403,
      code: 'InvalidOperation.Ipv4CountExceeded',
    });

    // Scaled in.
    const unassign = { NetworkInterfaceId: eni, PrivateIpAddress: fresh };
    await client.ok('Ecs', 'UnassignPrivateIpAddresses', unassign);
    expect(await client.refused('Ecs', 'UnassignPrivateIpAddresses', unassign)).toMatchObject({
      code: 'InvalidIp.IpUnassigned',
    });
    for (const one of enis) {
      await terway.detach(one, instance);
      await terway.waitFor(one, 'Available');
      await terway.delete(one);
      expect(await client.refused('Ecs', 'DeleteNetworkInterface', { NetworkInterfaceId: one })).toMatchObject({
        status: 404,
        code: 'InvalidEniId.NotFound',
      });
    }
    expect(await terway.list({ InstanceId: instance })).toHaveLength(1);
  });

  it('until the type has no more, and is told so by the code that it knows', async () => {
    const { instance, terway } = await begin();
    for (let made = 0; made < 3; made += 1) {
      const { NetworkInterfaceId: eni } = await terway.create({ addresses: 1 });
      await terway.waitFor(eni, 'Available');
      await terway.attach(eni, instance);
      await terway.waitFor(eni, 'InUse');
    }
    const { NetworkInterfaceId: spare } = await terway.create({ addresses: 1 });
    await terway.waitFor(spare, 'Available');
    const attach = { NetworkInterfaceId: spare, InstanceId: instance };
    expect(await terway.client.refused('Ecs', 'AttachNetworkInterface', attach)).toMatchObject({
      status: 403,
      code: 'EniPerInstanceLimitExceeded',
    });
    expect((await terway.find(spare))?.Status).toBe('Available');
    await terway.delete(spare);
  });

  it('from another vSwitch when one is used up, and repeats the call with its token there', async () => {
    const { account, network, terway } = await begin({ cidrBlock: '192.168.0.0/28' });
    const full = { addresses: 10, tags };
    await terway.create(full);
    const token = crypto.randomUUID();
    const wanted = {
      VSwitchId: network.vSwitchId,
      SecurityGroupIds: [network.securityGroupId],
      SecondaryPrivateIpAddressCount: 9,
      ClientToken: token,
    };
    expect(await terway.client.refused('Ecs', 'CreateNetworkInterface', wanted)).toMatchObject({
      code: 'InvalidVSwitchId.IpNotEnough',
    });
    const other = await account.vSwitch(network, { zoneId: network.zoneId, cidrBlock: '192.168.1.0/24' });
    const made = await terway.client.ok('Ecs', 'CreateNetworkInterface', { ...wanted, VSwitchId: other });
    expect(made.VSwitchId).toBe(other);
  });

  it('and sees more interfaces than one page holds', async () => {
    const { account, network, terway } = await begin({ cidrBlock: '192.168.0.0/20' });
    const { accessKeyId } = account;
    await localyun.server.levers.seed({ accounts: [{ accessKeyId, quotas: { 'network-interfaces': 600 } }] });
    const made: string[] = [];
    while (made.length < 501) made.push((await account.createNetworkInterface(network)).NetworkInterfaceId);
    const listed = await terway.list({ VpcId: network.vpcId, Type: 'Secondary' });
    expect(new Set(listed.map((one) => one.NetworkInterfaceId))).toEqual(new Set(made));
    expect(listed).toHaveLength(501);
  });
});
