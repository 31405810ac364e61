import { describe, expect, it } from 'vitest';
import { address, advanced, any4, basic, ping, rule, web } from './reachability.fixture.ts';
import { decideReachability, type End, type GroupRule, type JoinedGroup, type Packet } from './reachability.ts';

/** An inbound rule. */
const inbound = (changes: Partial<GroupRule> = {}) => rule({ direction: 'ingress', ...changes });
/** An outbound rule. */
const outbound = (changes: Partial<GroupRule> = {}) => rule({ direction: 'egress', ...changes });
const tcp = (portRange: string): Partial<GroupRule> => ({ ipProtocol: 'TCP', portRange });
const drop: Partial<GroupRule> = { policy: 'Drop' };

const any6 = '::/0';

interface Case {
  readonly packet?: Packet;
  /** Groups of the interface 10.0.1.1. */
  readonly from?: readonly JoinedGroup[];
  /** Groups of the interface 10.0.2.2. */
  readonly to?: readonly JoinedGroup[];
  /** Addresses that differ from the usual ones. */
  readonly fromAddress?: string;
  readonly toAddress?: string;
  readonly fromSeenAs?: string;
  readonly toSeenAs?: string;
  readonly internal?: boolean;
  readonly egress: string;
  readonly ingress: string;
}

/** What decided, in short: `accept default`, `drop sg-b 5`, `accept inner sg-a`, `accept no group`. */
function decided(question: Case) {
  const end = (groups: readonly JoinedGroup[], text: string, seenAs?: string): End => ({
    address: address(text),
    ...(seenAs === undefined ? {} : { seenAs: address(seenAs) }),
    groups,
  });
  const verdict = decideReachability({
    packet: question.packet ?? web,
    from: end(question.from ?? [basic('sg-a')], question.fromAddress ?? '10.0.1.1', question.fromSeenAs),
    to: end(question.to ?? [basic('sg-b')], question.toAddress ?? '10.0.2.2', question.toSeenAs),
    internal: question.internal ?? true,
  });
  const short = ({ policy, decidedBy: by }: typeof verdict.egress): string => {
    const word = policy.toLowerCase();
    switch (by.kind) {
      case 'rule':
        expect(by.policy).toBe(policy);
        return `${word} ${by.securityGroupId} ${by.priority}`;
      case 'inner-access-policy':
        return `${word} inner ${by.securityGroupId}`;
      case 'no-security-group':
        return `${word} no group`;
      case 'default':
        return `${word} default`;
    }
  };
  const [egress, ingress] = [short(verdict.egress), short(verdict.ingress)];
  expect(verdict.reachable).toBe(egress.startsWith('accept') && ingress.startsWith('accept'));
  return { egress, ingress };
}

const cases: Record<string, Case> = {
  // Without rules.
  'basic groups let out everything and in nothing': { egress: 'accept default', ingress: 'drop default' },
  'advanced groups let nothing out and nothing in': {
    from: [advanced('sg-a')],
    to: [advanced('sg-b')],
    egress: 'drop default',
    ingress: 'drop default',
  },
  'a host outside is in no group': {
    from: [],
    fromAddress: '8.8.8.8',
    internal: false,
    egress: 'accept no group',
    ingress: 'drop default',
  },
  'a basic group lets out to a host outside': {
    to: [],
    toAddress: '8.8.8.8',
    internal: false,
    egress: 'accept default',
    ingress: 'accept no group',
  },
  'an advanced group lets nothing out to a host outside': {
    from: [advanced('sg-a')],
    to: [],
    toAddress: '8.8.8.8',
    internal: false,
    egress: 'drop default',
    ingress: 'accept no group',
  },

  // The inner access policy.
  'members of one basic group reach each other': {
    from: [basic('sg-a')],
    to: [basic('sg-a')],
    egress: 'accept inner sg-a',
    ingress: 'accept inner sg-a',
  },
  'members of one basic group reach each other whatever its rules say': {
    from: [basic('sg-a', [inbound({ ...drop, sourceCidrIp: any4 }), outbound({ ...drop, destCidrIp: any4 })])],
    to: [basic('sg-a', [inbound({ ...drop, sourceCidrIp: any4 }), outbound({ ...drop, destCidrIp: any4 })])],
    egress: 'accept inner sg-a',
    ingress: 'accept inner sg-a',
  },
  'members of one basic group reach each other whatever the rules of their other groups say': {
    from: [basic('sg-a'), basic('sg-c', [outbound({ ...drop, destCidrIp: any4 })])],
    to: [basic('sg-a'), basic('sg-d', [inbound({ ...drop, sourceCidrIp: any4 })])],
    egress: 'accept inner sg-a',
    ingress: 'accept inner sg-a',
  },
  'members of one basic group that keeps them apart do not': {
    from: [basic('sg-a', [], 'Drop')],
    to: [basic('sg-a', [], 'Drop')],
    egress: 'accept default',
    ingress: 'drop default',
  },
  'a rule opens a basic group that keeps its members apart': {
    from: [basic('sg-a', [inbound({ sourceCidrIp: '10.0.1.0/24' })], 'Drop')],
    to: [basic('sg-a', [inbound({ sourceCidrIp: '10.0.1.0/24' })], 'Drop')],
    egress: 'accept default',
    ingress: 'accept sg-a 1',
  },
  'one shared group that lets its members meet is enough': {
    from: [basic('sg-a', [], 'Drop'), basic('sg-c')],
    to: [basic('sg-c'), basic('sg-a', [], 'Drop')],
    egress: 'accept inner sg-c',
    ingress: 'accept inner sg-c',
  },
  'members of one advanced group are apart': {
    from: [advanced('sg-a')],
    to: [advanced('sg-a')],
    egress: 'drop default',
    ingress: 'drop default',
  },
  'the policy counts within the VPC only, not by public addresses': {
    from: [basic('sg-a')],
    to: [basic('sg-a')],
    toSeenAs: '198.18.0.9',
    internal: false,
    egress: 'accept default',
    ingress: 'drop default',
  },

  // Networks.
  'an inbound rule for everybody': {
    to: [basic('sg-b', [inbound({ sourceCidrIp: any4 })])],
    egress: 'accept default',
    ingress: 'accept sg-b 1',
  },
  'an inbound rule for the address itself': {
    to: [basic('sg-b', [inbound({ sourceCidrIp: '10.0.1.1' })])],
    egress: 'accept default',
    ingress: 'accept sg-b 1',
  },
  'the last address of a network': {
    fromAddress: '10.0.1.255',
    to: [basic('sg-b', [inbound({ sourceCidrIp: '10.0.1.0/24' })])],
    egress: 'accept default',
    ingress: 'accept sg-b 1',
  },
  'the first address behind a network': {
    fromAddress: '10.0.2.0',
    to: [basic('sg-b', [inbound({ sourceCidrIp: '10.0.1.0/24' })])],
    egress: 'accept default',
    ingress: 'drop default',
  },
  'a network written with bits behind its prefix': {
    to: [basic('sg-b', [inbound({ sourceCidrIp: '10.0.200.7/16' })])],
    egress: 'accept default',
    ingress: 'accept sg-b 1',
  },
  'an outbound rule is about the destination': {
    from: [basic('sg-a', [outbound({ ...drop, destCidrIp: '10.0.2.0/24' })])],
    to: [basic('sg-b', [inbound({ sourceCidrIp: any4 })])],
    egress: 'drop sg-a 1',
    ingress: 'accept sg-b 1',
  },
  'an outbound rule about other destinations': {
    from: [basic('sg-a', [outbound({ ...drop, destCidrIp: '10.0.3.0/24' })])],
    to: [basic('sg-b', [inbound({ sourceCidrIp: any4 })])],
    egress: 'accept default',
    ingress: 'accept sg-b 1',
  },
  'rules of IPv4 are not about IPv6': {
    fromAddress: '2001:db8::1',
    toAddress: '2001:db8::2',
    to: [basic('sg-b', [inbound({ sourceCidrIp: any4 })])],
    egress: 'accept default',
    ingress: 'drop default',
  },
  'rules of IPv6 are not about IPv4': {
    to: [basic('sg-b', [inbound({ ipv6SourceCidrIp: any6 })])],
    egress: 'accept default',
    ingress: 'drop default',
  },
  'an inbound rule of IPv6': {
    fromAddress: '2001:db8:0:1::7',
    toAddress: '2001:db8::2',
    to: [basic('sg-b', [inbound({ ipv6SourceCidrIp: '2001:DB8:0:1:0::/64' })])],
    egress: 'accept default',
    ingress: 'accept sg-b 1',
  },
  'an outbound rule of IPv6': {
    fromAddress: '2001:db8::1',
    toAddress: '2001:db8:ffff::2',
    from: [advanced('sg-a', [outbound({ ipv6DestCidrIp: '2001:db8:ffff::/48' })])],
    to: [advanced('sg-b', [inbound({ ipv6SourceCidrIp: '2001:db8::1' })])],
    egress: 'accept sg-a 1',
    ingress: 'accept sg-b 1',
  },
  'an inbound rule with a destination of its own counts only for it': {
    to: [basic('sg-b', [inbound({ sourceCidrIp: any4, destCidrIp: '10.0.2.3' })])],
    egress: 'accept default',
    ingress: 'drop default',
  },
  'an outbound rule with a source of its own counts only for it': {
    from: [basic('sg-a', [outbound({ ...drop, destCidrIp: any4, sourceCidrIp: '10.0.1.0/24' })])],
    egress: 'drop sg-a 1',
    ingress: 'drop default',
  },

  // Protocols and ports.
  'the first and the last port of a range': {
    packet: { protocol: 'TCP', port: 8090 },
    from: [basic('sg-a', [outbound({ ...drop, ...tcp('8090/9000'), destCidrIp: any4 })])],
    to: [basic('sg-b', [inbound({ ...tcp('8080/8090'), sourceCidrIp: any4 })])],
    egress: 'drop sg-a 1',
    ingress: 'accept sg-b 1',
  },
  'a port outside of a range': {
    packet: { protocol: 'TCP', port: 8091 },
    to: [basic('sg-b', [inbound({ ...tcp('8080/8090'), sourceCidrIp: any4 })])],
    egress: 'accept default',
    ingress: 'drop default',
  },
  'TCP rules are not about UDP': {
    packet: { protocol: 'UDP', port: 80 },
    to: [basic('sg-b', [inbound({ ...tcp('1/65535'), sourceCidrIp: any4 })])],
    egress: 'accept default',
    ingress: 'drop default',
  },
  'rules about all protocols are about GRE': {
    packet: { protocol: 'GRE' },
    to: [basic('sg-b', [inbound({ sourceCidrIp: any4 })])],
    egress: 'accept default',
    ingress: 'accept sg-b 1',
  },
  'ICMP rules are about ICMP': {
    packet: ping,
    to: [basic('sg-b', [inbound({ ipProtocol: 'ICMP', sourceCidrIp: any4 })])],
    egress: 'accept default',
    ingress: 'accept sg-b 1',
  },
  'ICMP rules are not about TCP': {
    to: [basic('sg-b', [inbound({ ipProtocol: 'ICMP', sourceCidrIp: any4 })])],
    egress: 'accept default',
    ingress: 'drop default',
  },
  'ICMP rules are not about ICMPv6': {
    packet: { protocol: 'ICMPv6' },
    fromAddress: '2001:db8::1',
    toAddress: '2001:db8::2',
    to: [basic('sg-b', [inbound({ ipProtocol: 'ICMP', peerGroupId: 'sg-a' })])],
    egress: 'accept default',
    ingress: 'drop default',
  },
  'ICMPv6 rules are about ICMPv6': {
    packet: { protocol: 'ICMPv6' },
    fromAddress: '2001:db8::1',
    toAddress: '2001:db8::2',
    to: [basic('sg-b', [inbound({ ipProtocol: 'ICMPv6', ipv6SourceCidrIp: any6 })])],
    egress: 'accept default',
    ingress: 'accept sg-b 1',
  },
  'a rule about source ports is about packets from them': {
    packet: { protocol: 'TCP', port: 80, sourcePort: 7000 },
    to: [basic('sg-b', [inbound({ ...tcp('80/80'), sourcePortRange: '7000/8000', sourceCidrIp: any4 })])],
    egress: 'accept default',
    ingress: 'accept sg-b 1',
  },
  'a rule about source ports is not about packets from others': {
    packet: { protocol: 'TCP', port: 80, sourcePort: 6999 },
    to: [basic('sg-b', [inbound({ ...tcp('80/80'), sourcePortRange: '7000/8000', sourceCidrIp: any4 })])],
    egress: 'accept default',
    ingress: 'drop default',
  },
  'a rule about source ports is not about packets from who knows where': {
    to: [basic('sg-b', [inbound({ ...tcp('80/80'), sourcePortRange: '7000/8000', sourceCidrIp: any4 })])],
    egress: 'accept default',
    ingress: 'drop default',
  },

  // Group references.
  'an inbound rule for the members of another group': {
    to: [basic('sg-b', [inbound({ peerGroupId: 'sg-a' })])],
    egress: 'accept default',
    ingress: 'accept sg-b 1',
  },
  'an inbound rule for the members of a group that the sender is not in': {
    to: [basic('sg-b', [inbound({ peerGroupId: 'sg-c' })])],
    egress: 'accept default',
    ingress: 'drop default',
  },
  'any group of the sender will do': {
    from: [basic('sg-a'), basic('sg-c')],
    to: [basic('sg-b', [inbound({ peerGroupId: 'sg-c', priority: 7 })])],
    egress: 'accept default',
    ingress: 'accept sg-b 7',
  },
  'an outbound rule about the members of another group': {
    from: [basic('sg-a', [outbound({ ...drop, peerGroupId: 'sg-b', priority: 3 })])],
    to: [basic('sg-b', [inbound({ peerGroupId: 'sg-a', ...tcp('80/80') })])],
    egress: 'drop sg-a 3',
    ingress: 'accept sg-b 1',
  },
  'a rule for a group also counts for IPv6': {
    fromAddress: '2001:db8::1',
    toAddress: '2001:db8::2',
    to: [basic('sg-b', [inbound({ peerGroupId: 'sg-a' })])],
    egress: 'accept default',
    ingress: 'accept sg-b 1',
  },
  'a rule for a group does not count by public addresses': {
    to: [basic('sg-b', [inbound({ peerGroupId: 'sg-a' })])],
    fromSeenAs: '198.18.0.1',
    internal: false,
    egress: 'accept default',
    ingress: 'drop default',
  },

  // Which address is seen.
  'the sender is seen by its public address': {
    fromSeenAs: '198.18.0.1',
    internal: false,
    to: [basic('sg-b', [inbound({ sourceCidrIp: '198.18.0.1' }), inbound({ ...drop, sourceCidrIp: '10.0.1.1' })])],
    egress: 'accept default',
    ingress: 'accept sg-b 1',
  },
  'the receiver is seen by its public address, and has its private one': {
    toSeenAs: '198.18.0.2',
    internal: false,
    from: [basic('sg-a', [outbound({ ...drop, destCidrIp: '198.18.0.2', priority: 9 })])],
    to: [basic('sg-b', [inbound({ sourceCidrIp: any4, destCidrIp: '10.0.2.2', priority: 8 })])],
    egress: 'drop sg-a 9',
    ingress: 'accept sg-b 8',
  },

  // Priority.
  'the smaller priority number decides: accept': {
    to: [basic('sg-b', [inbound({ ...drop, sourceCidrIp: any4, priority: 2 }), inbound({ sourceCidrIp: any4 })])],
    egress: 'accept default',
    ingress: 'accept sg-b 1',
  },
  'the smaller priority number decides: drop': {
    to: [
      basic('sg-b', [
        inbound({ sourceCidrIp: '10.0.1.1', priority: 100 }),
        inbound({ ...drop, sourceCidrIp: any4, priority: 99 }),
      ]),
    ],
    egress: 'accept default',
    ingress: 'drop sg-b 99',
  },
  'priorities are numbers, not texts': {
    to: [
      basic('sg-b', [
        inbound({ ...drop, sourceCidrIp: any4, priority: 10 }),
        inbound({ sourceCidrIp: any4, priority: 9 }),
      ]),
    ],
    egress: 'accept default',
    ingress: 'accept sg-b 9',
  },
  'at one priority drop beats accept': {
    to: [basic('sg-b', [inbound({ sourceCidrIp: '10.0.1.1' }), inbound({ ...drop, sourceCidrIp: any4 })])],
    egress: 'accept default',
    ingress: 'drop sg-b 1',
  },
  'a rule that is not about the packet decides nothing, however early': {
    to: [
      basic('sg-b', [
        inbound({ ...drop, ...tcp('443/443'), sourceCidrIp: any4 }),
        inbound({ ...tcp('80/80'), sourceCidrIp: any4, priority: 50 }),
      ]),
    ],
    egress: 'accept default',
    ingress: 'accept sg-b 50',
  },
  'rules of the other direction decide nothing': {
    from: [basic('sg-a', [inbound({ ...drop, sourceCidrIp: any4 })])],
    to: [basic('sg-b', [outbound({ destCidrIp: any4 })])],
    egress: 'accept default',
    ingress: 'drop default',
  },

  // Several groups.
  'the rules of several groups count together: the earlier decides': {
    to: [
      basic('sg-b', [inbound({ sourceCidrIp: any4, priority: 5 })]),
      basic('sg-c', [inbound({ ...drop, sourceCidrIp: any4, priority: 4 })]),
    ],
    egress: 'accept default',
    ingress: 'drop sg-c 4',
  },
  'the rules of several groups count together: drop beats accept': {
    to: [
      basic('sg-b', [inbound({ sourceCidrIp: any4, priority: 5 })]),
      basic('sg-c', [inbound({ ...drop, sourceCidrIp: any4, priority: 5 })]),
    ],
    egress: 'accept default',
    ingress: 'drop sg-c 5',
  },
  'one of several groups is enough to be let in': {
    to: [basic('sg-b'), basic('sg-c', [inbound({ sourceCidrIp: any4 })])],
    egress: 'accept default',
    ingress: 'accept sg-c 1',
  },
  'one of several advanced groups is enough to be let out': {
    from: [advanced('sg-a'), advanced('sg-c', [outbound({ destCidrIp: any4, priority: 100 })])],
    egress: 'accept sg-c 100',
    ingress: 'drop default',
  },
  'being let in does not help one that is not let out': {
    from: [advanced('sg-a')],
    to: [advanced('sg-b', [inbound({ sourceCidrIp: any4 })])],
    egress: 'drop default',
    ingress: 'accept sg-b 1',
  },
};

describe('decideReachability', () => {
  it.each(Object.entries(cases))('%s', (_, question) => {
    expect(decided(question)).toEqual({ egress: question.egress, ingress: question.ingress });
  });

  it('names the rule that decides', () => {
    const deciding = inbound({ ...tcp('80/80'), sourceCidrIp: any4, priority: 12 });
    const verdict = decideReachability({
      packet: web,
      from: { address: address('10.0.1.1'), groups: [basic('sg-a')] },
      to: { address: address('10.0.2.2'), groups: [basic('sg-b', [deciding])] },
      internal: true,
    });
    expect(verdict).toEqual({
      reachable: true,
      egress: { policy: 'Accept', decidedBy: { kind: 'default', direction: 'egress', securityGroupType: 'normal' } },
      ingress: {
        policy: 'Accept',
        decidedBy: {
          kind: 'rule',
          securityGroupId: 'sg-b',
          securityGroupRuleId: deciding.securityGroupRuleId,
          direction: 'ingress',
          priority: 12,
          policy: 'Accept',
        },
      },
    });
  });
});
