import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { versionViewsOf } from './described-policy.ts';
import { foundPolicy } from './found-policy.ts';
import { policyName, policyType, versionId } from './rules.ts';

/**
 * Answers one version of a policy, an account's own or the system's.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-getpolicyversion
 */
export const getPolicyVersion = operation('Ram', 'GetPolicyVersion', {
  required: ['PolicyName', 'PolicyType', 'VersionId'],
  permits: ['policy/{PolicyName}'],
  rules: { PolicyName: policyName, PolicyType: policyType, VersionId: versionId },

  async execute({ PolicyName: name = '', PolicyType, VersionId: id = '' }, context) {
    const policy = await foundPolicy(context, PolicyType, name);
    if (isRefusal(policy)) return policy;
    const versions = await versionViewsOf(context.tx, context.accountId, policy);
    const version = versions.find(({ VersionId }) => VersionId === id);
    return version === undefined
      ? refuse('EntityNotExist.Policy.Version', { policyName: name, versionId: id })
      : { PolicyVersion: version };
  },
});
