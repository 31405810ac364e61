import { isPolicyFault, parsePolicyDocument } from '../access/policy/document.ts';
import type { Rule } from '../operation/operation.ts';
import { refuse } from './refusals.ts';

const longestPolicy = 2_048;

/** From a quarter of an hour on, in seconds; how long the role allows decides the end. */
export const durationRange = { shortest: 900, longest: 43_200, byDefault: 3_600 } as const;

/** `acs:ram::1000000000000001:role/name`. */
const roleArnForm = /^acs:ram::(\d{1,20}):role\/([A-Za-z0-9.-]{1,64})$/;

/** The account and the name in a role's ARN. */
export function roleInArn(arn: string): { readonly accountId: string; readonly roleName: string } | undefined {
  const [, accountId, roleName] = roleArnForm.exec(arn) ?? [];
  return accountId === undefined || roleName === undefined ? undefined : { accountId, roleName };
}

/** Rules of what all operations that assume a role take. */
export const sessionRules = {
  RoleArn: (value: string) => (roleArnForm.test(value) ? undefined : refuse('InvalidParameter.RoleArn', { value })),

  RoleSessionName: (value: string) =>
    /^[A-Za-z0-9.@_-]{2,64}$/.test(value) ? undefined : refuse('InvalidParameter.RoleSessionName', { value }),

  DurationSeconds: (value: number) => {
    const { shortest, longest } = durationRange;
    return Number.isInteger(value) && value >= shortest && value <= longest
      ? undefined
      : refuse('InvalidParameter.DurationSeconds', { value, shortest, longest });
  },

  Policy: (value: string) => {
    if (value.length > longestPolicy) {
      return refuse('InvalidParameter.PolicySize', { length: value.length, longest: longestPolicy });
    }
    const policy = parsePolicyDocument(value);
    return isPolicyFault(policy) ? refuse('InvalidParameter.PolicyGrammar', { reason: policy.message }) : undefined;
  },
} as const;

export const externalId: Rule<string> = (value) =>
  /^[\w+=,.@:/-]{2,1224}$/.test(value) ? undefined : refuse('InvalidParameter.ExternalId', { value });

export const sourceIdentity: Rule<string> = (value) =>
  /^[\w=,.@-]{2,64}$/.test(value) ? undefined : refuse('InvalidParameter.SourceIdentity', { value });
