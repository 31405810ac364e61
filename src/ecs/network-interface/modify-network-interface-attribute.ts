import type { OperationContext } from '../../operation/context.ts';
import { operation } from '../../operation/operation.ts';
import { isRefusal, type Refusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { capacityOf } from '../security-group/membership.ts';
import { moveToGroups } from './groups.ts';
import { holderOf } from './holder.ts';
import { findModifiable } from './modifiable.ts';
import { checkPrimary, dependsOnHolder, modified } from './modification.ts';
import { checkModification, modificationRules } from './modification-rules.ts';
import { saveModified } from './network-interface.table.ts';
import type { NetworkInterface } from './network-interface.ts';

/** Changes attributes of a network interface; everything is visible when the call returns (ENI-141..146). */
export const modifyNetworkInterfaceAttribute = operation('Ecs', 'ModifyNetworkInterfaceAttribute', {
  permits: ['eni/{NetworkInterfaceId}', 'securitygroup/{SecurityGroupId}?'],
  networkInterfaces: true,
  keepEmpty: ['NetworkInterfaceName', 'Description'],
  rules: modificationRules,
  check: checkModification,

  async execute(parameters, context) {
    const { tx } = context;
    const { NetworkInterfaceId: id, SecurityGroupId: groupIds } = parameters;
    const eni = await findModifiable(context, id);
    if (isRefusal(eni)) return eni;
    const refused = checkPrimary(eni, parameters);
    if (refused) return refused;
    const holder = dependsOnHolder(parameters) ? await holderOf(tx, eni) : undefined;
    const changed = modified(eni, parameters, holder);
    if (isRefusal(changed)) return changed;
    const refusedGroups = groupIds.length > 0 ? await changeGroups(context, eni, groupIds) : undefined;
    if (refusedGroups) return refusedGroups;
    await saveModified(tx, changed);
    return {};
  },
});

/** An advanced group without room has a code of its own in this operation. */
async function changeGroups(
  context: OperationContext,
  eni: NetworkInterface,
  ids: readonly string[],
): Promise<Refusal | undefined> {
  const full = await moveToGroups(context, eni, ids);
  if (full === undefined || isRefusal(full)) return full;
  const values = { id: full.securityGroupId, limit: capacityOf(context, full) };
  return full.securityGroupType === 'enterprise'
    ? refuse('InvalidOperation.EniCountExceeded', values)
    : refuse('SecurityGroupInstanceLimitExceed', values);
}
