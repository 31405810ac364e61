import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { versionViewsOf } from './described-policy.ts';
import { foundPolicy } from './found-policy.ts';
import { policyName, policyType } from './rules.ts';

/**
 * Lists the versions of a policy, the oldest first.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-listpolicyversions
 */
export const listPolicyVersions = operation('Ram', 'ListPolicyVersions', {
  required: ['PolicyName', 'PolicyType'],
  permits: ['policy/{PolicyName}'],
  rules: { PolicyName: policyName, PolicyType: policyType },

  async execute({ PolicyName, PolicyType }, context) {
    const policy = await foundPolicy(context, PolicyType, PolicyName);
    if (isRefusal(policy)) return policy;
    return { PolicyVersions: { PolicyVersion: await versionViewsOf(context.tx, context.accountId, policy) } };
  },
});
