import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { makeClassicGroup, makeGroup, RegionId, webRule } from './rules-of-groups.fixture.ts';

describe('AuthorizeSecurityGroup', () => {
  const localyun = startTestLocalyun();

  it('adds a rule from parameters at the top, with the defaults of a VPC group', async () => {
    const group = await makeGroup(localyun);
    const answer = await group.ok('AuthorizeSecurityGroup', webRule);
    expect(Object.keys(answer)).toEqual(['RequestId']);
    expect(await group.rules()).toEqual([
      {
        SecurityGroupRuleId: expect.stringMatching(/^sgr-bp1[0-9a-z]{17}$/),
        Direction: 'ingress',
        IpProtocol: 'TCP',
        PortRange: '80/80',
        SourcePortRange: '',
        Policy: 'Accept',
        Priority: '1',
        NicType: 'intranet',
        SourceCidrIp: '0.0.0.0/0',
        Ipv6SourceCidrIp: '',
        SourceGroupId: '',
        SourceGroupName: '',
        SourceGroupOwnerAccount: '',
        SourcePrefixListId: '',
        SourcePrefixListName: '',
        DestCidrIp: '',
        Ipv6DestCidrIp: '',
        DestGroupId: '',
        DestGroupName: '',
        DestGroupOwnerAccount: '',
        DestPrefixListId: '',
        DestPrefixListName: '',
        PortRangeListId: '',
        PortRangeListName: '',
        Description: '',
        CreateTime: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
      },
    ]);
  });

  it('adds up to 100 rules from Permissions.N, in any letter case, with networks as they were written', async () => {
    const group = await makeGroup(localyun);
    const Permissions = [
      { IpProtocol: 'UDP', PortRange: '53/53', SourceCidrIp: '10.1.2.3', Policy: 'DROP', Priority: '100' },
      { IpProtocol: 'Icmp', PortRange: '-1/-1', SourceCidrIp: '010.0.0.0/8'.slice(1), Policy: 'Accept' },
      { IpProtocol: 'icmpV6', PortRange: '-1/-1', Ipv6SourceCidrIp: '2001:DB8:0::/32', Description: 'ping' },
      { IpProtocol: 'gre', PortRange: '-1/-1', SourceCidrIp: '192.168.0.0/16', NicType: 'intranet' },
      { IpProtocol: 'all', PortRange: '-1/-1', Ipv6SourceCidrIp: '::/0' },
      {
        IpProtocol: 'tcp',
        PortRange: '1/65535',
        SourcePortRange: '7000/8000',
        SourceCidrIp: '1.1.1.1/32',
        DestCidrIp: '10.0.0.1',
      },
    ];
    await group.ok('AuthorizeSecurityGroup', { Permissions });
    const rules = await group.rules();
    expect(rules).toHaveLength(6);
    expect(rules).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ IpProtocol: 'UDP', Policy: 'Drop', Priority: '100', SourceCidrIp: '10.1.2.3' }),
        expect.objectContaining({ IpProtocol: 'ICMP', SourceCidrIp: '10.0.0.0/8', PortRange: '-1/-1' }),
        expect.objectContaining({ IpProtocol: 'ICMPv6', Ipv6SourceCidrIp: '2001:DB8:0::/32', Description: 'ping' }),
        expect.objectContaining({ IpProtocol: 'GRE' }),
        expect.objectContaining({ IpProtocol: 'ALL', Ipv6SourceCidrIp: '::/0' }),
        expect.objectContaining({ SourcePortRange: '7000/8000', DestCidrIp: '10.0.0.1' }),
      ]),
    );
    const hundred = Array.from({ length: 100 }, (_, n) => ({ ...webRule, PortRange: `${n + 1}/${n + 1}` }));
    await group.ok('AuthorizeSecurityGroup', { Permissions: hundred });
    expect(await group.rules()).toHaveLength(106);
    const refusal = await group.refused('AuthorizeSecurityGroup', {
      Permissions: [...hundred, { ...webRule, PortRange: '101/101' }],
    });
    expect(refusal).toMatchObject({ status: 400, code: 'InvalidParam.Permissions' });
  });

  it('leaves a rule alone that is there already, however it is written', async () => {
    const group = await makeGroup(localyun);
    await group.ok('AuthorizeSecurityGroup', { ...webRule, SourceCidrIp: '10.0.0.0/8', Description: 'first' });
    const before = await group.rules();
    for (const same of [
      { Description: 'second' },
      { IpProtocol: 'TCP', Policy: 'accept', Priority: '1', NicType: 'intranet' },
      { SourceCidrIp: '10.200.0.1/8' },
    ]) {
      await group.ok('AuthorizeSecurityGroup', { ...webRule, SourceCidrIp: '10.0.0.0/8', ...same });
    }
    expect(await group.rules()).toEqual(before);
    for (const other of [{ Priority: '2' }, { Policy: 'drop' }, { PortRange: '80/81' }, { SourcePortRange: '1/1' }]) {
      await group.ok('AuthorizeSecurityGroup', { ...webRule, SourceCidrIp: '10.0.0.0/8', ...other });
    }
    expect(await group.rules()).toHaveLength(5);
    const ping = { IpProtocol: 'icmp', PortRange: '-1/-1', SourceCidrIp: '10.0.0.0/8' };
    await group.ok('AuthorizeSecurityGroup', ping);
    await group.ok('AuthorizeSecurityGroup', { ...ping, SourcePortRange: '-1/-1' });
    expect(await group.rules()).toHaveLength(6);
  });

  it('repeats the answer to a repeated request with the same ClientToken', async () => {
    const group = await makeGroup(localyun);
    const request = { ...webRule, ClientToken: 'once' };
    await group.ok('AuthorizeSecurityGroup', request);
    await group.ok('AuthorizeSecurityGroup', request);
    expect(await group.rules()).toHaveLength(1);
    const refusal = await group.refused('AuthorizeSecurityGroup', { ...request, PortRange: '81/81' });
    expect(refusal.code).toBe('IdempotentParameterMismatch');
  });

  it('authorizes the members of another group of the VPC; a network comes first where both are given', async () => {
    const group = await makeGroup(localyun);
    const other = await makeGroup(localyun, group.account, { VpcId: group.vpcId, SecurityGroupName: 'other-group' });
    await group.ok('AuthorizeSecurityGroup', { IpProtocol: 'all', PortRange: '-1/-1', SourceGroupId: other.id });
    expect(await group.rules()).toMatchObject([
      { SourceGroupId: other.id, SourceGroupName: 'other-group', SourceGroupOwnerAccount: '', SourceCidrIp: '' },
    ]);
    await group.ok('AuthorizeSecurityGroup', { ...webRule, SourceGroupId: 'sg-none', SourcePrefixListId: 'pl-none' });
    expect(await group.rules()).toContainEqual(
      expect.objectContaining({ SourceGroupId: '', SourceCidrIp: '0.0.0.0/0', SourcePrefixListId: '' }),
    );
  });

  it('authorizes a classic group of another account, named by its account', async () => {
    const [owner, stranger] = [localyun.account(), localyun.account()];
    const group = await makeClassicGroup(localyun, owner);
    const foreign = await makeClassicGroup(localyun, stranger);
    const wanted = { IpProtocol: 'all', PortRange: '-1/-1', NicType: 'intranet', SourceGroupId: foreign.id };
    const refusal = await group.refused('AuthorizeSecurityGroup', wanted);
    expect(refusal).toMatchObject({ status: 404, code: 'InvalidSourceGroupId.NotFound' });
    const unknown = await group.refused('AuthorizeSecurityGroup', { ...wanted, SourceGroupOwnerId: '4711' });
    expect(unknown).toMatchObject({ status: 404, code: 'InvalidSourceGroupId.NotFound' });
    await group.ok('AuthorizeSecurityGroup', { ...wanted, SourceGroupOwnerId: stranger.accountId });
    expect(await group.rules()).toMatchObject([
      { SourceGroupId: foreign.id, SourceGroupOwnerAccount: stranger.accountId, NicType: 'intranet' },
    ]);
    await group.ok('AuthorizeSecurityGroup', { ...webRule });
    expect(await group.rules({ NicType: 'internet' })).toMatchObject([{ PortRange: '80/80', NicType: 'internet' }]);
    expect(await group.rules({ NicType: 'intranet' })).toMatchObject([{ PortRange: '-1/-1' }]);
    expect(await group.rules()).toHaveLength(2);
  });

  it('adds all rules of a request or none', async () => {
    const group = await makeGroup(localyun);
    const refusal = await group.refused('AuthorizeSecurityGroup', {
      Permissions: [webRule, { IpProtocol: 'all', PortRange: '-1/-1', SourceGroupId: 'sg-none' }],
    });
    expect(refusal).toMatchObject({ status: 404, code: 'InvalidSourceGroupId.NotFound' });
    expect(refusal.message).toContain('Permissions.2.SourceGroupId');
    expect(await group.rules()).toEqual([]);
  });

  it.each([
    [{ IpProtocol: undefined }, 400, 'InvalidIpProtocol.ValueNotSupported'],
    [{ IpProtocol: 'sctp' }, 400, 'InvalidIpProtocol.ValueNotSupported'],
    [{ PortRange: undefined }, 400, 'InvalidPortRange.Malformed'],
    [{ PortRange: '80' }, 400, 'InvalidParam.PortRange'],
    [{ PortRange: '80-90' }, 400, 'InvalidParam.PortRange'],
    [{ PortRange: '1/65536' }, 400, 'InvalidParam.PortRange'],
    [{ PortRange: '080/80' }, 400, 'InvalidParam.PortRange'],
    [{ PortRange: '200/1' }, 400, 'InvalidIpProtocol.Malformed'],
    [{ PortRange: '0/80' }, 400, 'InvalidIpProtocol.Malformed'],
    [{ PortRange: '-1/80' }, 400, 'InvalidIpProtocol.Malformed'],
    [{ PortRange: '-1/-1' }, 400, 'OperationDenied'],
    [{ IpProtocol: 'icmp' }, 400, 'OperationDenied'],
    [{ IpProtocol: 'all', PortRange: '1/65535' }, 400, 'OperationDenied'],
    [{ SourcePortRange: '-1/-1' }, 400, 'InvalidSourcePortRange.Malformed'],
    [{ SourcePortRange: '9/8' }, 400, 'InvalidSourcePortRange.Malformed'],
    [{ Policy: 'deny' }, 400, 'InvalidPolicy.Malformed'],
    [{ Priority: 'high' }, 400, 'InvalidPriority.Malformed'],
    [{ Priority: '1.5' }, 400, 'InvalidPriority.Malformed'],
    [{ Priority: '0' }, 400, 'InvalidPriority.ValueNotSupported'],
    [{ Priority: '101' }, 400, 'InvalidPriority.ValueNotSupported'],
    [{ NicType: 'extranet' }, 400, 'InvalidNicType.ValueNotSupported'],
    [{ NicType: 'internet' }, 400, 'InvalidNicType.Mismatch'],
    [{ SourceCidrIp: undefined }, 400, 'MissingParameter.Source'],
    [{ SourceCidrIp: '10.0.0.0/33' }, 400, 'InvalidSourceCidrIp.Malformed'],
    [{ SourceCidrIp: '10.0.0/8' }, 400, 'InvalidSourceCidrIp.Malformed'],
    [{ SourceCidrIp: '10.0.0.0/8/8' }, 400, 'InvalidSourceCidrIp.Malformed'],
    [{ SourceCidrIp: '::/0' }, 400, 'InvalidSourceCidrIp.Malformed'],
    [{ DestCidrIp: 'here' }, 400, 'InvalidDestCidrIp.Malformed'],
    [{ DestCidrIp: '0.0.0.0/0' }, 400, 'InvalidParamter.Conflict'],
    [{ Ipv6SourceCidrIp: '::/0' }, 400, 'InvalidParam.SourceIp'],
    [{ DestCidrIp: '10.0.0.1', Ipv6DestCidrIp: '::1' }, 400, 'InvalidParam.DestIp'],
    [{ Ipv6DestCidrIp: '::/0' }, 400, 'InvalidParameter.Conflict'],
    [{ SourceCidrIp: undefined, Ipv6SourceCidrIp: '::/0', DestCidrIp: '10.0.0.1' }, 400, 'InvalidParameter.Conflict'],
    [{ SourceCidrIp: undefined, Ipv6SourceCidrIp: '::g/0' }, 400, 'InvalidParam.Ipv6SourceCidrIp'],
    [{ SourceCidrIp: undefined, Ipv6SourceCidrIp: '10.0.0.0/8' }, 400, 'InvalidParam.Ipv6SourceCidrIp'],
    [{ SourceCidrIp: undefined, Ipv6SourceCidrIp: 'fe80::1%eth0' }, 400, 'InvalidParam.Ipv6SourceCidrIp'],
    [{ SourceCidrIp: undefined, Ipv6SourceCidrIp: '::/129' }, 400, 'ILLEGAL_IPV6_CIDR'],
    [{ Ipv6DestCidrIp: 'there' }, 400, 'InvalidParam.Ipv6DestCidrIp'],
    [
      { IpProtocol: 'icmp', PortRange: '-1/-1', SourceCidrIp: undefined, Ipv6SourceCidrIp: '::/0' },
      400,
      'InvalidParam.Ipv4ProtocolConflictWithIpv6Address',
    ],
    [{ IpProtocol: 'icmpv6', PortRange: '-1/-1' }, 400, 'InvalidParam.Ipv6ProtocolConflictWithIpv4Address'],
    [{ SourceCidrIp: undefined, SourceGroupId: 'sg-bp1none' }, 404, 'InvalidSourceGroupId.NotFound'],
    [{ SourceCidrIp: undefined, SourceGroupId: 'sg none' }, 400, 'InvalidSourceGroup.NotFound'],
    [{ SourceCidrIp: undefined, SourcePrefixListId: 'pl-x' }, 404, 'InvalidPrefixListId.NotFound'],
    [{ Description: 'x'.repeat(513) }, 400, 'InvalidSecurityGroupDiscription.Malformed'],
    [{ SecurityGroupId: 'sg 1' }, 400, 'InvalidSecurityGroupId.Malformed'],
    [{ SecurityGroupId: 'sg-bp1none' }, 404, 'InvalidSecurityGroupId.NotFound'],
    [{ SecurityGroupId: undefined }, 400, 'MissingParameter'],
  ])('refuses %j', async (wrong, status, code) => {
    const group = await makeGroup(localyun);
    const refusal = await group.refused('AuthorizeSecurityGroup', { ...webRule, ...wrong });
    expect(refusal).toMatchObject({ status, code });
    expect(refusal.message).not.toMatch(/undefined|\{/);
    if ('SecurityGroupId' in wrong) return;
    const { SecurityGroupId: _, ...permission } = { ...webRule, ...wrong } as Record<string, unknown>;
    const again = await group.refused('AuthorizeSecurityGroup', { Permissions: [permission] });
    expect(again).toMatchObject({ status, code });
    expect(await group.rules()).toEqual([]);
  });

  it.each([
    [{ Permissions: [webRule], PortRange: '80/80' }, 400, 'InvalidParam.Permissions'],
    [{ Permissions: [webRule, webRule] }, 400, 'InvalidParam.DuplicatePermissions'],
    [
      { Permissions: [{ ...webRule, PortRange: undefined, PortRangeListId: 'prl-x' }] },
      400,
      'InvalidPortRangeListId.NotFound',
    ],
    [
      { Permissions: [{ IpProtocol: 'gre', PortRangeListId: 'prl-x', SourceCidrIp: '10.0.0.1' }] },
      400,
      'InvalidParam.ProtocolNotSupportPortRangeList',
    ],
    [{}, 400, 'InvalidIpProtocol.ValueNotSupported'],
  ])('refuses %j', async (parameters, status, code) => {
    const group = await makeGroup(localyun);
    expect(await group.refused('AuthorizeSecurityGroup', parameters)).toMatchObject({ status, code });
  });

  it('refuses groups that a rule cannot be about', async () => {
    const group = await makeGroup(localyun);
    const { account, vpcId } = group;
    const about = (SourceGroupId: string, more = {}) => ({
      IpProtocol: 'all',
      PortRange: '-1/-1',
      SourceGroupId,
      ...more,
    });
    const advanced = await makeGroup(localyun, account, { VpcId: vpcId, SecurityGroupType: 'enterprise' });
    const elsewhere = await makeGroup(localyun, account);
    const classic = await makeClassicGroup(localyun, account);
    const other = await makeClassicGroup(localyun, account);
    for (const [refused, status, code] of [
      [group.refused('AuthorizeSecurityGroup', about(group.id)), 403, 'InvalidParamter.Conflict'],
      [group.refused('AuthorizeSecurityGroup', about(elsewhere.id)), 400, 'InvalidSourceGroupId.Mismatch'],
      [group.refused('AuthorizeSecurityGroup', about(classic.id)), 403, 'InvalidNetworkType.Conflict'],
      [group.refused('AuthorizeSecurityGroup', about(advanced.id)), 400, 'InvalidGroupAuthParameter.OperationDenied'],
      [advanced.refused('AuthorizeSecurityGroup', about(group.id)), 400, 'InvalidGroupParameter.OperationDenied'],
      [classic.refused('AuthorizeSecurityGroup', about(other.id)), 403, 'InvalidSourceGroupId.Mismatch'],
      [
        classic.refused('AuthorizeSecurityGroup', { ...webRule, SourceCidrIp: undefined, Ipv6SourceCidrIp: '::/0' }),
        400,
        'InvalidSecurityGroup.InvalidNetworkType',
      ],
      [
        classic.refused('AuthorizeSecurityGroup', { ...webRule, SourceCidrIp: undefined, SourcePrefixListId: 'pl-1' }),
        400,
        'NotSupported.ClassicNetworkPrefixList',
      ],
    ] as const) {
      expect(await refused).toMatchObject({ status, code });
    }
    await advanced.ok('AuthorizeSecurityGroup', { ...webRule, Policy: 'drop' });
  });

  it('does not reach the group of another account or region', async () => {
    const group = await makeGroup(localyun);
    const stranger = localyun.account();
    for (const [account, region] of [
      [stranger, RegionId],
      [group.account, 'cn-beijing'],
    ] as const) {
      const parameters = { ...webRule, RegionId: region, SecurityGroupId: group.id };
      const refusal = await account.refused('Ecs', 'AuthorizeSecurityGroup', parameters);
      expect(refusal).toMatchObject({ status: 404, code: 'InvalidSecurityGroupId.NotFound' });
    }
    expect(await group.rules()).toEqual([]);
  });
});
