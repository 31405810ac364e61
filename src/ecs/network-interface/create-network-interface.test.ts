import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';

const localyun = startTestLocalyun();
const create = 'CreateNetworkInterface';

async function setUp() {
  const account = localyun.account();
  const network = await account.network();
  const minimal = {
    RegionId: network.regionId,
    VSwitchId: network.vSwitchId,
    SecurityGroupId: network.securityGroupId,
  };
  const idle = async () => {
    const { VSwitches } = await account.ok('Vpc', 'DescribeVSwitches', { RegionId: network.regionId });
    return VSwitches.VSwitch[0].AvailableIpAddressCount as number;
  };
  const count = async () => {
    const { TotalCount } = await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId: network.regionId });
    return TotalCount as number;
  };
  return { account, network, minimal, idle, count };
}

describe('what is made', () => {
  it('ENI-15 a minimal call makes an Available secondary interface', async () => {
    const { account, minimal } = await setUp();
    expect(await account.ok('Ecs', create, minimal)).toMatchObject({ Status: 'Available', Type: 'Secondary' });
  });

  it('ENI-16 the answer carries the complete interface', async () => {
    const { account, network, minimal } = await setUp();
    const made = await account.ok('Ecs', create, { ...minimal, Tag: [{ Key: 'k', Value: 'v' }] });
    expect(made).toMatchObject({
      NetworkInterfaceId: expect.stringMatching(/^eni-/),
      MacAddress: expect.any(String),
      VpcId: network.vpcId,
      VSwitchId: network.vSwitchId,
      ZoneId: network.zoneId,
      SecurityGroupIds: { SecurityGroupId: [network.securityGroupId] },
      Tags: { Tag: [{ TagKey: 'k', TagValue: 'v' }] },
      ResourceGroupId: '',
      OwnerId: account.accountId,
    });
    expect(made.PrivateIpSets.PrivateIpSet).toEqual([{ Primary: true, PrivateIpAddress: made.PrivateIpAddress }]);
  });

  it('ENI-17 ids are eni-, the region, lower-case letters and digits, and unique', async () => {
    const { account, minimal } = await setUp();
    const ids = new Set<string>();
    for (let n = 0; n < 20; n += 1) ids.add((await account.ok('Ecs', create, minimal)).NetworkInterfaceId);
    expect(ids.size).toBe(20);
    for (const id of ids) expect(id).toMatch(/^eni-bp1[0-9a-z]{17}$/);
  });

  it('ENI-18 MAC addresses are lower case, start 00:16:3e and are unique', async () => {
    const { account, minimal } = await setUp();
    const macs = new Set<string>();
    for (let n = 0; n < 20; n += 1) macs.add((await account.ok('Ecs', create, minimal)).MacAddress);
    expect(macs.size).toBe(20);
    for (const mac of macs) expect(mac).toMatch(/^00:16:3e(:[0-9a-f]{2}){3}$/);
  });

  it('ENI-19 zone and VPC are those of the vSwitch', async () => {
    const { account, network, minimal } = await setUp();
    const zoneId = 'cn-hangzhou-i';
    const other = await account.vSwitch(network, { zoneId, cidrBlock: '192.168.1.0/24' });
    const made = await account.ok('Ecs', create, { ...minimal, VSwitchId: other });
    expect(made).toMatchObject({ ZoneId: zoneId, VpcId: network.vpcId });
  });
});

describe('what is refused', () => {
  it('ENI-20 without VSwitchId', async () => {
    const { account, minimal } = await setUp();
    const refused = await account.refused('Ecs', create, { ...minimal, VSwitchId: undefined });
    expect(refused).toMatchObject({ status: 400, code: 'MissingParameter' });
    expect(refused.message).toContain('"VSwitchId"');
  });

  it('ENI-21 with no security group', async () => {
    const { account, minimal, count } = await setUp();
    const refused = await account.refused('Ecs', create, { ...minimal, SecurityGroupId: '' });
    expect(refused).toMatchObject({ status: 400, code: 'MissingParameter' });
    expect(await count()).toBe(0);
  });

  it('ENI-22 with SecurityGroupId and SecurityGroupIds.N', async () => {
    const { account, network, minimal } = await setUp();
    const both = { ...minimal, SecurityGroupIds: [network.securityGroupId] };
    expect(await account.refused('Ecs', create, both)).toMatchObject({
      status: 400,
      code: 'InvalidParameter.Conflict',
    });
  });

  it('ENI-23 an unknown vSwitch, with the id in the message', async () => {
    const { account, minimal } = await setUp();
    const refused = await account.refused('Ecs', create, { ...minimal, VSwitchId: 'vsw-unknown' });
    expect(refused).toMatchObject({ status: 404, code: 'InvalidVSwitchId.NotFound' });
    expect(refused.message).toContain('"vsw-unknown"');
  });

  it('ENI-24 an unknown security group', async () => {
    const { account, minimal } = await setUp();
    const refused = await account.refused('Ecs', create, { ...minimal, SecurityGroupId: 'sg-unknown' });
    expect(refused).toMatchObject({ status: 404, code: 'InvalidSecurityGroupId.NotFound' });
  });

  it('ENI-25 a security group of another VPC', async () => {
    const { account, minimal } = await setUp();
    const elsewhere = await account.network();
    const refused = await account.refused('Ecs', create, { ...minimal, SecurityGroupId: elsewhere.securityGroupId });
    expect(refused).toMatchObject({ status: 403, code: 'InvalidOperation.VpcMismatch' });
  });

  it('ENI-26 a security group of the classic network', async () => {
    const { account, network, minimal } = await setUp();
    const { SecurityGroupId } = await account.ok('Ecs', 'CreateSecurityGroup', { RegionId: network.regionId });
    const refused = await account.refused('Ecs', create, { ...minimal, SecurityGroupId });
    expect(refused).toMatchObject({ status: 403, code: 'InvalidSecurityGroupId.NotVpc' });
  });

  it('ENI-27 a sixth security group', async () => {
    const { account, network, minimal, count } = await setUp();
    const { regionId: RegionId, vpcId: VpcId } = network;
    const { SecurityGroupId: first, ...place } = minimal;
    const groups = [first];
    while (groups.length < 6) {
      groups.push((await account.ok('Ecs', 'CreateSecurityGroup', { RegionId, VpcId })).SecurityGroupId);
    }
    const refused = await account.refused('Ecs', create, { ...place, SecurityGroupIds: groups });
    expect(refused).toMatchObject({ status: 400, code: 'JoinedGroupLimitExceed' });
    expect(await count()).toBe(0);
    const five = groups.slice(0, 5).reverse();
    const made = await account.ok('Ecs', create, { ...place, SecurityGroupIds: five });
    expect(made.SecurityGroupIds.SecurityGroupId).toEqual(five);
  });

  it('ENI-28 basic and advanced security groups together', async () => {
    const { account, network, minimal, count } = await setUp();
    const { SecurityGroupId: basic, ...place } = minimal;
    const { SecurityGroupId: advanced } = await account.ok('Ecs', 'CreateSecurityGroup', {
      RegionId: network.regionId,
      VpcId: network.vpcId,
      SecurityGroupType: 'enterprise',
    });
    const mixed = { ...place, SecurityGroupIds: [basic, advanced] };
    expect(await account.refused('Ecs', create, mixed)).toMatchObject({
      status: 403,
      code: 'InvalidOperation.MultiGroupType',
    });
    expect(await count()).toBe(0);
    await account.ok('Ecs', create, { ...place, SecurityGroupIds: [advanced] });
  });

  it('ENI-51 a basic security group has room for 2000 private addresses', async () => {
    const account = localyun.account();
    const network = await account.network({ cidrBlock: '192.168.0.0/20' });
    const fifty = { SecondaryPrivateIpAddressCount: 49 };
    for (let made = 0; made < 40; made += 1) await account.createNetworkInterface(network, fifty);
    const { regionId: RegionId, securityGroupId: SecurityGroupId, vSwitchId: VSwitchId } = network;
    const { SecurityGroups } = await account.ok('Ecs', 'DescribeSecurityGroups', { RegionId, SecurityGroupId });
    expect(SecurityGroups.SecurityGroup[0]).toMatchObject({ EcsCount: 2000, AvailableInstanceAmount: 0 });
    expect(await account.refused('Ecs', create, { RegionId, SecurityGroupId, VSwitchId })).toMatchObject({
      status: 403,
      code: 'SecurityGroupInstanceLimitExceed',
    });
  });
});

describe('addresses', () => {
  it('ENI-29 an idle PrimaryIpAddress is honoured', async () => {
    const { account, minimal } = await setUp();
    const made = await account.ok('Ecs', create, { ...minimal, PrimaryIpAddress: '192.168.0.77' });
    expect(made.PrivateIpAddress).toBe('192.168.0.77');
  });

  it('ENI-30 an address outside the vSwitch', async () => {
    const { account, minimal, count } = await setUp();
    const refused = await account.refused('Ecs', create, { ...minimal, PrimaryIpAddress: '192.168.1.7' });
    expect(refused).toMatchObject({ status: 403, code: 'InvalidVSwitchId.IpInvalid' });
    expect(await count()).toBe(0);
  });

  it('ENI-31 the first and the last three addresses are never given out', async () => {
    const { account, network, minimal } = await setUp();
    for (const reserved of ['192.168.0.0', '192.168.0.253', '192.168.0.254', '192.168.0.255']) {
      const refused = await account.refused('Ecs', create, { ...minimal, PrimaryIpAddress: reserved });
      expect(refused).toMatchObject({ status: 403, code: 'InvalidVSwitchId.IpInvalid' });
    }
    const small = await account.vSwitch(network, { zoneId: network.zoneId, cidrBlock: '192.168.8.0/29' });
    const given = await account.ok('Ecs', create, {
      ...minimal,
      VSwitchId: small,
      SecondaryPrivateIpAddressCount: 3,
    });
    const addresses = given.PrivateIpSets.PrivateIpSet.map((set: { PrivateIpAddress: string }) => set.PrivateIpAddress);
    expect(addresses.sort()).toEqual(['192.168.8.1', '192.168.8.2', '192.168.8.3', '192.168.8.4']);
  });

  it('ENI-32 an address that is in use', async () => {
    const { account, minimal } = await setUp();
    await account.ok('Ecs', create, { ...minimal, PrimaryIpAddress: '192.168.0.9' });
    const refused = await account.refused('Ecs', create, { ...minimal, PrimaryIpAddress: '192.168.0.9' });
    expect(refused).toMatchObject({ status: 400, code: 'InvalidPrivateIpAddress.Duplicated' });
  });

  it('ENI-33 the same address twice in one request', async () => {
    const { account, minimal } = await setUp();
    const twice = [
      { ...minimal, PrimaryIpAddress: '192.168.0.9', PrivateIpAddress: ['192.168.0.9'] },
      { ...minimal, PrivateIpAddress: ['192.168.0.9', '192.168.0.9'] },
    ];
    for (const parameters of twice) {
      expect(await account.refused('Ecs', create, parameters)).toMatchObject({
        status: 403,
        code: 'InvalidIp.IpRepeated',
      });
    }
  });

  it('ENI-34 a list of secondary addresses and a count of them', async () => {
    const { account, minimal } = await setUp();
    const both = { ...minimal, PrivateIpAddress: ['192.168.0.9'], SecondaryPrivateIpAddressCount: 1 };
    expect(await account.refused('Ecs', create, both)).toMatchObject({
      status: 400,
      code: 'InvalidParameter.Conflict',
    });
  });

  it('ENI-35 a count of 3 gives four addresses, one of them primary', async () => {
    const { account, minimal, idle } = await setUp();
    const before = await idle();
    const made = await account.ok('Ecs', create, { ...minimal, SecondaryPrivateIpAddressCount: 3 });
    const sets = made.PrivateIpSets.PrivateIpSet as { Primary: boolean; PrivateIpAddress: string }[];
    expect(sets.map((set) => set.Primary)).toEqual([true, false, false, false]);
    expect(new Set(sets.map((set) => set.PrivateIpAddress)).size).toBe(4);
    expect(await idle()).toBe(before - 4);
  });

  it('ENI-36 a count of 50 or of 0', async () => {
    const { account, minimal } = await setUp();
    const many = await account.refused('Ecs', create, { ...minimal, SecondaryPrivateIpAddressCount: 50 });
    expect(many).toMatchObject({ status: 403, code: 'MaxEniPrivateIpsCountExceeded' });
    const none = await account.refused('Ecs', create, { ...minimal, SecondaryPrivateIpAddressCount: 0 });
    expect(none).toMatchObject({ status: 400, code: 'InvalidParameter' });
    expect((await account.ok('Ecs', create, { ...minimal, SecondaryPrivateIpAddressCount: 49 })).Status).toBe(
      'Available',
    );
  });

  it('ENI-37 a vSwitch with too few idle addresses gives none of them away', async () => {
    const { account, network, minimal, count } = await setUp();
    const small = await account.vSwitch(network, { zoneId: network.zoneId, cidrBlock: '192.168.8.0/29' });
    const inSmall = { ...minimal, VSwitchId: small };
    const refused = await account.refused('Ecs', create, { ...inSmall, SecondaryPrivateIpAddressCount: 4 });
    expect(refused).toMatchObject({ status: 403, code: 'InvalidVSwitchId.IpNotEnough' });
    expect(await count()).toBe(0);
    for (let n = 0; n < 4; n += 1) await account.ok('Ecs', create, inSmall);
    expect(await account.refused('Ecs', create, inSmall)).toMatchObject({ code: 'InvalidVSwitchId.IpNotEnough' });
    expect(await count()).toBe(4);
  });

  it('leaves the low addresses to those who write them down', async () => {
    const { account, minimal } = await setUp();
    for (let n = 0; n < 30; n += 1) {
      const { PrivateIpAddress } = await account.ok('Ecs', create, minimal);
      expect(Number(PrivateIpAddress.split('.')[3])).toBeGreaterThanOrEqual(63);
    }
  });
});

describe('ClientToken', () => {
  it('ENI-48 the same token and parameters make one interface', async () => {
    const { account, minimal, count } = await setUp();
    const first = await account.ok('Ecs', create, { ...minimal, ClientToken: 'once' });
    const second = await account.ok('Ecs', create, { ...minimal, ClientToken: 'once' });
    expect(second.NetworkInterfaceId).toBe(first.NetworkInterfaceId);
    expect(second.RequestId).not.toBe(first.RequestId);
    expect(await count()).toBe(1);
  });

  it('ENI-49 the same token with other parameters', async () => {
    const { account, minimal, count } = await setUp();
    await account.ok('Ecs', create, { ...minimal, ClientToken: 'once' });
    const refused = await account.refused('Ecs', create, { ...minimal, ClientToken: 'once', Description: 'other' });
    expect(refused).toMatchObject({ status: 400, code: 'IdempotentParameterMismatch' });
    expect(await count()).toBe(1);
  });

  it('ENI-50 the token of a failed call may succeed later', async () => {
    const { account, minimal } = await setUp();
    const held = await account.ok('Ecs', create, { ...minimal, PrimaryIpAddress: '192.168.0.9' });
    const again = { ...minimal, PrimaryIpAddress: '192.168.0.9', ClientToken: 'later' };
    expect(await account.refused('Ecs', create, again)).toMatchObject({ code: 'InvalidPrivateIpAddress.Duplicated' });
    const id = held.NetworkInterfaceId;
    await account.ok('Ecs', 'DeleteNetworkInterface', { RegionId: 'cn-hangzhou', NetworkInterfaceId: id });
    await localyun.advance(10_000);
    expect((await account.ok('Ecs', create, again)).PrivateIpAddress).toBe('192.168.0.9');
  });
});

describe('quotas and text', () => {
  it('ENI-41 one interface over the quota', async () => {
    const { account, minimal } = await setUp();
    await localyun.server.levers.seed({
      accounts: [{ accessKeyId: account.accessKeyId, quotas: { 'network-interfaces': 2 } }],
    });
    await account.ok('Ecs', create, minimal);
    await account.ok('Ecs', create, minimal);
    expect(await account.refused('Ecs', create, minimal)).toMatchObject({ status: 403, code: 'MaxEniCountExceeded' });
  });

  it('ENI-42 malformed, duplicate and too many tags', async () => {
    const { account, minimal, count } = await setUp();
    const tagged = (...Tag: object[]) => account.refused('Ecs', create, { ...minimal, Tag });
    expect(await tagged({ Key: 'a' }, { Key: 'a' })).toMatchObject({ status: 400, code: 'Duplicate.TagKey' });
    for (const Key of ['acs:x', 'aliyun', 'http://x', 'k'.repeat(129)]) {
      expect(await tagged({ Key })).toMatchObject({ status: 400, code: 'InvalidTagKey.Malformed' });
    }
    for (const Value of ['https://x', 'v'.repeat(129)]) {
      expect(await tagged({ Key: 'k', Value })).toMatchObject({ status: 400, code: 'InvalidTagValue.Malformed' });
    }
    const many = Array.from({ length: 21 }, (_, n) => ({ Key: `k${n}` }));
    expect(await tagged(...many)).toMatchObject({ status: 403, code: 'QuotaExceed.Tags' });
    expect(await count()).toBe(0);
  });

  it('ENI-44 names that are too short, too long or a URL', async () => {
    const { account, minimal, count } = await setUp();
    for (const NetworkInterfaceName of ['x', 'x'.repeat(129), 'http://name', '1st']) {
      const refused = await account.refused('Ecs', create, { ...minimal, NetworkInterfaceName });
      expect(refused).toMatchObject({ status: 403, code: 'InvalidParams.NetworkInterfaceName' });
    }
    expect(await count()).toBe(0);
  });

  it('ENI-45 queue numbers out of range', async () => {
    const { account, minimal } = await setUp();
    for (const QueueNumber of [0, 2049]) {
      const refused = await account.refused('Ecs', create, { ...minimal, QueueNumber });
      expect(refused).toMatchObject({ status: 403, code: 'InvalidParameter.InvalidEniQueueNumber' });
    }
  });

  it('ENI-47 traffic modes', async () => {
    const { account, network, minimal } = await setUp();
    const refused = await account.refused('Ecs', create, { ...minimal, NetworkInterfaceTrafficMode: 'Fast' });
    expect(refused).toMatchObject({ status: 400, code: 'InvalidParameter.EniTrafficMode' });
    const { NetworkInterfaceId } = await account.ok('Ecs', create, minimal);
    const read = await account.describeNetworkInterface(network, NetworkInterfaceId);
    expect(read?.NetworkInterfaceTrafficMode).toBe('Standard');
  });
});
