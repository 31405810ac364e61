import { utcSeconds } from '../../operation/time.ts';
import type { NamedRule } from './security-group-rule.table.ts';

/** A rule as DescribeSecurityGroupAttribute lists it: every field there, empty where the rule says nothing. */
export function describedRule(rule: NamedRule) {
  const peer = {
    GroupId: rule.peerGroupId ?? '',
    GroupName: rule.peerGroupName ?? '',
    GroupOwnerAccount: rule.peerGroupOwnerAccount,
  };
  const nobody = { GroupId: '', GroupName: '', GroupOwnerAccount: '' };
  const [source, dest] = rule.direction === 'ingress' ? [peer, nobody] : [nobody, peer];
  return {
    SecurityGroupRuleId: rule.securityGroupRuleId,
    Direction: rule.direction,
    IpProtocol: rule.ipProtocol,
    PortRange: rule.portRange,
    SourcePortRange: rule.sourcePortRange,
    Policy: rule.policy,
    Priority: String(rule.priority),
    NicType: rule.nicType,
    SourceCidrIp: rule.sourceCidrIp,
    Ipv6SourceCidrIp: rule.ipv6SourceCidrIp,
    SourceGroupId: source.GroupId,
    SourceGroupName: source.GroupName,
    SourceGroupOwnerAccount: source.GroupOwnerAccount,
    DestCidrIp: rule.destCidrIp,
    Ipv6DestCidrIp: rule.ipv6DestCidrIp,
    DestGroupId: dest.GroupId,
    DestGroupName: dest.GroupName,
    DestGroupOwnerAccount: dest.GroupOwnerAccount,
    // No rule has a list, see docs/limits.md.
    SourcePrefixListId: '',
    SourcePrefixListName: '',
    DestPrefixListId: '',
    DestPrefixListName: '',
    PortRangeListId: '',
    PortRangeListName: '',
    Description: rule.description,
    CreateTime: utcSeconds(rule.createdAtMs),
  };
}
