import { operation } from '../../operation/operation.ts';
import { returnQuota } from '../../operation/quota-usage.ts';
import { refuse } from '../refusals.ts';
import { removeTags } from '../tag/tags.ts';
import { firstMemberOf } from './membership.ts';
import { securityGroupId, securityGroupTags } from './rules.ts';
import { findSecurityGroup, removeSecurityGroup } from './security-group.table.ts';
import { firstReferenceTo } from './security-group-rule.table.ts';

/**
 * Deletes a security group, with its rules, that no network interface is a member of (one being deleted still is,
 * ENI-119, 161) and that no other group's rules refer to.
 */
export const deleteSecurityGroup = operation('Ecs', 'DeleteSecurityGroup', {
  permits: ['securitygroup/{SecurityGroupId}'],
  rules: { SecurityGroupId: securityGroupId },

  async execute({ SecurityGroupId: id }, context) {
    const { tx, accountId, regionId } = context;
    const group = await findSecurityGroup(tx, accountId, regionId, id);
    if (group === undefined) return refuse('InvalidSecurityGroupId.NotFound', { id });
    const member = await firstMemberOf(tx, id);
    if (member !== undefined) {
      return refuse('DependencyViolation.SecurityGroupMember', { id, networkInterfaceId: member.networkInterfaceId });
    }
    const reference = await firstReferenceTo(tx, id);
    if (reference !== undefined) {
      return refuse('DependencyViolation.SecurityGroupReference', { id, securityGroupId: reference.securityGroupId });
    }
    await removeTags(context, securityGroupTags, id);
    await removeSecurityGroup(tx, id);
    await returnQuota(context, 'security-groups', 1);
    return {};
  },
});
