import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { namedGroup } from '../group/named-group.ts';
import { groupName } from '../rules.ts';
import { attachmentRules, detach } from './attach.ts';

/**
 * Takes a policy off a group.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-detachpolicyfromgroup
 */
export const detachPolicyFromGroup = operation('Ram', 'DetachPolicyFromGroup', {
  required: ['PolicyType', 'PolicyName', 'GroupName'],
  permits: ['group/{GroupName}', 'policy/{PolicyName}'],
  rules: { ...attachmentRules, GroupName: groupName },

  async execute(parameters, context) {
    const found = await namedGroup(context, parameters.GroupName);
    if (isRefusal(found)) return found;
    const group = { principalType: 'Group', principalId: found.groupId, name: found.groupName } as const;
    return detach(context, parameters, group, 'EntityNotExist.Group.Policy');
  },
});
