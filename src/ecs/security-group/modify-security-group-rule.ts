import { operation } from '../../operation/operation.ts';
import { modifyRule } from './modify-rule.ts';
import { securityGroupId, securityGroupRuleId } from './rules.ts';

/** Modifies an inbound rule of a security group, found by its id or by what it says. */
export const modifySecurityGroupRule = operation('Ecs', 'ModifySecurityGroupRule', {
  permits: ['securitygroup/{SecurityGroupId}'],
  // Terraform takes a description away by an empty one.
  keepEmpty: ['Description'],
  rules: { SecurityGroupId: securityGroupId, SecurityGroupRuleId: securityGroupRuleId },
  execute: (parameters, context) => modifyRule(context, 'ingress', parameters),
});
