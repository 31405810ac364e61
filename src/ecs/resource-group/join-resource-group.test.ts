import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';

const RegionId = 'cn-hangzhou';

describe('resource groups of ECS resources', () => {
  const localyun = startTestLocalyun();
  const defaultGroup = async (account: TestAccount): Promise<string> =>
    (await account.ok('ResourceManager', 'ListResourceGroups', {})).ResourceGroups.ResourceGroup[0].Id;
  const interfaces = async (account: TestAccount, filter = {}): Promise<Body[]> =>
    (await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId, ...filter })).NetworkInterfaceSets
      .NetworkInterfaceSet;
  const idsOf = (found: Body[]): string[] => found.map((eni) => eni.NetworkInterfaceId);
  const join = (account: TestAccount, ResourceType: string, ResourceId: string, ResourceGroupId: string) =>
    account.ok('Ecs', 'JoinResourceGroup', { RegionId, ResourceType, ResourceId, ResourceGroupId });

  it('ENI-43 refuses an unknown ResourceGroupId and answers an empty one when none was given', async () => {
    const [account, stranger] = [localyun.account(), localyun.account()];
    const network = await account.network();
    const going = await account.resourceGroup('going');
    const foreign = [await stranger.resourceGroup(), await defaultGroup(stranger)];
    await account.ok('ResourceManager', 'DeleteResourceGroup', { ResourceGroupId: going });
    for (const ResourceGroupId of ['rg-acfm0000000none', going, ...foreign]) {
      const refusal = await account.refused('Ecs', 'CreateNetworkInterface', {
        RegionId,
        VSwitchId: network.vSwitchId,
        SecurityGroupId: network.securityGroupId,
        ResourceGroupId,
      });
      expect(refusal).toMatchObject({ status: 404, code: 'InvalidResourceGroup.NotFound' });
      expect(refusal.message).toContain(ResourceGroupId);
    }
    expect(await interfaces(account)).toEqual([]);
    const { NetworkInterfaceId, ResourceGroupId } = await account.createNetworkInterface(network);
    expect(ResourceGroupId).toBe('');
    expect(await account.describeNetworkInterface(network, NetworkInterfaceId)).toMatchObject({ ResourceGroupId: '' });
  });

  it('takes a group that is still Creating, and the default group by its id', async () => {
    const account = localyun.account();
    const network = await account.network();
    const made = await account.ok('ResourceManager', 'CreateResourceGroup', { Name: 'new', DisplayName: 'new' });
    for (const ResourceGroupId of [made.ResourceGroup.Id, await defaultGroup(account)]) {
      const answer = await account.createNetworkInterface(network, { ResourceGroupId });
      expect(answer.ResourceGroupId).toBe(ResourceGroupId);
      const eni = await account.describeNetworkInterface(network, answer.NetworkInterfaceId);
      expect(eni).toMatchObject({ ResourceGroupId });
    }
  });

  it('ENI-60 finds network interfaces by ResourceGroupId, those without one in the default group', async () => {
    const account = localyun.account();
    const network = await account.network();
    const ResourceGroupId = await account.resourceGroup();
    const { NetworkInterfaceId: named } = await account.createNetworkInterface(network, { ResourceGroupId });
    const { NetworkInterfaceId: plain } = await account.createNetworkInterface(network);
    const inDefault = { ResourceGroupId: await defaultGroup(account) };
    const { NetworkInterfaceId: explicit } = await account.createNetworkInterface(network, inDefault);
    expect(idsOf(await interfaces(account, { ResourceGroupId }))).toEqual([named]);
    expect(idsOf(await interfaces(account, inDefault)).sort()).toEqual([plain, explicit].sort());
    expect(await interfaces(account, { ResourceGroupId: 'rg-none' })).toEqual([]);
    expect(await interfaces(account, { ResourceGroupId, Status: 'InUse' })).toEqual([]);
    const page = { ResourceGroupId, NetworkInterfaceId: [named, plain] };
    expect(idsOf(await interfaces(account, page))).toEqual([named]);
    const others = Array.from({ length: 11 }, () => account.createNetworkInterface(network, { ResourceGroupId }));
    await Promise.all(others);
    const first = await account.ok('Ecs', 'DescribeNetworkInterfaces', { RegionId, ResourceGroupId, MaxResults: 10 });
    expect(first).toMatchObject({ TotalCount: 12, NextToken: expect.stringMatching(/./) });
    const second = await account.ok('Ecs', 'DescribeNetworkInterfaces', {
      RegionId,
      ResourceGroupId,
      MaxResults: 10,
      NextToken: first.NextToken,
    });
    expect(second.NetworkInterfaceSets.NetworkInterfaceSet).toHaveLength(2);
  });

  it('moves network interfaces and security groups', async () => {
    const account = localyun.account();
    const network = await account.network();
    const [one, two] = [await account.resourceGroup('one'), await account.resourceGroup('two')];
    const { NetworkInterfaceId: eni } = await account.createNetworkInterface(network, { ResourceGroupId: one });
    const answer = await join(account, 'eni', eni, two);
    expect(Object.keys(answer)).toEqual(['RequestId']);
    expect(await interfaces(account, { ResourceGroupId: one })).toEqual([]);
    expect(await interfaces(account, { ResourceGroupId: two })).toMatchObject([{ ResourceGroupId: two }]);
    await join(account, 'eni', eni, await defaultGroup(account));
    await join(account, 'securitygroup', network.securityGroupId, two);
    const groups = await account.ok('Ecs', 'DescribeSecurityGroups', { RegionId, ResourceGroupId: two });
    expect(groups.SecurityGroups.SecurityGroup).toMatchObject([
      { SecurityGroupId: network.securityGroupId, ResourceGroupId: two },
    ]);
    await account.ok('ResourceManager', 'DeleteResourceGroup', { ResourceGroupId: one });
  });

  it('moves an instance with its primary network interface and leaves its secondary ones', async () => {
    const account = localyun.account();
    const network = await account.network();
    const [one, two] = [await account.resourceGroup('one'), await account.resourceGroup('two')];
    const { NetworkInterfaceId: secondary } = await account.createNetworkInterface(network, { ResourceGroupId: one });
    const InstanceId = await account.runInstance(network, { ResourceGroupId: one });
    await account.ok('Ecs', 'AttachNetworkInterface', { RegionId, InstanceId, NetworkInterfaceId: secondary });
    await localyun.advance(5_000);
    await join(account, 'instance', InstanceId, two);
    const instances = await account.ok('Ecs', 'DescribeInstances', { RegionId, ResourceGroupId: two });
    expect(instances.Instances.Instance).toMatchObject([{ InstanceId, ResourceGroupId: two }]);
    expect(await interfaces(account, { ResourceGroupId: two })).toMatchObject([{ Type: 'Primary' }]);
    expect(idsOf(await interfaces(account, { ResourceGroupId: one }))).toEqual([secondary]);
  });

  it('is refused for what is not there, and for a resource that is in the group already', async () => {
    const [account, stranger] = [localyun.account(), localyun.account()];
    const network = await account.network();
    const ResourceGroupId = await account.resourceGroup();
    const { NetworkInterfaceId } = await account.createNetworkInterface(network, { ResourceGroupId });
    const { NetworkInterfaceId: other } = await account.createNetworkInterface(network);
    const request = { RegionId, ResourceType: 'eni', ResourceId: other, ResourceGroupId };
    for (const [wrong, status, code] of [
      [{ ResourceId: NetworkInterfaceId }, 403, 'InvalidResourceGroup.Duplicate'],
      [{ ResourceGroupId: 'rg-none' }, 404, 'InvalidResourceGroup.NotFound'],
      [{ ResourceGroupId: await stranger.resourceGroup() }, 404, 'InvalidResourceGroup.NotFound'],
      [{ ResourceId: 'eni-none' }, 404, 'InvalidResourceId.NotFound'],
      [{ ResourceType: 'instance' }, 404, 'InvalidResourceId.NotFound'],
      [{ RegionId: 'cn-beijing' }, 404, 'InvalidResourceId.NotFound'],
      [{ ResourceType: 'ENI' }, 404, 'InvalidResourceType.NotFound'],
      [{ RegionId: undefined }, 403, 'MissingParameter'],
      [{ ResourceGroupId: '' }, 403, 'MissingParameter'],
      [{ ResourceId: undefined }, 403, 'MissingParameter'],
      [{ ResourceType: undefined }, 403, 'MissingParameter'],
    ] as const) {
      const refusal = await account.refused('Ecs', 'JoinResourceGroup', { ...request, ...wrong });
      expect([wrong, refusal]).toMatchObject([wrong, { status, code }]);
    }
    expect(await account.describeNetworkInterface(network, other)).toMatchObject({ ResourceGroupId: '' });
  });

  it('is checked by RunInstances and CreateSecurityGroup too', async () => {
    const account = localyun.account();
    const network = await account.network();
    const expected = { status: 404, code: 'InvalidResourceGroup.NotFound' };
    const ResourceGroupId = 'rg-none';
    expect(
      await account.refused('Ecs', 'RunInstances', {
        RegionId,
        InstanceType: 'ecs.g6.xlarge',
        ImageId: 'aliyun_3_x64_20G_alibase_20230727.vhd',
        VSwitchId: network.vSwitchId,
        SecurityGroupId: network.securityGroupId,
        ResourceGroupId,
      }),
    ).toMatchObject(expected);
    expect(await account.refused('Ecs', 'CreateSecurityGroup', { RegionId, ResourceGroupId })).toMatchObject(expected);
  });
});
