import type { OperationContext } from '../../operation/context.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { groupsToJoin, replaceGroups } from '../security-group/membership.ts';
import type { SecurityGroup } from '../security-group/security-group.table.ts';
import { capacityTaken } from './capacity.ts';
import type { NetworkInterface } from './network-interface.ts';

/**
 * Puts an interface into exactly the groups named, in their order, in place of those it is in (ENI-141). Answers the
 * refusal, or a group that has no room for its addresses; then nothing is changed.
 */
export async function moveToGroups(
  context: OperationContext,
  eni: NetworkInterface,
  ids: readonly string[],
): Promise<Refusal | SecurityGroup | undefined> {
  const groups = await groupsToJoin({ ...context, regionId: eni.regionId }, ids, eni.vpcId);
  if (isRefusal(groups)) return groups;
  const addressCount = await capacityTaken(context.tx, eni);
  return replaceGroups(context, groups, eni.networkInterfaceId, addressCount);
}
