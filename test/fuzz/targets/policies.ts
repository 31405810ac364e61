import fc from 'fast-check';
import { compilePolicy } from '../../../src/access/policy/compile.ts';
import { isPolicyFault, parsePolicyDocument, parseTrustPolicy } from '../../../src/access/policy/document.ts';
import { decide } from '../../../src/access/policy/evaluate.ts';
import { operators } from '../../../src/access/policy/operators.ts';
import { trusts } from '../../../src/access/policy/trust.ts';
import { addressText, jsonText, longText, text, timeText } from '../hostile.ts';
import { timed } from '../stall.ts';
import type { Target } from '../target.ts';
import { type Text, written } from '../text.ts';

/** A policy's document and what it is asked about. */
export interface PolicyInput {
  readonly document: Text;
  readonly action: Text;
  readonly resource: Text;
  /** What the request has for each condition key. */
  readonly value: Text;
}

const noNames: ReadonlyMap<string, string> = new Map();
/** As long as a stored policy can be. */
const longest = 6_144;

const pattern = fc.oneof(
  fc.constantFrom(
    '*',
    'ecs:*',
    'ecs:Describe*',
    'acs:ecs:*:*:eni/*',
    'acs:*:*:*:*',
    'acs:ecs:::*',
    'acs:ram::1:root',
    'sts:AssumeRole',
  ),
  fc
    .array(fc.constantFrom('*', '?', 'a', ':', '/', 'ecs', 'acs', '*a', '?*', '.'), { maxLength: 20 })
    .map((parts) => parts.join('')),
  fc.integer({ min: 1, max: 900 }).map((times) => `acs:ecs:*:*:eni/${'*a'.repeat(times)}*b`),
  fc.integer({ min: 1, max: 1_800 }).map((times) => `acs:ecs:*:*:eni/*${'a'.repeat(times)}b`),
  fc.string({ maxLength: 10 }),
);
const one = fc.oneof({ weight: 8, arbitrary: pattern }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 1 }) });
const patterns = fc.oneof(one, fc.array(one, { maxLength: 4 }));
const conditionValue = fc.oneof(
  addressText,
  timeText,
  pattern,
  fc.constantFrom('true', 'false', '1', '-1.5', ''),
  fc.jsonValue({ maxDepth: 1 }),
);
const key = fc.oneof(
  fc.constantFrom(
    'acs:SourceIp',
    'acs:CurrentTime',
    'acs:RequestTag/team',
    'acs:ResourceTag/é',
    'ecs:tag/x',
    '__proto__',
    'acs:',
    ':x',
    'a:b',
  ),
  fc.string({ maxLength: 8 }),
);
const condition = fc.dictionary(
  fc.oneof(
    fc.constantFrom(...Object.keys(operators)),
    fc.constantFrom('__proto__', 'toString', 'StringEqualsIfExists', ''),
  ),
  fc.oneof(
    fc.dictionary(key, fc.oneof(conditionValue, fc.array(conditionValue, { maxLength: 3 })), { maxKeys: 3 }),
    fc.jsonValue({ maxDepth: 1 }),
  ),
  { maxKeys: 3 },
);
const statement = fc.record(
  {
    Effect: fc.constantFrom('Allow', 'Deny', 'allow', '', 1),
    Action: patterns,
    NotAction: patterns,
    Resource: patterns,
    NotResource: patterns,
    Principal: fc.oneof(
      fc.dictionary(fc.constantFrom('RAM', 'Service', 'Federated', '__proto__'), patterns),
      fc.jsonValue({ maxDepth: 1 }),
    ),
    Condition: fc.oneof({ weight: 5, arbitrary: condition }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) }),
  },
  { requiredKeys: ['Effect'] },
);
/** What has a chance to be a statement of each kind. */
const likely = fc.oneof(
  fc.record(
    { Effect: fc.constantFrom('Allow', 'Deny'), Action: patterns, Resource: patterns, Condition: condition },
    { requiredKeys: ['Effect', 'Action', 'Resource'] },
  ),
  fc.record(
    {
      Effect: fc.constantFrom('Allow', 'Deny'),
      Action: fc.constantFrom('sts:AssumeRole', '*', ['sts:*']),
      Principal: fc.dictionary(
        fc.constantFrom('RAM', 'Service', 'Federated'),
        fc.oneof(pattern, fc.constantFrom('acs:ram::1:root', 'ecs.aliyuncs.com', 'acs:ram::1:user/*a*a')),
        { minKeys: 1 },
      ),
      Condition: condition,
    },
    { requiredKeys: ['Effect', 'Action', 'Principal'] },
  ),
);
const document: fc.Arbitrary<Text> = fc.oneof(
  {
    weight: 10,
    arbitrary: fc
      .record({
        Version: fc.constantFrom('1', '1', '1', 1, '2'),
        Statement: fc.oneof(fc.array(fc.oneof(likely, statement), { maxLength: 3 }), likely, statement),
      })
      .map((whole) => JSON.stringify(whole)),
  },
  { weight: 2, arbitrary: jsonText() },
  { weight: 1, arbitrary: longText },
);

/** Policies and trust policies: read, and where they can be read, asked. */
export const policiesTarget: Target<PolicyInput> = {
  name: 'policies',
  inputs: fc.record({
    document,
    action: fc.oneof(fc.constantFrom<Text>('ecs:DescribeInstances', 'sts:AssumeRole', 'ram:x'), text),
    resource: fc.oneof(
      text,
      fc
        .integer({ min: 1, max: 3_000 })
        .map((times) => ({ before: 'acs:ecs:cn-hangzhou:1:eni/', unit: 'a', times, after: '' })),
    ),
    value: text,
  }),
  async check({ document: given, ...asked }) {
    const whole = written(given, noNames).slice(0, longest);
    const [action, resource, value] = [asked.action, asked.resource, asked.value].map((one) => written(one, noNames));
    await timed('a policy', () => {
      const policy = parsePolicyDocument(whole);
      if (isPolicyFault(policy)) return checkFault(policy.message);
      const compiled = compilePolicy({ policyName: 'p', policyType: 'Custom', document: policy });
      const sets = [{ kind: 'SessionPolicy' as const, policies: [compiled] }];
      decide(sets, { action: action ?? '', resource: resource ?? '', values: () => value });
    });
    await timed('a trust policy', () => {
      const policy = parseTrustPolicy(whole);
      if (isPolicyFault(policy)) return checkFault(policy.message);
      for (const kind of ['RAM', 'Service', 'Federated'] as const) {
        trusts(policy, { kind, names: [resource ?? '', 'acs:ram::1:root'] }, () => value);
      }
    });
  },
};

function checkFault(message: string): void {
  if (message === '' || /\bundefined\b/.test(message.replace(/"[^"]*"/g, ''))) throw new Error(`says "${message}"`);
}
