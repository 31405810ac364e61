import { operation } from '../../operation/operation.ts';
import { modifyRule } from './modify-rule.ts';
import { securityGroupId, securityGroupRuleId } from './rules.ts';

/** Modifies an outbound rule of a security group, found by its id or by what it says. */
export const modifySecurityGroupEgressRule = operation('Ecs', 'ModifySecurityGroupEgressRule', {
  permits: ['securitygroup/{SecurityGroupId}'],
  // Terraform takes a description away by an empty one.
  keepEmpty: ['Description'],
  rules: { SecurityGroupId: securityGroupId, SecurityGroupRuleId: securityGroupRuleId },
  execute: (parameters, context) => modifyRule(context, 'egress', parameters),
});
