import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { utcSeconds } from '../../operation/time.ts';
import { description } from '../description.ts';
import { describedCustom, policyView } from './described-policy.ts';
import { foundCustomPolicy } from './found-policy.ts';
import { savePolicy } from './policy.table.ts';
import type { Policy } from './policy.ts';
import { policyName } from './rules.ts';

/**
 * Changes the description of a policy of the account's own; an empty one clears it.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-updatepolicydescription
 */
export const updatePolicyDescription = operation('Ram', 'UpdatePolicyDescription', {
  required: ['PolicyName', 'NewDescription'],
  keepEmpty: ['NewDescription'],
  permits: ['policy/{PolicyName}'],
  rules: { PolicyName: policyName, NewDescription: description },

  async execute({ PolicyName, NewDescription = '' }, context) {
    const policy = await foundCustomPolicy(context, PolicyName);
    if (isRefusal(policy)) return policy;
    const updated: Policy = { ...policy, description: NewDescription, updatedAtMs: context.nowMs };
    await savePolicy(context.tx, updated);
    return { Policy: { ...policyView(describedCustom(updated)), UpdateDate: utcSeconds(updated.updatedAtMs) } };
  },
});
