import { canonicalNetwork, parseIpNetwork } from './ip-network.ts';

/** `ingress` rules are about packets to the members of the group, `egress` rules about packets from them. */
export type Direction = 'ingress' | 'egress';

/** As they are answered; requests may write them in any letter case. `ICMP` is that of IPv4. */
export const protocols = ['TCP', 'UDP', 'ICMP', 'ICMPv6', 'GRE', 'ALL'] as const;
export type Protocol = (typeof protocols)[number];

export type Policy = 'Accept' | 'Drop';

/** Rules of VPC groups are all `intranet` and hold for packets of the internet too. */
export type NicType = 'internet' | 'intranet';

/** What makes two rules of one group the same rule: everything but the description. */
export interface RuleContent {
  readonly direction: Direction;
  readonly ipProtocol: Protocol;
  /** The destination ports, `first/last`; `-1/-1` where the protocol has none. */
  readonly portRange: string;
  /** The source ports, `first/last`; empty or `-1/-1` for any. */
  readonly sourcePortRange: string;
  readonly policy: Policy;
  /** 1 to 100; the smaller number is looked at first. */
  readonly priority: number;
  readonly nicType: NicType;
  /** Networks as they were written; empty where none was given. The other end is one of them or the peer group. */
  readonly sourceCidrIp: string;
  readonly ipv6SourceCidrIp: string;
  readonly destCidrIp: string;
  readonly ipv6DestCidrIp: string;
  /** The security group whose members are the other end. */
  readonly peerGroupId: string | null;
}

/** A rule of a security group. */
export interface SecurityGroupRule extends RuleContent {
  readonly securityGroupRuleId: string;
  readonly securityGroupId: string;
  readonly accountId: string;
  readonly regionId: string;
  /** The owner of the peer group as the request named it; empty when it did not. */
  readonly peerGroupOwnerAccount: string;
  readonly description: string;
  /** One text for the content, see `contentKey`. */
  readonly contentKey: string;
  readonly createdAtMs: number;
}

/** One text for all ways of writing the same content; the store keeps it unique in a group. */
export function contentKey(content: RuleContent): string {
  return [
    content.direction,
    content.ipProtocol,
    content.portRange,
    content.sourcePortRange === '-1/-1' ? '' : content.sourcePortRange,
    content.policy,
    content.priority,
    content.nicType,
    networkKey(content.sourceCidrIp),
    networkKey(content.ipv6SourceCidrIp),
    networkKey(content.destCidrIp),
    networkKey(content.ipv6DestCidrIp),
    content.peerGroupId ?? '',
  ].join(' ');
}

function networkKey(text: string): string {
  const network = parseIpNetwork(text);
  return typeof network === 'string' ? '' : canonicalNetwork(network);
}
