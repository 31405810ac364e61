import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { foundVersion } from './found-version.ts';
import { savePolicy } from './policy.table.ts';
import { policyName, versionId } from './rules.ts';

/**
 * Lets another version of a policy count from now on.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-setdefaultpolicyversion
 */
export const setDefaultPolicyVersion = operation('Ram', 'SetDefaultPolicyVersion', {
  required: ['PolicyName', 'VersionId'],
  permits: ['policy/{PolicyName}'],
  rules: { PolicyName: policyName, VersionId: versionId },

  async execute({ PolicyName, VersionId }, context) {
    const found = await foundVersion(context, PolicyName, VersionId);
    if (isRefusal(found)) return found;
    const { policy, version } = found;
    await savePolicy(context.tx, { ...policy, defaultVersionId: version.versionId, updatedAtMs: context.nowMs });
    return {};
  },
});
