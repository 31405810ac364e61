import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { utcSeconds } from '../../operation/time.ts';
import { countAttachmentsTo } from '../attachment/attachment.table.ts';
import { policyView, versionViewsOf } from './described-policy.ts';
import { foundPolicy } from './found-policy.ts';
import { policyName, policyType } from './rules.ts';

/**
 * Answers one policy, an account's own or the system's, with its default version.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-getpolicy
 */
export const getPolicy = operation('Ram', 'GetPolicy', {
  required: ['PolicyName', 'PolicyType'],
  permits: ['policy/{PolicyName}'],
  rules: { PolicyName: policyName, PolicyType: policyType },

  async execute({ PolicyType, PolicyName }, context) {
    const { tx, accountId } = context;
    const policy = await foundPolicy(context, PolicyType, PolicyName);
    if (isRefusal(policy)) return policy;
    const versions = await versionViewsOf(tx, accountId, policy);
    const current = versions.find((version) => version.IsDefaultVersion);
    return {
      Policy: {
        ...policyView(policy),
        UpdateDate: utcSeconds(policy.updatedAtMs),
        AttachmentCount: await countAttachmentsTo(tx, accountId, policy),
        PolicyDocument: current?.PolicyDocument,
      },
      DefaultPolicyVersion: current,
    };
  },
});
