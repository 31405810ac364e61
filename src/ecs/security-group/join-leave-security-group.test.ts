import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';
import type { TestAccount, TestNetwork } from '../../../test/support/test-account.ts';

const localyun = startTestLocalyun();
const join = 'JoinSecurityGroup';
const leave = 'LeaveSecurityGroup';
const long = 10_000;
const noGroup = 'sg-bp1aaaaaaaaaaaaaaaaa';

async function group(account: TestAccount, { regionId, vpcId }: TestNetwork, more: Parameters = {}): Promise<string> {
  const made = await account.ok('Ecs', 'CreateSecurityGroup', { RegionId: regionId, VpcId: vpcId, ...more });
  return made.SecurityGroupId;
}

/** How many private addresses a group is charged for. */
async function charged(account: TestAccount, { regionId }: TestNetwork, id: string): Promise<number> {
  const answer = await account.ok('Ecs', 'DescribeSecurityGroups', { RegionId: regionId, SecurityGroupId: id });
  return answer.SecurityGroups.SecurityGroup[0].EcsCount;
}

async function setUpInterface(overrides: Parameters = {}) {
  const account = localyun.account();
  const network = await account.network();
  const { NetworkInterfaceId: id } = await account.createNetworkInterface(network, overrides);
  const target: Parameters = { RegionId: network.regionId, NetworkInterfaceId: id };
  return {
    account,
    network,
    id: id as string,
    target,
    groups: async () =>
      (await account.describeNetworkInterface(network, id))?.SecurityGroupIds.SecurityGroupId as readonly string[],
    ok: (action: string, SecurityGroupId: string) => account.ok('Ecs', action, { ...target, SecurityGroupId }),
    refused: (action: string, SecurityGroupId: string, more: Parameters = {}) =>
      account.refused('Ecs', action, { ...target, SecurityGroupId, ...more }),
  };
}

async function setUpInstance() {
  const account = localyun.account();
  const network = await account.network();
  const instanceId = await account.runInstance(network);
  return {
    account,
    network,
    instanceId,
    groups: async () => {
      const InstanceIds = JSON.stringify([instanceId]);
      const answer = await account.ok('Ecs', 'DescribeInstances', { RegionId: network.regionId, InstanceIds });
      return answer.Instances.Instance[0].SecurityGroupIds.SecurityGroupId as readonly string[];
    },
    // The region is optional for instances.
    ok: (action: string, SecurityGroupId: string) =>
      account.ok('Ecs', action, { InstanceId: instanceId, SecurityGroupId }),
    refused: (action: string, SecurityGroupId: string, more: Parameters = {}) =>
      account.refused('Ecs', action, { InstanceId: instanceId, SecurityGroupId, ...more }),
  };
}

describe('JoinSecurityGroup and LeaveSecurityGroup of a network interface', () => {
  it('join after the groups it is in, leave, and charge the group for all its addresses', async () => {
    const { account, network, groups, ok } = await setUpInterface({ SecondaryPrivateIpAddressCount: 2 });
    const first = network.securityGroupId;
    const [second, third] = [await group(account, network), await group(account, network)];
    expect(Object.keys(await ok(join, second))).toEqual(['RequestId']);
    await ok(join, third);
    expect(await groups()).toEqual([first, second, third]);
    expect(await charged(account, network, second)).toBe(3);
    expect(Object.keys(await ok(leave, second))).toEqual(['RequestId']);
    expect(await groups()).toEqual([first, third]);
    expect(await charged(account, network, second)).toBe(0);
    await ok(join, second);
    expect(await groups()).toEqual([first, third, second]);
  });

  it('joining a group it is in already changes nothing', async () => {
    const { account, network, groups, ok } = await setUpInterface();
    await ok(join, network.securityGroupId);
    expect(await groups()).toEqual([network.securityGroupId]);
    expect(await charged(account, network, network.securityGroupId)).toBe(1);
  });

  it('ENI-147 both ids, neither, and no region', async () => {
    const { account, network, id, refused } = await setUpInterface();
    for (const action of [join, leave]) {
      expect(await refused(action, network.securityGroupId, { InstanceId: 'i-bp1aaaaaaaaaaaaaaaaa' })).toMatchObject({
        status: 403,
        code: 'InvalidParam.EniIdAndInstanceId.Conflict',
      });
      const SecurityGroupId = network.securityGroupId;
      expect(await account.refused('Ecs', action, { NetworkInterfaceId: id, SecurityGroupId })).toMatchObject({
        status: 400,
        code: 'MissingParameter.RegionId',
      });
      const neither = await account.refused('Ecs', action, { RegionId: network.regionId, SecurityGroupId });
      expect(neither).toMatchObject({ status: 400, code: 'MissingParameter' });
      expect(neither.message).toContain('InstanceId');
      expect((await account.refused('Ecs', action, { RegionId: network.regionId })).code).toBe('MissingParameter');
    }
  });

  it('ENI-148 the last group, and a group it is not in', async () => {
    const { account, network, groups, refused } = await setUpInterface();
    expect(await refused(leave, network.securityGroupId)).toMatchObject({
      status: 403,
      code: 'InvalidOperation.AtLeastInOneGroup',
    });
    expect(await refused(leave, await group(account, network))).toMatchObject({
      status: 400,
      code: 'InvalidSecurityGroupAssociation.NotFound',
    });
    expect(await groups()).toEqual([network.securityGroupId]);
  });

  it('what is not there, and what is no id', async () => {
    const { account, network, refused } = await setUpInterface();
    const stranger = localyun.account();
    const foreign = (await stranger.network()).securityGroupId;
    for (const action of [join, leave]) {
      const one = network.securityGroupId;
      expect(await refused(action, noGroup)).toMatchObject({ status: 404, code: 'InvalidSecurityGroupId.NotFound' });
      expect((await refused(action, foreign)).code).toBe('InvalidSecurityGroupId.NotFound');
      expect((await refused(action, 'sg bad')).code).toBe('InvalidSecurityGroupId.Malformed');
      expect(await refused(action, one, { NetworkInterfaceId: 'eni-bp1aaaaaaaaaaaaaaaaa' })).toMatchObject({
        status: 404,
        code: 'InvalidEniId.NotFound',
      });
      expect(await refused(action, one, { NetworkInterfaceId: 'nic-1' })).toMatchObject({
        status: 403,
        code: 'InvalidParam.Malformed',
      });
      expect((await refused(action, one, { RegionId: 'cn-beijing' })).code).toBe('InvalidEniId.NotFound');
      expect(await account.refused('Ecs', action, { InstanceId: 'x', SecurityGroupId: one })).toMatchObject({
        status: 400,
        code: 'InvalidInstanceId.Malformed',
      });
    }
  });

  it('a group of another VPC or of the classic network', async () => {
    const { account, network, refused } = await setUpInterface();
    const other = (await account.network()).securityGroupId;
    const { SecurityGroupId: classic } = await account.ok('Ecs', 'CreateSecurityGroup', { RegionId: network.regionId });
    const mismatch = { status: 403, code: 'InvalidOperation.VpcMismatch' };
    expect(await refused(join, other)).toMatchObject(mismatch);
    expect(await refused(join, classic)).toMatchObject(mismatch);
  });

  it('ENI-27 a sixth group, and ENI-28 a group of the other kind', async () => {
    const { account, network, ok, refused } = await setUpInterface();
    const advanced = await group(account, network, { SecurityGroupType: 'enterprise' });
    expect(await refused(join, advanced)).toMatchObject({ status: 403, code: 'InvalidOperation.MultiGroupType' });
    for (let count = 1; count < 5; count += 1) await ok(join, await group(account, network));
    expect(await refused(join, await group(account, network))).toMatchObject({
      status: 403,
      code: 'InstanceSecurityGroupLimitExceeded',
    });
  });

  it('ENI-51 a group without room for all its addresses', async () => {
    const { account, network, ok, refused, groups } = await setUpInterface({ SecondaryPrivateIpAddressCount: 1 });
    const small = await group(account, network);
    const quotas = { 'private-addresses-per-basic-security-group': 1 };
    await localyun.server.levers.seed({ accounts: [{ accessKeyId: account.accessKeyId, quotas }] });
    expect(await refused(join, small)).toMatchObject({ status: 403, code: 'SecurityGroupInstanceLimitExceeded' });
    expect(await groups()).toEqual([network.securityGroupId]);
    const enough = { 'private-addresses-per-basic-security-group': 2 };
    await localyun.server.levers.seed({ accounts: [{ accessKeyId: account.accessKeyId, quotas: enough }] });
    await ok(join, small);
  });

  it('groups with more rules together than one interface may have', async () => {
    const { account, network, refused } = await setUpInterface();
    const second = await group(account, network);
    for (const SecurityGroupId of [network.securityGroupId, second]) {
      await account.ok('Ecs', 'AuthorizeSecurityGroup', {
        RegionId: network.regionId,
        SecurityGroupId,
        IpProtocol: 'TCP',
        PortRange: '80/80',
        SourceCidrIp: '10.0.0.0/8',
      });
    }
    const quotas = { 'rules-per-network-interface': 1 };
    await localyun.server.levers.seed({ accounts: [{ accessKeyId: account.accessKeyId, quotas }] });
    expect(await refused(join, second)).toMatchObject({ status: 403, code: 'AclLimitExceed' });
  });

  it('an interface that is a primary one, managed by a service, or on its way', async () => {
    const { account, network, id, target, refused } = await setUpInterface();
    const other = await group(account, network);
    const instanceId = await account.runInstance(network);
    const { NetworkInterfaceSets } = await account.ok('Ecs', 'DescribeNetworkInterfaces', {
      RegionId: network.regionId,
      Type: 'Primary',
    });
    const primary = NetworkInterfaceSets.NetworkInterfaceSet[0].NetworkInterfaceId;
    for (const action of [join, leave]) {
      expect(await refused(action, other, { NetworkInterfaceId: primary })).toMatchObject({
        status: 403,
        code: 'InvalidOperation.InvalidEniType',
      });
      await localyun.server.levers.fixNetworkInterface(id, { serviceId: 4711 });
      expect(await refused(action, other)).toMatchObject({ status: 403, code: 'InvalidOperation.EniServiceManaged' });
      await localyun.server.levers.fixNetworkInterface(id, { serviceId: null });
    }
    await account.ok('Ecs', 'AttachNetworkInterface', { ...target, InstanceId: instanceId });
    for (const action of [join, leave]) {
      expect(await refused(action, other)).toMatchObject({ status: 400, code: 'InvalidOperation.InvalidEniState' });
    }
  });
});

describe('JoinSecurityGroup and LeaveSecurityGroup of an instance', () => {
  it('ENI-149 move its primary interface, while secondary ones stay', async () => {
    const { account, network, instanceId, groups, ok } = await setUpInstance();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    const target = { RegionId: network.regionId, NetworkInterfaceId, InstanceId: instanceId };
    await account.ok('Ecs', 'AttachNetworkInterface', target);
    await localyun.advance(long);
    const second = await group(account, network);
    await ok(join, second);
    expect(await groups()).toEqual([network.securityGroupId, second]);
    await ok(leave, network.securityGroupId);
    expect(await groups()).toEqual([second]);
    expect(await charged(account, network, second)).toBe(1);
    expect(
      (await account.describeNetworkInterface(network, NetworkInterfaceId))?.SecurityGroupIds.SecurityGroupId,
    ).toEqual([network.securityGroupId]);
  });

  it('codes of their own: joined twice, the last one, not in it, another VPC, too many, none there', async () => {
    const { account, network, ok, refused } = await setUpInstance();
    const one = network.securityGroupId;
    expect(await refused(join, one)).toMatchObject({ status: 403, code: 'InvalidInstanceId.AlreadyExists' });
    expect(await refused(leave, one)).toMatchObject({ status: 403, code: 'InstanceLastSecurityGroup' });
    const other = (await account.network()).securityGroupId;
    expect(await refused(join, other)).toMatchObject({ status: 400, code: 'InvalidInstanceId.Mismatch' });
    expect(await refused(leave, other)).toMatchObject({
      status: 400,
      code: 'InvalidSecurityGroupAssociation.NotFound',
    });
    for (let count = 1; count < 5; count += 1) await ok(join, await group(account, network));
    expect(await refused(join, await group(account, network))).toMatchObject({
      status: 400,
      code: 'InstanceSecurityGroupLimitExceeded',
    });
    for (const action of [join, leave]) {
      expect(await refused(action, one, { InstanceId: 'i-bp1aaaaaaaaaaaaaaaaa' })).toMatchObject({
        status: 404,
        code: 'InvalidInstanceId.NotFound',
      });
      expect(await refused(action, one, { RegionId: 'cn-beijing' })).toMatchObject({
        code: 'InvalidInstanceId.NotFound',
      });
    }
  });

  it('an instance that is neither Running nor Stopped', async () => {
    const { account, network, instanceId, groups, ok, refused } = await setUpInstance();
    const second = await group(account, network);
    await account.ok('Ecs', 'StopInstance', { InstanceId: instanceId });
    for (const action of [join, leave]) {
      expect(await refused(action, second)).toMatchObject({ status: 403, code: 'IncorrectInstanceStatus' });
    }
    await localyun.advance(long);
    await ok(join, second);
    expect(await groups()).toEqual([network.securityGroupId, second]);
  });
});
