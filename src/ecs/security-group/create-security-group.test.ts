import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { TestAccount } from '../../../test/support/test-account.ts';

const RegionId = 'cn-hangzhou';

describe('CreateSecurityGroup', () => {
  const localyun = startTestLocalyun();
  const vpc = async (account: TestAccount): Promise<string> => {
    const { VpcId } = await account.ok('Vpc', 'CreateVpc', { RegionId, CidrBlock: '10.0.0.0/8' });
    await localyun.advance(1_000);
    return VpcId;
  };
  const groups = async (account: TestAccount, filters = {}) =>
    (await account.ok('Ecs', 'DescribeSecurityGroups', { RegionId, ...filters })).SecurityGroups.SecurityGroup;

  it('makes a basic group of a VPC whose members reach each other', async () => {
    const account = localyun.account();
    const VpcId = await vpc(account);
    const { SecurityGroupId } = await account.ok('Ecs', 'CreateSecurityGroup', {
      RegionId,
      VpcId,
      SecurityGroupName: 'web:front_1.a-b',
      Description: 'what serves the pages',
      Tag: [
        { Key: 'team', Value: 'blue' },
        { Key: 'empty', Value: '' },
      ],
    });
    expect(SecurityGroupId).toMatch(/^sg-bp1[0-9a-z]{17}$/);
    expect(await groups(account)).toEqual([
      {
        SecurityGroupId,
        SecurityGroupName: 'web:front_1.a-b',
        Description: 'what serves the pages',
        SecurityGroupType: 'normal',
        VpcId,
        CreationTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
        EcsCount: 0,
        AvailableInstanceAmount: 2000,
        RuleCount: 0,
        GroupToGroupRuleCount: 0,
        ResourceGroupId: '',
        ServiceManaged: false,
        Tags: {
          Tag: [
            { TagKey: 'empty', TagValue: '' },
            { TagKey: 'team', TagValue: 'blue' },
          ],
        },
      },
    ]);
    const attribute = await account.ok('Ecs', 'DescribeSecurityGroupAttribute', { RegionId, SecurityGroupId });
    expect(attribute).toMatchObject({ InnerAccessPolicy: 'Accept' });
  });

  it('keeps the members of an advanced group apart', async () => {
    const account = localyun.account();
    const { SecurityGroupId } = await account.ok('Ecs', 'CreateSecurityGroup', {
      RegionId,
      VpcId: await vpc(account),
      SecurityGroupType: 'enterprise',
    });
    const [group] = await groups(account, { SecurityGroupType: 'enterprise' });
    expect(group).toMatchObject({
      SecurityGroupId,
      SecurityGroupName: '',
      Description: '',
      AvailableInstanceAmount: 65_536,
    });
    const attribute = await account.ok('Ecs', 'DescribeSecurityGroupAttribute', { RegionId, SecurityGroupId });
    expect(attribute).toMatchObject({ InnerAccessPolicy: 'Drop' });
  });

  it('makes a group of the classic network when no VPC is named', async () => {
    const account = localyun.account();
    const { SecurityGroupId } = await account.ok('Ecs', 'CreateSecurityGroup', { RegionId });
    expect(await groups(account, { NetworkType: 'classic' })).toMatchObject([{ SecurityGroupId, VpcId: '' }]);
    expect(await groups(account, { NetworkType: 'vpc' })).toEqual([]);
    const refusal = await account.refused('Ecs', 'CreateSecurityGroup', { RegionId, SecurityGroupType: 'enterprise' });
    expect(refusal).toMatchObject({ status: 400, code: 'InvalidParams.VpcIdGroupType' });
  });

  it('gives the same answer to a repeated request with the same ClientToken', async () => {
    const account = localyun.account();
    const request = { RegionId, ClientToken: 'once' };
    const first = await account.ok('Ecs', 'CreateSecurityGroup', request);
    const second = await account.ok('Ecs', 'CreateSecurityGroup', request);
    expect(second.SecurityGroupId).toBe(first.SecurityGroupId);
    expect(await groups(account)).toHaveLength(1);
  });

  it.each([
    [{ SecurityGroupName: 'x' }, 400, 'InvalidSecurityGroupName.Malformed'],
    [{ SecurityGroupName: 'x'.repeat(129) }, 400, 'InvalidSecurityGroupName.Malformed'],
    [{ SecurityGroupName: '1group' }, 400, 'InvalidSecurityGroupName.Malformed'],
    [{ SecurityGroupName: 'http://group' }, 400, 'InvalidSecurityGroupName.Malformed'],
    [{ Description: 'https://group' }, 400, 'InvalidDescription.Malformed'],
    [{ Description: 'x'.repeat(257) }, 400, 'InvalidDescription.Malformed'],
    [{ SecurityGroupType: 'basic' }, 400, 'InvalidParams.GroupType'],
    [{ VpcId: 'vpc-bp1doesnotexist000000' }, 404, 'InvalidVpcId.NotFound'],
    [{ Tag: [{ Key: 'acs:x' }] }, 400, 'InvalidTagKey.Malformed'],
    [{ Tag: [{ Key: 'x', Value: 'http://y' }] }, 400, 'InvalidTagValue.Malformed'],
    [{ Tag: [{ Key: 'x' }, { Key: 'x' }] }, 400, 'Duplicate.TagKey'],
    [{ Tag: Array.from({ length: 21 }, (_, n) => ({ Key: `k${n}` })) }, 403, 'QuotaExceed.Tags'],
    [{ RegionId: '' }, 400, 'MissingParameter'],
    [{ RegionId: 'cn-nowhere' }, 404, 'InvalidRegionId.NotFound'],
  ])('refuses %j', async (wrong, status, code) => {
    const account = localyun.account();
    const refusal = await account.refused('Ecs', 'CreateSecurityGroup', { RegionId, ...wrong });
    expect(refusal).toMatchObject({ status, code });
    expect(await groups(account)).toEqual([]);
  });

  it('does not see the VPC of another account, of another region, or one that is not ready', async () => {
    const [owner, stranger] = [localyun.account(), localyun.account()];
    const VpcId = await vpc(owner);
    for (const [account, region] of [
      [stranger, RegionId],
      [owner, 'cn-beijing'],
    ] as const) {
      const refusal = await account.refused('Ecs', 'CreateSecurityGroup', { RegionId: region, VpcId });
      expect(refusal).toMatchObject({ status: 404, code: 'InvalidVpcId.NotFound' });
      expect(refusal.message).toContain(VpcId);
    }
    const young = await owner.ok('Vpc', 'CreateVpc', { RegionId, CidrBlock: '172.16.0.0/12' });
    const refusal = await owner.refused('Ecs', 'CreateSecurityGroup', { RegionId, VpcId: young.VpcId });
    expect(refusal).toMatchObject({ status: 400, code: 'IncorrectVpcStatus' });
  });
});

describe('the quota of security groups', () => {
  const localyun = startTestLocalyun({
    seed: { accounts: [{ accessKeyId: 'localyun-few-groups', quotas: { 'security-groups': 2 } }] },
  });

  it('counts those there are, in each region', async () => {
    const account = localyun.account('few-groups');
    const create = { RegionId };
    const { SecurityGroupId } = await account.ok('Ecs', 'CreateSecurityGroup', create);
    await account.ok('Ecs', 'CreateSecurityGroup', create);
    const refusal = await account.refused('Ecs', 'CreateSecurityGroup', create);
    expect(refusal).toMatchObject({ status: 403, code: 'QuotaExceed.SecurityGroup' });
    expect(refusal.message).toContain('2');
    await account.ok('Ecs', 'CreateSecurityGroup', { RegionId: 'cn-beijing' });
    await account.ok('Ecs', 'DeleteSecurityGroup', { RegionId, SecurityGroupId });
    await account.ok('Ecs', 'CreateSecurityGroup', create);
  });
});
