import { operation } from '../../operation/operation.ts';
import { authorize } from './authorize.ts';
import { securityGroupId } from './rules.ts';

/** Adds outbound rules to a security group: one from the parameters at the top, or up to 100 from `Permissions.N`. */
export const authorizeSecurityGroupEgress = operation('Ecs', 'AuthorizeSecurityGroupEgress', {
  permits: ['securitygroup/{SecurityGroupId}'],
  rules: { SecurityGroupId: securityGroupId },
  execute: (parameters, context) => authorize(context, 'egress', parameters),
});
