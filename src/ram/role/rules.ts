import { isPolicyFault, parseTrustPolicy } from '../../access/policy/document.ts';
import type { Rule } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';
import { maxSessionDurationRange } from './role.ts';

const longestName = 64;
const longestDocument = 6_144;

/** 1 to 64 letters, digits, dots and hyphens. */
export const roleName: Rule<string> = (value, name) => {
  if (value.length > longestName) {
    return refuse('InvalidParameter.RoleName.Length', { name, value, longest: longestName });
  }
  return /^[A-Za-z0-9.-]+$/.test(value) ? undefined : refuse('InvalidParameter.RoleName.InvalidChars', { name, value });
};

/** One hour to twelve, in whole seconds. */
export const maxSessionDuration: Rule<number> = (value, name) => {
  const { shortest, longest } = maxSessionDurationRange;
  return Number.isInteger(value) && value >= shortest && value <= longest
    ? undefined
    : refuse('InvalidParameter.MaxSessionDuration', { name, value, shortest, longest });
};

/** A document that says who may assume a role; the code is that of one that is too long. */
export function trustPolicyRule(
  tooLong: 'InvalidParameter.AssumeRolePolicyDocument.Length' | 'InvalidParameter.NewAssumeRolePolicyDocument.Length',
): Rule<string> {
  return (value, name) => {
    if (value.length > longestDocument) return refuse(tooLong, { length: value.length, longest: longestDocument });
    const policy = parseTrustPolicy(value);
    return isPolicyFault(policy) ? refuse('MalformedPolicyDocument', { name, reason: policy.message }) : undefined;
  };
}
