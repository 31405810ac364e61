import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { namedGroup } from '../group/named-group.ts';
import { groupName } from '../rules.ts';
import { attachedPolicies } from './attached-policies.ts';

/**
 * Lists the policies attached to a group.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-listpoliciesforgroup
 */
export const listPoliciesForGroup = operation('Ram', 'ListPoliciesForGroup', {
  required: ['GroupName'],
  permits: ['group/{GroupName}'],
  rules: { GroupName: groupName },

  async execute({ GroupName }, context) {
    const found = await namedGroup(context, GroupName);
    if (isRefusal(found)) return found;
    return attachedPolicies(context, { principalType: 'Group', principalId: found.groupId });
  },
});
