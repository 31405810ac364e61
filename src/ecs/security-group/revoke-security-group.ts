import { operation } from '../../operation/operation.ts';
import { revoke } from './revoke.ts';
import { securityGroupId } from './rules.ts';

/** Takes inbound rules out of a security group, by their ids or by what they say. */
export const revokeSecurityGroup = operation('Ecs', 'RevokeSecurityGroup', {
  permits: ['securitygroup/{SecurityGroupId}'],
  rules: { SecurityGroupId: securityGroupId },
  execute: (parameters, context) => revoke(context, 'ingress', parameters),
});
