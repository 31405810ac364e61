import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import type { Body } from '../../../test/support/test-account.ts';
import { makeClassicGroup, makeGroup, type TestGroup, webRule, webRuleOut } from './rules-of-groups.fixture.ts';

async function onlyRule(group: TestGroup): Promise<Body> {
  const rules = await group.rules();
  expect(rules).toHaveLength(1);
  return rules[0]!;
}

describe('ModifySecurityGroupRule by content', () => {
  const localyun = startTestLocalyun();

  it('changes the description, and the same request again succeeds', async () => {
    const group = await makeGroup(localyun);
    await group.ok('AuthorizeSecurityGroup', { ...webRule, Description: 'before' });
    const before = await onlyRule(group);
    const change = { ...webRule, Policy: 'accept', Priority: '1', NicType: 'intranet', Description: 'after' };
    for (let count = 0; count < 2; count += 1) {
      const answer = await group.ok('ModifySecurityGroupRule', change);
      expect(Object.keys(answer)).toEqual(['RequestId']);
      expect(await onlyRule(group)).toEqual({ ...before, Description: 'after' });
    }
    await group.ok('ModifySecurityGroupRule', webRule);
    expect(await onlyRule(group)).toMatchObject({ Description: 'after' });
  });

  it.each([
    ['', webRule],
    ['Egress', webRuleOut],
  ])('takes the description away by an empty one, ModifySecurityGroup%sRule', async (suffix, rule) => {
    const group = await makeGroup(localyun);
    await group.ok(`AuthorizeSecurityGroup${suffix}`, { ...rule, Description: 'before' });
    await group.ok(`ModifySecurityGroup${suffix}Rule`, { ...rule, Description: '' });
    const { SecurityGroupRuleId, Description } = await onlyRule(group);
    expect(Description).toBe('');
    await group.ok(`ModifySecurityGroup${suffix}Rule`, { SecurityGroupRuleId, Description: 'by its id' });
    expect((await onlyRule(group)).Description).toBe('by its id');
    await group.ok(`ModifySecurityGroup${suffix}Rule`, { SecurityGroupRuleId, Description: '' });
    expect(await onlyRule(group)).toMatchObject({ SecurityGroupRuleId, Description: '' });
  });

  it('finds no rule whose content differs', async () => {
    const group = await makeGroup(localyun);
    await group.ok('AuthorizeSecurityGroup', webRule);
    for (const other of [{ Priority: '2' }, { Policy: 'drop' }, { PortRange: '80/81' }, { SourceCidrIp: '10.0.0.1' }]) {
      const refusal = await group.refused('ModifySecurityGroupRule', { ...webRule, ...other, Description: 'x' });
      expect(refusal).toMatchObject({ status: 404, code: 'SecurityGroupRule.NotFound' });
    }
  });

  it.each([
    [{ PortRange: undefined }, 400, 'InvalidParam.PortRange'],
    [{ PortRange: '9/8' }, 400, 'InvalidIpProtocol.Malformed'],
    [{ PortRange: '-1/-1' }, 400, 'OperationDenied'],
    [{ SourcePortRange: 'x' }, 400, 'InvalidSourcePortRange.Malformed'],
    [{ IpProtocol: 'x' }, 400, 'InvalidIpProtocol.ValueNotSupported'],
    [{ Policy: 'x' }, 400, 'InvalidPolicy.Malformed'],
    [{ Priority: 'x' }, 400, 'InvalidPriority.Malformed'],
    [{ Priority: '101' }, 400, 'InvalidPriority.ValueNotSupported'],
    [{ NicType: 'x' }, 400, 'InvalidNicType.ValueNotSupported'],
    [{ NicType: 'internet' }, 400, 'InvalidNicType.Mismatch'],
    [{ SourceCidrIp: 'x' }, 400, 'InvalidSourceCidrIp.Malformed'],
    [{ SourceCidrIp: undefined }, 400, 'MissingParameter.Source'],
    [{ DestCidrIp: 'x' }, 400, 'InvalidParam.DestCidrIp'],
    [{ SourceCidrIp: undefined, Ipv6SourceCidrIp: 'x' }, 400, 'InvalidParam.Ipv6SourceCidrIp'],
    [{ SourceCidrIp: undefined, Ipv6SourceCidrIp: '::/200' }, 400, 'ILLEGAL_IPV6_CIDR'],
    [{ Ipv6DestCidrIp: 'x' }, 400, 'InvalidParam.Ipv6DestCidrIp'],
    [{ Ipv6SourceCidrIp: '::1' }, 400, 'InvalidParam.SourceIp'],
    [{ DestCidrIp: '10.0.0.1', Ipv6DestCidrIp: '::1' }, 400, 'InvalidParam.DestIp'],
    [{ IpProtocol: 'icmpv6', PortRange: '-1/-1' }, 400, 'InvalidParam.Ipv6ProtocolConflictWithIpv4Address'],
    [
      { IpProtocol: 'icmp', PortRange: '-1/-1', SourceCidrIp: undefined, Ipv6SourceCidrIp: '::1' },
      400,
      'InvalidParam.Ipv4ProtocolConflictWithIpv6Address',
    ],
    [{ SourceCidrIp: undefined, SourceGroupId: 'sg-none' }, 404, 'InvalidSourceGroupId.NotFound'],
    [{ SourceCidrIp: undefined, SourceGroupId: 'sg none' }, 400, 'InvalidSourceGroup.NotFound'],
    [{ SourceCidrIp: undefined, SourcePrefixListId: 'pl-1' }, 404, 'InvalidPrefixListId.NotFound'],
    [{ PortRange: undefined, PortRangeListId: 'prl-1' }, 400, 'InvalidPortRangeListId.NotFound'],
    [{ Description: 'x'.repeat(513) }, 400, 'InvalidSecurityGroupDiscription.Malformed'],
    [{ SecurityGroupId: 'sg 1' }, 400, 'InvalidSecurityGroupId.Malformed'],
    [{ SecurityGroupId: 'sg-none' }, 404, 'InvalidSecurityGroupId.NotFound'],
  ])('refuses %j', async (wrong, status, code) => {
    const group = await makeGroup(localyun);
    expect(await group.refused('ModifySecurityGroupRule', { ...webRule, ...wrong })).toMatchObject({ status, code });
  });

  it('refuses groups that a rule cannot be about', async () => {
    const group = await makeGroup(localyun);
    const { account } = group;
    const elsewhere = await makeGroup(localyun, account);
    const classic = await makeClassicGroup(localyun, account);
    const other = await makeClassicGroup(localyun, account);
    const about = (SourceGroupId: string) => ({ IpProtocol: 'all', PortRange: '-1/-1', SourceGroupId });
    for (const [asking, asked, status, code] of [
      [group, group, 403, 'InvalidParamter.Conflict'],
      [group, elsewhere, 400, 'InvalidSourceGroupId.Mismatch'],
      [group, classic, 403, 'InvalidNetworkType.Mismatch'],
      [classic, other, 403, 'InvalidSourceGroupId.Mismatch'],
    ] as const) {
      expect(await asking.refused('ModifySecurityGroupRule', about(asked.id))).toMatchObject({ status, code });
    }
  });
});

describe('ModifySecurityGroupRule by SecurityGroupRuleId', () => {
  const localyun = startTestLocalyun();
  const withRule = async (rule: Body = webRule) => {
    const group = await makeGroup(localyun);
    await group.ok('AuthorizeSecurityGroup', rule);
    const before = await onlyRule(group);
    return { group, before, SecurityGroupRuleId: before.SecurityGroupRuleId };
  };

  it('changes what is given and keeps the rest; the same request again succeeds', async () => {
    const { group, before, SecurityGroupRuleId } = await withRule({ ...webRule, Description: 'kept', Priority: '5' });
    await localyun.advance(1_000);
    for (let count = 0; count < 2; count += 1) {
      await group.ok('ModifySecurityGroupRule', { SecurityGroupRuleId, Policy: 'drop', PortRange: '443/443' });
      expect(await onlyRule(group)).toEqual({ ...before, Policy: 'Drop', PortRange: '443/443' });
    }
    await group.ok('ModifySecurityGroupRule', {
      SecurityGroupRuleId,
      IpProtocol: 'udp',
      Priority: '6',
      SourceCidrIp: '10.9.8.7',
      SourcePortRange: '1/2',
      DestCidrIp: '10.0.0.1',
      NicType: 'intranet',
      Description: 'new',
    });
    const changed = {
      ...before,
      IpProtocol: 'UDP',
      PortRange: '443/443',
      SourcePortRange: '1/2',
      Policy: 'Drop',
      Priority: '6',
      SourceCidrIp: '10.9.8.7',
      DestCidrIp: '10.0.0.1',
      Description: 'new',
    };
    expect(await onlyRule(group)).toEqual(changed);
    await group.ok('RevokeSecurityGroup', {
      IpProtocol: 'udp',
      PortRange: '443/443',
      SourcePortRange: '1/2',
      Policy: 'drop',
      Priority: '6',
      SourceCidrIp: '10.9.8.7',
      DestCidrIp: '10.0.0.1',
    });
    expect(await group.rules()).toEqual([]);
  });

  it('changes the group or the IPv6 network it is about', async () => {
    const {
      group,
      before: _,
      ...rest
    } = await withRule({ IpProtocol: 'tcp', PortRange: '80/80', Ipv6SourceCidrIp: '::1' });
    await group.ok('ModifySecurityGroupRule', { ...rest, Ipv6SourceCidrIp: '2001:db8::/32' });
    expect(await onlyRule(group)).toMatchObject({ Ipv6SourceCidrIp: '2001:db8::/32' });
    await group.ok('RevokeSecurityGroup', { SecurityGroupRuleId: [rest.SecurityGroupRuleId] });
    const others = [
      await makeGroup(localyun, group.account, { VpcId: group.vpcId }),
      await makeGroup(localyun, group.account, { VpcId: group.vpcId }),
    ];
    await group.ok('AuthorizeSecurityGroup', { IpProtocol: 'all', PortRange: '-1/-1', SourceGroupId: others[0]!.id });
    const { SecurityGroupRuleId } = await onlyRule(group);
    await group.ok('ModifySecurityGroupRule', { SecurityGroupRuleId, Description: 'about a group' });
    expect(await onlyRule(group)).toMatchObject({ SourceGroupId: others[0]!.id, Description: 'about a group' });
    await group.ok('ModifySecurityGroupRule', { SecurityGroupRuleId, SourceGroupId: others[1]!.id });
    expect(await onlyRule(group)).toMatchObject({ SourceGroupId: others[1]!.id });
  });

  it.each([
    [{}, 400, 'InvalidParam.InvalidModifyRuleRequest'],
    [{ SecurityGroupRuleId: 'rule', Policy: 'drop' }, 400, 'InvalidParam.SecurityGroupRuleId'],
    [{ SecurityGroupRuleId: 'sgr-none', Policy: 'drop' }, 404, 'InvalidSecurityGroupRuleId.NotFound'],
    [{ NicType: 'internet' }, 400, 'InvalidOperation.ModifyNicType'],
    [{ Ipv6SourceCidrIp: '::/0' }, 400, 'InvalidOperation.ModifySgRuleEntityType'],
    [{ SourceGroupId: 'sg-1' }, 400, 'InvalidOperation.ModifySgRuleEntityType'],
    [{ SourcePrefixListId: 'pl-1' }, 400, 'InvalidOperation.ModifySgRuleEntityType'],
    [{ PortRangeListId: 'prl-1' }, 400, 'InvalidOperation.ModifyPortRangeType'],
    [{ IpProtocol: 'icmp' }, 400, 'InvalidParam.ProtocolAndPortRangeMismatch'],
    [{ PortRange: '-1/-1' }, 400, 'InvalidParam.ProtocolAndPortRangeMismatch'],
    [{ IpProtocol: 'icmpv6', PortRange: '-1/-1' }, 400, 'InvalidParam.ProtocolAndAddressFamilyMismatch'],
    [{ Ipv6DestCidrIp: '::1' }, 400, 'InvalidParameter.Conflict'],
    [{ DestCidrIp: '0.0.0.0/0' }, 400, 'InvalidParamter.Conflict'],
    [{ Priority: '0' }, 400, 'InvalidPriority.ValueNotSupported'],
    [{ SecurityGroupId: 'sg-none', Policy: 'drop' }, 404, 'InvalidSecurityGroupId.NotFound'],
  ])('refuses %j', async (wrong, status, code) => {
    const { group, before, SecurityGroupRuleId } = await withRule();
    const refusal = await group.refused('ModifySecurityGroupRule', { SecurityGroupRuleId, ...wrong });
    expect(refusal).toMatchObject({ status, code });
    expect(await onlyRule(group)).toEqual(before);
  });

  it('forgets the owner of the group it was about', async () => {
    const [foreign, group] = [await makeClassicGroup(localyun), await makeClassicGroup(localyun)];
    const other = await makeClassicGroup(localyun, group.account);
    await group.ok('AuthorizeSecurityGroup', {
      IpProtocol: 'all',
      PortRange: '-1/-1',
      NicType: 'intranet',
      SourceGroupId: foreign.id,
      SourceGroupOwnerAccount: foreign.account.accountId,
    });
    const { SecurityGroupRuleId } = await onlyRule(group);
    await group.ok('ModifySecurityGroupRule', { SecurityGroupRuleId, Priority: '2' });
    expect(await onlyRule(group)).toMatchObject({ SourceGroupOwnerAccount: foreign.account.accountId, Priority: '2' });
    await group.ok('ModifySecurityGroupRule', { SecurityGroupRuleId, SourceGroupId: other.id });
    expect(await onlyRule(group)).toMatchObject({ SourceGroupId: other.id, SourceGroupOwnerAccount: '' });
  });

  it('refuses what would make two rules the same', async () => {
    const { group, SecurityGroupRuleId } = await withRule();
    await group.ok('AuthorizeSecurityGroup', { ...webRule, Priority: '2' });
    const refusal = await group.refused('ModifySecurityGroupRule', { SecurityGroupRuleId, Priority: '2' });
    expect(refusal).toMatchObject({ status: 400, code: 'InvalidOperation.RuleDuplicate' });
    expect((await group.rules()).map(({ Priority }) => Priority).sort()).toEqual(['1', '2']);
  });

  it('does not find an outbound rule, nor one of another group', async () => {
    const { group, SecurityGroupRuleId } = await withRule();
    const other = await makeGroup(localyun, group.account, { VpcId: group.vpcId });
    const change = { SecurityGroupRuleId, Description: 'x' };
    for (const refused of [
      group.refused('ModifySecurityGroupEgressRule', change),
      other.refused('ModifySecurityGroupRule', change),
    ]) {
      expect(await refused).toMatchObject({ status: 404, code: 'InvalidSecurityGroupRuleId.NotFound' });
    }
  });
});

describe('ModifySecurityGroupEgressRule', () => {
  const localyun = startTestLocalyun();

  it('changes outbound rules by content and by id', async () => {
    const group = await makeGroup(localyun);
    await group.ok('AuthorizeSecurityGroupEgress', webRuleOut);
    for (let count = 0; count < 2; count += 1) {
      await group.ok('ModifySecurityGroupEgressRule', { ...webRuleOut, Description: 'by content' });
    }
    const { SecurityGroupRuleId, Description } = await onlyRule(group);
    expect(Description).toBe('by content');
    await group.ok('ModifySecurityGroupEgressRule', { SecurityGroupRuleId, DestCidrIp: '10.0.0.0/8', Policy: 'drop' });
    expect(await onlyRule(group)).toMatchObject({ DestCidrIp: '10.0.0.0/8', Policy: 'Drop', Direction: 'egress' });
  });

  it.each([
    [{ ...webRuleOut, Description: 'x' }, 404, 'SecurityGroupRule.NotFound'],
    [{ ...webRuleOut, DestCidrIp: undefined }, 400, 'MissingParameter.Dest'],
    [{ ...webRuleOut, DestCidrIp: 'x' }, 400, 'InvalidDestCidrIp.Malformed'],
    [{ ...webRuleOut, SourceCidrIp: 'x' }, 400, 'InvalidParam.SourceCidrIp'],
    [{ ...webRuleOut, DestCidrIp: undefined, DestGroupId: 'sg-none' }, 404, 'InvalidDestGroupId.NotFound'],
  ])('refuses %j', async (parameters, status, code) => {
    const group = await makeGroup(localyun);
    expect(await group.refused('ModifySecurityGroupEgressRule', parameters)).toMatchObject({ status, code });
  });
});
