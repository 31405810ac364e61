import { removeTags } from '../../ecs/tag/tags.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { somePrincipalWith } from '../attachment/attachment.table.ts';
import { refuse } from '../refusals.ts';
import { inNoRegion, taggedTypes } from '../tag/tagged.ts';
import { foundCustomPolicy } from './found-policy.ts';
import { removePolicy } from './policy.table.ts';
import { removeVersions, versionsOf } from './policy-version.table.ts';
import { policyName } from './rules.ts';

const conflicts = {
  User: 'DeleteConflict.Policy.User',
  Group: 'DeleteConflict.Policy.Group',
  Role: 'DeleteConflict.Policy.Role',
} as const;

/**
 * Deletes a policy that is attached to nobody and has no version beside the default one; with CascadingDelete its other
 * versions go with it.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-deletepolicy
 */
export const deletePolicy = operation('Ram', 'DeletePolicy', {
  required: ['PolicyName'],
  permits: ['policy/{PolicyName}'],
  rules: { PolicyName: policyName },

  async execute({ PolicyName, CascadingDelete }, context) {
    const { tx, accountId } = context;
    const policy = await foundCustomPolicy(context, PolicyName);
    if (isRefusal(policy)) return policy;
    const { policyName: name } = policy;
    const attachedTo = await somePrincipalWith(tx, accountId, { policyType: 'Custom', policyName: name });
    if (attachedTo) return refuse(conflicts[attachedTo], { policyName: name });
    const other = (await versionsOf(tx, policy)).find(({ versionId }) => versionId !== policy.defaultVersionId);
    if (other && CascadingDelete !== true) {
      return refuse('DeleteConflict.Policy.Version', { policyName: name, versionId: other.versionId });
    }
    await removeVersions(tx, policy);
    await removePolicy(tx, policy);
    await removeTags(inNoRegion(context), taggedTypes.policy, name);
    return {};
  },
});
