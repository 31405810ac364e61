import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Parameters } from '../../../test/support/signed-client.ts';

const localyun = startTestLocalyun();
const modify = 'ModifyInstanceAttribute';
const long = 10_000;

async function setUp(overrides: Parameters = {}) {
  const account = localyun.account();
  const network = await account.network();
  const { regionId: RegionId } = network;
  const InstanceId = await account.runInstance(network, overrides);
  const primary = async () => {
    const answer = await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId, InstanceId, Type: 'Primary' });
    return answer.NetworkInterfaceSets.NetworkInterfaceSet[0];
  };
  return {
    account,
    network,
    RegionId,
    InstanceId,
    primary,
    item: async () => {
      const answer = await account.ok('Ecs', 'DescribeInstances', {
        RegionId,
        InstanceIds: JSON.stringify([InstanceId]),
      });
      return answer.Instances.Instance[0];
    },
    stop: async () => {
      await account.ok('Ecs', 'StopInstance', { InstanceId });
      await localyun.advance(long);
    },
    group: async (more: Parameters = {}): Promise<string> => {
      const made = await account.ok('Ecs', 'CreateSecurityGroup', { RegionId, VpcId: network.vpcId, ...more });
      return made.SecurityGroupId;
    },
    // RegionId is no parameter of this operation.
    ok: (changes: Parameters) => account.ok('Ecs', modify, { InstanceId, ...changes }),
    refused: (changes: Parameters) => account.refused('Ecs', modify, { InstanceId, ...changes }),
  };
}

describe('ModifyInstanceAttribute', () => {
  it('with no optional field changes nothing', async () => {
    const { item, ok } = await setUp();
    const before = await item();
    expect(Object.keys(await ok({}))).toEqual(['RequestId']);
    expect(await item()).toEqual(before);
  });

  it('changes what DescribeInstances answers', async () => {
    const { item, ok } = await setUp();
    await ok({
      InstanceName: 'after',
      Description: 'changed',
      HostName: 'host.after',
      DeletionProtection: true,
      Password: 'Secret-123',
      PrivateDnsNameOptions: { HostnameType: 'IpBased', EnableIpDnsARecord: true },
      EnableJumboFrame: true,
    });
    expect(await item()).toMatchObject({
      InstanceName: 'after',
      Description: 'changed',
      HostName: 'host.after',
      DeletionProtection: true,
      PrivateDnsNameOptions: { HostnameType: 'IpBased', EnableIpDnsARecord: true },
    });
    await ok({ Description: '', PrivateDnsNameOptions: { EnableIpDnsARecord: false }, Recyclable: false });
    expect(await item()).toMatchObject({
      InstanceName: 'after',
      Description: '',
      PrivateDnsNameOptions: { HostnameType: 'IpBased', EnableIpDnsARecord: false },
    });
  });

  it('DeletionProtection is held to, until it is switched off', async () => {
    const { account, InstanceId, ok } = await setUp();
    await ok({ DeletionProtection: true });
    const target = { InstanceId, Force: true };
    expect((await account.refused('Ecs', 'DeleteInstance', target)).code).toBe('InvalidOperation.DeletionProtection');
    await ok({ DeletionProtection: false });
    await account.ok('Ecs', 'DeleteInstance', target);
  });

  it.each([
    [{ InstanceName: 'x' }, 400, 'InvalidInstanceName.Malformed'],
    [{ InstanceName: 'http://name' }, 400, 'InvalidInstanceName.Malformed'],
    [{ Description: 'd' }, 400, 'InvalidDescription.Malformed'],
    [{ HostName: '-host' }, 400, 'InvalidHostName.Malformed'],
    [{ Password: 'secret' }, 400, 'InvalidPassword.Malformed'],
    [{ UserData: Buffer.alloc(32 * 1024 + 1).toString('base64') }, 400, 'InvalidUserData.SizeExceeded'],
    [{ UserData: '!'.repeat(32 * 1024 + 1) }, 400, 'InvalidUserData.SizeExceeded'],
    [{ CreditSpecification: 'Endless' }, 400, 'InvalidParameter.CreditSpecification'],
    [{ CreditSpecification: 'Unlimited' }, 400, 'InvalidParameter.CreditSpecification'],
    [{ NetworkInterfaceQueueNumber: 0 }, 403, 'InvalidParameter.InvalidEniQueueNumber'],
    [{ NetworkInterfaceQueueNumber: 2049 }, 403, 'InvalidParameter.InvalidEniQueueNumber'],
    [{ Recyclable: true }, 400, 'InvalidParameter.RecycleBin'],
    [{ CpuOptions: { Core: 0 } }, 400, 'InvalidParameter'],
    [{ CpuOptions: { ThreadsPerCore: 3 } }, 400, 'InvalidParameter'],
    [{ CpuOptions: { TopologyType: 'Ring' } }, 400, 'InvalidParameter'],
    [{ CpuOptions: { NestedVirtualization: 'yes' } }, 400, 'InvalidParameter'],
    [{ PrivateDnsNameOptions: { HostnameType: 'Random' } }, 400, 'InvalidParameter'],
    [{ InstanceId: 'i-bp1aaaaaaaaaaaaaaaaa' }, 404, 'InvalidInstanceId.NotFound'],
    [{ InstanceId: '' }, 400, 'MissingParameter'],
  ])('refuses %j with %i %s and changes nothing', async (changes, status, code) => {
    const { item, refused } = await setUp();
    const before = await item();
    expect(await refused({ DeletionProtection: true, ...changes })).toMatchObject({ status, code });
    expect(await item()).toEqual(before);
  });

  it('user data up to 32 KiB, as Base64 or not', async () => {
    const { ok } = await setUp();
    await ok({ UserData: Buffer.alloc(32 * 1024).toString('base64') });
    await ok({ UserData: '#!/bin/sh' });
    await ok({ UserData: '' });
  });

  it('an instance of another account or region', async () => {
    const { account, InstanceId } = await setUp();
    const target = { InstanceId, Description: 'mine' };
    expect((await localyun.account().refused('Ecs', modify, target)).code).toBe('InvalidInstanceId.NotFound');
    const elsewhere = { ...target, RegionId: 'cn-beijing' };
    expect((await account.refused('Ecs', modify, elsewhere)).code).toBe('InvalidInstanceId.NotFound');
  });

  it('host names and passwords as the operating system takes them', async () => {
    const { ok, refused } = await setUp({ ImageId: 'win2022_21H2_x64_dtc_en-us_40G_alibase_20231115.vhd' });
    await ok({ HostName: 'windows-15-long' });
    expect((await refused({ HostName: 'host.with.dots' })).code).toBe('InvalidHostName.Malformed');
    expect((await refused({ Password: '/Secret-123' })).code).toBe('InvalidPassword.Malformed');
  });

  it('the mode of burstable instances', async () => {
    const { item, ok } = await setUp({ InstanceType: 'ecs.t6-c1m4.xlarge' });
    expect((await item()).CreditSpecification).toBe('Standard');
    await ok({ CreditSpecification: 'Unlimited' });
    expect((await item()).CreditSpecification).toBe('Unlimited');
  });

  it('what needs an instance at rest, or a stopped one', async () => {
    const { account, InstanceId, item, ok, refused, group, stop } = await setUp({ InstanceType: 'ecs.t6-c1m4.xlarge' });
    const cpuOptions = { CpuOptions: { TopologyType: 'DiscreteCoreToHTMapping' } };
    const stopped = await refused(cpuOptions);
    expect(stopped).toMatchObject({ status: 403, code: 'IncorrectInstanceStatus' });
    expect(stopped.message).toContain('"Stopped"');
    await account.ok('Ecs', 'RebootInstance', { InstanceId });
    const SecurityGroupIds = [await group()];
    for (const changes of [
      { HostName: 'host' },
      { Password: 'Secret-123' },
      { SecurityGroupIds },
      { EnableJumboFrame: true },
    ]) {
      expect(await refused(changes)).toMatchObject({ status: 403, code: 'IncorrectInstanceStatus' });
    }
    expect(await refused({ CreditSpecification: 'Unlimited' })).toMatchObject({
      status: 400,
      code: 'InvalidInstanceStatus.CreditSpecRestricted',
    });
    await ok({ InstanceName: 'meanwhile' });
    await localyun.advance(long);
    await stop();
    await ok(cpuOptions);
    expect((await item()).CpuOptions.TopologyType).toBe('DiscreteCoreToHTMapping');
  });
});

describe('ModifyInstanceAttribute and the primary network interface', () => {
  it('ENI-149 SecurityGroupIds moves the groups of the primary interface, secondary ones stay', async () => {
    const { account, network, RegionId, InstanceId, primary, item, ok, group } = await setUp();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    await account.ok('Ecs', 'AttachNetworkInterface', { RegionId, NetworkInterfaceId, InstanceId });
    await localyun.advance(long);
    const groups = [await group(), await group()];
    await ok({ SecurityGroupIds: groups });
    expect((await primary()).SecurityGroupIds.SecurityGroupId).toEqual(groups);
    expect((await item()).SecurityGroupIds.SecurityGroupId).toEqual(groups);
    const secondary = await account.describeNetworkInterface(network, NetworkInterfaceId);
    expect(secondary?.SecurityGroupIds.SecurityGroupId).toEqual([network.securityGroupId]);
    const counted = await account.ok('Ecs', 'DescribeSecurityGroups', { RegionId, SecurityGroupId: groups[0] });
    expect(counted.SecurityGroups.SecurityGroup[0].EcsCount).toBe(1);
  });

  it('SecurityGroupIds that cannot be', async () => {
    const { account, network, RegionId, refused, primary, group } = await setUp();
    const one = network.securityGroupId;
    const other = (await account.network()).securityGroupId;
    const advanced = await group({ SecurityGroupType: 'enterprise' });
    const six = [one, await group(), await group(), await group(), await group(), await group()];
    const wrong: readonly [readonly string[], number, string][] = [
      [['sg-bp1aaaaaaaaaaaaaaaaa'], 404, 'InvalidSecurityGroupId.NotFound'],
      [[one, one], 404, 'InvalidParameter.SecurityGroupIdRepeated'],
      [[one, other], 403, 'InvalidOperation.VpcMismatch'],
      [[one, advanced], 403, 'InvalidOperation.MultiGroupType'],
      [six, 400, 'JoinedGroupLimitExceed'],
    ];
    for (const [SecurityGroupIds, status, code] of wrong) {
      expect(await refused({ SecurityGroupIds, InstanceName: 'not-this' })).toMatchObject({ status, code });
    }
    const quotas = { 'private-addresses-per-advanced-security-group': 0 };
    await localyun.server.levers.seed({ accounts: [{ accessKeyId: account.accessKeyId, quotas }] });
    expect(await refused({ SecurityGroupIds: [advanced] })).toMatchObject({
      status: 403,
      code: 'SecurityGroupInstanceLimitExceed',
    });
    expect((await primary()).SecurityGroupIds.SecurityGroupId).toEqual([one]);
    const named = await account.ok('Ecs', 'DescribeInstances', { RegionId, InstanceName: 'not-this' });
    expect(named.TotalCount).toBe(0);
  });

  it('NetworkInterfaceQueueNumber sets its queues while the instance is stopped, and -1 resets them', async () => {
    const { primary, ok, refused, stop } = await setUp({ InstanceType: 'ecs.gn6i-c4g1.xlarge' });
    const running = await refused({ NetworkInterfaceQueueNumber: 1 });
    expect(running).toMatchObject({ status: 400, code: 'InvalidOperation.InvalidEcsState' });
    await stop();
    await ok({ NetworkInterfaceQueueNumber: 1 });
    expect((await primary()).QueueNumber).toBe(1);
    await ok({ NetworkInterfaceQueueNumber: -1 });
    expect((await primary()).QueueNumber).toBe(2);
    expect(await refused({ NetworkInterfaceQueueNumber: 5 })).toMatchObject({
      status: 403,
      code: 'InvalidOperation.MaxEniQueueNumberExceeded',
    });
  });

  it('NetworkInterfaceQueueNumber with what secondary interfaces have is held to the type', async () => {
    const { account, network, RegionId, InstanceId, ok, refused, stop } = await setUp({
      InstanceType: 'ecs.gn6i-c4g1.xlarge',
    });
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    await account.ok('Ecs', 'AttachNetworkInterface', { RegionId, NetworkInterfaceId, InstanceId });
    await localyun.advance(long);
    await stop();
    expect(await refused({ NetworkInterfaceQueueNumber: 3 })).toMatchObject({
      status: 403,
      code: 'InvalidOperation.ExceedInstanceTypeQueueNumber',
    });
    await ok({ NetworkInterfaceQueueNumber: 2 });
  });
});
