import type { EcsDescribeSecurityGroupsParameters } from '../../contracts/operations.generated.ts';
import { parseJson } from '../../operation/json.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { inResourceGroup } from '../../resource-manager/resource-group/filter.ts';
import { inList } from '../../store/placeholders.ts';
import { refuse } from '../refusals.ts';
import { tagCondition } from '../tag/tags.ts';
import { securityGroupTags } from './rules.ts';

/** SQL conditions that all hold, and the values for their placeholders in order. */
export interface Condition {
  readonly where: string;
  readonly values: readonly string[];
}

const maxListed = 100;

/** Puts the filters of a request together; they all have to hold. */
export function conditionOf(
  filters: EcsDescribeSecurityGroupsParameters,
  accountId: string,
  regionId: string,
): Condition | Refusal {
  const conditions = ['security_group.account_id = ?', 'security_group.region_id = ?'];
  const values: string[] = [accountId, regionId];
  const add = (condition: string, ...more: readonly string[]) => {
    conditions.push(condition);
    values.push(...more);
  };
  const equal = (column: string, value: string | undefined) => {
    if (value !== undefined) add(`security_group.${column} = ?`, value);
  };

  equal('security_group_id', filters.SecurityGroupId);
  if (filters.SecurityGroupIds !== undefined) {
    const ids = idsIn(filters.SecurityGroupIds);
    if (isRefusal(ids)) return ids;
    const list = inList(ids);
    add(`security_group.security_group_id IN (${list.placeholders})`, ...list.values);
  }
  equal('security_group_name', filters.SecurityGroupName);
  equal('vpc_id', filters.VpcId);
  equal('security_group_type', filters.SecurityGroupType);
  if (filters.ResourceGroupId !== undefined) {
    const inGroup = inResourceGroup('security_group', accountId, filters.ResourceGroupId);
    add(inGroup.where, ...inGroup.values);
  }
  if (filters.NetworkType !== undefined) {
    add(`security_group.vpc_id IS ${filters.NetworkType === 'vpc' ? 'NOT ' : ''}NULL`);
  }
  // No group is one of a cloud service.
  if (filters.ServiceManaged === true) add('1 = 0');
  const tags = tagCondition(securityGroupTags, 'security_group.security_group_id', filters.Tag, {
    accountId,
    regionId,
  });
  conditions.push(...tags.conditions);
  values.push(...tags.values);
  return { where: conditions.join(' AND '), values };
}

/** The ids of a JSON list such as `["sg-1","sg-2"]`. */
function idsIn(text: string): readonly string[] | Refusal {
  const ids = parseJson(text);
  const isList = Array.isArray(ids) && ids.length <= maxListed && ids.every((id) => typeof id === 'string');
  return isList ? (ids as string[]) : refuse('InvalidParameter', { name: 'SecurityGroupIds', value: text });
}
