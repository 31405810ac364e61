import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { foundVersion } from './found-version.ts';
import { removeVersion } from './policy-version.table.ts';
import { policyName, versionId } from './rules.ts';

/**
 * Deletes a version of a policy that is not the default one. Its number is not used again.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-deletepolicyversion
 */
export const deletePolicyVersion = operation('Ram', 'DeletePolicyVersion', {
  required: ['PolicyName', 'VersionId'],
  permits: ['policy/{PolicyName}'],
  rules: { PolicyName: policyName, VersionId: versionId },

  async execute({ PolicyName, VersionId }, context) {
    const found = await foundVersion(context, PolicyName, VersionId);
    if (isRefusal(found)) return found;
    const { policy, version } = found;
    if (version.versionId === policy.defaultVersionId) {
      return refuse('DeleteConflict.Policy.Version.Default', version);
    }
    await removeVersion(context.tx, version);
    return {};
  },
});
