import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { eipsOn } from '../../vpc/eip/eip.table.ts';
import { findInstance } from '../instance/instance.table.ts';
import { refuse } from '../refusals.ts';
import { attachingInstance } from './attaching-instance.ts';
import { carryOut } from './carry-out.ts';
import { beginDetachment } from './lifecycle.ts';
import { findNetworkInterface, membersOf } from './network-interface.table.ts';
import { instanceId, networkInterfaceId } from './rules.ts';

/** Starts detaching a secondary network interface from its instance; a repeated call sets a stuck one going again (ENI-92..102). */
export const detachNetworkInterface = operation('Ecs', 'DetachNetworkInterface', {
  networkInterfaces: true,
  rules: {
    NetworkInterfaceId: networkInterfaceId,
    InstanceId: instanceId,
    TrunkNetworkInstanceId: networkInterfaceId,
  },

  async execute(
    { NetworkInterfaceId: id, InstanceId, TrunkNetworkInstanceId: trunkId },
    { tx, accountId, regionId, transitions },
  ) {
    const eni = await findNetworkInterface(tx, accountId, regionId, id);
    if (eni === undefined) return refuse('InvalidEniId.NotFound', { id });
    const instance = await findInstance(tx, accountId, regionId, InstanceId);
    if (instance === undefined) return refuse('InvalidEcsId.NotFound', { id: InstanceId });
    const linked = (await eipsOn(tx, id)).some(({ mode }) => mode === 'BINDED');
    const memberCount = eni.type === 'Trunk' ? (await membersOf(tx, id)).length : 0;
    const move = beginDetachment(eni, attachingInstance(instance), { linked, trunkId, memberCount });
    if (isRefusal(move)) return move;
    await carryOut(move, id, eni.type === 'Member' ? 'detach-member' : 'detach', { tx, transitions });
    return {};
  },
});
