import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { eipsOn } from '../../vpc/eip/eip.table.ts';
import { findDetachable } from '../network-interface-permission/detachable.ts';
import { attachingInstance } from './attaching-instance.ts';
import { carryOut } from './carry-out.ts';
import { beginDetachment } from './lifecycle.ts';
import { membersOf } from './network-interface.table.ts';
import { instanceId, networkInterfaceId } from './rules.ts';

/** Starts detaching a secondary network interface from its instance; a repeated call sets a stuck one going again (ENI-92..102). */
export const detachNetworkInterface = operation('Ecs', 'DetachNetworkInterface', {
  permits: ['eni/{NetworkInterfaceId}', 'instance/{InstanceId}?'],
  networkInterfaces: true,
  rules: {
    NetworkInterfaceId: networkInterfaceId,
    InstanceId: instanceId,
    TrunkNetworkInstanceId: networkInterfaceId,
  },

  async execute({ NetworkInterfaceId: id, InstanceId, TrunkNetworkInstanceId: trunkId }, context) {
    const { tx, transitions } = context;
    const found = await findDetachable(context, id, InstanceId);
    if (isRefusal(found)) return found;
    const { eni, instance } = found;
    const linked = (await eipsOn(tx, id)).some(({ mode }) => mode === 'BINDED');
    const memberCount = eni.type === 'Trunk' ? (await membersOf(tx, id)).length : 0;
    const move = beginDetachment(eni, attachingInstance(instance), { linked, trunkId, memberCount });
    if (isRefusal(move)) return move;
    await carryOut(move, id, eni.type === 'Member' ? 'detach-member' : 'detach', { tx, transitions });
    return {};
  },
});
