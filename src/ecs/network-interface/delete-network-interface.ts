import { operation } from '../../operation/operation.ts';
import { isRefusal } from '../../operation/refusal.ts';
import { refuse } from '../refusals.ts';
import { carryOut } from './carry-out.ts';
import { beginDeletion } from './lifecycle.ts';
import { findNetworkInterface, membersOf } from './network-interface.table.ts';
import { networkInterfaceId } from './rules.ts';

/**
 * Starts the deletion of an available network interface; once it is gone its addresses and group memberships are free
 * (ENI-103..125). The order of checks is that of docs/operations/delete-network-interface.md.
 */
export const deleteNetworkInterface = operation('Ecs', 'DeleteNetworkInterface', {
  permits: ['eni/{NetworkInterfaceId}'],
  networkInterfaces: true,
  rules: { NetworkInterfaceId: networkInterfaceId },

  async execute({ NetworkInterfaceId: id }, { tx, accountId, regionId, transitions }) {
    const eni = await findNetworkInterface(tx, accountId, regionId, id);
    if (eni === undefined) return refuse('InvalidEniId.NotFound', { id });
    const memberCount = eni.type === 'Trunk' ? (await membersOf(tx, id)).length : 0;
    const move = beginDeletion(eni, { memberCount });
    if (isRefusal(move)) return move;
    await carryOut(move, id, 'delete', { tx, transitions });
    return {};
  },
});
