import { operation, type Rule } from '../../operation/operation.ts';
import { afterCondition, lastShown, nextTokenAfter, type PagingLimits, pageOf } from '../../operation/paging.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { nicTypeOf } from './rule-fields.ts';
import { describedRule } from './rule-view.ts';
import { securityGroupId } from './rules.ts';
import { findSecurityGroup } from './security-group.table.ts';
import { selectRules } from './security-group-rule.table.ts';

const paging: PagingLimits = { defaultPageSize: 500, maxPageSize: 500, minResults: 10, maxResults: 1000 };

const oneOf =
  (...allowed: readonly string[]): Rule<string> =>
  (value, name) =>
    allowed.includes(value) ? undefined : refuse('InvalidParamter', { name, value });

/** One security group with its rules, newest first. */
export const describeSecurityGroupAttribute = operation('Ecs', 'DescribeSecurityGroupAttribute', {
  permits: ['securitygroup/{SecurityGroupId}'],
  rules: {
    SecurityGroupId: securityGroupId,
    Direction: oneOf('ingress', 'egress', 'all'),
    Attribute: oneOf('snapshotPolicyIds'),
    NicType: (value) => {
      const nicType = nicTypeOf(value);
      return isRefusal(nicType) ? nicType : undefined;
    },
  },

  async execute(parameters, context) {
    const { tx, accountId, regionId } = context;
    const { SecurityGroupId: id, Direction: direction = 'all', NicType: nicType } = parameters;
    const page = pageOf(parameters, paging);
    if (isRefusal(page)) return page;
    const group = await findSecurityGroup(tx, accountId, regionId, id);
    if (group === undefined) return refuse('InvalidSecurityGroupId.NotFound', { id });
    const conditions = ['security_group_rule.security_group_id = ?'];
    const values: (string | number)[] = [id];
    if (direction !== 'all') {
      conditions.push('security_group_rule.direction = ?');
      values.push(direction);
    }
    // Rules of a VPC's group are intranet whatever is asked for.
    if (nicType !== undefined && group.vpcId === null) {
      conditions.push('security_group_rule.nic_type = ?');
      values.push(nicType);
    }
    const after = afterCondition(page, 'security_group_rule', 'security_group_rule_id');
    if (after) {
      conditions.push(after.condition);
      values.push(...after.values);
    }
    // One row more than asked for tells whether another page follows.
    const rules = await selectRules(tx, conditions.join(' AND '), values, page.limit + 1);
    const shown = rules.slice(0, page.limit);
    const last = lastShown(rules, page, context);
    return {
      RegionId: regionId,
      SecurityGroupId: group.securityGroupId,
      SecurityGroupName: group.securityGroupName,
      Description: group.description,
      VpcId: group.vpcId ?? '',
      InnerAccessPolicy: group.innerAccessPolicy,
      NextToken: nextTokenAfter(last && { createdAtMs: last.createdAtMs, id: last.securityGroupRuleId }),
      Permissions: { Permission: shown.map(describedRule) },
    };
  },
});
