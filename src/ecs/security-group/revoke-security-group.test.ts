import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { makeGroup, webRule, webRuleOut } from './rules-of-groups.fixture.ts';

describe('RevokeSecurityGroup', () => {
  const localyun = startTestLocalyun();

  it('takes a rule out by what it says, however that is written; again it succeeds too', async () => {
    const group = await makeGroup(localyun);
    await group.ok('AuthorizeSecurityGroup', { ...webRule, SourceCidrIp: '10.0.0.7', Description: 'mine' });
    await group.ok('AuthorizeSecurityGroup', { ...webRule, SourceCidrIp: '10.0.0.7', Priority: '2' });
    const same = {
      IpProtocol: 'TCP',
      PortRange: '80/80',
      SourceCidrIp: '10.0.0.7/32',
      Policy: 'Accept',
      Priority: '1',
    };
    for (let count = 0; count < 2; count += 1) {
      const answer = await group.ok('RevokeSecurityGroup', same);
      expect(Object.keys(answer)).toEqual(['RequestId']);
      expect(await group.rules()).toMatchObject([{ Priority: '2' }]);
    }
    await group.ok('RevokeSecurityGroup', { ...same, Policy: 'drop', Priority: '2' });
    expect(await group.rules()).toHaveLength(1);
  });

  it('takes several rules out from Permissions.N', async () => {
    const group = await makeGroup(localyun);
    const other = await makeGroup(localyun, group.account, { VpcId: group.vpcId });
    const Permissions = [
      webRule,
      { IpProtocol: 'all', PortRange: '-1/-1', SourceGroupId: other.id },
      { IpProtocol: 'icmp', PortRange: '-1/-1', SourceCidrIp: '10.0.0.0/8', Policy: 'drop', Priority: '3' },
    ];
    await group.ok('AuthorizeSecurityGroup', { Permissions });
    await group.ok('RevokeSecurityGroup', { Permissions: Permissions.slice(1) });
    expect(await group.rules()).toMatchObject([{ PortRange: '80/80' }]);
  });

  it('takes rules out by their ids, all or none', async () => {
    const group = await makeGroup(localyun);
    await group.ok('AuthorizeSecurityGroup', { Permissions: [webRule, { ...webRule, PortRange: '81/81' }] });
    await group.ok('AuthorizeSecurityGroupEgress', webRuleOut);
    const [inbound, outbound] = [
      await group.rules({ Direction: 'ingress' }),
      await group.rules({ Direction: 'egress' }),
    ];
    const ids = inbound.map(({ SecurityGroupRuleId }) => SecurityGroupRuleId);
    for (const missing of ['sgr-bp1none', outbound[0]!.SecurityGroupRuleId]) {
      const refusal = await group.refused('RevokeSecurityGroup', { SecurityGroupRuleId: [ids[0], missing] });
      expect(refusal).toMatchObject({ status: 404, code: 'InvalidSecurityGroupRuleId.NotFound' });
      expect(refusal.message).toContain(missing);
    }
    expect(await group.rules()).toHaveLength(3);
    await group.ok('RevokeSecurityGroup', { SecurityGroupRuleId: ids });
    expect(await group.rules()).toEqual(outbound);
    await group.ok('RevokeSecurityGroupEgress', { SecurityGroupRuleId: [outbound[0]!.SecurityGroupRuleId] });
    expect(await group.rules()).toEqual([]);
  });

  it('does not take rules out of another group by id', async () => {
    const group = await makeGroup(localyun);
    const other = await makeGroup(localyun, group.account, { VpcId: group.vpcId });
    await group.ok('AuthorizeSecurityGroup', webRule);
    const [rule] = await group.rules();
    const refusal = await other.refused('RevokeSecurityGroup', { SecurityGroupRuleId: [rule!.SecurityGroupRuleId] });
    expect(refusal).toMatchObject({ status: 404, code: 'InvalidSecurityGroupRuleId.NotFound' });
    expect(await group.rules()).toHaveLength(1);
  });

  it.each([
    [{ ...webRule, PortRange: '9/8' }, 400, 'InvalidIpPortRange.Malformed'],
    [{ ...webRule, PortRange: '-1/-1' }, 400, 'InvalidIpPortRange.Malformed'],
    [{ ...webRule, PortRange: undefined }, 400, 'InvalidPortRange.Malformed'],
    [{ ...webRule, IpProtocol: 'x' }, 400, 'InvalidIpProtocol.ValueNotSupported'],
    [{ ...webRule, NicType: 'internet' }, 403, 'InvalidNicType.Mismatch'],
    [{ ...webRule, SourceCidrIp: 'x' }, 400, 'InvalidSourceCidrIp.Malformed'],
    [{ ...webRule, SourceCidrIp: undefined }, 400, 'MissingParameter.Source'],
    [{ ...webRule, SourceCidrIp: undefined, SourceGroupId: 'sg-none' }, 404, 'InvalidSourceGroupId.NotFound'],
    [{ SecurityGroupRuleId: ['rule'] }, 400, 'InvalidParam.SecurityGroupRuleId'],
    [{ SecurityGroupRuleId: ['sgr-1', 'sgr-1'] }, 400, 'InvalidParam.SecurityGroupRuleIdRepeated'],
    [
      { SecurityGroupRuleId: Array.from({ length: 101 }, (_, n) => `sgr-${n}`) },
      400,
      'InvalidParam.SecurityGroupRuleId',
    ],
    [{ SecurityGroupRuleId: ['sgr-1'], IpProtocol: 'tcp' }, 400, 'InvalidParam.Permissions'],
    [{ SecurityGroupRuleId: ['sgr-1'], Permissions: [webRule] }, 400, 'InvalidParam.Permissions'],
    [{ Permissions: [webRule], Policy: 'drop' }, 400, 'InvalidParam.Permissions'],
    [{ Permissions: [webRule, { ...webRule, IpProtocol: 'TCP' }] }, 400, 'InvalidParam.DuplicatePermissions'],
    [{ ...webRule, SecurityGroupId: 'sg-none' }, 404, 'InvalidSecurityGroupId.NotFound'],
    [{ SecurityGroupRuleId: ['sgr-1'], SecurityGroupId: 'sg-none' }, 404, 'InvalidSecurityGroupId.NotFound'],
  ])('refuses %j', async (parameters, status, code) => {
    const group = await makeGroup(localyun);
    expect(await group.refused('RevokeSecurityGroup', parameters)).toMatchObject({ status, code });
  });

  it('refuses the group itself as the other end', async () => {
    const group = await makeGroup(localyun);
    const about = { IpProtocol: 'all', PortRange: '-1/-1', SourceGroupId: group.id, DestGroupId: group.id };
    expect(await group.refused('RevokeSecurityGroup', about)).toMatchObject({
      status: 400,
      code: 'InvalidParamter.Conflict',
    });
    expect(await group.refused('RevokeSecurityGroupEgress', about)).toMatchObject({
      status: 403,
      code: 'InvalidSecurityGroup.IsSame',
    });
  });
});

describe('RevokeSecurityGroupEgress', () => {
  const localyun = startTestLocalyun();

  it('takes outbound rules out, not inbound ones', async () => {
    const group = await makeGroup(localyun);
    await group.ok('AuthorizeSecurityGroup', webRule);
    await group.ok('AuthorizeSecurityGroupEgress', {
      Permissions: [webRuleOut, { ...webRuleOut, PortRange: '81/81' }],
    });
    await group.ok('RevokeSecurityGroupEgress', { ...webRuleOut, SourceCidrIp: '' });
    expect(await group.rules({ Direction: 'egress' })).toMatchObject([{ PortRange: '81/81' }]);
    await group.ok('RevokeSecurityGroupEgress', { Permissions: [{ ...webRuleOut, PortRange: '81/81' }] });
    expect(await group.rules()).toMatchObject([{ Direction: 'ingress' }]);
  });

  it.each([
    [{ ...webRuleOut, DestCidrIp: undefined }, 400, 'MissingParameter.Dest'],
    [{ ...webRuleOut, DestCidrIp: 'x' }, 400, 'InvalidDestCidrIp.Malformed'],
    [{ ...webRuleOut, DestCidrIp: undefined, DestGroupId: 'sg-none' }, 404, 'InvalidDestGroupId.NotFound'],
    [
      { Permissions: [{ ...webRuleOut, DestGroupOwnerId: '1', Priority: '0' }] },
      400,
      'InvalidPriority.ValueNotSupported',
    ],
  ])('refuses %j', async (parameters, status, code) => {
    const group = await makeGroup(localyun);
    expect(await group.refused('RevokeSecurityGroupEgress', parameters)).toMatchObject({ status, code });
  });
});
