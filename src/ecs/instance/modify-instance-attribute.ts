import type { OperationContext } from '../../operation/context.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { moveToGroups } from '../network-interface/groups.ts';
import { holderOf } from '../network-interface/holder.ts';
import { primaryOf, saveModified } from '../network-interface/network-interface.table.ts';
import { checkQueues } from '../network-interface/queues.ts';
import { refuse } from '../refusals.ts';
import { capacityOf } from '../security-group/membership.ts';
import { findInstance, saveAttributes } from './instance.table.ts';
import {
  checkInstanceModification,
  checkRecyclable,
  instanceModificationRules,
  modifiedInstance,
} from './modification.ts';

/** As NetworkInterfaceQueueNumber: the default of the instance type again. */
const typesDefault = -1;

/**
 * Changes attributes of an instance. Its security groups and queues are those of its primary network interface; those of
 * secondary ones stay (ENI-149).
 */
export const modifyInstanceAttribute = operation('Ecs', 'ModifyInstanceAttribute', {
  permits: ['instance/{InstanceId}', 'securitygroup/{SecurityGroupIds}?'],
  keepEmpty: ['Description', 'UserData'],
  rules: instanceModificationRules,
  check: checkRecyclable,

  async execute(parameters, context) {
    const { tx, accountId, regionId, regionGiven } = context;
    const { InstanceId: id, SecurityGroupIds, NetworkInterfaceQueueNumber: queueNumber } = parameters;
    const instance = await findInstance(tx, accountId, regionGiven ? regionId : undefined, id);
    if (instance === undefined) return refuse('InvalidInstanceId.NotFound', { id });
    const refused = checkInstanceModification(instance, parameters);
    if (refused) return refused;
    const changed = modifiedInstance(instance, parameters);
    const refusedGroups = SecurityGroupIds.length > 0 ? await changeGroups(context, id, SecurityGroupIds) : undefined;
    if (refusedGroups) return refusedGroups;
    const refusedQueues = queueNumber === undefined ? undefined : await changeQueues(context, id, queueNumber);
    if (refusedQueues) return refusedQueues;
    await saveAttributes(tx, changed);
    return {};
  },
});

async function changeGroups(
  context: OperationContext,
  instanceId: string,
  ids: readonly string[],
): Promise<Refusal | undefined> {
  const full = await moveToGroups(context, await primaryOf(context.tx, instanceId), ids);
  if (full === undefined || isRefusal(full)) return full;
  return refuse('SecurityGroupInstanceLimitExceed', { id: full.securityGroupId, limit: capacityOf(context, full) });
}

async function changeQueues(
  { tx }: OperationContext,
  instanceId: string,
  wanted: number,
): Promise<Refusal | undefined> {
  const primary = await primaryOf(tx, instanceId);
  const changed = { ...primary, queueNumber: wanted === typesDefault ? null : wanted };
  const holder = await holderOf(tx, primary);
  const refused = holder && checkQueues(holder.instance, changed, holder.others);
  if (!refused) await saveModified(tx, changed);
  return refused;
}
