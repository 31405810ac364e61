import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { groupName } from '../rules.ts';
import { describedChangedGroup } from './group.ts';
import { namedGroup } from './named-group.ts';

/**
 * Describes one group.
 * @see https://www.alibabacloud.com/help/en/ram/developer-reference/api-ram-2015-05-01-getgroup
 */
export const getGroup = operation('Ram', 'GetGroup', {
  required: ['GroupName'],
  permits: ['group/{GroupName}'],
  rules: { GroupName: groupName },

  async execute({ GroupName: name }, context) {
    const group = await namedGroup(context, name);
    return isRefusal(group) ? group : { Group: describedChangedGroup(group) };
  },
});
