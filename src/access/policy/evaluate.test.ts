import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyCases } from './cases.fixture.ts';
import { compilePolicy, conditionKey, type NamedPolicy } from './compile.ts';
import { isPolicyFault, parsePolicyDocument } from './document.ts';
import { type Decision, decide, type PolicySet } from './evaluate.ts';

function compiled(policyName: string, statements: readonly object[], policyType: NamedPolicy['policyType'] = 'Custom') {
  const document = parsePolicyDocument(JSON.stringify({ Version: '1', Statement: statements }));
  if (isPolicyFault(document)) throw new Error(document.message);
  return compilePolicy({ policyName, policyType, document });
}

const named = (decision: Decision) => (decision.allowed ? 'Allow' : decision.reason);

describe('a decision', () => {
  it.each(policyCases)('$name: $expected', ({ policies, session, action, resource, values, expected }) => {
    const known = new Map(Object.entries(values).map(([key, value]) => [conditionKey(key), value]));
    const sets: PolicySet[] = [
      {
        kind: 'AccountLevelIdentityBasedPolicy',
        policies: policies.map((statement, index) => compiled(`policy-${index}`, [statement])),
      },
    ];
    if (session) sets.push({ kind: 'SessionPolicy', policies: [compiled('', [session], 'Session')] });
    expect(named(decide(sets, { action, resource, values: (key) => known.get(key) }))).toBe(expected);
  });

  it('has at least 120 cases, no two of one name', () => {
    expect(policyCases.length).toBeGreaterThanOrEqual(120);
    expect(new Set(policyCases.map(({ name }) => name)).size).toBe(policyCases.length);
  });

  const request = { action: 'ecs:DeleteDisk', resource: 'acs:ecs:cn-hangzhou:1:disk/d-1', values: () => undefined };
  const everything = { Effect: 'Allow', Action: '*', Resource: '*' };
  const nothing = { Effect: 'Allow', Action: 'vpc:*', Resource: '*' };
  const denial = { Effect: 'Deny', Action: 'ecs:DeleteDisk', Resource: '*' };

  it('names the policy and the statement that denied', () => {
    const policies = [compiled('a', [everything]), compiled('b', [nothing, denial])];
    expect(decide([{ kind: 'AccountLevelIdentityBasedPolicy', policies }], request)).toEqual({
      allowed: false,
      reason: 'ExplicitDeny',
      kind: 'AccountLevelIdentityBasedPolicy',
      by: { policyName: 'b', policyType: 'Custom', statement: 1 },
    });
  });

  it('names what allowed, and the set that did not', () => {
    const role: PolicySet = {
      kind: 'AccountLevelIdentityBasedPolicy',
      policies: [compiled('a', [nothing, everything])],
    };
    expect(decide([role], request)).toEqual({
      allowed: true,
      by: [{ policyName: 'a', policyType: 'Custom', statement: 1 }],
    });
    const session: PolicySet = { kind: 'SessionPolicy', policies: [compiled('', [nothing], 'Session')] };
    expect(decide([role, session], request)).toEqual({ allowed: false, reason: 'ImplicitDeny', kind: 'SessionPolicy' });
  });

  it('tells which policies look at tags of resources', () => {
    const reads = (key: string) =>
      compiled('a', [{ ...everything, Condition: { StringEquals: { [key]: 'x' } } }]).readsTags;
    for (const key of ['acs:ResourceTag/a', 'ACS:resourcetag/a', 'ecs:tag/a', 'vpc:tag/a'])
      expect(reads(key)).toBe(true);
    for (const key of ['acs:RequestTag/a', 'acs:SourceIp', 'ecs:InstanceType']) expect(reads(key)).toBe(false);
  });
});

const services = ['ecs', 'vpc', 'ram'];
const verbs = ['CreateThing', 'DeleteThing', 'DescribeThings'];
const ids = ['a-1', 'a-2', 'b-1'];
const action = fc.tuple(fc.constantFrom(...services), fc.constantFrom(...verbs)).map((parts) => parts.join(':'));
const actionPattern = fc.oneof(
  action,
  fc.constantFrom('*', 'ecs:*', '*:Delete*', 'vpc:D?????Thing', 'ecs:*Thing?', 'Ecs:creatething'),
);
const resource = fc
  .tuple(fc.constantFrom(...services), fc.constantFrom('cn-hangzhou', 'cn-beijing'), fc.constantFrom(...ids))
  .map(([service, region, id]) => `acs:${service}:${region}:1:thing/${id}`);
const resourcePattern = fc.oneof(
  resource,
  fc.constantFrom('*', 'acs:ecs:*:*:*', 'acs:*::1:thing/a-*', 'acs:vpc:cn-*:1:*/?-1', 'acs:ram:*:2:thing/*'),
);
const condition = fc.option(
  fc.record({
    operator: fc.constantFrom('StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike'),
    value: fc.constantFrom('x', 'y', '*'),
  }),
  { nil: undefined },
);
const statement = fc
  .record({
    Effect: fc.constantFrom('Allow', 'Deny'),
    action: fc.tuple(fc.constantFrom('Action', 'NotAction'), fc.array(actionPattern, { minLength: 1, maxLength: 3 })),
    resource: fc.tuple(
      fc.constantFrom('Resource', 'NotResource'),
      fc.array(resourcePattern, { minLength: 1, maxLength: 3 }),
    ),
    condition,
  })
  .map(({ Effect, action: [actionName, actions], resource: [resourceName, resources], condition: wanted }) => ({
    Effect,
    [actionName]: actions,
    [resourceName]: resources,
    ...(wanted && { Condition: { [wanted.operator]: { 'acs:Key': wanted.value } } }),
  }));
const policies = fc.array(fc.array(statement, { minLength: 1, maxLength: 3 }), { maxLength: 4 });
const asked = fc.record({ action, resource, value: fc.constantFrom('x', 'y', undefined) });

function answer(
  all: readonly (readonly object[])[],
  question: { action: string; resource: string; value?: string | undefined },
) {
  const set: PolicySet = {
    kind: 'AccountLevelIdentityBasedPolicy',
    policies: all.map((statements, index) => compiled(`p${index}`, statements)),
  };
  return named(decide([set], { ...question, values: (key) => (key === 'acs:key' ? question.value : undefined) }));
}

describe('whatever the policies', () => {
  it('a deny that applies wins', () => {
    fc.assert(
      fc.property(policies, asked, (all, question) => {
        const denial = { Effect: 'Deny', Action: question.action, Resource: question.resource };
        expect(answer([...all, [denial]], question)).toBe('ExplicitDeny');
      }),
    );
  });

  it('their order and that of their statements do not matter', () => {
    fc.assert(
      fc.property(policies, asked, (all, question) => {
        const reversed = [...all].reverse().map((statements) => [...statements].reverse());
        expect(answer(reversed, question)).toBe(answer(all, question));
        expect(answer(all.length === 0 ? [] : [all.flat()], question)).toBe(answer(all, question));
      }),
    );
  });

  it('one more allow never denies, one more deny never allows', () => {
    fc.assert(
      fc.property(policies, statement, asked, (all, more, question) => {
        const before = answer(all, question);
        if (before === 'Allow') expect(answer([...all, [{ ...more, Effect: 'Allow' }]], question)).toBe('Allow');
        else expect(answer([...all, [{ ...more, Effect: 'Deny' }]], question)).not.toBe('Allow');
      }),
    );
  });

  it('without an allow nothing is allowed', () => {
    fc.assert(
      fc.property(policies, asked, (all, question) => {
        const denials = all.map((statements) => statements.map((one) => ({ ...one, Effect: 'Deny' })));
        expect(answer(denials, question)).not.toBe('Allow');
      }),
    );
  });
});
