import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';

const RegionId = 'cn-hangzhou';

describe('DeleteSecurityGroup', () => {
  const localyun = startTestLocalyun();

  it('takes the group away; deleting it again finds nothing', async () => {
    const account = localyun.account();
    const { SecurityGroupId } = await account.ok('Ecs', 'CreateSecurityGroup', { RegionId });
    const answer = await account.ok('Ecs', 'DeleteSecurityGroup', { RegionId, SecurityGroupId });
    expect(Object.keys(answer)).toEqual(['RequestId']);
    const listed = await account.ok('Ecs', 'DescribeSecurityGroups', { RegionId, SecurityGroupId });
    expect(listed.SecurityGroups.SecurityGroup).toEqual([]);
    for (const action of ['DeleteSecurityGroup', 'DescribeSecurityGroupAttribute']) {
      const refusal = await account.refused('Ecs', action, { RegionId, SecurityGroupId });
      expect(refusal).toMatchObject({ status: 404, code: 'InvalidSecurityGroupId.NotFound' });
      expect(refusal.message).toContain(SecurityGroupId);
    }
  });

  it('ENI-161 fails while a network interface is a member', async () => {
    const account = localyun.account();
    const network = await account.network();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network);
    const refusal = await account.refused('Ecs', 'DeleteSecurityGroup', {
      RegionId,
      SecurityGroupId: network.securityGroupId,
    });
    expect(refusal).toMatchObject({ status: 403, code: 'DependencyViolation' });
    expect(refusal.message).toContain(network.securityGroupId);
    expect(refusal.message).toContain(NetworkInterfaceId);
    expect(await account.describeNetworkInterface(network, NetworkInterfaceId)).toBeDefined();
  });

  it('ENI-119 succeeds once the last member is gone, and its capacity is free', async () => {
    const account = localyun.account();
    const network = await account.network();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network, { SecondaryPrivateIpAddressCount: 2 });
    const group = { RegionId, SecurityGroupId: network.securityGroupId };
    await account.ok('Ecs', 'DeleteNetworkInterface', { RegionId, NetworkInterfaceId });
    expect(await account.refused('Ecs', 'DeleteSecurityGroup', group)).toMatchObject({ code: 'DependencyViolation' });
    await localyun.advance(10_000);
    const listed = await account.ok('Ecs', 'DescribeSecurityGroups', group);
    expect(listed.SecurityGroups.SecurityGroup).toMatchObject([{ EcsCount: 0, AvailableInstanceAmount: 2000 }]);
    await account.ok('Ecs', 'DeleteSecurityGroup', group);
  });

  it('does not reach the group of another account or region', async () => {
    const [owner, stranger] = [localyun.account(), localyun.account()];
    const { SecurityGroupId } = await owner.ok('Ecs', 'CreateSecurityGroup', { RegionId });
    for (const [account, region] of [
      [stranger, RegionId],
      [owner, 'cn-beijing'],
    ] as const) {
      const refusal = await account.refused('Ecs', 'DeleteSecurityGroup', { RegionId: region, SecurityGroupId });
      expect(refusal).toMatchObject({ status: 404, code: 'InvalidSecurityGroupId.NotFound' });
    }
    const listed = await owner.ok('Ecs', 'DescribeSecurityGroups', { RegionId, SecurityGroupId });
    expect(listed.TotalCount).toBe(1);
  });

  it.each([
    [{}, 'MissingParameter'],
    [{ SecurityGroupId: 'sg 1' }, 'InvalidSecurityGroupId.Malformed'],
  ])('refuses %j', async (wrong, code) => {
    const refusal = await localyun.account().refused('Ecs', 'DeleteSecurityGroup', { RegionId, ...wrong });
    expect(refusal).toMatchObject({ status: 400, code });
  });
});
