import { describe, expect, it } from 'vitest';
import { startTestLocalyun } from '../../../test/support/localyun.ts';
import { makeClassicGroup, makeGroup, webRule, webRuleOut } from './rules-of-groups.fixture.ts';

const noCidr = { SourceCidrIp: undefined, DestCidrIp: undefined };
/** Given to either direction; each reads its own. */
const peer = (id: string) => ({ ...noCidr, SourceGroupId: id, DestGroupId: id });

/** What every operation on rules refuses in a rule, wherever it stands. */
const wrongRules = [
  [{ IpProtocol: 'sctp' }, 400, 'InvalidIpProtocol.ValueNotSupported'],
  [{ PortRange: 'http' }, 400, 'InvalidParam.PortRange'],
  [{ SourcePortRange: 'any' }, 400, 'InvalidSourcePortRange.Malformed'],
  [{ Policy: 'reject' }, 400, 'InvalidPolicy.Malformed'],
  [{ Priority: 'first' }, 400, 'InvalidPriority.Malformed'],
  [{ Priority: '-1' }, 400, 'InvalidPriority.ValueNotSupported'],
  [{ NicType: 'public' }, 400, 'InvalidNicType.ValueNotSupported'],
  [{ SourceCidrIp: '10.0.0.1', Ipv6SourceCidrIp: '::1' }, 400, 'InvalidParam.SourceIp'],
  [{ DestCidrIp: '10.0.0.1', Ipv6DestCidrIp: '::1' }, 400, 'InvalidParam.DestIp'],
  [{ SourceCidrIp: '10.0.0.1', DestCidrIp: undefined, Ipv6DestCidrIp: '::1' }, 400, 'InvalidParameter.Conflict'],
  [{ SourceCidrIp: '10.0.0.9/8', DestCidrIp: '10.0.0.0/8' }, 400, 'InvalidParamter.Conflict'],
  [{ ...noCidr, Ipv6SourceCidrIp: 'x', Ipv6DestCidrIp: '::1' }, 400, 'InvalidParam.Ipv6SourceCidrIp'],
  [{ ...noCidr, Ipv6SourceCidrIp: '::1', Ipv6DestCidrIp: '::1::' }, 400, 'InvalidParam.Ipv6DestCidrIp'],
  [{ ...noCidr, Ipv6SourceCidrIp: '::1', Ipv6DestCidrIp: '::/0129' }, 400, 'ILLEGAL_IPV6_CIDR'],
  [
    { ...noCidr, IpProtocol: 'icmp', PortRange: '-1/-1', Ipv6SourceCidrIp: '::1', Ipv6DestCidrIp: '::2' },
    400,
    'InvalidParam.Ipv4ProtocolConflictWithIpv6Address',
  ],
  [{ IpProtocol: 'icmpv6', PortRange: '-1/-1' }, 400, 'InvalidParam.Ipv6ProtocolConflictWithIpv4Address'],
  [{ ...noCidr, SourcePrefixListId: 'pl-1', DestPrefixListId: 'pl-1' }, 404, 'InvalidPrefixListId.NotFound'],
  [{ Description: 'x'.repeat(513) }, 400, 'InvalidSecurityGroupDiscription.Malformed'],
  [{ SecurityGroupId: 'sg 1' }, 400, 'InvalidSecurityGroupId.Malformed'],
  [{ SecurityGroupId: 'sg-none' }, 404, 'InvalidSecurityGroupId.NotFound'],
] as const;

describe('a wrong rule', () => {
  const localyun = startTestLocalyun();
  it.each([
    ['AuthorizeSecurityGroup', webRule],
    ['AuthorizeSecurityGroupEgress', webRuleOut],
    ['RevokeSecurityGroup', webRule],
    ['RevokeSecurityGroupEgress', webRuleOut],
    ['ModifySecurityGroupRule', webRule],
    ['ModifySecurityGroupEgressRule', webRuleOut],
  ])('is refused by %s with the code of what is wrong', async (action, rule) => {
    const group = await makeGroup(localyun);
    for (const [wrong, status, code] of wrongRules) {
      const refusal = await group.refused(action, { ...rule, ...wrong });
      expect({ wrong, ...refusal }).toMatchObject({ wrong, status, code });
      expect(refusal.message).not.toMatch(/undefined|[{}]/);
    }
  });

  it.each([
    {
      action: 'AuthorizeSecurityGroup',
      rule: webRule,
      ports: ['OperationDenied', 'InvalidIpProtocol.Malformed'],
      networks: ['InvalidSourceCidrIp.Malformed', 'InvalidDestCidrIp.Malformed'],
      sameGroup: { status: 403, code: 'InvalidParamter.Conflict' },
      malformedGroup: { status: 400, code: 'InvalidSourceGroup.NotFound' },
      nicTypeStatus: 400,
    },
    {
      action: 'AuthorizeSecurityGroupEgress',
      rule: webRuleOut,
      ports: ['OperationDenied', 'InvalidIpProtocol.Malformed'],
      networks: ['InvalidParam.SourceCidrIp', 'InvalidDestCidrIp.Malformed'],
      sameGroup: { status: 403, code: 'InvalidSecurityGroup.IsSame' },
      malformedGroup: { status: 400, code: 'InvalidDestGroup.NotFound' },
      nicTypeStatus: 400,
    },
    {
      action: 'RevokeSecurityGroup',
      rule: webRule,
      ports: ['InvalidIpPortRange.Malformed', 'InvalidIpPortRange.Malformed'],
      networks: ['InvalidSourceCidrIp.Malformed', 'InvalidDestCidrIp.Malformed'],
      sameGroup: { status: 400, code: 'InvalidParamter.Conflict' },
      malformedGroup: { status: 404, code: 'InvalidSourceGroupId.NotFound' },
      nicTypeStatus: 403,
    },
    {
      action: 'RevokeSecurityGroupEgress',
      rule: webRuleOut,
      ports: ['InvalidIpPortRange.Malformed', 'InvalidIpPortRange.Malformed'],
      networks: ['InvalidParam.SourceCidrIp', 'InvalidDestCidrIp.Malformed'],
      sameGroup: { status: 403, code: 'InvalidSecurityGroup.IsSame' },
      malformedGroup: { status: 404, code: 'InvalidDestGroupId.NotFound' },
      nicTypeStatus: 403,
    },
    {
      action: 'ModifySecurityGroupRule',
      rule: webRule,
      ports: ['OperationDenied', 'InvalidIpProtocol.Malformed'],
      networks: ['InvalidSourceCidrIp.Malformed', 'InvalidParam.DestCidrIp'],
      sameGroup: { status: 403, code: 'InvalidParamter.Conflict' },
      malformedGroup: { status: 400, code: 'InvalidSourceGroup.NotFound' },
      nicTypeStatus: 400,
    },
    {
      action: 'ModifySecurityGroupEgressRule',
      rule: webRuleOut,
      ports: ['OperationDenied', 'InvalidIpProtocol.Malformed'],
      networks: ['InvalidParam.SourceCidrIp', 'InvalidDestCidrIp.Malformed'],
      sameGroup: { status: 403, code: 'InvalidSecurityGroup.IsSame' },
      malformedGroup: { status: 400, code: 'InvalidDestGroup.NotFound' },
      nicTypeStatus: 400,
    },
  ])('is refused by $action with codes of its own', async (one) => {
    const { action, rule, ports, networks, sameGroup, malformedGroup, nicTypeStatus } = one;
    const group = await makeGroup(localyun);
    for (const [wrong, refusal] of [
      [{ PortRange: '-1/-1' }, { status: 400, code: ports[0] }],
      [{ PortRange: '2/1' }, { status: 400, code: ports[1] }],
      [{ SourceCidrIp: '10.0.0.0/x' }, { status: 400, code: networks[0] }],
      [{ DestCidrIp: '10.0.0.0.0' }, { status: 400, code: networks[1] }],
      [peer(group.id), sameGroup],
      [peer('sg none'), malformedGroup],
      [{ NicType: 'internet' }, { status: nicTypeStatus, code: 'InvalidNicType.Mismatch' }],
    ] as const) {
      expect({ wrong, ...(await group.refused(action, { ...rule, ...wrong })) }).toMatchObject({ wrong, ...refusal });
    }
  });

  it.each([
    ['AuthorizeSecurityGroup', webRule, 'Source', 'InvalidNetworkType.Conflict'],
    ['AuthorizeSecurityGroupEgress', webRuleOut, 'Dest', 'InvalidNetworkType.Conflict'],
    ['RevokeSecurityGroup', webRule, 'Source', 'InvalidNetworkType.Conflict'],
    ['RevokeSecurityGroupEgress', webRuleOut, 'Dest', 'InvalidNetworkType.Conflict'],
    ['ModifySecurityGroupRule', webRule, 'Source', 'InvalidNetworkType.Mismatch'],
    ['ModifySecurityGroupEgressRule', webRuleOut, 'Dest', 'InvalidNetworkType.Mismatch'],
  ])('is refused by %s for the group it is about, or is in', async (action, rule, end, networkType) => {
    const group = await makeGroup(localyun);
    const { account, vpcId: VpcId } = group;
    const advanced = await makeGroup(localyun, account, { VpcId, SecurityGroupType: 'enterprise' });
    const elsewhere = await makeGroup(localyun, account);
    const [classic, other] = [await makeClassicGroup(localyun, account), await makeClassicGroup(localyun, account)];
    const otherVpc = end === 'Source' ? 'InvalidSourceGroupId.Mismatch' : 'InvalidDestGroupId.Mismatch';
    const unknown = end === 'Source' ? 'InvalidSourceGroupId.NotFound' : 'InvalidDestGroupId.NotFound';
    const missing = end === 'Source' ? 'MissingParameter.Source' : 'MissingParameter.Dest';
    for (const [asking, wrong, status, code] of [
      [group, noCidr, 400, missing],
      [group, peer('sg-none'), 404, unknown],
      [group, peer(elsewhere.id), 400, otherVpc],
      [group, peer(classic.id), 403, networkType],
      [group, peer(advanced.id), 400, 'InvalidGroupAuthParameter.OperationDenied'],
      [advanced, peer(group.id), 400, 'InvalidGroupParameter.OperationDenied'],
      [classic, peer(other.id), 403, otherVpc],
      [
        classic,
        { ...noCidr, Ipv6SourceCidrIp: '::1', Ipv6DestCidrIp: '::2' },
        400,
        'InvalidSecurityGroup.InvalidNetworkType',
      ],
      [
        classic,
        { ...noCidr, SourcePrefixListId: 'pl-1', DestPrefixListId: 'pl-1' },
        400,
        'NotSupported.ClassicNetworkPrefixList',
      ],
    ] as const) {
      const refusal = await asking.refused(action, { ...rule, ...wrong });
      expect({ wrong, ...refusal }).toMatchObject({ wrong, status, code });
      expect(refusal.message).not.toMatch(/undefined|[{}]/);
    }
  });
});

describe('Permissions.N', () => {
  const localyun = startTestLocalyun();
  it.each([
    ['AuthorizeSecurityGroup', webRule],
    ['AuthorizeSecurityGroupEgress', webRuleOut],
    ['RevokeSecurityGroup', webRule],
    ['RevokeSecurityGroupEgress', webRuleOut],
  ])('of %s are refused where they are not rules in order', async (action, rule) => {
    const group = await makeGroup(localyun);
    const withList = { ...rule, PortRange: undefined, PortRangeListId: 'prl-1' };
    for (const [parameters, code] of [
      [{ Permissions: [rule], Policy: 'drop' }, 'InvalidParam.Permissions'],
      [{ Permissions: new Array(101).fill(rule) }, 'InvalidParam.Permissions'],
      [{ Permissions: [rule, rule] }, 'InvalidParam.DuplicatePermissions'],
      [{ Permissions: [{ ...rule, PortRange: undefined }] }, 'InvalidPortRange.Malformed'],
      [{ Permissions: [withList] }, 'InvalidPortRangeListId.NotFound'],
      [{ Permissions: [{ ...withList, IpProtocol: 'gre' }] }, 'InvalidParam.ProtocolNotSupportPortRangeList'],
    ] as const) {
      expect({ parameters, ...(await group.refused(action, parameters)) }).toMatchObject({ status: 400, code });
    }
  });
});

describe('SecurityGroupRuleId', () => {
  const localyun = startTestLocalyun();
  it.each([
    ['RevokeSecurityGroup', webRule],
    ['RevokeSecurityGroupEgress', webRuleOut],
  ])('of %s has to name rules that are there, each once, and nothing beside', async (action, rule) => {
    const group = await makeGroup(localyun);
    for (const [parameters, status, code] of [
      [{ SecurityGroupRuleId: ['rule'] }, 400, 'InvalidParam.SecurityGroupRuleId'],
      [{ SecurityGroupRuleId: ['sgr-1', 'sgr-1'] }, 400, 'InvalidParam.SecurityGroupRuleIdRepeated'],
      [{ SecurityGroupRuleId: ['sgr-1'] }, 404, 'InvalidSecurityGroupRuleId.NotFound'],
      [{ SecurityGroupRuleId: ['sgr-1'], ...rule }, 400, 'InvalidParam.Permissions'],
    ] as const) {
      expect({ parameters, ...(await group.refused(action, parameters)) }).toMatchObject({ status, code });
    }
  });

  it.each([
    ['ModifySecurityGroupRule', 'AuthorizeSecurityGroup', webRule],
    ['ModifySecurityGroupEgressRule', 'AuthorizeSecurityGroupEgress', webRuleOut],
  ])('of %s goes with changes that the rule can take', async (action, authorize, rule) => {
    const group = await makeGroup(localyun);
    await group.ok(authorize, { Permissions: [rule, { ...rule, Priority: '2' }] });
    const rules = await group.rules();
    const SecurityGroupRuleId = rules.find(({ Priority }) => Priority === '1')!.SecurityGroupRuleId;
    for (const [wrong, status, code] of [
      [{ SecurityGroupRuleId: 'rule', Policy: 'drop' }, 400, 'InvalidParam.SecurityGroupRuleId'],
      [{ SecurityGroupRuleId: 'sgr-1', Policy: 'drop' }, 404, 'InvalidSecurityGroupRuleId.NotFound'],
      [{}, 400, 'InvalidParam.InvalidModifyRuleRequest'],
      [{ NicType: 'internet' }, 400, 'InvalidOperation.ModifyNicType'],
      [{ PortRangeListId: 'prl-1' }, 400, 'InvalidOperation.ModifyPortRangeType'],
      [{ SourceGroupId: 'sg-1', DestGroupId: 'sg-1' }, 400, 'InvalidOperation.ModifySgRuleEntityType'],
      [{ Priority: '2' }, 400, 'InvalidOperation.RuleDuplicate'],
      [{ IpProtocol: 'gre' }, 400, 'InvalidParam.ProtocolAndPortRangeMismatch'],
      [{ IpProtocol: 'icmpv6', PortRange: '-1/-1' }, 400, 'InvalidParam.ProtocolAndAddressFamilyMismatch'],
    ] as const) {
      const refusal = await group.refused(action, { SecurityGroupRuleId, ...wrong });
      expect({ wrong, ...refusal }).toMatchObject({ wrong, status, code });
      expect(refusal.message).not.toMatch(/undefined|[{}]/);
    }
    const unknown = { ...rule, PortRange: undefined, PortRangeListId: 'prl-1' };
    expect((await group.refused(action, unknown)).code).toBe('InvalidPortRangeListId.NotFound');
    const withoutPorts = { ...unknown, IpProtocol: 'gre' };
    expect((await group.refused(action, withoutPorts)).code).toBe('InvalidParam.ProtocolNotSupportPortRangeList');
    expect(await group.rules()).toEqual(rules);
  });
});
