import { operation } from '../../operation/operation.ts';
import { returnQuota } from '../../operation/quota-usage.ts';
import { refuse } from '../refusals.ts';
import { removeTags } from '../tag/tags.ts';
import { firstMemberOf } from './membership.ts';
import { securityGroupId, securityGroupTags } from './rules.ts';
import { findSecurityGroup, removeSecurityGroup } from './security-group.table.ts';

/** Deletes a security group that no network interface is a member of; one being deleted still is (ENI-119, 161). */
export const deleteSecurityGroup = operation('Ecs', 'DeleteSecurityGroup', {
  rules: { SecurityGroupId: securityGroupId },

  async execute({ SecurityGroupId: id }, context) {
    const { tx, accountId, regionId } = context;
    const group = await findSecurityGroup(tx, accountId, regionId, id);
    if (group === undefined) return refuse('InvalidSecurityGroupId.NotFound', { id });
    const member = await firstMemberOf(tx, id);
    if (member !== undefined) {
      return refuse('DependencyViolation.SecurityGroupMember', { id, networkInterfaceId: member.networkInterfaceId });
    }
    await removeTags(tx, securityGroupTags, id);
    await removeSecurityGroup(tx, id);
    await returnQuota(context, 'security-groups', 1);
    return {};
  },
});
