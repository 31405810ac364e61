import type { OperationContext } from '../../operation/context.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { capacityTaken } from '../network-interface/capacity.ts';
import { refuse } from '../refusals.ts';
import { findSubject, type Subject } from './member-subject.ts';
import { addMember, capacityOf, hasRoom, type Membership, membershipsOf } from './membership.ts';
import { groupsFitInterface } from './rule-limits.ts';
import { securityGroupId } from './rules.ts';
import { findSecurityGroup, type SecurityGroup } from './security-group.table.ts';

/** Adds a network interface, or an instance's primary one, to a security group, after those it is in (ENI-147). */
export const joinSecurityGroup = operation('Ecs', 'JoinSecurityGroup', {
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
    if (memberships.some((member) => member.securityGroupId === id)) {
      // Only for instances is there a code; joining twice joins once.
      const instanceId = subject.eni.instanceId ?? '';
      return subject.isInstance ? refuse('InvalidInstanceId.AlreadyExists', { id, instanceId }) : {};
    }
    const refused = await checkJoining(context, subject, group, memberships);
    if (refused) return refused;
    const addressCount = await capacityTaken(tx, subject.eni);
    if (!hasRoom(context, group, addressCount)) {
      return refuse('SecurityGroupInstanceLimitExceeded', { id, limit: capacityOf(context, group) });
    }
    const last = memberships.at(-1)?.position ?? -1;
    await addMember(tx, { networkInterfaceId, securityGroupId: id, position: last + 1 }, addressCount);
    return {};
  },
});

/** Whether the interface may be in this group beside those it is in. */
async function checkJoining(
  context: OperationContext,
  { eni, isInstance }: Subject,
  group: SecurityGroup,
  memberships: readonly Membership[],
): Promise<Refusal | undefined> {
  const { tx, accountId, quota } = context;
  const { securityGroupId: id } = group;
  if (group.vpcId !== eni.vpcId) {
    return isInstance
      ? refuse('InvalidInstanceId.Mismatch', { id, instanceId: eni.instanceId ?? '' })
      : refuse('InvalidOperation.VpcMismatch', { first: 'ENI', second: `security group "${id}"` });
  }
  const limit = quota('security-groups-per-network-interface');
  if (memberships.length >= limit) {
    return isInstance
      ? refuse('InstanceSecurityGroupLimitExceeded', { limit })
      : refuse('InstanceSecurityGroupLimitExceeded.NetworkInterface', { limit });
  }
  const groups = [group];
  for (const member of memberships) {
    const joined = await findSecurityGroup(tx, accountId, eni.regionId, member.securityGroupId);
    if (joined !== undefined) groups.push(joined);
  }
  if (groups.some((other) => other.securityGroupType !== group.securityGroupType)) {
    return refuse('InvalidOperation.MultiGroupType');
  }
  return groupsFitInterface(context, groups, `the network interface "${eni.networkInterfaceId}"`);
}
