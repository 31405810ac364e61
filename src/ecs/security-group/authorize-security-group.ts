import { operation } from '../../operation/operation.ts';
import { authorize } from './authorize.ts';
import { securityGroupId } from './rules.ts';

/** Adds inbound rules to a security group: one from the parameters at the top, or up to 100 from `Permissions.N`. */
export const authorizeSecurityGroup = operation('Ecs', 'AuthorizeSecurityGroup', {
  permits: ['securitygroup/{SecurityGroupId}'],
  rules: { SecurityGroupId: securityGroupId },
  execute: (parameters, context) => authorize(context, 'ingress', parameters),
});
