import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { address, any4, ping, rule, web } from './reachability.fixture.ts';
import { decideReachability, type End, type GroupRule, type JoinedGroup, type Packet } from './reachability.ts';
import { protocols } from './security-group-rule.ts';

describe('whatever the groups and rules', () => {
  const groupIds = ['sg-a', 'sg-b', 'sg-c'] as const;
  const network = fc.constantFrom('', any4, '10.0.0.0/8', '10.0.1.0/24', '10.0.2.2', '192.168.0.0/16');
  const anyRule = fc
    .record({
      direction: fc.constantFrom('ingress' as const, 'egress' as const),
      ipProtocol: fc.constantFrom(...protocols),
      portRange: fc.constantFrom('80/80', '1/65535', '8000/9000'),
      policy: fc.constantFrom('Accept' as const, 'Drop' as const),
      priority: fc.integer({ min: 1, max: 4 }),
      sourceCidrIp: network,
      destCidrIp: network,
      peerGroupId: fc.option(fc.constantFrom(...groupIds), { freq: 4 }),
    })
    .map((changes) =>
      rule({
        ...changes,
        portRange: changes.ipProtocol === 'TCP' || changes.ipProtocol === 'UDP' ? changes.portRange : '-1/-1',
      }),
    );
  /** All groups there are, of one type. */
  const anyGroups = fc
    .record({
      type: fc.constantFrom('normal' as const, 'enterprise' as const),
      policies: fc.tuple(...groupIds.map(() => fc.constantFrom('Accept' as const, 'Drop' as const))),
      rules: fc.tuple(...groupIds.map(() => fc.array(anyRule, { maxLength: 6 }))),
    })
    .map(({ type, policies, rules }) =>
      groupIds.map(
        (securityGroupId, index): JoinedGroup => ({
          securityGroupId,
          securityGroupType: type,
          innerAccessPolicy: policies[index]!,
          rules: rules[index]!,
        }),
      ),
    );
  const membership = fc.subarray([0, 1, 2], { minLength: 1 });
  const scene = fc.record({
    groups: anyGroups,
    from: membership,
    to: membership,
    packet: fc.constantFrom<Packet>(web, { protocol: 'UDP', port: 8500 }, ping, { protocol: 'GRE' }),
    internal: fc.boolean(),
  });
  type Scene = typeof scene extends fc.Arbitrary<infer T> ? T : never;

  const decide = ({ groups, from, to, packet, internal }: Scene) => {
    const end = (members: readonly number[], text: string): End => ({
      address: address(text),
      groups: members.map((index) => groups[index]!),
    });
    return decideReachability({ packet, from: end(from, '10.0.1.1'), to: end(to, '10.0.2.2'), internal });
  };
  const withRules = (
    one: Scene,
    change: (rules: readonly GroupRule[], index: number) => readonly GroupRule[],
  ): Scene => ({
    ...one,
    groups: one.groups.map((group, index) => ({ ...group, rules: change(group.rules, index) })),
  });

  it('adding a drop rule never makes anything reachable', () => {
    fc.assert(
      fc.property(scene, fc.nat({ max: 2 }), anyRule, (one, target, added) => {
        const dropping = { ...added, policy: 'Drop' as const };
        const more = withRules(one, (rules, index) => (index === target ? [...rules, dropping] : rules));
        if (decide(more).reachable) expect(decide(one).reachable).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('adding an accept rule never makes anything unreachable', () => {
    fc.assert(
      fc.property(scene, fc.nat({ max: 2 }), anyRule, (one, target, added) => {
        const accepting = { ...added, policy: 'Accept' as const };
        const more = withRules(one, (rules, index) => (index === target ? [...rules, accepting] : rules));
        if (decide(one).reachable) expect(decide(more).reachable).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('the order of rules and of groups does not matter', () => {
    fc.assert(
      fc.property(scene, fc.integer(), (one, seed) => {
        const shuffled = <T>(items: readonly T[]): T[] => {
          const keyed = items.map((item, index) => ({ item, key: Math.imul(seed + index * 7919, 2654435761) }));
          return keyed.sort((a, b) => a.key - b.key).map(({ item }) => item);
        };
        const other = withRules(one, (rules) => shuffled(rules));
        expect(decide({ ...other, from: shuffled(one.from), to: shuffled(one.to) })).toEqual(decide(one));
      }),
      { numRuns: 2_000 },
    );
  });

  it('a rule for everything with the smallest priority number of all decides, unless members of an open group meet', () => {
    fc.assert(
      fc.property(
        scene,
        fc.constantFrom('Accept' as const, 'Drop' as const),
        fc.constantFrom('ingress' as const, 'egress' as const),
        (one, policy, direction) => {
          const later = withRules(one, (rules) => rules.map((each) => ({ ...each, priority: each.priority + 1 })));
          const first = rule({ direction, policy, priority: 1 });
          const [target] = direction === 'egress' ? one.from : one.to;
          const verdict = decide(withRules(later, (rules, index) => (index === target ? [...rules, first] : rules)));
          const decision = verdict[direction];
          if (decision.decidedBy.kind === 'inner-access-policy') return;
          expect(decision).toMatchObject({ policy, decidedBy: { securityGroupRuleId: first.securityGroupRuleId } });
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it('the deciding rule is about the packet, and none of a smaller number is', () => {
    fc.assert(
      fc.property(scene, (one) => {
        const { ingress } = decide(one);
        if (ingress.decidedBy.kind !== 'rule') return;
        const { priority, securityGroupRuleId } = ingress.decidedBy;
        const alone = withRules(one, (rules) =>
          rules.filter((each) => each.direction === 'egress' || each.securityGroupRuleId === securityGroupRuleId),
        );
        expect(decide(alone).ingress).toEqual(ingress);
        const earlier = withRules(one, (rules) =>
          rules.filter((each) => each.direction === 'egress' || each.priority < priority),
        );
        expect(decide(earlier).ingress.decidedBy.kind).toBe('default');
      }),
      { numRuns: 2_000 },
    );
  });
});
