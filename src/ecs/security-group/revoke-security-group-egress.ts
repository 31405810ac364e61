import { operation } from '../../operation/operation.ts';
import { revoke } from './revoke.ts';
import { securityGroupId } from './rules.ts';

/** Takes outbound rules out of a security group, by their ids or by what they say. */
export const revokeSecurityGroupEgress = operation('Ecs', 'RevokeSecurityGroupEgress', {
  permits: ['securitygroup/{SecurityGroupId}'],
  rules: { SecurityGroupId: securityGroupId },
  execute: (parameters, context) => revoke(context, 'egress', parameters),
});
