import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { capacityTaken } from '../network-interface/capacity.ts';
import { refuse } from '../refusals.ts';
import { findSubject } from './member-subject.ts';
import { membershipsOf, removeMember } from './membership.ts';
import { securityGroupId } from './rules.ts';
import { findSecurityGroup } from './security-group.table.ts';

/** Takes a network interface, or an instance's primary one, out of a security group that is not its last (ENI-148). */
export const leaveSecurityGroup = operation('Ecs', 'LeaveSecurityGroup', {
  permits: ['securitygroup/{SecurityGroupId}', 'instance/{InstanceId}?', 'eni/{NetworkInterfaceId}?'],
  rules: { SecurityGroupId: securityGroupId },

  async execute(parameters, context) {
    const subject = await findSubject(context, parameters);
    if (isRefusal(subject)) return subject;
    const { tx, accountId } = context;
    const { networkInterfaceId, regionId } = subject.eni;
    const { SecurityGroupId: id } = parameters;
    const group = await findSecurityGroup(tx, accountId, regionId, id);
    if (group === undefined) return refuse('InvalidSecurityGroupId.NotFound', { id });
    const memberships = await membershipsOf(tx, networkInterfaceId);
    const membership = memberships.find((member) => member.securityGroupId === id);
    if (membership === undefined) {
      return refuse('InvalidSecurityGroupAssociation.NotFound', { id, networkInterfaceId });
    }
    if (memberships.length === 1) {
      return subject.isInstance
        ? refuse('InstanceLastSecurityGroup', { id, instanceId: subject.eni.instanceId ?? '' })
        : refuse('InvalidOperation.AtLeastInOneGroup', { id, networkInterfaceId });
    }
    const addressCount = await capacityTaken(tx, subject.eni);
    await removeMember(tx, membership, addressCount);
    return {};
  },
});
