import { describe, expect, it } from 'vitest';
import { failNext } from '../../../test/support/fail-next.ts';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';

const localyun = startTestLocalyun();
const remove = 'DeleteNetworkInterface';
const long = 10_000;

async function setUp() {
  const account = localyun.account();
  const network = await account.network();
  const { NetworkInterfaceId: id } = await account.createNetworkInterface(network);
  const target: Parameters = { RegionId: network.regionId, NetworkInterfaceId: id };
  const status = async () => (await account.describeNetworkInterface(network, id))?.Status as string | undefined;
  const attach = async () => {
    const instanceId = await account.runInstance(network);
    await account.ok('Ecs', 'AttachNetworkInterface', { ...target, InstanceId: instanceId });
    return instanceId;
  };
  return { account, network, id, target, status, attach };
}

describe('accepted', () => {
  it('ENI-103 answers only a RequestId, and the interface is seen Deleting', async () => {
    const { account, target, status } = await setUp();
    const answer = await account.ok('Ecs', remove, target);
    expect(Object.keys(answer)).toEqual(['RequestId']);
    expect(await status()).toBe('Deleting');
  });

  it('ENI-104 is gone after the delay, in the list and by attribute', async () => {
    const { account, target, status } = await setUp();
    await account.ok('Ecs', remove, target);
    await localyun.advance(long);
    expect(await status()).toBeUndefined();
    const refused = await account.refused('Ecs', 'DescribeNetworkInterfaceAttribute', target);
    expect(refused).toMatchObject({ status: 404, code: 'InvalidEniId.NotFound' });
  });

  it('ENI-105 again while Deleting, and still one deletion', async () => {
    const { account, target, status } = await setUp();
    await account.ok('Ecs', remove, target);
    await account.ok('Ecs', remove, target);
    expect(await status()).toBe('Deleting');
    await localyun.advance(long);
    expect(await status()).toBeUndefined();
  });

  it('ENI-105 asking again does not put the end off', async () => {
    const { account, target, status } = await setUp();
    await account.ok('Ecs', remove, target);
    for (let n = 0; n < 3; n += 1) {
      await localyun.advance(300);
      await account.call('Ecs', remove, target);
    }
    expect(await status()).toBeUndefined();
  });

  it('ENI-112 issued during Detaching it succeeds once the interface is Available', async () => {
    const { account, target, status, attach } = await setUp();
    const InstanceId = await attach();
    await localyun.advance(long);
    await account.ok('Ecs', 'DetachNetworkInterface', { ...target, InstanceId });
    expect((await account.refused('Ecs', remove, target)).code).toBe('InvalidOperation.InvalidEniState');
    await localyun.advance(long);
    await account.ok('Ecs', remove, target);
    await localyun.advance(long);
    expect(await status()).toBeUndefined();
  });

  it('ENI-122 is over within 2 seconds, inside the 6 that clients wait', async () => {
    const { account, target, status } = await setUp();
    await account.ok('Ecs', remove, target);
    await localyun.advance(2_000);
    expect(await status()).toBeUndefined();
  });

  it('ENI-125 a deletion that sticks stays Deleting until it is asked for again', async () => {
    const { account, id, target, status } = await setUp();
    await failNext(localyun, 'delete', id, 'stick');
    await account.ok('Ecs', remove, target);
    await localyun.advance(24 * 60 * 60 * 1000);
    expect(await status()).toBe('Deleting');
    await account.ok('Ecs', remove, target);
    await localyun.advance(long);
    expect(await status()).toBeUndefined();
  });

  it('ENI-125 a deletion that fails leaves it Available, with its addresses and groups', async () => {
    const { account, id, target, network, status } = await setUp();
    const asked = { RegionId: network.regionId, NetworkInterfaceId: [id] };
    const described = async () =>
      (await account.ok('Ecs', 'DescribeNetworkInterfaces', asked)).NetworkInterfaceSets.NetworkInterfaceSet;
    const before = await described();
    await failNext(localyun, 'delete', id, 'fail');
    await account.ok('Ecs', remove, target);
    expect(await status()).toBe('Deleting');
    await localyun.advance(long);
    expect(await described()).toEqual(before);
    await account.ok('Ecs', remove, target);
    await localyun.advance(long);
    expect(await status()).toBeUndefined();
  });
});

describe('refused', () => {
  it('ENI-106 after it vanished', async () => {
    const { account, target } = await setUp();
    await account.ok('Ecs', remove, target);
    await localyun.advance(long);
    expect(await account.refused('Ecs', remove, target)).toMatchObject({ status: 404, code: 'InvalidEniId.NotFound' });
  });

  it('ENI-107 an id that never existed', async () => {
    const { account, target } = await setUp();
    const refused = await account.refused('Ecs', remove, { ...target, NetworkInterfaceId: 'eni-bp1never' });
    expect(refused).toMatchObject({ status: 404, code: 'InvalidEniId.NotFound' });
    expect(refused.message).toContain('"eni-bp1never"');
  });

  it('ENI-108 a missing or empty NetworkInterfaceId', async () => {
    const { account, target } = await setUp();
    for (const NetworkInterfaceId of [undefined, '']) {
      const refused = await account.refused('Ecs', remove, { ...target, NetworkInterfaceId });
      expect(refused).toMatchObject({ status: 400, code: 'MissingParameter' });
      expect(refused.message).toContain('"NetworkInterfaceId"');
    }
  });

  it('ENI-109 an id of another form', async () => {
    const { account, target } = await setUp();
    for (const NetworkInterfaceId of [
      'i-bp1abc',
      'eni',
      'eni-',
      'eni-a b',
      "eni-'; DROP TABLE vpc",
      `eni-${'x'.repeat(99)}`,
    ]) {
      const refused = await account.refused('Ecs', remove, { ...target, NetworkInterfaceId });
      expect(refused).toMatchObject({ status: 400, code: 'InvalidParams.EniId' });
    }
  });

  it('ENI-110 while InUse, and the interface is untouched', async () => {
    const { account, network, id, target, attach } = await setUp();
    await attach();
    await localyun.advance(long);
    const before = await account.describeNetworkInterface(network, id);
    const refused = await account.refused('Ecs', remove, target);
    expect(refused).toEqual({
      status: 400,
      code: 'InvalidOperation.InvalidEniState',
      message:
        'The operation is not allowed in the current ENI state. Expecting status is "Available" while current status is "InUse".',
    });
    expect(await account.describeNetworkInterface(network, id)).toEqual(before);
  });

  it('ENI-111 while Attaching and while Detaching', async () => {
    const { account, target, status, attach } = await setUp();
    const InstanceId = await attach();
    expect(await status()).toBe('Attaching');
    expect((await account.refused('Ecs', remove, target)).message).toContain('"Attaching"');
    await localyun.advance(long);
    await account.ok('Ecs', 'DetachNetworkInterface', { ...target, InstanceId });
    const refused = await account.refused('Ecs', remove, target);
    expect(refused).toMatchObject({ status: 400, code: 'InvalidOperation.InvalidEniState' });
    expect(refused.message).toContain('"Detaching"');
  });

  it('ENI-113 a primary interface, by its type and never by its state', async () => {
    const { account, network } = await setUp();
    const InstanceId = await account.runInstance(network);
    const { NetworkInterfaceSets } = await account.ok('Ecs', 'DescribeNetworkInterfaces', {
      RegionId: network.regionId,
      InstanceId,
    });
    const [primary] = NetworkInterfaceSets.NetworkInterfaceSet;
    const refused = await account.refused('Ecs', remove, {
      RegionId: network.regionId,
      NetworkInterfaceId: primary.NetworkInterfaceId,
    });
    expect(refused).toMatchObject({ status: 403, code: 'InvalidOperation.InvalidEniType' });
  });

  it('ENI-114 a service-managed interface, even an Available one', async () => {
    const { account, id, target, status } = await setUp();
    await localyun.server.levers.fixNetworkInterface(id, { serviceId: 4711 });
    const refused = await account.refused('Ecs', remove, target);
    expect(refused).toMatchObject({ status: 403, code: 'InvalidOperation.EniServiceManaged' });
    expect(await status()).toBe('Available');
  });

  it('ENI-115 an interface that others are bonded to', async () => {
    const { account, id, target } = await setUp();
    await localyun.server.levers.fixNetworkInterface(id, { slaveCount: 1 });
    const refused = await account.refused('Ecs', remove, target);
    expect(refused).toMatchObject({ status: 400, code: 'InvalidOperation.HasSlaveEniBonded' });
  });

  it('ENI-116 from another region, and the interface is untouched', async () => {
    const { account, target, status } = await setUp();
    const refused = await account.refused('Ecs', remove, { ...target, RegionId: 'cn-beijing' });
    expect(refused).toMatchObject({ status: 404, code: 'InvalidEniId.NotFound' });
    expect(await status()).toBe('Available');
  });

  it('ENI-117 format before existence, existence before management, type and state', async () => {
    const { account, network, id, target, attach } = await setUp();
    const stranger = localyun.account();
    const malformed = await account.refused('Ecs', remove, { ...target, NetworkInterfaceId: 'x' });
    expect(malformed.code).toBe('InvalidParams.EniId');
    await attach();
    await localyun.server.levers.fixNetworkInterface(id, { serviceId: 1 });
    expect((await stranger.refused('Ecs', remove, target)).code).toBe('InvalidEniId.NotFound');
    // Managed and in the wrong state: management is looked at first.
    expect((await account.refused('Ecs', remove, target)).code).toBe('InvalidOperation.EniServiceManaged');
    await localyun.server.levers.fixNetworkInterface(id, { serviceId: null });
    expect((await account.refused('Ecs', remove, target)).code).toBe('InvalidOperation.InvalidEniState');
    expect(network.regionId).toBe(target.RegionId);
  });

  it('ENI-124 none of the codes that belong to other operations', async () => {
    const { account, target, attach } = await setUp();
    const impossible = new Set([
      'InvalidInstanceID.Malformed',
      'InvalidEcsId.NotFound',
      'InvalidVSwitchId.NotFound',
      'InvalidSecurityGroupId.NotFound',
      'MaxEniCountExceeded',
      'EniPerInstanceLimitExceeded',
      'InvalidOperation.AvailabilityZoneMismatch',
      'InvalidOperation.VpcMismatch',
      'SecurityGroupInstanceLimitExceed',
      'InvalidSecurityGroupId.NotVpc',
    ]);
    await attach();
    const extra = {
      InstanceId: 'nonsense',
      VSwitchId: 'vsw-none',
      SecurityGroupId: 'sg-none',
      TrunkNetworkInstanceId: 'x',
    };
    for (const parameters of [
      target,
      { ...target, ...extra },
      { ...extra },
      { ...target, NetworkInterfaceId: 'i-1' },
    ]) {
      expect(impossible).not.toContain((await account.refused('Ecs', remove, parameters)).code);
    }
  });
});

describe('what is released', () => {
  it('ENI-118 every address, and the count of idle ones is as before', async () => {
    const { account, network } = await setUp();
    const idle = async () => {
      const { VSwitches } = await account.ok('Vpc', 'DescribeVSwitches', { VSwitchId: network.vSwitchId });
      return VSwitches.VSwitch[0].AvailableIpAddressCount as number;
    };
    const before = await idle();
    const wanted = { PrimaryIpAddress: '192.168.0.5', PrivateIpAddress: ['192.168.0.6', '192.168.0.7'] };
    const made = await account.createNetworkInterface(network, wanted);
    expect(await idle()).toBe(before - 3);
    await account.ok('Ecs', remove, { RegionId: network.regionId, NetworkInterfaceId: made.NetworkInterfaceId });
    expect(await idle()).toBe(before - 3);
    await localyun.advance(long);
    expect(await idle()).toBe(before);
    expect((await account.createNetworkInterface(network, wanted)).PrivateIpAddress).toBe('192.168.0.5');
  });

  it('ENI-119 its places in security groups: the group can be deleted now', async () => {
    const { account, network, target } = await setUp();
    const group = { RegionId: network.regionId, SecurityGroupId: network.securityGroupId };
    expect((await account.refused('Ecs', 'DeleteSecurityGroup', group)).code).toBe('DependencyViolation');
    await account.ok('Ecs', remove, target);
    expect((await account.refused('Ecs', 'DeleteSecurityGroup', group)).code).toBe('DependencyViolation');
    await localyun.advance(long);
    await account.ok('Ecs', 'DeleteSecurityGroup', group);
  });

  it('ENI-119 the capacity of its security groups', async () => {
    const { account, network, target } = await setUp();
    await localyun.server.levers.seed({
      accounts: [{ accessKeyId: account.accessKeyId, quotas: { 'private-addresses-per-basic-security-group': 1 } }],
    });
    const create = { ...network, RegionId: network.regionId, VSwitchId: network.vSwitchId };
    const another = {
      RegionId: create.RegionId,
      VSwitchId: create.VSwitchId,
      SecurityGroupId: network.securityGroupId,
    };
    const refused = await account.refused('Ecs', 'CreateNetworkInterface', another);
    expect(refused).toMatchObject({ status: 403, code: 'SecurityGroupInstanceLimitExceed' });
    await account.ok('Ecs', remove, target);
    await localyun.advance(long);
    await account.ok('Ecs', 'CreateNetworkInterface', another);
  });

  it('ENI-120 its tags, and its place in the quota', async () => {
    const { account, network, id, target } = await setUp();
    const tagged = { RegionId: network.regionId, ResourceType: 'eni', ResourceId: [id] };
    await account.ok('Ecs', 'TagResources', { ...tagged, Tag: [{ Key: 'k', Value: 'v' }] });
    await localyun.server.levers.seed({
      accounts: [{ accessKeyId: account.accessKeyId, quotas: { 'network-interfaces': 1 } }],
    });
    await account.ok('Ecs', remove, target);
    await localyun.advance(long);
    expect((await account.ok('Ecs', 'ListTagResources', tagged)).TagResources.TagResource).toEqual([]);
    expect((await account.createNetworkInterface(network)).Status).toBe('Available');
  });

  it('ENI-123 a list by tag during the deletion shows the whole interface or nothing', async () => {
    const { account, network } = await setUp();
    const Tag = [{ Key: 'life', Value: 'short' }];
    const { NetworkInterfaceId } = await account.createNetworkInterface(network, { Tag });
    await account.ok('Ecs', remove, { RegionId: network.regionId, NetworkInterfaceId });
    const list = () => account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId: network.regionId, Tag });
    for (let step = 0; step < 6; step += 1) {
      const answers = await Promise.all([list(), localyun.advance(200), list()]);
      for (const answer of [answers[0], answers[2]]) {
        for (const item of answer?.NetworkInterfaceSets.NetworkInterfaceSet ?? []) {
          expect(item).toMatchObject({ Status: 'Deleting', VSwitchId: network.vSwitchId, Tags: { Tag: [{}] } });
          expect(item.PrivateIpSets.PrivateIpSet).toHaveLength(1);
          expect(item.SecurityGroupIds.SecurityGroupId).toHaveLength(1);
        }
      }
    }
    expect((await list()).TotalCount).toBe(0);
  });
});
