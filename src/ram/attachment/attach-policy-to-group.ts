import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { namedGroup } from '../group/named-group.ts';
import { groupName } from '../rules.ts';
import { attach, attachmentRules } from './attach.ts';

/**
 * Attaches a policy to a group: what it says counts for every member from now on.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-attachpolicytogroup
 */
export const attachPolicyToGroup = operation('Ram', 'AttachPolicyToGroup', {
  required: ['PolicyType', 'PolicyName', 'GroupName'],
  permits: ['group/{GroupName}', 'policy/{PolicyName}'],
  rules: { ...attachmentRules, GroupName: groupName },

  async execute(parameters, context) {
    const found = await namedGroup(context, parameters.GroupName);
    if (isRefusal(found)) return found;
    const group = { principalType: 'Group', principalId: found.groupId, name: found.groupName } as const;
    return attach(context, parameters, group, {
      attached: 'EntityAlreadyExists.Group.Policy',
      full: 'LimitExceeded.Group.Policy',
    });
  },
});
