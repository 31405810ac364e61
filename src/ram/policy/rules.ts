import { isPolicyFault, parsePolicyDocument } from '../../access/policy/document.ts';
import type { Rule } from '../../operation/operation.ts';
import { refuse } from '../refusals.ts';

const longestName = 128;
const longestDocument = 6_144;

/** 1 to 128 letters, digits and hyphens. */
export const policyName: Rule<string> = (value, name) => {
  if (value.length > longestName) {
    return refuse('InvalidParameter.PolicyName.Length', { name, value, longest: longestName });
  }
  return /^[A-Za-z0-9-]+$/.test(value)
    ? undefined
    : refuse('InvalidParameter.PolicyName.InvalidChars', { name, value });
};

/** A document of at most 6144 characters that says what is allowed and denied. */
export const policyDocument: Rule<string> = (value, name) => {
  if (value.length > longestDocument) {
    return refuse('InvalidParameter.PolicyDocument.Length', { length: value.length, longest: longestDocument });
  }
  const policy = parsePolicyDocument(value);
  return isPolicyFault(policy) ? refuse('MalformedPolicyDocument', { name, reason: policy.message }) : undefined;
};

export const policyType: Rule<string> = (value) =>
  value === 'System' || value === 'Custom' ? undefined : refuse('InvalidParameter.PolicyType', { value });

/** `v1`, `v2`, ... */
export const versionId: Rule<string> = (value) =>
  /^v[1-9]\d{0,8}$/.test(value) ? undefined : refuse('InvalidParameter.VersionId.Format', { value });

/** What is done with the oldest version when a policy has no room for another. */
export const rotation = 'DeleteOldestNonDefaultVersionWhenLimitExceeded';

export const rotateStrategy: Rule<string> = (value) =>
  value === 'None' || value === rotation ? undefined : refuse('InvalidParameter.RotateStrategy', { value });
