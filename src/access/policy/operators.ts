import ipaddr from 'ipaddr.js';
import { matcherOf } from './wildcards.ts';

/** Tells whether the value of a request meets one value of a policy. */
export type ValueTest = (actual: string) => boolean;

interface Operator {
  /** Holds when none of the policy's values is met, and when the request does not have the key at all. */
  readonly negated: boolean;
  /** Reads a value of a policy once; undefined when it has not the form that the operator compares. */
  readonly test: (expected: string) => ValueTest | undefined;
}

const anyText = (test: (expected: string) => ValueTest): Operator['test'] => test;
const equals = anyText((expected) => (actual) => actual === expected);
const equalsIgnoreCase = anyText((expected) => {
  const lower = expected.toLowerCase();
  return (actual) => actual.toLowerCase() === lower;
});
const like = anyText((expected) => matcherOf(expected));

type Comparison = (actual: number, expected: number) => boolean;

const comparing =
  (read: (text: string) => number | undefined, compare: Comparison): Operator['test'] =>
  (text) => {
    const expected = read(text);
    if (expected === undefined) return undefined;
    return (actualText) => {
      const actual = read(actualText);
      return actual !== undefined && compare(actual, expected);
    };
  };

const number = (text: string): number | undefined => (/^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : undefined);

/** ISO 8601 as policies write it: a day, or a time with its zone (`2024-01-02T03:04:05Z`, `...+08:00`). */
const date = (text: string): number | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2}))?$/.test(text)) return undefined;
  const atMs = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(atMs) ? undefined : atMs;
};

const bool: Operator['test'] = (expected) => {
  const lower = expected.toLowerCase();
  return lower === 'true' || lower === 'false' ? (actual) => actual.toLowerCase() === lower : undefined;
};

/** An address or a block in CIDR form, of either IP version. */
const inBlock: Operator['test'] = (expected) => {
  const block = blockOf(expected);
  if (block === undefined) return undefined;
  return (actual) => {
    if (!ipaddr.isValid(actual)) return false;
    const address = ipaddr.process(actual);
    return address.kind() === block[0].kind() && address.match(block);
  };
};

function blockOf(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] | undefined {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text);
  if (!(text.includes(':') ? ipaddr.IPv6.isValid(text) : ipaddr.IPv4.isValidFourPartDecimal(text))) return undefined;
  const address = ipaddr.process(text);
  return [address, address.kind() === 'ipv4' ? 32 : 128];
}

const is = (test: Operator['test']): Operator => ({ negated: false, test });
const isNot = (test: Operator['test']): Operator => ({ negated: true, test });
const same: Comparison = (actual, expected) => actual === expected;
const less: Comparison = (actual, expected) => actual < expected;
const lessOrSame: Comparison = (actual, expected) => actual <= expected;
const greater: Comparison = (actual, expected) => actual > expected;
const greaterOrSame: Comparison = (actual, expected) => actual >= expected;

/**
 * The operators of a Condition, with how each compares.
 * @see https://www.alibabacloud.com/help/en/ram/conditional-operator
 */
export const operators = {
  StringEquals: is(equals),
  StringNotEquals: isNot(equals),
  StringEqualsIgnoreCase: is(equalsIgnoreCase),
  StringNotEqualsIgnoreCase: isNot(equalsIgnoreCase),
  StringLike: is(like),
  StringNotLike: isNot(like),
  NumericEquals: is(comparing(number, same)),
  NumericNotEquals: isNot(comparing(number, same)),
  NumericLessThan: is(comparing(number, less)),
  NumericLessThanEquals: is(comparing(number, lessOrSame)),
  NumericGreaterThan: is(comparing(number, greater)),
  NumericGreaterThanEquals: is(comparing(number, greaterOrSame)),
  DateEquals: is(comparing(date, same)),
  DateNotEquals: isNot(comparing(date, same)),
  DateLessThan: is(comparing(date, less)),
  DateLessThanEquals: is(comparing(date, lessOrSame)),
  DateGreaterThan: is(comparing(date, greater)),
  DateGreaterThanEquals: is(comparing(date, greaterOrSame)),
  Bool: is(bool),
  IpAddress: is(inBlock),
  NotIpAddress: isNot(inBlock),
} as const satisfies Record<string, Operator>;

export type OperatorName = keyof typeof operators;

/** Whether RAM has an operator of the name. */
export function isOperatorName(name: string): name is OperatorName {
  return Object.hasOwn(operators, name);
}
