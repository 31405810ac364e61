import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { makeClassicGroup, makeGroup, webRule, webRuleOut } from './rules-of-groups.fixture.ts';

describe('DescribeSecurityGroupAttribute', () => {
  const localyun = startTestLocalyun();

  it('filters by direction; rules of a VPC group are found under every NIC type', async () => {
    const group = await makeGroup(localyun);
    await group.ok('AuthorizeSecurityGroup', webRule);
    await localyun.advance(1_000);
    await group.ok('AuthorizeSecurityGroupEgress', webRuleOut);
    const directions = async (filters: object) => (await group.rules(filters)).map(({ Direction }) => Direction);
    expect(await directions({})).toEqual(['egress', 'ingress']);
    expect(await directions({ Direction: 'all', NicType: '' })).toEqual(['egress', 'ingress']);
    expect(await directions({ Direction: 'ingress', NicType: 'intranet' })).toEqual(['ingress']);
    expect(await directions({ Direction: 'egress', NicType: 'internet' })).toEqual(['egress']);
  });

  it('pages by token, newest first: every rule once, and an empty token at the end', async () => {
    const group = await makeGroup(localyun);
    for (let n = 1; n <= 20; n += 1) {
      await group.ok('AuthorizeSecurityGroup', { ...webRule, PortRange: `${n}/${n}` });
      if (n % 4 === 0) await localyun.advance(1_000);
    }
    await group.ok('AuthorizeSecurityGroupEgress', webRuleOut);
    const all = (await group.rules({ Direction: 'ingress' })).map(({ SecurityGroupRuleId }) => SecurityGroupRuleId);
    const seen: string[] = [];
    const sizes: number[] = [];
    let NextToken = '';
    do {
      const answer = await group.ok('DescribeSecurityGroupAttribute', {
        Direction: 'ingress',
        MaxResults: 10,
        NextToken,
      });
      const ids = answer.Permissions.Permission.map(
        (rule: { SecurityGroupRuleId: string }) => rule.SecurityGroupRuleId,
      );
      seen.push(...ids);
      sizes.push(ids.length);
      NextToken = answer.NextToken;
    } while (NextToken !== '');
    expect(sizes).toEqual([10, 10]);
    expect(seen).toEqual(all);
    expect(new Set(seen).size).toBe(20);
  });

  it('has containers for what there never is', async () => {
    const group = await makeClassicGroup(localyun);
    const answer = await group.ok('DescribeSecurityGroupAttribute', { Attribute: 'snapshotPolicyIds' });
    expect(answer).toMatchObject({
      VpcId: '',
      Permissions: { Permission: [] },
      SnapshotPolicyIds: { SnapshotPolicyId: [] },
      NextToken: '',
    });
  });

  it.each([
    [{ Direction: 'Ingress' }, 'InvalidParamter'],
    [{ Attribute: 'rules' }, 'InvalidParamter'],
    [{ NextToken: '???' }, 'InvalidParameter'],
    [{ RegionId: 'cn-nowhere' }, 'InvalidRegionId.NotFound', 404],
  ])('refuses %j', async (wrong, code, status = 400) => {
    const group = await makeGroup(localyun);
    const refusal = await group.refused('DescribeSecurityGroupAttribute', wrong);
    expect(refusal).toMatchObject({ status, code });
  });
});
