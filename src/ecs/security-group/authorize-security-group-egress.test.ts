import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { makeClassicGroup, makeGroup, webRule, webRuleOut } from './rules-of-groups.fixture.ts';

describe('AuthorizeSecurityGroupEgress', () => {
  const localyun = startTestLocalyun();

  it('adds outbound rules beside inbound ones', async () => {
    const group = await makeGroup(localyun);
    const other = await makeGroup(localyun, group.account, { VpcId: group.vpcId, SecurityGroupName: 'other-group' });
    await group.ok('AuthorizeSecurityGroup', webRule);
    await group.ok('AuthorizeSecurityGroupEgress', webRuleOut);
    await group.ok('AuthorizeSecurityGroupEgress', {
      Permissions: [
        { IpProtocol: 'all', PortRange: '-1/-1', DestGroupId: other.id, Policy: 'drop', Priority: '7' },
        { IpProtocol: 'udp', PortRange: '53/53', Ipv6DestCidrIp: '::/0', Ipv6SourceCidrIp: '2001:db8::1' },
      ],
    });
    expect(await group.rules({ Direction: 'ingress' })).toMatchObject([
      { Direction: 'ingress', ...{ SourceCidrIp: '0.0.0.0/0' } },
    ]);
    const outbound = await group.rules({ Direction: 'egress' });
    expect(outbound).toHaveLength(3);
    expect(outbound).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ Direction: 'egress', DestCidrIp: '0.0.0.0/0', SourceCidrIp: '', PortRange: '80/80' }),
        expect.objectContaining({
          DestGroupId: other.id,
          DestGroupName: 'other-group',
          SourceGroupId: '',
          Policy: 'Drop',
          Priority: '7',
        }),
        expect.objectContaining({ Ipv6DestCidrIp: '::/0', Ipv6SourceCidrIp: '2001:db8::1' }),
      ]),
    );
    expect(await group.rules({ Direction: 'all' })).toHaveLength(4);
  });

  it.each([
    [{ DestCidrIp: undefined }, 400, 'MissingParameter.Dest'],
    [{ DestCidrIp: '10.0.0.256' }, 400, 'InvalidDestCidrIp.Malformed'],
    [{ SourceCidrIp: '10.0.0.256' }, 400, 'InvalidParam.SourceCidrIp'],
    [{ SourceCidrIp: '0.0.0.0/0' }, 400, 'InvalidParamter.Conflict'],
    [{ DestCidrIp: undefined, Ipv6DestCidrIp: 'x' }, 400, 'InvalidParam.Ipv6DestCidrIp'],
    [{ DestCidrIp: undefined, DestGroupId: 'sg-bp1none' }, 404, 'InvalidDestGroupId.NotFound'],
    [{ DestCidrIp: undefined, DestGroupId: 'sg none' }, 400, 'InvalidDestGroup.NotFound'],
    [{ DestCidrIp: undefined, DestPrefixListId: 'pl-x' }, 404, 'InvalidPrefixListId.NotFound'],
    [{ DestCidrIp: undefined, SourceCidrIp: '10.0.0.1' }, 400, 'MissingParameter.Dest'],
  ])('refuses %j', async (wrong, status, code) => {
    const group = await makeGroup(localyun);
    const refusal = await group.refused('AuthorizeSecurityGroupEgress', { ...webRuleOut, ...wrong });
    expect(refusal).toMatchObject({ status, code });
    expect(await group.rules()).toEqual([]);
  });

  it('refuses groups that a rule cannot be about', async () => {
    const group = await makeGroup(localyun);
    const { account, vpcId } = group;
    const about = (DestGroupId: string) => ({ IpProtocol: 'all', PortRange: '-1/-1', DestGroupId });
    const advanced = await makeGroup(localyun, account, { VpcId: vpcId, SecurityGroupType: 'enterprise' });
    const elsewhere = await makeGroup(localyun, account);
    const classic = await makeClassicGroup(localyun, account);
    const other = await makeClassicGroup(localyun, account);
    for (const [asking, asked, status, code] of [
      [group, group, 403, 'InvalidSecurityGroup.IsSame'],
      [group, elsewhere, 400, 'InvalidDestGroupId.Mismatch'],
      [group, classic, 403, 'InvalidNetworkType.Conflict'],
      [group, advanced, 400, 'InvalidGroupAuthParameter.OperationDenied'],
      [advanced, group, 400, 'InvalidGroupParameter.OperationDenied'],
      [classic, other, 403, 'InvalidDestGroupId.Mismatch'],
    ] as const) {
      const refusal = await asking.refused('AuthorizeSecurityGroupEgress', about(asked.id));
      expect(refusal).toMatchObject({ status, code });
    }
  });
});
