import { hasAddress, type IpAddress, parseIpNetwork } from './ip-network.ts';
import type { Direction, Policy, Protocol, RuleContent } from './security-group-rule.ts';

/** The first packet of a conversation. Answers to it pass whatever the rules say: security groups keep state. */
export interface Packet {
  readonly protocol: Exclude<Protocol, 'ALL'>;
  /** Destination port of TCP and UDP. */
  readonly port?: number | undefined;
  /** Source port of TCP and UDP; without it the packet comes from a port that no rule names. */
  readonly sourcePort?: number | undefined;
}

/** A rule as a group has it. */
export interface GroupRule extends Omit<RuleContent, 'nicType'> {
  readonly securityGroupRuleId: string;
}

/** A security group of one end, with its rules of both directions. */
export interface JoinedGroup {
  readonly securityGroupId: string;
  /** `normal` is a basic group, `enterprise` an advanced one; the groups of one end are all of one type. */
  readonly securityGroupType: 'normal' | 'enterprise';
  readonly innerAccessPolicy: Policy;
  readonly rules: readonly GroupRule[];
}

/** One end of the way: a network interface, or a host that is in no group. */
export interface End {
  readonly address: IpAddress;
  /** The address that the other end meets it by, where that is another: a public one. All are of one family. */
  readonly seenAs?: IpAddress | undefined;
  readonly groups: readonly JoinedGroup[];
}

export interface Question {
  readonly packet: Packet;
  readonly from: End;
  readonly to: End;
  /** Whether both ends are interfaces that meet by their private addresses: only then groups count as ends. */
  readonly internal: boolean;
}

/** What decided about one direction. */
export type Decider =
  /** No group at this end: nothing holds the packet up. */
  | { readonly kind: 'no-security-group' }
  /** Both ends are in this group, whose members reach each other whatever the rules say. */
  | { readonly kind: 'inner-access-policy'; readonly securityGroupId: string }
  | {
      readonly kind: 'rule';
      readonly securityGroupId: string;
      readonly securityGroupRuleId: string;
      readonly direction: Direction;
      readonly priority: number;
      readonly policy: Policy;
    }
  /** No rule is about the packet. */
  | { readonly kind: 'default'; readonly direction: Direction; readonly securityGroupType: 'normal' | 'enterprise' };

export interface Decision {
  readonly policy: Policy;
  readonly decidedBy: Decider;
}

/** Whether a packet gets from one end to the other, and what decided on its way out and on its way in. */
export interface Verdict {
  readonly reachable: boolean;
  readonly egress: Decision;
  readonly ingress: Decision;
}

/**
 * Decides by the egress rules of the groups of `from` and the ingress rules of the groups of `to`. The rules of several
 * groups count together: the smaller priority number first, at one priority drop before accept. Without a rule about the
 * packet, a basic group lets out everything and in nothing, an advanced one nothing at all.
 */
export function decideReachability(question: Question): Verdict {
  const egress = decide(question, 'egress');
  const ingress = decide(question, 'ingress');
  return { reachable: egress.policy === 'Accept' && ingress.policy === 'Accept', egress, ingress };
}

function decide(question: Question, direction: Direction): Decision {
  const { from, to, internal } = question;
  const [own, peer] = direction === 'egress' ? [from, to] : [to, from];
  const [first] = own.groups;
  if (first === undefined) return { policy: 'Accept', decidedBy: { kind: 'no-security-group' } };
  const shared = internal ? sharedOpenGroup(own, peer) : undefined;
  if (shared !== undefined) {
    return { policy: 'Accept', decidedBy: { kind: 'inner-access-policy', securityGroupId: shared } };
  }
  const candidates = own.groups.flatMap(({ securityGroupId, rules }) =>
    rules.filter((rule) => isAbout(rule, question, direction)).map((rule) => ({ securityGroupId, rule })),
  );
  const [decisive] = candidates.sort((one, other) => precedence(one.rule, other.rule));
  const { securityGroupType } = first;
  if (decisive === undefined) {
    const policy = direction === 'egress' && securityGroupType === 'normal' ? 'Accept' : 'Drop';
    return { policy, decidedBy: { kind: 'default', direction, securityGroupType } };
  }
  const { securityGroupId, rule } = decisive;
  const { securityGroupRuleId, priority, policy } = rule;
  return {
    policy,
    decidedBy: { kind: 'rule', securityGroupId, securityGroupRuleId, direction, priority, policy },
  };
}

/** A basic group of both ends whose members reach each other; the first by id. */
function sharedOpenGroup(own: End, peer: End): string | undefined {
  const ids = own.groups
    .filter((group) => group.securityGroupType === 'normal' && group.innerAccessPolicy === 'Accept')
    .map(({ securityGroupId }) => securityGroupId)
    .filter((id) => peer.groups.some(({ securityGroupId }) => securityGroupId === id));
  return ids.sort()[0];
}

/** Negative when the one rule decides before the other. */
function precedence(one: GroupRule, other: GroupRule): number {
  if (one.priority !== other.priority) return one.priority - other.priority;
  if (one.policy !== other.policy) return one.policy === 'Drop' ? -1 : 1;
  return one.securityGroupRuleId < other.securityGroupRuleId ? -1 : 1;
}

function isAbout(rule: GroupRule, { packet, from, to, internal }: Question, direction: Direction): boolean {
  if (rule.direction !== direction) return false;
  if (rule.ipProtocol !== 'ALL' && rule.ipProtocol !== packet.protocol) return false;
  if (!hasPort(rule.portRange, packet.port) || !hasPort(rule.sourcePortRange, packet.sourcePort)) return false;
  if (rule.peerGroupId !== null) {
    const peer = direction === 'egress' ? to : from;
    if (!internal || peer.groups.every(({ securityGroupId }) => securityGroupId !== rule.peerGroupId)) return false;
  }
  const source = direction === 'egress' ? from.address : (from.seenAs ?? from.address);
  const dest = direction === 'ingress' ? to.address : (to.seenAs ?? to.address);
  return (
    isIn(source, rule.sourceCidrIp) &&
    isIn(source, rule.ipv6SourceCidrIp) &&
    isIn(dest, rule.destCidrIp) &&
    isIn(dest, rule.ipv6DestCidrIp)
  );
}

/** Whether a range `first/last` has the port; one that names no ports has every one. */
function hasPort(range: string, port: number | undefined): boolean {
  if (range === '' || range === '-1/-1') return true;
  const [first, last] = range.split('/').map(Number);
  return port !== undefined && first !== undefined && last !== undefined && first <= port && port <= last;
}

/** Whether a network has the address; no network has every one. */
function isIn(address: IpAddress, network: string): boolean {
  if (network === '') return true;
  const parsed = parseIpNetwork(network);
  return typeof parsed !== 'string' && hasAddress(parsed, address);
}
