import { putTags } from '../../ecs/tag/tags.ts';
import { operation } from '../../operation/operation.ts';
import { description } from '../description.ts';
import { refuse } from '../refusals.ts';
import { newTags, tagsIn } from '../tag/rules.ts';
import { inNoRegion, taggedTypes } from '../tag/tagged.ts';
import { describedCustom, policyView } from './described-policy.ts';
import { countPolicies, insertPolicy } from './policy.table.ts';
import { type Policy, versionIdOf } from './policy.ts';
import { insertVersion } from './policy-version.table.ts';
import { policyDocument, policyName } from './rules.ts';

/**
 * Creates a policy of the account's own; its document is version v1, the default one.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-createpolicy
 */
export const createPolicy = operation('Ram', 'CreatePolicy', {
  required: ['PolicyName', 'PolicyDocument'],
  permits: ['policy/*'],
  rules: { PolicyName: policyName, Description: description, PolicyDocument: policyDocument, Tag: newTags },

  async execute(parameters, context) {
    const { tx, accountId, nowMs } = context;
    const { PolicyName: name = '', PolicyDocument: document = '' } = parameters;
    const policy: Policy = {
      accountId,
      policyName: name,
      description: parameters.Description ?? '',
      defaultVersionId: versionIdOf(1),
      nextVersionNumber: 2,
      createdAtMs: nowMs,
      updatedAtMs: nowMs,
    };
    if (!(await insertPolicy(tx, policy))) return refuse('EntityAlreadyExists.Policy', { policyName: name });
    const limit = context.quota('ram-policies');
    if ((await countPolicies(tx, accountId)) > limit) return refuse('LimitExceeded.Policy', { limit });
    const { defaultVersionId: versionId, createdAtMs } = policy;
    await insertVersion(tx, { accountId, policyName: name, versionId, policyDocument: document, createdAtMs });
    await putTags(inNoRegion(context), taggedTypes.policy, name, tagsIn(parameters.Tag) ?? []);
    return { Policy: policyView(describedCustom(policy)) };
  },
});
