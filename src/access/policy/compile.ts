import type { Patterns, PolicyCondition, PolicyDocument, PolicyStatement } from './document.ts';
import { operators } from './operators.ts';
import { matcherOf } from './wildcards.ts';

/** To what a policy is attached, and in which version; only the account's own policies have versions. */
export interface Attachment {
  readonly entityType: 'RamUser' | 'RamGroup' | 'RamRole';
  readonly policyVersion: string | undefined;
}

/** A policy that is attached to somebody, or given to a session. */
export interface NamedPolicy {
  readonly policyName: string;
  readonly policyType: 'System' | 'Custom' | 'Session';
  readonly document: PolicyDocument;
}

/** Gives the value that a request has for a condition key in its `conditionKey` form; undefined when it has none. */
export type ConditionValues = (key: string) => string | undefined;

/** A policy made ready to be asked many times. */
export interface CompiledPolicy {
  readonly policyName: string;
  readonly policyType: NamedPolicy['policyType'];
  /** Undefined for what no attachment gives, such as the policy of a session. */
  readonly attachment?: Attachment | undefined;
  readonly statements: readonly CompiledStatement[];
  /** Whether a condition looks at the tags of resources, which have to be read for it. */
  readonly readsTags: boolean;
}

export interface CompiledStatement {
  readonly effect: 'Allow' | 'Deny';
  /** @param action in small letters */
  appliesTo(action: string, resource: string, values: ConditionValues): boolean;
}

export function compilePolicy({ policyName, policyType, document }: NamedPolicy): CompiledPolicy {
  const conditions = document.statements.flatMap((statement) => statement.conditions);
  return {
    policyName,
    policyType,
    statements: document.statements.map(compileStatement),
    readsTags: conditions.some(({ key }) => /^(acs:resourcetag|\w+:tag)\//.test(conditionKey(key))),
  };
}

function compileStatement({ effect, actions, resources, conditions }: PolicyStatement): CompiledStatement {
  const isAction = anyOf(actions, (pattern) => matcherOf(pattern.toLowerCase()));
  const isResource = anyOf(resources, arnMatcher);
  const holds = compileConditions(conditions);
  return {
    effect,
    appliesTo: (action, resource, values) => isAction(action) && isResource(resource) && holds(values),
  };
}

function anyOf({ negated, patterns }: Patterns, compile: (pattern: string) => (text: string) => boolean) {
  const matchers = patterns.map(compile);
  return (text: string) => matchers.some((matches) => matches(text)) !== negated;
}

/** All conditions have to hold; each holds for any of its values, or where it is negated for none. */
export function compileConditions(conditions: readonly PolicyCondition[]): (values: ConditionValues) => boolean {
  const tests = conditions.map(({ operator, key, values: wanted }) => {
    const { negated, test } = operators[operator];
    const known = conditionKey(key);
    const isMet = wanted.map((value) => test(value) ?? (() => false));
    return (values: ConditionValues): boolean => {
      const actual = values(known);
      return actual === undefined ? negated : isMet.some((isOne) => isOne(actual)) !== negated;
    };
  });
  return (values) => tests.every((holds) => holds(values));
}

/** A condition key as values are looked up: small letters, except for the key of a tag behind the slash. */
export function conditionKey(key: string): string {
  const slash = key.indexOf('/');
  return slash < 0 ? key.toLowerCase() : key.slice(0, slash).toLowerCase() + key.slice(slash);
}

/**
 * The test of an ARN pattern: each part by itself, an empty region or account for any. `*` stands for every resource,
 * also for that of an operation that has none, which is `*` itself.
 */
export function arnMatcher(pattern: string): (resource: string) => boolean {
  if (pattern === '*') return () => true;
  const [scheme = '', service = '', region = '', account = '', relative = ''] = partsOf(pattern);
  const parts = [scheme, service, region || '*', account || '*', relative].map(matcherOf);
  return (resource) => {
    const actual = partsOf(resource);
    return actual.length === parts.length && parts.every((matches, index) => matches(actual[index] ?? ''));
  };
}

/** Five parts of an ARN; the last may hold colons itself. */
function partsOf(arn: string): readonly string[] {
  const parts = arn.split(':');
  return parts.length <= 5 ? parts : [...parts.slice(0, 4), parts.slice(4).join(':')];
}
