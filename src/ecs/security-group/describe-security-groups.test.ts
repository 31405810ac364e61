import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body, TestAccount } from '../../../test/support/test-account.ts';

const RegionId = 'cn-hangzhou';
const idsOf = (answer: Body): string[] =>
  answer.SecurityGroups.SecurityGroup.map((group: Body) => group.SecurityGroupId);

describe('DescribeSecurityGroups', () => {
  const localyun = startTestLocalyun();
  const create = async (account: TestAccount, parameters = {}): Promise<string> => {
    const { SecurityGroupId } = await account.ok('Ecs', 'CreateSecurityGroup', { RegionId, ...parameters });
    await localyun.advance(1_000);
    return SecurityGroupId;
  };
  const list = (account: TestAccount, parameters = {}) =>
    account.ok('Ecs', 'DescribeSecurityGroups', { RegionId, ...parameters });

  it('answers an empty list, not an error, for what is not there', async () => {
    const account = localyun.account();
    const answer = await list(account, { SecurityGroupId: 'sg-bp1doesnotexist00000' });
    expect(answer).toMatchObject({
      RegionId,
      TotalCount: 0,
      PageNumber: 1,
      PageSize: 10,
      NextToken: '',
      SecurityGroups: { SecurityGroup: [] },
    });
  });

  it('filters by everything that is asked for at once', async () => {
    const account = localyun.account();
    const ResourceGroupId = await account.resourceGroup();
    const one = await create(account, {
      SecurityGroupName: 'one',
      ResourceGroupId,
      Tag: [
        { Key: 'role', Value: 'node' },
        { Key: 'cluster', Value: 'a' },
      ],
    });
    const two = await create(account, { SecurityGroupName: 'two', Tag: [{ Key: 'role', Value: 'pod' }] });

    expect(idsOf(await list(account))).toEqual([two, one]);
    expect(idsOf(await list(account, { SecurityGroupId: one }))).toEqual([one]);
    expect(idsOf(await list(account, { SecurityGroupIds: JSON.stringify([two, 'sg-none']) }))).toEqual([two]);
    expect(idsOf(await list(account, { SecurityGroupIds: '[]' }))).toEqual([]);
    expect(idsOf(await list(account, { SecurityGroupName: 'two' }))).toEqual([two]);
    expect(idsOf(await list(account, { SecurityGroupName: 'tw' }))).toEqual([]);
    expect(idsOf(await list(account, { ResourceGroupId }))).toEqual([one]);
    expect(idsOf(await list(account, { SecurityGroupType: 'normal' }))).toEqual([two, one]);
    expect(idsOf(await list(account, { SecurityGroupType: 'enterprise' }))).toEqual([]);
    expect(idsOf(await list(account, { ServiceManaged: true }))).toEqual([]);
    expect(idsOf(await list(account, { ServiceManaged: false }))).toEqual([two, one]);
    expect(idsOf(await list(account, { Tag: [{ Key: 'role' }] }))).toEqual([two, one]);
    expect(idsOf(await list(account, { Tag: [{ Key: 'role', Value: 'node' }] }))).toEqual([one]);
    expect(idsOf(await list(account, { Tag: [{ Key: 'role' }, { Key: 'cluster', Value: 'b' }] }))).toEqual([]);
    expect(idsOf(await list(account, { Tag: [{ Key: 'cluster' }], SecurityGroupName: 'two' }))).toEqual([]);
    const first = await list(account, { Tag: [{ Key: 'role' }, { Key: 'cluster', Value: 'a' }] });
    expect(idsOf(first)).toEqual([one]);
    expect(first.TotalCount).toBe(1);
  });

  it('finds the groups of a VPC', async () => {
    const account = localyun.account();
    const network = await account.network();
    await create(account);
    expect(idsOf(await list(account, { VpcId: network.vpcId }))).toEqual([network.securityGroupId]);
    expect(idsOf(await list(account, { VpcId: network.vpcId, NetworkType: 'classic' }))).toEqual([]);
  });

  it('shows neither what another account owns nor another region', async () => {
    const [owner, stranger] = [localyun.account(), localyun.account()];
    const SecurityGroupId = await create(owner, { Tag: [{ Key: 'mine' }] });
    expect(idsOf(await list(stranger))).toEqual([]);
    expect(idsOf(await list(stranger, { SecurityGroupId }))).toEqual([]);
    expect(idsOf(await list(stranger, { Tag: [{ Key: 'mine' }] }))).toEqual([]);
    expect(idsOf(await list(owner, { RegionId: 'cn-beijing', SecurityGroupId }))).toEqual([]);
  });

  it('pages by number, newest first', async () => {
    const account = localyun.account();
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.unshift(await create(account));
    const second = await list(account, { PageNumber: 2, PageSize: 2 });
    expect(idsOf(second)).toEqual(ids.slice(2, 4));
    expect(second).toMatchObject({ TotalCount: 5, PageNumber: 2, PageSize: 2 });
    const beyond = await list(account, { PageNumber: 4, PageSize: 2 });
    expect(idsOf(beyond)).toEqual([]);
    expect(beyond.TotalCount).toBe(5);
  });

  it('pages by token: every group once, and an empty token at the end', async () => {
    const account = localyun.account();
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.unshift(await create(account));
    const seen: string[] = [];
    let NextToken = '';
    let pages = 0;
    do {
      const answer = await list(account, { MaxResults: 2, NextToken });
      seen.push(...idsOf(answer));
      NextToken = answer.NextToken;
      pages += 1;
    } while (NextToken !== '');
    expect(seen).toEqual(ids);
    expect(pages).toBe(3);
  });

  it('says by DryRun that the request would be fine', async () => {
    const refusal = await localyun.account().refused('Ecs', 'DescribeSecurityGroups', { RegionId, DryRun: true });
    expect(refusal).toMatchObject({ status: 400, code: 'DryRunOperation' });
  });

  it.each([
    [{ SecurityGroupIds: 'sg-1,sg-2' }, 'InvalidParameter'],
    [{ SecurityGroupIds: '"sg-1"' }, 'InvalidParameter'],
    [{ SecurityGroupIds: '[1]' }, 'InvalidParameter'],
    [{ SecurityGroupIds: JSON.stringify(new Array(101).fill('sg-1')) }, 'InvalidParameter'],
    [{ SecurityGroupId: 'not an id' }, 'InvalidSecurityGroupId.Malformed'],
    [{ SecurityGroupType: 'basic' }, 'InvalidParameter.SecurityGroupType'],
    [{ NetworkType: 'wifi' }, 'InvalidParameter'],
    [{ PageSize: 101 }, 'InvalidParameter'],
    [{ PageNumber: 0 }, 'InvalidParameter'],
    [{ NextToken: '???' }, 'InvalidParameter'],
  ])('refuses %j', async (wrong, code) => {
    const refusal = await localyun.account().refused('Ecs', 'DescribeSecurityGroups', { RegionId, ...wrong });
    expect(refusal).toMatchObject({ status: 400, code });
  });

  it('counts the private addresses of its members', async () => {
    const account = localyun.account();
    const network = await account.network();
    await account.createNetworkInterface(network, { SecondaryPrivateIpAddressCount: 3 });
    const [group] = (await list(account, { SecurityGroupId: network.securityGroupId })).SecurityGroups.SecurityGroup;
    expect(group).toMatchObject({ EcsCount: 4, AvailableInstanceAmount: 1996 });
  });
});

describe('DescribeSecurityGroupAttribute', () => {
  const localyun = startTestLocalyun();

  it('describes one group; its rules are a list, empty at first', async () => {
    const account = localyun.account();
    const { SecurityGroupId } = await account.ok('Ecs', 'CreateSecurityGroup', {
      RegionId,
      SecurityGroupName: 'solo',
      Description: 'a group',
    });
    const answer = await account.ok('Ecs', 'DescribeSecurityGroupAttribute', {
      RegionId,
      SecurityGroupId,
      Direction: 'ingress',
      NicType: 'intranet',
    });
    expect(answer).toMatchObject({
      RegionId,
      SecurityGroupId,
      SecurityGroupName: 'solo',
      Description: 'a group',
      VpcId: '',
      InnerAccessPolicy: 'Accept',
      Permissions: { Permission: [] },
    });
  });

  it.each([
    [{ SecurityGroupId: 'sg-bp1doesnotexist00000' }, 404, 'InvalidSecurityGroupId.NotFound'],
    [{ SecurityGroupId: '$' }, 400, 'InvalidSecurityGroupId.Malformed'],
    [{}, 400, 'MissingParameter'],
    [{ SecurityGroupId: 'sg-1', Direction: 'sideways' }, 400, 'InvalidParamter'],
    [{ SecurityGroupId: 'sg-1', NicType: 'extranet' }, 400, 'InvalidNicType.ValueNotSupported'],
  ])('refuses %j', async (wrong, status, code) => {
    const refusal = await localyun.account().refused('Ecs', 'DescribeSecurityGroupAttribute', { RegionId, ...wrong });
    expect(refusal).toMatchObject({ status, code });
  });
});
