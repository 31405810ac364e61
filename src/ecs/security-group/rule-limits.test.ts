import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { makeGroup, RegionId, webRule, webRuleOut } from './rules-of-groups.fixture.ts';

const ports = (first: number, count: number) =>
  Array.from({ length: count }, (_, n) => ({ ...webRule, PortRange: `${first + n}/${first + n}` }));

describe('the number of rules', () => {
  const localyun = startTestLocalyun({
    seed: {
      accounts: [
        {
          accessKeyId: 'localyun-few-rules',
          quotas: { 'rules-per-security-group': 3, 'group-rules-per-security-group': 1 },
        },
        {
          accessKeyId: 'localyun-few-of-interface',
          quotas: { 'rules-per-security-group': 10, 'rules-per-network-interface': 12 },
        },
      ],
    },
  });

  it('of a group is at most 200 by default, inbound and outbound together', async () => {
    const group = await makeGroup(localyun);
    await group.ok('AuthorizeSecurityGroup', { Permissions: ports(1, 100) });
    await group.ok('AuthorizeSecurityGroup', { Permissions: ports(101, 99) });
    await group.ok('AuthorizeSecurityGroupEgress', webRuleOut);
    for (const [action, parameters] of [
      ['AuthorizeSecurityGroup', ports(200, 1)[0]],
      ['AuthorizeSecurityGroupEgress', { ...webRuleOut, PortRange: '81/81' }],
    ] as const) {
      const refusal = await group.refused(action, parameters);
      expect(refusal).toMatchObject({ status: 403, code: 'AuthorizationLimitExceed' });
      expect(refusal.message).toContain('200');
    }
    await group.ok('AuthorizeSecurityGroup', { Permissions: ports(1, 100) });
    expect(await group.rules()).toHaveLength(200);
    await group.ok('RevokeSecurityGroup', ports(1, 1)[0]);
    await group.ok('AuthorizeSecurityGroup', ports(200, 1)[0]);
  });

  it('is counted by the quota of the account; a request that goes beyond adds nothing', async () => {
    const group = await makeGroup(localyun, localyun.account('few-rules'));
    await group.ok('AuthorizeSecurityGroup', { Permissions: ports(1, 2) });
    const refusal = await group.refused('AuthorizeSecurityGroup', { Permissions: ports(2, 3) });
    expect(refusal).toMatchObject({ status: 403, code: 'AuthorizationLimitExceed' });
    expect(await group.rules()).toHaveLength(2);
    const listed = await group.ok('DescribeSecurityGroups');
    expect(listed.SecurityGroups.SecurityGroup).toMatchObject([{ RuleCount: 2, GroupToGroupRuleCount: 0 }]);
  });

  it('that refer to groups is limited too, and shown', async () => {
    const account = localyun.account('few-rules');
    const group = await makeGroup(localyun, account);
    const others = [
      await makeGroup(localyun, account, { VpcId: group.vpcId }),
      await makeGroup(localyun, account, { VpcId: group.vpcId }),
    ];
    const about = (n: number) => ({ IpProtocol: 'all', PortRange: '-1/-1', SourceGroupId: others[n]!.id });
    await group.ok('AuthorizeSecurityGroup', about(0));
    const refusal = await group.refused('AuthorizeSecurityGroup', about(1));
    expect(refusal).toMatchObject({ status: 400, code: 'AuthorizedGroupRule.LimitExceed' });
    const outbound = { IpProtocol: 'all', PortRange: '-1/-1', DestGroupId: others[1]!.id };
    expect(await group.refused('AuthorizeSecurityGroupEgress', outbound)).toMatchObject({
      status: 400,
      code: 'AuthorizedGroupRule.LimitExceed',
    });
    await group.ok('AuthorizeSecurityGroup', webRule);
    const listed = await group.ok('DescribeSecurityGroups');
    expect(listed.SecurityGroups.SecurityGroup).toMatchObject([{ RuleCount: 2, GroupToGroupRuleCount: 1 }]);
  });

  it('over all groups of an interface is limited when rules are added and when groups are joined', async () => {
    const account = localyun.account('few-of-interface');
    const network = await account.network();
    const groups = [];
    for (let n = 0; n < 3; n += 1) groups.push(await makeGroup(localyun, account, { VpcId: network.vpcId }));
    const [one, two, three] = groups as [(typeof groups)[0], (typeof groups)[0], (typeof groups)[0]];
    await one.ok('AuthorizeSecurityGroup', { Permissions: ports(1, 6) });
    await two.ok('AuthorizeSecurityGroup', { Permissions: ports(1, 5) });
    await three.ok('AuthorizeSecurityGroup', { Permissions: ports(1, 1) });
    const create = { RegionId, VSwitchId: network.vSwitchId };
    const { NetworkInterfaceId } = await account.ok('Ecs', 'CreateNetworkInterface', {
      ...create,
      SecurityGroupIds: [one.id, two.id],
    });
    await two.ok('AuthorizeSecurityGroup', { Permissions: ports(6, 1) });
    const added = await two.refused('AuthorizeSecurityGroup', { Permissions: ports(7, 1) });
    expect(added).toMatchObject({ status: 403, code: 'AclLimitExceed' });
    expect(added.message).toContain(NetworkInterfaceId);
    expect(await two.refused('AuthorizeSecurityGroupEgress', webRuleOut)).toMatchObject({
      status: 403,
      code: 'AclLimitExceed',
    });
    expect(await two.rules()).toHaveLength(6);
    await three.ok('AuthorizeSecurityGroup', { Permissions: ports(2, 1) });
    const joined = await account.refused('Ecs', 'CreateNetworkInterface', {
      ...create,
      SecurityGroupIds: [one.id, two.id, three.id],
    });
    expect(joined).toMatchObject({ status: 403, code: 'AclLimitExceed' });
    await account.ok('Ecs', 'CreateNetworkInterface', { ...create, SecurityGroupIds: [one.id, three.id] });
  });
});
